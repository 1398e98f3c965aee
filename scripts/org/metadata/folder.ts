/** Metadata on disk: reads the members of source folders, writes members to the org's own folder. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import {
    memberKey,
    membersOfLabels,
    membersOfObject,
    plainPath,
    type Member,
    type MemberFile,
    type Members
} from './members.ts';
import { metadataTypes, objectChildren } from './types.ts';

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.sfdx', '.sf', '__tests__', '__mocks__', '__utam__']);

const suffixes = new Map([...metadataTypes.values()].filter(({ suffix }) => suffix).map((type) => [type.suffix, type]));
const childSuffixes = new Map([...objectChildren.values()].map((child) => [child.suffix, child]));

function* filesBelow(folder: string): Generator<string> {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = join(folder, entry.name);
        if (!entry.isDirectory()) yield path;
        else if (!SKIPPED_FOLDERS.has(entry.name)) yield* filesBelow(path);
    }
}

/** Collects the files of members while folders are walked. */
class Reader {
    readonly members = new Map<string, Member>();

    add(member: Member): void {
        const key = memberKey(member.type, member.fullName);
        const known = this.members.get(key);
        this.members.set(key, known ? { ...known, files: [...known.files, ...member.files] } : member);
    }

    addFile(type: string, fullName: string, path: string, absolute: string): void {
        const file: MemberFile = { path, bytes: readFileSync(absolute), origin: path, lines: null };
        this.add({ type, fullName, files: [file] });
    }
}

/**
 * Members below source folders. Files of types that the local org does not take are left out, as are tests of components
 * and TypeScript that has its JavaScript beside it.
 */
export function readMembers(sourceDirs: readonly string[]): Members {
    const reader = new Reader();
    for (const folder of sourceDirs) {
        if (!existsSync(folder)) continue;
        for (const absolute of filesBelow(folder)) readFile(reader, absolute, relative(folder, absolute).split(sep));
    }
    return reader.members;
}

function readFile(reader: Reader, absolute: string, parts: readonly string[]): void {
    const name = parts.at(-1) ?? '';
    const bundleAt = parts.lastIndexOf('lwc') + 1;
    if (bundleAt > 0 && parts.length > bundleAt + 1) {
        if (name.endsWith('.ts') && (name.endsWith('.d.ts') || existsSync(absolute.replace(/\.ts$/, '.js')))) return;
        const bundle = parts[bundleAt] ?? '';
        reader.addFile('LightningComponentBundle', bundle, `lwc/${parts.slice(bundleAt).join('/')}`, absolute);
        return;
    }
    const resourcesAt = parts.lastIndexOf('staticresources') + 1;
    if (resourcesAt > 0) {
        const rest = parts.slice(resourcesAt);
        const resource = (rest[0] ?? '').replace(/\.resource-meta\.xml$|\.[^.]+$/, '');
        reader.addFile('StaticResource', resource, `staticresources/${rest.join('/')}`, absolute);
        return;
    }
    const code = /^(.+)\.(cls|trigger)(-meta\.xml)?$/.exec(name);
    if (code) {
        const type = code[2] === 'cls' ? 'ApexClass' : 'ApexTrigger';
        reader.addFile(type, code[1] ?? '', `${code[2] === 'cls' ? 'classes' : 'triggers'}/${name}`, absolute);
        return;
    }
    const [, base = '', suffix = ''] = /^(.+)\.([a-zA-Z]+)-meta\.xml$/.exec(name) ?? [];
    if (!suffix) return;
    const child = childSuffixes.get(suffix);
    if (child) {
        const object = parts.at(-3) ?? '';
        reader.addFile(child.name, `${object}.${base}`, `objects/${object}/${child.element}/${name}`, absolute);
        return;
    }
    const type = suffixes.get(suffix);
    if (!type) return;
    const text = (): string => readFileSync(absolute, 'utf8');
    if (type.form === 'object') membersOfObject(base, text(), parts.join('/')).forEach((each) => reader.add(each));
    else if (type.form === 'labels') membersOfLabels(text(), parts.join('/')).forEach((each) => reader.add(each));
    else if (type.form === 'plain') {
        const at = parts.lastIndexOf(type.directory) + 1;
        const fullName = type.inFolder && at > 0 ? [...parts.slice(at, -1), base].join('/') : base;
        reader.addFile(type.name, fullName, plainPath(type, fullName), absolute);
    }
}

/** Makes the folder anew with the files of the members. */
export function writeMembers(folder: string, members: Iterable<Member>): void {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const member of members) {
        for (const file of member.files) {
            const path = join(folder, ...file.path.split('/'));
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, file.bytes);
        }
    }
}
