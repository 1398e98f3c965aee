/** What an org has to have, and what may be in the way, found out before anything is changed. */
import { ToolError } from '../shared/toolError.ts';
import type { PackageFacts } from './packageFacts.ts';
import type { OrgIdentity, TargetOrg } from './target.ts';

export interface Finding {
    /** `stop`: the deploy would fail or do harm. `warn`: it works, and somebody should know. `note`: as expected. */
    readonly level: 'stop' | 'warn' | 'note';
    readonly subject: string;
    readonly message: string;
    /** What to do about it. */
    readonly action?: string;
}

/** The permission set whose presence says that the package is there already. */
export const MARKER = 'Baton_Admin';

/** Most scheduled jobs of an org; a Developer Edition has fewer. */
const SCHEDULED_JOBS = 100;
const SCHEDULED_JOBS_DEVELOPER = 5;

/** Objects without which a source of touches stays dark; everything else works. */
const OPTIONAL_OBJECTS: Readonly<Record<string, string>> = {
    Campaign: 'campaign responses',
    CampaignMember: 'campaign responses',
    EmailMessage: 'e-mails'
};

/** What describe calls the types of metadata. */
const DESCRIBE_TYPES: Readonly<Record<string, readonly string[]>> = {
    AutoNumber: ['string'],
    Checkbox: ['boolean'],
    Currency: ['currency'],
    Date: ['date'],
    DateTime: ['datetime'],
    Email: ['email'],
    Html: ['textarea'],
    LongTextArea: ['textarea'],
    Lookup: ['reference'],
    MasterDetail: ['reference'],
    MetadataRelationship: ['reference', 'string'],
    MultiselectPicklist: ['multipicklist'],
    Number: ['double', 'int', 'integer'],
    Percent: ['percent'],
    Phone: ['phone'],
    Picklist: ['picklist', 'string'],
    Summary: ['double', 'currency', 'percent', 'date', 'datetime', 'int'],
    Text: ['string'],
    TextArea: ['textarea'],
    Time: ['time'],
    Url: ['url']
};

/** Names of these types must not be taken by somebody else. */
const NAMED_TYPES = ['CustomObject', 'ApexClass', 'ApexTrigger', 'LightningComponentBundle', 'FlexiPage'] as const;

export async function preflight(org: TargetOrg, identity: OrgIdentity, facts: PackageFacts): Promise<Finding[]> {
    const installed = (await org.query(`SELECT Id FROM PermissionSet WHERE Name = '${MARKER}'`)).length > 0;
    const findings: Finding[] = [
        apiVersion(identity, facts),
        {
            level: 'note',
            subject: 'package',
            message: installed
                ? 'It is there already: this is an update.'
                : 'It is not there yet: this is the first deploy.'
        }
    ];
    if (findings.some(({ level }) => level === 'stop')) return findings;
    findings.push(...(await platformObjects(org, facts)));
    findings.push(...(await fieldCollisions(org, facts)));
    if (!installed) findings.push(...(await nameCollisions(org, facts)));
    findings.push(await scheduledJobs(org, identity));
    findings.push(await calendars(org));
    findings.push(...(await sharing(org)));
    return findings;
}

function apiVersion(identity: OrgIdentity, facts: PackageFacts): Finding {
    const isNew = identity.apiVersion >= facts.apiVersion;
    return {
        level: isNew ? 'note' : 'stop',
        subject: 'API version',
        message: `The org answers version ${identity.apiVersion}; the package needs ${facts.apiVersion}.`,
        ...(isNew ? {} : { action: 'Wait for the org’s next release, or deploy to another org.' })
    };
}

async function platformObjects(org: TargetOrg, facts: PackageFacts): Promise<Finding[]> {
    const missing: string[] = [];
    for (const object of facts.platformObjects) {
        if ((await org.fieldsOf(object)) === null) missing.push(object);
    }
    const present = facts.platformObjects.filter((object) => !missing.includes(object));
    return [
        ...(present.length > 0
            ? [{ level: 'note' as const, subject: 'features', message: `There are ${present.join(', ')}.` }]
            : []),
        ...missing.map((object): Finding => ({
            level: 'stop',
            subject: 'features',
            message: `The org or the user has no ${object}${OPTIONAL_OBJECTS[object] ? ` (${OPTIONAL_OBJECTS[object]})` : ''}.`,
            action: `Turn the feature on, or give the user the licence for ${object} (for campaigns: Marketing User).`
        }))
    ];
}

