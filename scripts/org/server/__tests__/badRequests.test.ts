/**
 * What every endpoint answers to requests that mean no good: the platform's shape of errors (REST API Developer Guide
 * "Status Codes and Error Responses", SOAP API Developer Guide "Error Handling"), never a stack trace, never a failure of
 * the server itself, and the data stay as they are.
 */
import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openOrg, type Org } from '../../engine/org.ts';
import { anonymousRoute } from '../apex/anonymousRoute.ts';
import { apexRoutes } from '../apexEndpoint.ts';
import { cliFace, type CliFace } from '../cliFace.ts';
import { orgGateway } from '../engine/orgGateway.ts';
import type { Gateway } from '../gateway.ts';
import { hostRoutes } from '../hostRoutes.ts';
import { startHttpServer, type RunningServer } from './startHttpServer.ts';
import { apexRestRoutes } from '../rest/apexRest.ts';
import { compositeRoutes } from '../rest/composite.ts';
import { identityRoutes } from '../rest/identity.ts';
import { queryRoutes } from '../rest/query.ts';
import { sobjectRoutes } from '../rest/sobjects.ts';
import { Router, type Route } from '../router.ts';
import { searchRoutes } from '../search.ts';
import { ServerEvents } from '../serverEvents.ts';
import { Sessions } from '../session.ts';
import { listRoutes } from '../uiApi/lists.ts';
import { objectInfoRoutes } from '../uiApi/objectInfo.ts';
import { recordRoutes } from '../uiApi/records.ts';
import { temporaryProject, type TemporaryProject } from './temporaryProject.ts';

const HOSTILE = [
    `x' OR '1'='1`,
    `'; DROP TABLE "Parcel__c"; --`,
    `" OR 1=1 --`,
    '\\',
    '../../../etc/passwd',
    '\u0000',
    '%00%ff',
    '<script>alert(1)</script>',
    '{!$User.Id}',
    'é𝄞‮',
    '__proto__',
    'x'.repeat(5000)
];

const BODIES = [
    '',
    '{',
    'null',
    '1',
    '"text"',
    '[]',
    '{}',
    '[null]',
    '[[[]]]',
    '{"records":null}',
    '{"records":[null,1,"x",{}]}',
    '{"fields":null}',
    '{"fields":[]}',
    '{"attributes":1,"Name":{"a":[]}}',
    '{"apiName":1,"fields":{"Name":1}}',
    '{"apiName":"Parcel__c","fields":{"Nope":1}}',
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    `{"object":"Parcel__c","operation":"nope"}`,
    '['.repeat(2000) + ']'.repeat(2000),
    JSON.stringify(Object.fromEntries(HOSTILE.map((text, at) => [text, HOSTILE[HOSTILE.length - 1 - at]])))
];

const SOAP = [
    '',
    '<',
    '<a/>',
    '<!DOCTYPE x [<!ENTITY a "b">]><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">&a;</e:Envelope>',
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>',
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><deploy><ZipFile>%%%</ZipFile></deploy></e:Body></e:Envelope>'
];

interface Answer {
    readonly status: number;
    readonly text: string;
}

