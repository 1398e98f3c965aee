// More than 500 lines: one local org and one home of the CLI serve all of it.
/** The real sf CLI against the local org, started empty: every command that people deploy, test and load data with. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sfCli, startLocalOrgProcess, type LocalOrgProcess, type SfCli, type SfJson } from './sfCli.ts';
import { bundle, CLASS_META, sfProject, SOURCE, xml, type SfProject } from './sfProject.ts';

const PATIENCE = { timeout: 900_000 };

/** The one failing file of a deploy's answer. */
function failureOf(json: SfJson): SfJson {
    const failures = json.result.files.filter((file: SfJson) => file.state === 'Failed');
    assert.equal(failures.length, 1, JSON.stringify(json.result.files));
    return failures[0];
}

const states = (json: SfJson): string[] => [
    ...new Set<string>(json.result.files.map((file: SfJson) => String(file.state)))
];

describe('the sf CLI on the local org', PATIENCE, () => {
    let org: LocalOrgProcess;
    let sf: SfCli;
    let empty: SfProject;
    let project: SfProject;
    const inProject = (...args: string[]) => sf.run(project.root, ...args);
    const deploy = (...args: string[]) => inProject('project', 'deploy', 'start', ...args);

    before(async () => {
        empty = sfProject([
            ['sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'src', default: true }] })],
            ['src/README.md', 'Nothing but what is deployed.\n']
        ]);
        project = sfProject(SOURCE);
        org = await startLocalOrgProcess(empty.root);
        sf = sfCli(org);
    });
    after(async () => {
        await org.stop();
        sf.dispose();
        empty.dispose();
        project.dispose();
    });

    describe('login', () => {
        it('knows the org by its token alone', async () => {
            const { code, json } = await inProject('org', 'display');

            assert.equal(code, 0);
            assert.equal(json.result.connectedStatus, 'Connected');
            assert.match(json.result.id, /^00D/);
        });

        it('logs in under an alias and lists the org', async () => {
            const anonymous = sf.with({
                SF_TARGET_ORG: undefined,
                SF_ORG_INSTANCE_URL: undefined,
                SF_ACCESS_TOKEN: org.accessToken
            });

            const login = await anonymous.run(
                project.root,
                ...['org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt', '--alias', 'local']
            );
            const list = await anonymous.run(project.root, 'org', 'list');

            assert.equal(login.code, 0, login.text);
            assert.equal(login.json.result.username, 'admin@local.example');
            assert.equal(list.json.result.nonScratchOrgs[0].alias, 'local');
            assert.equal(list.json.result.nonScratchOrgs[0].connectedStatus, 'Connected');
        });

        it('opens a browser with an address that works once', async () => {
            const { code, json } = await inProject('org', 'open', '--url-only');

            assert.equal(code, 0, JSON.stringify(json));
            const first = await fetch(json.result.url, { redirect: 'manual' });
            const second = await fetch(json.result.url, { redirect: 'manual' });
            assert.equal(first.status, 302);
            assert.equal(first.headers.get('location'), '/lightning/page/home');
            assert.equal(second.status, 403);
        });

        it('refuses a token that is none', async () => {
            const stranger = sf.with({ SF_TARGET_ORG: '00D000000000001!wrong' });

            const { code, json } = await stranger.run(project.root, 'data', 'query', '-q', 'SELECT Id FROM User');

            assert.equal(code, 1);
            assert.match(json.message, /Session expired or invalid|INVALID_SESSION_ID|expired/i);
        });
    });

    describe('deploy', () => {
        it('takes a project into the empty org, and changes nothing the second time', async () => {
            const first = await deploy();
            const second = await deploy('--source-dir', 'src');

            assert.equal(first.code, 0, first.text);
            assert.equal(first.json.result.status, 'Succeeded');
            assert.deepEqual(states(first.json), ['Created']);
            assert.equal(second.code, 0);
            assert.deepEqual(states(second.json), ['Unchanged']);
        });

        it('tells people what became of it', async () => {
            const { code, text } = await sf.runForPeople(
                project.root,
                ...['project', 'deploy', 'start', '--source-dir', 'src/classes', '--dry-run']
            );

            assert.equal(code, 0, text);
            // How many components are done is told only where a poll meets the deploy at work.
            assert.match(text, /Deploy ID: 0Af/);
            assert.match(text, /Status: Succeeded/);
        });

        it('names line and column of Apex that does not compile, and changes nothing', async () => {
            project.write([
                [
                    'src/classes/Broken.cls',
                    'public class Broken {\n    public Integer one() {\n        return missing;\n    }\n}\n'
                ],
                ['src/classes/Broken.cls-meta.xml', CLASS_META],
                ['src/classes/Fine.cls', 'public class Fine {}\n'],
                ['src/classes/Fine.cls-meta.xml', CLASS_META]
            ]);

            const { code, json } = await deploy('-m', 'ApexClass:Broken', '-m', 'ApexClass:Fine');
            const query = await inProject('data', 'query', '-q', "SELECT Name FROM ApexClass WHERE Name = 'Fine'");
            project.remove('src/classes/Broken.cls', 'src/classes/Broken.cls-meta.xml');
            project.remove('src/classes/Fine.cls', 'src/classes/Fine.cls-meta.xml');

            assert.equal(code, 1);
            assert.equal(json.result.status, 'Failed');
            const failure = failureOf(json);
            assert.equal(failure.fullName, 'Broken');
            assert.equal(failure.lineNumber, 3);
            assert.equal(failure.columnNumber, 16);
            assert.match(failure.error, /missing/);
            assert.equal(query.json.result.totalSize, 0);
        });

        it('names line and column of a component that does not compile', async () => {
            project.write(bundle('broken', 'export default class Broken {\n    x = ;\n}\n', '<template></template>\n'));

            const { code, json } = await deploy('-m', 'LightningComponentBundle:broken');
            project.remove('src/lwc/broken');

            assert.equal(code, 1);
            const failure = failureOf(json);
            assert.match(failure.filePath, /broken\.js$/);
            assert.equal(failure.lineNumber, 2);
            assert.ok(failure.columnNumber > 0);
        });

        it('looks up what a component refers to', async () => {
            project.write(
                bundle(
                    'dangling',
                    "import { LightningElement } from 'lwc';\nimport gone from '@salesforce/apex/Parcels.gone';\nexport default class Dangling extends LightningElement {\n    gone = gone;\n}\n",
                    '<template></template>\n'
                )
            );

            const { code, json } = await deploy('-m', 'LightningComponentBundle:dangling');
            project.remove('src/lwc/dangling');

            assert.equal(code, 1);
            assert.match(failureOf(json).error, /Parcels\.gone/);
        });

        it('names the line of metadata that the Metadata API does not know', async () => {
            const path = 'src/objects/Parcel__c/fields/Colour__c.field-meta.xml';
            project.write([
                [
                    path,
                    xml(
                        'CustomField',
                        '    <fullName>Colour__c</fullName>\n    <label>Colour</label>\n    <lenght>40</lenght>\n    <type>Text</type>'
                    )
                ]
            ]);

            const { code, json } = await deploy('-m', 'CustomField:Parcel__c.Colour__c');
            project.remove(path);

            assert.equal(code, 1);
            const failures = json.result.files.filter((file: SfJson) => file.state === 'Failed');
            assert.equal(failures[0].fullName, 'Parcel__c.Colour__c');
            assert.match(failures[0].error, /lenght/);
            assert.ok(failures[0].lineNumber > 1);
        });

        it('refuses a permission for a field that is not there', async () => {
            const path = 'src/permissionsets/Dangling.permissionset-meta.xml';
            project.write([
                [
                    path,
                    xml(
                        'PermissionSet',
                        '    <fieldPermissions>\n        <editable>true</editable>\n        <field>Parcel__c.Gone__c</field>\n        <readable>true</readable>\n    </fieldPermissions>\n    <label>Dangling</label>'
                    )
                ]
            ]);

            const { code, json } = await deploy('-m', 'PermissionSet:Dangling');
            project.remove(path);

            assert.equal(code, 1);
            assert.match(failureOf(json).error, /In field: field - no CustomField named Parcel__c\.Gone__c found/);
            assert.equal(failureOf(json).lineNumber, 5);
        });

        it('names a type that the local org does not have', async () => {
            const path = 'src/flows/Sample.flow-meta.xml';
            project.write([
                [path, xml('Flow', '    <label>Sample</label>\n    <processType>AutoLaunchedFlow</processType>')]
            ]);

            const { code, json } = await deploy('-m', 'Flow:Sample');
            project.remove('src/flows');

            assert.equal(code, 1);
            assert.match(failureOf(json).error, /Unsupported: metadata type Flow/);
        });

        it('runs tests, and stops at one that fails', async () => {
            project.write([
                [
                    'src/classes/FailingTest.cls',
                    "@IsTest\nprivate class FailingTest {\n    @IsTest\n    static void fails() {\n        Assert.areEqual(1, 2, 'as planned');\n    }\n}\n"
                ],
                ['src/classes/FailingTest.cls-meta.xml', CLASS_META]
            ]);

            const { code, json } = await deploy(
                ...['-m', 'ApexClass:FailingTest', '--test-level', 'RunSpecifiedTests', '--tests', 'FailingTest']
            );
            project.remove('src/classes/FailingTest.cls', 'src/classes/FailingTest.cls-meta.xml');

            assert.equal(code, 1);
            assert.equal(json.result.numberTestErrors, 1);
            const [failure] = json.result.details.runTestResult.failures;
            assert.equal(failure.methodName, 'fails');
            assert.match(failure.message, /as planned/);
            assert.match(failure.stackTrace, /Class\.FailingTest\.fails: line 5/);
        });

        it('refuses a class that tests cover too little', async () => {
            project.write([
                [
                    'src/classes/Bare.cls',
                    'public class Bare {\n    public Integer one() {\n        Integer x = 1;\n        x += 1;\n        return x;\n    }\n}\n'
                ],
                ['src/classes/Bare.cls-meta.xml', CLASS_META]
            ]);

            const { code, json } = await deploy(
                ...['-m', 'ApexClass:Bare', '--test-level', 'RunSpecifiedTests', '--tests', 'ParcelsTest']
            );
            project.remove('src/classes/Bare.cls', 'src/classes/Bare.cls-meta.xml');

            assert.equal(code, 1);
            const [warning] = json.result.details.runTestResult.codeCoverageWarnings;
            assert.equal(warning.name, 'Bare');
            assert.match(warning.message, /0%, at least 75% test coverage is required/);
        });

        it('validates with all tests, and deploys what was validated without them', async () => {
            project.write([
                [
                    'src/labels/CustomLabels.labels-meta.xml',
                    SOURCE.find(([path]) => path.includes('labels'))?.[1].replace('>Parcels<', '>All parcels<') ?? ''
                ]
            ]);

            const validation = await inProject(
                'project',
                'deploy',
                'validate',
                '--source-dir',
                'src',
                '--test-level',
                'RunLocalTests'
            );
            const id = validation.json.result.id as string;
            const quick = await inProject('project', 'deploy', 'quick', '--job-id', id);
            const again = await inProject('project', 'deploy', 'quick', '--job-id', id);

            assert.equal(validation.code, 0, validation.text);
            assert.equal(validation.json.result.checkOnly, true);
            assert.equal(validation.json.result.numberTestsCompleted, 2);
            assert.equal(quick.code, 0, quick.text);
            assert.equal(quick.json.result.status, 'Succeeded');
            assert.equal(quick.json.result.numberTestsTotal, 0);
            assert.notEqual(again.code, 0);
        });

        it('writes down for build servers which tests ran and what they cover', async () => {
            const { code, text } = await deploy(
                ...['--source-dir', 'src', '--dry-run', '--test-level', 'RunLocalTests', '--results-dir', 'results'],
                ...['--junit', '--coverage-formatters', 'lcovonly']
            );

            assert.equal(code, 0, text);
            const read = (path: string): string => readFileSync(join(project.root, 'results', path), 'utf8');
            assert.match(read('junit/junit.xml'), /<testcase name="weighs" classname="ParcelsTest"/);
            assert.match(read('coverage/lcovonly.info'), /^SF:.*Parcels/m);
        });

        it('does the same over REST', async () => {
            const rest = sf.with({ SF_ORG_METADATA_REST_DEPLOY: 'true' });

            const { code, json } = await rest.run(
                project.root,
                'project',
                'deploy',
                'start',
                '--source-dir',
                'src',
                '--dry-run'
            );

            assert.equal(code, 0, JSON.stringify(json));
            assert.equal(json.result.checkOnly, true);
            assert.equal(json.result.status, 'Succeeded');
        });

        it('goes on alone, reports, and can be cancelled', async () => {
            const started = await deploy(
                '--source-dir',
                'src',
                '--test-level',
                'RunLocalTests',
                '--dry-run',
                '--async'
            );
            const id = started.json.result.id as string;
            const report = await inProject('project', 'deploy', 'report', '--job-id', id, '--wait', '2');
            project.write([
                [
                    'src/classes/SlowTest.cls',
                    '@IsTest\nprivate class SlowTest {\n    @IsTest\n    static void waits() {\n        Long stop = System.currentTimeMillis() + 300000;\n        while (System.currentTimeMillis() < stop) {\n        }\n    }\n}\n'
                ],
                ['src/classes/SlowTest.cls-meta.xml', CLASS_META]
            ]);
            const slow = ['--test-level', 'RunSpecifiedTests', '--tests', 'SlowTest', '--dry-run', '--async'];
            const other = await deploy('-m', 'ApexClass:SlowTest', ...slow);
            const cancelled = await inProject(
                ...['project', 'deploy', 'cancel', '--job-id', other.json.result.id as string]
            );
            project.remove('src/classes/SlowTest.cls', 'src/classes/SlowTest.cls-meta.xml');

            assert.equal(started.code, 0, started.text);
            assert.equal(report.json.result.status, 'Succeeded');
            assert.equal(cancelled.json.result.status, 'Canceled', cancelled.text);
        });
    });

    describe('retrieve and list', () => {
        it('gives back what was deployed', async () => {
            const other = sfProject([SOURCE[0] ?? ['', ''], ['src/README.md', 'Empty.\n']]);

            const { code, json } = await sf.run(
                other.root,
                ...[
                    'project',
                    'retrieve',
                    'start',
                    '-m',
                    'ApexClass',
                    '-m',
                    'CustomObject:Parcel__c',
                    '-m',
                    'LightningComponentBundle',
                    '-m',
                    'CustomLabels',
                    '-m',
                    'PermissionSet:Parcel_User'
                ]
            );
            const read = (path: string): string => readFileSync(join(other.root, 'src/main/default', path), 'utf8');
            const files = json.result.files.map((file: SfJson) => String(file.fullName));

            assert.equal(code, 0, JSON.stringify(json));
            assert.equal(read('classes/Parcels.cls'), SOURCE.find(([path]) => path.endsWith('Parcels.cls'))?.[1]);
            assert.match(read('objects/Parcel__c/fields/Weight__c.field-meta.xml'), /<scale>2<\/scale>/);
            assert.match(read('labels/CustomLabels.labels-meta.xml'), /All parcels/);
            assert.match(read('lwc/parcelCard/parcelCard.js'), /Parcel_Title/);
            assert.ok(files.includes('Parcel_User'));
            other.dispose();
        });

        it('lists metadata and its types', async () => {
            const list = await inProject('org', 'list', 'metadata', '--metadata-type', 'CustomField');
            const types = await inProject('org', 'list', 'metadata-types');

            assert.deepEqual(
                list.json.result.map((each: SfJson) => each.fullName),
                ['Parcel__c.Key__c', 'Parcel__c.Parent__c', 'Parcel__c.Weight__c']
            );
            assert.ok(types.json.result.metadataObjects.some((each: SfJson) => each.xmlName === 'ApexClass'));
        });
    });

    describe('Apex', () => {
        it('runs tests and tells what they cover', async () => {
            const { code, json } = await inProject(
                ...['apex', 'run', 'test', '--class-names', 'ParcelsTest', '--code-coverage', '--wait', '2']
            );

            assert.equal(code, 0, JSON.stringify(json));
            assert.equal(json.result.summary.outcome, 'Passed');
            assert.equal(json.result.summary.passing, 2);
            assert.equal(json.result.coverage.coverage[0].name, 'Parcels');
            assert.equal(json.result.coverage.coverage[0].coveredPercent, 100);
            assert.equal(json.result.summary.orgWideCoverage, '100%');
        });

        it('tells later what became of a run, and writes it down for build servers', async () => {
            const started = await inProject('apex', 'run', 'test', '--class-names', 'ParcelsTest');
            const id = String(started.json.result.testRunId);
            const got = await inProject(
                ...['apex', 'get', 'test', '--test-run-id', id, '--result-format', 'junit', '--output-dir', 'results']
            );

            assert.equal(started.code, 0, started.text);
            assert.equal(got.code, 0, got.text);
            assert.equal(got.json.result.summary.passing, 2);
            const junit = readFileSync(join(project.root, `results/test-result-${id}-junit.xml`), 'utf8');
            assert.match(junit, /<testcase name="weighs" classname="ParcelsTest"/);
        });

        it('runs one method at once', async () => {
            const { code, json } = await inProject(
                'apex',
                'run',
                'test',
                '--tests',
                'ParcelsTest.weighs',
                '--synchronous'
            );

            assert.equal(code, 0, JSON.stringify(json));
            assert.deepEqual(
                json.result.tests.map((test: SfJson) => test.MethodName),
                ['weighs']
            );
        });

        it('exits with 100 when a test fails', async () => {
            project.write([
                [
                    'src/classes/FailingTest.cls',
                    "@IsTest\nprivate class FailingTest {\n    @IsTest\n    static void fails() {\n        Assert.fail('as planned');\n    }\n}\n"
                ],
                ['src/classes/FailingTest.cls-meta.xml', CLASS_META]
            ]);
            await deploy('-m', 'ApexClass:FailingTest');

            const { code, json } = await inProject(
                'apex',
                'run',
                'test',
                '--test-level',
                'RunLocalTests',
                '--wait',
                '2'
            );

            assert.equal(code, 100, JSON.stringify(json));
            assert.equal(json.result.summary.failing, 1);
            assert.equal(json.result.summary.passing, 2);
        });

        it('refuses a test class that is not there', async () => {
            const { code, json } = await inProject('apex', 'run', 'test', '--class-names', 'NoSuchTest', '--wait', '2');

            assert.equal(code, 1);
            assert.match(json.message, /NoSuchTest/);
        });

        it('runs anonymous Apex, and says what is wrong with it', async () => {
            const file = join(project.root, 'run.apex');
            writeFileSync(
                file,
                "insert new Parcel__c(Name = 'Anonymous', Key__c = 'anonymous');\nSystem.debug('done & <done>');\n"
            );
            const good = await inProject('apex', 'run', '--file', file);
            writeFileSync(file, 'Integer x = 1;\nx = missing;\n');
            const wrong = await inProject('apex', 'run', '--file', file);
            writeFileSync(file, "insert new Parcel__c(Name = 'Twice', Key__c = 'anonymous');\n");
            const failing = await inProject('apex', 'run', '--file', file);

            assert.equal(good.code, 0, good.text);
            assert.match(good.json.result.logs, /done & <done>/);
            assert.notEqual(wrong.code, 0);
            assert.equal(String(wrong.json.data.line ?? wrong.json.result?.line), '2');
            assert.notEqual(failing.code, 0);
            assert.match(failing.text, /DUPLICATE_VALUE/);
        });

        it('lists debug logs and shows them', async () => {
            const list = await inProject('apex', 'list', 'log');
            const [log] = list.json.result;
            const one = await inProject('apex', 'get', 'log', '--log-id', log.Id);
            const newest = await inProject('apex', 'get', 'log', '--number', '1');

            assert.equal(list.code, 0, list.text);
            assert.match(log.Status, /DUPLICATE_VALUE/);
            assert.match(one.json.result[0].log, /\|FATAL_ERROR\|System\.DmlException: .*DUPLICATE_VALUE/);
            assert.match(one.json.result[0].log, /\|DML_BEGIN\|\[1\]\|Op:Insert\|Type:Parcel__c\|Rows:1\n/);
            assert.equal(newest.json.result[0].log, one.json.result[0].log);
        });

        it('shows debug logs as they are written', async () => {
            // The trace flag wants a user name, which a token alone does not tell the CLI.
            const tail = sf.follow(project.root, 'apex', 'tail', 'log', '--target-org', 'local');
            const file = join(project.root, 'tailed.apex');
            try {
                // Logs that were written before it listens are not shown: one block after the other, until one is.
                for (let turn = 1; !tail.text().includes('|USER_DEBUG|'); turn++) {
                    assert.ok(turn <= 20 && tail.isRunning(), tail.text());
                    writeFileSync(file, `System.debug('tailed ${turn}');\n`);
                    const { code, text } = await inProject('apex', 'run', '--file', file);
                    assert.equal(code, 0, text);
                }
                assert.match(tail.text(), /\|USER_DEBUG\|\[1\]\|DEBUG\|tailed \d+/);
            } finally {
                await tail.stop();
            }
        });
    });

    describe('data', () => {
        it('creates, reads, changes and deletes a record', async () => {
            const created = await inProject(
                'data',
                'create',
                'record',
                '-s',
                'Parcel__c',
                '-v',
                "Name='One parcel' Weight__c=1.5"
            );
            const id = created.json.result.id as string;
            const updated = await inProject(
                'data',
                'update',
                'record',
                '-s',
                'Parcel__c',
                '-i',
                id,
                '-v',
                'Weight__c=12'
            );
            const got = await inProject('data', 'get', 'record', '-s', 'Parcel__c', '-i', id);
            const deleted = await inProject('data', 'delete', 'record', '-s', 'Parcel__c', '-i', id);
            const gone = await inProject('data', 'get', 'record', '-s', 'Parcel__c', '-i', id);

            assert.equal(created.code, 0, created.text);
            assert.equal(updated.code, 0, updated.text);
            assert.equal(got.json.result.Weight__c, 12);
            assert.equal(got.json.result.Name, 'One parcel');
            assert.equal(deleted.code, 0, deleted.text);
            assert.equal(gone.code, 1);
        });

        it('says why a record was not saved', async () => {
            const { code, json } = await inProject(
                'data',
                'create',
                'record',
                '-s',
                'Parcel__c',
                '-v',
                "Name='X' Weigth__c=1"
            );

            assert.equal(code, 1);
            assert.match(json.message, /No such column 'Weigth__c' on sobject of type Parcel__c/);
        });

        it('queries for people and programs alike', async () => {
            const soql = "SELECT Name, Owner.Name FROM Parcel__c WHERE Key__c = 'anonymous'";
            const table = await sf.runForPeople(project.root, 'data', 'query', '-q', soql);
            const rows = await inProject('data', 'query', '-q', soql);
            const count = await inProject('data', 'query', '-q', 'SELECT COUNT() FROM Parcel__c');
            const wrong = await inProject('data', 'query', '-q', 'SELECT Nope FROM Parcel__c');

            assert.match(table.text, /NAME\s+OWNER\.NAME/i);
            assert.match(table.text, /Anonymous\s+.*Administrator/);
            assert.equal(rows.json.result.records[0].Owner.Name, 'Local Administrator');
            assert.equal(count.json.result.totalSize, 1);
            assert.equal(wrong.code, 1);
            assert.match(wrong.json.message, /No such column 'Nope'/);
        });

        it('imports a tree by its plan, and exports it', async () => {
            const record = (ref: string, fields: object) => ({
                attributes: { type: 'Parcel__c', referenceId: ref },
                ...fields
            });
            project.write([
                [
                    'data/parents.json',
                    JSON.stringify({ records: [record('p1', { Name: 'Parent', Key__c: 'parent' })] })
                ],
                [
                    'data/children.json',
                    JSON.stringify({ records: [record('c1', { Name: 'Child', Key__c: 'child', Parent__c: '@p1' })] })
                ],
                ['data/plan.json', JSON.stringify([{ sobject: 'Parcel__c', files: ['parents.json', 'children.json'] }])]
            ]);

            const imported = await inProject('data', 'import', 'tree', '--plan', 'data/plan.json');
            const exported = await inProject(
                'data',
                'export',
                'tree',
                '-q',
                "SELECT Name, Key__c FROM Parcel__c WHERE Key__c = 'child'",
                '--output-dir',
                'out'
            );
            const parent = await inProject(
                'data',
                'query',
                '-q',
                "SELECT Parent__r.Key__c FROM Parcel__c WHERE Key__c = 'child'"
            );

            assert.equal(imported.code, 0, imported.text);
            assert.equal(imported.json.result.length, 2);
            assert.equal(exported.code, 0, exported.text);
            assert.equal(parent.json.result.records[0].Parent__r.Key__c, 'parent');
        });

        it('loads, updates, exports and deletes in bulk', async () => {
            const rows = Array.from({ length: 450 }, (_, index) => `Bulk ${index},bulk-${index},${index}`);
            project.write([
                ['bulk.csv', `Name,Key__c,Weight__c\n${rows.join('\n')}\n`],
                ['upsert.csv', 'Key__c,Name,Weight__c\nbulk-0,Changed,1\nbulk-new,New,2\nbulk-1,Wrong,heavy\n']
            ]);

            const loaded = await inProject(
                'data',
                'import',
                'bulk',
                '-s',
                'Parcel__c',
                '-f',
                'bulk.csv',
                '--line-ending',
                'LF',
                '--wait',
                '2'
            );
            const upserted = await inProject(
                'data',
                'upsert',
                'bulk',
                '-s',
                'Parcel__c',
                '-f',
                'upsert.csv',
                '-i',
                'Key__c',
                '--line-ending',
                'LF',
                '--wait',
                '2'
            );
            const exported = await inProject(
                'data',
                'export',
                'bulk',
                '-q',
                "SELECT Id, Key__c FROM Parcel__c WHERE Key__c LIKE 'bulk-%' ORDER BY Key__c",
                '--output-file',
                'exported.csv',
                '--result-format',
                'csv',
                '--wait',
                '2'
            );
            const ids = readFileSync(join(project.root, 'exported.csv'), 'utf8')
                .trim()
                .split('\n')
                .map((line) => line.split(',')[0] ?? '');
            project.write([['delete.csv', `${ids.map((id) => id.replaceAll('"', '')).join('\n')}\n`]]);
            const deleted = await inProject(
                'data',
                'delete',
                'bulk',
                '-s',
                'Parcel__c',
                '-f',
                'delete.csv',
                '--line-ending',
                'LF',
                '--wait',
                '2'
            );

            assert.equal(loaded.code, 0, loaded.text);
            assert.equal(loaded.json.result.processedRecords, 450);
            assert.notEqual(upserted.code, 0, 'one row is wrong');
            assert.match(upserted.text, /failed|Failed/);
            assert.equal(exported.code, 0, exported.text);
            assert.equal(ids.length, 452);
            assert.equal(deleted.code, 0, deleted.text);
        });
    });

    describe('people and objects', () => {
        it('assigns a permission set once', async () => {
            // With a token for a name the CLI cannot tell whose it is: the user is named.
            const assign = (name: string) =>
                inProject('org', 'assign', 'permset', '--name', name, '--on-behalf-of', 'admin@local.example');
            const first = await assign('Parcel_User');
            const again = await assign('Parcel_User');
            const unknown = await assign('Nobody');

            assert.equal(first.code, 0, first.text);
            assert.equal(first.json.result.successes[0].value, 'Parcel_User');
            assert.notEqual(again.code, 0);
            assert.match(again.text, /[Dd]uplicate/);
            assert.notEqual(unknown.code, 0);
        });

        it('describes and lists objects', async () => {
            const described = await inProject('sobject', 'describe', '--sobject', 'Parcel__c');
            const custom = await inProject('sobject', 'list', '--sobject', 'custom');

            assert.equal(described.json.result.label, 'Parcel');
            assert.ok(
                described.json.result.fields.some((field: SfJson) => field.name === 'Key__c' && field.externalId)
            );
            assert.deepEqual(custom.json.result, ['Parcel__c']);
        });
    });

    describe('destructive changes', () => {
        const manifest = (types: string): string => xml('Package', `${types}    <version>66.0</version>`);
        const deletion = (type: string, member: string): string =>
            `    <types>\n        <members>${member}</members>\n        <name>${type}</name>\n    </types>\n`;
        const destroy = async (...types: string[]) => {
            project.write([
                ['manifest/package.xml', manifest('')],
                ['manifest/destructiveChanges.xml', manifest(types.join(''))]
            ]);
            return deploy(
                '--manifest',
                'manifest/package.xml',
                '--post-destructive-changes',
                'manifest/destructiveChanges.xml'
            );
        };

        it('delete what nothing needs', async () => {
            const { code, json } = await destroy(deletion('ApexClass', 'FailingTest'));
            const left = await inProject('org', 'list', 'metadata', '--metadata-type', 'ApexClass');

            assert.equal(code, 0, JSON.stringify(json));
            assert.deepEqual(
                left.json.result.map((each: SfJson) => each.fullName),
                ['Parcels', 'ParcelsTest']
            );
        });

        it('go before and after what is deployed', async () => {
            const before = sfProject([]);
            before.write([
                ['classes/Former.cls', 'public class Former {}\n'],
                ['classes/Former.cls-meta.xml', CLASS_META],
                ['package.xml', manifest(deletion('ApexClass', 'Former'))]
            ]);
            await deploy('--metadata-dir', before.root, '--single-package');
            project.write([
                ['src/classes/Latter.cls', 'public class Latter {}\n'],
                ['src/classes/Latter.cls-meta.xml', CLASS_META],
                ['manifest/package.xml', manifest(deletion('ApexClass', 'Latter'))],
                ['manifest/pre.xml', manifest(deletion('ApexClass', 'Former'))],
                ['manifest/post.xml', manifest(deletion('ApexClass', 'Latter'))]
            ]);
            const both = await deploy(
                ...['--manifest', 'manifest/package.xml', '--pre-destructive-changes', 'manifest/pre.xml'],
                ...['--post-destructive-changes', 'manifest/post.xml']
            );
            const left = await inProject('org', 'list', 'metadata', '--metadata-type', 'ApexClass');
            project.remove('src/classes/Latter.cls', 'src/classes/Latter.cls-meta.xml');
            before.dispose();

            assert.equal(both.code, 0, both.text);
            const deleted = both.json.result.details.componentSuccesses.filter((each: SfJson) => each.deleted);
            assert.deepEqual(deleted.map((each: SfJson) => each.fullName).sort(), ['Former', 'Latter']);
            assert.deepEqual(
                left.json.result.map((each: SfJson) => each.fullName),
                ['Parcels', 'ParcelsTest']
            );
        });

        it('delete a source file here and in the org', async () => {
            project.write([
                ['src/classes/Passing.cls', 'public class Passing {}\n'],
                ['src/classes/Passing.cls-meta.xml', CLASS_META]
            ]);
            await deploy('-m', 'ApexClass:Passing');
            const gone = await inProject(
                ...['project', 'delete', 'source', '--metadata', 'ApexClass:Passing', '--no-prompt']
            );
            const query = await inProject('data', 'query', '-q', "SELECT Id FROM ApexClass WHERE Name = 'Passing'");

            assert.equal(gone.code, 0, gone.text);
            assert.equal(existsSync(join(project.root, 'src/classes/Passing.cls')), false);
            assert.equal(query.json.result.totalSize, 0);
        });

        it('refuse what others need, and say who', async () => {
            const field = await destroy(deletion('CustomField', 'Parcel__c.Weight__c'));
            const apex = await destroy(deletion('ApexClass', 'Parcels'));

            assert.equal(field.code, 1);
            assert.match(field.text, /Parcel_User/);
            assert.match(field.text, /parcelCard/);
            assert.equal(apex.code, 1);
            assert.match(apex.text, /ParcelsTest/);
        });

        it('warn of what is not there', async () => {
            const { code, text } = await destroy(deletion('ApexClass', 'NeverWas'));

            assert.equal(code, 0, text);
            assert.match(text, /No ApexClass named: NeverWas found/);
        });
    });

    it('has driven the CLI through more than thirty commands', (context) => {
        const kinds = new Set(sf.commands.map((command) => command.split(' -')[0]));

        context.diagnostic(`${sf.commands.length} commands of the sf CLI, ${kinds.size} different ones`);
        assert.ok(kinds.size >= 30, `${kinds.size} different commands: ${[...kinds].join(', ')}`);
        assert.ok(sf.commands.length >= 60, `${sf.commands.length} commands`);
    });
});