async function fieldCollisions(org: TargetOrg, facts: PackageFacts): Promise<Finding[]> {
    const byObject = new Map<string, [string, string][]>();
    for (const [fullName, type] of facts.fieldTypes) {
        const [object = '', field = ''] = fullName.split('.');
        byObject.set(object, [...(byObject.get(object) ?? []), [field, type]]);
    }
    const findings: Finding[] = [];
    for (const [object, fields] of byObject) {
        const there = new Map((await org.fieldsOf(object))?.map((field) => [field.name.toLowerCase(), field.type]));
        for (const [name, type] of fields) {
            const known = there.get(name.toLowerCase());
            const expected = DESCRIBE_TYPES[type];
            if (known === undefined || !expected || expected.includes(known.toLowerCase())) continue;
            findings.push({
                level: 'stop',
                subject: 'names',
                message: `${object}.${name} is there as ${known}; the package brings it as ${type}.`,
                action: `Rename or delete the org's own ${object}.${name} first.`
            });
        }
    }
    return findings;
}

/** Before the first deploy nothing may have our names. */
async function nameCollisions(org: TargetOrg, facts: PackageFacts): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const type of NAMED_TYPES) {
        const ours = facts.members.get(type) ?? [];
        if (ours.length === 0) continue;
        const theirs = new Set((await org.memberNames(type)).map((name) => name.toLowerCase()));
        for (const name of ours.filter((each) => theirs.has(each.toLowerCase()))) {
            // Platform objects are there in every org.
            if (type === 'CustomObject' && !name.includes('__')) continue;
            findings.push({
                level: 'stop',
                subject: 'names',
                message: `The org has a ${type} ${name} of its own; the deploy would replace it.`,
                action: `Rename or delete it first.`
            });
        }
    }
    return findings;
}

async function scheduledJobs(org: TargetOrg, identity: OrgIdentity): Promise<Finding> {
    const used = (
        await org.query(
            "SELECT Id FROM CronTrigger WHERE State IN ('WAITING', 'ACQUIRED', 'EXECUTING', 'PAUSED', 'BLOCKED')"
        )
    ).length;
    const most = identity.edition === 'Developer Edition' ? SCHEDULED_JOBS_DEVELOPER : SCHEDULED_JOBS;
    const message = `${used} of ${most} scheduled jobs are used; the sweep needs one.`;
    if (used < most) return { level: 'note', subject: 'scheduled jobs', message };
    return {
        level: 'warn',
        subject: 'scheduled jobs',
        message,
        action: 'Free one in Setup, Scheduled Jobs; without it clocks do not expire by themselves.'
    };
}

async function calendars(org: TargetOrg): Promise<Finding> {
    const hours = await org.query<{ Name: string; TimeZoneSidKey: string }>(
        'SELECT Name, TimeZoneSidKey FROM BusinessHours WHERE IsActive = TRUE'
    );
    if (hours.length === 0) {
        return {
            level: 'stop',
            subject: 'calendars',
            message: 'The org has no active business hours.',
            action: 'Make some in Setup, Business Hours: clocks run on them.'
        };
    }
    return {
        level: 'note',
        subject: 'calendars',
        message: `Clocks can run on ${hours.map((each) => `${each.Name} (${each.TimeZoneSidKey})`).join(', ')}.`
    };
}

/** Some orgs do not tell: then nothing is said about it. */
async function sharing(org: TargetOrg): Promise<Finding[]> {
    try {
        const [organization] = await org.query<{ DefaultLeadAccess: string | null }>(
            'SELECT DefaultLeadAccess FROM Organization'
        );
        const access = organization?.DefaultLeadAccess;
        return access ? [{ level: 'note', subject: 'sharing', message: `Leads are ${access} for everybody.` }] : [];
    } catch (error) {
        if (error instanceof ToolError && error.name === 'OrgError') return [];
        throw error;
    }
}
