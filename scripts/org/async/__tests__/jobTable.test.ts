import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { JobTable, type PendingJob } from '../jobTable.ts';

const job = (id: string, notBefore: number): PendingJob => ({
    id,
    kind: 'queueable',
    className: 'Job',
    userId: '005',
    notBefore,
    state: '{}',
    details: '{}'
});

describe('JobTable', () => {
    it('gives out due jobs by time, then by order of queueing', () => {
        const table = new JobTable(new DatabaseSync(':memory:'));
        table.add(job('late', 50));
        table.add(job('first', 10));
        table.add(job('second', 10));
        assert.equal(table.due(5), undefined);
        assert.equal(table.nextInstant(), 10);
        const order: string[] = [];
        for (let next = table.due(100); next; next = table.due(100)) {
            order.push(next.id);
            table.remove(next.id);
        }
        assert.deepEqual(order, ['first', 'second', 'late']);
        assert.equal(table.nextInstant(), null);
    });

    it('forgets a job whose work is rolled back', () => {
        const database = new DatabaseSync(':memory:');
        const table = new JobTable(database);
        database.exec('BEGIN; SAVEPOINT one');
        table.add(job('gone', 0));
        database.exec('ROLLBACK TO one; COMMIT');
        assert.deepEqual(table.all(), []);
    });

    it('keeps jobs for the next opening of the same database', () => {
        const database = new DatabaseSync(':memory:');
        new JobTable(database).add(job('kept', 0));
        assert.equal(new JobTable(database).get('kept')?.className, 'Job');
    });
});
