/** Metadata of compiled classes: what the library, the engine and the host see. */
import type { ClassMeta, FieldMeta, MethodMeta, SourceFile, Value } from '../runtime/program.ts';
import type { ClassRecord } from '../runtime/record.ts';
import { emittedNames, recordsByMeta } from '../runtime/stub.ts';
import { apexException } from '../values/exceptions.ts';
import { typeToken, type TypeToken } from '../values/typeToken.ts';
import type { ClassDescription, FieldDescription, MethodDescription } from './describeClass.ts';

export type InstanceTest = (value: Value, type: TypeToken) => boolean;

function methodMeta(record: ClassRecord, method: MethodDescription): MethodMeta {
    const { jsName } = method;
    const meta: MethodMeta = {
        name: method.name,
        isStatic: method.isStatic,
        isAbstract: method.isAbstract,
        visibility: method.visibility,
        parameters: method.parameters.map(([name, type]) => ({ name, type: typeToken(type) })),
        returnType: typeToken(method.returnType),
        annotations: method.annotations,
        line: method.line,
        invoke: method.isStatic
            ? (_self, args) => record[jsName](...args) ?? null
            : (self, args) => self[jsName](...args) ?? null
    };
    emittedNames.set(meta, jsName);
    return meta;
}

function fieldMeta(record: ClassRecord, field: FieldDescription): FieldMeta {
    const { jsName } = field;
    const holder = (self: Value): Value => (field.isStatic ? (record.S ?? record.init()) : self);
    const functions = (self: Value): Value => (field.isStatic ? record : self);
    return {
        name: field.name,
        type: typeToken(field.type),
        isStatic: field.isStatic,
        isTransient: field.isTransient,
        isFinal: field.isFinal,
        visibility: field.visibility,
        annotations: field.annotations,
        isProperty: field.isProperty,
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

/** Metadata of one class. Members are made when somebody asks: most classes are never looked into. */
export function classMeta(
    described: ClassDescription,
    record: ClassRecord,
    source: SourceFile,
    isInstance: InstanceTest
): ClassMeta {
    let methods: MethodMeta[] | null = null;
    let fields: FieldMeta[] | null = null;
    const meta: ClassMeta = {
        name: described.name,
        kind: described.kind,
        isAbstract: described.isAbstract,
        visibility: described.visibility,
        sharing: described.sharing,
        apiVersion: described.apiVersion,
        path: source.path,
        line: described.line,
        superclass: described.superclass === null ? null : typeToken(described.superclass),
        interfaces: described.interfaces.map(typeToken),
        annotations: described.annotations,
        isTest: described.isTest,
        get methods() {
            return (methods ??= described.methods.map((method) => methodMeta(record, method)));
        },
        get fields() {
            return (fields ??= described.fields.map((field) => fieldMeta(record, field)));
        },
        enumValues: described.enumValues,
        token: typeToken(described.token),
        get source() {
            return source.text;
        },
        construct(args) {
            const fitting = described.constructors.filter(
                ({ parameters }) =>
                    parameters.length === args.length &&
                    parameters.every((type, i) => args[i] === null || isInstance(args[i], typeToken(type)))
            );
            const [constructor] = fitting;
            if (!constructor || described.isAbstract || described.kind !== 'class') {
                throw apexException('TypeException', `Type cannot be constructed: ${described.name}`);
            }
            return new record.J().$i()[constructor.jsName](...args);
        }
    };
    record.meta = meta;
    recordsByMeta.set(meta, record);
    return meta;
}

/** What instances know of their class; its script has run. */
export function linkInstances(record: ClassRecord): void {
    if (!record.J) return;
    record.J.meta = record.meta;
    record.J.types = record.types;
}
