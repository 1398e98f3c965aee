/** What the face for the CLI answers to requests that no CLI would send. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import JSZip from 'jszip';
import { openOrg, type Org } from '../../engine/org.ts';
import { cliFace, type CliFace } from '../cliFace.ts';
import { orgGateway } from '../engine/orgGateway.ts';
import { startHttpServer, type RunningServer } from './startHttpServer.ts';
import { Router } from '../router.ts';
import { Sessions } from '../session.ts';
import { temporaryProject, type TemporaryProject } from './temporaryProject.ts';

const V = '/services/data/v66.0';

describe('the face for the CLI', () => {
    let project: TemporaryProject;
    let org: Org;
    let face: CliFace;
    let server: RunningServer;
    let tokens: { admin: string; guest: string };
    const internal: unknown[] = [];

    before(async () => {
        project = temporaryProject();
        project.write(
            'src/classes/ParcelsTest.cls',
            "@IsTest\nprivate class ParcelsTest {\n    @IsTest\n    static void describes() {\n        Assert.areEqual('a x 2', Parcels.describe('a', 2), 'text');\n    }\n    @IsTest\n    static void fails() {\n        Assert.fail('as planned');\n    }\n}\n"
        );
        const sourceDirs = [`${project.root}/src`];
        const worldFile = `${project.root}/config/local-org.json`;
        org = openOrg({ sourceDirs, worldFile });
        const gateway = orgGateway(org);
        const sessions = new Sessions(
            () => true,
            () => 'root',
            () => gateway.organization.id
        );
        tokens = { admin: sessions.issueToken('root'), guest: sessions.issueToken('guest') };
        face = cliFace({
            gateway,
            worldFile,
            sourceDirs: () => sourceDirs,
            isDeployedMetadata: () => false,
            candidateFolder: `${project.root}/.local-org/metadata.next`,
            sourceTracking: null,
            activate: () => Promise.reject(new Error('Nothing is activated here')),
            log: (line) => internal.push(line)
        });
        server = await startHttpServer({
            port: 0,
            router: new Router().add(face.routes(sessions)),
            sessions,
            onInternalError: (error) => internal.push(error)
        });
    });
    after(async () => {
        face.close();
        await server.close();
        org.close();
        project.remove();
    });

    const send = async (
        method: string,
        path: string,
        body?: string,
        headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
        token = tokens.admin
    ): Promise<{ status: number; text: string; headers: Headers }> => {
        const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
            method,
            headers: { authorization: `Bearer ${token}`, ...headers },
            ...(body === undefined ? {} : { body })
        });
        return { status: response.status, text: await response.text(), headers: response.headers };
    };
    const soap = (letter: string, call: string, token = tokens.admin) =>
        send(
            'POST',
            `/services/Soap/${letter}/66.0`,
            `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></e:Header><e:Body>${call}</e:Body></e:Envelope>`,
            { 'content-type': 'text/xml' }
        );

    it("gives tokens in the platform's form", () => {
        assert.match(tokens.admin, /^00D\w{12}![\w-]{20,}$/);
    });

    for (const [what, letter, call, fault] of [
        ['an unknown call', 'm', '<renameMetadata/>', /UNSUPPORTED_API_VERSION: Unsupported: SOAP call renameMetadata/],
        [
            'a deploy that is not there',
            'm',
            '<checkDeployStatus><asyncProcessId>0Af9</asyncProcessId></checkDeployStatus>',
            /INVALID_CROSS_REFERENCE_KEY/
        ],
        [
            'a retrieve that is not there',
            'm',
            '<checkRetrieveStatus><asyncProcessId>09S9</asyncProcessId></checkRetrieveStatus>',
            /INVALID_CROSS_REFERENCE_KEY/
        ],
        [
            'a validation that is none',
            'm',
            '<deployRecentValidation><validationId>0Af9</validationId></deployRecentValidation>',
            /INVALID_CROSS_REFERENCE_KEY/
        ],
        [
            'an unknown test level',
            'm',
            '<deploy><ZipFile>UEs=</ZipFile><DeployOptions><testLevel>RunRelevantTests</testLevel></DeployOptions></deploy>',
            /Unsupported: test level RunRelevantTests/
        ],
        [
            'tests without names',
            'm',
            '<deploy><ZipFile>UEs=</ZipFile><DeployOptions><testLevel>RunSpecifiedTests</testLevel></DeployOptions></deploy>',
            /needs the names of the tests/
        ],
        [
            'a deploy of what went well only',
            'm',
            '<deploy><ZipFile>UEs=</ZipFile><DeployOptions><rollbackOnError>false</rollbackOnError></DeployOptions></deploy>',
            /Unsupported: deploy option rollbackOnError=false/
        ],
        [
            'a package by name',
            'm',
            '<retrieve><request><packageNames>P</packageNames></request></retrieve>',
            /Unsupported: retrieve of a package by name/
        ],
        ['a call of another API', 's', '<runTests/>', /Unsupported: SOAP call runTests/]
    ] as const) {
        it(`answers ${what} with a fault`, async () => {
            const { status, text, headers } = await soap(letter, call);

            assert.equal(status, 500);
            assert.match(headers.get('content-type') ?? '', /text\/xml/);
            assert.match(text, /<faultcode>sf:\w+<\/faultcode>/);
            assert.match(text, fault);
            assert.doesNotMatch(text, /\.ts|\bat /);
        });
    }

    it('lets nobody deploy without a session, or without the permission', async () => {
        const stranger = await soap('m', '<describeMetadata/>', 'nobody');
        const guest = await soap('m', '<describeMetadata/>', tokens.guest);
        const rest = await send('GET', `${V}/metadata/deployRequest/0Af000000000001AAA`, undefined, {}, tokens.guest);

        assert.match(stranger.text, /INVALID_SESSION_ID/);
        assert.match(guest.text, /INSUFFICIENT_ACCESS/);
        assert.equal(rest.status, 400);
        assert.match(rest.text, /INSUFFICIENT_ACCESS/);
    });

    it('takes SOAP for SOAP only', async () => {
        const { status, text } = await send('POST', '/services/Soap/m/66.0', 'hello', { 'content-type': 'text/xml' });

        assert.equal(status, 500);
        assert.match(text, /The request is no SOAP/);
    });

    for (const [what, method, path, body, status, answer] of [
        [
            'a deploy without its form',
            'POST',
            '/metadata/deployRequest',
            'x',
            400,
            /JSON_PARSER_ERROR|INVALID_MULTIPART/
        ],
        ['a validation that is not named', 'POST', '/metadata/deployRequest', '{}', 400, /validatedDeployRequestId/],
        [
            'a deploy that is not there',
            'GET',
            '/metadata/deployRequest/0Af9',
            undefined,
            404,
            /INVALID_CROSS_REFERENCE_KEY/
        ],
        [
            'tests that are not there',
            'POST',
            '/tooling/runTestsAsynchronous',
            '{"tests":[{"className":"Nope"}]}',
            400,
            /INVALID_INPUT/
        ],
        ['tests that are not named', 'POST', '/tooling/runTestsSynchronous', '{}', 400, /Name tests/],
        ['test suites', 'POST', '/tooling/runTestsAsynchronous', '{"suiteNames":"S"}', 400, /Unsupported: test suites/],
        ['a query without text', 'GET', '/tooling/query', undefined, 400, /MALFORMED_QUERY/],
        ['a query that is none', 'GET', '/tooling/query?q=SELEKT', undefined, 400, /MALFORMED_QUERY/],
        [
            'a field that is not there',
            'GET',
            '/tooling/query?q=SELECT+Nope+FROM+ApexTestResult',
            undefined,
            400,
            /INVALID_FIELD/
        ],
        [
            'an object that is not there',
            'GET',
            '/tooling/query?q=SELECT+Id+FROM+FlowDefinition',
            undefined,
            400,
            /INVALID_TYPE/
        ],
        ['a bulk job of nothing', 'POST', '/jobs/ingest', '{}', 400, /INVALIDJOB/],
        [
            'a bulk job of no object',
            'POST',
            '/jobs/ingest',
            '{"object":"Nope__c","operation":"insert"}',
            400,
            /INVALIDENTITY/
        ],
        [
            'a bulk query that counts',
            'POST',
            '/jobs/query',
            '{"operation":"query","query":"SELECT COUNT() FROM User"}',
            400,
            /INVALIDJOB/
        ],
        ['a job that is not there', 'GET', '/jobs/ingest/750000000000099AAA', undefined, 404, /NOT_FOUND/]
    ] as const) {
        it(`answers ${what} as the platform does`, async () => {
            const reply = await send(method, V + path, body);

            assert.equal(reply.status, status, reply.text);
            assert.match(reply.text, answer);
            const [item] = JSON.parse(reply.text) as { errorCode: string; message: string }[];
            assert.ok(item?.errorCode && item.message);
            assert.doesNotMatch(reply.text, /\.ts|\n\s+at /);
        });
    }

    it(
        'says what a deploy without package.xml lacks, after at least one answer on the way',
        { timeout: 60_000 },
        async () => {
            const zip = 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==';
            const started = await soap('m', `<deploy><ZipFile>${zip}</ZipFile><DeployOptions/></deploy>`);
            const id = /<id>(\w+)<\/id>/.exec(started.text)?.[1] ?? '';
            const answers: string[] = [];
            do {
                answers.push(
                    (
                        await soap(
                            'm',
                            `<checkDeployStatus><asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`
                        )
                    ).text
                );
            } while (!answers.at(-1)?.includes('<done>true</done>'));

            assert.match(answers[0] ?? '', /<status>Pending<\/status>/);
            assert.match(answers.at(-1) ?? '', /No package\.xml found/);
        }
    );

    // Metadata API, SharingRules.
    it('deploys sharing rules, and says which group they name that is not there', { timeout: 90_000 }, async () => {
        const xml = (type: string, body: string): string =>
            `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
        const outcomeFor = async (group: string): Promise<string> => {
            const zip = new JSZip();
            const types = [
                ['Parcel__c', 'SharingRules'],
                ['Packers', 'Group']
            ].map(([member, name]) => `<types><members>${member}</members><name>${name}</name></types>`);
            zip.file('package.xml', xml('Package', `${types.join('')}<version>66.0</version>`));
            zip.file('groups/Packers.group', xml('Group', '<name>Packers</name>'));
            zip.file(
                'sharingRules/Parcel__c.sharingRules',
                xml(
                    'SharingRules',
                    `<sharingOwnerRules><fullName>All</fullName><accessLevel>Read</accessLevel><label>All</label><sharedTo><group>${group}</group></sharedTo><sharedFrom><allInternalUsers></allInternalUsers></sharedFrom></sharingOwnerRules>`
                )
            );
            const content = await zip.generateAsync({ type: 'base64' });
            const options = '<checkOnly>true</checkOnly><rollbackOnError>true</rollbackOnError>';
            const started = await soap(
                'm',
                `<deploy><ZipFile>${content}</ZipFile><DeployOptions>${options}</DeployOptions></deploy>`
            );
            const id = /<id>(\w+)<\/id>/.exec(started.text)?.[1] ?? '';
            for (;;) {
                const { text } = await soap(
                    'm',
                    `<checkDeployStatus><asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`
                );
                if (text.includes('<done>true</done>')) return text;
            }
        };

        assert.match(await outcomeFor('Packers'), /<status>Succeeded<\/status>/);
        assert.match(
            await outcomeFor('Nobody'),
            /<status>Failed<\/status>[\s\S]*Nobody|Nobody[\s\S]*<status>Failed<\/status>/
        );
    });

    it('runs tests apart, and answers queries about them and what they covered', { timeout: 90_000 }, async () => {
        const started = await send('POST', `${V}/tooling/runTestsAsynchronous`, '{"classNames":"ParcelsTest"}');
        const id = JSON.parse(started.text) as string;
        const rows = async (soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
            const { text } = await send('GET', `${V}/tooling/query?q=${encodeURIComponent(soql)}`);
            return (JSON.parse(text) as { records: Readonly<Record<string, unknown>>[] }).records;
        };
        const run = `SELECT Status, MethodsEnqueued, MethodsFailed FROM ApexTestRunResult WHERE AsyncApexJobId = '${id}'`;
        while ((await rows(run))[0]?.['Status'] !== 'Completed') await setTimeout(50);

        const [result] = await rows(run);
        const [item] = await rows(`SELECT Id, ApexClassId, Status FROM ApexTestQueueItem WHERE ParentJobId = '${id}'`);
        const tests = await rows(
            `SELECT MethodName, Outcome, Message, ApexClass.Name FROM ApexTestResult WHERE QueueItemId IN ('${String(item?.['Id'])}')`
        );
        const [coverage] = await rows(
            "SELECT NumLinesCovered, NumLinesUncovered FROM ApexCodeCoverageAggregate WHERE ApexClassOrTrigger.Name = 'Parcels'"
        );
        const byMethod = await rows(
            `SELECT TestMethodName, ApexClassOrTrigger.Name FROM ApexCodeCoverage WHERE ApexTestClassId = '${String(item?.['ApexClassId'])}'`
        );

        assert.equal(result?.['MethodsFailed'], 1);
        assert.deepEqual(
            tests.map((test) => [test['MethodName'], test['Outcome']]),
            [
                ['describes', 'Pass'],
                ['fails', 'Fail']
            ]
        );
        assert.match(String(tests[1]?.['Message']), /as planned/);
        assert.equal(coverage?.['NumLinesCovered'], 1);
        assert.deepEqual(
            byMethod.map((row) => row['TestMethodName']),
            ['describes']
        );
    });

    it('keeps a debug log of what ran, for those who see all data', async () => {
        await soap('s', "<executeAnonymous><String>System.debug('kept');</String></executeAnonymous>");
        const soql = encodeURIComponent(
            'SELECT Id, LogUser.Name, LogLength, Operation, Request, StartTime, Status FROM ApexLog ORDER BY StartTime DESC LIMIT 1'
        );
        const list = await send('GET', `${V}/tooling/query?q=${soql}`);
        const [row] = (JSON.parse(list.text) as { records: Readonly<Record<string, unknown>>[] }).records;
        const id = String(row?.['Id']);
        const body = await send('GET', `${V}/tooling/sobjects/ApexLog/${id}/Body`);
        const same = await send('GET', `${V}/sobjects/ApexLog/${id}/Body`);
        const guests = await Promise.all(
            [`tooling/query?q=${soql}`, `tooling/sobjects/ApexLog/${id}/Body`].map((path) =>
                send('GET', `${V}/${path}`, undefined, {}, tokens.guest)
            )
        );
        const gone = await send('DELETE', `${V}/tooling/sobjects/ApexLog/${id}`);
        const missing = await send('GET', `${V}/tooling/sobjects/ApexLog/${id}/Body`);

        assert.match(id, /^07L\d{12}AAA$/);
        assert.deepEqual(
            [row?.['LogUser'], row?.['Operation'], row?.['Request'], row?.['Status'], row?.['LogLength']],
            [{ attributes: { type: 'LogUser' }, Name: 'Root' }, 'Api', 'Api', 'Success', body.text.length]
        );
        assert.match(String(row?.['StartTime']), /^2026-11-23T\d\d:\d\d:\d\d\.\d{3}\+0000$/);
        assert.match(body.headers.get('content-type') ?? '', /^text\/plain/);
        assert.match(body.text, /\|USER_DEBUG\|\[1\]\|DEBUG\|kept\n/);
        assert.equal(same.text, body.text);
        assert.deepEqual(
            guests.map(({ status, text }) => [status, (JSON.parse(text) as { errorCode: string }[])[0]?.errorCode]),
            [
                [403, 'INSUFFICIENT_ACCESS'],
                [403, 'INSUFFICIENT_ACCESS']
            ]
        );
        assert.equal(gone.status, 204);
        assert.equal(missing.status, 404);
    });

    it('has nothing to be ashamed of', () => {
        assert.deepEqual(internal, []);
    });
});
