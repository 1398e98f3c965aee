/** Literals and binds of conditions as SQL parameters of the compared field's type. */
import { isTextType } from '../schema/fieldDefaults.ts';
import { encode } from '../store/codec.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { toId18 } from '../values/ids.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { localParts } from '../values/zones.ts';
import { rowsWhere } from '../store/select.ts';
import { dateLiteralRange } from './dateLiterals.ts';
import { queryException } from './errors.ts';
import { localToEpochMs } from '../values/zones.ts';
import type { SoqlBind, SoqlLiteral } from './ast.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import type { FieldDef, FieldType } from '../schema/model.ts';
import type { SqlValue } from '../store/codec.ts';

/** What a condition compares with: enough of a field to convert values. */
export interface Comparable {
    readonly name: string;
    readonly type: FieldType;
    /** Absent for results of functions. */
    readonly field?: FieldDef;
    /** The object that the field is of, where it is a field. */
    readonly object?: string;
}

/** Values of one query's binds and the world that literals refer to. */
export interface ValueContext {
    readonly tx: Transaction;
    readonly binds: readonly Value[];
}

/** Bounds of a date literal in the unit of the compared field: days or milliseconds. */
export interface Range {
    readonly from: number;
    readonly to: number;
}

const NUMBERS: ReadonlySet<FieldType> = new Set(['integer', 'long', 'double', 'currency', 'percent']);

function wrongType(target: Comparable, isQuoted: boolean): never {
    const type = target.type === 'datetime' ? 'dateTime' : NUMBERS.has(target.type) ? 'double' : target.type;
    throw queryException(
        isQuoted
            ? `value of filter criterion for field '${target.name}' must be of type ${type} and should not be enclosed in quotes`
            : `value of filter criterion for field '${target.name}' must be of type ${type === 'id' || type === 'reference' || isTextType(target.type) ? 'string and should be enclosed in quotes' : type}`
    );
}

/** Their records are named, not numbered. */
const NAMED: ReadonlySet<string | undefined> = new Set(['EntityDefinition', 'FieldDefinition']);

function idOf(target: Comparable, text: string): string {
    const owner = target.type === 'id' ? target.object : target.field?.referenceTo?.[0];
    const id = NAMED.has(owner) ? text : toId18(text);
    if (id === null) throw queryException(`invalid ID field: ${text}`);
    return id;
}

/** Apex value to parameter. Throws QueryException when it does not fit the field. */
function encodeValue(target: Comparable, value: Value): SqlValue {
    if (value === null || value === undefined) return null;
    if (value instanceof SObject) return value.id;
    if (value === '' && isTextType(target.type)) return null;
    if (target.type === 'id' || target.type === 'reference') {
        return value === '' ? null : idOf(target, String(value));
    }
    return fittingValue(target, value) ?? wrongType(target, typeof value === 'string');
}

/** The value as the column holds it, blank text as null; undefined when it is of another type than the field. */
function fittingValue(target: Comparable, value: Value): SqlValue | undefined {
    switch (target.type) {
        case 'boolean':
            return typeof value === 'boolean' ? Number(value) : undefined;
        case 'integer':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            if (typeof value === 'number') return value;
            if (typeof value === 'bigint') return Number(value);
            if (value instanceof Decimal) return value.toNumber();
            return value instanceof ApexDouble ? value.value : undefined;
        case 'date':
        case 'datetime':
            return value instanceof ApexDate || value instanceof ApexDatetime
                ? encode(asField(target), value)
                : undefined;
        case 'time':
            return value instanceof ApexTime ? value.msOfDay : undefined;
        default:
            return typeof value === 'string' ? value : String(value.name ?? value);
    }
}

function asField(target: Comparable): FieldDef {
    return { name: target.name, type: target.type } as FieldDef;
}

