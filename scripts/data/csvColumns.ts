/** Which column of a CSV of touches says what: the names of the intake endpoint, however they are spelt. */
import { ToolError } from '../shared/toolError.ts';

/** `key` is the whole external key; `id` is the id in the source system, from which the key is made. */
const TOUCH_COLUMNS = [
    'key',
    'id',
    'source',
    'type',
    'occurredAt',
    'email',
    'personId',
    'asset',
    'url',
    'campaign',
    'isBot'
] as const;
export type TouchColumn = (typeof TOUCH_COLUMNS)[number];

/** Columns that a file of refused rows has in front. */
export const REFUSAL_COLUMNS = ['line', 'reason'] as const;

export interface TouchHeader {
    /** Names as the file has them. */
    readonly names: readonly string[];
    /** Place of each column that is there. */
    readonly places: ReadonlyMap<TouchColumn, number>;
    /** Names that mean nothing to us. */
    readonly unused: readonly string[];
}

/** `occurred_at`, `Occurred At` and `occurredAt` are one name. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** @throws ToolError `UsageError` when a column that is needed is missing, or one is there twice */
export function readTouchHeader(names: readonly string[]): TouchHeader {
    const places = new Map<TouchColumn, number>();
    const unused: string[] = [];
    names.forEach((name, place) => {
        const column = TOUCH_COLUMNS.find((each) => plain(each) === plain(name));
        if (column === undefined) {
            if (!REFUSAL_COLUMNS.some((each) => each === name)) unused.push(name);
            return;
        }
        if (places.has(column)) {
            throw new ToolError('UsageError', `The column ${column} is there twice.`, [
                'Rename or delete one of the two in the first line'
            ]);
        }
        places.set(column, place);
    });
    const missing = missingColumns(places);
    if (missing.length > 0) throw missingError(missing, names);
    return { names, places, unused };
}

function missingColumns(places: ReadonlyMap<TouchColumn, number>): string[] {
    const missing: string[] = [];
    if (!places.has('key')) {
        if (!places.has('id')) missing.push('key (or id and source)');
        else if (!places.has('source')) missing.push('source');
    }
    if (!places.has('type')) missing.push('type');
    if (!places.has('occurredAt')) missing.push('occurred_at');
    return missing;
}

function missingError(missing: readonly string[], names: readonly string[]): ToolError {
    const separator = names.length === 1 ? /[;\t|]/.exec(names[0]!)?.[0] : undefined;
    return new ToolError(
        'UsageError',
        `The first line has no column ${missing.join(', ')}. It has: ${names.join(', ')}`,
        [
            separator === undefined
                ? `Name the columns in the first line; known are ${TOUCH_COLUMNS.join(', ')}`
                : `Save the file with commas between the columns; it has ${separator === '\t' ? 'tabs' : separator}`
        ]
    );
}
