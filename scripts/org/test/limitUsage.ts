/** What tests use of the governor limits: per test, and at most per call of an entry point of the code under test. */
import { observeLimits, type LimitCounters } from '../engine/limits.ts';
import type { Program } from '../runtime/program.ts';
import type { LimitName } from '../runtime/transaction.ts';
import { watchEntryPoints, type EntryPoint } from './entryPoints.ts';

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

export type Usage = Partial<Record<LimitName, number>>;

export interface TestUsage {
    /** `Class.method` */
    readonly test: string;
    readonly usage: Usage;
}

export interface EntryUsage {
    readonly entry: EntryPoint;
    /** The most of each limit that one call used; for a trigger, that one DML statement used in it. */
    readonly most: Usage;
    /** Largest share of a limit that was used, 0.12 for 12 %, and of which; of none when nothing was. */
    readonly share: number;
    readonly of: LimitName | null;
}

/** What was counted; plain data, so that it can come from another process. */
export interface UsageReport {
    readonly tests: readonly TestUsage[];
    readonly entryPoints: readonly EntryUsage[];
}

const NOTHING: Omit<EntryUsage, 'entry'> = { most: {}, share: 0, of: null };

/** Consumption that belongs together: one call, or what one DML statement makes a trigger do. */
interface Window {
    readonly entry: EntryPoint;
    readonly counters: LimitCounters;
    readonly usage: Usage;
}

/** Collects while tests run. Attempts of a partial save that were undone count too. */
export class LimitUsage {
    private readonly program: Program;
    private readonly tests: TestUsage[] = [];
    private readonly entryPoints = new Map<string, EntryUsage>();
    private test: Usage = {};
    /** Entry points that are open, outermost first: it is the outermost whose transaction this is. */
    private readonly open: EntryPoint[] = [];
    private window: Window | null = null;

    constructor(program: Program) {
        this.program = program;
    }

    /** Runs work and counts what it uses. */
    during<T>(work: () => T): T {
        observeLimits((name, amount, counters) => this.add(name, amount, counters));
        const unwatch = watchEntryPoints(this.program, (entry) => this.enter(entry));
        try {
            return work();
        } finally {
            unwatch();
            observeLimits(null);
        }
    }

    /** A test is over: what was used since the last one was its own. */
    endTest(test: string): void {
        this.endWindow();
        this.tests.push({ test, usage: this.test });
        this.test = {};
    }

    get report(): UsageReport {
        return { tests: this.tests, entryPoints: [...this.entryPoints.values()] };
    }

    private enter(entry: EntryPoint): () => void {
        const isTrigger = entry.kind.startsWith('trigger');
        // Firings of a trigger by one statement (before and after, each 200 records) belong together.
        if (this.open.length === 0 && !(isTrigger && this.window?.entry.name === entry.name)) this.endWindow();
        this.open.push(entry);
        if (!this.entryPoints.has(keyOf(entry))) this.entryPoints.set(keyOf(entry), { entry, ...NOTHING });
        return () => {
            this.open.pop();
            if (this.open.length === 0 && !isTrigger) this.endWindow();
        };
    }

    private add(name: LimitName, amount: number, counters: LimitCounters): void {
        this.test[name] = (this.test[name] ?? 0) + amount;
        const [entry] = this.open;
        if (entry === undefined) {
            // The test itself begins another statement.
            if (name === 'dmlStatements') this.endWindow();
            return;
        }
        if (this.window?.entry !== entry && this.window?.entry.name !== entry.name) this.endWindow();
        if (this.window && this.window.counters !== counters) this.endWindow();
        this.window ??= { entry, counters, usage: {} };
        this.window.usage[name] = (this.window.usage[name] ?? 0) + amount;
    }

    private endWindow(): void {
        const { window } = this;
        this.window = null;
        if (!window) return;
        const key = keyOf(window.entry);
        this.entryPoints.set(
            key,
            larger(this.entryPoints.get(key) ?? { entry: window.entry, ...NOTHING }, {
                entry: window.entry,
                most: window.usage,
                ...shareOf(window)
            })
        );
    }
}

