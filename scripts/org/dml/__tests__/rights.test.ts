import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SObject } from '../../values/sobject.ts';
import { Decimal } from '../../values/decimal.ts';
import { insertRecords } from '../save.ts';
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
