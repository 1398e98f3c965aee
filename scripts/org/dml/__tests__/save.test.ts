import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexException, apexException } from '../../values/exceptions.ts';
import { Decimal } from '../../values/decimal.ts';
import type { SObject } from '../../values/sobject.ts';
import { ApexDate } from '../../values/temporal.ts';
import { deleteRecords, insertRecords, undeleteRecords, updateRecords, upsertRecords } from '../save.ts';
import type { DmlOptions } from '../save.ts';
import { customField, customObject, TestOrg } from './testOrg.ts';

const all: DmlOptions = { allOrNone: true, access: { mode: 'system', withSharing: false } };
const some: DmlOptions = { ...all, allOrNone: false };

const deal = customObject(
    'Deal__c',
    'a00',
    [
        customField('Key__c', 'string', { length: 20, isUnique: true, isExternalId: true }),
        customField('Short__c', 'string', { length: 5 }),
        customField('Stage__c', 'picklist', {
            isRestrictedPicklist: true,
            picklistValues: ['New', 'Won', 'Lost'].map((value) => ({
                value,
                label: value,
                isDefault: value === 'New',
                isActive: true
            }))
        }),
        customField('Needed__c', 'string', { length: 255, isRequired: true }),
        customField('Score__c', 'double', { precision: 5, scale: 2 }),
        customField('Due__c', 'date', { defaultFormula: 'TODAY() + 7' }),
        customField('Flag__c', 'boolean', { defaultFormula: 'true' }),
        customField('Mail__c', 'email', { length: 80 }),
        customField('Lead__c', 'reference', {
            referenceTo: ['Lead'],
            relationshipName: 'Lead__r',
            childRelationshipName: 'Deals__r',
            deleteConstraint: 'SetNull'
        }),
        customField('Twice__c', 'double', {
            scale: 2,
            precision: 18,
            formula: 'Score__c * 2',
            isCreateable: false,
            isUpdateable: false
        }),
        customField('Total__c', 'double', {
            scale: 0,
            precision: 18,
            isCreateable: false,
            isUpdateable: false,
            rollup: {
                operation: 'sum',
                childObject: 'Line__c',
                childField: 'Deal__c',
                summarizedField: 'Amount__c',
                filters: []
            }
        }),
        customField('Lines__c', 'double', {
            scale: 0,
            precision: 18,
            isCreateable: false,
            isUpdateable: false,
            rollup: {
                operation: 'count',
                childObject: 'Line__c',
                childField: 'Deal__c',
                filters: [{ field: 'Line__c.Amount__c', operation: 'greaterThan', value: '10' }]
            }
        })
    ],
    {
        validationRules: [
            {
                name: 'Lost_needs_a_name',
                isActive: true,
                formula:
                    'AND(ISPICKVAL(Stage__c, "Lost"), NOT(ISPICKVAL(PRIORVALUE(Stage__c), "Lost")), ISBLANK(Short__c))',
                message: 'Say why.',
                errorField: 'Short__c'
            },
            { name: 'Off', isActive: false, formula: 'true', message: 'Never', errorField: undefined }
        ]
    }
);
const line = customObject('Line__c', 'a01', [
    customField('Deal__c', 'reference', {
        referenceTo: ['Deal__c'],
        relationshipName: 'Deal__r',
        childRelationshipName: 'Lines__r',
        isMasterDetail: true,
        isRequired: true,
        isUpdateable: false
    }),
    customField('Amount__c', 'double', { precision: 18, scale: 0 }),
    makeAutoNumber()
]);

function makeAutoNumber() {
    return customField('Number__c', 'string', {
        isAutoNumber: true,
        autoNumberFormat: 'L-{0000}',
        isCreateable: false,
        isUpdateable: false
    });
}

function org(): TestOrg {
    return new TestOrg({ objects: [deal, line] });
}

function newDeal(world: TestOrg, values: Record<string, unknown> = {}): SObject {
    return world.record('Deal__c', { Name: 'D', Needed__c: 'x', ...values });
}

function failureOf(work: () => unknown): ApexException {
    try {
        work();
    } catch (problem) {
        assert.ok(problem instanceof ApexException, String(problem));
        return problem;
    }
    assert.fail('nothing was thrown');
}

