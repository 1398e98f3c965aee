/** A class, interface or enum of the user as types and emission see it. Filled in by `declare.ts`. */
import type { ClassRecord } from '../runtime/record.ts';
import type { SourceFile } from '../runtime/program.ts';
import type {
    InitializerDeclaration,
    TypeDeclaration,
    Declarator,
    FieldDeclaration,
    PropertyDeclaration
} from '../syntax/ast.ts';
import type { ApexType, ClassInfo, FieldInfo, MethodInfo } from '../types/model.ts';

/** One step of initialisation, in source order. */
export type InitializerStep =
    | { readonly kind: 'field'; readonly field: FieldInfo; readonly declarator: Declarator }
    | { readonly kind: 'block'; readonly node: InitializerDeclaration };

export class UserClass implements ClassInfo {
    readonly origin = 'user';
    readonly typeParameters: readonly string[] = [];
    readonly name: string;
    readonly simpleName: string;
    readonly node: TypeDeclaration;
    readonly source: SourceFile;
    readonly outer: UserClass | null;
    readonly record: ClassRecord;
    /** Number of the class in the program; makes emitted names unique. */
    readonly index: number;
    readonly inner = new Map<string, UserClass>();
    type!: ApexType;
    superclass: ApexType | null = null;
    interfaces: ApexType[] = [];
    readonly methods = new Map<string, MethodInfo[]>();
    readonly fields = new Map<string, FieldInfo>();
    readonly constructors: MethodInfo[] = [];
    readonly instanceSteps: InitializerStep[] = [];
    readonly staticSteps: InitializerStep[] = [];
    /** Declarations of the fields and properties, for metadata. */
    readonly fieldNodes = new Map<FieldInfo, FieldDeclaration | PropertyDeclaration>();

    constructor(
        node: TypeDeclaration,
        source: SourceFile,
        outer: UserClass | null,
        record: ClassRecord,
        index: number
    ) {
        this.node = node;
        this.source = source;
        this.outer = outer;
        this.record = record;
        this.index = index;
        this.simpleName = node.name;
        this.name = record.name;
    }

    get kind(): 'class' | 'interface' | 'enum' {
        return this.node.kind;
    }
    get enumValues(): readonly string[] {
        return this.node.enumValues;
    }
    get isAbstract(): boolean {
        return this.kind === 'interface' || this.node.modifiers.words.has('abstract');
    }
    readonly isOpen = true;

    /** The class of the file. */
    get outermost(): UserClass {
        return this.outer ? this.outer.outermost : this;
    }
    get isTest(): boolean {
        return this.outermost.node.modifiers.annotations.some((one) => one.name.toLowerCase() === 'istest');
    }
    /** Superclass when it is a user's class. */
    get userSuperclass(): UserClass | null {
        return this.superclass?.info instanceof UserClass ? this.superclass.info : null;
    }
    /** True when the class or an ancestor extends a library exception. */
    get isException(): boolean {
        if (this.userSuperclass) return this.userSuperclass.isException;
        return this.superclass?.info?.origin === 'library' && this.superclass.base.endsWith('Exception');
    }
    /** Static initialisers with code must run before anything else of the class does. */
    get needsStaticInit(): boolean {
        return this.staticSteps.some(
            (step) =>
                step.kind === 'block' ||
                (step.declarator.initializer !== null && step.declarator.initializer.kind !== 'literal')
        );
    }
}