/** Literal to parameter; date literals are ranges and do not come here. */
export function literalValue(context: ValueContext, target: Comparable, literal: SoqlLiteral): SqlValue {
    const isText =
        isTextType(target.type) || target.type === 'id' || target.type === 'reference' || target.type === 'anytype';
    switch (literal.kind) {
        case 'null':
            return null;
        case 'bind':
            return encodeValue(target, bindValue(context, literal.bind));
        case 'string':
            return isText ? encodeValue(target, literal.value) : wrongType(target, true);
        case 'number':
            return NUMBERS.has(target.type) ? Number(literal.text) : wrongType(target, false);
        case 'boolean':
            return target.type === 'boolean' ? Number(literal.value) : wrongType(target, false);
        case 'date':
            if (target.type !== 'date') return wrongType(target, false);
            return encode(asField(target), ApexDate.parseIso(literal.text) ?? invalidDate(literal.text));
        case 'datetime':
            if (target.type !== 'datetime') return wrongType(target, false);
            return encode(asField(target), datetimeOf(literal.text));
        case 'time':
            return encode(asField(target), ApexTime.parseIso(literal.text) ?? invalidDate(literal.text));
        case 'dateLiteral':
            return wrongType(target, false);
    }
}

function invalidDate(text: string): never {
    throw queryException(`Invalid date: ${text}`);
}

function datetimeOf(text: string): ApexDatetime {
    const ms = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(ms) ? invalidDate(text) : ApexDatetime.fromEpochMs(ms);
}

/** Value of a bind, by its position in the query. */
export function bindValue(context: ValueContext, bind: SoqlBind): Value {
    return context.binds[bind.index] ?? null;
}

/** Elements of a list, a set or an array of SObjects; a single value counts as one element. */
export function elementsOf(value: Value): readonly Value[] {
    if (value instanceof ApexList) return value.items;
    if (value instanceof ApexSet) return [...value.values()];
    return [value];
}

/** Parameters of an IN list: literals, binds, and the elements of collection binds. */
export function listValues(context: ValueContext, target: Comparable, items: readonly SoqlLiteral[]): SqlValue[] {
    return items.flatMap((item) =>
        item.kind === 'bind'
            ? elementsOf(bindValue(context, item.bind)).map((each) => encodeValue(target, each))
            : [literalValue(context, target, item)]
    );
}

/** Text patterns of LIKE, with `\_` and `\%` still escaped. */
export function patternsOf(context: ValueContext, literal: SoqlLiteral): (string | null)[] {
    if (literal.kind === 'string') return [literal.pattern];
    if (literal.kind === 'null') return [null];
    if (literal.kind !== 'bind') return wrongType({ name: 'LIKE', type: 'string' }, false);
    return elementsOf(bindValue(context, literal.bind)).map((each) => (each === null ? null : String(each)));
}

/** Month in which the org's fiscal year starts, 1 to 12. */
export function fiscalYearStart(tx: Transaction): number {
    const organization = tx.schema.object('Organization');
    const row = organization && rowsWhere(tx.store, organization, {})[0];
    return (row?.fields.get('FiscalYearStartMonth') as number | undefined) ?? 1;
}

/** Range of a date literal in the running user's time zone at the clock's instant. */
export function dateRange(context: ValueContext, target: Comparable, name: string, n: number | null): Range {
    const { tx } = context;
    if (target.type !== 'date' && target.type !== 'datetime') wrongType(target, false);
    const zone = tx.user.timeZone;
    const now = localParts(zone, tx.clock.now());
    const today = ApexDate.of(now.year, now.month, now.day).epochDay;
    const start = name.includes('FISCAL') ? fiscalYearStart(tx) : 1;
    const days = dateLiteralRange(name, n, today, start);
    if (target.type === 'date') return days;
    const instant = (day: number): number => {
        const date = ApexDate.fromEpochDay(day);
        return localToEpochMs(zone, date.year, date.month, date.day);
    };
    return { from: instant(days.from), to: instant(days.to) };
}
