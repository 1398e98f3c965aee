/** The bundle of the last run, while nothing that it is made of has changed. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, stampsBelow } from '../../../shared/fingerprint.ts';
import type { FileStamp } from '../../../shared/fingerprint.ts';
import { KeptFile } from '../../../shared/keptFile.ts';
import type { AppBundle } from './appBundle.ts';
import { uiRoot } from './packages.ts';
import type { SourceTree } from './sourceTree.ts';
import type { Vendor } from './vendor.ts';

/** Nothing of these gets into a bundle: Apex is called by name. */
const NOT_IN_BUNDLE = /\.(cls|trigger)(-meta\.xml)?$/;

/** Where bundles are kept, and what is known of the sources already. */
export interface BundleKeep {
    readonly folder: string;
    readonly stamps?: readonly FileStamp[];
}

/** Builds the bundle, or takes the one that was built of exactly these files; without a place to keep it, it builds. */
export async function appBundle(
    tree: SourceTree,
    sourceDirs: readonly string[],
    vendor: Vendor,
    mode: 'development' | 'production',
    keep?: BundleKeep
): Promise<AppBundle> {
    const file = keep && keptFile(keep, sourceDirs, vendor, mode);
    const kept = file?.read();
    if (kept) return kept;
    const { buildAppBundle } = await import('./appBundle.ts');
    const built = await buildAppBundle(tree, vendor, mode);
    file?.write(built);
    return built;
}

function keptFile(
    { folder, stamps }: BundleKeep,
    sourceDirs: readonly string[],
    vendor: Vendor,
    mode: string
): KeptFile<AppBundle> {
    const sources = (stamps ?? stampsBelow(sourceDirs)).filter(({ path }) => !NOT_IN_BUNDLE.test(path));
    const code = stampsBelow([join(uiRoot, 'modules'), dirname(fileURLToPath(import.meta.url))]);
    const version = fingerprint([...sources, ...code], [process.version, vendor.key, mode]);
    return new KeptFile(join(folder, 'bundle'), version);
}
