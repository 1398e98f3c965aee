/** What tests use of the governor limits: per test, and at most per entry point of the code under test. */
import { observeLimits } from '../engine/limits.ts';
import { framesOfStack } from '../runtime/stacks.ts';
import type { Program } from '../runtime/program.ts';
import type { LimitName } from '../runtime/transaction.ts';

/** Columns of both tables. */
const SHOWN: readonly (readonly [LimitName, string])[] = [
    ['queries', 'queries'],
    ['queryRows', 'rows read'],
    ['dmlStatements', 'DML'],
    ['dmlRows', 'rows written'],
    ['queueableJobs', 'queueables'],
    ['publishImmediateDml', 'events'],
    ['callouts', 'callouts'],
    ['emailInvocations', 'e-mails']
];

type Usage = Partial<Record<LimitName, number>>;

/** Collects while tests run. Attempts of a partial save that were undone count too. */
export class LimitUsage {
    private readonly program: Program;
    private readonly tests: (readonly [string, Usage])[] = [];
    private readonly entryPoints = new Map<string, Usage>();
    private test: Usage = {};
    private entries = new Map<string, Usage>();

    constructor(program: Program) {
        this.program = program;
    }

    /** Runs work and counts what it uses. */
    during<T>(work: () => T): T {
        observeLimits((name, amount) => this.add(name, amount));
        try {
            return work();
        } finally {
            observeLimits(null);
        }
    }

    /** A test is over: what was used since the last one was its own. */
    endTest(name: string): void {
        this.tests.push([name, this.test]);
        for (const [entry, usage] of this.entries) {
            const most = this.entryPoints.get(entry) ?? {};
            for (const [limit, used] of Object.entries(usage) as [LimitName, number][]) {
                most[limit] = Math.max(most[limit] ?? 0, used);
            }
            this.entryPoints.set(entry, most);
        }
        this.test = {};
        this.entries = new Map();
    }

    private add(name: LimitName, amount: number): void {
        this.test[name] = (this.test[name] ?? 0) + amount;
        const entry = this.entryPoint();
        if (entry !== null) {
            const usage = this.entries.get(entry) ?? {};
            usage[name] = (usage[name] ?? 0) + amount;
            this.entries.set(entry, usage);
        }
    }

    /** The outermost method or trigger that is no test; null while the test itself works. */
    private entryPoint(): string | null {
        const frames = framesOfStack(new Error().stack ?? '');
        const isOurs = (className: string): boolean =>
            this.program.classNamed(className.split('.')[0] ?? '')?.isTest !== true;
        const outermost = frames.findLast((frame) => frame.kind === 'trigger' || isOurs(frame.className));
        if (!outermost) return null;
        return outermost.kind === 'trigger'
            ? `trigger ${outermost.className}`
            : `${outermost.className}.${outermost.method}`;
    }

    /** One line per test, in the order of the run. */
    testTable(): string {
        return table('test', this.tests);
    }

    /** One line per entry point with the most that one test used through it, the hungriest first. */
    entryPointTable(): string {
        const weight = (usage: Usage): number => (usage.queries ?? 0) + (usage.dmlStatements ?? 0);
        return table(
            'entry point',
            [...this.entryPoints].sort((a, b) => weight(b[1]) - weight(a[1]) || a[0].localeCompare(b[0]))
        );
    }
}

function table(title: string, rows: readonly (readonly [string, Usage])[]): string {
    const width = Math.max(title.length, ...rows.map(([name]) => name.length));
    const line = (name: string, cells: readonly string[]): string =>
        [name.padEnd(width), ...cells.map((cell, at) => cell.padStart(SHOWN[at]?.[1].length ?? 0))].join('  ');
    return [
        line(
            title,
            SHOWN.map(([, label]) => label)
        ),
        ...rows.map(([name, usage]) =>
            line(
                name,
                SHOWN.map(([limit]) => String(usage[limit] ?? 0))
            )
        )
    ].join('\n');
}
