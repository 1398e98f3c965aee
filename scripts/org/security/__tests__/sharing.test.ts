import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customField, customObject, TestOrg } from '../../dml/__tests__/testOrg.ts';
import { deleteRecords, insertRecords, updateRecords } from '../../dml/save.ts';
import type { DmlOptions } from '../../dml/save.ts';
import { grant } from '../../schema/__tests__/smallModel.ts';
import type { ObjectDef, ObjectPermission, SharingModel } from '../../schema/model.ts';
import { ApexException } from '../../values/exceptions.ts';
import { recordAccess, sharingPredicate } from '../sharing.ts';
import type { RecordAccessLevel } from '../sharing.ts';

const all: ObjectPermission = { read: true, create: true, edit: true, delete: true, viewAll: false, modifyAll: false };
const full = grant('Full', {
    objects: new Map([
        ['thing__c', all],
        ['part__c', all]
    ]),
    fields: new Map([['thing__c.text__c', { read: true, edit: true }]])
});
const seesAll = grant('Sees_all', { objects: new Map([['thing__c', { ...all, viewAll: true }]]) });

function org(model: SharingModel = 'Private'): TestOrg {
    const thing = customObject(
        'Thing__c',
        'a00',
        [customField('Text__c', 'string', { length: 20 }), customField('Locked__c', 'string', { length: 20 })],
        {
            sharingModel: model
        }
    );
    const part = customObject('Part__c', 'a01', [
        customField('Thing__c', 'reference', {
            referenceTo: ['Thing__c'],
            relationshipName: 'Thing__r',
            childRelationshipName: 'Parts__r',
            isMasterDetail: true,
            isRequired: true
        })
    ]);
    const world = new TestOrg({ objects: [thing, part], permissionSets: [full, seesAll] });
    for (const alias of ['boss', 'manager', 'rep', 'other']) {
        world.grant(alias, 'Full');
    }
    world.row('thing', 'Thing__c', { Name: 'T', OwnerId: world.id('rep') });
    world.row('part', 'Part__c', { Name: 'P', Thing__c: world.id('thing') });
    return world;
}

function access(world: TestOrg, alias: string, key: string): string {
    const tx = world.as(alias);
    const def = world.object(key === 'part' ? 'Part__c' : 'Thing__c');
    const levels: RecordAccessLevel[] = ['read', 'edit', 'delete'];
    return levels.filter((level) => recordAccess(tx, def, world.id(key), level)).join(' ');
}

const cases: readonly (readonly [SharingModel, string, string])[] = [
    ['Private', 'rep', 'read edit delete'],
    ['Private', 'manager', 'read edit delete'],
    ['Private', 'boss', 'read edit delete'],
    ['Private', 'other', ''],
    ['Private', 'admin', 'read edit delete'],
    ['Read', 'other', 'read'],
    ['ReadWrite', 'other', 'read edit']
];

for (const [model, alias, expected] of cases) {
    test(`default ${model}: ${alias} may ${expected === '' ? 'nothing' : expected} a record of a rep`, () => {
        assert.equal(access(org(model), alias, 'thing'), expected);
    });
}

test('a detail follows its master', () => {
    const world = org();
    assert.equal(access(world, 'rep', 'part'), 'read edit delete');
    assert.equal(access(world, 'other', 'part'), '');
});

test('members of a queue, and people above them, work with the records of the queue', () => {
    const world = org();
    world.row('queue', 'Group', { Name: 'Q', Type: 'Queue' });
    world.row('member', 'GroupMember', { GroupId: world.id('queue'), UserOrGroupId: world.id('rep') });
    world.row('queued', 'Thing__c', { Name: 'Q', OwnerId: world.id('queue') });
    assert.equal(access(world, 'rep', 'queued'), 'read edit delete');
    assert.equal(access(world, 'manager', 'queued'), 'read edit delete');
    assert.equal(access(world, 'other', 'queued'), '');
});

