/** Demo data after a deploy. It tells of fictional people at work, so it only goes into a local org. */
import { join } from 'node:path';
import { readWorld } from '../org/engine/world.ts';
import { loadDemoData } from '../data/load.ts';
import { ToolError } from '../shared/toolError.ts';
import { changed, unchanged, type Done } from './stages.ts';
import type { Login } from './salesforceTarget.ts';
import type { TargetOrg } from './target.ts';

const LOCAL_HOSTS = new Set(['127.0.0.1', 'localhost']);
/** Lets a user write hand-offs as they once were; a load needs it, and nobody else. */
const MIGRATION = 'Baton_Migration';

/** @throws ToolError when the org is none on this computer */
export function demoDataLoader(
    org: TargetOrg,
    login: Login,
    profile: 'mini' | 'small',
    people: readonly string[] = demoPeople()
): (onProgress: (done: number, total: number) => void) => Promise<Done> {
    const { hostname } = new URL(login.instanceUrl);
    if (!LOCAL_HOSTS.has(hostname)) {
        throw new ToolError('NoDemoData', `Demo data goes into a local org only, not to ${hostname}.`, [
            'Leave --with out',
            'Start a local org with demo data: npm start'
        ]);
    }
    return async (onProgress) => {
        const there = await org.query('SELECT Id FROM Engagement__c LIMIT 1');
        if (there.length > 0) return unchanged('there is data already');
        await requirePeople(org, people);
        const clock = await fetch(new URL('/host/clock', login.instanceUrl), {
            headers: { authorization: `Bearer ${login.accessToken}` }
        });
        const { now } = (await clock.json()) as { now: number };
        await asMigrator(org, () =>
            loadDemoData({
                baseUrl: login.instanceUrl.replace(/\/$/, ''),
                accessToken: login.accessToken,
                profile,
                asOf: new Date(now).toISOString(),
                onProgress
            })
        );
        return changed(`the profile ${profile} is loaded`);
    };
}

/** Aliases of the people whom the demo data tells of. */
function demoPeople(): string[] {
    return readWorld(join(import.meta.dirname, '../../config/local-org.json')).users.map(({ alias }) => alias);
}

/** @throws ToolError when the demo data tells of people who are not in the org */
async function requirePeople(org: TargetOrg, people: readonly string[]): Promise<void> {
    const users = await org.query<{ Username: string }>('SELECT Username FROM User');
    const there = new Set(users.map(({ Username }) => Username.split('@')[0]?.toLowerCase()));
    const missing = people.filter((alias) => !there.has(alias.toLowerCase()));
    if (missing.length === 0) return;
    throw new ToolError('NoDemoPeople', `Demo data tells of people who are not in this org: ${missing.join(', ')}.`, [
        'Try the app with a few leads instead: --with data:sample',
        'Start a local org with the people and the data: npm start'
    ]);
}

/** Gives the user the permission set for as long as the work takes, unless the user has it. @throws ToolError without it */
async function asMigrator(org: TargetOrg, work: () => Promise<void>): Promise<void> {
    const { userId } = await org.identity();
    const assignments = (): Promise<{ Id: string }[]> =>
        org.query(
            `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSet.Name = '${MIGRATION}'`
        );
    if ((await assignments()).length > 0) return work();
    const [set] = await org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${MIGRATION}'`);
    if (!set) {
        throw new ToolError('NoPackage', `The org has no permission set ${MIGRATION}.`, [
            'Take the package in first: npm run deploy'
        ]);
    }
    await org.insert('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id });
    try {
        await work();
    } finally {
        await org.remove(
            'PermissionSetAssignment',
            (await assignments()).map(({ Id }) => Id)
        );
    }
}
