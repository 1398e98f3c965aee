/** Constants of emitted scripts in plain data. Library functions, objects and fields go by name. */
import type { Accessors, Implementation, LibraryClass } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { ClassRecord } from '../runtime/record.ts';
import type { Schema } from '../schema/model.ts';
import { parseSoql } from '../soql/parser.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { enumConstants, EnumValue } from '../values/enums.ts';
import { typeToken } from '../values/typeToken.ts';

/** First the kind, then what finds the value again. */
export type KeptConstant =
    | readonly ['record', number]
    | readonly ['type', string]
    | readonly ['decimal', string, number]
    | readonly ['double', number]
    | readonly ['object', string]
    | readonly ['field', string, string]
    | readonly ['query', string]
    | readonly ['enum', string, readonly string[], number]
    | readonly ['library', string, string, 'call' | 'get' | 'set'];

/** A value that has no plain form. */
export class CannotKeep extends Error {}

/** Writes constants down. */
export class ConstantWriter {
    private readonly known = new Map<Value, KeptConstant>();
    private readonly enums = new Map<string, readonly string[]>();

    constructor(
        schema: Schema,
        library: readonly LibraryClass[],
        records: readonly ClassRecord[],
        enums: ReadonlyMap<string, readonly string[]>
    ) {
        for (const object of schema.objects) {
            this.known.set(object, ['object', object.name]);
            for (const field of object.fields.values()) {
                // Objects may share a field's definition; its owner is found by the object beside it then.
                if (!this.known.has(field)) this.known.set(field, ['field', object.name, field.name]);
            }
        }
        for (const one of library) {
            for (const [signature, member] of Object.entries(one.members)) {
                if (typeof member === 'function') this.known.set(member, ['library', one.name, signature, 'call']);
                else if (typeof member === 'object') {
                    this.known.set(member.get, ['library', one.name, signature, 'get']);
                    this.known.set(member.set, ['library', one.name, signature, 'set']);
                }
            }
            if (one.kind === 'enum') this.enums.set(one.name, one.enumValues);
        }
        for (const [name, values] of enums) this.enums.set(name, values);
        for (const [index, record] of records.entries()) this.known.set(record, ['record', index]);
    }

    /** @throws CannotKeep */
    write(value: Value, queryTexts: ReadonlyMap<Value, string>): KeptConstant {
        const known = this.known.get(value);
        if (known) return known;
        const text = queryTexts.get(value);
        if (text !== undefined) return ['query', text];
        if (value instanceof Decimal) return ['decimal', value.unscaled.toString(), value.scale];
        if (value instanceof ApexDouble && Number.isFinite(value.value)) return ['double', value.value];
        if (value instanceof EnumValue) {
            const values = this.enums.get(value.type.name);
            if (values?.[value.ordinal] === value.name) return ['enum', value.type.name, values, value.ordinal];
        }
        const name = (value as { name?: unknown } | null)?.name;
        if (typeof name === 'string' && typeToken(name) === value) return ['type', name];
        throw new CannotKeep(`A constant of an emitted script has no plain form: ${typeof value}`);
    }
}

/** Finds constants again. */
export class ConstantReader {
    private readonly schema: Schema;
    private readonly library: ReadonlyMap<string, LibraryClass>;
    private readonly records: readonly ClassRecord[];

    constructor(schema: Schema, library: readonly LibraryClass[], records: readonly ClassRecord[]) {
        this.schema = schema;
        this.library = new Map(library.map((one) => [one.name, one]));
        this.records = records;
    }

    read(kept: KeptConstant): Value {
        switch (kept[0]) {
            case 'record':
                return found(this.records[kept[1]], kept);
            case 'type':
                return typeToken(kept[1]);
            case 'decimal':
                return Decimal.fromUnscaled(BigInt(kept[1]), kept[2]);
            case 'double':
                return new ApexDouble(kept[1]);
            case 'object':
                return found(this.schema.object(kept[1]), kept);
            case 'field': {
                const object = found(this.schema.object(kept[1]), kept);
                return found(this.schema.field(object, kept[2]), kept);
            }
            case 'query':
                return parseSoql(kept[1]);
            case 'enum':
                return found(enumConstants(kept[1], kept[2])[kept[3]], kept);
            case 'library': {
                const member = found(this.library.get(kept[1])?.members[kept[2]], kept);
                if (kept[3] === 'call') return member as Implementation;
                return (member as Accessors)[kept[3]];
            }
        }
    }
}

function found<T>(value: T | undefined, kept: KeptConstant): T {
    if (value === undefined) throw new Error(`A kept constant is gone: ${JSON.stringify(kept)}`);
    return value;
}
