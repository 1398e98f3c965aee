import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { apexRoutes } from '../apexEndpoint.ts';
import { hostRoutes } from '../hostRoutes.ts';
import { startHttpServer, type RunningServer } from './startHttpServer.ts';
import { compositeRoutes } from '../rest/composite.ts';
import { identityRoutes } from '../rest/identity.ts';
import { queryRoutes } from '../rest/query.ts';
import { sobjectRoutes } from '../rest/sobjects.ts';
import { Router } from '../router.ts';
import { searchRoutes } from '../search.ts';
import { ServerEvents } from '../serverEvents.ts';
import { Sessions } from '../session.ts';
import { listRoutes } from '../uiApi/lists.ts';
import { objectInfoRoutes } from '../uiApi/objectInfo.ts';
import { recordRoutes } from '../uiApi/records.ts';
import { LEAD_ID, memoryGateway, START } from '../../ui/__tests__/fixture/memoryGateway.ts';

interface Answer {
    readonly status: number;
    readonly body: unknown;
}

describe('server', () => {
    let server: RunningServer;
    let tokens: { rep: string; admin: string };
    const internal: unknown[] = [];

    before(async () => {
        const gateway = memoryGateway();
        const sessions = new Sessions(
            (alias) => gateway.users.some((user) => user.alias === alias),
            () => 'rita',
            () => gateway.organization.id
        );
        tokens = { rep: sessions.issueToken('rita'), admin: sessions.issueToken('adam') };
        const router = new Router().add([
            ...hostRoutes({ gateway, sessions, events: new ServerEvents() }),
            ...apexRoutes(gateway),
            ...objectInfoRoutes(gateway),
            ...recordRoutes(gateway),
            ...listRoutes(gateway),
            ...identityRoutes(gateway),
            ...queryRoutes(gateway),
            ...sobjectRoutes(gateway),
            ...compositeRoutes(gateway),
            ...searchRoutes(gateway),
            {
                method: 'GET',
                pattern: '/fails',
                access: 'token',
                handler: () => {
                    throw new TypeError('secret detail');
                }
            },
            {
                method: 'POST',
                pattern: '/narrow',
                access: 'token',
                largestBody: 8,
                failure: ({ status }) => ({ status, body: `refused with ${status}` }),
                handler: (context) => ({ json: { text: context.text(), bytes: [...context.bytes()] } })
            }
        ]);
        server = await startHttpServer({ port: 0, router, sessions, onInternalError: (error) => internal.push(error) });
    });
    after(() => server.close());

    /** Plain HTTP, so that headers that browsers and fetch protect can be forged. */
    const call = (
        method: string,
        path: string,
        options: { body?: unknown; raw?: string; token?: string | null; headers?: Record<string, string> } = {}
    ): Promise<Answer> =>
        new Promise((resolve, reject) => {
            const text = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
            const token = options.token === undefined ? tokens.rep : options.token;
            const request = httpRequest(
                {
                    port: server.port,
                    host: '127.0.0.1',
                    method,
                    path,
                    headers: {
                        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
                        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
                        ...options.headers
                    }
                },
                (response) => {
                    let received = '';
                    response.on('data', (chunk: Buffer) => (received += chunk.toString()));
                    response.on('end', () =>
                        resolve({
                            status: response.statusCode ?? 0,
                            body: received === '' ? null : JSON.parse(received)
                        })
                    );
                }
            );
            request.on('error', reject);
            request.end(text);
        });

    const DATA = '/services/data/v66.0';
    const errorCode = (answer: Answer): unknown => (answer.body as { errorCode?: string }[])[0]?.errorCode;

    it('gives a route its body as text and bytes, within its own bounds and in its own words', async () => {
        const post = (body: string) =>
            fetch(`http://127.0.0.1:${server.port}/narrow`, {
                method: 'POST',
                headers: { authorization: `Bearer ${tokens.rep}`, 'content-type': 'text/xml' },
                body
            });

        assert.deepEqual(await (await post('aß')).json(), { text: 'aß', bytes: [97, 195, 159] });
        const refused = await post('123456789');
        assert.equal(refused.status, 413);
        assert.equal(await refused.text(), 'refused with 413');
    });

    describe('who may ask', () => {
        const cases: [string, Parameters<typeof call>[2], number][] = [
            ['a request without a token', { token: null }, 401],
            ['a request with an unknown token', { token: 'nope' }, 401],
            ['a request for another host name', { headers: { host: 'evil.example' } }, 403],
            ['a request from a page of another origin', { headers: { origin: 'http://127.0.0.1:1' } }, 403],
            ['a request that the browser calls cross-site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
            ['a request from another port of this computer', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
            ['a request with a token', {}, 200]
        ];
        for (const [what, options, status] of cases) {
            it(`answers ${status} to ${what}`, async () => {
                assert.equal((await call('GET', `${DATA}/sobjects`, options)).status, status);
            });
        }
    });

    describe('bad requests', () => {
        const cases: [string, string, string, Parameters<typeof call>[2], number, string][] = [
            ['an unknown path', 'GET', '/nothing', {}, 404, 'NOT_FOUND'],
            ['a method that a path does not have', 'DELETE', `${DATA}/query`, {}, 405, 'METHOD_NOT_ALLOWED'],
            ['a body that is not JSON', 'POST', `${DATA}/sobjects/Lead`, { raw: '{oops' }, 400, 'JSON_PARSER_ERROR'],
            ['a body that is a list', 'POST', `${DATA}/sobjects/Lead`, { body: [] }, 400, 'JSON_PARSER_ERROR'],
            [
                'another content type',
                'POST',
                `${DATA}/sobjects/Lead`,
                { raw: 'a=b', headers: { 'content-type': 'text/plain' } },
                415,
                'UNSUPPORTED_MEDIA_TYPE'
            ],
            [
                'a body that is too large',
                'POST',
                `${DATA}/sobjects/Lead`,
                { raw: `"${'x'.repeat(13 * 1024 * 1024)}"` },
                413,
                'REQUEST_ENTITY_TOO_LARGE'
            ],
            ['a query without text', 'GET', `${DATA}/query`, {}, 400, 'MALFORMED_QUERY'],
            ['an id that is none', 'GET', `${DATA}/sobjects/Lead/x`, {}, 400, 'MALFORMED_ID'],
            ['an object that is none', 'GET', `${DATA}/sobjects/Nope__c/describe`, {}, 404, 'NOT_FOUND'],
            [
                'more records than a collection may have',
                'POST',
                `${DATA}/composite/sobjects`,
                { body: { records: Array(201).fill({ attributes: { type: 'Lead' } }) } },
                400,
                'EXCEEDED_ID_LIMIT'
            ],
            [
                'a record without a type',
                'POST',
                `${DATA}/composite/sobjects`,
                { body: { records: [{ Name: 'x' }] } },
                400,
                'INVALID_TYPE'
            ],
            ['a path that cannot be decoded', 'GET', `${DATA}/sobjects/%E0%A4%A/describe`, {}, 404, 'NOT_FOUND'],
            [
                'a move of the clock that there is not',
                'POST',
                '/host/clock',
                { body: { move: 'sideways' } },
                400,
                'INVALID_INPUT'
            ],
            [
                'a persona that there is not',
                'POST',
                '/host/persona',
                { body: { alias: 'nobody' } },
                400,
                'INVALID_INPUT'
            ]
        ];
        for (const [what, method, path, options, status, code] of cases) {
            it(`answers ${code} to ${what}`, async () => {
                const answer = await call(method, path, options);

                assert.equal(answer.status, status);
                assert.equal(errorCode(answer), code);
            });
        }

        it('tells nobody but the terminal what broke inside', async () => {
            const answer = await call('GET', '/fails');

            assert.equal(answer.status, 500);
            assert.doesNotMatch(JSON.stringify(answer.body), /secret detail|at .*\.ts/);
            assert.equal(internal.length, 1);
        });

        it('collapses slashes before the path', async () => {
            assert.equal((await call('GET', `//services/data/v66.0/sobjects`)).status, 200);
        });
    });

    describe('REST', () => {
        it('creates, reads, changes and deletes a record', async () => {
            const created = await call('POST', `${DATA}/sobjects/Lead`, { body: { Name: 'New Lead', Company: 'Co' } });
            assert.equal(created.status, 201);
            const { id } = created.body as { id: string };

            assert.equal(
                (await call('PATCH', `${DATA}/sobjects/Lead/${id}`, { body: { Company: 'Other' } })).status,
                204
            );
            assert.equal(
                ((await call('GET', `${DATA}/sobjects/Lead/${id}?fields=Id,Company`)).body as { Company: string })
                    .Company,
                'Other'
            );
            assert.equal((await call('DELETE', `${DATA}/sobjects/Lead/${id}`)).status, 204);
            assert.equal((await call('DELETE', `${DATA}/sobjects/Lead/${id}`)).status, 404);
        });

        it('upserts by external id, one record and collections alike', async () => {
            const first = await call('PATCH', `${DATA}/sobjects/Lead/External_Key__c/U-1`, {
                body: { Name: 'U', Company: 'Co' }
            });
            const second = await call('PATCH', `${DATA}/composite/sobjects/Lead/External_Key__c`, {
                body: { records: [{ attributes: { type: 'Lead' }, External_Key__c: 'U-1', Company: 'Changed' }] }
            });

            assert.equal((first.body as { created: boolean }).created, true);
            assert.deepEqual(
                (second.body as { id: string; created: boolean; success: boolean }[]).map(
                    ({ id, created, success }) => ({ id, created, success })
                ),
                [{ id: (first.body as { id: string }).id, created: false, success: true }]
            );
        });

        it('reports each row of a collection by itself', async () => {
            const answer = await call('POST', `${DATA}/composite/sobjects`, {
                body: {
                    records: [
                        { attributes: { type: 'Lead' }, Name: 'Good', Company: 'Co' },
                        { attributes: { type: 'Lead' }, Name: 'Bad', Company: '' }
                    ]
                }
            });

            const rows = answer.body as { success: boolean; errors: { statusCode: string; fields: string[] }[] }[];
            assert.deepEqual(
                rows.map((row) => row.success),
                [true, false]
            );
            assert.deepEqual(rows[1]?.errors[0], {
                statusCode: 'REQUIRED_FIELD_MISSING',
                message: 'Required fields are missing: [Company]',
                fields: ['Company']
            });
        });

        it('saves a tree: children know their parents', async () => {
            const answer = await call('POST', `${DATA}/composite/tree/Lead`, {
                body: {
                    records: [
                        {
                            attributes: { type: 'Lead', referenceId: 'lead1' },
                            Name: 'Tree',
                            Company: 'Co',
                            Jobs__r: {
                                records: [{ attributes: { type: 'Job__c', referenceId: 'job1' }, Name: 'Leaf' }]
                            }
                        }
                    ]
                }
            });

            const { results } = answer.body as { results: { referenceId: string; id: string }[] };
            assert.deepEqual(
                results.map((result) => result.referenceId),
                ['lead1', 'job1']
            );
            const job = await call('GET', `${DATA}/sobjects/Job__c/${results[1]?.id ?? ''}?fields=Lead__c`);
            assert.equal((job.body as { Lead__c: string }).Lead__c, results[0]?.id);
        });

        it('undoes a tree whose children fail', async () => {
            const before = await call('GET', `${DATA}/query?q=${encodeURIComponent('SELECT COUNT() FROM Lead')}`);
            const answer = await call('POST', `${DATA}/composite/tree/User`, {
                body: {
                    records: [
                        { attributes: { type: 'Lead', referenceId: 'a' }, Name: 'U', Nothing__r: { records: [{}] } }
                    ]
                }
            });
            const afterwards = await call('GET', `${DATA}/query?q=${encodeURIComponent('SELECT COUNT() FROM Lead')}`);

            assert.equal(answer.status, 400);
            assert.deepEqual(afterwards.body, before.body);
        });

        it('describes only fields that the user may read', async () => {
            const names = async (token: string): Promise<string[]> =>
                (
                    (await call('GET', `${DATA}/sobjects/Lead/describe`, { token })).body as {
                        fields: { name: string }[];
                    }
                ).fields.map((field) => field.name);

            assert.ok(!(await names(tokens.rep)).includes('Secret__c'));
            assert.ok((await names(tokens.admin)).includes('Secret__c'));
        });
    });

    describe('UI API', () => {
        const fieldsOf = (answer: Answer): Record<string, { value: unknown; displayValue: unknown }> =>
            (answer.body as { fields: Record<string, { value: unknown; displayValue: unknown }> }).fields;

        it('gives values and what the user sees of them', async () => {
            const answer = await call(
                'GET',
                `${DATA}/ui-api/records/${LEAD_ID}?fields=Lead.Name,Lead.Owner.Name,Lead.Amount__c,Lead.Due_At__c`
            );

            const fields = fieldsOf(answer);
            assert.deepEqual(fields['Name'], { value: 'Lena Lead', displayValue: null });
            assert.deepEqual(fields['Amount__c'], { value: 1234.5, displayValue: '$1,234.50' });
            assert.match(String(fields['Due_At__c']?.displayValue), /10:00/);
            assert.equal(fields['Owner']?.displayValue, 'Rita Rep');
        });

        it('refuses a required field that is hidden from the user and leaves out an optional one', async () => {
            const required = await call('GET', `${DATA}/ui-api/records/${LEAD_ID}?fields=Lead.Secret__c`);
            const optional = await call(
                'GET',
                `${DATA}/ui-api/records/${LEAD_ID}?fields=Lead.Name&optionalFields=Lead.Secret__c,Lead.Nope__c`
            );

            assert.equal(errorCode(required), 'INVALID_FIELD');
            assert.deepEqual(Object.keys(fieldsOf(optional)), ['Name']);
        });

        it('tells messages of fields and of the record apart when a save fails', async () => {
            const answer = await call('PATCH', `${DATA}/ui-api/records/${LEAD_ID}`, {
                body: { fields: { Company: '' } }
            });

            const { output } = answer.body as {
                output: { errors: unknown[]; fieldErrors: Record<string, { message: string }[]> };
            };
            assert.equal(answer.status, 400);
            assert.deepEqual(output.errors, []);
            assert.match(output.fieldErrors['Company']?.[0]?.message ?? '', /Required fields/);
        });

        it('answers 404 to a record that is not there', async () => {
            assert.equal((await call('GET', `${DATA}/ui-api/records/00Q000000000777AAA?fields=Lead.Name`)).status, 404);
        });

        it('pages a list and says how many there are', async () => {
            const answer = await call('GET', `${DATA}/ui-api/list-records/Lead/Open_Leads?pageSize=1`);

            const { records, totalCount } = answer.body as { records: unknown[]; totalCount: number };
            assert.equal(records.length, 1);
            assert.ok(totalCount >= 1);
        });

        it('lists the children of a record', async () => {
            const answer = await call(
                'GET',
                `${DATA}/ui-api/related-list-records/${LEAD_ID}/Jobs__r?fields=Job__c.Name`
            );

            assert.deepEqual(
                (answer.body as { records: { fields: { Name: { value: string } } }[] }).records.map(
                    (record) => record.fields.Name.value
                ),
                ['Weld the frame']
            );
        });
    });

    describe('clock', () => {
        it('moves by an hour, and to the next due instant', async () => {
            const hour = await call('POST', '/host/clock', { body: { move: 'hour' } });
            const next = await call('POST', '/host/clock', { body: { move: 'next' } });

            assert.equal((hour.body as { now: number }).now, START + 3_600_000);
            assert.equal((next.body as { now: number }).now, Date.parse('2026-11-24T15:00:00Z'));
        });

        it('says so when nothing is due', async () => {
            const answer = await call('POST', '/host/clock', { body: { move: 'next' } });

            assert.equal((answer.body as { message: string }).message, 'Nothing is due or scheduled.');
        });

        it('does not go back in time', async () => {
            assert.equal((await call('POST', '/host/clock', { body: { move: START } })).status, 400);
        });
    });

    it('hands parameters to Apex and its error body back', async () => {
        const good = await call('POST', '/apex/Greetings/describeTime?cacheable=1', { body: { who: 'me' } });
        const bad = await call('POST', '/apex/Greetings/fail', { body: { reason: 'x' } });

        assert.match(String(good.body), /^Apex for me/);
        assert.deepEqual(bad, {
            status: 500,
            body: { message: 'Refused: x', exceptionType: 'System.AuraHandledException', isUserDefinedException: false }
        });
    });

    it('searches without letting the term become SOQL', async () => {
        const answer = await call('GET', `/host/search?q=${encodeURIComponent("x' OR Name LIKE '")}`);

        assert.deepEqual(answer, { status: 200, body: { results: [] } });
    });
});
