/** Validation rules of the package. */
import { inCodeUnit } from '../runtime/requestLog.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { FormulaRuntimeError, isTrue } from '../formula/compile.ts';
import { formulaOfRule, recordContext } from '../formula/recordContext.ts';
import { alive, fail } from './types.ts';
import type { SaveChunk, SaveRow } from './types.ts';

/** Every active rule whose condition is true adds its message; all broken rules are reported. */
export function checkValidationRules(tx: Transaction, chunk: SaveChunk): void {
    const rules = chunk.def.validationRules.filter((rule) => rule.isActive);
    for (const row of rules.length === 0 ? [] : alive(chunk.rows)) {
        const name = `Validation:${chunk.def.name}:${row.record.id ?? 'new'}`;
        inCodeUnit(tx, name, () => checkRow(tx, chunk, row));
    }
}

function checkRow(tx: Transaction, chunk: SaveChunk, row: SaveRow): void {
    const context = recordContext(tx, row.record, row.old);
    for (const rule of chunk.def.validationRules) {
        if (!rule.isActive) {
            continue;
        }
        const fields =
            rule.errorField === undefined ? [] : [tx.schema.field(chunk.def, rule.errorField)?.name ?? rule.errorField];
        try {
            tx.log?.write('VALIDATION_RULE', rule.name);
            const isBroken = isTrue(formulaOfRule(tx, chunk.def, rule), context);
            tx.log?.write('VALIDATION_FORMULA', rule.formula.replace(/\s+/g, ' '));
            tx.log?.write(isBroken ? 'VALIDATION_FAIL' : 'VALIDATION_PASS');
            if (isBroken) {
                fail(row, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, fields);
            }
        } catch (problem) {
            if (!(problem instanceof FormulaRuntimeError)) {
                throw problem;
            }
            const message = `The formula in the "${rule.name}" validation rule is invalid: ${problem.message}`;
            fail(row, 'FIELD_INTEGRITY_EXCEPTION', message);
        }
    }
}
