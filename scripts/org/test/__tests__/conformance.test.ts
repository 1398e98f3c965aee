import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withRow } from '../conformance.ts';

test('a suite has one row, the latest, and rows are sorted', () => {
    const first = withRow('', '| b | 2 | 1 | 1 | 0 | none |');
    const second = withRow(first, '| a | 1 | 1 | 0 | 0 | none |');
    const third = withRow(second, '| b | 2 | 2 | 0 | 0 | none |');
    const rows = third.split('\n').filter((line) => /^\| [ab] /.test(line));
    assert.deepEqual(rows, ['| a | 1 | 1 | 0 | 0 | none |', '| b | 2 | 2 | 0 | 0 | none |']);
});

test('rows that a formatter has padded are kept', () => {
    const padded = '| suite | tests |\n| --- | --- |\n| a     | 10    | 9    | 1    | 0           | none |\n';
    assert.match(withRow(padded, '| b | 2 | 2 | 0 | 0 | none |'), /\| a \| 10 \| 9 \| 1 \| 0 \| none \|\n\| b /);
});
