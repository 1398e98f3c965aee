/** Makes a record of a row of touches, the way the intake endpoint makes one of an event: sent twice, it is one touch. */
import type { TouchColumn, TouchHeader } from './csvColumns.ts';
import { INSTANT_HELP, readInstant } from './csvInstant.ts';
import type { CsvRow } from './csvRows.ts';

export const TOUCH_OBJECT = 'Engagement__c';
export const TOUCH_KEY = 'External_Key__c';

/** Characters that fit into a key or an address. */
const LONGEST_TEXT = 255;
const YES = new Set(['true', '1', 'yes']);
const NO = new Set(['', 'false', '0', 'no']);
/** What decoding puts in the place of a byte that is no UTF-8. */
const UNDECODABLE = '\uFFFD';

export type TouchFields = Readonly<Record<string, string>>;

export type TouchReading =
    | { readonly kind: 'touch'; readonly fields: TouchFields }
    /** The row cannot become a touch; others can. */
    | { readonly kind: 'malformed'; readonly reason: string }
    /** As the file is written, others cannot be trusted either. */
    | { readonly kind: 'unreadable'; readonly reason: string };

const malformed = (reason: string): TouchReading => ({ kind: 'malformed', reason });

/** An empty cell says nothing: it leaves the field of a touch that is there already alone. */
export function readTouch(row: CsvRow, header: TouchHeader): TouchReading {
    if (row.cells.some((cell) => cell.includes(UNDECODABLE))) {
        return { kind: 'unreadable', reason: 'it is not UTF-8; save the file as CSV UTF-8' };
    }
    if (row.cells.length !== header.names.length) {
        return malformed(`it has ${row.cells.length} cells; the first line names ${header.names.length} columns`);
    }
    const cell = (column: TouchColumn): string => {
        const place = header.places.get(column);
        return place === undefined ? '' : row.cells[place]!.trim();
    };
    const key = cell('key');
    const source = cell('source') || (key.includes(':') ? key.slice(0, key.indexOf(':')).trim() : '');
    const missing = [
        key === '' && cell('id') === '' ? 'key' : '',
        source === '' ? 'source' : '',
        cell('type') === '' ? 'type' : '',
        cell('occurredAt') === '' ? 'occurred_at' : ''
    ].filter(Boolean);
    if (missing.length > 0) return malformed(`it has no ${missing.join(', ')}`);
    const at = readInstant(cell('occurredAt'));
    if (at === null) {
        return { kind: 'unreadable', reason: `occurred_at is "${cell('occurredAt')}". ${INSTANT_HELP}` };
    }
    const isBot = cell('isBot').toLowerCase();
    if (!YES.has(isBot) && !NO.has(isBot)) return malformed(`isBot is "${cell('isBot')}"; write true or false`);
    const personId = cell('personId');
    const fields = {
        [TOUCH_KEY]: fit(key || `${source}:${cell('id')}`),
        Source_System__c: source,
        Source_Type__c: cell('type'),
        Type__c: cell('type'),
        Occurred_At__c: at,
        Person_Email__c: cell('email'),
        Person_Key__c: personId === '' ? '' : `${source}:${personId}`,
        Asset__c: cell('asset'),
        URL__c: fit(cell('url')),
        Campaign_Name__c: cell('campaign'),
        Ignored_Because__c: YES.has(isBot) ? 'Bot' : ''
    };
    return { kind: 'touch', fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) };
}

/** As the intake cuts: the last character that fits says that there was more. */
const fit = (text: string): string => (text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`);
