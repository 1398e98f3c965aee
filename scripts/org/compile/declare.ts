/** From syntax trees to classes with typed members; nothing of method bodies is looked at. */
import type { SourceFile } from '../runtime/program.ts';
import { classRecord } from '../runtime/record.ts';
import type { ClassRecord } from '../runtime/record.ts';
import type {
    FieldDeclaration,
    MethodDeclaration,
    Modifiers,
    Position,
    PropertyDeclaration,
    TypeDeclaration
} from '../syntax/ast.ts';
import type { ApexType, MethodInfo, Visibility } from '../types/model.ts';
import type { Names } from './names.ts';
import { UserClass } from './userClass.ts';

/** Gives methods of equal name and parameters the same emitted name, so that overriding works by itself. */
export class EmittedNames {
    private readonly byKey = new Map<string, string>();
    private readonly counts = new Map<string, number>();

    method(lowerName: string, parameters: readonly ApexType[]): string {
        const key = `${lowerName}(${parameters.map((one) => one.name).join(',')})`;
        let name = this.byKey.get(key);
        if (!name) {
            const count = this.counts.get(lowerName) ?? 0;
            this.counts.set(lowerName, count + 1);
            name = count === 0 ? `m_${lowerName}` : `m_${lowerName}$${count}`;
            this.byKey.set(key, name);
        }
        return name;
    }
}

/** False for types that could not be resolved, and for collections of them. */
function isKnown(type: ApexType): boolean {
    return type.kind !== 'error' && type.args.every(isKnown);
}

export function sharingOf(words: ReadonlySet<string>): ClassRecord['sharing'] {
    if (words.has('with sharing')) return 'with';
    if (words.has('without sharing')) return 'without';
    return words.has('inherited sharing') ? 'inherited' : 'none';
}

export function visibilityOf(words: ReadonlySet<string>, otherwise: Visibility = 'private'): Visibility {
    if (words.has('global') || words.has('webservice')) return 'global';
    if (words.has('public')) return 'public';
    if (words.has('protected')) return 'protected';
    return words.has('private') ? 'private' : otherwise;
}

export function hasAnnotation(modifiers: Modifiers, lower: string): boolean {
    return modifiers.annotations.some((one) => one.name.toLowerCase() === lower);
}

/** Record of a class that runs already; undefined: it has none. */
export type RecordSource = (name: string, kind: ClassRecord['kind']) => ClassRecord | undefined;

export class Declarer {
    readonly classes: UserClass[] = [];
    private readonly names: Names;
    private readonly emitted: EmittedNames;
    private readonly recordOf: RecordSource;

    constructor(names: Names, emitted: EmittedNames, recordOf: RecordSource = () => undefined) {
        this.names = names;
        this.emitted = emitted;
        this.recordOf = recordOf;
    }

    /** First step: makes the class and its inner types known by name. */
    declare(
        node: TypeDeclaration,
        source: SourceFile,
        outer: UserClass | null = null,
        kind: ClassRecord['kind'] = 'class'
    ): UserClass {
        const name = outer ? `${outer.name}.${node.name}` : node.name;
        const record =
            this.recordOf(name, kind) ?? classRecord(name, kind, sharingOf(node.modifiers.words), source.apiVersion);
        const declared = new UserClass(node, source, outer, record, this.classes.length);
        this.classes.push(declared);
        declared.type = this.names.table.userType(declared);
        // Triggers and anonymous blocks are classes that nobody can name.
        if (kind === 'class') {
            const siblings = outer ? outer.inner : this.names.classes;
            const lower = node.name.toLowerCase();
            if (siblings.has(lower)) this.error(source, node, `Duplicate class: ${name}`);
            siblings.set(lower, declared);
        }
        for (const member of node.members) {
            if (member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum') {
                this.declare(member, source, declared);
            }
        }
        return declared;
    }

