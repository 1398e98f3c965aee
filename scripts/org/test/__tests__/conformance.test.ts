import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conformanceRow, withRow } from '../conformance.ts';
import type { TestReport, TestResult } from '../report.ts';

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

function reportOf(...results: readonly Pick<TestResult, 'outcome' | 'message'>[]): TestReport {
    const tests = results.map((result, at) => ({ class: 'A', method: `m${at}`, stack: null, ms: 0, ...result }));
    return { tests, coverage: [], ms: 0 };
}

test('the row counts outcomes and names what is not supported, most often first', () => {
    const unsupported = (message: string) => ({ outcome: 'unsupported', message }) as const;
    const report = reportOf(
        { outcome: 'pass', message: null },
        { outcome: 'fail', message: 'System.AssertException: Assertion Failed' },
        unsupported('Unsupported: Flow | Interview (A.m2, line 7)'),
        unsupported('Unsupported: Cursors'),
        unsupported('Unsupported: Cursors (A.m4, line 1)')
    );
    assert.equal(
        conformanceRow('some suite', report),
        '| some suite | 5 | 1 | 1 | 3 | 75 % | Cursors (2); Flow \\| Interview (1) |'
    );
});

test('the share of named failures is rounded down, and is a dash when nothing failed', () => {
    const named = reportOf(
        { outcome: 'unsupported', message: 'Unsupported: X' },
        { outcome: 'unsupported', message: 'Unsupported: X' },
        { outcome: 'fail', message: 'no' }
    );
    assert.equal(conformanceRow('s', named), '| s | 3 | 0 | 1 | 2 | 66 % | X (2) |');
    assert.equal(conformanceRow('s', reportOf({ outcome: 'pass', message: null })), '| s | 1 | 1 | 0 | 0 | - | none |');
});