test('an insert gives the caller the id and nothing else, and stores defaults', () => {
    const world = org();
    const record = newDeal(world);
    const [result] = insertRecords(world.as('admin'), [record], all);
    assert.equal(result!.success, true);
    assert.deepEqual([...record.fields.keys()], ['Name', 'Needed__c', 'Id']);
    const stored = world.stored('Deal__c', record.id)!;
    assert.equal(stored.get('Stage__c'), 'New');
    assert.equal(stored.get('Flag__c'), true);
    assert.equal(stored.get('Due__c').toIso(), '2026-01-22');
    assert.equal(stored.get('OwnerId'), world.id('admin'));
    assert.equal(stored.get('CreatedById'), world.id('admin'));
    assert.equal(stored.get('CreatedDate').toIso(), '2026-01-15T12:00:00.000Z');
});

const refusals: readonly (readonly [string, Record<string, unknown>, string, RegExp, readonly string[]])[] = [
    [
        'a missing required field',
        { Needed__c: null },
        'REQUIRED_FIELD_MISSING',
        /^Required fields are missing: \[Needed__c\]$/,
        ['Needed__c']
    ],
    ['a required field of blanks', { Needed__c: '  ' }, 'REQUIRED_FIELD_MISSING', /Needed__c/, ['Needed__c']],
    [
        'a text that is too long',
        { Short__c: '123456' },
        'STRING_TOO_LONG',
        /^Short: data value too large: 123456 \(max length=5\)$/,
        ['Short__c']
    ],
    [
        'a value outside of a restricted picklist',
        { Stage__c: 'Bogus' },
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        /bad value for restricted picklist field: Bogus/,
        ['Stage__c']
    ],
    [
        'a number with too many digits',
        { Score__c: Decimal.of('1000') },
        'NUMBER_OUTSIDE_VALID_RANGE',
        /value outside of valid range/,
        ['Score__c']
    ],
    [
        'an address that is no e-mail',
        { Mail__c: 'nobody' },
        'INVALID_EMAIL_ADDRESS',
        /invalid email address: nobody/,
        ['Mail__c']
    ],
    [
        'a lookup to nothing',
        { Lead__c: '00Q000000000999EAA' },
        'INVALID_CROSS_REFERENCE_KEY',
        /^invalid cross reference id$/,
        []
    ],
    [
        'a lookup to another object',
        { Lead__c: '001000000000001AAA' },
        'FIELD_INTEGRITY_EXCEPTION',
        /id value of incorrect type/,
        ['Lead__c']
    ],
    ['a broken validation rule', { Stage__c: 'Lost' }, '', /./, []]
];

for (const [name, values, code, message, fields] of refusals.slice(0, -1)) {
    test(`an insert refuses ${name}`, () => {
        const world = org();
        const problem = failureOf(() => insertRecords(world.as('admin'), [newDeal(world, values)], all));
        assert.equal(problem.typeName, 'System.DmlException');
        const [error] = problem.dmlErrors;
        assert.equal(error!.statusCode, code);
        assert.match(error!.message, message);
        assert.deepEqual(error!.fields, fields);
        assert.equal(
            problem.message,
            `Insert failed. First exception on row 0; first error: ${code}, ${error!.message}: [${fields.join(', ')}]`
        );
    });
}

test('a validation rule compares with the stored record and names its field', () => {
    const world = org();
    const record = newDeal(world);
    insertRecords(world.as('admin'), [record], all);
    const change = world.record('Deal__c', { Id: record.id, Stage__c: 'Lost' });
    const problem = failureOf(() => updateRecords(world.as('admin'), [change], all));
    assert.equal(
        problem.message,
        `Update failed. First exception on row 0 with id ${record.id}; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, Say why.: [Short__c]`
    );
    change.put('Short__c', 'price');
    updateRecords(world.as('admin'), [change], all);
    assert.equal(world.stored('Deal__c', record.id)!.get('Stage__c'), 'Lost');
});

test('a unique value is refused in any spelling, and the message names the record that has it', () => {
    const world = org();
    const first = newDeal(world, { Key__c: 'abc' });
    insertRecords(world.as('admin'), [first], all);
    const problem = failureOf(() => insertRecords(world.as('admin'), [newDeal(world, { Key__c: 'ABC' })], all));
    assert.equal(problem.dmlErrors[0]!.statusCode, 'DUPLICATE_VALUE');
    assert.equal(
        problem.dmlErrors[0]!.message,
        `duplicate value found: Key__c duplicates value on record with id: ${first.id!.slice(0, 15)}`
    );
});