    private error(source: SourceFile, at: Position, message: string): void {
        this.names.diagnostics.add('error', source.path, at, message);
    }

    /** Second step: superclass and interfaces. */
    resolveParents(one: UserClass): void {
        const { node, source } = one;
        // A class's own inner types are not in scope of its header; its outer ones are.
        const scope = one.outer;
        if (node.superclass) {
            const type = this.names.resolve(node.superclass, scope ?? one, source.path);
            if (type.info?.kind === 'interface' || type.info?.kind === 'enum') {
                this.error(source, node.superclass, `${type.name} is not a class and cannot be extended`);
            } else if (type.kind === 'class') {
                one.superclass = type;
            }
        }
        for (const ref of node.interfaces) {
            const type = this.names.resolve(ref, scope ?? one, source.path);
            if (type.kind === 'error') continue;
            if (type.info?.kind !== 'interface') {
                this.error(source, ref, `${type.name} is not an interface`);
                continue;
            }
            one.interfaces.push(type);
        }
    }

    /** Before the third step: a class that extends itself would loop forever. */
    breakCycles(): void {
        for (const one of this.classes) {
            const seen = new Set<UserClass>([one]);
            for (let at = one.userSuperclass; at; at = at.userSuperclass) {
                if (seen.has(at)) {
                    this.error(one.source, one.node, `Circular definition: ${one.name}`);
                    one.superclass = null;
                    break;
                }
                seen.add(at);
            }
        }
    }

    /** Third step: members. Superclasses have to be done first. */
    declareMembers(one: UserClass): void {
        for (const member of one.node.members) {
            switch (member.kind) {
                case 'method':
                    this.declareMethod(one, member);
                    break;
                case 'field':
                    this.declareField(one, member);
                    break;
                case 'property':
                    this.declareProperty(one, member);
                    break;
                case 'initializer':
                    (member.isStatic ? one.staticSteps : one.instanceSteps).push({ kind: 'block', node: member });
            }
        }
        if (one.kind === 'class') this.addImplicitConstructors(one);
    }

    private declareMethod(one: UserClass, node: MethodDeclaration): void {
        const { words } = node.modifiers;
        const path = one.source.path;
        const isInterface = one.kind === 'interface';
        const parameters = node.parameters.map((parameter) => this.names.resolve(parameter.type, one, path));
        const isConstructor = node.returnType === null;
        const isVirtual = words.has('virtual') || words.has('abstract') || words.has('override');
        const visibility = visibilityOf(words, isInterface ? 'public' : 'private');
        const lower = node.name.toLowerCase();
        let jsName: string;
        if (isConstructor) jsName = `c_${one.index}_${one.constructors.length}`;
        else {
            jsName = this.emitted.method(lower, parameters);
            // Private methods take no part in overriding.
            if (visibility === 'private' && !isVirtual) jsName += `$p${one.index}`;
        }
        const method: MethodInfo = {
            name: node.name,
            owner: one,
            isStatic: words.has('static') || words.has('testmethod'),
            isAbstract: isInterface || words.has('abstract'),
            isVirtual,
            isOverride: words.has('override'),
            visibility,
            isTestVisible: hasAnnotation(node.modifiers, 'testvisible'),
            parameters,
            parameterNames: node.parameters.map((parameter) => parameter.name),
            returnType: node.returnType ? this.names.resolve(node.returnType, one, path) : this.names.table.void,
            jsName,
            implementation: null,
            node
        };
        if (isConstructor) {
            one.constructors.push(method);
            return;
        }
        const same = one.methods.get(lower) ?? [];
        const isDuplicate = same.some(
            (other) =>
                other.parameters.length === parameters.length &&
                other.parameters.every((type, i) => type === parameters[i] && isKnown(type))
        );
        if (isDuplicate) this.error(one.source, node, `Method already defined: ${node.name}`);
        one.methods.set(lower, [...same, method]);
    }

