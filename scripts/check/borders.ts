/**
 * Who may know whom: Apex, components and metadata of a domain name only what belongs to domains that theirs may know.
 * Pages, apps, tabs and permission sets of `shared` are the shell that puts all domains together, and may name everything.
 */
import { packageDirectories, positionAt } from '../shared/sourceFiles.ts';
import { apexCode } from './houseRules/source.ts';
import type { Check, CheckResult, Problem, Rule } from './check.ts';
import { readPackageModel, type PackageModel } from './packageModel.ts';
import { metadataReferences } from './references/metadata.ts';

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

const BORDER_RULE: Rule = {
    name: 'border',
    why: 'each domain can be switched off, moved or packaged by itself only while the dependencies run one way',
    mend: 'let the domain that knows both do it, or move what both need to shared'
};
const SELECTOR_RULE: Rule = {
    name: 'border-selector',
    why: 'queries of a domain are its own affair: who reaches into them breaks with every change of its fields',
    mend: 'ask a service of that domain'
};

/** Folders that put all domains together. */
const SHELL = /\/(applications|flexipages|permissionsets|tabs)\//;

interface Named {
    readonly name: string;
    readonly line: number;
    /** `class`, `lwc`, `label`, `object` or `field`. */
    readonly kind: string;
}

export const bordersCheck: Check = {
    name: 'borders',
    proves: 'Apex, components and metadata of each domain name only what their domain may know',
    async run(root): Promise<CheckResult> {
        const model = await readPackageModel(root);
        const domainOf = domains(root);
        const owners = ownersOf(model, domainOf);
        const problems = model.files
            .filter((path) => !SHELL.test(path))
            .flatMap((path) => problemsOf(path, domainOf(path), namesIn(path, model), owners));
        const names = new Set(model.files.map(domainOf));
        return { problems, examined: `${model.files.length} files of ${names.size} domains` };
    }
};

/** First folder below the package directory. */
function domains(root: string): (path: string) => string {
    const directories = packageDirectories(root);
    return (path) => {
        const directory = directories.find((candidate) => path.startsWith(`${candidate}/`)) ?? '';
        return path.slice(directory.length).split('/').filter(Boolean)[0] ?? '';
    };
}

/** Domain of each member, by kind and name. */
function ownersOf(model: PackageModel, domainOf: (path: string) => string): ReadonlyMap<string, string> {
    const owners = new Map<string, string>();
    const own = (kind: string, name: string, path: string): void => {
        owners.set(`${kind} ${name}`, domainOf(path));
    };
    for (const path of model.files) {
        const [, apex] = /([^/]+)\.cls$/.exec(path) ?? [];
        const [, bundle] = /\/lwc\/([^/]+)\/[^/]+\.js-meta\.xml$/.exec(path) ?? [];
        if (apex !== undefined) {
            own('class', apex, path);
        }
        if (bundle !== undefined) {
            own('lwc', bundle, path);
        }
    }
    for (const file of model.metadata) {
        if (file.kind === 'object') {
            own('object', file.name, file.path);
        } else if (file.kind === 'field') {
            own('field', `${file.object}.${file.name}`, file.path);
        } else if (file.kind === 'labels') {
            for (const [, name = ''] of file.text.matchAll(/<fullName>([^<]+)/g)) {
                own('label', name, file.path);
            }
        }
    }
    return owners;
}

function problemsOf(
    path: string,
    domain: string,
    names: readonly Named[],
    owners: ReadonlyMap<string, string>
): Problem[] {
    const allowed = new Set([domain, ...(MAY_KNOW[domain] ?? ['shared'])]);
    return names.flatMap(({ kind, name, line }) => {
        const owner = owners.get(`${kind} ${name}`);
        if (owner === undefined || owner === domain) {
            return [];
        }
        if (!allowed.has(owner)) {
            return [{ path, line, rule: BORDER_RULE, message: `${domain} may not know ${owner}, but names ${name}` }];
        }
        const isSelector = kind === 'class' && name.endsWith('Selector');
        return isSelector ? [{ path, line, rule: SELECTOR_RULE, message: `reaches into ${name} of ${owner}` }] : [];
    });
}

/** Each name once, where it stands first. */
function namesIn(path: string, model: PackageModel): Named[] {
    const text = /\.(cls|trigger|ts|html|xml)$/.test(path) ? model.text(path) : '';
    const first = new Map<string, Named>();
    const add = (kind: string, name: string, offset: number): void => {
        const key = `${kind} ${name}`;
        if (!first.has(key)) {
            first.set(key, { kind, name, line: positionAt(text, offset).line });
        }
    };
    if (/\.(cls|trigger)$/.test(path)) {
        const code = apexCode(text);
        for (const match of code.matchAll(/(?<!\bLabel\.)\b[A-Z]\w+\b/g)) {
            add('class', match[0], match.index);
            add('object', match[0], match.index);
        }
        for (const match of code.matchAll(/\bLabel\.(\w+)/g)) {
            add('label', match[1] ?? '', match.index);
        }
    } else if (/\/lwc\/.*\.(ts|html)$/.test(path)) {
        for (const match of text.matchAll(/'c\/(\w+)'|<c-([\w-]+)/g)) {
            add('lwc', match[1] ?? camelCase(match[2] ?? ''), match.index);
        }
        for (const match of text.matchAll(/@salesforce\/(label\/c|apex|schema)[./](\w+)(?:\.(\w+))?/g)) {
            const [, source, name = '', member] = match;
            if (source === 'schema') {
                add('object', name, match.index);
                if (member !== undefined) add('field', `${name}.${member}`, match.index);
            } else {
                add(source === 'apex' ? 'class' : 'label', name, match.index);
            }
        }
    } else if (path.endsWith('-meta.xml')) {
        return namedByMetadata(path, model);
    }
    return [...first.values()];
}

const references = new WeakMap<PackageModel, ReturnType<typeof metadataReferences>>();

function namedByMetadata(path: string, model: PackageModel): Named[] {
    const all = references.get(model) ?? metadataReferences(model);
    references.set(model, all);
    return all
        .filter((reference) => reference.path === path)
        .map(({ target, name, line }) => ({ kind: target === 'component' ? 'lwc' : target, name, line }));
}

function camelCase(tag: string): string {
    return tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
