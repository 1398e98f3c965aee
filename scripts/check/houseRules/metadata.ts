/** Metadata rules of the house: everything described, one API version, permission sets that cover every field, labels that exist. */
import { positionAt } from '../../shared/sourceFiles.ts';
import { readText } from '../../shared/sourceFiles.ts';
import type { Problem } from '../check.ts';
import { isTestClass, type PackageSource } from './source.ts';

/** Files that must tell a reader what the component is for. */
const DESCRIBED = /\.(object|field|permissionset|customPermission|validationRule|app|flexipage)-meta\.xml$/;
/** FlexiPages have a description element only on paper: the platform refuses it. */
const NOT_DESCRIBED = /\.flexipage-meta\.xml$/;

export function everythingIsDescribed(source: PackageSource): Problem[] {
    return source.entries
        .filter((entry) => DESCRIBED.test(entry.file) && !NOT_DESCRIBED.test(entry.file))
        .filter((entry) => !/<description>\s*\S/.test(entry.text()))
        .filter((entry) => !isForeignOrNameOnly(entry.path, entry.text()))
        .map((entry) => ({ path: entry.path, message: 'has no <description>' }));
}

/** Fields that people fill in say so in help text. System-written fields are never editable in a permission set. */
export function editableFieldsHaveHelp(source: PackageSource): Problem[] {
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

export function oneApiVersion(source: PackageSource): Problem[] {
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

/**
 * Field permissions of the permission sets: a required or master-detail field there fails the deploy; a custom field in none
 * is invisible to everybody.
 */
export function permissionSetsCoverFields(source: PackageSource): Problem[] {
    const problems: Problem[] = [];
    const granted = new Map<string, { path: string; line: number; isEditable: boolean }[]>();
    for (const entry of source.entries.filter((candidate) => candidate.file.endsWith('.permissionset-meta.xml'))) {
        const text = entry.text();
        for (const match of text.matchAll(/<fieldPermissions>[\s\S]*?<\/fieldPermissions>/g)) {
            const field = /<field>([^<]+)/.exec(match[0])?.[1] ?? '';
            const place = {
                path: entry.path,
                line: positionAt(text, match.index).line,
                isEditable: /<editable>true/.test(match[0])
            };
            granted.set(field, [...(granted.get(field) ?? []), place]);
        }
    }
    for (const entry of source.entries) {
        const name = fieldName(entry.path);
        if (!name || /__mdt\.|__e\./.test(name) || isCustomSettingField(entry.path, source)) {
            continue;
        }
        const text = entry.text();
        const places = granted.get(name) ?? [];
        const isUngrantable = /<required>true/.test(text) || /<type>MasterDetail</.test(text);
        if (isUngrantable) {
            problems.push(
                ...places.map((place) => ({
                    path: place.path,
                    line: place.line,
                    message: `${name} is required: naming it fails the deploy`
                }))
            );
        } else if (places.length === 0) {
            problems.push({ path: entry.path, message: 'is in no permission set: nobody can see it' });
        }
        if (/<formula>|<type>Summary</.test(text)) {
            problems.push(
                ...places
                    .filter((place) => place.isEditable)
                    .map((place) => ({
                        path: place.path,
                        line: place.line,
                        message: `${name} is calculated and cannot be editable`
                    }))
            );
        }
    }
    return problems;
}

/** A label that nothing uses, and a label that is used but not there. */
export function labelsMatchTheirUse(source: PackageSource): Problem[] {
    const declared = new Map<string, string>();
    const used = new Map<string, { path: string; line: number }>();
    for (const entry of source.entries) {
        const text = /\.(labels-meta\.xml|cls|trigger|ts)$/.test(entry.file) ? entry.text() : '';
        if (entry.file.endsWith('.labels-meta.xml')) {
            for (const match of text.matchAll(/<labels>\s*<fullName>([^<]+)/g)) {
                declared.set(match[1] ?? '', entry.path);
            }
        }
        for (const match of text.matchAll(/(?:System\.)?\bLabel\.(\w+)|@salesforce\/label\/c\.(\w+)/g)) {
            used.set(match[1] ?? match[2] ?? '', { path: entry.path, line: positionAt(text, match.index).line });
        }
    }
    const missing = [...used]
        .filter(([name]) => !declared.has(name))
        .map(([name, place]) => ({ ...place, message: `uses the label ${name}, which no labels file has` }));
    const idle = [...declared]
        .filter(([name]) => !used.has(name))
        .map(([name, path]) => ({ path, message: `label ${name} is used nowhere` }));
    return [...missing, ...idle];
}

/** Each Apex class has a test class of its name; each bundle has Jest tests. */
export function testsExist(source: PackageSource): Problem[] {
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

function isCustomSettingField(path: string, source: PackageSource): boolean {
    const object = /objects\/([^/]+)\//.exec(path)?.[1];
    const meta = source.entries.find((entry) => entry.file === `${object}.object-meta.xml`);
    return /<customSettingsType>/.test(meta?.text() ?? '');
}

function isForeignOrNameOnly(path: string, text: string): boolean {
    return (
        /objects\/(Lead|Account|Contact|Opportunity|Campaign)\/\1\.object-meta\.xml$/.test(path) && !/__c/.test(text)
    );
}
