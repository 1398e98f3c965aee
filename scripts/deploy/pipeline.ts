/** The stages of a deploy in order. It stops at the first that fails; every stage finds out whether it is done already. */
import { ToolError } from '../shared/toolError.ts';
import {
    changed,
    confirmTarget,
    runStages,
    unchanged,
    type Done,
    type Stage,
    type StageResult,
    type Teller
} from './stages.ts';
import type { PackageFacts } from './packageFacts.ts';
import type { Member } from './destruction.ts';
import { preflight, type Finding } from './preflight.ts';
import { installedPackage, keepData, MARKER, type UpgradeSources } from './upgrade.ts';
import type { DeployOutcome, DeployStatus, OrgIdentity, TargetOrg, TestLevel } from './target.ts';

export interface PipelineOptions {
    readonly org: TargetOrg;
    readonly facts: PackageFacts;
    readonly checkOnly: boolean;
    readonly testLevel: TestLevel;
    readonly tests: readonly string[];
    /** Builds what an org receives; says what it wrote. */
    readonly build: () => string;
    /** The offline checks; gives their problems, and what was looked at. */
    readonly checks: () => Promise<{ readonly problems: readonly string[]; readonly summary: string }>;
    /** Adds business hours; null when none were asked for. */
    readonly addCalendars: (() => Promise<Done>) | null;
    /** Loads demo data; null when none was asked for. */
    readonly loadData: ((onProgress: (done: number, total: number) => void) => Promise<Done>) | null;
    /** How to find what an earlier version left; null: it stays where it is. */
    readonly upgrade: UpgradeSources | null;
    /** Asks before an org in which people work. False: no. */
    readonly confirm: (identity: OrgIdentity) => Promise<boolean>;
    readonly tell: Teller;
}

export interface PipelineResult {
    readonly target: OrgIdentity;
    readonly findings: readonly Finding[];
    readonly stages: readonly StageResult[];
    readonly changed: boolean;
}

/** @throws ToolError of the first stage that fails */
export async function runPipeline(options: PipelineOptions): Promise<PipelineResult> {
    const { org, tell } = options;
    const identity = await org.identity();
    const confirm = (asked: OrgIdentity): Promise<boolean> =>
        options.checkOnly ? Promise.resolve(true) : options.confirm(asked);
    await confirmTarget(identity, tell, confirm, ['Rehearse first: add --check-only', 'Then confirm with --yes']);
    const run = new Pipeline(options, identity);
    return run.all();
}

class Pipeline {
    private readonly options: PipelineOptions;
    private readonly identity: OrgIdentity;
    private findings: Finding[] = [];
    private validated: DeployOutcome | null = null;
    private dropped: readonly Member[] = [];

    constructor(options: PipelineOptions, identity: OrgIdentity) {
        this.options = options;
        this.identity = identity;
    }

    async all(): Promise<PipelineResult> {
        const { checkOnly, addCalendars, loadData } = this.options;
        const stages: Stage[] = [
            ['preflight', () => this.preflight()],
            ['build', () => Promise.resolve(unchanged(this.options.build()))],
            ['checks', () => this.checks()],
            ['validate', () => this.validate()]
        ];
        if (!checkOnly) {
            stages.push(
                ['deploy', () => this.deploy()],
                ['permission sets', () => this.permissionSets()],
                ['heartbeat', () => this.heartbeat()]
            );
            if (addCalendars) stages.push(['business hours', addCalendars]);
            if (loadData) stages.push(['demo data', () => this.demoData(loadData)]);
            stages.push(['verify', () => this.verify()]);
        }
        const results = await runStages(stages, this.options.tell);
        return {
            target: this.identity,
            findings: this.findings,
            stages: results,
            changed: results.some((stage) => stage.changed)
        };
    }

    private async preflight(): Promise<Done> {
        const { org, facts, tell, upgrade } = this.options;
        const installed = await installedPackage(org, facts, upgrade);
        this.dropped = installed?.dropped ?? [];
        this.findings = await preflight(org, this.identity, facts, installed);
        this.findings.forEach(({ level, subject, message }) => tell.line(`  ${level} ${subject}: ${message}`));
        const stops = this.findings.filter(({ level }) => level === 'stop');
        if (stops.length > 0) {
            throw new ToolError('PreflightFailed', stops.map(({ message }) => message).join('\n'), [
                ...new Set(stops.flatMap(({ action }) => (action ? [action] : [])))
            ]);
        }
        const warnings = this.findings.filter(({ level }) => level === 'warn').length;
        return unchanged(warnings === 0 ? 'nothing is in the way' : `${warnings} warnings`);
    }

    private async checks(): Promise<Done> {
        const { problems, summary } = await this.options.checks();
        if (problems.length > 0) {
            throw new ToolError('ChecksFailed', problems.join('\n'), ['See all of it: npm run check']);
        }
        return unchanged(summary);
    }