test('all or none leaves nothing behind and no id', () => {
    const world = org();
    const records = [newDeal(world), newDeal(world, { Needed__c: null })];
    const problem = failureOf(() => insertRecords(world.as('admin'), records, all));
    assert.match(problem.message!, /First exception on row 1;/);
    assert.equal(records[0]!.id, null);
    assert.equal(world.store.selectRows(world.object('Deal__c'), '1', []).length, 0);
});

test('partial success keeps the good rows, reports the bad ones and fires triggers again for the rest', () => {
    const world = org();
    const sizes: number[] = [];
    world.trigger('T', 'Deal__c', ['before insert'], (frame) => sizes.push(frame.size));
    const results = insertRecords(
        world.as('admin'),
        [newDeal(world), newDeal(world, { Needed__c: null }), newDeal(world)],
        some
    );
    assert.deepEqual(
        results.map((result) => result.success),
        [true, false, true]
    );
    assert.equal(results[1]!.errors[0]!.statusCode, 'REQUIRED_FIELD_MISSING');
    assert.deepEqual(sizes, [3, 2]);
    assert.equal(world.store.selectRows(world.object('Deal__c'), '1', []).length, 2);
});

test('before triggers change what is saved, after triggers see it read-only with its id', () => {
    const world = org();
    const seen: unknown[] = [];
    world.trigger('B', 'Deal__c', ['before insert', 'before update'], (frame) =>
        frame.newRecords!.forEach((record) => record.put('Short__c', 'set'))
    );
    world.trigger('A', 'Deal__c', ['after insert'], (frame) => {
        const [record] = frame.newRecords!;
        seen.push(record!.id !== null, record!.get('Short__c'), record!.get('Twice__c').toText());
        seen.push(failureOf(() => record!.put('Short__c', 'no')).message);
    });
    const record = newDeal(world, { Score__c: Decimal.of('1.5') });
    insertRecords(world.as('admin'), [record], all);
    assert.deepEqual(seen, [true, 'set', '3.00', 'Record is read-only']);
    assert.equal(world.stored('Deal__c', record.id)!.get('Short__c'), 'set');
    assert.equal(record.fields.has('Short__c'), false);
});

test('an update shows old and new records, whole', () => {
    const world = org();
    const record = newDeal(world, { Short__c: 'a' });
    insertRecords(world.as('admin'), [record], all);
    let shown = '';
    world.trigger('B', 'Deal__c', ['before update'], (frame) => {
        shown = [
            frame.oldRecords![0]!.get('Short__c'),
            frame.newRecords![0]!.get('Short__c'),
            frame.newRecords![0]!.get('Needed__c')
        ].join(',');
    });
    updateRecords(world.as('admin'), [world.record('Deal__c', { Id: record.id, Short__c: 'b' })], all);
    assert.equal(shown, 'a,b,x');
});

test('triggers get 200 records at a time', () => {
    const world = org();
    const sizes: number[] = [];
    world.trigger('B', 'Deal__c', ['before insert'], (frame) => sizes.push(frame.size));
    const tx = world.as('admin');
    insertRecords(
        tx,
        Array.from({ length: 450 }, () => newDeal(world)),
        all
    );
    assert.deepEqual(sizes, [200, 200, 50]);
    assert.equal(tx.limits.used('dmlStatements'), 1);
    assert.equal(tx.limits.used('dmlRows'), 450);
});

test('addError stops the record, with the field where there is one', () => {
    const world = org();
    world.trigger('B', 'Deal__c', ['before insert'], (frame) => frame.newRecords![0]!.addError('Short__c', 'Not so.'));
    const problem = failureOf(() => insertRecords(world.as('admin'), [newDeal(world)], all));
    assert.match(problem.message!, /FIELD_CUSTOM_VALIDATION_EXCEPTION, Not so\.: \[Short__c\]$/);
});

