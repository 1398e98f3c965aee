/** Metadata rules of the house: everything described, one API version, permission sets that cover every field, labels that exist. */
import { positionAt } from '../../shared/sourceFiles.ts';
import { readText } from '../../shared/sourceFiles.ts';
import type { Finding } from '../check.ts';
import { isTestClass, type PackageSource } from './source.ts';

/** Files that must tell a reader what the component is for. */
const DESCRIBED = /\.(object|field|permissionset|customPermission|validationRule|app|flexipage)-meta\.xml$/;
/** FlexiPages have a description element only on paper: the platform refuses it. */
const NOT_DESCRIBED = /\.flexipage-meta\.xml$/;

export function everythingIsDescribed(source: PackageSource): Finding[] {
    return source.entries
        .filter((entry) => DESCRIBED.test(entry.file) && !NOT_DESCRIBED.test(entry.file))
        .filter((entry) => !/<description>\s*\S/.test(entry.text()))
        .filter((entry) => !isForeignOrNameOnly(entry.path, entry.text()))
        .map((entry) => ({ path: entry.path, message: 'has no <description>' }));
}

/** Fields that people fill in say so in help text. System-written fields are never editable in a permission set. */
export function editableFieldsHaveHelp(source: PackageSource): Finding[] {
    const editable = new Set<string>();
    for (const entry of source.entries.filter((candidate) => candidate.file.endsWith('.permissionset-meta.xml'))) {
        for (const block of entry.text().match(/<fieldPermissions>[\s\S]*?<\/fieldPermissions>/g) ?? []) {
            if (/<editable>true/.test(block)) {
                editable.add(/<field>([^<]+)/.exec(block)?.[1] ?? '');
            }
        }
    }
    return source.entries
        .filter((entry) => editable.has(fieldName(entry.path) ?? '-'))
        .filter((entry) => !/<inlineHelpText>\s*\S/.test(entry.text()))
        .map((entry) => ({ path: entry.path, message: 'can be edited by people but has no <inlineHelpText>' }));
}

export function oneApiVersion(source: PackageSource): Finding[] {
    const expected = (JSON.parse(readText(source.root, 'sfdx-project.json')) as { sourceApiVersion: string })
        .sourceApiVersion;
    return source.entries
        .filter((entry) => /\.(cls|trigger|js)-meta\.xml$/.test(entry.file))
        .filter((entry) => !entry.text().includes(`<apiVersion>${expected}</apiVersion>`))
        .map((entry) => ({
            path: entry.path,
            message: `does not have API version ${expected}, the one of sfdx-project.json`
        }));
}

/** Labels that nothing uses. */
export function everyLabelIsUsed(source: PackageSource): Finding[] {
    const declared = new Map<string, { path: string; line: number }>();
    const used = new Set<string>();
    for (const entry of source.entries) {
        const text = /\.(labels-meta\.xml|cls|trigger|ts)$/.test(entry.file) ? entry.text() : '';
        if (entry.file.endsWith('.labels-meta.xml')) {
            for (const match of text.matchAll(/<labels>\s*<fullName>([^<]+)/g)) {
                declared.set(match[1] ?? '', { path: entry.path, line: positionAt(text, match.index).line });
            }
        }
        for (const match of text.matchAll(/(?:System\.)?\bLabel\.(\w+)|@salesforce\/label\/c\.(\w+)/g)) {
            used.add(match[1] ?? match[2] ?? '');
        }
    }
    return [...declared]
        .filter(([name]) => !used.has(name))
        .map(([name, place]) => ({ ...place, message: `label ${name} is used nowhere` }));
}

/** What the App Builder shows of a bundle, and what a reader of the folder asks first. */
export function bundlesAreDescribed(source: PackageSource): Finding[] {
    return source.entries
        .filter((entry) => entry.file.endsWith('.js-meta.xml'))
        .flatMap((entry) => {
            const text = entry.text();
            const wanted = /<isExposed>true/.test(text) ? ['masterLabel', 'description'] : ['description'];
            return wanted
                .filter((element) => !new RegExp(`<${element}>\\s*\\S`).test(text))
                .map((element) => ({ path: entry.path, line: 1, message: `has no <${element}>` }));
        });
}

/** Each Apex class has a test class of its name; each bundle has Jest tests. */
export function testsExist(source: PackageSource): Finding[] {
    const classes = source.entries.filter((entry) => entry.file.endsWith('.cls'));
    const testText = classes
        .filter((entry) => isTestClass(entry.text()))
        .map((entry) => entry.text())
        .join('\n');
    return classes
        .filter((entry) => !isTestClass(entry.text()))
        .map((entry) => ({ entry, name: entry.file.replace('.cls', '') }))
        .filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(testText))
        .map(({ entry, name }) => ({ path: entry.path, message: `${name} is named by no test` }));
}

function fieldName(path: string): string | undefined {
    const match = /objects\/([^/]+)\/fields\/([^/]+)\.field-meta\.xml$/.exec(path);
    return match ? `${match[1]}.${match[2]}` : undefined;
}

function isForeignOrNameOnly(path: string, text: string): boolean {
    return (
        /objects\/(Lead|Account|Contact|Opportunity|Campaign)\/\1\.object-meta\.xml$/.test(path) && !/__c/.test(text)
    );
}
