/**
 * Share rows of sharing rules. Those by owner follow at once; those by criteria when the transaction commits, as on the
 * platform, and in tests never: "criteria-based sharing cannot be tested using Apex".
 */
import { holds } from '../schema/filterLogic.ts';
import type { FilterDef, ObjectDef, Schema, SharingRuleDef } from '../schema/model.ts';
import type { Clock, Transaction } from '../runtime/transaction.ts';
import { RuleTargets } from '../security/ruleTargets.ts';
import { shareTable, type ShareTable } from '../security/shareTable.ts';
import type { Store } from '../store/store.ts';
import type { Value } from '../runtime/program.ts';
import type { SObject } from '../values/sobject.ts';
import { ApexDatetime } from '../values/temporal.ts';
import { meets } from './filters.ts';
import { alive, type SaveChunk } from './types.ts';

/** What the rows of the share table are calculated from. */
export interface RuleSources {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: Clock;
}

const ROW_CAUSE = 'Rule';
const LEVELS: readonly string[] = ['None', 'Read', 'Edit', 'All'];
/** Who belongs to a rule's owners follows from these. */
const MEMBERSHIP = new Set(['User', 'UserRole', 'GroupMember']);

const changedKey = Symbol('records whose criteria may have changed');

/** Whether a record's share rows by criteria follow from it, and from which state of it. */
type Criteria = (stored: SObject) => SObject | null;

/** After a chunk was saved: rules by owner now, those by criteria with the commit. */
export function shareSaved(tx: Transaction, chunk: SaveChunk): void {
    if (MEMBERSHIP.has(chunk.def.name) && changesOwners(chunk)) {
        shareAgain(tx);
    }
    if (!hasRules(chunk.def)) {
        return;
    }
    const rows = alive(chunk.rows);
    noteChanged(
        tx,
        chunk.def,
        rows.map((row) => row.record.id!)
    );
    const moved = rows.filter((row) => row.old?.fields.get('OwnerId') !== row.record.fields.get('OwnerId'));
    if (moved.length > 0) {
        const before = new Map(moved.map((row) => [row.record.id!, row.old]));
        // Until the commit the record is shared by what it was.
        const criteria: Criteria = tx.isTest ? () => null : (stored) => before.get(stored.id!) ?? null;
        new Recalculation(tx, chunk.def).run([...before.keys()], criteria);
    }
}

/** After members left a group: whose records a rule shares may be others. */
export function shareWithoutMembers(tx: Transaction, def: ObjectDef): void {
    if (def.name === 'GroupMember') {
        shareAgain(tx);
    }
}

/** Just before a transaction commits: shares by criteria the records that it saved. */
export function shareByCriteria(tx: Transaction): void {
    for (const [def, ids] of changedIn(tx)) {
        new Recalculation(tx, def).run([...ids], (stored) => stored);
    }
    changedIn(tx).clear();
}

/** Brings the share rows of every rule up to date; those of rules that are gone go. */
export function shareEverything(sources: RuleSources): void {
    for (const def of sources.schema.objects) {
        new Recalculation(sources, def).run(null, (stored) => stored);
    }
}

/** Targets of rules that are not there, as `rule of object: kind name`. */
export function unknownTargets({ schema, store }: RuleSources): string[] {
    const targets = new RuleTargets(schema, store);
    return schema.objects.flatMap((def) =>
        (def.sharingRules ?? []).flatMap(({ name, sharedTo, records }) =>
            [sharedTo, ...(records.kind === 'owned' ? [records.by] : [])]
                .filter((target) => targets.groupId(target) === null)
                .map((target) => `${name} of ${def.name}: ${target.kind} ${target.name}`)
        )
    );
}

function hasRules(def: ObjectDef): boolean {
    return (def.sharingRules?.length ?? 0) > 0;
}

function changesOwners({ def, operation, rows }: SaveChunk): boolean {
    if (def.name === 'GroupMember') {
        return true;
    }
    // A new user owns nothing, a new role has nobody.
    const link = def.name === 'User' ? 'UserRoleId' : 'ParentRoleId';
    return operation === 'update' && rows.some(({ old, record }) => old?.fields.get(link) !== record.fields.get(link));
}

function shareAgain(tx: Transaction): void {
    for (const def of tx.schema.objects) {
        if (def.sharingRules?.some((rule) => rule.records.kind === 'owned')) {
            new Recalculation(tx, def).run(null, (stored) => (tx.isTest ? null : stored));
        }
    }
}

function changedIn(tx: Transaction): Map<ObjectDef, Set<string>> {
    return tx.slot(changedKey, () => new Map<ObjectDef, Set<string>>());
}

function noteChanged(tx: Transaction, def: ObjectDef, ids: readonly string[]): void {
    if (def.sharingRules?.some((rule) => rule.records.kind === 'meeting')) {
        const changed = changedIn(tx);
        changed.set(def, new Set([...(changed.get(def) ?? []), ...ids]));
    }
}

