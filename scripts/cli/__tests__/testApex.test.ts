import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testClass, tinyTree } from '../../org/engine/__tests__/tinyTree.ts';

const COMMAND = fileURLToPath(new URL('../testApex.ts', import.meta.url));

function run(files: Readonly<Record<string, string>>, args: (dir: string) => string[]) {
    const tree = tinyTree(files);
    try {
        const done = spawnSync(process.execPath, [COMMAND, ...args(tree.dir)], { cwd: tree.dir, encoding: 'utf8' });
        let json: unknown = null;
        try {
            json = JSON.parse(readFileSync(join(tree.dir, 'out.json'), 'utf8'));
        } catch {
            // Not every run writes one.
        }
        return { code: done.status, text: done.stdout + done.stderr, json };
    } finally {
        tree.remove();
    }
}

const GOOD = testClass('GoodTest', { works: `Assert.areEqual(4, Calc.twice(2));` });
const BAD = testClass('BadTest', { fails: `Assert.areEqual(5, Calc.twice(2));` });
const CALC = 'public class Calc {\n    public static Integer twice(Integer n) {\n        return n * 2;\n    }\n}';

describe('test:apex', () => {
    it('exits with 0 when everything passes, and writes JSON with exactly the agreed keys', () => {
        const { code, json } = run({ 'Calc.cls': CALC, 'GoodTest.cls': GOOD }, (dir) => [
            '--source-dir',
            dir,
            '--json',
            'out.json'
        ]);
        assert.equal(code, 0);
        const report = json as { tests: { ms: unknown }[] };
        report.tests.forEach((test) => (test.ms = typeof test.ms));
        assert.deepEqual(report, {
            passed: 1,
            failed: 0,
            unsupported: 0,
            tests: [{ class: 'GoodTest', method: 'works', outcome: 'pass', message: null, ms: 'number' }],
            coverage: [{ class: 'Calc', covered: 1, total: 1 }]
        });
    });

    it('exits with 1 when a test fails', () => {
        const { code, text } = run({ 'Calc.cls': CALC, 'BadTest.cls': BAD, 'GoodTest.cls': GOOD }, (dir) => [
            '--source-dir',
            dir
        ]);
        assert.equal(code, 1);
        assert.match(text, /FAIL {2}BadTest\.fails/);
        assert.match(text, /1 passed, 1 failed, 0 unsupported/);
    });

    it('exits with 1 when a class does not compile, and prints path, line, column and message', () => {
        const { code, text } = run({ 'Calc.cls': `public class Calc {\n    Nothing x;\n}` }, (dir) => [
            '--source-dir',
            dir
        ]);
        assert.equal(code, 1);
        assert.match(text, /Calc\.cls:2:\d+ \S+/);
    });

    it('takes the package directories of sfdx-project.json when no folder is named', () => {
        const project = JSON.stringify({ packageDirectories: [{ path: 'classes' }] });
        const { code, text } = run({ 'Calc.cls': CALC, 'GoodTest.cls': GOOD, 'sfdx-project.json': project }, () => []);
        assert.equal(code, 0, text);
        assert.match(text, /1 passed/);
    });

    it('runs single classes and methods', () => {
        const files = { 'Calc.cls': CALC, 'GoodTest.cls': GOOD, 'BadTest.cls': BAD };
        assert.equal(run(files, (dir) => ['--source-dir', dir, '--tests', 'GoodTest']).code, 0);
        assert.equal(run(files, (dir) => ['--source-dir', dir, '--tests', 'goodtest.WORKS']).code, 0);
    });

    it('reports the same from several processes as from one, and exits alike', () => {
        const files = { 'Calc.cls': CALC, 'BadTest.cls': BAD, 'GoodTest.cls': GOOD };
        const [one, several] = ['1', '2'].map((count) => {
            const done = run(files, (dir) => ['--source-dir', dir, '--processes', count, '--json', 'out.json']);
            (done.json as { tests: { ms: number }[] }).tests.forEach((test) => (test.ms = 0));
            return { ...done, text: done.text.replace(/in [\d.]+ s/, '').replaceAll(/\/tmp\/local-org-\w+/g, '') };
        });
        assert.deepEqual(one, several);
        assert.equal(one?.code, 1);
    });

    it('writes what entry points use at most', () => {
        const files = {
            'Calc.cls': CALC.replace('public static', '@AuraEnabled public static'),
            'GoodTest.cls': GOOD
        };
        const tree = tinyTree(files);
        const args = [COMMAND, '--source-dir', tree.dir, '--tests', 'GoodTest', '--entry-points', 'limits.md'];
        try {
            const done = spawnSync(process.execPath, args, { cwd: tree.dir, encoding: 'utf8' });
            assert.equal(done.status, 0, done.stderr);
            assert.match(readFileSync(join(tree.dir, 'limits.md'), 'utf8'), /^\| `Calc\.twice` +\| @AuraEnabled /m);
        } finally {
            tree.remove();
        }
    });

    const wrong: readonly (readonly [string, string[], number])[] = [
        ['an unknown option', ['--nope'], 2],
        ['no number of processes', ['--source-dir', '.', '--processes', '0'], 2],
        ['a folder that is not there', ['--source-dir', 'missing'], 2],
        ['no project and no folder', [], 2],
        ['an empty list of tests', ['--source-dir', '.', '--tests', ','], 2],
        ['a test that is not there', ['--source-dir', '.', '--tests', 'NoSuchTest'], 2]
    ];
    for (const [name, args, expected] of wrong) {
        it(`exits with ${expected} for ${name}`, () => {
            const { code, text } = run({ 'Calc.cls': CALC }, () => args);
            assert.equal(code, expected, text);
            assert.match(text, /Error: /);
        });
    }
});
