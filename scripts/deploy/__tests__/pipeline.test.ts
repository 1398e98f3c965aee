import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ToolError } from '../../shared/toolError.ts';
import { runPipeline, type PipelineOptions, type PipelineResult } from '../pipeline.ts';
import { FACTS, TargetDouble, type Faults } from './targetDouble.ts';

const silent = { stage: () => undefined, progress: () => undefined, line: () => undefined };
const SWEEP = 'HandoffListController.repairHeartbeat();';

const run = (org: TargetDouble, options: Partial<PipelineOptions> = {}): Promise<PipelineResult> =>
    runPipeline({
        org,
        facts: FACTS,
        checkOnly: false,
        testLevel: 'RunLocalTests',
        tests: [],
        build: () => 'built',
        checks: () => Promise.resolve({ problems: [], summary: 'nothing found' }),
        upgrade: { releases: [], exportFolder: '/nowhere' },
        addCalendars: null,
        loadData: null,
        confirm: () => Promise.resolve(false),
        tell: silent,
        ...options
    });

describe('deploy', () => {
    it('goes through its stages, and deploys what it validated without a second test run', async () => {
        const org = new TargetDouble();

        const result = await run(org);

        assert.deepEqual(
            result.stages.map(({ name }) => name),
            ['preflight', 'build', 'checks', 'validate', 'deploy', 'permission sets', 'heartbeat', 'verify']
        );
        assert.equal(result.changed, true);
        assert.deepEqual(org.calls, ['validate', 'quick 0Af', 'insert PermissionSetAssignment', SWEEP]);
    });

    it('changes nothing the second time', async () => {
        const org = new TargetDouble();
        await run(org);
        org.calls.length = 0;

        const again = await run(org);

        assert.equal(again.changed, false);
        assert.deepEqual(org.calls, ['validate']);
    });

    it('goes on where an earlier run was killed', async () => {
        const org = new TargetDouble({}, true);

        const result = await run(org);

        assert.deepEqual(org.calls, ['validate', 'insert PermissionSetAssignment', SWEEP]);
        assert.equal(result.changed, true);
    });

    it('stops before the deploy when it is only to check', async () => {
        const org = new TargetDouble();

        const result = await run(org, { checkOnly: true });

        assert.deepEqual(org.calls, ['validate']);
        assert.equal(result.changed, false);
    });

    it('deploys anew when the validation ran no tests', async () => {
        const org = new TargetDouble();

        await run(org, { testLevel: 'NoTestRun' });

        assert.deepEqual(org.calls.slice(0, 2), ['validate', 'deploy']);
    });

    it('loads demo data between the heartbeat and the last look', async () => {
        const result = await run(new TargetDouble(), {
            addCalendars: () => Promise.resolve({ summary: 'added', changed: true }),
            loadData: () => Promise.resolve({ summary: 'loaded', changed: true })
        });

        assert.deepEqual(
            result.stages.slice(-3).map(({ name }) => name),
            ['business hours', 'demo data', 'verify']
        );
    });

    it('removes with the same deploy what the version in the org had and this one has not', async () => {
        const leftovers = new Map([['ApexClass', ['Winch']]]);
        const org = new TargetDouble({ leftovers }, true);

        const { findings } = await run(org, {
            upgrade: { releases: [{ version: '0.1.0', members: leftovers }], exportFolder: '/nowhere' }
        });

        assert.ok(findings.some(({ message }) => /The deploy removes .*ApexClass Winch/.test(message)));
        assert.deepEqual(org.calls.slice(0, 2), ['validate -ApexClass Winch', 'quick 0Af']);
    });

    it('says which sources of history stay dark, and what it takes to get them', async () => {
        const { findings } = await run(new TargetDouble());
        const history = findings.filter(({ subject }) => subject === 'history').map(({ message }) => message);

        assert.match(history[0] ?? '', /shows Lead beside touches/);
        assert.match(history[1] ?? '', /ListEmailSentResult stays dark.*Account Engagement/);
    });

    it('warns of scheduled jobs that are all used, and goes on', async () => {
        const { findings } = await run(new TargetDouble({ scheduledJobs: 5 }));

        assert.match(findings.find(({ level }) => level === 'warn')?.message ?? '', /5 of 5 scheduled jobs/);
    });
});

describe('deploy refuses', () => {
    const changing = ['deploy', 'quick 0Af', 'insert PermissionSetAssignment', SWEEP];
    const badSource = { checks: () => Promise.resolve({ problems: ['a.cls:1:1 bad'], summary: '' }) };
    const cases: readonly (readonly [string, Faults, Partial<PipelineOptions>, string, RegExp])[] = [
        ['a session that is over', { sessionIsOver: true }, {}, 'SessionExpired', /session is over/],
        ['an org of an older version', { apiVersion: 65 }, {}, 'PreflightFailed', /version 65; the package needs 66/],
        ['an org without a feature', { noCampaigns: true }, {}, 'PreflightFailed', /no Campaign\./],
        [
            'a field of the same name and another type',
            { otherField: true },
            {},
            'PreflightFailed',
            /Lead\.Load__c is there as string; the package brings it as Number/
        ],
        [
            'an edition without Apex',
            { edition: 'Professional Edition' },
            {},
            'PreflightFailed',
            /Professional Edition takes no Apex/
        ],
        ['a class of the same name', { otherClass: true }, {}, 'PreflightFailed', /ApexClass Hoist of its own/],
        ['an org without a calendar', { noCalendar: true }, {}, 'PreflightFailed', /no active business hours/],
        ['a user who may not deploy', { mayNotSeeMetadata: true }, {}, 'NotAllowed', /may not/],
        ['a production org that nobody confirmed', { isProduction: true }, {}, 'NotConfirmed', /production org/],
        ['source in which checks find something', {}, badSource, 'ChecksFailed', /a\.cls:1:1 bad/],
        ['a validation that fails', { validationFails: true }, {}, 'DeployFailed', /cls:3:7 Variable does not exist/]
    ];

    for (const [what, faults, options, name, message] of cases) {
        it(`${what}, and changes nothing`, async () => {
            const org = new TargetDouble(faults);

            await assert.rejects(run(org, options), (error: unknown) => {
                assert.ok(error instanceof ToolError);
                assert.equal(error.name, name);
                assert.match(error.message, message);
                return true;
            });
            assert.deepEqual(
                org.calls.filter((call) => changing.includes(call)),
                []
            );
        });
    }

    for (const [what, faults, name] of [
        ['a deploy that fails', { deployFails: true }, 'DeployFailed'],
        ['a sweep that does not start', { sweepDoesNotStart: true }, 'HeartbeatNotStarted'],
        ['an org that lost something', { losesMembers: true }, 'DeployIncomplete']
    ] as const) {
        it(`to call ${what} done`, async () => {
            await assert.rejects(run(new TargetDouble(faults)), { name });
        });
    }

    it('a production org only until somebody confirms', async () => {
        const org = new TargetDouble({ isProduction: true });

        const result = await run(org, { confirm: () => Promise.resolve(true) });

        assert.equal(result.changed, true);
    });
});