test('a share row gives its level to the members of a group in a group', () => {
    const world = org();
    world.row('inner', 'Group', { Name: 'I', Type: 'Regular' });
    world.row('outer', 'Group', { Name: 'O', Type: 'Regular' });
    world.row('inner in outer', 'GroupMember', { GroupId: world.id('outer'), UserOrGroupId: world.id('inner') });
    world.row('other in inner', 'GroupMember', { GroupId: world.id('inner'), UserOrGroupId: world.id('other') });
    const share = { ParentId: world.id('thing'), UserOrGroupId: world.id('outer'), RowCause: 'Manual' };
    world.row('share', 'Thing__Share', { ...share, AccessLevel: 'Read' });
    assert.equal(access(world, 'other', 'thing'), 'read');
    world.row('share 2', 'Thing__Share', { ...share, AccessLevel: 'Edit' });
    assert.equal(access(world, 'other', 'thing'), 'read edit');
});

test('view all sees every record and edits none of others', () => {
    const world = org();
    world.grant('other', 'Sees_all');
    assert.equal(access(world, 'other', 'thing'), 'read');
    assert.equal(sharingPredicate(world.as('other'), world.object('Thing__c')), null);
});

test('manual shares go when the owner changes', () => {
    const world = org();
    world.row('share', 'Thing__Share', {
        ParentId: world.id('thing'),
        UserOrGroupId: world.id('other'),
        AccessLevel: 'Edit',
        RowCause: 'Manual'
    });
    const change = world.record('Thing__c', { Id: world.id('thing'), OwnerId: world.id('manager') });
    updateRecords(world.as('admin'), [change], { allOrNone: true, access: { mode: 'system', withSharing: false } });
    assert.equal(world.stored('Thing__Share', world.id('share')), null);
});

const asUser: DmlOptions = { allOrNone: true, access: { mode: 'user', withSharing: true } };
const withSharing: DmlOptions = { allOrNone: true, access: { mode: 'system', withSharing: true } };
const withoutSharing: DmlOptions = { allOrNone: true, access: { mode: 'system', withSharing: false } };

function outcome(work: () => unknown): string {
    try {
        work();
        return 'saved';
    } catch (problem) {
        assert.ok(problem instanceof ApexException, String(problem));
        return `${problem.typeName}: ${problem.message}`;
    }
}

test('user mode and with sharing refuse changes of records that are not shared; system without sharing does not', () => {
    const world = org();
    const change = () => world.record('Thing__c', { Id: world.id('thing'), Text__c: 'x' });
    for (const options of [asUser, withSharing]) {
        assert.match(
            outcome(() => updateRecords(world.as('other'), [change()], options)),
            /INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id: \[\]$/
        );
        assert.match(
            outcome(() => deleteRecords(world.as('other'), [change()], options)),
            /INSUFFICIENT_ACCESS_OR_READONLY/
        );
    }
    assert.equal(
        outcome(() => updateRecords(world.as('other'), [change()], withoutSharing)),
        'saved'
    );
});

test('user mode names the fields that the user may not write', () => {
    const world = org();
    const record = world.record('Thing__c', { Name: 'N', Locked__c: 'x' });
    try {
        insertRecords(world.as('rep'), [record], asUser);
        assert.fail('nothing was thrown');
    } catch (problem) {
        assert.ok(problem instanceof ApexException);
        assert.equal(
            problem.message,
            'Operation failed due to fields being inaccessible on Sobject Thing__c, check errors on Exception or Result!'
        );
        assert.deepEqual(problem.dmlErrors[0]!.fields, ['Locked__c']);
    }
});

test('user mode refuses an object without permission', () => {
    const world = org();
    const record = world.record('Account', { Name: 'A' });
    assert.equal(
        outcome(() => insertRecords(world.as('rep'), [record], asUser)),
        "System.SecurityException: Access to entity 'Account' denied"
    );
});

test('values that a before trigger sets are not checked against the user', () => {
    const world = org();
    world.trigger('B', 'Thing__c', ['before insert'], (frame) =>
        frame.newRecords!.forEach((each) => each.put('Locked__c', 'set'))
    );
    const record = world.record('Thing__c', { Name: 'N' });
    assert.equal(
        outcome(() => insertRecords(world.as('rep'), [record], asUser)),
        'saved'
    );
    assert.equal(world.stored('Thing__c', record.id)!.get('Locked__c'), 'set');
});

test('a detail needs edit access to its master', () => {
    const world = org();
    const detail = () => world.record('Part__c', { Name: 'P', Thing__c: world.id('thing') });
    assert.match(
        outcome(() => insertRecords(world.as('other'), [detail()], asUser)),
        /INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY/
    );
    assert.equal(
        outcome(() => insertRecords(world.as('rep'), [detail()], asUser)),
        'saved'
    );
});

