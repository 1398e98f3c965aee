import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexException } from '../../values/exceptions.ts';
import { convertLeads, mergeRecords } from '../save.ts';
import type { DmlOptions, LeadConversion } from '../save.ts';
import { customField, customObject, TestOrg } from './testOrg.ts';

const all: DmlOptions = { allOrNone: true, access: { mode: 'system', withSharing: false } };
const child = customObject('Child__c', 'a00', [
    customField('Lead__c', 'reference', {
        referenceTo: ['Lead'],
        relationshipName: 'Lead__r',
        childRelationshipName: 'Children__r',
        deleteConstraint: 'SetNull'
    })
]);

function org(): { world: TestOrg; order: string[] } {
    const world = new TestOrg({ objects: [child] });
    const order: string[] = [];
    for (const object of ['Account', 'Contact', 'Opportunity', 'Lead', 'Task', 'Child__c']) {
        world.trigger(
            `${object}Trigger`,
            object,
            ['after insert', 'after update', 'before delete', 'after delete'],
            (frame) => {
                order.push(`${object} ${frame.moment} ${frame.size}`);
            }
        );
    }
    return { world, order };
}

function lead(world: TestOrg, key: string, more: Record<string, unknown> = {}): string {
    return world.row(key, 'Lead', {
        LastName: key,
        FirstName: 'F',
        Company: 'Acme',
        Status: 'Open - Not Contacted',
        OwnerId: world.id('admin'),
        IsConverted: false,
        ...more
    });
}

const conversion: LeadConversion = {
    leadId: null,
    convertedStatus: 'Closed - Converted',
    accountId: null,
    contactId: null,
    opportunityId: null,
    opportunityName: null,
    ownerId: null,
    doNotCreateOpportunity: false,
    overwriteLeadSource: false
};

test('a conversion creates account, contact and opportunity, and changes the lead last', () => {
    const { world, order } = org();
    const id = lead(world, 'l');
    const [result] = convertLeads(world.as('admin'), [{ ...conversion, leadId: id }], all);
    assert.equal(result!.success, true);
    const stored = world.stored('Lead', id)!;
    assert.equal(stored.get('IsConverted'), true);
    assert.equal(stored.get('Status'), 'Closed - Converted');
    assert.equal(stored.get('ConvertedAccountId'), result!.accountId);
    assert.equal(world.stored('Account', result!.accountId)!.get('Name'), 'Acme');
    assert.equal(world.stored('Contact', result!.contactId)!.get('LastName'), 'l');
    assert.equal(world.stored('Opportunity', result!.opportunityId)!.get('CloseDate').toIso(), '2026-03-31');
    assert.deepEqual(order, [
        'Account after insert 1',
        'Contact after insert 1',
        'Opportunity after insert 1',
        'Lead after update 1'
    ]);
});

test('activities and campaign members move, custom children stay', () => {
    const { world, order } = org();
    const id = lead(world, 'l');
    world.row('task', 'Task', { Subject: 'Call', WhoId: id, OwnerId: world.id('admin') });
    world.row('campaign', 'Campaign', { Name: 'C', OwnerId: world.id('admin') });
    world.row('member', 'CampaignMember', { CampaignId: world.id('campaign'), LeadId: id });
    world.row('child', 'Child__c', { Name: 'C', Lead__c: id, OwnerId: world.id('admin') });
    const [result] = convertLeads(
        world.as('admin'),
        [{ ...conversion, leadId: id, doNotCreateOpportunity: true }],
        all
    );
    assert.equal(result!.opportunityId, null);
    assert.equal(world.stored('Task', world.id('task'))!.get('WhoId'), result!.contactId);
    assert.equal(world.stored('CampaignMember', world.id('member'))!.get('ContactId'), result!.contactId);
    assert.equal(world.stored('Child__c', world.id('child'))!.get('Lead__c'), id);
    assert.ok(!order.some((entry) => entry.startsWith('Task')));
});

