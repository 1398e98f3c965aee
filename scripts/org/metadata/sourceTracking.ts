/**
 * Source tracking: which members changed in the org, in what order, by whom. A sandbox and a scratch org keep it; the sf CLI
 * asks for it as rows of `SourceMember` and compares the counters with those that it saw last.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { memberKey } from './members.ts';

/** One member that a deploy made different. */
export interface MemberChange {
    readonly type: string;
    readonly fullName: string;
    readonly kind: 'created' | 'changed' | 'deleted';
    /** Of the member, below the org's folder; none when it was deleted. */
    readonly files: readonly string[];
}

/** A row of `SourceMember`. */
export interface SourceMember {
    readonly MemberIdOrName: string;
    readonly MemberType: string;
    readonly MemberName: string;
    /** True when the member is gone. */
    readonly IsNameObsolete: boolean;
    /** Grows with every change in the org. */
    readonly RevisionCounter: number;
    readonly IsNewMember: boolean;
    /** Id of the user, 15 characters. */
    readonly ChangedBy: string;
    readonly LastModifiedDate: string;
}

const BUNDLE = 'LightningComponentBundle';
const BUNDLE_FILE = 'LightningComponentResource';
const BUNDLE_FOLDER = 'lwc/';
const SHORT_ID = 15;

export class SourceTracking {
    private readonly file: string;

    /** @param file where it is kept from one start to the next */
    constructor(file: string) {
        this.file = file;
    }

    /** Every member that ever changed, the latest last. */
    members(): readonly SourceMember[] {
        return existsSync(this.file) ? (JSON.parse(readFileSync(this.file, 'utf8')) as SourceMember[]) : [];
    }

    /**
     * Remembers changes under the next number.
     * @param userId who made them
     * @param at ISO instant
     */
    record(changes: readonly MemberChange[], userId: string, at: string): void {
        if (changes.length === 0) return;
        const rows = new Map(this.members().map((row) => [memberKey(row.MemberType, row.MemberName), row]));
        let revision = Math.max(0, ...[...rows.values()].map((row) => row.RevisionCounter));
        for (const [type, name, isObsolete] of namesOf(changes, [...rows.values()])) {
            const key = memberKey(type, name);
            const known = rows.get(key);
            rows.delete(key);
            rows.set(key, {
                MemberIdOrName: name,
                MemberType: type,
                MemberName: name,
                IsNameObsolete: isObsolete,
                RevisionCounter: ++revision,
                IsNewMember: !isObsolete && (known === undefined || known.IsNameObsolete),
                ChangedBy: userId.slice(0, SHORT_ID),
                LastModifiedDate: at
            });
        }
        mkdirSync(dirname(this.file), { recursive: true });
        writeFileSync(this.file, JSON.stringify([...rows.values()]));
    }
}

/** Type, name and whether it is gone; a bundle is tracked as itself and file by file. */
function* namesOf(
    changes: readonly MemberChange[],
    known: readonly SourceMember[]
): Generator<readonly [type: string, name: string, isObsolete: boolean]> {
    for (const { type, fullName, kind, files } of changes) {
        const isObsolete = kind === 'deleted';
        yield [type, fullName, isObsolete];
        if (type !== BUNDLE) continue;
        const names = files.map((path) => path.slice(BUNDLE_FOLDER.length));
        for (const name of names) yield [BUNDLE_FILE, name, false];
        for (const row of known) {
            const isOfBundle = row.MemberType === BUNDLE_FILE && row.MemberName.startsWith(`${fullName}/`);
            if (isOfBundle && !row.IsNameObsolete && !names.includes(row.MemberName)) {
                yield [BUNDLE_FILE, row.MemberName, true];
            }
        }
    }
}
