/**
 * Runs test classes in several processes, each with an org of its own in memory. Whoever is idle gets the next class, the
 * longest first; the report is in the order of a run in one process. A process that ends before its time fails the class
 * that it was at, and another one takes over what is left.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ToolError } from '../../shared/toolError.ts';
import type { Diagnostic } from '../runtime/program.ts';
import { mergedUsage, type UsageReport } from './limitUsage.ts';
import type { PlannedTest } from './orgTests.ts';
import type { ClassCoverage, TestReport, TestResult } from './report.ts';
import type { FromTestProcess, TestProcessRequest, ToTestProcess } from './testProcess.ts';

export interface ParallelRun {
    readonly diagnostics: readonly Diagnostic[];
    readonly report: TestReport;
    /** Null unless asked for. */
    readonly usage: UsageReport | null;
}

export interface ParallelOptions extends TestProcessRequest {
    /** Most processes at a time, at least 1. */
    readonly processes: number;
    /** Called as soon as it is known what compiles and what not. */
    readonly onDiagnostics?: (diagnostics: readonly Diagnostic[]) => void;
    /** Module that the processes run; only a test of this file runs another one. */
    readonly entry?: string;
}

const ENTRY = join(import.meta.dirname, 'testProcess.ts');
/** Characters of a process's last words that a report repeats. */
const LAST_WORDS = 2000;

/**
 * @throws ToolError when the sources or the names of the tests are refused
 * @throws Error when a process ends before it could run anything
 */
export function runTestsInProcesses(options: ParallelOptions): Promise<ParallelRun> {
    return new Promise((resolve, reject) => new Coordinator(options, resolve, reject).start());
}

interface Worker {
    readonly child: ChildProcess;
    /** Class that it is at. */
    at: string | null;
    isReady: boolean;
    isDone: boolean;
    lastWords: string;
}

class Coordinator {
    private readonly options: ParallelOptions;
    private readonly resolve: (run: ParallelRun) => void;
    private readonly reject: (error: Error) => void;
    private readonly startedAt = performance.now();
    private readonly workers = new Set<Worker>();
    private readonly results = new Map<string, TestResult>();
    private readonly coverages: (readonly ClassCoverage[])[] = [];
    private readonly usages: UsageReport[] = [];
    private plan: {
        planned: readonly PlannedTest[];
        broken: readonly TestResult[];
        diagnostics: readonly Diagnostic[];
    } | null = null;
    private queue: string[] = [];
    private isOver = false;

    constructor(options: ParallelOptions, resolve: (run: ParallelRun) => void, reject: (error: Error) => void) {
        this.options = options;
        this.resolve = resolve;
        this.reject = reject;
    }

    start(): void {
        for (let count = 0; count < this.options.processes; count++) this.startWorker();
    }

    private startWorker(): void {
        // Options of this process, a debugger's port above all, are not for the others.
        const child = fork(this.options.entry ?? ENTRY, [], {
            execArgv: [],
            serialization: 'advanced',
            stdio: ['ignore', 'ignore', 'pipe', 'ipc']
        });
        const worker: Worker = { child, at: null, isReady: false, isDone: false, lastWords: '' };
        this.workers.add(worker);
        child.stderr?.on('data', (text: Buffer) => {
            worker.lastWords = (worker.lastWords + text.toString()).slice(-LAST_WORDS);
        });
        child.on('message', (message: FromTestProcess) => this.hear(worker, message));
        child.on('error', (error) => this.fail(error));
        // 'close' and not 'exit': its last words are read by then.
        child.on('close', (code, signal) => this.ended(worker, signal ?? `exit code ${code}`));
        const { sourceDirs, worldFile, tests, withLimits } = this.options;
        send(worker, { request: { sourceDirs, worldFile, tests, withLimits } });
    }

