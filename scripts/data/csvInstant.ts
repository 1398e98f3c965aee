/** Instants as people and marketing tools write them, in the forms that the intake endpoint takes, too. */

const EPOCH = /^\d{10,13}$/;
const SECONDS_DIGITS = 10;
const MILLISECONDS = 1000;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** What to write, for messages. */
export const INSTANT_HELP =
    'Write instants as 2026-11-23T09:12:00Z, or as seconds or milliseconds since 1970; without a zone they are UTC';

/** @return the instant as the platform takes it; null when nobody can say which one it is (23/11 or 11/23?) */
export function readInstant(text: string): string | null {
    if (EPOCH.test(text)) {
        const count = Number(text);
        return new Date(text.length === SECONDS_DIGITS ? count * MILLISECONDS : count).toISOString();
    }
    const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = ISO.exec(text) ?? [];
    if (day === undefined || !isDay(day)) return null;
    const at = Date.parse(`${day}T${minutes}${seconds}${zone.toUpperCase()}`);
    return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** JavaScript takes 30 February for the second of March. */
function isDay(day: string): boolean {
    const at = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
