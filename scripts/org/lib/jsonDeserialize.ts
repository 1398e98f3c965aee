/** JSON to Apex values of a given type. */
import type { RuntimeContext } from '../runtime/library.ts';
import type { ClassMeta, FieldMeta, Value } from '../runtime/program.ts';
import { recordsByMeta } from '../runtime/stub.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import { Blob } from '../values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { enumConstants } from '../values/enums.ts';
import { apexException } from '../values/exceptions.ts';
import { apexTypeOfField } from '../values/fieldTypes.ts';
import { toId18 } from '../values/ids.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { genericToken, typeToken, type TypeToken } from '../values/typeToken.ts';
import { readLibraryValue } from './jsonForms.ts';
import { JsonNumber, type JsonNode } from './jsonTree.ts';
import { listType } from './support.ts';

const UNTYPED_LIST = listType('Object');
const UNTYPED_MAP = typeToken('Map<String,Object>');

function failure(message: string): unknown {
    return apexException('JSONException', message);
}

/** `deserializeUntyped`: objects become `Map<String,Object>`, arrays `List<Object>`, numbers Integer, Long or Decimal. */
export function untypedValue(node: JsonNode): Value {
    if (node instanceof JsonNumber) {
        if (!/^-?\d+$/.test(node.text)) return Decimal.of(node.text);
        const whole = Number(node.text);
        if (whole >= -2_147_483_648 && whole <= 2_147_483_647) return whole | 0;
        const long = BigInt(node.text);
        return BigInt.asIntN(64, long) === long ? long : Decimal.of(long);
    }
    if (Array.isArray(node)) return new ApexList(UNTYPED_LIST, node.map(untypedValue));
    if (node instanceof Map) {
        return new ApexMap(
            UNTYPED_MAP,
            [...node].map(([key, item]) => [key, untypedValue(item)])
        );
    }
    return node;
}

/** Text of a string, number or literal. Throws JSONException for objects and arrays. */
function primitiveText(node: JsonNode): string {
    if (node instanceof JsonNumber) return node.text;
    if (typeof node === 'string') return node;
    if (typeof node === 'boolean') return String(node);
    throw failure('Illegal value for primitive');
}

/** The result, or the failure of a text that did not fit. */
function parsed<T>(value: T | null, text: string, type: string): T {
    if (value === null) throw failure(`Illegal value for primitive: ${text} is no ${type}`);
    return value;
}

const WHOLE = /^[+-]?\d+$/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function wholeNumber(text: string, bits: 32 | 64): bigint | null {
    if (!WHOLE.test(text)) return null;
    const value = BigInt(text);
    return BigInt.asIntN(bits, value) === value ? value : null;
}

const PRIMITIVES: Readonly<Record<string, (text: string) => Value>> = {
    String: (text) => text,
    Boolean: (text) => (text === 'true' ? true : text === 'false' ? false : null),
    Integer: (text) => {
        const value = wholeNumber(text, 32);
        return value === null ? null : Number(value);
    },
    Long: (text) => wholeNumber(text, 64),
    Double: (text) => (NUMBER.test(text) ? new ApexDouble(Number(text)) : null),
    Decimal: (text) => (NUMBER.test(text) ? Decimal.of(text) : null),
    Id: toId18,
    Date: (text) => ApexDate.parseIso(text),
    Datetime: (text) => ApexDatetime.parseIso(text),
    Time: (text) => ApexTime.parseIso(text),
    Blob: (text) => new Blob(Uint8Array.from(Buffer.from(text, 'base64')))
};

function primitive(node: JsonNode, type: string): Value {
    const text = primitiveText(node);
    return parsed(PRIMITIVES[type]!(text), text, type);
}

/** An instance whose field initialisers ran but no constructor, as the platform makes it here. */
function allocate(meta: ClassMeta): Value {
    const record = recordsByMeta.get(meta);
    return record ? new record.J().$i() : meta.construct([]);
}

/** Builds typed values; `isStrict` refuses names that the target has not. */
export class JsonReader {
    private readonly context: RuntimeContext;
    private readonly isStrict: boolean;

    constructor(context: RuntimeContext, isStrict: boolean) {
        this.context = context;
        this.isStrict = isStrict;
    }

    /** Throws JSONException when the JSON does not fit the type, TypeException when the type cannot be made. */
    read(node: JsonNode, type: TypeToken): Value {
        if (node === null) return null;
        if (type.name === 'Object' || type.name === 'ANY') return untypedValue(node);
        if (Object.hasOwn(PRIMITIVES, type.name)) return primitive(node, type.name);
        if (type.base === 'List' || type.base === 'Iterable') return this.list(node, type);
        if (type.base === 'Set') return new ApexSet(type, this.items(node, type));
        if (type.base === 'Map') return this.map(node, type);
        const meta = this.context.program().classNamed(type.name);
        if (meta) return meta.kind === 'enum' ? this.enumValue(node, meta) : this.object(node, meta);
        if (type.name === 'SObject') return this.anyRecord(node);
        const def = this.context.tx().schema.object(type.name);
        if (def) return this.record(node, def);
        const library = node instanceof Map ? readLibraryValue(type.name, node, this.read.bind(this)) : undefined;
        if (library !== undefined) return library;
        throw failure(`Apex Type unsupported in JSON: ${type.name}`);
    }

