/** Small lookups by field values for code that is no query of Apex. */
import { encode } from './codec.ts';
import { quoted } from './ddl.ts';
import type { SqlValue } from './codec.ts';
import type { Store } from './store.ts';
import type { Value } from '../runtime/program.ts';
import type { ObjectDef } from '../schema/model.ts';
import type { SObject } from '../values/sobject.ts';

/**
 * Rows whose fields have the given values (null matches null), in order of their ids. Rows in the recycle bin are left
 * out unless asked for. Throws when the object has no such field.
 */
export function rowsWhere(
    store: Store,
    object: ObjectDef,
    values: Readonly<Record<string, Value>>,
    options: { readonly includeDeleted?: boolean } = {}
): SObject[] {
    const conditions: string[] = [];
    const params: SqlValue[] = [];
    for (const [name, value] of Object.entries(values)) {
        const field = object.fields.get(name.toLowerCase());
        if (!field) throw new Error(`${object.name} has no field ${name}`);
        conditions.push(`${quoted(field.name)} IS ?`);
        params.push(encode(field, value));
    }
    if (!options.includeDeleted && object.fields.has('isdeleted')) conditions.push('"IsDeleted" = 0');
    return store.selectRows(object, `${conditions.join(' AND ') || '1'} ORDER BY "Id"`, params);
}
