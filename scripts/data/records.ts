/** The shape of generated data: records that name each other by key until an org has given them ids. */

export type FieldValue = string | number | boolean | null;

export interface DemoRecord {
    /** Unique within the data set, e.g. `lead:17`. */
    readonly key: string;
    readonly object: string;
    readonly fields: Readonly<Record<string, FieldValue>>;
    /** Field to key of the record, or `user:<alias>`. */
    readonly references: Readonly<Record<string, string>>;
}

/** Records that are created, or changed once everything they name is there. */
export interface RecordStep {
    readonly object: string;
    readonly records: readonly DemoRecord[];
    readonly isUpdate?: boolean;
}

/** What only Apex can do: convert leads, merge them. */
export interface ApexStep {
    /** For the progress line. */
    readonly what: string;
    readonly count: number;
    /** @param idOf the org's id of a record, by its key */
    readonly apex: (idOf: (key: string) => string) => string;
}

export interface DemoData {
    /** Parents before children: the order in which an org can take them. */
    readonly steps: readonly (RecordStep | ApexStep)[];
}

export const isApexStep = (step: RecordStep | ApexStep): step is ApexStep => 'apex' in step;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Instant as the REST API takes it. */
export function instant(epochMs: number): string {
    return new Date(epochMs).toISOString().replace(/\.\d+Z$/, '.000Z');
}

export function day(epochMs: number): string {
    return instant(epochMs).slice(0, 10);
}
