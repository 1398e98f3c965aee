import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';

const ROOT = resolve(import.meta.dirname, '../../..');
const home = mkdtempSync(join(tmpdir(), 'org-create-'));
after(() => rmSync(home, { recursive: true, force: true }));

const run = (...flags: string[]) => {
    const { status, stderr } = spawnSync(
        process.execPath,
        [resolve(import.meta.dirname, '../orgCreate.ts'), ...flags],
        {
            encoding: 'utf8',
            timeout: 60_000,
            env: {
                PATH: process.env['PATH'],
                HOME: home,
                CI: 'true',
                SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
                SF_DISABLE_TELEMETRY: 'true',
                SF_DISABLE_AUTOUPDATE: 'true',
                SF_DISABLE_LOG_FILE: 'true'
            }
        }
    );
    return { status, stderr };
};

const json = (path: string): Record<string, unknown> =>
    JSON.parse(readFileSync(resolve(ROOT, path), 'utf8')) as Record<string, unknown>;

describe('npm run org:create', () => {
    it('says what a Dev Hub is for, and what to do without one', () => {
        const nobody = run();
        const unknown = run('--dev-hub', 'hub');

        assert.equal(nobody.status, 1);
        assert.match(nobody.stderr, /No Dev Hub is named[\s\S]*--set-default-dev-hub[\s\S]*npm start/);
        assert.equal(unknown.status, 1);
        assert.match(unknown.stderr, /No login is called hub/);
    });

    it('says what it would do', () => {
        const { status, stderr } = run('--dry-run', '--alias', 'trial', '--days', '3', '--dev-hub', 'hub');

        assert.equal(status, 0);
        assert.match(stderr, /ask hub for a scratch org trial of 3 days/);
        assert.match(stderr, /npm run deploy -- --target-org trial .*--with business-hours,data:sample/);
    });

    for (const flags of [
        ['--days', '31'],
        ['--test-level', 'Some'],
        ['--name', 'x']
    ]) {
        it(`exits with 2 for ${flags.join(' ')}`, () => {
            assert.equal(run(...flags).status, 2);
        });
    }
});

describe('the definition of scratch orgs and the project', () => {
    const core = createRequire(import.meta.url).resolve('@salesforce/core');
    const schemas = resolve(dirname(core), '../schemas/project-scratch-def.schema.json');
    const schema = JSON.parse(readFileSync(schemas, 'utf8')) as {
        properties: Record<string, unknown>;
        definitions?: Record<string, unknown>;
    };

    it('asks for what the platform knows', () => {
        const definition = json('config/project-scratch-def.json');
        const text = JSON.stringify(schema);

        assert.deepEqual(
            Object.keys(definition).filter((key) => !(key in schema.properties)),
            []
        );
        for (const feature of definition['features'] as string[]) assert.ok(text.includes(`"${feature}"`), feature);
        for (const setting of Object.keys(definition['settings'] as object)) {
            assert.ok(text.includes(`"${setting}"`), setting);
        }
    });

    it('names an unlocked package of the version of package.json, without an ancestor, which such a package may not have', () => {
        const { packageDirectories } = json('sfdx-project.json') as unknown as {
            packageDirectories: Readonly<Record<string, string>>[];
        };
        const [directory] = packageDirectories;

        assert.equal(directory?.['package'], 'Baton');
        assert.equal(directory['versionNumber'], `${json('package.json')['version'] as string}.NEXT`);
        assert.equal(directory['definitionFile'], 'config/project-scratch-def.json');
        assert.ok(!('ancestorId' in directory) && !('ancestorVersion' in directory));
    });
});
