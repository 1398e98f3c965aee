/** Who sees and edits which records: owners, roles above them, queues and groups, share rows, masters. */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { rowsWhere } from '../store/select.ts';
import type { SObject } from '../values/sobject.ts';
import { shareTable } from './shareTable.ts';

/** A condition on the rows of one table; `null` in its place means that every row qualifies. */
export interface SharingPredicate {
    readonly sql: string;
    readonly params: readonly string[];
}

/** What a user wants to do with a record. */
export type RecordAccessLevel = 'read' | 'edit' | 'delete';

/** Standard objects that follow a parent, with the field that names it. */
const parentFields: Readonly<Record<string, string>> = {
    contact: 'AccountId',
    campaignmember: 'CampaignId',
    opportunitycontactrole: 'OpportunityId',
    opportunitylineitem: 'OpportunityId',
    campaignmemberstatus: 'CampaignId',
    accountcontactrole: 'AccountId'
};

interface Principals {
    /** Users below the running user in the role hierarchy and the user. */
    readonly people: readonly string[];
    /** Those people and every group and queue with one of them. */
    readonly all: readonly string[];
}

const key = Symbol('sharing principals');

/** Forgets who belongs to what: after users, roles, groups or members were saved. */
export function forgetSharing(tx: Transaction): void {
    principalsByUser(tx).clear();
}

function principalsByUser(tx: Transaction): Map<string, Principals> {
    return tx.slot(key, () => new Map<string, Principals>());
}

/**
 * Rows of an object that the running user may read.
 * @param alias SQL name of the table in the query; default: the object's name
 * @returns null when the user sees every row
 */
export function sharingPredicate(tx: Transaction, def: ObjectDef, alias: string = def.name): SharingPredicate | null {
    return predicate(tx, def, alias, 'read', 0);
}

/** True when the running user has that access to the record. Object permissions are another question. */
export function recordAccess(tx: Transaction, def: ObjectDef, id: string, level: RecordAccessLevel): boolean {
    const condition = predicate(tx, def, def.name, level, 0);
    if (condition === null) {
        return true;
    }
    const sql = `SELECT 1 FROM "${def.name}" WHERE "Id" = ? AND (${condition.sql})`;
    return tx.store.rowsOf(sql, [id, ...condition.params]).length > 0;
}

function predicate(
    tx: Transaction,
    def: ObjectDef,
    alias: string,
    level: RecordAccessLevel,
    depth: number
): SharingPredicate | null {
    const access = tx.user.access;
    if (level === 'read' ? access.viewAll(def) : access.modifyAll(def)) {
        return null;
    }
    if (isOpen(def, level)) {
        return null;
    }
    const master = masterField(tx, def);
    if (master !== null) {
        return viaMaster(tx, def, master, alias, level, depth);
    }
    if (!def.fields.has('ownerid')) {
        return null;
    }
    const own = viaOwnerAndShares(tx, def, alias, level);
    return level === 'read' && activities.has(def.name) ? orViaRelatedRecords(tx, def, alias, own, depth) : own;
}

/** Whoever reads the person or record that an activity is about reads the activity. */
const activities = new Set(['Task', 'Event']);

function orViaRelatedRecords(
    tx: Transaction,
    def: ObjectDef,
    alias: string,
    own: SharingPredicate,
    depth: number
): SharingPredicate {
    const parts = [own.sql];
    const params = [...own.params];
    for (const link of ['WhoId', 'WhatId']) {
        for (const name of tx.schema.field(def, link)?.referenceTo ?? []) {
            const target = tx.schema.object(name);
            if (target === undefined || !tx.user.access.canReadObject(target)) {
                continue;
            }
            const targetAlias = `r${depth}`;
            const inner = predicate(tx, target, targetAlias, 'read', depth + 1);
            if (inner === null) {
                parts.push(`substr("${alias}"."${link}", 1, 3) = '${target.keyPrefix}'`);
            } else {
                parts.push(
                    `"${alias}"."${link}" IN (SELECT "${targetAlias}"."Id" FROM "${target.name}" "${targetAlias}" WHERE ${inner.sql})`
                );
                params.push(...inner.params);
            }
        }
    }
    return { sql: parts.map((part) => `(${part})`).join(' OR '), params };
}

