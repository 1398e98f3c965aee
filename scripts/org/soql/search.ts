/** SOSL: `FIND ... IN ... FIELDS RETURNING ...`, answered by text comparison over the searched fields. */
import { isTextType } from '../schema/fieldDefaults.ts';
import { Unsupported } from '../values/exceptions.ts';
import { queryException } from './errors.ts';
import { runQuery } from './run.ts';
import { parseDynamic } from './run.ts';
import { queriedObject } from './scope.ts';
import type { AccessMode, Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { SObject } from '../values/sobject.ts';

interface Returning {
    readonly object: string;
    /** Fields and clauses between the parentheses; `Id` when there are none. */
    readonly fields: string;
    readonly clauses: string;
    readonly where: string | null;
}

const FIND =
    /^\s*FIND\s+(\{(?:[^}\\]|\\.)*\}|'(?:[^'\\]|\\.)*'|:\s*[\w.]+)\s+(?:IN\s+(ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS\s+)?(?:RETURNING\s+)?([\s\S]*)$/i;

/** Cuts a list at the commas outside of parentheses. */
function splitList(text: string): string[] {
    const parts: string[] = [];
    let depth = 0;
    let start = 0;
    for (let at = 0; at < text.length; at++) {
        const char = text[at];
        if (char === '(') depth++;
        else if (char === ')') depth--;
        else if (char === ',' && depth === 0) {
            parts.push(text.slice(start, at));
            start = at + 1;
        }
    }
    parts.push(text.slice(start));
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function returning(text: string): Returning {
    const found = /^(\w+)\s*(?:\(([\s\S]*)\))?$/.exec(text);
    if (!found) throw queryException(`unexpected token: '${text}'`);
    const [, object = '', inner = 'Id'] = found;
    const split = /^([\s\S]*?)(?:\bWHERE\b([\s\S]*?))?((?:\bORDER\s+BY\b|\bLIMIT\b|\bOFFSET\b)[\s\S]*)?$/i.exec(inner);
    return {
        object,
        fields: split?.[1]?.trim() || 'Id',
        where: split?.[2]?.trim() ?? null,
        clauses: split?.[3]?.trim() ?? ''
    };
}

function searchedFields(object: ObjectDef, scope: string): FieldDef[] {
    return [...object.fields.values()].filter((field) => {
        if (field.formula !== undefined || !isTextType(field.type) || !field.isFilterable) return false;
        if (scope === 'NAME') return field.isNameField || field.name === 'FirstName' || field.name === 'LastName';
        if (scope === 'EMAIL') return field.type === 'email';
        if (scope === 'PHONE') return field.type === 'phone';
        return field.type !== 'picklist' && field.type !== 'multipicklist';
    });
}

function literal(text: string): string {
    return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** Words match from their beginning; `*` and `?` are wild. */
function conditionFor(object: ObjectDef, scope: string, term: string): string {
    const pattern = term
        .replace(/[{}"]/g, '')
        .replace(/[%_]/g, (char) => `\\${char}`)
        .replace(/\*/g, '%')
        .replace(/\?/g, '_');
    const fields = searchedFields(object, scope);
    if (fields.length === 0) return 'Id = null';
    const starts = literal(`${pattern}%`).replace(/\\\\([%_])/g, '\\$1');
    const inside = literal(`% ${pattern}%`).replace(/\\\\([%_])/g, '\\$1');
    return fields.map((field) => `(${field.name} LIKE ${starts} OR ${field.name} LIKE ${inside})`).join(' OR ');
}

/**
 * Runs a SOSL search: one list per object of RETURNING.
 * @param text what stands between the brackets, binds as `:b0`, `:b1`, ...
 * @param fixedIds what `Test.setFixedSearchResults` gave; tests find nothing else
 */
export function runSearch(
    tx: Transaction,
    text: string,
    binds: readonly Value[],
    access: AccessMode,
    fixedIds: readonly string[] | null = null
): SObject[][] {
    const found = FIND.exec(text);
    if (!found) throw queryException(`unexpected token: '${text.trim().split(/\s+/)[0] ?? ''}'`);
    const [, rawTerm = '', scopeName, rest = ''] = found;
    tx.limits.consume('soslQueries');
    const tail = /\s(?:WITH\s+(USER_MODE|SYSTEM_MODE|SECURITY_ENFORCED|[\s\S]+?))?(?:\s*LIMIT\s+(\d+))?\s*$/i.exec(
        ` ${rest.slice(rest.lastIndexOf(')') + 1)}`
    );
    const mode = tail?.[1]?.trim().toUpperCase();
    if (mode && !/^(USER_MODE|SYSTEM_MODE|SECURITY_ENFORCED)$/.test(mode)) throw new Unsupported(`SOSL WITH ${mode}`);
    const list = rest
        .replace(/\s+WITH\s+(?:USER_MODE|SYSTEM_MODE|SECURITY_ENFORCED)\s*/i, ' ')
        .replace(/(\)|\w)\s+LIMIT\s+\d+\s*$/i, '$1');
    const bindOf = (name: string): Value => binds[Number(/\d+$/.exec(name)?.[0] ?? 0)] ?? null;
    const term = rawTerm.startsWith(':') ? String(bindOf(rawTerm) ?? '') : rawTerm.slice(1, -1);
    if (term.replace(/[*?]/g, '').trim().length < 2) {
        throw queryException('search term must be longer than one character: ' + term);
    }
    return splitList(list).map((part) => {
        const { object: name, fields, where, clauses } = returning(part);
        const object = queriedObject(tx, name);
        const condition = tx.isTest
            ? fixedCondition(object, fixedIds ?? [])
            : conditionFor(object, (scopeName ?? 'ALL').toUpperCase(), term);
        const filter = where === null ? `(${condition})` : `(${condition}) AND (${where})`;
        const query = parseDynamic(
            `SELECT ${fields} FROM ${object.name} WHERE ${filter} ${mode ? `WITH ${mode} ` : ''}${clauses}`
        );
        return runQuery(
            tx,
            query,
            query.binds.map((bind) => bindOf(bind.source)),
            access,
            { countsLimits: false }
        );
    });
}

function fixedCondition(object: ObjectDef, ids: readonly string[]): string {
    const own = ids.filter((id) => id.startsWith(object.keyPrefix));
    return own.length === 0 ? 'Id = null' : `Id IN (${own.map((id) => `'${id}'`).join(', ')})`;
}
