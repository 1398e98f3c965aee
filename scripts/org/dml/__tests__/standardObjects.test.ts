/** What saving does to some standard objects by itself: stages, days and links that nobody writes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate } from '../../values/temporal.ts';
import { insertRecords, updateRecords } from '../save.ts';
import type { DmlOptions } from '../save.ts';
import { TestOrg } from './testOrg.ts';

const all: DmlOptions = { allOrNone: true, access: { mode: 'system', withSharing: false } };

function org(): TestOrg {
    return new TestOrg({ objects: [] });
}

test('a task notes when it was completed, and forgets it when it is opened again', () => {
    const world = org();
    const record = world.record('Task', { Subject: 'Call', Status: 'Completed' });
    insertRecords(world.as('admin'), [record], all);
    const completedAt = (): string => String(world.stored('Task', record.id)!.get('CompletedDateTime') ?? 'open');
    const first = completedAt();
    world.now += 60_000;

    updateRecords(world.as('admin'), [world.record('Task', { Id: record.id, Subject: 'Long call' })], all);
    assert.notEqual(first, 'open');
    assert.equal(completedAt(), first);

    updateRecords(world.as('admin'), [world.record('Task', { Id: record.id, Status: 'In Progress' })], all);
    assert.equal(completedAt(), 'open');
});

test('an opportunity notes when its stage last changed', () => {
    const world = org();
    const record = world.record('Opportunity', {
        Name: 'A',
        StageName: 'Prospecting',
        CloseDate: ApexDate.of(2026, 3, 31)
    });
    insertRecords(world.as('admin'), [record], all);
    const changedAt = (): string =>
        String(world.stored('Opportunity', record.id)!.get('LastStageChangeDate') ?? 'never');
    assert.equal(changedAt(), 'never');

    updateRecords(world.as('admin'), [world.record('Opportunity', { Id: record.id, StageName: 'Closed Won' })], all);
    const first = changedAt();
    world.now += 60_000;
    updateRecords(world.as('admin'), [world.record('Opportunity', { Id: record.id, Name: 'B' })], all);

    assert.notEqual(first, 'never');
    assert.equal(changedAt(), first);
});

test('an activity belongs to the account of what it is about, or else of the contact it is with', () => {
    const world = org();
    const tx = world.as('admin');
    const [hospital, clinic] = [world.record('Account', { Name: 'A' }), world.record('Account', { Name: 'B' })];
    insertRecords(tx, [hospital, clinic], all);
    const person = world.record('Contact', { LastName: 'C', AccountId: clinic.id });
    insertRecords(tx, [person], all);
    const accountOf = (fields: Record<string, string | null>): unknown => {
        const task = world.record('Task', { Subject: 'Call', ...fields });
        insertRecords(tx, [task], all);
        return world.stored('Task', task.id)!.get('AccountId') ?? null;
    };

    assert.equal(accountOf({ WhoId: person.id }), clinic.id);
    assert.equal(accountOf({ WhoId: person.id, WhatId: hospital.id }), hospital.id);
    assert.equal(accountOf({}), null);
});

test('a campaign member keeps the day of the first response', () => {
    const world = org();
    const tx = world.as('admin');
    const campaign = world.record('Campaign', { Name: 'Congress' });
    const person = world.record('Contact', { LastName: 'C' });
    insertRecords(tx, [campaign], all);
    insertRecords(tx, [person], all);
    const member = world.record('CampaignMember', { CampaignId: campaign.id, ContactId: person.id, Status: 'Sent' });
    insertRecords(tx, [member], all);
    const firstResponse = (): number | undefined =>
        (world.stored('CampaignMember', member.id)!.get('FirstRespondedDate') as ApexDate | null)?.epochDay;
    assert.equal(firstResponse(), undefined);

    updateRecords(tx, [world.record('CampaignMember', { Id: member.id, Status: 'Responded' })], all);
    const first = firstResponse();
    assert.equal(first, Math.floor(world.now / 86_400_000));

    world.now += 3 * 86_400_000;
    updateRecords(tx, [world.record('CampaignMember', { Id: member.id, Status: 'Responded' })], all);
    assert.equal(firstResponse(), first);
});

test('a file version brings its document and the link to the record it was published to', () => {
    const world = org();
    const record = world.record('Account', { Name: 'A' });
    insertRecords(world.as('admin'), [record], all);
    const version = world.record('ContentVersion', {
        Title: 'T',
        PathOnClient: 'T.docx',
        FirstPublishLocationId: record.id
    });
    insertRecords(world.as('admin'), [version], all);
    const stored = world.stored('ContentVersion', version.id)!;
    const document = world.stored('ContentDocument', stored.get('ContentDocumentId'))!;
    assert.equal(document.get('FileType'), 'WORD_X');
    assert.equal(document.get('LatestPublishedVersionId'), version.id);
    const links = world.store.selectRows(world.object('ContentDocumentLink'), '1 ORDER BY "Id"', []);
    assert.deepEqual(
        links.map((link) => link.get('LinkedEntityId')),
        [world.id('admin'), record.id]
    );
});

// Object Reference, Opportunity (IsClosed, IsWon, ForecastCategory, Probability): they follow from the stage.
test('an opportunity is closed and won as its stage says, and open again with another stage', () => {
    const world = org();
    world.row('won', 'OpportunityStage', {
        ApiName: 'Closed Won',
        MasterLabel: 'Closed Won',
        IsActive: true,
        IsClosed: true,
        IsWon: true
    });
    world.row('lost', 'OpportunityStage', {
        ApiName: 'Closed Lost',
        MasterLabel: 'Closed Lost',
        IsActive: true,
        IsClosed: true,
        IsWon: false
    });
    world.row('open', 'OpportunityStage', {
        ApiName: 'Prospecting',
        MasterLabel: 'Prospecting',
        IsActive: true,
        IsClosed: false,
        IsWon: false
    });
    const given = { Name: 'A', StageName: 'Closed Won', CloseDate: ApexDate.of(2026, 3, 31) };
    const record = world.record('Opportunity', given);
    insertRecords(world.as('admin'), [record], all);
    const flags = (): unknown[] => {
        const stored = world.stored('Opportunity', record.id);
        return [stored!.get('IsClosed'), stored!.get('IsWon')];
    };
    assert.deepEqual(flags(), [true, true]);
    for (const [stage, expected] of [
        ['Closed Lost', [true, false]],
        ['Prospecting', [false, false]],
        ['Closed Won', [true, true]]
    ] as const) {
        updateRecords(world.as('admin'), [world.record('Opportunity', { Id: record.id, StageName: stage })], all);
        assert.deepEqual(flags(), expected, stage);
    }
});
