/** What a deployed zip holds: members to add or replace, members to delete, and what is wrong with its shape. */
import { basename } from 'node:path';
import { XmlError } from '../../schema/xml.ts';
import { readManifest, type Manifest } from '../manifest.ts';
import {
    memberKey,
    membersOfLabels,
    membersOfObject,
    plainPath,
    type Member,
    type MemberFile,
    type Members
} from '../members.ts';
import { isKnownType, isPlatformType, metadataTypes, parentTypes, platformTypeOfDirectory } from '../types.ts';
import type { MetadataType } from '../types.ts';
import type { ComponentProblem } from './messages.ts';

export interface DeletedName {
    readonly type: string;
    readonly fullName: string;
    /** File of the zip that asks for it. */
    readonly fileName: string;
}

export interface Payload {
    readonly manifest: Manifest;
    readonly members: Members;
    /** Before the members are added, and after. */
    readonly deletedBefore: readonly DeletedName[];
    readonly deletedAfter: readonly DeletedName[];
    readonly problems: readonly ComponentProblem[];
    /** Files of the zip that hold metadata as XML. */
    readonly xmlFiles: ReadonlyMap<string, { readonly text: string; readonly owner: Member }>;
}

const PACKAGE = 'package.xml';
const decoder = new TextDecoder();

class PayloadReader {
    readonly members = new Map<string, Member>();
    readonly problems: ComponentProblem[] = [];
    readonly xmlFiles = new Map<string, { text: string; owner: Member }>();
    private readonly files: ReadonlyMap<string, Uint8Array>;

    constructor(files: ReadonlyMap<string, Uint8Array>) {
        this.files = files;
    }

    problem(type: string, fullName: string, fileName: string, message: string, at?: XmlError): void {
        this.problems.push({
            type,
            fullName,
            fileName,
            message,
            severity: 'Error',
            ...(at ? { at: { line: at.line, column: at.column } } : {})
        });
    }

    private text(path: string): string {
        return decoder.decode(this.files.get(path));
    }

    private add(member: Member): void {
        const key = memberKey(member.type, member.fullName);
        const known = this.members.get(key);
        this.members.set(key, known ? { ...known, files: [...known.files, ...member.files] } : member);
    }

    private file(path: string, origin: string): MemberFile {
        return { path, origin, bytes: this.files.get(origin) ?? new Uint8Array(), lines: null };
    }

    read(): void {
        for (const path of this.files.keys()) {
            if (path === PACKAGE || /^destructiveChanges(Pre|Post)?\.xml$/.test(path)) continue;
            this.readFile(path);
        }
        this.requireBothHalves();
    }

    private readFile(path: string): void {
        const parts = path.split('/');
        const directory = parts[0] ?? '';
        const candidates = [...metadataTypes.values()].filter((type) => type.directory === directory);
        const name = basename(path);
        const type =
            candidates.find((each) => each.form !== 'plain' || name.endsWith(`.${each.suffix}`)) ?? candidates[0];
        if (parts.length < 2 || !type) {
            const platformType = platformTypeOfDirectory(directory);
            this.problem(
                platformType ?? '',
                name,
                path,
                platformType
                    ? `Unsupported: metadata type ${platformType}`
                    : `Unknown folder ${directory}: ${PACKAGE} and the folders of metadata types belong into a package`
            );
            return;
        }
        this.readTyped(type, path, parts);
    }

    private readTyped(type: MetadataType, path: string, parts: readonly string[]): void {
        const rest = parts.slice(1).join('/');
        switch (type.form) {
            case 'bundle': {
                const bundle = parts[1] ?? '';
                if (parts.length < 3) this.problem(type.name, bundle, path, `${path} lies in no bundle`);
                else this.add({ type: type.name, fullName: bundle, files: [this.file(path, path)] });
                return;
            }
            case 'code':
            case 'resource': {
                const fullName = rest.replace(/-meta\.xml$/, '').replace(new RegExp(`\\.${type.suffix}$`), '');
                const member = { type: type.name, fullName, files: [this.file(path, path)] };
                this.add(member);
                if (path.endsWith('-meta.xml')) this.xmlFiles.set(path, { text: this.text(path), owner: member });
                return;
            }
            case 'object':
            case 'labels': {
                const fullName = rest.replace(new RegExp(`\\.${type.suffix}$`), '');
                try {
                    const text = this.text(path);
                    const members =
                        type.form === 'object' ? membersOfObject(fullName, text, path) : membersOfLabels(text, path);
                    members.forEach((each) => this.add(each));
                    this.xmlFiles.set(path, { text, owner: { type: type.name, fullName, files: [] } });
                } catch (error) {
                    if (!(error instanceof XmlError)) throw error;
                    this.problem(type.name, fullName, path, error.message, error);
                }
                return;
            }
            case 'plain': {
                const fullName = rest.replace(/-meta\.xml$/, '').replace(new RegExp(`\\.${type.suffix}$`), '');
                const member = {
                    type: type.name,
                    fullName,
                    files: [this.file(plainPath(type, fullName), path)]
                };
                this.add(member);
                this.xmlFiles.set(path, { text: this.text(path), owner: member });
                return;
            }
        }
    }