// Set-up objects, metadata and public models need no share.
function isOpen(def: ObjectDef, level: RecordAccessLevel): boolean {
    if (def.isSetupObject || (def.kind !== 'standard' && def.kind !== 'custom')) {
        return true;
    }
    switch (def.sharingModel) {
        case 'FullAccess':
            return true;
        case 'ReadWrite':
        case 'ReadWriteTransfer':
            return level !== 'delete';
        case 'Read':
            return level === 'read';
        default:
            return false;
    }
}

function masterField(tx: Transaction, def: ObjectDef): FieldDef | null {
    const masters = [...def.fields.values()].filter((field) => field.isMasterDetail === true);
    const primary = masters.find((field) => (field.masterDetailOrder ?? 0) === 0) ?? masters[0];
    if (primary !== undefined) {
        return primary;
    }
    const named = def.sharingModel === 'ControlledByParent' ? parentFields[def.name.toLowerCase()] : undefined;
    return named === undefined ? null : (tx.schema.field(def, named) ?? null);
}

// Changing or deleting a detail takes edit access to its master.
function viaMaster(
    tx: Transaction,
    def: ObjectDef,
    link: FieldDef,
    alias: string,
    level: RecordAccessLevel,
    depth: number
): SharingPredicate | null {
    const master = tx.schema.object(link.referenceTo?.[0] ?? '');
    if (master === undefined) {
        return null;
    }
    const masterAlias = `m${depth}`;
    const inner = predicate(tx, master, masterAlias, level === 'read' ? 'read' : 'edit', depth + 1);
    if (inner === null) {
        return null;
    }
    const sql = `EXISTS (SELECT 1 FROM "${master.name}" "${masterAlias}" WHERE "${masterAlias}"."Id" = "${alias}"."${link.name}" AND (${inner.sql}))`;
    if (link.isMasterDetail === true || !def.fields.has('ownerid')) {
        return { sql, params: inner.params };
    }
    // A child of a standard parent may stand alone; then, and only then, its owner decides.
    const own = viaOwnerAndShares(tx, def, alias, level);
    return {
        sql: `${sql} OR ("${alias}"."${link.name}" IS NULL AND (${own.sql}))`,
        params: [...inner.params, ...own.params]
    };
}

function viaOwnerAndShares(tx: Transaction, def: ObjectDef, alias: string, level: RecordAccessLevel): SharingPredicate {
    const principals = JSON.stringify(principalsOf(tx).all);
    const owned = `"${alias}"."OwnerId" IN (SELECT value FROM json_each(?))`;
    const share = shareTable(tx.schema, def);
    if (share === null) {
        return { sql: owned, params: [principals] };
    }
    const levels = level === 'read' ? "'Read', 'Edit', 'All'" : level === 'edit' ? "'Edit', 'All'" : "'All'";
    const viaAccount = viaAccountShare(tx, def, alias, levels);
    const shared =
        `"${alias}"."Id" IN (SELECT s."${share.parent}" FROM "${share.def.name}" s ` +
        `WHERE s."UserOrGroupId" IN (SELECT value FROM json_each(?)) AND s."${share.level}" IN (${levels}))`;
    return viaAccount === null
        ? { sql: `${owned} OR ${shared}`, params: [principals, principals] }
        : { sql: `${owned} OR ${shared} OR ${viaAccount}`, params: [principals, principals, principals] };
}

