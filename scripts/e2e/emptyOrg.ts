/** An org with nothing in it but a few people: what an admin has before the package arrives. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const WORLD = {
    organization: { name: 'Empty Org', timeZone: 'America/New_York', currency: 'USD' },
    clockStart: '2026-11-23T14:30:00Z',
    users: [
        person('boss', 'Admin', 'System Administrator'),
        person('rep', 'Rep', 'Standard User'),
        person('mara', 'Marketer', 'Standard User')
    ]
};

export interface EmptyOrg extends LocalOrgProcess {
    dispose(): Promise<void>;
}

export async function startEmptyOrg(): Promise<EmptyOrg> {
    const root = mkdtempSync(join(tmpdir(), 'empty-org-'));
    mkdirSync(join(root, 'src'));
    mkdirSync(join(root, 'config'));
    writeFileSync(
        join(root, 'sfdx-project.json'),
        JSON.stringify({ packageDirectories: [{ path: 'src', default: true }] })
    );
    writeFileSync(join(root, 'config', 'local-org.json'), JSON.stringify(WORLD));
    const org = await startLocalOrgProcess(root);
    return {
        ...org,
        async dispose() {
            await org.stop();
            rmSync(root, { recursive: true, force: true });
        }
    };
}
