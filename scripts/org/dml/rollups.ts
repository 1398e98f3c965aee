/** Roll-up summary fields: recomputed for the masters of saved, moved and deleted details. */
import type { FieldDef, ObjectDef, RollupDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { calculatedValue } from '../formula/recordContext.ts';
import { order } from '../formula/operators.ts';
import { toFormulaValue } from '../formula/types.ts';
import { Decimal } from '../values/decimal.ts';
import { apexEquals } from '../values/equality.ts';
import { SObject } from '../values/sobject.ts';
import { isTextType } from '../schema/fieldDefaults.ts';
import { updateInternally } from './lists.ts';
import { rowsByField, storedRow } from './storage.ts';

interface Target {
    readonly master: ObjectDef;
    /** Master-detail field of the detail. */
    readonly link: FieldDef;
    readonly summaries: readonly FieldDef[];
}

/** @param details records (also as they were before) whose masters may have changed sums */
export function updateRollups(tx: Transaction, def: ObjectDef, details: readonly SObject[]): void {
    for (const target of targetsOf(tx, def)) {
        const ids = new Set(
            details.map((detail) => detail.fields.get(target.link.name) ?? null).filter((id) => id !== null)
        );
        const changes = [...ids]
            .map((id) => changedSums(tx, def, target, String(id)))
            .filter((change) => change !== null);
        if (changes.length > 0) {
            updateInternally(tx, changes);
        }
    }
}

function targetsOf(tx: Transaction, def: ObjectDef): Target[] {
    const targets: Target[] = [];
    for (const link of def.fields.values()) {
        const master = link.isMasterDetail === true ? tx.schema.object(link.referenceTo?.[0] ?? '') : undefined;
        const summaries = [...(master?.fields.values() ?? [])].filter(
            ({ rollup }) =>
                rollup !== undefined &&
                rollup.childObject.toLowerCase() === def.name.toLowerCase() &&
                rollup.childField.toLowerCase() === link.name.toLowerCase()
        );
        if (master !== undefined && summaries.length > 0) {
            targets.push({ master, link, summaries });
        }
    }
    return targets;
}

function changedSums(tx: Transaction, def: ObjectDef, target: Target, masterId: string): SObject | null {
    const master = storedRow(tx, target.master, masterId);
    if (master === null) {
        return null;
    }
    const details = rowsByField(tx, def, target.link, [masterId]);
    const change = new SObject(target.master);
    change.load('Id', masterId);
    for (const field of target.summaries) {
        const value = summarize(tx, def, field, field.rollup!, details);
        if (!apexEquals(value, master.fields.get(field.name) ?? null)) {
            change.load(field.name, value);
        }
    }
    return change.fields.size > 1 ? change : null;
}

/** Value of one summary over the details of one master. */
export function summarize(
    tx: Transaction,
    def: ObjectDef,
    field: FieldDef,
    rollup: RollupDef,
    details: readonly SObject[]
): Value {
    const counted = details.filter((detail) => rollup.filters.every((filter) => passes(tx, def, detail, filter)));
    if (rollup.operation === 'count') {
        return toNumberType(Decimal.of(counted.length), field);
    }
    const source = tx.schema.field(def, rollup.summarizedField ?? '');
    const values = counted
        .map((detail) => (source === undefined ? null : fieldValue(tx, detail, source)))
        .filter((value) => value !== null);
    if (rollup.operation === 'sum') {
        const total = values
            .map((value) => toFormulaValue(value, null) as Decimal)
            .reduce((sum, value) => sum.add(value), Decimal.of(0));
        return toNumberType(total, field);
    }
    const sign = rollup.operation === 'min' ? -1 : 1;
    let best: Value = null;
    for (const value of values) {
        if (best === null || order(toFormulaValue(value, null), toFormulaValue(best, null)) * sign > 0) {
            best = value;
        }
    }
    return best;
}

function toNumberType(value: Decimal, field: FieldDef): Value {
    return field.type === 'integer' ? value.toNumber() : value.setScale(field.scale ?? value.scale, 'HALF_UP');
}

function fieldValue(tx: Transaction, record: SObject, field: FieldDef): Value {
    return field.formula === undefined ? (record.fields.get(field.name) ?? null) : calculatedValue(tx, record, field);
}

function passes(tx: Transaction, def: ObjectDef, detail: SObject, filter: RollupDef['filters'][number]): boolean {
    const name = filter.field.includes('.') ? filter.field.slice(filter.field.lastIndexOf('.') + 1) : filter.field;
    const field = tx.schema.field(def, name);
    if (field === undefined) {
        throw new Error(`Roll-up filter names the field ${filter.field}, which ${def.name} does not have`);
    }
    const value = fieldValue(tx, detail, field);
    const wanted =
        field.type === 'picklist' || field.type === 'string'
            ? filter.value.split(',').map((each) => each.trim())
            : [filter.value];
    switch (filter.operation) {
        case 'equals':
            return wanted.some((each) => compareText(value, each, field) === 0);
        case 'notEqual':
            return wanted.every((each) => compareText(value, each, field) !== 0);
        case 'lessThan':
            return isBefore(compareText(value, filter.value, field), (sign) => sign < 0);
        case 'lessOrEqual':
            return isBefore(compareText(value, filter.value, field), (sign) => sign <= 0);
        case 'greaterThan':
            return isBefore(compareText(value, filter.value, field), (sign) => sign > 0);
        case 'greaterOrEqual':
            return isBefore(compareText(value, filter.value, field), (sign) => sign >= 0);
        case 'contains':
        case 'includes':
            return wanted.some((each) =>
                String(value ?? '')
                    .toLowerCase()
                    .includes(each.toLowerCase())
            );
        case 'notContain':
        case 'excludes':
            return wanted.every(
                (each) =>
                    !String(value ?? '')
                        .toLowerCase()
                        .includes(each.toLowerCase())
            );
        case 'startsWith':
            return wanted.some((each) =>
                String(value ?? '')
                    .toLowerCase()
                    .startsWith(each.toLowerCase())
            );
        default:
            throw new Error(`Roll-up filter has the unknown operation ${filter.operation}`);
    }
}

function isBefore(sign: number | null, test: (sign: number) => boolean): boolean {
    return sign !== null && test(sign);
}

/** Order of a value and a filter's text; null when the value is blank and the text is not. */
function compareText(value: Value, text: string, field: FieldDef): number | null {
    if (value === null) {
        return text === '' || (field.type === 'boolean' && text.toLowerCase() === 'false') ? 0 : null;
    }
    if (field.type === 'boolean') {
        const wanted = text.toLowerCase() === 'true' || text === '1';
        return value === wanted ? 0 : 1;
    }
    const plain = toFormulaValue(value, null);
    if (plain instanceof Decimal) {
        return plain.compare(Decimal.of(text));
    }
    if (isTextType(field.type) || typeof plain === 'string') {
        const left = String(plain).toLowerCase();
        const right = text.toLowerCase();
        return left < right ? -1 : left > right ? 1 : 0;
    }
    const iso = String(plain.toIso?.() ?? plain.toText());
    return iso < text ? -1 : iso > text ? 1 : 0;
}
