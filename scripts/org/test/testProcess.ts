/**
 * Entry of a process that runs test classes: opens an org of its own in memory, says what there is, runs the classes that
 * it is given one by one, and tells at the end what they covered and used. Started by `parallel.ts` only.
 */
import { ToolError } from '../../shared/toolError.ts';
import { openOrg, type Org } from '../engine/org.ts';
import type { Diagnostic } from '../runtime/program.ts';
import { LimitUsage, type UsageReport } from './limitUsage.ts';
import { OrgTests, type PlannedTest } from './orgTests.ts';
import type { ClassCoverage, TestResult } from './report.ts';

export interface TestProcessRequest {
    readonly sourceDirs: readonly string[];
    readonly worldFile: string | null;
    /** `Class` or `Class.method`; null: all. */
    readonly tests: readonly string[] | null;
    readonly withLimits: boolean;
}

/** What a process is told; null: there is nothing more to run. */
export type ToTestProcess = { readonly request: TestProcessRequest } | { readonly runClass: string | null };

export type FromTestProcess =
    | {
          readonly kind: 'ready';
          readonly diagnostics: readonly Diagnostic[];
          readonly planned: readonly PlannedTest[];
          readonly broken: readonly TestResult[];
      }
    | { readonly kind: 'refused'; readonly name: string; readonly message: string; readonly actions: readonly string[] }
    | { readonly kind: 'result'; readonly result: TestResult }
    | { readonly kind: 'idle' }
    | { readonly kind: 'done'; readonly coverage: readonly ClassCoverage[]; readonly usage: UsageReport | null };

const tell = (message: FromTestProcess): void => {
    process.send?.(message);
};

let org: Org | null = null;
let tests: OrgTests | null = null;
let usage: LimitUsage | null = null;

function open({ sourceDirs, worldFile, tests: names, withLimits }: TestProcessRequest): void {
    try {
        org = openOrg({ sourceDirs, keepGoing: true, ...(worldFile === null ? {} : { worldFile }) });
        tests = new OrgTests(org, names === null ? null : { names });
    } catch (error) {
        if (!(error instanceof ToolError)) throw error;
        tell({ kind: 'refused', name: error.name, message: error.message, actions: error.actions });
        process.disconnect();
        return;
    }
    usage = withLimits ? new LimitUsage(org.program) : null;
    tell({ kind: 'ready', diagnostics: org.diagnostics, planned: tests.planned, broken: tests.broken });
}

function runClass(name: string): void {
    const onResult = (result: TestResult): void => {
        usage?.endTest(`${result.class}.${result.method}`);
        tell({ kind: 'result', result });
    };
    const run = (): void => void tests?.run({ onResult }, name);
    if (usage) usage.during(run);
    else run();
    tell({ kind: 'idle' });
}

process.on('message', (message: ToTestProcess) => {
    if ('request' in message) open(message.request);
    else if (message.runClass !== null) runClass(message.runClass);
    else {
        tell({ kind: 'done', coverage: tests?.coverage ?? [], usage: usage?.report ?? null });
        tests?.close();
        org?.close();
        process.disconnect();
    }
});
