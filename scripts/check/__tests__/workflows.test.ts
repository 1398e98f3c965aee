/** The workflows that run this repository's checks elsewhere: nobody sees here what they do, so their text is held to rules. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';

interface Step {
    readonly name?: string;
    readonly uses?: string;
    readonly run?: string;
    readonly if?: string;
}

interface Job {
    readonly 'runs-on': string;
    readonly 'timeout-minutes'?: number;
    readonly env?: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
}

interface Workflow {
    readonly name: string;
    readonly on: Readonly<Record<string, unknown>>;
    readonly env?: Readonly<Record<string, string>>;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, Job>>;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = resolve(ROOT, '.github/workflows');
const texts = readdirSync(FOLDER)
    .sort()
    .map((file) => [file, readFileSync(resolve(FOLDER, file), 'utf8')] as const);
const { scripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
};

const named = (file: string): Workflow => parse(texts.find(([name]) => name === file)?.[1] ?? '') as Workflow;
const commands = (workflow: Workflow): string =>
    Object.values(workflow.jobs)
        .flatMap(({ steps }) => steps.map(({ run }) => run ?? ''))
        .join('\n');

describe('workflows', () => {
    for (const [file, text] of texts) {
        const workflow = parse(text) as Workflow;
        const jobs = Object.values(workflow.jobs);
        const steps = jobs.flatMap((job) => job.steps);

        it(`${file} names only npm scripts that there are`, () => {
            const called = [...commands(workflow).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');

            assert.ok(called.length > 0);
            assert.deepEqual(
                called.filter((name) => !(name in scripts)),
                []
            );
        });

        it(`${file} keeps the CLI from updating itself and from telling tales`, () => {
            assert.equal(workflow.env?.['SF_DISABLE_AUTOUPDATE'], 'true');
            assert.equal(workflow.env['SF_DISABLE_TELEMETRY'], 'true');
            // Alone it turns the updater on, against its name.
            assert.doesNotMatch(text, /SF_AUTOUPDATE_DISABLE/);
        });

        it(`${file} pins its actions, may only read, and ends`, () => {
            const actions = steps.flatMap(({ uses }) => uses ?? []);

            assert.ok(actions.length > 0);
            assert.deepEqual(
                actions.filter((name) => !/^[\w-]+\/[\w-]+@(v\d+|[0-9a-f]{40})$/.test(name)),
                []
            );
            assert.deepEqual(workflow.permissions, { contents: 'read' });
            assert.ok(jobs.every((job) => (job['timeout-minutes'] ?? 0) > 0 && !/latest/.test(job['runs-on'])));
        });

        it(`${file} downloads no browser`, () => {
            assert.doesNotMatch(text, /playwright install|setup-chrome|browser-actions/);
        });
    }

    it('check, test and click through everything on every push', () => {
        const workflow = named('checks.yml');
        const called = commands(workflow);

        assert.deepEqual(Object.keys(workflow.on), ['push', 'pull_request']);
        for (const script of ['check', 'test:unit', 'test:scripts', 'test:apex', 'test:e2e']) {
            assert.match(called, new RegExp(`npm run ${script}$`, 'm'));
        }
        assert.match(called, /apt-get install .* chromium$/m);
    });

    it('deploy to a scratch org where there is a Dev Hub, and say loudly where there is none', () => {
        const [job] = Object.values(named('scratch-org.yml').jobs);
        const [hub, ...rest] = job?.steps ?? [];

        assert.match(hub?.run ?? '', /::warning.*not set[\s\S]*GITHUB_STEP_SUMMARY/);
        assert.ok(rest.length > 0);
        assert.ok(rest.every((step) => step.if?.includes("steps.hub.outputs.is_there == 'true'")));
        assert.match(rest.map(({ run }) => run ?? '').join('\n'), /npm run org:create[\s\S]*sf apex run test/);
    });
});
