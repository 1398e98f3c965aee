import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { memoryGateway } from '../../../ui/__tests__/fixture/memoryGateway.ts';
import { HttpError } from '../../httpError.ts';
import { BulkJobs } from '../bulkJobs.ts';
import { csvOfRecords, fieldsOf, readCsv } from '../csv.ts';

const COMMA = { delimiter: ',', lineEnding: '\n' } as const;

describe('CSV', () => {
    it('reads quotes, separators within them, and line breaks', () => {
        const table = readCsv('Name,Note\r\n"a ""b""","c,\nd"\r\n', COMMA);

        assert.deepEqual(table, { columns: ['Name', 'Note'], rows: [['a "b"', 'c,\nd']] });
    });

    it('leaves out what is empty, empties what is #N/A, and names parents by their key', () => {
        assert.deepEqual(fieldsOf(['A', 'B', 'C', 'P__r.Key__c'], ['', '#N/A', 'x', 'k']), {
            B: null,
            C: 'x',
            P__r: { Key__c: 'k' }
        });
    });

    it('writes parents in columns of their own', () => {
        const record = { attributes: { type: 'A' }, Name: 'x', Owner: { attributes: { type: 'User' }, Name: 'y' } };

        assert.equal(csvOfRecords([['Name'], ['Owner', 'Name']], [record], COMMA), '"Name","Owner.Name"\n"x","y"\n');
    });

    it('refuses what is no CSV', () => {
        assert.throws(() => readCsv('', COMMA), HttpError);
        assert.throws(() => readCsv('a,b\n1,2,3\n', COMMA), HttpError);
    });
});

describe('bulk jobs', () => {
    const gateway = memoryGateway();
    const user = gateway.users[0]?.id ?? '';
    const object = gateway.schema.objects.find((def) => def.isCreateable)?.name ?? '';

    for (const [what, body] of [
        ['an unknown object', { object: 'Unicorn__c', operation: 'insert' }],
        ['an unknown operation', { object, operation: 'explode' }],
        ['an upsert without a key', { object, operation: 'upsert' }],
        ['a form that is none', { object, operation: 'insert', columnDelimiter: 'STAR' }],
        ['hard deletion', { object, operation: 'hardDelete' }],
        ['nothing', {}]
    ] as const) {
        it(`refuses ${what}`, () => {
            assert.throws(() => new BulkJobs(gateway).createIngest(user, body), HttpError);
        });
    }

    it('fails a job whose column is no field', async () => {
        const jobs = new BulkJobs(gateway);
        const id = String(jobs.createIngest(user, { object, operation: 'insert' })['id']);

        jobs.upload(user, id, 'Nope__c\nx\n');
        jobs.setState(user, id, 'ingest', 'UploadComplete');
        await setTimeout(20);

        const info = jobs.info(user, id, 'ingest');
        assert.equal(info['state'], 'Failed');
        assert.match(String(info['errorMessage']), /Field name not found : Nope__c/);
    });

    it('belong to whoever made them', () => {
        const jobs = new BulkJobs(gateway);
        const id = String(jobs.createIngest(user, { object, operation: 'insert' })['id']);

        assert.throws(() => jobs.info('005000000000099AAA', id, 'ingest'), HttpError);
    });

    it('are uploaded once and closed once', () => {
        const jobs = new BulkJobs(gateway);
        const id = String(jobs.createIngest(user, { object, operation: 'insert' })['id']);
        jobs.setState(user, id, 'ingest', 'Aborted');

        assert.throws(() => jobs.upload(user, id, 'x'), HttpError);
        assert.throws(() => jobs.setState(user, id, 'ingest', 'UploadComplete'), HttpError);
    });
});