test('an exception in a trigger fails the rows with its cause', () => {
    const world = org();
    world.trigger('Breaks', 'Deal__c', ['after insert'], () => {
        throw apexException('NullPointerException', 'Attempt to de-reference a null object');
    });
    const problem = failureOf(() => insertRecords(world.as('admin'), [newDeal(world)], all));
    assert.match(
        problem.message!,
        /^Insert failed\. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Breaks: execution of AfterInsert\n\ncaused by: System\.NullPointerException: Attempt to de-reference a null object\n\n/
    );
    assert.equal(world.store.selectRows(world.object('Deal__c'), '1', []).length, 0);
});

test('triggers that save their own object forever stop at depth 16', () => {
    const world = org();
    let firings = 0;
    world.trigger('Loop', 'Deal__c', ['after insert'], () => {
        firings++;
        insertRecords(tx, [newDeal(world)], all);
    });
    const tx = world.as('admin');
    const problem = failureOf(() => insertRecords(tx, [newDeal(world)], all));
    assert.match(problem.message!, /maximum trigger depth exceeded/);
    assert.equal(firings, 16);
});

test('an unknown id fails alone', () => {
    const world = org();
    const record = newDeal(world);
    insertRecords(world.as('admin'), [record], all);
    const changes = [
        world.record('Deal__c', { Id: 'a00000000000999AAA' }),
        world.record('Deal__c', { Id: record.id, Short__c: 'b' })
    ];
    const results = updateRecords(world.as('admin'), changes, some);
    assert.equal(results[0]!.errors[0]!.message, 'invalid cross reference id');
    assert.equal(results[1]!.success, true);
});

test('an upsert by external id updates what is there and inserts what is not', () => {
    const world = org();
    const first = newDeal(world, { Key__c: 'k1' });
    insertRecords(world.as('admin'), [first], all);
    const records = [newDeal(world, { Key__c: 'K1', Short__c: 'new' }), newDeal(world, { Key__c: 'k2' })];
    const results = upsertRecords(world.as('admin'), records, 'Key__c', all);
    assert.deepEqual(
        results.map((result) => result.created),
        [false, true]
    );
    assert.equal(records[0]!.id, first.id);
    assert.equal(world.stored('Deal__c', first.id)!.get('Short__c'), 'new');
});

test('an upsert with the same external id twice fails both spellings of it', () => {
    const world = org();
    const records = [newDeal(world, { Key__c: 'k' }), newDeal(world, { Key__c: 'K' })];
    const results = upsertRecords(world.as('admin'), records, 'Key__c', some);
    assert.deepEqual(
        results.map((result) => result.success),
        [false, false]
    );
    assert.match(results[1]!.errors[0]!.message, /Duplicate external id specified/);
});

function withLines(world: TestOrg, amounts: readonly number[]): { deal: SObject; lines: SObject[] } {
    const record = newDeal(world);
    insertRecords(world.as('admin'), [record], all);
    const lines = amounts.map((amount) =>
        world.record('Line__c', { Deal__c: record.id, Amount__c: Decimal.of(amount) })
    );
    insertRecords(world.as('admin'), lines, all);
    return { deal: record, lines };
}

test('roll-ups follow inserts, updates and deletes of details, and auto numbers count', () => {
    const world = org();
    const { deal: record, lines } = withLines(world, [5, 20]);
    const sums = (): string => {
        const stored = world.stored('Deal__c', record.id)!;
        return `${stored.get('Total__c').toText()}/${stored.get('Lines__c').toText()}`;
    };
    assert.equal(sums(), '25/1');
    updateRecords(world.as('admin'), [world.record('Line__c', { Id: lines[0]!.id, Amount__c: Decimal.of(50) })], all);
    assert.equal(sums(), '70/2');
    deleteRecords(world.as('admin'), [lines[1]!], all);
    assert.equal(sums(), '50/1');
    assert.equal(world.stored('Line__c', lines[0]!.id)!.get('Number__c'), 'L-0001');
});

