/** An org in memory for the stages of a deploy: as healthy as a test wants it. */
import { ToolError } from '../../shared/toolError.ts';
import type { PackageFacts } from '../packageFacts.ts';
import type { DeployOrder, DeployOutcome, FieldFact, OrgIdentity, TargetOrg } from '../target.ts';

export const FACTS: PackageFacts = {
    members: new Map([
        ['ApexClass', ['Hoist']],
        ['CustomObject', ['Crane__c']],
        ['PermissionSet', ['Baton_Admin']]
    ]),
    fieldTypes: new Map([
        ['Lead.Load__c', 'Number'],
        ['Crane__c.Height__c', 'Number']
    ]),
    platformObjects: ['Campaign', 'Lead'],
    providers: [
        { object: 'ListEmailSentResult', connections: [], fields: ['Id', 'Result'] },
        { object: 'Lead', connections: [], fields: [] }
    ],
    apiVersion: 66
};

export interface Faults {
    readonly apiVersion?: number;
    readonly isProduction?: boolean;
    readonly sessionIsOver?: boolean;
    readonly mayNotSeeMetadata?: boolean;
    readonly noCampaigns?: boolean;
    readonly edition?: string;
    /** What an earlier version brought and the org still has. */
    readonly leftovers?: ReadonlyMap<string, readonly string[]>;
    readonly otherField?: boolean;
    readonly otherClass?: boolean;
    readonly scheduledJobs?: number;
    readonly noCalendar?: boolean;
    readonly validationFails?: boolean;
    readonly deployFails?: boolean;
    readonly sweepDoesNotStart?: boolean;
    readonly losesMembers?: boolean;
}

export class TargetDouble implements TargetOrg {
    /** What was asked of it that changes something, and validations. */
    readonly calls: string[] = [];
    private readonly faults: Faults;
    private isDeployed: boolean;
    private isAssigned = false;
    private isScheduled = false;
    private readonly destroyed = new Set<string>();
    private readonly gone = new Set<string>();

    constructor(faults: Faults = {}, isDeployed = false) {
        this.faults = faults;
        this.isDeployed = isDeployed;
    }

    identity(): Promise<OrgIdentity> {
        if (this.faults.sessionIsOver) return Promise.reject(new ToolError('SessionExpired', 'The session is over'));
        return Promise.resolve({
            userId: '005000000000001AAA',
            userName: 'boss@example.com',
            organizationName: 'Harbour',
            edition: this.faults.edition ?? (this.faults.isProduction ? 'Enterprise Edition' : 'Developer Edition'),
            isProduction: this.faults.isProduction ?? false,
            instanceUrl: 'http://127.0.0.1',
            apiVersion: this.faults.apiVersion ?? 66
        });
    }

    query<T extends object>(soql: string): Promise<T[]> {
        if (soql.includes('DefaultLeadAccess')) return Promise.reject(new ToolError('OrgError', 'No such column'));
        return Promise.resolve(this.rowsOf(soql) as T[]);
    }

    private rowsOf(soql: string): readonly object[] {
        if (soql.includes('Load__c'))
            return [
                { Id: '00Q1', Load__c: 3 },
                { Id: '00Q2', Load__c: null }
            ];
        if (soql.includes('FROM PermissionSetAssignment')) return this.isAssigned ? [{ Id: '0Pa' }] : [];
        if (soql.includes('FROM PermissionSet')) {
            return this.isDeployed ? [{ Id: '0PS', Description: 'Version 0.1.0.' }] : [];
        }
        if (soql.includes('CronJobDetail')) return this.isScheduled ? [{ Id: '08e' }] : [];
        if (soql.includes('FROM CronTrigger'))
            return Array.from({ length: this.faults.scheduledJobs ?? 0 }, () => ({}));
        if (soql.includes('FROM BusinessHours') && !this.faults.noCalendar) {
            return [{ Name: 'Default', TimeZoneSidKey: 'GMT' }];
        }
        return [];
    }

    fieldsOf(object: string): Promise<readonly FieldFact[] | null> {
        if (object === 'Campaign' && this.faults.noCampaigns) return Promise.resolve(null);
        if (object === 'ListEmailSentResult') return Promise.resolve(null);
        if (object === 'Crane__c' && !this.isDeployed) return Promise.resolve(null);
        const type = this.faults.otherField && object === 'Lead' ? 'string' : 'double';
        const isThere = this.isDeployed || this.faults.otherField;
        return Promise.resolve(isThere ? [{ name: object === 'Lead' ? 'Load__c' : 'Height__c', type }] : []);
    }

    memberNames(type: string): Promise<readonly string[]> {
        if (this.faults.mayNotSeeMetadata) {
            return Promise.reject(new ToolError('NotAllowed', 'The user may not do that'));
        }
        const left = this.faults.leftovers?.get(type)?.filter((name) => !this.gone.has(`${type} ${name}`)) ?? [];
        if (this.destroyed.has(type)) return Promise.resolve(left);
        if (this.isDeployed && !(this.faults.losesMembers && type === 'ApexClass')) {
            return Promise.resolve([...(FACTS.members.get(type) ?? []), ...left]);
        }
        return Promise.resolve(this.faults.otherClass && type === 'ApexClass' ? ['hoist'] : []);
    }

    insert(object: string): Promise<void> {
        this.calls.push(`insert ${object}`);
        this.isAssigned = true;
        return Promise.resolve();
    }

    remove(object: string, ids: readonly string[]): Promise<void> {
        this.calls.push(`remove ${object} ${ids.join(',')}`);
        this.isAssigned = false;
        return Promise.resolve();
    }

    destroy(members: readonly { readonly type: string; readonly fullName: string }[]): Promise<DeployOutcome> {
        this.calls.push(`destroy ${members.map(({ type, fullName }) => `${type} ${fullName}`).join(', ')}`);
        for (const { type, fullName } of members) {
            this.gone.add(`${type} ${fullName}`);
            if (FACTS.members.get(type)?.includes(fullName)) this.destroyed.add(type);
        }
        return Promise.resolve(this.outcome(this.faults.deployFails ?? false));
    }

    executeApex(text: string): Promise<void> {
        this.calls.push(text);
        this.isScheduled = !text.includes('abortJob') && !this.faults.sweepDoesNotStart;
        return Promise.resolve();
    }

    deploy(order: DeployOrder): Promise<DeployOutcome> {
        const removed = order.removed.map(({ type, fullName }) => ` -${type} ${fullName}`).join('');
        this.calls.push(`${order.checkOnly ? 'validate' : 'deploy'}${removed}`);
        const fails = (order.checkOnly ? this.faults.validationFails : this.faults.deployFails) ?? false;
        const outcome = { ...this.outcome(fails), deleted: order.removed.length };
        if (!order.checkOnly && !fails) this.isDeployed = true;
        return Promise.resolve(outcome);
    }

    deployValidated(id: string): Promise<DeployOutcome> {
        this.calls.push(`quick ${id}`);
        const outcome = this.outcome(this.faults.deployFails ?? false);
        this.isDeployed = true;
        return Promise.resolve(outcome);
    }

    private outcome(fails: boolean): DeployOutcome {
        return {
            id: '0Af',
            succeeded: !fails,
            created: this.isDeployed ? 0 : 3,
            changed: 0,
            deleted: 0,
            unchanged: this.isDeployed ? 3 : 0,
            testsRun: 0,
            problems: fails ? ['classes/Hoist.cls:3:7 Variable does not exist: load'] : []
        };
    }
}
