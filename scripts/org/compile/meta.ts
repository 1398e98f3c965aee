/** Metadata of compiled classes: what the library, the engine and the host see. */
import type { Annotation, ClassMeta, FieldMeta, MethodMeta, Value } from '../runtime/program.ts';
import { emittedNames, recordsByMeta } from '../runtime/stub.ts';
import type { AnnotationNode, Modifiers } from '../syntax/ast.ts';
import type { FieldInfo, MethodInfo } from '../types/model.ts';
import { apexException } from '../values/exceptions.ts';
import type { TypeToken } from '../values/typeToken.ts';
import { sharingOf, visibilityOf } from './declare.ts';
import type { UserClass } from './userClass.ts';

type InstanceTest = (value: Value, type: TypeToken) => boolean;

function annotationsOf(modifiers: Modifiers | undefined): Annotation[] {
    const annotations = (modifiers?.annotations ?? []).map((node: AnnotationNode) => ({
        name: node.name.toLowerCase(),
        params: node.params
    }));
    // The old spelling of @IsTest on methods.
    if (modifiers?.words.has('testmethod')) annotations.push({ name: 'istest', params: {} });
    return annotations;
}

function methodMeta(one: UserClass, method: MethodInfo): MethodMeta {
    const { record } = one;
    const { jsName } = method;
    const meta: MethodMeta = {
        name: method.name,
        isStatic: method.isStatic,
        isAbstract: method.isAbstract,
        visibility: method.visibility,
        parameters: method.parameters.map((type, i) => ({ name: method.parameterNames[i] ?? '', type: type.token })),
        returnType: method.returnType.token,
        annotations: annotationsOf(method.node?.modifiers),
        line: method.node?.line ?? one.node.line,
        invoke: method.isStatic
            ? (_self, args) => record[jsName](...args) ?? null
            : (self, args) => self[jsName](...args) ?? null
    };
    emittedNames.set(meta, jsName);
    return meta;
}

function fieldMeta(one: UserClass, field: FieldInfo): FieldMeta {
    const { record } = one;
    const { jsName } = field;
    const node = one.fieldNodes.get(field);
    const holder = (self: Value): Value => (field.isStatic ? (record.S ?? record.init()) : self);
    const functions = (self: Value): Value => (field.isStatic ? record : self);
    return {
        name: field.name,
        type: field.type.token,
        isStatic: field.isStatic,
        isTransient: node?.modifiers.words.has('transient') ?? false,
        isFinal: field.isFinal,
        visibility: field.visibility,
        annotations: annotationsOf(node?.modifiers),
        isProperty: field.node !== null,
        isReadable: field.isReadable,
        isWritable: field.isWritable,
        get: (self) =>
            field.hasAccessors && field.isReadable ? functions(self)[`g_${jsName}`]() : holder(self)[jsName],
        set(self, value) {
            if (field.hasAccessors && field.isWritable) functions(self)[`s_${jsName}`](value);
            else holder(self)[jsName] = value;
        }
    };
}

/** Describes one class; its script has run already. */
export function classMeta(one: UserClass, isInstance: InstanceTest): ClassMeta {
    const { node, record, source } = one;
    const visibility = visibilityOf(node.modifiers.words);
    const meta: ClassMeta = {
        name: one.name,
        kind: one.kind,
        isAbstract: one.isAbstract,
        visibility: visibility === 'protected' ? 'private' : visibility,
        sharing: sharingOf(node.modifiers.words),
        apiVersion: source.apiVersion,
        path: source.path,
        line: node.line,
        superclass: one.superclass?.token ?? null,
        interfaces: one.interfaces.map((type) => type.token),
        annotations: annotationsOf(node.modifiers),
        isTest: one.isTest,
        methods: [...one.methods.values()].flat().map((method) => methodMeta(one, method)),
        fields: [...one.fields.values()].map((field) => fieldMeta(one, field)),
        enumValues: one.enumValues,
        token: one.type.token,
        source: source.text,
        construct(args) {
            const fitting = one.constructors.filter(
                (constructor) =>
                    constructor.parameters.length === args.length &&
                    constructor.parameters.every((type, i) => args[i] === null || isInstance(args[i], type.token))
            );
            const [constructor] = fitting;
            if (!constructor || one.isAbstract || one.kind !== 'class') {
                throw apexException('TypeException', `Type cannot be constructed: ${one.name}`);
            }
            return new record.J().$i()[constructor.jsName](...args);
        }
    };
    record.meta = meta;
    recordsByMeta.set(meta, record);
    if (record.J) {
        record.J.meta = meta;
        record.J.types = record.types;
    }
    return meta;
}
