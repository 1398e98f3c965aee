import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';

const COMMAND = resolve(import.meta.dirname, '../data.ts');
const home = mkdtempSync(join(tmpdir(), 'data-home-'));
after(() => rmSync(home, { recursive: true, force: true }));

const run = (flags: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...flags], {
        encoding: 'utf8',
        cwd: home,
        timeout: 60_000,
        env: {
            PATH: process.env['PATH'],
            HOME: home,
            CI: 'true',
            SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
            SF_DISABLE_TELEMETRY: 'true',
            SF_DISABLE_LOG_FILE: 'true'
        }
    });
    return { status, stdout, stderr };
};

const file = (name: string, text: string): string => {
    writeFileSync(join(home, name), text);
    return name;
};

describe('npm run data', () => {
    const touches = ['--object', 'touches', '--csv'];
    for (const [what, flags, message] of [
        ['nothing to load', [], /Say what to load: --csv FILE --object touches/],
        ['two things to load', [...touches, 'a.csv', '--profile', 'mini'], /Say what to load/],
        ['an unknown option', ['--cvs', 'a.csv'], /'--cvs'/],
        ['rows of which nobody says what they are', ['--csv', 'a.csv'], /--object touches/],
        ['rows of an unknown kind', ['--csv', 'a.csv', '--object', 'leads'], /--object leads cannot be loaded/],
        ['a profile that there is not', ['--profile', 'huge'], /none of mini, small/],
        ['a dry run of demo data', ['--profile', 'mini', '--dry-run'], /--dry-run go with --csv/],
        ['a file that is not there', [...touches, 'none.csv'], /There is no file none\.csv[\s\S]*--csv touches\.csv/],
        [
            'a column that is missing',
            [...touches, file('column.csv', 'key,type\na:1,form\n')],
            /no column occurred_at[\s\S]*Name the columns/
        ],
        [
            'a date that nobody can read',
            [...touches, file('date.csv', 'key,type,occurred_at\na:1,form,2026-11-23\na:2,form,11/23/2026\n')],
            /Line 3: occurred_at is "11\/23\/2026"\. Write instants as 2026-11-23T09:12:00Z[\s\S]*nothing was sent/
        ],
        [
            'a quote that is never closed',
            [...touches, file('quote.csv', 'key,type,occurred_at\na:1,"form,2026-11-23\n')],
            /never closed/
        ]
    ] as const) {
        it(`exits with 2 for ${what}`, () => {
            const { status, stdout, stderr } = run(flags);

            assert.equal(status, 2, stderr);
            assert.match(stderr, /^UsageError: [\s\S]*Try this:/);
            assert.match(stderr, message);
            assert.doesNotMatch(stderr, /\n\s+at /);
            assert.equal(stdout, '');
        });
    }

    it('explains itself', () => {
        const { status, stdout } = run(['--help']);

        assert.equal(status, 0);
        assert.match(stdout, /--object touches/);
    });

    it('says what a file is worth without an org', () => {
        const name = file('dry.csv', 'key,type,occurred_at\na:1,form,2026-11-23\na:2,form\n');

        const { status, stdout } = run([...touches, name, '--dry-run', '--json']);

        assert.equal(status, 0);
        assert.deepEqual(JSON.parse(stdout), { ok: true, file: name, rows: 2, malformed: 1, dryRun: true });
    });

    it('asks for an org when there is none, as one JSON object', () => {
        const { status, stdout } = run([...touches, file('fine.csv', 'key,type,occurred_at\n'), '--json']);

        assert.equal(status, 1);
        const answer = JSON.parse(stdout) as { ok: boolean; error: { name: string; actions: string[] } };
        assert.equal(answer.ok, false);
        assert.equal(answer.error.name, 'NoTargetOrg');
        assert.match(answer.error.actions.join(' '), /--target-org ALIAS/);
    });
});