describe('bad requests', () => {
    let project: TemporaryProject;
    let org: Org;
    let gateway: Gateway;
    let face: CliFace;
    let server: RunningServer;
    let token: string;
    let routes: readonly Route[];
    let root: string;
    const internal: string[] = [];

    before(async () => {
        project = temporaryProject();
        const sourceDirs = [join(project.root, 'src')];
        const worldFile = join(project.root, 'config/local-org.json');
        org = openOrg({ sourceDirs, worldFile });
        gateway = orgGateway(org);
        root = gateway.users.find((user) => user.alias === 'root')?.id ?? '';
        const sessions = new Sessions(
            () => true,
            () => 'root',
            () => gateway.organization.id
        );
        token = sessions.issueToken('root');
        face = cliFace({
            gateway,
            worldFile,
            sourceDirs: () => sourceDirs,
            isDeployedMetadata: () => false,
            candidateFolder: join(project.root, '.local-org/metadata.next'),
            sourceTracking: null,
            activate: () => Promise.reject(new Error('Nothing is activated here')),
            log: (line) => internal.push(line)
        });
        routes = [
            ...hostRoutes({ gateway, sessions, events: new ServerEvents() }),
            ...searchRoutes(gateway),
            ...apexRoutes(gateway),
            ...objectInfoRoutes(gateway),
            ...recordRoutes(gateway),
            ...listRoutes(gateway),
            ...identityRoutes(gateway),
            ...queryRoutes(gateway),
            ...sobjectRoutes(gateway),
            ...compositeRoutes(gateway),
            ...apexRestRoutes(gateway),
            anonymousRoute(gateway),
            ...face.routes(sessions)
        ];
        server = await startHttpServer({
            port: 0,
            router: new Router().add(routes),
            sessions,
            onInternalError: (error, path) => internal.push(`${path}: ${(error as Error).stack ?? String(error)}`)
        });
        gateway.save(root, 'insert', [{ type: 'Parcel__c', fields: { Name: 'kept', Key__c: 'kept' } }], {
            allOrNone: true
        });
    });
    after(async () => {
        face.close();
        await server.close();
        org.close();
        project.remove();
    });

    const call = (
        method: string,
        path: string,
        options: { body?: string; type?: string; token?: string | null } = {}
    ): Promise<Answer> =>
        new Promise((resolve, reject) => {
            const authorization = options.token === null ? {} : { authorization: `Bearer ${options.token ?? token}` };
            const type = options.body === undefined ? {} : { 'content-type': options.type ?? 'application/json' };
            const headers = { ...authorization, ...type };
            const sent = httpRequest({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
                let text = '';
                response.on('data', (chunk: Buffer) => (text += chunk.toString()));
                response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
            });
            sent.on('error', reject);
            sent.end(options.body);
        });

    /** Routes that answer at once; a stream of events and long polling do not. */
    const plain = (): readonly Route[] =>
        routes.filter(({ pattern }) => !/\/events$|cometd|\/host\/reset/.test(pattern));
    const pathOf = (route: Route, text: string): string =>
        route.pattern.replace(/[:*](\w+)/g, (_all, name: string) =>
            name === 'version' ? 'v66.0' : encodeURIComponent(text)
        );
    const isSoap = (route: Route): boolean => route.pattern.includes('/Soap/');

    /** An error in the shape of its API, or an answer that is none. */
    function check(what: string, route: Route, { status, text }: Answer): void {
        assert.ok(
            status < 600 && status !== 500 ? true : isSoap(route) || /exceptionType/.test(text),
            `${what}: ${status} ${text}`
        );
        assert.doesNotMatch(text, /\.ts:\d|node:internal|SQLITE|at \w+ \(/, what);
        if (status < 400) return;
        if (isSoap(route)) {
            assert.match(text, /<faultcode>\w+:\w+<\/faultcode><faultstring>/, what);
            return;
        }
        if (route.access === 'open') return;
        const body = JSON.parse(text) as unknown;
        const [item] = (Array.isArray(body) ? body : [body]) as { errorCode?: string; message?: string }[];
        assert.ok(typeof item?.message === 'string' && item.message !== '', `${what}: ${text}`);
        if (Array.isArray(body)) assert.match(item.errorCode ?? '', /^[A-Z_]+$/, `${what}: ${text}`);
    }

    it('of methods that an endpoint does not have are refused as such', async () => {
        for (const route of plain()) {
            const answer = await call('PROPFIND', pathOf(route, 'x'));
            assert.equal(answer.status, 405, route.pattern);
            assert.match(answer.text, /METHOD_NOT_ALLOWED/);
        }
    });

    it('without a session, or with one that is none, are refused by every endpoint of data', async () => {
        for (const route of plain().filter(({ access }) => access === 'token')) {
            for (const wrong of [null, 'nobody', `${token}x`]) {
                const answer = await call(route.method, pathOf(route, 'x'), { token: wrong });
                assert.equal(answer.status, 401, route.pattern);
                assert.match(answer.text, /INVALID_SESSION_ID/);
            }
        }
    });

    it('with hostile texts in the path are answered in the shape of the API', async () => {
        for (const route of plain().filter(({ pattern }) => /[:*](?!version)\w+/.test(pattern))) {
            for (const text of HOSTILE) {
                const options = route.method === 'GET' || route.method === 'DELETE' ? {} : { body: '{}' };
                check(
                    `${route.method} ${route.pattern} ${text}`,
                    route,
                    await call(route.method, pathOf(route, text), options)
                );
            }
        }
    });

    it('with hostile texts in parameters are answered in the shape of the API', async () => {
        const names = [
            'q',
            'fields',
            'optionalFields',
            'pageSize',
            'pageToken',
            'sortBy',
            'where',
            'anonymousBody',
            'term',
            'ids'
        ];
        for (const route of plain().filter(({ method }) => method === 'GET')) {
            for (const text of HOSTILE) {
                const query = names.map((name) => `${name}=${encodeURIComponent(text.slice(0, 500))}`).join('&');
                check(`${route.pattern} ${text}`, route, await call('GET', `${pathOf(route, 'Parcel__c')}?${query}`));
            }
        }
    });

    it('with bodies that are none, or none of that kind, are answered in the shape of the API', async () => {
        for (const route of plain().filter(({ method }) => method !== 'GET' && method !== 'DELETE')) {
            for (const body of isSoap(route) ? SOAP : BODIES) {
                for (const type of isSoap(route)
                    ? ['text/xml']
                    : ['application/json', 'text/plain', 'multipart/form-data']) {
                    const what = `${route.method} ${route.pattern} ${type} ${body.slice(0, 60)}`;
                    check(what, route, await call(route.method, pathOf(route, 'Parcel__c'), { body, type }));
                }
            }
        }
    });

    it('that are too large are refused before they are read', async () => {
        for (const route of plain().filter(({ method }) => method !== 'GET' && method !== 'DELETE')) {
            const size = (route.largestBody ?? 12 * 1024 * 1024) + 1;
            if (size > 60 * 1024 * 1024) continue;
            const answer = await call(route.method, pathOf(route, 'x'), { body: 'x'.repeat(size) }).catch(() => null);
            // The connection may end before the whole body is sent.
            if (answer) assert.match(answer.text, /REQUEST_ENTITY_TOO_LARGE/, route.pattern);
        }
    });

    it('change nothing, and never reach the server itself', () => {
        assert.deepEqual(internal, []);
        assert.deepEqual(
            gateway.query(root, "SELECT Name FROM Parcel__c WHERE Key__c != ''").map((row) => row['Name']),
            ['kept']
        );
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });

    it('are not those with SQL in a field: any text is stored, found and shown as it is', async () => {
        const V = '/services/data/v66.0';
        for (const [at, text] of HOSTILE.filter((one) => one.length <= 40 && !one.includes('\u0000')).entries()) {
            const body = JSON.stringify({ Name: text, Key__c: `${at} ${text}`.slice(0, 40) });
            const made = await call('POST', `${V}/sobjects/Parcel__c`, { body });
            assert.equal(made.status, 201, made.text);
            const soql = `SELECT Name FROM Parcel__c WHERE Name = '${text.replace(/[\\']/g, '\\$&')}'`;
            const found = await call('GET', `${V}/query?q=${encodeURIComponent(soql)}`);
            const { records } = JSON.parse(found.text) as { records: { Name: string }[] };
            assert.deepEqual(
                records.map((row) => row.Name),
                [text]
            );
            const key = encodeURIComponent(`${at} ${text}`.slice(0, 40));
            const upserted = await call('PATCH', `${V}/sobjects/Parcel__c/Key__c/${key}`, { body: '{"Weight__c":1}' });
            assert.equal(upserted.status, 200, upserted.text);
        }
        assert.deepEqual(internal, []);
    });
});
