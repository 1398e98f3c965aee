/** Where an object's share rows are. */
import { shareObjectName } from '../schema/assemble.ts';
import type { ObjectDef, Schema } from '../schema/model.ts';

export interface ShareTable {
    readonly def: ObjectDef;
    /** Field that names the record. */
    readonly parent: string;
    /** Field that holds the level of access. */
    readonly level: string;
}

/** The share object of an object; null when its records cannot be shared one by one. */
export function shareTable(schema: Schema, def: ObjectDef): ShareTable | null {
    const share = schema.object(shareObjectName(def));
    if (share === undefined) {
        return null;
    }
    const parent = share.fields.get('parentid') ?? share.fields.get(`${def.name.toLowerCase()}id`);
    const level = share.fields.get('accesslevel') ?? share.fields.get(`${def.name.toLowerCase()}accesslevel`);
    return parent === undefined || level === undefined ? null : { def: share, parent: parent.name, level: level.name };
}
