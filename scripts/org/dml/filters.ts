/** Criteria of roll-ups, lookup filters and sharing rules: a field, an operation and a text. */
import type { FieldDef, FilterDef, ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { isTextType } from '../schema/fieldDefaults.ts';
import { calculatedValue } from '../formula/recordContext.ts';
import { toFormulaValue } from '../formula/types.ts';
import { Decimal } from '../values/decimal.ts';
import type { SObject } from '../values/sobject.ts';

/** Value of a field, calculated when it is a formula. */
export function fieldValue(tx: Transaction, record: SObject, field: FieldDef): Value {
    return field.formula === undefined ? (record.fields.get(field.name) ?? null) : calculatedValue(tx, record, field);
}

/** How texts are compared. */
export interface Comparing {
    /** The text is one value, commas or not. */
    readonly isSingle?: boolean;
    /** Texts differ by case; picklists never do. */
    readonly isCaseSensitive?: boolean;
}

/** Whether a record meets one criterion. */
export function passes(tx: Transaction, def: ObjectDef, record: SObject, filter: FilterDef): boolean {
    const name = filter.field.includes('.') ? filter.field.slice(filter.field.lastIndexOf('.') + 1) : filter.field;
    const field = tx.schema.field(def, name);
    if (field === undefined) {
        throw new Error(`A filter names the field ${filter.field}, which ${def.name} does not have`);
    }
    return meets(field, fieldValue(tx, record, field), filter.operation, filter.value);
}

/**
 * Whether a value meets one criterion.
 * @param text what it is compared with; commas part alternatives of texts and picklists
 */
export function meets(
    field: FieldDef,
    value: Value,
    operation: string,
    text: string,
    { isSingle = false, isCaseSensitive = false }: Comparing = {}
): boolean {
    const isList = !isSingle && (field.type === 'picklist' || field.type === 'string');
    const wanted = isList ? text.split(',').map((each) => each.trim()) : [text];
    const isExact = isCaseSensitive && (field.type === 'string' || field.type === 'textarea');
    const fold = (each: string): string => (isExact ? each : each.toLowerCase());
    const whole = fold(String(value ?? ''));
    switch (operation) {
        case 'equals':
            return wanted.some((each) => compareText(value, each, field, fold) === 0);
        case 'notEqual':
            return wanted.every((each) => compareText(value, each, field, fold) !== 0);
        case 'lessThan':
            return isBefore(compareText(value, text, field, fold), (sign) => sign < 0);
        case 'lessOrEqual':
            return isBefore(compareText(value, text, field, fold), (sign) => sign <= 0);
        case 'greaterThan':
            return isBefore(compareText(value, text, field, fold), (sign) => sign > 0);
        case 'greaterOrEqual':
            return isBefore(compareText(value, text, field, fold), (sign) => sign >= 0);
        case 'contains':
        case 'includes':
            return wanted.some((each) => whole.includes(fold(each)));
        case 'notContain':
        case 'excludes':
            return wanted.every((each) => !whole.includes(fold(each)));
        case 'startsWith':
            return wanted.some((each) => whole.startsWith(fold(each)));
        default:
            throw new Error(`A filter has the unknown operation ${operation}`);
    }
}

/** A value as criteria write it: days and instants in ISO form, blank for nothing. */
export function comparable(value: Value): string {
    if (value === null) return '';
    const plain = toFormulaValue(value, null);
    return typeof plain === 'string' ? plain : String(plain.toIso?.() ?? plain.toText?.() ?? plain);
}

function isBefore(sign: number | null, test: (sign: number) => boolean): boolean {
    return sign !== null && test(sign);
}

/** Order of a value and a filter's text; null when one of them is blank and the other is not. */
function compareText(value: Value, text: string, field: FieldDef, fold: (text: string) => string): number | null {
    if (value === null) {
        return text === '' || (field.type === 'boolean' && text.toLowerCase() === 'false') ? 0 : null;
    }
    if (field.type === 'boolean') {
        const wanted = text.toLowerCase() === 'true' || text === '1';
        return value === wanted ? 0 : 1;
    }
    if (text === '') {
        return null;
    }
    const plain = toFormulaValue(value, null);
    if (plain instanceof Decimal) {
        return plain.compare(Decimal.of(text));
    }
    if (isTextType(field.type) || typeof plain === 'string') {
        const left = fold(String(plain));
        const right = fold(text);
        return left < right ? -1 : left > right ? 1 : 0;
    }
    const iso = comparable(value);
    return iso < text ? -1 : iso > text ? 1 : 0;
}