    private items(node: JsonNode, type: TypeToken): Value[] {
        if (!Array.isArray(node)) throw failure("Malformed JSON: Expected '[' at the beginning of List/Set");
        return node.map((item) => this.read(item, type.args[0]!));
    }

    private list(node: JsonNode, type: TypeToken): ApexList {
        return new ApexList(genericToken('List', type.args), this.items(node, type));
    }

    private map(node: JsonNode, type: TypeToken): ApexMap {
        if (!(node instanceof Map)) throw failure("Malformed JSON: Expected '{' at the beginning of object");
        const [keyType, valueType] = [type.args[0]!, type.args[1]!];
        return new ApexMap(
            type,
            [...node].map(([key, item]) => [this.read(key, keyType), this.read(item, valueType)])
        );
    }

    private enumValue(node: JsonNode, meta: ClassMeta): Value {
        const name = primitiveText(node).toLowerCase();
        const found = enumConstants(meta.token.name, meta.enumValues).find((one) => one.name.toLowerCase() === name);
        if (!found) throw failure(`Illegal value for enum ${meta.name}: ${primitiveText(node)}`);
        return found;
    }

    private object(node: JsonNode, meta: ClassMeta): Value {
        if (!(node instanceof Map)) throw failure("Malformed JSON: Expected '{' at the beginning of object");
        if (meta.kind === 'interface' || meta.isAbstract) {
            throw apexException('TypeException', `${meta.name} cannot be constructed`);
        }
        const instance = allocate(meta);
        const fields = this.fieldsOf(meta);
        for (const [name, content] of node) {
            const field = fields.get(name.toLowerCase());
            if (field?.isWritable) field.set(instance, this.read(content, field.type));
            else if (!field && this.isStrict) throw failure(`Unknown field: ${meta.name}.${name}`);
        }
        return instance;
    }

    /** Instance fields of the hierarchy by lower-case name. */
    private fieldsOf(meta: ClassMeta): Map<string, FieldMeta> {
        const fields = new Map<string, FieldMeta>();
        for (let one: ClassMeta | undefined = meta; one;) {
            for (const field of one.fields) {
                const key = field.name.toLowerCase();
                if (!field.isStatic && !field.isTransient && !fields.has(key)) fields.set(key, field);
            }
            one = one.superclass ? this.context.program().classNamed(one.superclass.name) : undefined;
        }
        return fields;
    }

    /** A record whose object is named by its attributes. */
    private anyRecord(node: JsonNode): SObject {
        const attributes = node instanceof Map ? node.get('attributes') : undefined;
        const type = attributes instanceof Map ? attributes.get('type') : undefined;
        const def = typeof type === 'string' ? this.context.tx().schema.object(type) : undefined;
        if (!def) throw failure('Cannot deserialize an SObject without attributes that name its type');
        return this.record(node, def);
    }

    private record(node: JsonNode, def: ObjectDef): SObject {
        if (!(node instanceof Map)) throw failure("Malformed JSON: Expected '{' at the beginning of object");
        const record = new SObject(def);
        for (const [name, content] of node) {
            if (name === 'attributes') continue;
            const field = def.fields.get(name.toLowerCase());
            if (field) record.load(field.name, this.fieldValue(content, field));
            else this.related(record, name, content);
        }
        return record;
    }

    private fieldValue(node: JsonNode, field: FieldDef): Value {
        if (node === null) return null;
        const type = apexTypeOfField(field);
        return Object.hasOwn(PRIMITIVES, type) ? primitive(node, type) : untypedValue(node);
    }

    /** A parent record, or the children of a query result. */
    private related(record: SObject, name: string, node: JsonNode): void {
        const { schema } = this.context.tx();
        const parent = schema.parentRelationship(record.def, name);
        if (parent) {
            const [only, ...others] = parent.referenceTo ?? [];
            const target = others.length === 0 && only ? schema.object(only) : undefined;
            const value = node === null ? null : target ? this.record(node, target) : this.anyRecord(node);
            record.load(parent.relationshipName ?? name, value);
            return;
        }
        const lower = name.toLowerCase();
        const child = schema.childRelationships(record.def).find((one) => one.name.toLowerCase() === lower);
        if (!child) throw failure(`No such column '${name}' on sobject of type ${record.def.name}`);
        const rows = node instanceof Map ? (node.get('records') ?? []) : (node ?? []);
        if (!Array.isArray(rows)) throw failure("Malformed JSON: Expected '[' at the beginning of List/Set");
        const records = rows.map((row) => this.record(row, child.childObject));
        record.load(child.name, new ApexList(listType(child.childObject.name), records));
    }
}