    private status(status: DeployStatus): void {
        const { tell } = this.options;
        if (status.testsTotal > 0) tell.progress('tests', status.testsDone, status.testsTotal);
        else if (status.componentsTotal > 0) tell.progress('components', status.componentsDone, status.componentsTotal);
    }

    private async validate(): Promise<Done> {
        const { org, testLevel, tests } = this.options;
        const outcome = await org.deploy({ checkOnly: true, testLevel, tests, removed: this.dropped }, (status) =>
            this.status(status)
        );
        requireSuccess(outcome, 'The validation failed');
        this.validated = outcome;
        return unchanged(`${countsOf(outcome)}; ${outcome.testsRun} tests passed`);
    }

    private async deploy(): Promise<Done> {
        const { org, testLevel, tests, tell, upgrade } = this.options;
        const { validated } = this;
        if (validated && validated.created + validated.changed + validated.deleted === 0) {
            return unchanged('the org has all of it already');
        }
        const kept = upgrade ? await keepData(org, this.dropped, upgrade.exportFolder) : null;
        if (kept !== null) tell.line(`  ${kept}`);
        const onStatus = (status: DeployStatus): void => this.status(status);
        // What was validated with its tests is deployed without running them again.
        const outcome =
            validated && testLevel !== 'NoTestRun'
                ? await org.deployValidated(validated.id, onStatus)
                : await org.deploy({ checkOnly: false, testLevel, tests, removed: this.dropped }, onStatus);
        requireSuccess(outcome, 'The deploy failed, and the org is as it was');
        return { summary: countsOf(outcome), changed: outcome.created + outcome.changed + outcome.deleted > 0 };
    }

    private async permissionSets(): Promise<Done> {
        const { org } = this.options;
        const { userId } = this.identity;
        const assigned = await org.query(
            `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSet.Name = '${MARKER}'`
        );
        if (assigned.length > 0) return unchanged(`${this.identity.userName} has ${MARKER} already`);
        const [set] = await org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${MARKER}'`);
        if (!set) throw new ToolError('DeployIncomplete', `There is no permission set ${MARKER} after the deploy.`);
        await org.insert('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id });
        return changed(`${this.identity.userName} got ${MARKER}`);
    }

    private async heartbeat(): Promise<Done> {
        const { org } = this.options;
        const scheduled = async (): Promise<number> =>
            (
                await org.query(
                    "SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Baton%' AND State != 'DELETED'"
                )
            ).length;
        if ((await scheduled()) > 0) return unchanged('the sweep is scheduled already');
        await org.executeApex('HandoffListController.repairHeartbeat();');
        if ((await scheduled()) === 0) {
            throw new ToolError('HeartbeatNotStarted', 'The sweep did not start: nothing is scheduled.', [
                'Is a scheduled job free? Setup, Scheduled Jobs',
                'Start it by hand: the set-up page of the app, Repair'
            ]);
        }
        return changed('the sweep is scheduled');
    }

    private async demoData(load: NonNullable<PipelineOptions['loadData']>): Promise<Done> {
        return load((done, total) => this.options.tell.progress('records', done, total));
    }

    /** Looks at the org with fresh eyes. */
    private async verify(): Promise<Done> {
        const { org, facts } = this.options;
        const missing: string[] = [];
        for (const type of ['ApexClass', 'CustomObject', 'FlexiPage', 'LightningComponentBundle', 'PermissionSet']) {
            const there = new Set((await org.memberNames(type)).map((name) => name.toLowerCase()));
            const ours = (facts.members.get(type) ?? []).filter(
                (name) => type !== 'CustomObject' || name.includes('__')
            );
            missing.push(...ours.filter((name) => !there.has(name.toLowerCase())).map((name) => `${type} ${name}`));
        }
        if (missing.length > 0) {
            throw new ToolError('DeployIncomplete', `These are not there after the deploy: ${missing.join(', ')}`, [
                'Run the same command again'
            ]);
        }
        for (const object of facts.members.get('CustomObject')?.filter((name) => name.endsWith('__c')) ?? []) {
            await org.query(`SELECT Id FROM ${object} LIMIT 1`);
        }
        return unchanged('classes, objects, pages, components and permission sets are there, and records can be read');
    }
}

function requireSuccess(outcome: DeployOutcome, what: string): void {
    if (outcome.succeeded) return;
    throw new ToolError('DeployFailed', `${what}:\n${outcome.problems.join('\n')}`, [
        'Correct these and run the same command again',
        'Try it without risk first: add --check-only'
    ]);
}

function countsOf(outcome: DeployOutcome): string {
    return `${outcome.created} new, ${outcome.changed} changed, ${outcome.deleted} deleted, ${outcome.unchanged} unchanged`;
}
