/** What a deploy takes out: what the version in the org shipped and this one does not, and nothing else. */
import { exportOrders, exportRecords, presentMembers, type Member } from './destruction.ts';
import type { PackageFacts } from './packageFacts.ts';
import { droppedSince, versionIn, type Release } from './releases.ts';
import type { TargetOrg } from './target.ts';

export interface UpgradeSources {
    readonly releases: readonly Release[];
    /** Folder for a copy of the data in dropped fields and objects. */
    readonly exportFolder: string;
}

/** The permission set whose presence says that the package is there already; its description names the version. */
export const MARKER = 'Baton_Admin';

export interface Installed {
    /** Null when the org's package names none. */
    readonly version: string | null;
    /** Of that version, what this one does not have and the org still has. */
    readonly dropped: readonly Member[];
}

/**
 * The package as the org has it; null when it has it not.
 * @param sources null: what an earlier version left stays
 */
export async function installedPackage(
    org: TargetOrg,
    facts: PackageFacts,
    sources: UpgradeSources | null
): Promise<Installed | null> {
    const [set] = await org.query<{ Description?: string | null }>(
        `SELECT Id, Description FROM PermissionSet WHERE Name = '${MARKER}'`
    );
    if (!set) return null;
    const version = versionIn(set.Description);
    const dropped = droppedSince(sources?.releases ?? [], version, facts.members);
    return { version, dropped: await presentMembers(org, dropped) };
}

export const memberText = ({ type, fullName }: Member): string => `${type} ${fullName}`;

/** Writes down what is in dropped fields and objects; says where, or null when there is nothing. */
export async function keepData(org: TargetOrg, dropped: readonly Member[], folder: string): Promise<string | null> {
    const { count, files } = await exportRecords(org, exportOrders(dropped), folder);
    return count === 0 ? null : `${count} records are in ${folder}: ${files.join(', ')}`;
}
