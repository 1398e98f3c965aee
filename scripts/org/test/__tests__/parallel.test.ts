import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { testClass, tinyTree } from '../../engine/__tests__/tinyTree.ts';
import { openOrg } from '../../engine/org.ts';
import { LimitUsage, testTable } from '../limitUsage.ts';
import { runOrgTests } from '../orgTests.ts';
import { mergedCoverage, runTestsInProcesses, type ParallelOptions, type ParallelRun } from '../parallel.ts';
import { lcovReport } from '../report.ts';

const DYING = join(import.meta.dirname, 'fixture/dyingTestProcess.ts');

const FILES = {
    'Service.cls': `public class Service {
    public static Integer calls = 0;
    public static void once() {
        calls++;
        insert new Account(Name = 'a');
        Assert.areEqual(calls, [SELECT COUNT() FROM Account]);
    }
    public static void never() {
        calls = 0;
    }
}`,
    ...Object.fromEntries(
        ['B', 'A', 'D', 'C'].map((name) => [
            `${name}_Test.cls`,
            testClass(`${name}_Test`, { one: 'Service.once();', two: 'Service.once(); Service.once();' })
        ])
    ),
    // A class that sees the data of the org has to come out the same in a process of its own.
    'Sees_Test.cls': testClass('Sees_Test', { own: 'Service.once();' }).replace('@IsTest', '@IsTest(SeeAllData=true)'),
    'Fails_Test.cls': testClass('Fails_Test', { fails: 'Assert.areEqual(1, 2);' }),
    'Broken_Test.cls': testClass('Broken_Test', { broken: 'Integer = ;' })
};

async function inProcesses(
    files: Readonly<Record<string, string>>,
    options: Partial<ParallelOptions> = {}
): Promise<ParallelRun & { inOne: ReturnType<typeof runOrgTests> }> {
    const tree = tinyTree(files);
    try {
        const sourceDirs = [tree.dir];
        const run = await runTestsInProcesses({
            sourceDirs,
            worldFile: null,
            tests: null,
            withLimits: false,
            processes: 3,
            ...options
        });
        const org = openOrg({ sourceDirs, keepGoing: true });
        try {
            return { ...run, inOne: runOrgTests(org, null) };
        } finally {
            org.close();
        }
    } finally {
        tree.remove();
    }
}

test('several processes report what one reports, in the same order, with the same coverage', async () => {
    const { report, inOne, diagnostics, usage } = await inProcesses(FILES);
    const plain = (tests: typeof report.tests) => tests.map(({ ms: _ms, ...rest }) => rest);
    assert.deepEqual(plain(report.tests), plain(inOne.tests));
    assert.equal(lcovReport(report), lcovReport(inOne));
    assert.match(lcovReport(report), /DA:4,13\n/);
    assert.equal(diagnostics.length, 1);
    assert.equal(usage, null);
});

test('a process that ends fails the class that it was at; others run the rest', async () => {
    const { report } = await inProcesses(
        {
            ...FILES,
            'Dies_Test.cls': testClass('Dies_Test', { one: '', two: '' }),
            'Killed_Test.cls': testClass('Killed_Test', { one: '' })
        },
        { entry: DYING, processes: 2 }
    );
    const failed = report.tests
        .filter((each) => each.outcome === 'fail')
        .map(({ class: name, message }) => [name, message]);
    assert.deepEqual(failed.slice(0, 2), [
        ['Dies_Test', 'The process that ran this class ended (exit code 7): out of everything'],
        ['Dies_Test', 'The process that ran this class ended (exit code 7): out of everything']
    ]);
    assert.deepEqual(failed[3], ['Killed_Test', 'The process that ran this class ended (SIGKILL)']);
    assert.equal(report.tests.filter((each) => each.outcome === 'pass').length, 9);
});

test('a single process that ends is replaced, too', async () => {
    const { report } = await inProcesses(
        {
            'Dies_Test.cls': testClass('Dies_Test', { one: '', two: '' }),
            'Z_Test.cls': testClass('Z_Test', { one: '' })
        },
        { entry: DYING, processes: 1 }
    );
    assert.deepEqual(
        report.tests.map((each) => each.outcome),
        ['fail', 'fail', 'pass']
    );
});

test('use of limits comes together from all processes', async () => {
    const compiling = Object.entries(FILES).filter(([name]) => name !== 'Broken_Test.cls');
    const tree = tinyTree(Object.fromEntries(compiling));
    try {
        const sourceDirs = [tree.dir];
        const run = await runTestsInProcesses({
            sourceDirs,
            worldFile: null,
            tests: null,
            withLimits: true,
            processes: 2
        });
        const org = openOrg({ sourceDirs, keepGoing: true });
        try {
            const usage = new LimitUsage(org.program);
            usage.during(() =>
                runOrgTests(org, null, { onResult: (result) => usage.endTest(`${result.class}.${result.method}`) })
            );
            assert.equal(testTable(run.usage ?? { tests: [], entryPoints: [] }), testTable(usage.report));
        } finally {
            org.close();
        }
    } finally {
        tree.remove();
    }
});

test('what one process would refuse is refused', async () => {
    await assert.rejects(inProcesses(FILES, { tests: ['Nobody_Test'] }), {
        name: 'TestError',
        message: 'There is no test Nobody_Test'
    });
});

test('executions of a line are added up', () => {
    const unit = (name: string, lines: readonly (readonly [number, number])[]) => ({
        name,
        path: `${name}.cls`,
        kind: 'class' as const,
        lines: new Map(lines)
    });
    const merged = mergedCoverage([
        [unit('B', [[1, 2]]), unit('A', [[1, 0]])],
        [
            unit('B', [
                [1, 3],
                [2, 0]
            ])
        ]
    ]);
    assert.deepEqual(
        merged.map(({ name, lines }) => [name, [...lines]]),
        [
            ['A', [[1, 0]]],
            [
                'B',
                [
                    [1, 5],
                    [2, 0]
                ]
            ]
        ]
    );
});
