import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { assembleSchema } from '../../schema/assemble.ts';
import { makeField } from '../../schema/fieldDefaults.ts';
import { standardObjects } from '../../schema/standard/index.ts';
import { ToolError } from '../../../shared/toolError.ts';
import { Blob } from '../../values/blob.ts';
import { Decimal } from '../../values/decimal.ts';
import { toText } from '../../values/text.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { decode, encode } from '../codec.ts';
import { idOfNumber, numberOfId } from '../ids.ts';
import { rowsWhere } from '../select.ts';
import { Store } from '../store.ts';
import type { FieldDef, Schema } from '../../schema/model.ts';
import type { Value } from '../../runtime/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
after(() => rmSync(folder, { recursive: true }));

function schemaWith(extra: readonly FieldDef[] = [], permissionSets: Schema['permissionSets'] = new Map()): Schema {
    const objects = standardObjects().map((object) =>
        object.name === 'Lead'
            ? {
                  ...object,
                  fields: new Map([
                      ...object.fields,
                      ...extra.map((field) => [field.name.toLowerCase(), field] as const)
                  ])
              }
            : object
    );
    return assembleSchema({
        objects,
        permissionSets,
        profiles: new Map(),
        customPermissions: new Map(),
        permissionSetGroups: new Map(),
        customMetadata: [],
        labels: new Map()
    });
}

const schema = schemaWith();
const lead = schema.object('lead')!;

function insertLead(store: Store, values: Record<string, Value>): string {
    const id = store.nextId(lead);
    store.insertRow(lead, new Map(Object.entries({ Id: id, Company: 'C', ...values })));
    return id;
}

const roundTrips: [string, Value][] = [
    ['string', 'Müller'],
    ['boolean', true],
    ['integer', -7],
    ['long', 12345678901n],
    ['currency', Decimal.of('1234.50')],
    ['double', Decimal.of('0.10')],
    ['date', ApexDate.of(2026, 2, 28)],
    ['datetime', ApexDatetime.fromEpochMs(1_700_000_000_000)],
    ['time', ApexTime.of(10, 30, 0, 0)],
    ['reference', '00Q000000000001EAA']
];
for (const [type, value] of roundTrips) {
    test(`keeps a ${type} as it is`, () => {
        const field = makeField({ name: 'F__c', type: type as FieldDef['type'], scale: 2 });
        const back = decode(field, encode(field, value));
        assert.equal(
            typeof value === 'object' ? toText(back) : back,
            typeof value === 'object' ? toText(value) : value
        );
    });
}

test('stores the empty string as null, no boolean as false, datetimes to the second', () => {
    const field = (type: FieldDef['type']): FieldDef => makeField({ name: 'F__c', type });
    assert.equal(encode(field('string'), ''), null);
    assert.equal(encode(field('boolean'), null), 0);
    assert.equal(encode(field('datetime'), ApexDatetime.fromEpochMs(1999)), 1000);
    assert.deepEqual(
        decode(field('base64'), encode(field('base64'), new Blob(new Uint8Array([1, 2])))),
        new Blob(new Uint8Array([1, 2]))
    );
    assert.throws(() => encode(field('date'), 'soon'), TypeError);
});

test('gives out ids that sort by age and carry the checksum', () => {
    assert.equal(idOfNumber('00Q', 1), '00Q000000000001EAA');
    assert.equal(numberOfId(idOfNumber('00Q', 987654321)), 987654321);
    const ids = [1, 61, 62, 3843, 3844].map((n) => idOfNumber('a00', n));
    assert.deepEqual([...ids].sort(), ids);
});

test('inserts, changes, deletes, undeletes and purges a row', () => {
    const store = Store.open({ schema, file: ':memory:' });
    const id = insertLead(store, { FirstName: 'Ada', LastName: 'Lovelace', AnnualRevenue: Decimal.of(5) });
    assert.equal(store.row(lead, id)?.fields.get('Name'), 'Ada Lovelace');
    assert.ok(
        store.updateRow(
            lead,
            id,
            new Map<string, Value>([
                ['FirstName', null],
                ['Name', 'ignored']
            ])
        )
    );
    assert.equal(store.row(lead, id)?.fields.get('Name'), 'Lovelace');
    assert.ok(store.deleteRow(lead, id));
    assert.equal(store.row(lead, id)?.fields.get('IsDeleted'), true);
    assert.equal(rowsWhere(store, lead, { LastName: 'Lovelace' }).length, 0);
    assert.equal(rowsWhere(store, lead, { LastName: 'LOVELACE' }, { includeDeleted: true }).length, 1);
    assert.ok(store.undeleteRow(lead, id) && !store.undeleteRow(lead, id));
    assert.equal(store.rows(lead, [id, '00Q000000000009AAA']).size, 1);
    assert.ok(store.purgeRow(lead, id));
    assert.equal(store.row(lead, id), undefined);
});

test('returns to savepoints that nest', () => {
    const store = Store.open({ schema, file: ':memory:' });
    store.begin();
    insertLead(store, { LastName: 'A' });
    const outer = store.savepoint();
    insertLead(store, { LastName: 'B' });
    const inner = store.savepoint();
    insertLead(store, { LastName: 'C' });
    assert.equal(store.nextNumber('x'), 1);
    store.rollbackTo(inner);
    assert.equal(store.nextNumber('x'), 1);
    store.release(inner);
    store.rollbackTo(outer);
    const names = (): Value[] => rowsWhere(store, lead, {}).map((row) => row.fields.get('LastName'));
    assert.deepEqual(names(), ['A']);
    store.commit();
    assert.deepEqual(names(), ['A']);
});

