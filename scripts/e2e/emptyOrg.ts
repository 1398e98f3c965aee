/** An org with nothing in it but a few people: what an admin has before the package arrives. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startLocalOrgProcess, type LocalOrgProcess } from '../org/server/__tests__/sfCli.ts';

const person = (alias: string, lastName: string, profile: string): Record<string, unknown> => ({
    alias,
    userName: `${alias}@empty.example`,
    firstName: 'Pat',
    lastName,
    profile,
    isPersona: true,
    personaLabel: lastName
});

/** The world of the org: an administrator, a rep and a marketer without any permission set. */
const world = (kind: string, people: readonly object[]): object => ({
    organization: { name: 'Empty Org', timeZone: 'America/New_York', currency: 'USD', kind },
    clockStart: '2026-11-23T14:30:00Z',
    users: [
        person('boss', 'Admin', 'System Administrator'),
        person('rep', 'Rep', 'Standard User'),
        person('mara', 'Marketer', 'Standard User'),
        ...people
    ]
});

export interface EmptyOrg extends LocalOrgProcess {
    dispose(): Promise<void>;
}

/**
 * @param kind what sort of org it says it is
 * @param files what is in it all the same, by path below `src`
 * @param people more users, as a world file has them
 */
export async function startEmptyOrg(
    kind: 'developer' | 'production' = 'developer',
    files: Readonly<Record<string, string>> = {},
    people: readonly object[] = []
): Promise<EmptyOrg> {
    const root = mkdtempSync(join(tmpdir(), 'empty-org-'));
    const write = (path: string, text: string): void => {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    };
    write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'src', default: true }] }));
    write('config/local-org.json', JSON.stringify(world(kind, people)));
    mkdirSync(join(root, 'src'));
    for (const [path, text] of Object.entries(files)) write(`src/${path}`, text);
    const org = await startLocalOrgProcess(root);
    return {
        ...org,
        async dispose() {
            await org.stop();
            rmSync(root, { recursive: true, force: true });
        }
    };
}
