import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Program, SourceFile } from '../../runtime/program.ts';
import { humanReport, jsonReport, junitReport, lcovReport, type TestReport } from '../report.ts';
import { uncompiledTests } from '../uncompiled.ts';

const report: TestReport = {
    ms: 1200,
    tests: [
        { class: 'ATest', method: 'works', outcome: 'pass', message: null, stack: null, ms: 3 },
        {
            class: 'ATest',
            method: 'fails',
            outcome: 'fail',
            message: 'a < "b"',
            stack: 'Class.ATest.fails: line 4, column 1',
            ms: 5
        },
        { class: 'BTest', method: 'cannot', outcome: 'unsupported', message: 'Unsupported: Cache', stack: null, ms: 1 }
    ],
    coverage: [
        {
            name: 'A',
            path: 'classes/A.cls',
            kind: 'class',
            lines: new Map([
                [3, 2],
                [4, 0]
            ])
        }
    ]
};

describe('reports', () => {
    it('writes JSON with exactly the agreed keys', () => {
        assert.deepEqual(jsonReport(report), {
            passed: 1,
            failed: 1,
            unsupported: 1,
            tests: [
                { class: 'ATest', method: 'works', outcome: 'pass', message: null, ms: 3 },
                { class: 'ATest', method: 'fails', outcome: 'fail', message: 'a < "b"', ms: 5 },
                { class: 'BTest', method: 'cannot', outcome: 'unsupported', message: 'Unsupported: Cache', ms: 1 }
            ],
            coverage: [{ class: 'A', covered: 1, total: 2 }]
        });
    });

    it('shows people what failed, where, and the totals', () => {
        const text = humanReport(report, { showCoverage: true });
        assert.match(text, /FAIL {2}ATest\.fails\n {4}a < "b"\n {4}Class\.ATest\.fails: line 4/);
        assert.match(text, /50 % +1\/2 {2}A/);
        assert.match(text, /1 passed, 1 failed, 1 unsupported in 1\.2 s/);
    });

    it('escapes XML for JUnit', () => {
        assert.match(junitReport(report), /<failure message="a &lt; &quot;b&quot;">/);
        assert.match(junitReport(report), /tests="3" failures="1" errors="1"/);
    });

    it('writes lcov', () => {
        assert.equal(lcovReport(report), 'SF:classes/A.cls\nDA:3,2\nDA:4,0\nLF:2\nLH:1\nend_of_record\n');
    });
});

describe('uncompiledTests', () => {
    const source = (text: string): SourceFile => ({ path: 'X.cls', text, kind: 'class', apiVersion: 66 });
    const empty = { classNamed: () => undefined } as unknown as Program;
    const text = `@IsTest
private class XTest {
    // @IsTest static void commented() {}
    @IsTest
    static void one() {}
    @isTest(SeeAllData=false) private static void two() {}
    static testMethod void three() {}
    static void helper() {}
}`;

    it('names every test method of a class that did not compile', () => {
        const diagnostics = [{ path: 'X.cls', line: 2, column: 3, message: 'no type Foo', kind: 'error' as const }];
        const found = uncompiledTests([source(text)], empty, diagnostics, null);
        assert.deepEqual(found.map((test) => test.method).sort(), ['one', 'three', 'two']);
        assert.equal(found[0]?.outcome, 'fail');
        assert.equal(found[0]?.message, 'Does not compile: X.cls:2:3 no type Foo');
    });

    it('calls it unsupported when only features of the platform are missing', () => {
        const diagnostics = [
            { path: 'X.cls', line: 2, column: 3, message: 'ConnectApi', kind: 'unsupported' as const }
        ];
        assert.equal(uncompiledTests([source(text)], empty, diagnostics, null)[0]?.outcome, 'unsupported');
    });

    it('leaves other classes alone', () => {
        assert.deepEqual(uncompiledTests([source('public class Y { }')], empty, [], null), []);
    });
});
