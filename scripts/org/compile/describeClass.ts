/** What metadata needs to know of a compiled class, in plain data: it can be written down and read again. */
import type { Annotation, ClassMeta } from '../runtime/program.ts';
import type { AnnotationNode, Modifiers } from '../syntax/ast.ts';
import type { FieldInfo, MethodInfo, Visibility } from '../types/model.ts';
import { sharingOf, visibilityOf } from './declare.ts';
import type { UserClass } from './userClass.ts';

export interface MethodDescription {
    readonly name: string;
    /** Emitted name. */
    readonly jsName: string;
    readonly isStatic: boolean;
    readonly isAbstract: boolean;
    readonly visibility: Visibility;
    /** Name and type of each. */
    readonly parameters: readonly (readonly [string, string])[];
    readonly returnType: string;
    readonly annotations: readonly Annotation[];
    readonly line: number;
}

export interface FieldDescription {
    readonly name: string;
    readonly jsName: string;
    readonly type: string;
    readonly isStatic: boolean;
    readonly isTransient: boolean;
    readonly isFinal: boolean;
    readonly visibility: Visibility;
    readonly annotations: readonly Annotation[];
    readonly isProperty: boolean;
    readonly hasAccessors: boolean;
    readonly isReadable: boolean;
    readonly isWritable: boolean;
}

export interface ClassDescription {
    readonly name: string;
    readonly kind: ClassMeta['kind'];
    readonly isAbstract: boolean;
    readonly visibility: ClassMeta['visibility'];
    readonly sharing: ClassMeta['sharing'];
    readonly apiVersion: number;
    readonly line: number;
    readonly superclass: string | null;
    readonly interfaces: readonly string[];
    readonly annotations: readonly Annotation[];
    readonly isTest: boolean;
    readonly methods: readonly MethodDescription[];
    readonly fields: readonly FieldDescription[];
    readonly constructors: readonly { readonly jsName: string; readonly parameters: readonly string[] }[];
    readonly enumValues: readonly string[];
    readonly token: string;
}

function annotationsOf(modifiers: Modifiers | undefined): Annotation[] {
    const annotations = (modifiers?.annotations ?? []).map((node: AnnotationNode) => ({
        name: node.name.toLowerCase(),
        params: node.params
    }));
    // The old spelling of @IsTest on methods.
    if (modifiers?.words.has('testmethod')) annotations.push({ name: 'istest', params: {} });
    return annotations;
}

function describeMethod(one: UserClass, method: MethodInfo): MethodDescription {
    return {
        name: method.name,
        jsName: method.jsName,
        isStatic: method.isStatic,
        isAbstract: method.isAbstract,
        visibility: method.visibility,
        parameters: method.parameters.map((type, i) => [method.parameterNames[i] ?? '', type.token.name]),
        returnType: method.returnType.token.name,
        annotations: annotationsOf(method.node?.modifiers),
        line: method.node?.line ?? one.node.line
    };
}

function describeField(one: UserClass, field: FieldInfo): FieldDescription {
    const node = one.fieldNodes.get(field);
    return {
        name: field.name,
        jsName: field.jsName,
        type: field.type.token.name,
        isStatic: field.isStatic,
        isTransient: node?.modifiers.words.has('transient') ?? false,
        isFinal: field.isFinal,
        visibility: field.visibility,
        annotations: annotationsOf(node?.modifiers),
        isProperty: field.node !== null,
        hasAccessors: field.hasAccessors,
        isReadable: field.isReadable,
        isWritable: field.isWritable
    };
}

export function describeClass(one: UserClass): ClassDescription {
    const { node, source } = one;
    const visibility = visibilityOf(node.modifiers.words);
    return {
        name: one.name,
        kind: one.kind,
        isAbstract: one.isAbstract,
        visibility: visibility === 'protected' ? 'private' : visibility,
        sharing: sharingOf(node.modifiers.words),
        apiVersion: source.apiVersion,
        line: node.line,
        superclass: one.superclass?.token.name ?? null,
        interfaces: one.interfaces.map((type) => type.token.name),
        annotations: annotationsOf(node.modifiers),
        isTest: one.isTest,
        methods: [...one.methods.values()].flat().map((method) => describeMethod(one, method)),
        fields: [...one.fields.values()].map((field) => describeField(one, field)),
        constructors: one.constructors.map((constructor) => ({
            jsName: constructor.jsName,
            parameters: constructor.parameters.map((type) => type.token.name)
        })),
        enumValues: one.enumValues,
        token: one.type.token.name
    };
}
