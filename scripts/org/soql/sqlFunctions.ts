/** Functions that SQLite calls back into: parts of dates, time zones, formula fields. */
import { evaluateField } from '../formula/compile.ts';
import { formulaOfField, recordContext } from '../formula/recordContext.ts';
import { decode, encode } from '../store/codec.ts';
import { SObject } from '../values/sobject.ts';
import { offsetMinutes } from '../values/zones.ts';
import { isDateFunction, type DateFunction } from './ast.ts';
import type { Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { SqlValue } from '../store/codec.ts';
import type { Store } from '../store/store.ts';

const DAY = 86_400_000;

/** Names of SOQL's date functions that yield a number, with what they take from a local instant. */
const DATE_PARTS: Readonly<Record<DateFunction, (date: Date, fiscalStart: number) => number>> = {
    CALENDAR_YEAR: (date) => date.getUTCFullYear(),
    CALENDAR_QUARTER: (date) => Math.floor(date.getUTCMonth() / 3) + 1,
    CALENDAR_MONTH: (date) => date.getUTCMonth() + 1,
    DAY_IN_MONTH: (date) => date.getUTCDate(),
    DAY_IN_WEEK: (date) => date.getUTCDay() + 1,
    DAY_IN_YEAR: (date) => dayInYear(date),
    WEEK_IN_MONTH: (date) => Math.floor((date.getUTCDate() - 1) / 7) + 1,
    WEEK_IN_YEAR: (date) => Math.floor((dayInYear(date) - 1) / 7) + 1,
    HOUR_IN_DAY: (date) => date.getUTCHours(),
    FISCAL_YEAR: (date, start) => date.getUTCFullYear() + (start > 1 && date.getUTCMonth() + 1 >= start ? 1 : 0),
    FISCAL_QUARTER: (date, start) => Math.floor(fiscalMonth(date, start) / 3) + 1,
    FISCAL_MONTH: (date, start) => fiscalMonth(date, start) + 1
};

function dayInYear(date: Date): number {
    return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

function fiscalMonth(date: Date, start: number): number {
    return (date.getUTCMonth() - (start - 1) + 12) % 12;
}

function partOf(name: string, ms: number, fiscalStart: number): number | null {
    return isDateFunction(name) ? DATE_PARTS[name](new Date(ms), fiscalStart) : null;
}

interface Environment {
    /** Transaction of the query that runs at the moment. */
    tx: Transaction | null;
    readonly formulas: Set<string>;
}

const environments = new WeakMap<Store, Environment>();

function environmentOf(store: Store): Environment {
    let environment = environments.get(store);
    if (!environment) {
        environment = { tx: null, formulas: new Set() };
        environments.set(store, environment);
        registerDateFunctions(store);
    }
    return environment;
}

function registerDateFunctions(store: Store): void {
    const pure = { deterministic: true, directOnly: false };
    store.database.function('soql_local', pure, (ms: unknown, zone: unknown) =>
        typeof ms === 'number' ? ms + offsetMinutes(String(zone), ms) * 60_000 : null
    );
    store.database.function('soql_day', pure, (ms: unknown) => (typeof ms === 'number' ? Math.floor(ms / DAY) : null));
    store.database.function('soql_part', pure, (name: unknown, ms: unknown, fiscalStart: unknown) =>
        typeof ms === 'number' ? partOf(String(name), ms, Number(fiscalStart)) : null
    );
}

/** Runs work with the functions of the store answering for this transaction. */
export function withFunctions<T>(tx: Transaction, work: () => T): T {
    const environment = environmentOf(tx.store);
    const previous = environment.tx;
    environment.tx = tx;
    try {
        return work();
    } finally {
        environment.tx = previous;
    }
}

/**
 * Name of the SQL function that computes a formula field from the columns it refers to.
 * @param inputs the fields referred to, in the order of the arguments, with their paths
 */
export function formulaFunction(
    tx: Transaction,
    object: ObjectDef,
    field: FieldDef,
    inputs: readonly { readonly path: readonly string[]; readonly field: FieldDef }[]
): string {
    const environment = environmentOf(tx.store);
    const name = `formula_${object.name}_${field.name}`;
    if (environment.formulas.has(name)) return name;
    environment.formulas.add(name);
    const formula = formulaOfField(tx, object, field);
    const indexes = new Map(inputs.map((input, index) => [input.path.join('.'), index]));
    const blank = new SObject(object);
    tx.store.database.function(name, { varargs: true, directOnly: false }, (...cells: unknown[]) => {
        const running = environment.tx;
        if (!running) throw new Error('A formula was evaluated outside of a query');
        const read = (path: readonly string[]): Value => {
            const index = indexes.get(path.join('.'));
            return index === undefined
                ? null
                : decode((inputs[index] as { field: FieldDef }).field, cells[index] as SqlValue);
        };
        const context = { ...recordContext(running, blank, null), field: read, prior: read };
        return encode(field, evaluateField(formula, field, context));
    });
    return name;
}