    /** Code and resources come with a `-meta.xml`, bundles with a `.js-meta.xml`. */
    private requireBothHalves(): void {
        for (const member of this.members.values()) {
            const form = metadataTypes.get(member.type)?.form;
            const [first] = member.files;
            if (!first || !(form === 'code' || form === 'resource')) continue;
            const origin = first.origin.replace(/-meta\.xml$/, '');
            const has = (path: string): boolean => member.files.some((file) => file.origin === path);
            if (!has(`${origin}-meta.xml`)) {
                this.problem(member.type, member.fullName, origin, `File ${origin}-meta.xml is missing`);
            } else if (!has(origin) && form === 'code') {
                this.problem(member.type, member.fullName, origin, `File ${origin} is missing`);
            }
        }
    }
}

function deletedNames(files: ReadonlyMap<string, Uint8Array>, names: readonly string[]): DeletedName[] {
    return names.flatMap((fileName) => {
        const bytes = files.get(fileName);
        if (!bytes) return [];
        return [...readManifest(decoder.decode(bytes)).types].flatMap(([type, members]) =>
            members.map((fullName) => ({ type, fullName, fileName }))
        );
    });
}

/**
 * Reads a deployed zip.
 * @param files of the zip by path; `package.xml` lies at its root
 * @returns undefined when there is no `package.xml`
 * @throws XmlError when `package.xml` or a destructive file is not well-formed
 */
export function readPayload(files: ReadonlyMap<string, Uint8Array>): Payload | undefined {
    const manifestBytes = files.get(PACKAGE);
    if (!manifestBytes) return undefined;
    const manifest = readManifest(decoder.decode(manifestBytes));
    const reader = new PayloadReader(files);
    reader.read();
    const members = named(manifest, reader);
    return {
        manifest,
        members,
        deletedBefore: deletedNames(files, ['destructiveChangesPre.xml', 'destructiveChanges.xml']),
        deletedAfter: deletedNames(files, ['destructiveChangesPost.xml']),
        problems: reader.problems,
        xmlFiles: reader.xmlFiles
    };
}

/** The members that `package.xml` names; what it names and the zip has not, and the other way round, is a problem. */
function named(manifest: Manifest, reader: PayloadReader): Members {
    const wanted = new Map<string, Member>();
    const isWhole = (type: string): boolean => manifest.types.get(type)?.includes('*') ?? false;
    for (const [type, names] of manifest.types) {
        if (!isKnownType(type)) {
            const what = isPlatformType(type)
                ? `Unsupported: metadata type ${type}`
                : `Unknown type name '${type}' specified in package.xml`;
            names.forEach((name) => reader.problem(type, name, PACKAGE, what));
            continue;
        }
        for (const name of names.filter((each) => each !== '*')) {
            // Labels are named as a whole or one by one.
            if (type === 'CustomLabels') continue;
            const member = reader.members.get(memberKey(type, name));
            if (member) wanted.set(memberKey(type, name), member);
            else if (!reader.problems.some((problem) => problem.fullName === name && problem.type === type)) {
                reader.problem(
                    type,
                    name,
                    PACKAGE,
                    `An object '${name}' of type ${type} was named in package.xml, but was not found in zipped directory`
                );
            }
        }
    }
    for (const [key, member] of reader.members) {
        const parent = parentTypes.get(member.type);
        const parentName = member.type === 'CustomLabel' ? 'CustomLabels' : (member.fullName.split('.')[0] ?? '');
        const isNamedByParent =
            parent !== undefined &&
            (isWhole(parent) ||
                (manifest.types.get(parent) ?? []).some((name) => name.toLowerCase() === parentName.toLowerCase()));
        if (wanted.has(key)) continue;
        if (isWhole(member.type) || isNamedByParent) wanted.set(key, member);
        // What an object is comes along with its fields even where only they are asked for.
        else if (member.type !== 'CustomObject') {
            reader.problem(
                member.type,
                member.fullName,
                member.files[0]?.origin ?? '',
                'The file is not named in package.xml'
            );
        }
    }
    return wanted;
}
