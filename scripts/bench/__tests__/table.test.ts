import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatTable, median } from '../table.ts';

it('takes the middle value, or the mean of the two in the middle', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.throws(() => median([]), RangeError);
});

it('aligns names and values', () => {
    const rows = [
        { name: 'a', value: 1, unit: 's' },
        { name: 'long', value: 10.5, unit: 's' }
    ];
    assert.equal(formatTable(rows), 'a           1.00 s\nlong       10.50 s');
});