test('keeps records in a file and adds the columns of new fields', () => {
    const file = join(folder, 'grow.db');
    const first = Store.open({ schema, file });
    const id = insertLead(first, { LastName: 'Kept' });
    first.close();
    const wider = schemaWith([makeField({ name: 'Score__c', type: 'double', scale: 0, isExternalId: true })]);
    const second = Store.open({ schema: wider, file });
    const object = wider.object('Lead')!;
    assert.ok(second.updateRow(object, id, new Map([['Score__c', Decimal.of(7)]])));
    assert.equal(toText(second.row(object, id)?.fields.get('Score__c')), '7');
    assert.ok(insertLead(second, { LastName: 'Next' }) > id);
    second.close();
    const changed = schemaWith([makeField({ name: 'Score__c', type: 'string' })]);
    assert.throws(() => Store.open({ schema: changed, file }), /holds Lead.Score__c as REAL/);
});

test('computes derived fields by the picklist values of the day', () => {
    const file = join(folder, 'derived.db');
    const task = schema.object('Task')!;
    const first = Store.open({ schema, file });
    const id = first.nextId(task);
    first.insertRow(
        task,
        new Map<string, Value>([
            ['Id', id],
            ['Status', 'Deferred']
        ])
    );
    assert.equal(first.row(task, id)?.fields.get('IsClosed'), false);
    first.close();
    const closing = task.fields.get('status')!;
    const picklistValues = closing.picklistValues!.map((each) => ({
        ...each,
        flags: { closed: each.value === 'Deferred' }
    }));
    const fields = new Map([...task.fields, ['status', { ...closing, picklistValues }] as const]);
    const objects = standardObjects().map((object) => (object.name === 'Task' ? { ...object, fields } : object));
    const changed = assembleSchema({ ...schema, objects, customPermissions: new Map() });
    const second = Store.open({ schema: changed, file });
    assert.equal(second.row(changed.object('Task')!, id)?.fields.get('IsClosed'), true);
    second.close();
});

const unusable: [string, (file: string) => void, RegExp][] = [
    [
        'text',
        (file) => writeFileSync(file, 'this is no database, it is a letter to a friend'.repeat(30)),
        /damaged or is no data file/
    ],
    [
        'a database of another program',
        (file) => {
            const other = new DatabaseSync(file);
            other.exec('CREATE TABLE t (x)');
            other.close();
        },
        /database of another program/
    ],
    [
        'another format',
        (file) => {
            Store.open({ schema, file }).close();
            const other = new DatabaseSync(file);
            other.exec('PRAGMA user_version = 99');
            other.close();
        },
        /another version of the local org/
    ],
    [
        'a damaged page',
        (file) => {
            const store = Store.open({ schema, file });
            for (let i = 0; i < 200; i++) insertLead(store, { LastName: `L${i}` });
            store.close();
            const bytes = readFileSync(file);
            bytes.fill(0xff, 4096 * 3, bytes.length - 4096);
            writeFileSync(file, bytes);
        },
        /damaged/
    ]
];
for (const [name, prepare, message] of unusable) {
    test(`refuses a data file that is ${name}`, () => {
        const file = join(folder, `${name.replace(/ /g, '-')}.db`);
        prepare(file);
        assert.throws(
            () => Store.open({ schema, file }),
            (error: ToolError) => {
                assert.ok(error instanceof ToolError, String(error));
                assert.match(error.message, message);
                assert.ok(error.actions.length > 0);
                return true;
            }
        );
    });
}

test('knows lead statuses and opportunity stages from the picklists', () => {
    const store = Store.open({ schema, file: ':memory:' });
    const converted = rowsWhere(store, schema.object('LeadStatus')!, { IsConverted: true });
    assert.deepEqual(
        converted.map((row) => row.fields.get('ApiName')),
        ['Closed - Converted']
    );
    assert.equal(rowsWhere(store, schema.object('OpportunityStage')!, { IsWon: true }).length, 1);
    const opportunity = schema.object('Opportunity')!;
    const id = store.nextId(opportunity);
    store.insertRow(
        opportunity,
        new Map<string, Value>([
            ['Id', id],
            ['Name', 'x'],
            ['StageName', 'Closed Won'],
            ['CloseDate', ApexDate.of(2026, 8, 1)]
        ])
    );
    const row = store.row(opportunity, id)!;
    assert.deepEqual(
        ['IsClosed', 'IsWon', 'FiscalYear', 'FiscalQuarter'].map((name) => row.fields.get(name)),
        [true, true, 2026, 3]
    );
});

test('inserts ten thousand rows in well under a second', () => {
    const store = Store.open({ schema, file: ':memory:' });
    store.begin();
    const start = performance.now();
    for (let i = 0; i < 10_000; i++) insertLead(store, { LastName: `L${i}`, Email: `l${i}@x.org` });
    assert.ok(performance.now() - start < 1000);
    store.commit();
});