/** A share of an account says what it gives on the account's opportunities, cases and contacts. */
function viaAccountShare(tx: Transaction, def: ObjectDef, alias: string, levels: string): string | null {
    const column = tx.schema.object('AccountShare')?.fields.get(`${def.name.toLowerCase()}accesslevel`);
    if (column === undefined || !def.fields.has('accountid')) {
        return null;
    }
    return (
        `"${alias}"."AccountId" IN (SELECT a."AccountId" FROM "AccountShare" a ` +
        `WHERE a."UserOrGroupId" IN (SELECT value FROM json_each(?)) AND a."${column.name}" IN (${levels}))`
    );
}

function principalsOf(tx: Transaction): Principals {
    const cache = principalsByUser(tx);
    let principals = cache.get(tx.user.id);
    if (principals === undefined) {
        const people = [tx.user.id, ...subordinates(tx)];
        principals = { people, all: [...people, ...groupsOf(tx, people)] };
        cache.set(tx.user.id, principals);
    }
    return principals;
}

/** Users in roles below the running user's role; colleagues in the same role see nothing of each other. */
function subordinates(tx: Transaction): string[] {
    const users = tx.schema.object('User');
    if (users === undefined || tx.user.roleId === null) {
        return [];
    }
    const found: string[] = [];
    for (const roleId of rolesBelow(tx, tx.user.roleId)) {
        found.push(...rowsWhere(tx.store, users, { UserRoleId: roleId }).map((row) => row.id!));
    }
    return found;
}

function rolesBelow(tx: Transaction, roleId: string): string[] {
    const roles = tx.schema.object('UserRole');
    const found: string[] = [];
    const open = [roleId];
    while (roles !== undefined && open.length > 0) {
        const children = rowsWhere(tx.store, roles, { ParentRoleId: open.pop()! }).map((row) => row.id!);
        const fresh = children.filter((id) => !found.includes(id) && id !== roleId);
        found.push(...fresh);
        open.push(...fresh);
    }
    return found;
}

/** Groups and queues with one of the people: direct members, groups in groups, groups of roles. */
function groupsOf(tx: Transaction, people: readonly string[]): string[] {
    const groups = tx.schema.object('Group');
    const members = tx.schema.object('GroupMember');
    if (groups === undefined || members === undefined) {
        return [];
    }
    const found = new Set(roleGroups(tx, groups, people));
    const open = [...people, ...found];
    while (open.length > 0) {
        for (const membership of rowsWhere(tx.store, members, { UserOrGroupId: open.pop()! })) {
            const groupId = String(membership.fields.get('GroupId'));
            if (!found.has(groupId)) {
                found.add(groupId);
                open.push(groupId);
            }
        }
    }
    return [...found];
}

function roleGroups(tx: Transaction, groups: ObjectDef, people: readonly string[]): string[] {
    const users = tx.schema.object('User')!;
    const roleIds = new Set(
        [...tx.store.rows(users, people).values()].map((row: SObject) => row.fields.get('UserRoleId') ?? null)
    );
    const found: string[] = [];
    for (const group of rowsWhere(tx.store, groups, {})) {
        const type = group.fields.get('Type');
        const related = group.fields.get('RelatedId') ?? null;
        const isOfRole = type === 'Role' && related !== null && roleIds.has(related);
        // The running user is in the group of a role above when it takes in subordinates.
        const isBelow =
            type === 'RoleAndSubordinates' &&
            related !== null &&
            (roleIds.has(related) || isAbove(tx, String(related), tx.user.roleId));
        if (isOfRole || isBelow || type === 'Organization') {
            found.push(group.id!);
        }
    }
    return found;
}

function isAbove(tx: Transaction, upper: string, lower: string | null): boolean {
    const roles = tx.schema.object('UserRole');
    for (let role = lower; role !== null && roles !== undefined;) {
        const parent: string | null = tx.store.row(roles, role)?.fields.get('ParentRoleId') ?? null;
        if (parent === upper) {
            return true;
        }
        role = parent;
    }
    return false;
}
