/** Where `System.debug` writes: a list per transaction. */
import type { RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { toText } from '../values/text.ts';

export interface DebugLine {
    /** `DEBUG`, `ERROR`, ... */
    readonly level: string;
    readonly text: string;
    /** Class or trigger and line of the call; empty when it is not known. */
    readonly source: string;
    /** Time of the org's clock. */
    readonly epochMs: number;
}

const DEBUG_LINES = Symbol('debug lines');
/** Oldest lines go first when a transaction writes more. */
const LINES_KEPT = 10_000;

/** The lines of one transaction so far. */
export function debugLines(tx: Transaction): DebugLine[] {
    return tx.slot(DEBUG_LINES, (): DebugLine[] => []);
}

/** Writes one line. */
export function writeDebug(context: RuntimeContext, level: string, message: Value): void {
    const tx = context.tx();
    const [frame] = context.callStack();
    const line: DebugLine = {
        level,
        text: toText(message),
        source: frame ? `${frame.className}:${frame.line}` : '',
        epochMs: tx.clock.now()
    };
    tx.log?.write('USER_DEBUG', `[${frame?.line ?? 'EXTERNAL'}]`, level, line.text);
    const lines = debugLines(tx);
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
}
