/** What one compiled class, trigger or anonymous block is at run time. */
import type { ClassMeta, Value } from './program.ts';
import type { TypeToken } from '../values/typeToken.ts';

/** Where a line of emitted JavaScript comes from; null for lines that show in no Apex stack. */
export type LineOrigin = { readonly line: number; readonly column: number; readonly method: string } | null;

/** Emitted code finds statics, static functions (`m_...`) and the constructor of a class here. */
export interface ClassRecord {
    readonly name: string;
    readonly kind: 'class' | 'trigger' | 'anonymous';
    readonly sharing: 'with' | 'without' | 'inherited' | 'none';
    readonly apiVersion: number;
    /** Static variables; null until the class is first used in a transaction. */
    S: Record<string, Value> | null;
    /** JavaScript class of the instances. */
    J: Value;
    /** Runs the static initialisers and answers `S`. */
    init(): Record<string, Value>;
    /** The type, its superclasses and interfaces, for casts and `instanceof`. */
    readonly types: Set<TypeToken>;
    meta: ClassMeta | null;
    /** Index: emitted line, from 0. */
    origins: readonly LineOrigin[];
    /** Static functions by emitted name. */
    [emitted: string]: Value;
}

export function classRecord(
    name: string,
    kind: ClassRecord['kind'],
    sharing: ClassRecord['sharing'],
    apiVersion: number
): ClassRecord {
    return {
        name,
        kind,
        sharing,
        apiVersion,
        S: null,
        J: null,
        init() {
            return (this.S ??= {});
        },
        types: new Set(),
        meta: null,
        origins: []
    };
}