test('deleting a master takes its details along without their triggers, and undelete brings both back', () => {
    const world = org();
    const fired: string[] = [];
    world.trigger('L', 'Line__c', ['before delete', 'after delete', 'after undelete'], (frame) =>
        fired.push(frame.moment)
    );
    world.trigger('D', 'Deal__c', ['before delete', 'after delete', 'after undelete'], (frame) =>
        fired.push(`deal ${frame.moment}`)
    );
    const { deal: record, lines } = withLines(world, [1]);
    deleteRecords(world.as('admin'), [record], all);
    assert.equal(world.stored('Line__c', lines[0]!.id), null);
    undeleteRecords(world.as('admin'), [record], all);
    assert.ok(world.stored('Line__c', lines[0]!.id));
    assert.deepEqual(fired, ['deal before delete', 'deal after delete', 'deal after undelete']);
});

test('deleting the target of a lookup empties the lookup', () => {
    const world = org();
    const lead = world.record('Lead', { LastName: 'L', Company: 'C' });
    insertRecords(world.as('admin'), [lead], all);
    const record = newDeal(world, { Lead__c: lead.id });
    insertRecords(world.as('admin'), [record], all);
    deleteRecords(world.as('admin'), [lead], all);
    assert.equal(world.stored('Deal__c', record.id)!.get('Lead__c'), null);
});

test('a field that can be written only once is refused in an update that changes it', () => {
    const world = org();
    const { lines } = withLines(world, [1]);
    const second = newDeal(world);
    insertRecords(world.as('admin'), [second], all);
    const change = world.record('Line__c', { Id: lines[0]!.id, Deal__c: second.id });
    const problem = failureOf(() => updateRecords(world.as('admin'), [change], all));
    assert.match(problem.message!, /INVALID_FIELD_FOR_INSERT_UPDATE, Unable to create\/update fields: Deal__c/);
});

test('setup objects and business records do not mix in one transaction', () => {
    const world = org();
    const tx = world.as('admin');
    insertRecords(tx, [newDeal(world)], all);
    const role = world.record('UserRole', { Name: 'New', DeveloperName: 'New_Role' });
    assert.match(failureOf(() => insertRecords(tx, [role], all)).message!, /MIXED_DML_OPERATION/);
    tx.withUser(world.runningUser('admin'), () => insertRecords(tx, [role], all));
    // A group may be inserted with anything.
    insertRecords(tx, [world.record('Group', { Name: 'G', DeveloperName: 'G', Type: 'Regular' })], all);
});

// https://help.salesforce.com/s/articleView?id=000387302: decimals of a field are for display.
test('code may save more decimals than the field has, and gets them back', () => {
    const world = org();
    const record = newDeal(world, { Score__c: Decimal.of('1.005') });
    insertRecords(world.as('admin'), [record], all);
    assert.equal(world.stored('Deal__c', record.id)!.get('Score__c').toText(), '1.005');
});

test('a parent can be named by its external id', () => {
    const world = org();
    insertRecords(world.as('admin'), [newDeal(world, { Key__c: 'parent' })], all);
    const child = world.record('Line__c', {
        Amount__c: Decimal.of(1),
        Deal__r: world.record('Deal__c', { Key__c: 'parent' })
    });
    insertRecords(world.as('admin'), [child], all);
    assert.ok(world.stored('Line__c', child.id)!.get('Deal__c'));
});

test('a new owner must be active, and a queue must take records of the object', () => {
    const world = org();
    world.store.updateRow(world.object('User'), world.id('other'), new Map([['IsActive', false]]));
    const inactive = failureOf(() =>
        insertRecords(world.as('admin'), [newDeal(world, { OwnerId: world.id('other') })], all)
    );
    assert.equal(inactive.dmlErrors[0]!.statusCode, 'INACTIVE_OWNER_OR_USER');
    const queue = world.row('queue', 'Group', { Name: 'Q', Type: 'Queue' });
    assert.throws(() => insertRecords(world.as('admin'), [newDeal(world, { OwnerId: queue })], all));
    world.row('queue object', 'QueueSobject', { QueueId: queue, SobjectType: 'Deal__c' });
    insertRecords(world.as('admin'), [newDeal(world, { OwnerId: queue })], all);
});

test("a date default is counted in the user's day", () => {
    const world = org();
    world.now = Date.UTC(2026, 0, 15, 3, 0);
    const record = newDeal(world);
    insertRecords(world.as('admin'), [record], all);
    assert.equal(world.stored('Deal__c', record.id)!.get('Due__c').toIso(), ApexDate.of(2026, 1, 21).toIso());
});
