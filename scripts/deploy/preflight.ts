/** What an org has to have, and what may be in the way, found out before anything is changed. */
import { ToolError } from '../shared/toolError.ts';
import type { PackageFacts } from './packageFacts.ts';
import type { OrgIdentity, TargetOrg } from './target.ts';
import { memberText, type Installed } from './upgrade.ts';

export interface Finding {
    /** `stop`: the deploy would fail or do harm. `warn`: it works, and somebody should know. `note`: as expected. */
    readonly level: 'stop' | 'warn' | 'note';
    readonly subject: string;
    readonly message: string;
    /** What to do about it. */
    readonly action?: string;
}

/** Most scheduled jobs of an org; a Developer Edition has fewer. */
const SCHEDULED_JOBS = 100;
const SCHEDULED_JOBS_DEVELOPER = 5;

/** Editions in which a deploy brings no Apex: there the package has to be installed, or not at all. */
const WITHOUT_APEX = [
    'Base Edition',
    'Contact Manager Edition',
    'Personal Edition',
    'Professional Edition',
    'Team Edition'
];

/** What an admin turns on, or buys, to get a platform object that only some orgs have. */
const BROUGHT_BY: Readonly<Record<string, string>> = {
    Campaign: 'the user feature Marketing User',
    CampaignMember: 'the user feature Marketing User',
    EmailMessage: 'Enhanced Email (Setup, Enhanced Email)',
    EmailMessageRelation: 'Enhanced Email (Setup, Enhanced Email)',
    ListEmailSentResult: 'Account Engagement, and API version 67 or later'
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

/** @param installed the package as the org has it; null: it has it not */
export async function preflight(
    org: TargetOrg,
    identity: OrgIdentity,
    facts: PackageFacts,
    installed: Installed | null
): Promise<Finding[]> {
    const findings: Finding[] = [apiVersion(identity, facts), edition(identity), ...packageFindings(installed)];
    if (findings.some(({ level }) => level === 'stop')) return findings;
    findings.push(...(await platformObjects(org, facts)));
    findings.push(...(await fieldCollisions(org, facts)));
    if (!installed) findings.push(...(await nameCollisions(org, facts)));
    findings.push(...(await providers(org, facts)));
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

function packageFindings(installed: Installed | null): Finding[] {
    const note = (message: string): Finding => ({ level: 'note', subject: 'package', message });
    if (!installed) return [note('It is not there yet: this is the first deploy.')];
    const { version, dropped } = installed;
    const found = note(`It is there already${version === null ? '' : ` in version ${version}`}: this is an update.`);
    if (dropped.length === 0) return [found];
    const names = dropped.map(memberText).join(', ');
    return [
        found,
        note(
            `The deploy removes what is no longer in it: ${names}. Data goes to a file first; --keep-dropped leaves all.`
        )
    ];
}

function edition(identity: OrgIdentity): Finding {
    const kind = identity.isProduction ? 'people work in it' : 'it is for development or for trying out';
    if (!WITHOUT_APEX.includes(identity.edition)) {
        return { level: 'note', subject: 'edition', message: `${identity.edition}; ${kind}.` };
    }
    return {
        level: 'stop',
        subject: 'edition',
        message: `A ${identity.edition} takes no Apex by a deploy.`,
        action: 'Use an org of the Enterprise, Unlimited, Performance or Developer Edition.'
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
            message: `The org or the user has no ${object}.`,
            action: `Get ${object} by ${BROUGHT_BY[object] ?? 'turning its feature on, or by the licence for it'}.`
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

/** Says which sources of history will show, and what it takes to get the others. */
async function providers(org: TargetOrg, facts: PackageFacts): Promise<Finding[]> {
    const present: string[] = [];
    const dark: Finding[] = [];
    for (const { object, connections, fields } of facts.providers) {
        const missing: string[] = [];
        for (const each of [object, ...connections]) {
            const there = await org.fieldsOf(each);
            if (there === null) missing.push(each);
            if (there === null || each !== object) continue;
            const names = new Set(there.map(({ name }) => name.toLowerCase()));
            missing.push(
                ...fields.filter((field) => !names.has(field.toLowerCase())).map((field) => `${each}.${field}`)
            );
        }
        if (missing.length === 0) present.push(object);
        else {
            const reason = BROUGHT_BY[object] ?? 'its feature or licence';
            dark.push({
                level: 'note',
                subject: 'history',
                message: `${object} stays dark: the org or the user has no ${missing.join(', ')}. It takes ${reason}; all else works without.`
            });
        }
    }
    const shown = present.length > 0 ? `shows ${present.join(', ')} beside touches` : 'shows touches only';
    return [{ level: 'note', subject: 'history', message: `The timeline ${shown}.` }, ...dark];
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

/** Org-wide defaults that decide who sees whose leads and people. Some orgs do not tell: then nothing is said about it. */
async function sharing(org: TargetOrg): Promise<Finding[]> {
    const objects = ['Lead', 'Contact', 'Account', 'Opportunity'];
    try {
        const [organization] = await org.query<Record<string, string | null>>(
            `SELECT ${objects.map((object) => `Default${object}Access`).join(', ')} FROM Organization`
        );
        const told = objects.flatMap((object) => {
            const access = organization?.[`Default${object}Access`];
            return access ? [`${object} ${access}`] : [];
        });
        return told.length > 0
            ? [{ level: 'note', subject: 'sharing', message: `Org-wide defaults: ${told.join(', ')}.` }]
            : [];
    } catch (error) {
        if (error instanceof ToolError && error.name === 'OrgError') return [];
        throw error;
    }
}