    private hear(worker: Worker, message: FromTestProcess): void {
        if (this.isOver) return;
        switch (message.kind) {
            case 'refused':
                this.fail(new ToolError(message.name, message.message, message.actions));
                break;
            case 'ready':
                worker.isReady = true;
                this.plan ??= this.planOf(message);
                this.giveWork(worker);
                break;
            case 'result':
                this.results.set(keyOf(message.result), message.result);
                break;
            case 'idle':
                worker.at = null;
                this.giveWork(worker);
                break;
            case 'done':
                worker.isDone = true;
                this.coverages.push(message.coverage);
                if (message.usage) this.usages.push(message.usage);
                break;
        }
    }

    private planOf(message: FromTestProcess & { kind: 'ready' }): NonNullable<Coordinator['plan']> {
        const sizes = new Map<string, number>();
        for (const test of message.planned) sizes.set(test.class, (sizes.get(test.class) ?? 0) + 1);
        this.queue = [...sizes]
            .sort(([a, sizeOfA], [b, sizeOfB]) => sizeOfB - sizeOfA || a.localeCompare(b))
            .map(([name]) => name);
        this.options.onDiagnostics?.(message.diagnostics);
        return message;
    }

    private giveWork(worker: Worker): void {
        worker.at = this.queue.shift() ?? null;
        send(worker, { runClass: worker.at });
    }

    /** A process ended: after its last word, or before. */
    private ended(worker: Worker, how: string): void {
        this.workers.delete(worker);
        if (this.isOver) return;
        if (!worker.isDone) {
            if (!worker.isReady) {
                this.fail(new Error(`A process for tests ended before it was ready (${how}): ${worker.lastWords}`));
                return;
            }
            this.failClassOf(worker, how);
            if (this.queue.length > 0) this.startWorker();
        }
        if (this.workers.size === 0) this.finish();
    }

    /** What the class of a process that died has not reported did not pass. */
    private failClassOf(worker: Worker, how: string): void {
        const message = `The process that ran this class ended (${how})${worker.lastWords === '' ? '' : `: ${worker.lastWords.trim()}`}`;
        for (const test of this.plan?.planned ?? []) {
            if (test.class === worker.at && !this.results.has(keyOf(test))) {
                this.results.set(keyOf(test), { ...test, outcome: 'fail', message, stack: null, ms: 0 });
            }
        }
    }

    private finish(): void {
        const { planned, broken, diagnostics } = this.plan ?? { planned: [], broken: [], diagnostics: [] };
        const missing = planned.find((test) => !this.results.has(keyOf(test)));
        if (missing) {
            this.fail(new Error(`Nobody ran ${keyOf(missing)}`));
            return;
        }
        this.isOver = true;
        const tests = [...planned.map((test) => this.results.get(keyOf(test)) as TestResult), ...broken];
        this.resolve({
            diagnostics,
            report: { tests, coverage: mergedCoverage(this.coverages), ms: performance.now() - this.startedAt },
            usage: this.options.withLimits ? mergedUsage(this.usages, tests.map(keyOf)) : null
        });
    }

    private fail(error: Error): void {
        if (this.isOver) return;
        this.isOver = true;
        this.workers.forEach(({ child }) => child.kill());
        this.reject(error);
    }
}

const keyOf = (test: PlannedTest): string => `${test.class}.${test.method}`;

function send(worker: Worker, message: ToTestProcess): void {
    // A process that has just died hears nothing; its end is dealt with when it is reported.
    if (worker.child.connected) worker.child.send(message, () => undefined);
}

/** Executions of each line, added up; classes in the order of their names. */
export function mergedCoverage(all: readonly (readonly ClassCoverage[])[]): ClassCoverage[] {
    const units = new Map<string, ClassCoverage & { lines: Map<number, number> }>();
    for (const unit of all.flat()) {
        const known = units.get(unit.path);
        if (!known) {
            units.set(unit.path, { ...unit, lines: new Map(unit.lines) });
            continue;
        }
        for (const [line, count] of unit.lines) known.lines.set(line, (known.lines.get(line) ?? 0) + count);
    }
    return [...units.values()].sort((a, b) => a.name.localeCompare(b.name));
}
