/** Rules that the platform has for single standard objects and for owners. */
import type { Transaction } from '../runtime/transaction.ts';
import type { SObject } from '../values/sobject.ts';
import { rowsWhere } from '../store/select.ts';
import { alive, fail } from './types.ts';
import type { SaveChunk, SaveRow } from './types.ts';

/** A new owner must be an active user, or a queue that takes records of the object. */
export function checkOwners(tx: Transaction, chunk: SaveChunk): void {
    if (!chunk.def.fields.has('ownerid')) {
        return;
    }
    for (const row of alive(chunk.rows)) {
        const owner: string | null = row.record.fields.get('OwnerId') ?? null;
        if (owner !== null && owner !== row.old?.fields.get('OwnerId')) {
            checkOwner(tx, chunk, row, owner);
        }
    }
}

function checkOwner(tx: Transaction, chunk: SaveChunk, row: SaveRow, owner: string): void {
    const user = owner.startsWith('005') ? tx.store.row(tx.schema.object('User')!, owner) : null;
    if (user && user.fields.get('IsActive') === false) {
        const message = `operation performed with inactive user [${owner.slice(0, 15)}] as owner of ${chunk.def.name.toLowerCase()}`;
        fail(row, 'INACTIVE_OWNER_OR_USER', message, []);
    }
    const queueObjects = tx.schema.object('QueueSobject');
    if (owner.startsWith('00G') && queueObjects !== undefined) {
        const supported = rowsWhere(tx.store, queueObjects, { QueueId: owner });
        if (
            !supported.some(
                (each) => String(each.fields.get('SobjectType')).toLowerCase() === chunk.def.name.toLowerCase()
            )
        ) {
            fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'Queue not associated with this SObject type', ['OwnerId']);
        }
    }
}

/** Duplicates and defaults that only some standard objects know. */
export function checkSpecialObjects(tx: Transaction, chunk: SaveChunk): void {
    if (chunk.operation !== 'insert') {
        return;
    }
    for (const row of alive(chunk.rows)) {
        if (chunk.def.kind === 'customSettingHierarchy') {
            checkOneSettingPerOwner(tx, row);
        }
        switch (chunk.def.name) {
            case 'PermissionSetAssignment':
                checkUniquePair(
                    tx,
                    row,
                    'AssigneeId',
                    'PermissionSetId',
                    'Duplicate PermissionSetAssignment. Assignee: '
                );
                break;
            case 'CampaignMember':
                checkCampaignMember(tx, row);
                break;
            default:
                break;
        }
    }
}

function checkOneSettingPerOwner(tx: Transaction, row: SaveRow): void {
    const owner = row.record.fields.get('SetupOwnerId') ?? null;
    const [other] = owner === null ? [] : rowsWhere(tx.store, row.record.def, { SetupOwnerId: owner });
    if (other !== undefined) {
        const message = `duplicate value found: SetupOwnerId duplicates value on record with id: ${other.id!.slice(0, 15)}`;
        fail(row, 'DUPLICATE_VALUE', message);
    }
}

function checkUniquePair(tx: Transaction, row: SaveRow, first: string, second: string, message: string): void {
    const value = row.record.fields.get(first) ?? null;
    const other = row.record.fields.get(second) ?? null;
    if (value === null || other === null) {
        return;
    }
    const rows: SObject[] = rowsWhere(tx.store, row.record.def, { [first]: value, [second]: other });
    if (rows.length > 0) {
        fail(row, 'DUPLICATE_VALUE', `${message}${value}; Permission Set: ${other}`, [first, second]);
    }
}

function checkCampaignMember(tx: Transaction, row: SaveRow): void {
    const lead = row.record.fields.get('LeadId') ?? null;
    const contact = row.record.fields.get('ContactId') ?? null;
    if (lead === null && contact === null) {
        fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LeadId or ContactId]', ['LeadId']);
        return;
    }
    const where = lead === null ? { ContactId: contact } : { LeadId: lead };
    const campaign = row.record.fields.get('CampaignId') ?? null;
    if (campaign !== null && rowsWhere(tx.store, row.record.def, { ...where, CampaignId: campaign }).length > 0) {
        fail(row, 'DUPLICATE_VALUE', `Already a campaign member.`, []);
    }
}