const keyOf = (entry: EntryPoint): string => `${entry.kind} ${entry.name}`;

function shareOf({ usage, counters }: Window): { share: number; of: LimitName | null } {
    return (Object.entries(usage) as [LimitName, number][])
        .filter(([, used]) => used > 0)
        .map(([of, used]) => ({ share: used / counters.allowed(of), of }))
        .reduce((most, one) => (one.share > most.share ? one : most), { share: 0, of: null as LimitName | null });
}

function larger(one: EntryUsage, other: EntryUsage): EntryUsage {
    const most: Usage = { ...one.most };
    for (const [limit, used] of Object.entries(other.most) as [LimitName, number][]) {
        most[limit] = Math.max(most[limit] ?? 0, used);
    }
    const { share, of } = other.share > one.share ? other : one;
    return { entry: one.entry, most, share, of };
}

/**
 * What several processes counted, as if it had been one.
 * @param order tests in the order of the report
 */
export function mergedUsage(reports: readonly UsageReport[], order: readonly string[]): UsageReport {
    const place = new Map(order.map((test, at) => [test, at]));
    const entries = new Map<string, EntryUsage>();
    for (const one of reports.flatMap((report) => report.entryPoints)) {
        const known = entries.get(keyOf(one.entry));
        entries.set(keyOf(one.entry), known ? larger(known, one) : one);
    }
    return {
        tests: reports
            .flatMap((report) => report.tests)
            .sort((a, b) => (place.get(a.test) ?? order.length) - (place.get(b.test) ?? order.length)),
        entryPoints: [...entries.values()]
    };
}

/** One line per test, in the order of the run. */
export function testTable(report: UsageReport): string {
    const rows = report.tests.map(({ test, usage }) => [test, ...figures(usage)]);
    return table(['test', ...SHOWN.map(([, label]) => label)], rows);
}

/** One line per entry point with the most that one call of it used, the hungriest first. */
export function entryPointTable(report: UsageReport): string {
    return table(ENTRY_HEAD, entryRows(report));
}

const ABOUT = `# What entry points use of the governor limits

The most that one call of each entry point used in the Apex tests: a call of a method, a run of a job, or what one DML statement makes a trigger do. Where code calls another entry point, the outer one is charged, as in a transaction. The limit that is nearest decides the order. Written by \`npm run test:apex -- --entry-points FILE\`.
`;

/** The same as a page in Markdown. */
export function entryPointMarkdown(report: UsageReport): string {
    const rows = [ENTRY_HEAD, ...entryRows(report).map(([name, ...rest]) => [`\`${name}\``, ...rest])];
    const widths = ENTRY_HEAD.map((_label, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
    const line = (cells: readonly string[]): string =>
        `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
    const [head = [], ...body] = rows;
    return [ABOUT, line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line), ''].join('\n');
}

const ENTRY_HEAD = ['entry point', 'kind', ...SHOWN.map(([, label]) => label), 'nearest limit'];

function entryRows(report: UsageReport): string[][] {
    return report.entryPoints
        .toSorted((a, b) => b.share - a.share || a.entry.name.localeCompare(b.entry.name))
        .map(({ entry, most, share, of }) => {
            const label = SHOWN.find(([limit]) => limit === of)?.[1] ?? of;
            const nearest = label === null ? '-' : `${(share * 100).toFixed(1)} % of ${label}`;
            return [entry.name, entry.kind, ...figures(most), nearest];
        });
}

const figures = (usage: Usage): string[] => SHOWN.map(([limit]) => String(usage[limit] ?? 0));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const widths = head.map((label, at) => Math.max(label.length, ...rows.map((row) => row[at]?.length ?? 0)));
    const isNumber = (cell: string): boolean => /^\d+$/.test(cell);
    return [head, ...rows]
        .map((row) =>
            row
                .map((cell, at) => (isNumber(cell) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
                .join('  ')
                .trimEnd()
        )
        .join('\n');
}
