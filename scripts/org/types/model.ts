/** Static types of Apex and what their classes offer. Types are interned: the same type is the same object. */
import type { MethodDeclaration, PropertyDeclaration } from '../syntax/ast.ts';
import type { ObjectDef } from '../schema/model.ts';
import type { Implementation } from '../runtime/library.ts';
import type { TypeToken } from '../values/typeToken.ts';

/**
 * 'error' is the type of what could not be resolved: everything converts from and to it, so that one mistake gives one
 * message. 'parameter' is a type parameter of a library class.
 */
export type TypeKind = 'primitive' | 'class' | 'sobject' | 'void' | 'null' | 'error' | 'parameter';

export interface ApexType {
    readonly kind: TypeKind;
    /** Canonical, with arguments and without blanks: `Map<Id,List<Account>>`. */
    readonly name: string;
    readonly base: string;
    readonly args: readonly ApexType[];
    readonly token: TypeToken;
    /** User's class or class of the library; null for the kinds that have no members. */
    readonly info: ClassInfo | null;
    /** Concrete sObjects. */
    readonly object: ObjectDef | null;
}

export type Visibility = 'private' | 'protected' | 'public' | 'global';

export interface MethodInfo {
    readonly name: string;
    readonly owner: ClassInfo;
    readonly isStatic: boolean;
    readonly isAbstract: boolean;
    readonly isVirtual: boolean;
    readonly isOverride: boolean;
    readonly visibility: Visibility;
    readonly isTestVisible: boolean;
    readonly parameters: readonly ApexType[];
    readonly parameterNames: readonly string[];
    readonly returnType: ApexType;
    /** Name of the emitted function; empty for library methods. */
    readonly jsName: string;
    /** Library methods only; null for abstract ones. */
    readonly implementation: Implementation | null;
    readonly node: MethodDeclaration | null;
}

export interface FieldInfo {
    readonly name: string;
    readonly owner: ClassInfo;
    readonly type: ApexType;
    readonly isStatic: boolean;
    readonly isFinal: boolean;
    readonly visibility: Visibility;
    readonly isTestVisible: boolean;
    /** Emitted name of the stored value. */
    readonly jsName: string;
    /** Goes through `g_` and `s_` functions: a property with code, or one that may be overridden. */
    readonly hasAccessors: boolean;
    readonly isReadable: boolean;
    readonly isWritable: boolean;
    readonly setterVisibility: Visibility;
    readonly get: Implementation | null;
    readonly set: Implementation | null;
    readonly node: PropertyDeclaration | null;
}

export interface ClassInfo {
    readonly name: string;
    readonly origin: 'user' | 'library';
    readonly kind: 'class' | 'interface' | 'enum';
    readonly typeParameters: readonly string[];
    readonly superclass: ApexType | null;
    readonly interfaces: readonly ApexType[];
    readonly isAbstract: boolean;
    /** Instances may be of a user's class: library calls have to look for an override. */
    readonly isOpen: boolean;
    /** Keyed by lower-case name. */
    readonly methods: ReadonlyMap<string, readonly MethodInfo[]>;
    readonly fields: ReadonlyMap<string, FieldInfo>;
    readonly constructors: readonly MethodInfo[];
    readonly enumValues: readonly string[];
}

/** A member found through a type, with the type parameters of its owner replaced. */
export interface BoundMethod {
    readonly method: MethodInfo;
    readonly parameters: readonly ApexType[];
    readonly returnType: ApexType;
}
