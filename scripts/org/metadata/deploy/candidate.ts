/** The org as it would be after a deploy: its members with the deployed ones added and the deleted ones gone. */
import { parseXml } from '../../schema/xml.ts';
import { writeXml } from '../xmlText.ts';
import { memberKey, type Member, type MemberFile, type Members } from '../members.ts';
import type { ComponentProblem } from './messages.ts';
import type { DeletedName, Payload } from './payload.ts';

export interface Change {
    readonly member: Member;
    readonly kind: 'created' | 'changed' | 'unchanged' | 'deleted';
}

export interface Candidate {
    readonly members: Members;
    readonly changes: readonly Change[];
    /** What was to be deleted and is not there: no fault. */
    readonly warnings: readonly ComponentProblem[];
    readonly deletedKeys: ReadonlySet<string>;
}

/** A file without what a change of form brings about: white space, comments, the XML declaration. */
function contentOf(file: MemberFile): string {
    const text = Buffer.from(file.bytes);
    if (!file.path.endsWith('.xml')) return text.toString('latin1');
    try {
        return writeXml(parseXml(text.toString('utf8'))).text;
    } catch {
        return text.toString('latin1');
    }
}

/** What a member holds, whatever its files were called on the way in. */
function isSame(a: Member, b: Member): boolean {
    const withoutTypeScript = (member: Member): MemberFile[] =>
        member.files.filter((file) => !/^lwc\/.*\.ts$/.test(file.path));
    const [left, right] = [withoutTypeScript(a), withoutTypeScript(b)];
    const byPath = new Map(left.map((file) => [file.path, file]));
    return (
        left.length === right.length &&
        right.every((file) => {
            const known = byPath.get(file.path);
            return known !== undefined && contentOf(known) === contentOf(file);
        })
    );
}

export function candidateOf(current: Members, payload: Payload): Candidate {
    const members = new Map(current);
    const changes: Change[] = [];
    const warnings: ComponentProblem[] = [];
    const deletedKeys = new Set<string>();
    const remove = (names: readonly DeletedName[]): void => {
        for (const { type, fullName, fileName } of names) {
            const member = members.get(memberKey(type, fullName));
            if (!member) {
                warnings.push({
                    type,
                    fullName,
                    fileName,
                    message: `No ${type} named: ${fullName} found`,
                    severity: 'Warning'
                });
                continue;
            }
            for (const gone of [member, ...membersWithin(members, member)]) {
                const key = memberKey(gone.type, gone.fullName);
                members.delete(key);
                deletedKeys.add(key);
            }
            changes.push({ member: { ...member, files: [] }, kind: 'deleted' });
        }
    };
    remove(payload.deletedBefore);
    for (const [key, member] of payload.members) {
        const known = current.get(key);
        changes.push({ member, kind: !known ? 'created' : isSame(known, member) ? 'unchanged' : 'changed' });
        members.set(key, member);
        deletedKeys.delete(key);
    }
    remove(payload.deletedAfter);
    return { members, changes, warnings, deletedKeys };
}

/** What goes with an object: its fields and other members, and the records of a custom metadata type. */
function membersWithin(members: Members, object: Member): Member[] {
    if (object.type !== 'CustomObject') return [];
    const prefixes = [`${object.fullName.toLowerCase()}.`, `${object.fullName.toLowerCase().replace(/__mdt$/, '')}.`];
    const isRecord = (member: Member): boolean =>
        member.type === 'CustomMetadata' && /__mdt$/i.test(object.fullName) && begins(member, prefixes[1]);
    return [...members.values()].filter(
        (member) =>
            (member.files[0]?.path.startsWith('objects/') === true && begins(member, prefixes[0])) || isRecord(member)
    );
}

const begins = (member: Member, prefix: string | undefined): boolean =>
    prefix !== undefined && member.fullName.toLowerCase().startsWith(prefix);