test('a conversion into existing records makes no new ones', () => {
    const { world } = org();
    const id = lead(world, 'l');
    const accountId = world.row('account', 'Account', { Name: 'A', OwnerId: world.id('admin') });
    const contactId = world.row('contact', 'Contact', {
        LastName: 'C',
        AccountId: accountId,
        OwnerId: world.id('admin')
    });
    const [result] = convertLeads(
        world.as('admin'),
        [{ ...conversion, leadId: id, accountId, contactId, doNotCreateOpportunity: true }],
        all
    );
    assert.equal(result!.accountId, accountId);
    assert.equal(result!.contactId, contactId);
});

const refusals: readonly (readonly [string, (world: TestOrg) => LeadConversion, RegExp])[] = [
    [
        'a status that is not a converted one',
        (world) => ({ ...conversion, leadId: lead(world, 'l'), convertedStatus: 'Open - Not Contacted' }),
        /INVALID_STATUS/
    ],
    [
        'a converted lead',
        (world) => ({ ...conversion, leadId: lead(world, 'l', { IsConverted: true }) }),
        /CANNOT_UPDATE_CONVERTED_LEAD/
    ],
    ['no such lead', () => ({ ...conversion, leadId: '00Q000000000999EAA' }), /invalid cross reference id/],
    [
        'a lead of a queue without a new owner',
        (world) => ({
            ...conversion,
            leadId: lead(world, 'l', { OwnerId: world.row('q', 'Group', { Name: 'Q', Type: 'Queue' }) })
        }),
        /Converted objects can only be owned by users/
    ]
];

for (const [name, request, message] of refusals) {
    test(`a conversion refuses ${name}`, () => {
        const { world } = org();
        const wanted = request(world);
        assert.throws(
            () => convertLeads(world.as('admin'), [wanted], all),
            (problem) => problem instanceof ApexException && message.test(problem.message!)
        );
        const [result] = convertLeads(world.as('admin'), [wanted], { ...all, allOrNone: false });
        assert.equal(result!.success, false);
    });
}

test('a merge moves children without their triggers, deletes the losers and updates the winner', () => {
    const { world, order } = org();
    const winner = lead(world, 'winner');
    const loser = lead(world, 'loser');
    world.row('child', 'Child__c', { Name: 'C', Lead__c: loser, OwnerId: world.id('admin') });
    let masterRecordId: unknown = null;
    world.trigger('M', 'Lead', ['after delete'], (frame) => {
        masterRecordId = frame.oldRecords![0]!.get('MasterRecordId');
    });
    const outcome = mergeRecords(
        world.as('admin'),
        world.record('Lead', { Id: winner, Title: 'Chief' }),
        [world.record('Lead', { Id: loser })],
        all
    );
    assert.deepEqual(outcome.mergedIds, [loser]);
    assert.equal(world.stored('Lead', loser), null);
    assert.equal(world.stored('Lead', winner)!.get('Title'), 'Chief');
    assert.equal(world.stored('Child__c', world.id('child'))!.get('Lead__c'), winner);
    assert.equal(masterRecordId, winner);
    assert.deepEqual(order, ['Lead before delete 1', 'Lead after delete 1', 'Lead after update 1']);
});

test('a merge with a record that is not there, or not saved yet, is refused', () => {
    const { world } = org();
    const winner = world.record('Lead', { Id: lead(world, 'winner') });
    const gone = world.record('Lead', { Id: '00Q000000000999AAA' });
    for (const loser of [gone, world.record('Lead', {})]) {
        assert.throws(
            () => mergeRecords(world.as('admin'), winner, [loser], all),
            (problem) => problem instanceof ApexException && /invalid cross reference id/.test(problem.message!)
        );
    }
    assert.throws(() => mergeRecords(world.as('admin'), winner, [winner], all), /cannot be merged with itself/);
});

test('a merge of more than two losers is refused', () => {
    const { world } = org();
    const [winner, ...losers] = ['a', 'b', 'c', 'd'].map((key) => world.record('Lead', { Id: lead(world, key) }));
    assert.throws(() => mergeRecords(world.as('admin'), winner!, losers, all), ApexException);
});