    /** A name that is not taken by a field of a superclass. */
    private fieldName(one: UserClass, name: string): string {
        for (let at = one.userSuperclass; at; at = at.userSuperclass) {
            if (at.fields.has(name.toLowerCase())) return `f_${name}$${one.index}`;
        }
        return `f_${name}`;
    }

    private declareField(one: UserClass, node: FieldDeclaration): void {
        const type = this.names.resolve(node.type, one, one.source.path);
        const { words } = node.modifiers;
        const isStatic = words.has('static');
        const visibility = visibilityOf(words);
        for (const declarator of node.declarators) {
            const lower = declarator.name.toLowerCase();
            if (one.fields.has(lower)) this.error(one.source, declarator, `Duplicate field: ${declarator.name}`);
            const field = {
                name: declarator.name,
                owner: one,
                type,
                isStatic,
                isFinal: words.has('final'),
                visibility,
                isTestVisible: hasAnnotation(node.modifiers, 'testvisible'),
                jsName: isStatic ? `f_${declarator.name}` : this.fieldName(one, declarator.name),
                hasAccessors: false,
                isReadable: true,
                isWritable: true,
                setterVisibility: visibility,
                get: null,
                set: null,
                node: null
            };
            one.fields.set(lower, field);
            one.fieldNodes.set(field, node);
            (isStatic ? one.staticSteps : one.instanceSteps).push({ kind: 'field', field, declarator });
        }
    }

    private declareProperty(one: UserClass, node: PropertyDeclaration): void {
        const { words } = node.modifiers;
        const isStatic = words.has('static');
        const visibility = visibilityOf(words);
        const isVirtual = words.has('virtual') || words.has('abstract') || words.has('override');
        const hasCode = node.getter?.body != null || node.setter?.body != null;
        const overridden = isVirtual ? one.userSuperclass?.fields.get(node.name.toLowerCase()) : undefined;
        const field = {
            name: node.name,
            owner: one,
            type: this.names.resolve(node.type, one, one.source.path),
            isStatic,
            isFinal: false,
            visibility,
            isTestVisible: hasAnnotation(node.modifiers, 'testvisible'),
            // The accessor functions of an overriding property need the name of the overridden one.
            jsName: overridden?.jsName ?? (isStatic ? `f_${node.name}` : this.fieldName(one, node.name)),
            hasAccessors: hasCode || isVirtual,
            isReadable: node.getter !== null,
            isWritable: node.setter !== null,
            setterVisibility: node.setter ? visibilityOf(node.setter.words, visibility) : visibility,
            get: null,
            set: null,
            node
        };
        const lower = node.name.toLowerCase();
        if (one.fields.has(lower)) this.error(one.source, node, `Duplicate field: ${node.name}`);
        one.fields.set(lower, field);
        one.fieldNodes.set(field, node);
    }

    /** The constructor without arguments; for exceptions the four that the platform gives. */
    private addImplicitConstructors(one: UserClass): void {
        const { table } = this.names;
        const add = (parameters: ApexType[]): void => {
            const isThere = one.constructors.some(
                (other) =>
                    other.parameters.length === parameters.length &&
                    other.parameters.every((type, i) => type === parameters[i])
            );
            if (isThere) return;
            one.constructors.push({
                name: one.simpleName,
                owner: one,
                isStatic: false,
                isAbstract: false,
                isVirtual: false,
                isOverride: false,
                visibility: 'public',
                isTestVisible: false,
                parameters,
                parameterNames: parameters.map((_, i) => `p${i}`),
                returnType: table.void,
                jsName: `c_${one.index}_${one.constructors.length}`,
                implementation: null,
                node: null
            });
        };
        if (one.isException) {
            const exception = table.builtIn('Exception', []) ?? table.error;
            const text = table.primitive('String');
            add([]);
            add([text]);
            add([exception]);
            add([text, exception]);
        } else if (one.constructors.length === 0) {
            add([]);
        }
    }
}
