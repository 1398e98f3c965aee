/** Traps of source format about which the CLI is silent. */
import type { Finding } from '../check.ts';
import type { PackageSource } from './source.ts';

/** Two components of one name: source format keeps one of them and says nothing. */
export function duplicateComponents(source: PackageSource): Finding[] {
    const seen = new Map<string, string>();
    const findings: Finding[] = [];
    for (const entry of source.entries) {
        const isComponent = /\.(cls|trigger)$|\.object-meta\.xml$|\.field-meta\.xml$/.test(entry.file);
        if (!isComponent) {
            continue;
        }
        const object = entry.file.endsWith('.field-meta.xml') ? `${/objects\/([^/]+)\//.exec(entry.path)?.[1]}.` : '';
        const key = (object + entry.file).toLowerCase();
        const first = seen.get(key);
        if (first) {
            findings.push({
                path: entry.path,
                message: `is the second of its name; ${first} is the first and one of them is dropped without a word`
            });
        }
        seen.set(key, first ?? entry.path);
    }
    return findings;
}

/** A bundle sits directly under a folder called `lwc`, and its folder carries its name. */
export function bundleFolders(source: PackageSource): Finding[] {
    return source.entries
        .filter((entry) => entry.file.endsWith('.js-meta.xml'))
        .filter((entry) => {
            const bundle = entry.file.replace('.js-meta.xml', '');
            return !entry.path.endsWith(`/lwc/${bundle}/${entry.file}`);
        })
        .map((entry) => ({
            path: entry.path,
            message: 'is no bundle directly under a folder called lwc: the wrong files are packed'
        }));
}

/** `force-app/main` is where retrieved metadata lands; it belongs into a domain. */
export function noMainFolder(source: PackageSource): Finding[] {
    return source.entries
        .filter((entry) => entry.domain === 'main')
        .map((entry) => ({ path: entry.path, message: 'was retrieved into force-app/main: move it into its domain' }));
}
