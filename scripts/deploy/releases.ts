/**
 * What released versions of the package shipped: one `package.xml` each, written by `npm run release -- --record` and never
 * changed again. The permission set of administrators says which version an org has.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readManifest } from '../org/metadata/manifest.ts';
import type { MemberNames } from './destruction.ts';

/** Where the released versions are recorded, below the root of the package. */
export const RELEASES = 'config/releases';

export interface Release {
    readonly version: string;
    readonly members: MemberNames;
}

/**
 * Members of these types belong to whoever runs the org as soon as they are there: records of policy that somebody tuned,
 * groups and queues that people are in. They are left alone, also when a version no longer ships them.
 */
const LEFT_TO_ADMINS: readonly string[] = ['CustomMetadata', 'Group', 'Queue'];

/** @param folder may be missing: then nothing was released yet */
export function readReleases(folder: string): Release[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
        .filter((file) => file.endsWith('.xml'))
        .sort()
        .map((file) => ({
            version: basename(file, '.xml'),
            members: readManifest(readFileSync(join(folder, file), 'utf8')).types
        }));
}

/** Version that the description of the marking permission set names; null when it names none. */
export function versionIn(description: string | null | undefined): string | null {
    return /\bVersion (\d+\.\d+\.\d+)\b/.exec(description ?? '')?.[1] ?? null;
}

/** Members that a version shipped and this one does not, by type; none for a version of which nothing is written down. */
export function droppedSince(releases: readonly Release[], version: string | null, current: MemberNames): MemberNames {
    const release = releases.find((each) => each.version === version);
    const dropped = new Map<string, readonly string[]>();
    for (const [type, names] of release?.members ?? []) {
        if (LEFT_TO_ADMINS.includes(type)) continue;
        const ours = new Set((current.get(type) ?? []).map((name) => name.toLowerCase()));
        const gone = names.filter((name) => !ours.has(name.toLowerCase()));
        // The file of all labels is a member of its own; its labels are what counts.
        if (gone.length > 0 && type !== 'CustomLabels') dropped.set(type, gone);
    }
    return dropped;
}
