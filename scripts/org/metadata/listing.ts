/** What an org has and how it is called: list, describe, and the choice of members for a retrieve. */
import { API_VERSION } from '../runtime/apiVersion.ts';
import { idOfText } from './ids.ts';
import { memberKey, type Member, type Members } from './members.ts';
import { metadataTypes, objectChildren, parentTypes } from './types.ts';
import type { Manifest } from './manifest.ts';

export interface Author {
    readonly id: string;
    readonly name: string;
}

/** FileProperties of the Metadata API. */
export function fileProperties(member: Member, author: Author, at: string): Record<string, unknown> {
    return {
        createdById: author.id,
        createdByName: author.name,
        createdDate: at,
        fileName: zipName(member),
        fullName: member.fullName,
        id: idOfText('000', memberKey(member.type, member.fullName)),
        lastModifiedById: author.id,
        lastModifiedByName: author.name,
        lastModifiedDate: at,
        manageableState: 'unmanaged',
        type: member.type
    };
}

/** Path of a member in a package: of the file, or of the file it is a part of. */
function zipName(member: Member): string {
    const parent = parentTypes.get(member.type);
    const type = metadataTypes.get(parent ?? member.type);
    if (!type) return member.files[0]?.path ?? '';
    const name =
        member.type === 'CustomLabel' ? 'CustomLabels' : parent ? member.fullName.split('.')[0] : member.fullName;
    return type.form === 'bundle' ? `${type.directory}/${name}` : `${type.directory}/${name}.${type.suffix}`;
}

/** Objects that exist by their fields only (standard ones) are members too. */
function objectsWithMembers(members: Members): Member[] {
    const names = new Map<string, string>();
    for (const { type, fullName } of members.values()) {
        if (parentTypes.get(type) === 'CustomObject') {
            const name = fullName.split('.')[0] ?? '';
            names.set(name.toLowerCase(), name);
        }
    }
    return [...names.values()]
        .filter((name) => !members.has(memberKey('CustomObject', name)))
        .map((fullName) => ({ type: 'CustomObject', fullName, files: [] }));
}

/** Members of a type, as `listMetadata` has them; labels are also listed as the one file that they are. */
export function listMembers(members: Members, type: string): Member[] {
    const own = [...members.values()].filter((member) => member.type.toLowerCase() === type.toLowerCase());
    if (type === 'CustomObject') own.push(...objectsWithMembers(members));
    if (type === 'CustomLabels' && [...members.values()].some((member) => member.type === 'CustomLabel')) {
        own.push({ type, fullName: 'CustomLabels', files: [] });
    }
    return own.sort((a, b) => (a.fullName < b.fullName ? -1 : 1));
}

export interface Choice {
    readonly members: readonly Member[];
    readonly problems: readonly string[];
}

/** Members that a manifest names. An object brings its fields and other members, `CustomLabels` every label. */
export function chooseMembers(members: Members, manifest: Manifest): Choice {
    const chosen = new Map<string, Member>();
    const problems: string[] = [];
    const choose = (member: Member): void => {
        if (member.files.length > 0) chosen.set(memberKey(member.type, member.fullName), member);
        const inner = [...members.values()].filter(
            ({ type, fullName }) =>
                parentTypes.get(type) === member.type &&
                (member.type === 'CustomLabels' ||
                    fullName.toLowerCase().startsWith(`${member.fullName.toLowerCase()}.`))
        );
        inner.forEach((each) => chosen.set(memberKey(each.type, each.fullName), each));
    };
    for (const [type, names] of manifest.types) {
        if (!metadataTypes.has(type) && !parentTypes.has(type)) {
            problems.push(`Unsupported: metadata type ${type}`);
            continue;
        }
        const known = listMembers(members, type);
        for (const name of names) {
            const fitting = known.filter(
                (member) => name === '*' || member.fullName.toLowerCase() === name.toLowerCase()
            );
            fitting.forEach(choose);
            if (fitting.length === 0 && name !== '*') {
                problems.push(`Entity of type '${type}' named '${name}' cannot be found`);
            }
        }
    }
    return { members: [...chosen.values()], problems };
}

/** DescribeMetadataResult: the types that the local org takes. */
export function describeTypes(): Record<string, unknown> {
    return {
        metadataObjects: [...metadataTypes.values()].map((type) => ({
            childXmlNames:
                type.form === 'object'
                    ? [...objectChildren.values()].map(({ name }) => name)
                    : type.form === 'labels'
                      ? ['CustomLabel']
                      : undefined,
            directoryName: type.directory,
            inFolder: type.inFolder,
            metaFile: type.form === 'code' || type.form === 'resource',
            suffix: type.suffix || undefined,
            xmlName: type.name
        })),
        organizationNamespace: '',
        partialSaveAllowed: false,
        testRequired: false,
        apiVersion: API_VERSION
    };
}
