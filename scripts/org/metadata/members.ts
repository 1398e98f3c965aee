/**
 * Members of an org's metadata, each with its files. Every member has files of its own, in source form: fields lie beside
 * their object, every label has a file. So members can be added, replaced and deleted one by one.
 */
import { parseXml, textOf, type XmlElement } from '../schema/xml.ts';
import { metadataTypes, objectChildren, type MetadataType } from './types.ts';
import { element, writeXml, type Position } from './xmlText.ts';

export interface MemberFile {
    /** Below the org's folder, with `/`. */
    readonly path: string;
    readonly bytes: Uint8Array;
    /** The file that it came from, as the deploy calls it. */
    readonly origin: string;
    /** Place in that file of each line; null when the lines are the same. */
    readonly lines: readonly Position[] | null;
}

export interface Member {
    readonly type: string;
    readonly fullName: string;
    readonly files: readonly MemberFile[];
}

/** Identity of a member: names ignore case. */
export function memberKey(type: string, fullName: string): string {
    return `${type}:${fullName}`.toLowerCase();
}

export type Members = ReadonlyMap<string, Member>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const textOfFile = (file: MemberFile): string => decoder.decode(file.bytes);

/** A member whose one file is written from an element. */
function written(type: string, fullName: string, path: string, root: XmlElement, origin: string): Member {
    const { text, origins } = writeXml(root);
    return { type, fullName, files: [{ path, bytes: encoder.encode(text), origin, lines: origins }] };
}

/**
 * The members in the file of an object: what the object is, unless the file has nothing about it, and its members.
 * @throws XmlError when the text is not well-formed
 */
export function membersOfObject(objectName: string, text: string, origin: string): Member[] {
    const root = parseXml(text);
    const isMember = (each: XmlElement): boolean => objectChildren.has(each.name) && each.children.length > 0;
    const own = root.children.filter((each) => !isMember(each));
    const members = root.children.filter(isMember).map((each) => {
        const child = objectChildren.get(each.name);
        const name = textOf(each, 'fullName') ?? '';
        const type = child?.name ?? '';
        return written(
            type,
            `${objectName}.${name}`,
            `objects/${objectName}/${each.name}/${name}.${child?.suffix ?? ''}-meta.xml`,
            { ...each, name: type },
            origin
        );
    });
    const object = written(
        'CustomObject',
        objectName,
        `objects/${objectName}/${objectName}.object-meta.xml`,
        { ...root, children: own },
        origin
    );
    return own.length > 0 || members.length === 0 ? [object, ...members] : members;
}

/** @throws XmlError when the text is not well-formed */
export function membersOfLabels(text: string, origin: string): Member[] {
    const root = parseXml(text);
    return root.children
        .filter((each) => each.name === 'labels')
        .map((each) => {
            const name = textOf(each, 'fullName') ?? '';
            return written(
                'CustomLabel',
                name,
                `labels/${name}.labels-meta.xml`,
                element('CustomLabels', [each], '', each),
                origin
            );
        });
}

/** Path, in the org's folder, of the file that holds a plain member. */
export function plainPath(type: MetadataType, fullName: string): string {
    return `${type.directory}/${fullName}.${type.suffix}-meta.xml`;
}

/** Replaces the ending of a member's XML file for its name in a zip. */
const withoutMeta = (path: string): string => path.replace(/-meta\.xml$/, '');

/** Files of a zip in Metadata API form that hold the members; static resources that are folders stay folders. */
export function zipFilesOf(members: Iterable<Member>): Map<string, Uint8Array> {
    const files = new Map<string, Uint8Array>();
    const objects = new Map<string, XmlElement[]>();
    const labels: XmlElement[] = [];
    for (const member of members) {
        const [first] = member.files;
        if (!first) continue;
        const [objectName = '', childName] = member.fullName.split('.');
        const child = [...objectChildren.values()].find((each) => each.name === member.type);
        if (member.type === 'CustomLabel') {
            labels.push(...parseXml(textOfFile(first)).children);
        } else if (member.type === 'CustomObject' || (child && childName !== undefined)) {
            const root = parseXml(textOfFile(first));
            const parts = objects.get(objectName) ?? [];
            objects.set(objectName, parts);
            if (child) parts.push({ ...root, name: child.element, attributes: new Map() });
            else parts.unshift(...root.children);
        } else {
            const isPlain = metadataTypes.get(member.type)?.form === 'plain';
            for (const file of member.files) {
                if (/\/lwc\/.*\.ts$|^lwc\/.*\.ts$/.test(file.path)) continue;
                files.set(isPlain ? withoutMeta(file.path) : file.path, file.bytes);
            }
        }
    }
    for (const [name, parts] of objects) {
        files.set(`objects/${name}.object`, encoder.encode(writeXml(element('CustomObject', parts)).text));
    }
    if (labels.length > 0) {
        files.set('labels/CustomLabels.labels', encoder.encode(writeXml(element('CustomLabels', labels)).text));
    }
    return files;
}