test('a task is read by whoever reads the record it is about, and edited by its owner only', () => {
    const world = org();
    const lead = world.row('lead', 'Lead', { LastName: 'L', Company: 'C', OwnerId: world.id('rep') });
    world.row('task', 'Task', { Subject: 'Call', WhoId: lead, OwnerId: world.id('admin') });
    const task = world.object('Task');
    assert.equal(recordAccess(world.as('other'), task, world.id('task'), 'read'), false);
    world.user('seller', 'Standard User', 'Rep role');
    assert.equal(recordAccess(world.as('seller'), task, world.id('task'), 'read'), true);
    assert.equal(recordAccess(world.as('seller'), task, world.id('task'), 'edit'), false);
});

// Object Reference, Group (Type, RelatedId): every role has a group of its own and one with the roles below.
const groupCases: readonly (readonly [type: string, role: string | null, alias: string, expected: string])[] = [
    ['Role', 'Rep role', 'other', 'read'],
    ['Role', 'Boss role', 'other', ''],
    ['RoleAndSubordinates', 'Rep role', 'other', 'read'],
    ['RoleAndSubordinates', 'Manager role', 'other', 'read'],
    ['RoleAndSubordinates', 'Boss role', 'other', 'read'],
    ['Organization', null, 'other', 'read'],
    ['Regular', 'Rep role', 'other', ''],
    ['RoleAndSubordinates', null, 'other', '']
];

for (const [type, role, alias, expected] of groupCases) {
    test(`a share to a ${type} group of ${role ?? 'nobody'} gives ${alias} ${expected || 'nothing'}`, () => {
        const world = org();
        world.row('group', 'Group', { Name: 'G', Type: type, RelatedId: role === null ? null : world.id(role) });
        const share = { ParentId: world.id('thing'), UserOrGroupId: world.id('group'), RowCause: 'Manual' };
        world.row('share', 'Thing__Share', { ...share, AccessLevel: 'Read' });
        assert.equal(access(world, alias, 'thing'), expected);
    });
}

// Help page "Organization-Wide Sharing Defaults": Controlled by Parent.
test('contacts and members of campaigns follow their parents, wherever these say so', () => {
    const change = (object: ObjectDef): ObjectDef => {
        if (object.name === 'Account' || object.name === 'Campaign') return { ...object, sharingModel: 'Private' };
        const follows = object.name === 'Contact' || object.name === 'CampaignMember';
        return follows ? { ...object, sharingModel: 'ControlledByParent' } : object;
    };
    const world = new TestOrg({ change });
    for (const alias of ['seller', 'colleague']) world.user(alias, 'Standard User', 'Rep role');
    const owned = { OwnerId: world.id('seller') };
    world.row('account', 'Account', { Name: 'A', ...owned });
    world.row('campaign', 'Campaign', { Name: 'C', ...owned });
    world.row('contact', 'Contact', { LastName: 'C', AccountId: world.id('account'), OwnerId: world.id('colleague') });
    world.row('member', 'CampaignMember', { CampaignId: world.id('campaign'), ContactId: world.id('contact') });
    const levels = (alias: string, object: string, key: string): string =>
        (['read', 'edit', 'delete'] as const)
            .filter((level) => recordAccess(world.as(alias), world.object(object), world.id(key), level))
            .join(' ');
    assert.equal(levels('seller', 'Contact', 'contact'), 'read edit delete');
    assert.equal(levels('colleague', 'Contact', 'contact'), '');
    assert.equal(levels('seller', 'CampaignMember', 'member'), 'read edit delete');
    assert.equal(levels('colleague', 'CampaignMember', 'member'), '');
    const share = { AccountId: world.id('account'), UserOrGroupId: world.id('colleague'), RowCause: 'Manual' };
    world.row('share', 'AccountShare', { ...share, AccountAccessLevel: 'Read' });
    assert.equal(levels('colleague', 'Contact', 'contact'), 'read');
    world.row('alone', 'Contact', { LastName: 'A', OwnerId: world.id('colleague') });
    assert.equal(levels('colleague', 'Contact', 'alone'), 'read edit delete');
    assert.equal(levels('seller', 'Contact', 'alone'), '');
});
