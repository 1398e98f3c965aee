/** Formula context of one record: its values, its parents from the store, the running user and the org's settings. */
import type { FieldDef, ObjectDef, ValidationRuleDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { valueOfText } from '../store/codec.ts';
import { rowsWhere } from '../store/select.ts';
import type { SObject } from '../values/sobject.ts';
import { compileFormula, evaluateField } from './compile.ts';
import type { CompiledFormula } from './compile.ts';
import type { FormulaContext } from './context.ts';

const compiledFields = new WeakMap<FieldDef, CompiledFormula>();
const compiledRules = new WeakMap<ValidationRuleDef, CompiledFormula>();
const compiledDefaults = new WeakMap<FieldDef, CompiledFormula>();

function cached<K extends object>(
    cache: WeakMap<K, CompiledFormula>,
    key: K,
    compile: () => CompiledFormula
): CompiledFormula {
    let formula = cache.get(key);
    if (formula === undefined) {
        formula = compile();
        cache.set(key, formula);
    }
    return formula;
}

/** The compiled source of a calculated field. Throws FormulaSyntaxError, Unsupported. */
export function formulaOfField(tx: Transaction, object: ObjectDef, field: FieldDef): CompiledFormula {
    return cached(compiledFields, field, () =>
        compileFormula(field.formula!, object, tx.schema, { blankAsZero: field.formulaTreatsBlankAsZero ?? false })
    );
}

/** The compiled condition of a validation rule. Throws FormulaSyntaxError, Unsupported. */
export function formulaOfRule(tx: Transaction, object: ObjectDef, rule: ValidationRuleDef): CompiledFormula {
    return cached(compiledRules, rule, () => compileFormula(rule.formula, object, tx.schema));
}

/** The compiled default value of a field. Throws FormulaSyntaxError, Unsupported. */
export function formulaOfDefault(tx: Transaction, object: ObjectDef, field: FieldDef): CompiledFormula {
    return cached(compiledDefaults, field, () => compileFormula(field.defaultFormula!, object, tx.schema));
}

/**
 * @param record values by canonical name; calculated fields are computed, whatever it holds for them
 * @param prior the stored record before an update; null for new records
 */
export function recordContext(tx: Transaction, record: SObject, prior: SObject | null): FormulaContext {
    return {
        field: (path) => readPath(tx, record, path),
        prior: (path) => readPath(tx, prior ?? record, path),
        isNew: prior === null,
        now: tx.clock.now(),
        timeZone: tx.user.timeZone,
        global: (name, path) => readGlobal(tx, name, path)
    };
}

/** Value of a calculated field of a record. */
export function calculatedValue(tx: Transaction, record: SObject, field: FieldDef): Value {
    return evaluateField(formulaOfField(tx, record.def, field), field, recordContext(tx, record, null));
}

/** Fills in every calculated field of a record from its other fields. */
export function calculate(tx: Transaction, record: SObject): void {
    for (const field of record.def.fields.values()) {
        if (field.formula !== undefined) {
            record.load(field.name, calculatedValue(tx, record, field));
        }
    }
}

function readPath(tx: Transaction, record: SObject, path: readonly string[]): Value {
    let current = record;
    for (const relationship of path.slice(0, -1)) {
        const parent = parentOf(tx, current, relationship);
        if (parent === null) {
            return null;
        }
        current = parent;
    }
    const field = tx.schema.field(current.def, path[path.length - 1]!);
    if (field === undefined) {
        return null;
    }
    return field.formula === undefined ? (current.fields.get(field.name) ?? null) : calculatedValue(tx, current, field);
}

function parentOf(tx: Transaction, record: SObject, relationship: string): SObject | null {
    const lookup = tx.schema.parentRelationship(record.def, relationship);
    const id: string | null = lookup === undefined ? null : (record.fields.get(lookup.name) ?? null);
    const target = id === null ? undefined : tx.schema.objectByPrefix(id.slice(0, 3));
    return target === undefined ? null : (tx.store.row(target, id!) ?? null);
}

function readGlobal(tx: Transaction, name: string, path: readonly string[]): Value {
    switch (name) {
        case '$User':
            return columnOf(tx, 'User', tx.user.id, path[0]!);
        case '$Profile':
            return columnOf(tx, 'Profile', tx.user.profileId, path[0]!);
        case '$UserRole':
            return tx.user.roleId === null ? null : columnOf(tx, 'UserRole', tx.user.roleId, path[0]!);
        case '$Organization':
            return tx.store.firstRow('Organization')?.fields.get(path[0]!) ?? null;
        case '$Permission':
            return tx.user.access.hasCustomPermission(path[0]!);
        case '$Label':
            return labelText(tx, path[0]!);
        case '$Setup':
            return settingValue(tx, path[0]!, path[1]!);
        default:
            return metadataValue(tx, path);
    }
}

function columnOf(tx: Transaction, object: string, id: string, column: string): Value {
    const def = tx.schema.object(object);
    const field = def && tx.schema.field(def, column);
    const row = def && tx.store.row(def, id);
    return field === undefined ? null : (row?.fields.get(field.name) ?? null);
}

function labelText(tx: Transaction, name: string): Value {
    const lower = name.toLowerCase();
    for (const label of tx.schema.labels.values()) {
        if (label.name.toLowerCase() === lower) {
            return label.value;
        }
    }
    return null;
}

// The most specific row wins: the user's, then the profile's, then the organisation's.
function settingValue(tx: Transaction, object: string, column: string): Value {
    const def = tx.schema.object(object);
    const field = def && tx.schema.field(def, column);
    if (def === undefined || field === undefined) {
        return null;
    }
    const rows = rowsWhere(tx.store, def, {});
    const ofUser = rows.find((row) => row.fields.get('SetupOwnerId') === tx.user.id);
    const ofProfile = rows.find((row) => row.fields.get('SetupOwnerId') === tx.user.profileId);
    const ofOrganization = rows.find((row) => String(row.fields.get('SetupOwnerId') ?? '').startsWith('00D'));
    for (const row of [ofUser, ofProfile, ofOrganization]) {
        const value = row?.fields.get(field.name) ?? null;
        if (value !== null) {
            return value;
        }
    }
    return null;
}

function metadataValue(tx: Transaction, path: readonly string[]): Value {
    const [type, recordName, column] = path.map((part) => part.toLowerCase()) as [string, string, string];
    const def = tx.schema.object(type);
    const field = def && tx.schema.field(def, column);
    const record = tx.schema.customMetadata.find(
        (each) => each.type.toLowerCase() === type && each.developerName.toLowerCase() === recordName
    );
    if (field === undefined || record === undefined) {
        return null;
    }
    return valueOfText(field, record.values[field.name] ?? null);
}
