/** Roll-up summary fields: recomputed for the masters of saved, moved and deleted details. */
import type { FieldDef, ObjectDef, RollupDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { order } from '../formula/operators.ts';
import { toFormulaValue } from '../formula/types.ts';
import { Decimal } from '../values/decimal.ts';
import { apexEquals } from '../values/equality.ts';
import { SObject } from '../values/sobject.ts';
import { fieldValue, passes } from './filters.ts';
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
function summarize(
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
