/** Traps of source format about which the CLI is silent, and who may know whom. */
import type { Problem } from '../check.ts';
import { apexCode, type PackageSource } from './source.ts';

/** Domain to the domains that it may name. A domain that is not listed may know `shared` only. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
    shared: [],
    engagement: ['shared'],
    handoff: ['engagement', 'shared'],
    insight: ['engagement', 'handoff', 'shared', 'enablement', 'accounts', 'governance'],
    enablement: ['shared', 'handoff', 'engagement'],
    accounts: ['shared', 'handoff', 'engagement'],
    governance: ['shared', 'handoff', 'engagement']
};

/** Two components of one name: source format keeps one of them and says nothing. */
export function duplicateComponents(source: PackageSource): Problem[] {
    const seen = new Map<string, string>();
    const problems: Problem[] = [];
    for (const entry of source.entries) {
        const isComponent = /\.(cls|trigger)$|\.object-meta\.xml$|\.field-meta\.xml$/.test(entry.file);
        if (!isComponent) {
            continue;
        }
        const object = entry.file.endsWith('.field-meta.xml') ? `${/objects\/([^/]+)\//.exec(entry.path)?.[1]}.` : '';
        const key = (object + entry.file).toLowerCase();
        const first = seen.get(key);
        if (first) {
            problems.push({
                path: entry.path,
                message: `is the second of its name; ${first} is the first and one of them is dropped without a word`
            });
        }
        seen.set(key, first ?? entry.path);
    }
    return problems;
}

/** A bundle sits directly under a folder called `lwc`, and its folder carries its name. */
export function bundleFolders(source: PackageSource): Problem[] {
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
export function noMainFolder(source: PackageSource): Problem[] {
    return source.entries
        .filter((entry) => entry.domain === 'main')
        .map((entry) => ({ path: entry.path, message: 'was retrieved into force-app/main: move it into its domain' }));
}

/** Apex classes and components of a domain name only what the domain may know. */
export function domainBorders(source: PackageSource): Problem[] {
    const owners = new Map<string, string>();
    for (const entry of source.entries) {
        const name = /^(.*)\.cls$/.exec(entry.file)?.[1] ?? /^(.*)\.js-meta\.xml$/.exec(entry.file)?.[1];
        if (name) {
            owners.set(name, entry.domain);
        }
    }
    const problems: Problem[] = [];
    for (const entry of source.entries) {
        const isApex = /\.(cls|trigger)$/.test(entry.file);
        const isComponent = /\/lwc\/.*\.(ts|html)$/.test(entry.path);
        if (!isApex && !isComponent) {
            continue;
        }
        const allowed = new Set([entry.domain, ...(MAY_KNOW[entry.domain] ?? ['shared'])]);
        for (const [name, line] of namesIn(isApex ? apexCode(entry.text()) : entry.text(), isApex)) {
            const owner = owners.get(name);
            if (owner && !allowed.has(owner)) {
                problems.push({
                    path: entry.path,
                    line,
                    message: `${entry.domain} may not know ${owner}, but names ${name}`
                });
            }
            if (owner && owner !== entry.domain && isApex && /Selector$/.test(name)) {
                problems.push({
                    path: entry.path,
                    line,
                    message: `reaches into the selector ${name} of ${owner}: ask its service`
                });
            }
        }
    }
    return problems;
}

function namesIn(text: string, isApex: boolean): Map<string, number> {
    const names = new Map<string, number>();
    text.split('\n').forEach((line, index) => {
        const found = isApex
            ? (line.match(/\b[A-Z]\w+\b/g) ?? [])
            : [...line.matchAll(/'c\/(\w+)'|<c-([\w-]+)/g)].map((match) => match[1] ?? camelCase(match[2] ?? ''));
        for (const name of found) {
            if (!names.has(name)) {
                names.set(name, index + 1);
            }
        }
    });
    return names;
}

function camelCase(tag: string): string {
    return tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
