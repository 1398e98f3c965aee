/** Takes the package out of an org: a copy of its records first, then what runs, what is seen, what holds data. */
import { ToolError } from '../shared/toolError.ts';
import { destroyMembers, exportOrders, exportRecords, presentMembers, STEPS } from './destruction.ts';
import type { PackageFacts } from './packageFacts.ts';
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
import type { OrgIdentity, TargetOrg } from './target.ts';

export interface RemovalOptions {
    readonly org: TargetOrg;
    readonly facts: PackageFacts;
    /** Folder for the copy of the records. */
    readonly exportFolder: string;
    readonly confirm: (identity: OrgIdentity) => Promise<boolean>;
    readonly tell: Teller;
}

export interface RemovalResult {
    readonly target: OrgIdentity;
    readonly stages: readonly StageResult[];
    readonly changed: boolean;
    /** What is left, and why. */
    readonly stays: readonly string[];
}

/** @throws ToolError of the first stage that fails; a second run goes on from there */
export async function runRemoval(options: RemovalOptions): Promise<RemovalResult> {
    const { org, tell } = options;
    const identity = await org.identity();
    await confirmTarget(identity, tell, options.confirm, ['Confirm with --yes']);
    return new Removal(options, identity).all();
}

class Removal {
    private readonly options: RemovalOptions;
    private readonly identity: OrgIdentity;

    constructor(options: RemovalOptions, identity: OrgIdentity) {
        this.options = options;
        this.identity = identity;
    }

    async all(): Promise<RemovalResult> {
        const stages: Stage[] = [
            ['export', () => this.exportRecords()],
            ['sweep', () => this.stopSweep()],
            ['assignments', () => this.unassign()],
            ...STEPS.map((types, step): Stage => [`delete ${types[0] ?? ''} and its like`, () => this.destroy(step)]),
            ['delete objects, fields and the rest', () => this.destroy(STEPS.length)],
            ['verify', () => this.verify()]
        ];
        const results = await runStages(stages, this.options.tell);
        return {
            target: this.identity,
            stages: results,
            changed: results.some((stage) => stage.changed),
            stays: [
                'Leads, contacts, accounts and opportunities stay as they are, without the fields of the package; what was in these is in the export.',
                'Deleted fields and records rest in the org for 15 days and can be brought back in Setup.',
                'Log entries, e-mails and tasks that the package made stay.',
                'Business hours stay: nobody may delete them.'
            ]
        };
    }

    /** Every record of every object of the package, and what the package wrote into fields of other objects, as JSON. */
    private async exportRecords(): Promise<Done> {
        const { org, facts, exportFolder } = this.options;
        const orders = exportOrders(await presentMembers(org, facts.members));
        const { count, files } = await exportRecords(org, orders, exportFolder);
        return unchanged(
            count === 0
                ? 'there are no records to keep'
                : `${count} records are in ${exportFolder}: ${files.join(', ')}`
        );
    }

    /** Classes cannot go while their jobs wait. */
    private async stopSweep(): Promise<Done> {
        const { org } = this.options;
        const jobs = await org.query<{ Id: string }>(
            "SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Baton%' AND State != 'DELETED'"
        );
        if (jobs.length === 0) return unchanged('nothing is scheduled');
        await org.executeApex(jobs.map(({ Id }) => `System.abortJob('${Id}');`).join('\n'));
        return changed(`${jobs.length} scheduled jobs are stopped`);
    }

    /** Permission sets cannot go while people have them. */
    private async unassign(): Promise<Done> {
        const { org, facts } = this.options;
        const names = (facts.members.get('PermissionSet') ?? []).map((name) => `'${name}'`);
        if (names.length === 0) return unchanged('there are no permission sets');
        const rows = await org.query<{ Id: string }>(
            `SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${names.join(', ')})`
        );
        if (rows.length === 0) return unchanged('nobody has a permission set of the package');
        await org.remove(
            'PermissionSetAssignment',
            rows.map(({ Id }) => Id)
        );
        return changed(`${rows.length} assignments are gone`);
    }

    private async destroy(step: number): Promise<Done> {
        const { org, facts, tell } = this.options;
        const members = await presentMembers(org, facts.members, step);
        if (members.length === 0) return unchanged('nothing of it is there');
        await destroyMembers(org, members, tell);
        return changed(`${members.length} components are gone`);
    }

    private async verify(): Promise<Done> {
        const left = await presentMembers(this.options.org, this.options.facts.members);
        if (left.length > 0) {
            throw new ToolError(
                'RemovalIncomplete',
                `These are still there: ${left.map(({ type, fullName }) => `${type} ${fullName}`).join(', ')}`,
                ['Run the same command again']
            );
        }
        return unchanged('nothing of the package is left');
    }
}
