import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SaveResult } from '../collections.ts';
import { upsertBatch, type Patience } from '../csvUpsert.ts';

const LOGIN = { instanceUrl: 'https://org.example', accessToken: 'secret' };
const TARGET = { object: 'Parcel__c', externalId: 'Key__c' };
const RECORDS = [{ Key__c: 'a' }, { Key__c: 'b' }];

const saved = (id: string): SaveResult => ({ id, success: true, created: true, errors: [] });
const unsaved = (statusCode: string): SaveResult => ({
    id: null,
    success: false,
    errors: [{ statusCode, message: 'because' }]
});
const ok = (...results: readonly SaveResult[]): Response => new Response(JSON.stringify(results));
const broken = (code: string): Error => new TypeError('fetch failed', { cause: { code } });

/** An org that answers with these, one after the other; the last one stays. */
function org(...answers: readonly (() => Response | Error)[]) {
    const requests: { url: string; method: string; authorization: string; records: Record<string, unknown>[] }[] = [];
    const pauses: number[] = [];
    const said: string[] = [];
    const patience: Patience = {
        fetch: (url, init) => {
            const answer = (answers[requests.length] ?? answers.at(-1))!();
            requests.push({
                url: (url as URL).href,
                method: init?.method ?? '',
                authorization: new Headers(init?.headers).get('authorization') ?? '',
                records: (JSON.parse(init?.body as string) as { records: Record<string, unknown>[] }).records
            });
            return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
        },
        pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
        say: (line) => said.push(line)
    };
    return { requests, pauses, said, upsert: () => upsertBatch(LOGIN, TARGET, RECORDS, patience) };
}

describe('an upsert through the REST collections', () => {
    it('sends one request by the external id', async () => {
        const { requests, upsert } = org(() => ok(saved('1'), unsaved('STRING_TOO_LONG')));

        const results = await upsert();

        assert.deepEqual(results, [saved('1'), unsaved('STRING_TOO_LONG')]);
        assert.deepEqual(requests, [
            {
                url: 'https://org.example/services/data/v66.0/composite/sobjects/Parcel__c/Key__c',
                method: 'PATCH',
                authorization: 'Bearer secret',
                records: RECORDS.map((record) => ({ attributes: { type: 'Parcel__c' }, ...record }))
            }
        ]);
    });

    for (const [what, trouble, waited] of [
        ['too many requests', () => new Response('', { status: 429 }), 1000],
        ['an org that is away', () => new Response('', { status: 503 }), 1000],
        [
            'the pause that an org asks for',
            () => new Response('', { status: 503, headers: { 'retry-after': '7' } }),
            7000
        ],
        [
            'a pause that would be too long',
            () => new Response('', { status: 429, headers: { 'retry-after': '86400' } }),
            60_000
        ],
        ['a connection that is reset', () => broken('ECONNRESET'), 1000],
        ['a request that nobody answers', () => new DOMException('timed out', 'TimeoutError'), 1000]
    ] as const) {
        it(`waits for ${what}, and sends the same again`, async () => {
            const { requests, pauses, said, upsert } = org(trouble, () => ok(saved('1'), saved('2')));

            const results = await upsert();

            assert.equal(results.length, 2);
            assert.deepEqual(pauses, [waited]);
            assert.deepEqual(requests[1], requests[0]);
            assert.match(said.join('\n'), new RegExp(`trying again in ${waited / 1000} s`));
        });
    }

    it('gives up after six attempts that are further and further apart', async () => {
        const { requests, pauses, upsert } = org(() => broken('ECONNREFUSED'));

        await assert.rejects(upsert(), { name: 'NoAnswer', message: /ECONNREFUSED\), 6 times in a row/ });

        assert.equal(requests.length, 6);
        assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000]);
    });

    it('sends rows again, and only those, that wait for a lock', async () => {
        const { requests, upsert } = org(
            () => ok(saved('1'), unsaved('UNABLE_TO_LOCK_ROW')),
            () => ok(saved('2'))
        );

        const results = await upsert();

        assert.deepEqual(results, [saved('1'), saved('2')]);
        assert.deepEqual(
            requests.map(({ records }) => records.map(({ Key__c }) => Key__c)),
            [['a', 'b'], ['b']]
        );
    });

    it('leaves a row refused whose lock never goes', async () => {
        const { requests, upsert } = org(
            () => ok(saved('1'), unsaved('UNABLE_TO_LOCK_ROW')),
            () => ok(unsaved('UNABLE_TO_LOCK_ROW'))
        );

        assert.equal((await upsert())[1]?.success, false);
        assert.equal(requests.length, 6);
    });

    for (const [what, answer, name, action] of [
        ['a session that is over', () => new Response('[]', { status: 401 }), 'SessionExpired', /Log in again/],
        ['an org without the package', () => new Response('NOT_FOUND', { status: 404 }), 'OrgError', /npm run deploy/],
        ['requests that are used up', () => new Response('[]', { status: 403 }), 'OrgError', /requests left/],
        [
            'a field that the user may not write',
            () => new Response('[]', { status: 400 }),
            'OrgError',
            /Baton_Integration/
        ],
        ['a page instead of results', () => new Response('<html>'), 'OrgError', /address of the login/],
        ['results for other rows', () => ok(saved('1')), 'OrgError', /Run the same command again/]
    ] as const) {
        it(`does not wait for ${what}`, async () => {
            const { requests, upsert } = org(answer);

            await assert.rejects(upsert(), (error: Error & { actions: readonly string[] }) => {
                assert.equal(error.name, name);
                assert.match(error.actions.join(' '), action);
                return true;
            });
            assert.equal(requests.length, 1);
        });
    }
});
