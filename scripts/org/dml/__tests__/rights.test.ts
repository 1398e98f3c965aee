import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexException } from '../../values/exceptions.ts';
import { SObject } from '../../values/sobject.ts';
import { Decimal } from '../../values/decimal.ts';
import { insertRecords, upsertRecords } from '../save.ts';
import type { DmlOptions } from '../save.ts';
import { customField, customObject, TestOrg } from './testOrg.ts';

const asSystem: DmlOptions = { allOrNone: true, access: { mode: 'system', withSharing: false } };
const asUser: DmlOptions = { allOrNone: true, access: { mode: 'user', withSharing: true } };
const happened = customObject('Happened__e', 'e00', [], { kind: 'platformEvent' });
const world = new TestOrg({ objects: [customObject('Deal__c', 'a00', [customField('Free__c', 'double')]), happened] });

// ADG apex_classes_enforce_usermode.htm: only user mode asks for the user's rights.
test('system mode asks for no right on the object, user mode does; a number without a precision may be any', () => {
    const make = () => world.record('Deal__c', { Free__c: Decimal.of('123456789012.5') });
    const [made] = insertRecords(world.as('rep'), [make()], asSystem);
    assert.equal(world.stored('Deal__c', made!.id)!.get('Free__c').toText(), '123456789012.5');
    assert.throws(() => insertRecords(world.as('rep'), [make()], asUser), /Access to entity 'Deal__c' denied/);
});

// ADG apex_dml_non_dml.htm: sObjects that do not support DML operations.
test('objects that take no DML take none from anybody, except from the org itself', () => {
    const event = new SObject(happened);
    for (const options of [asSystem, asUser]) {
        assert.throws(
            () => insertRecords(world.as('admin'), [event], options),
            /DML operation INSERT not allowed on Happened__e/
        );
    }
});

// Messages of the platform: DUPLICATE_USERNAME of a user, DUPLICATE_VALUE of any other unique field.
test('two users may not have the same user name', () => {
    const make = () =>
        world.record('User', {
            Username: 'twice@example.com',
            LastName: 'Twice',
            Alias: 'twice',
            Email: 'twice@example.com',
            ProfileId: world.id('Standard User'),
            TimeZoneSidKey: 'GMT',
            LocaleSidKey: 'en_US',
            LanguageLocaleKey: 'en_US',
            EmailEncodingKey: 'UTF-8'
        });
    insertRecords(world.as('admin'), [make()], asSystem);
    assert.throws(
        () => insertRecords(world.as('admin'), [make()], asSystem),
        (problem) => problem instanceof ApexException && problem.dmlErrors[0]?.statusCode === 'DUPLICATE_USERNAME'
    );
});

// AREF Database.upsert: an external id, or a unique or id field.
test('upsert goes by a field that identifies records', () => {
    for (const name of ['Free__c', 'Nope__c']) {
        assert.throws(
            () => upsertRecords(world.as('admin'), [world.record('Deal__c', { Name: 'u' })], name, asSystem),
            /Invalid field for upsert/,
            name
        );
    }
    const [made] = upsertRecords(world.as('admin'), [world.record('Deal__c', { Name: 'u' })], 'Id', asSystem);
    assert.equal(made?.created, true);
});