/** What one group gets on one record: its level, and on accounts that on their children. */
interface Grant {
    readonly groupId: string;
    readonly levels: Record<string, string>;
}

class Recalculation {
    private readonly sources: RuleSources;
    private readonly def: ObjectDef;
    private readonly share: ShareTable | null;
    private readonly targets: RuleTargets;

    constructor(sources: RuleSources, def: ObjectDef) {
        this.sources = sources;
        this.def = def;
        this.share = shareTable(sources.schema, def);
        this.targets = new RuleTargets(sources.schema, sources.store);
    }

    /** @param ids null for every record */
    run(ids: readonly string[] | null, criteria: Criteria): void {
        const { share } = this;
        if (share === null) {
            return;
        }
        const { store } = this.sources;
        const among = (column: string): string =>
            ids === null ? '' : ` AND "${column}" IN (SELECT value FROM json_each(?))`;
        const params = ids === null ? [] : [JSON.stringify(ids)];
        const condition = `"RowCause" = '${ROW_CAUSE}' AND "IsDeleted" = 0`;
        const present = Map.groupBy(store.selectRows(share.def, `${condition}${among(share.parent)}`, params), (row) =>
            String(row.fields.get(share.parent))
        );
        const records = hasRules(this.def) ? store.selectRows(this.def, `"IsDeleted" = 0${among('Id')}`, params) : [];
        for (const record of records) {
            this.bring(share, record, criteria(record), present.get(record.id!) ?? []);
            present.delete(record.id!);
        }
        for (const row of [...present.values()].flat()) {
            store.purgeRow(share.def, row.id!);
        }
    }

    private bring(share: ShareTable, record: SObject, criteria: SObject | null, present: readonly SObject[]): void {
        const { store, clock } = this.sources;
        const wanted = this.grants(share, record, criteria);
        for (const row of present) {
            const groupId = String(row.fields.get('UserOrGroupId'));
            const grant = wanted.get(groupId);
            if (grant === undefined) {
                store.purgeRow(share.def, row.id!);
                continue;
            }
            wanted.delete(groupId);
            if (Object.entries(grant.levels).some(([name, level]) => row.fields.get(name) !== level)) {
                store.updateRow(share.def, row.id!, new Map<string, Value>(Object.entries(grant.levels)));
            }
        }
        for (const { groupId, levels } of wanted.values()) {
            store.insertRow(
                share.def,
                new Map<string, Value>([
                    ['Id', store.nextId(share.def)],
                    [share.parent, record.id],
                    ['UserOrGroupId', groupId],
                    ['RowCause', ROW_CAUSE],
                    ['LastModifiedDate', ApexDatetime.fromEpochMs(Math.floor(clock.now() / 1000) * 1000)],
                    ['IsDeleted', false],
                    ...Object.entries(levels)
                ])
            );
        }
    }

    /** Several rules for one group give the most that one of them does. */
    private grants(share: ShareTable, record: SObject, criteria: SObject | null): Map<string, Grant> {
        const grants = new Map<string, Grant>();
        for (const rule of this.def.sharingRules ?? []) {
            const groupId = this.isShared(rule, record, criteria) ? this.targets.groupId(rule.sharedTo) : null;
            if (groupId === null) {
                continue;
            }
            const grant = grants.get(groupId) ?? { groupId, levels: {} };
            grants.set(groupId, grant);
            for (const [name, level] of levelsOf(share, rule)) {
                const known = LEVELS.indexOf(grant.levels[name] ?? 'None');
                grant.levels[name] = LEVELS[Math.max(known, LEVELS.indexOf(level))]!;
            }
        }
        return grants;
    }

    private isShared({ records }: SharingRuleDef, record: SObject, criteria: SObject | null): boolean {
        if (records.kind === 'owned') {
            const owner = record.fields.get('OwnerId') ?? null;
            return owner !== null && (this.targets.ownerIds(records.by)?.has(String(owner)) ?? false);
        }
        return (
            criteria !== null &&
            holds(records.logic, (index) => meetsFilter(this.def, criteria, records.filters[index]!))
        );
    }
}

// Texts compare with regard to case; formulas take no part.
function meetsFilter(def: ObjectDef, record: SObject, { field, operation, value }: FilterDef): boolean {
    const definition = def.fields.get(field.toLowerCase())!;
    return meets(definition, record.fields.get(definition.name) ?? null, operation, value, { isCaseSensitive: true });
}

function levelsOf(share: ShareTable, rule: SharingRuleDef): [string, string][] {
    const children = ['Opportunity', 'Case', 'Contact'].map((name): [string, string] => [
        `${name}AccessLevel`,
        rule.children[name] ?? 'None'
    ]);
    const isOfChild = ([name]: [string, string]): boolean =>
        name !== share.level && share.def.fields.has(name.toLowerCase());
    return [[share.level, rule.level], ...children.filter(isOfChild)];
}
