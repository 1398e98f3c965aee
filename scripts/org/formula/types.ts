/** Types of the formula language and the conversion of Apex values into it. */
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import type { FieldDef } from '../schema/model.ts';
import type { Value } from '../runtime/program.ts';
import type { FormulaContext } from './context.ts';

/** `null` is the type of the literal NULL; it fits everywhere. `id` is text of 15 characters. */
export type FormulaType =
    'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'picklist' | 'multipicklist' | 'null';

/** A formula that the platform would refuse at deploy. `offset` counts characters from the start of the source. */
export class FormulaSyntaxError extends Error {
    readonly offset: number;
    constructor(message: string, offset: number) {
        super(message);
        this.offset = offset;
    }
}

/** A formula that compiled and cannot be calculated for one record (division by zero, bad date text): `#Error!`. */
export class FormulaRuntimeError extends Error {}

/** A reference to a field of the record or of a parent, canonical names. */
export interface FieldReference {
    readonly path: readonly string[];
    readonly field: FieldDef;
}

/** An expression with its type, ready to run. Values: null, string, Decimal, boolean, ApexDate, ApexDatetime, ApexTime. */
export interface Bound {
    readonly type: FormulaType;
    readonly offset: number;
    readonly run: (context: FormulaContext) => Value;
    /** Present when the expression is nothing but a field. */
    readonly reference?: FieldReference;
    /** Present when the expression is a text literal. */
    readonly literal?: string;
}

/** Formula type of a field; null when a formula cannot use the field at all. */
export function typeOfField(field: FieldDef): FormulaType | null {
    switch (field.type) {
        case 'picklist':
            return 'picklist';
        case 'multipicklist':
            return 'multipicklist';
        case 'boolean':
        case 'date':
        case 'datetime':
        case 'time':
            return field.type;
        case 'integer':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            return 'number';
        case 'address':
        case 'location':
        case 'base64':
        case 'anytype':
            return null;
        default:
            return 'text';
    }
}

/**
 * Turns the Apex value of a field into a formula value: every number becomes a Decimal, a blank checkbox is false,
 * percentages count as fractions, ids have 15 characters.
 */
export function toFormulaValue(value: Value, field: FieldDef | null): Value {
    if (value === null || value === undefined || value === '') {
        return field?.type === 'boolean' ? false : null;
    }
    if (typeof value === 'number' || typeof value === 'bigint') {
        return scaled(Decimal.of(value), field);
    }
    if (value instanceof ApexDouble) {
        return scaled(Decimal.of(value.value), field);
    }
    if (value instanceof Decimal) {
        return scaled(value, field);
    }
    if (typeof value === 'string' && (field?.type === 'id' || field?.type === 'reference')) {
        return value.slice(0, 15);
    }
    return value;
}

function scaled(value: Decimal, field: FieldDef | null): Decimal {
    return field?.type === 'percent' ? Decimal.fromUnscaled(value.unscaled, value.scale + 2) : value;
}

/** True for null and the empty text, which formulas do not tell apart. */
export function isBlank(value: Value): boolean {
    return value === null || value === undefined || value === '';
}
