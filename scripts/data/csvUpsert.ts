/** Upserts records through the REST collections, and waits where waiting helps. */
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Login } from '../deploy/salesforceTarget.ts';
import { ToolError } from '../shared/toolError.ts';
import { API, type SaveResult } from './collections.ts';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const REQUEST_MS = 180_000;
const SECOND_MS = 1000;
const SHOWN = 500;
/** Statuses that pass: too many requests, and servers that are restarted or overloaded. */
const PASSING_STATUSES = new Set([429, 502, 503, 504]);
/** Somebody else holds a record that the row needs. */
const PASSING_ROW_ERROR = 'UNABLE_TO_LOCK_ROW';
const AGAIN = 'Run the same command again: rows that are there are not loaded twice';

export interface UpsertTarget {
    readonly object: string;
    readonly externalId: string;
}

/** What a test puts in the place of the network and of time. */
export interface Patience {
    readonly fetch: typeof fetch;
    readonly pause: (milliseconds: number) => Promise<unknown>;
    /** Told why it waits. */
    readonly say: (line: string) => void;
}

export const realPatience = (say: (line: string) => void): Patience => ({ fetch, pause: pauseFor, say });

/**
 * @return one result per record, in their order
 * @throws ToolError when the org does not take the request, or not within several attempts
 */
export async function upsertBatch(
    login: Login,
    { object, externalId }: UpsertTarget,
    records: readonly Readonly<Record<string, unknown>>[],
    patience: Patience
): Promise<readonly SaveResult[]> {
    const url = new URL(`${API}/composite/sobjects/${object}/${externalId}`, login.instanceUrl);
    const results: SaveResult[] = [];
    let pending = records.map((_, index) => index);
    for (let attempt = 1; pending.length > 0; attempt++) {
        const body = pending.map((index) => ({ attributes: { type: object }, ...records[index] }));
        const answers = await requestPatiently(url, login, { allOrNone: false, records: body }, patience);
        pending.forEach((index, place) => (results[index] = answers[place]!));
        pending = pending.filter((index) =>
            results[index]!.errors.some(({ statusCode }) => statusCode === PASSING_ROW_ERROR)
        );
        if (attempt === ATTEMPTS) break;
        if (pending.length > 0) {
            patience.say(`  ${pending.length} rows wait for records that somebody else is saving`);
            await patience.pause(pauseBefore(attempt));
        }
    }
    return results;
}

const pauseBefore = (attempt: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));

async function requestPatiently(
    url: URL,
    login: Login,
    body: { readonly allOrNone: boolean; readonly records: readonly unknown[] },
    { fetch, pause, say }: Patience
): Promise<readonly SaveResult[]> {
    const text = JSON.stringify(body);
    for (let attempt = 1; ; attempt++) {
        let trouble: string;
        let wait = pauseBefore(attempt);
        try {
            const response = await fetch(url, {
                method: 'PATCH',
                headers: { authorization: `Bearer ${login.accessToken}`, 'content-type': 'application/json' },
                body: text,
                signal: AbortSignal.timeout(REQUEST_MS)
            });
            const answer = await response.text();
            if (response.ok) return readResults(answer, body.records.length);
            if (!PASSING_STATUSES.has(response.status)) throw refused(response.status, answer);
            trouble = `The org answered ${response.status}`;
            wait = askedPause(response.headers.get('retry-after')) ?? wait;
        } catch (error) {
            if (error instanceof ToolError) throw error;
            const { cause, message } = error as Error & { cause?: { code?: string } };
            trouble = `The connection broke (${cause?.code ?? message})`;
        }
        if (attempt === ATTEMPTS) {
            throw new ToolError('NoAnswer', `${trouble}, ${ATTEMPTS} times in a row.`, [
                AGAIN,
                'For the local org: is npm start still running?'
            ]);
        }
        say(`  ${trouble}; trying again in ${Math.ceil(wait / SECOND_MS)} s`);
        await pause(wait);
    }
}

/** @return milliseconds that the org asks to wait, within bounds; null when it names none */
function askedPause(header: string | null): number | null {
    const seconds = Number(header ?? Number.NaN);
    return Number.isFinite(seconds) && seconds > 0 ? Math.min(LONGEST_PAUSE_MS, seconds * SECOND_MS) : null;
}

/** @throws ToolError when the answer is not one result per record */
function readResults(answer: string, count: number): readonly SaveResult[] {
    let results: unknown;
    try {
        results = JSON.parse(answer);
    } catch {
        results = null;
    }
    if (!Array.isArray(results) || results.length !== count) {
        throw new ToolError('OrgError', `The org answered something else than results: ${answer.slice(0, SHOWN)}`, [
            'Is the address of the login that of an org?',
            AGAIN
        ]);
    }
    return results as readonly SaveResult[];
}

function refused(status: number, answer: string): ToolError {
    if (status === 401) {
        return new ToolError('SessionExpired', 'The session is over.', [
            'Log in again: npx sf org login web --alias ALIAS',
            AGAIN
        ]);
    }
    const actions =
        status === 404
            ? ['Is the package there (npm run deploy), and does the user have Baton_Integration or Baton_Migration?']
            : status === 403
              ? ['May the user use the API, and are there requests left for today (Setup, Company Information)?', AGAIN]
              : ['Does the user have Baton_Integration or Baton_Migration?', AGAIN];
    return new ToolError('OrgError', `The org answered ${status}: ${answer.slice(0, SHOWN)}`, actions);
}
