/** What a request writes into its debug log, from wherever something happens that the platform logs. */
import type { ApexException } from '../values/exceptions.ts';
import { framesOfStack, runningFrame } from './stacks.ts';
import type { Transaction } from './transaction.ts';

export interface RequestLog {
    /** Writes one line: what happened, and its details as the platform orders them. */
    write(event: string, ...details: readonly string[]): void;
    /** True while no code unit is open. */
    readonly isOutside: boolean;
    enter(): void;
    leave(): void;
}

/** `[12]`, the line of Apex that runs; null when the org itself is at work. */
export function lineOfApex(): string | null {
    const frame = runningFrame();
    return frame ? `[${frame.line}]` : null;
}

/** Runs work as a code unit of the transaction's log, if it has one. */
export function inCodeUnit<T>(tx: Transaction, name: string, work: () => T, ...details: readonly string[]): T {
    const { log } = tx;
    if (!log) return work();
    log.write('CODE_UNIT_STARTED', '[EXTERNAL]', name, ...details);
    log.enter();
    try {
        return work();
    } finally {
        log.leave();
        log.write('CODE_UNIT_FINISHED', name);
    }
}

/** Writes that an exception was thrown, with the line that threw it. */
export function logThrown({ log }: Pick<Transaction, 'log'>, thrown: ApexException): void {
    if (!log) return;
    const [frame] = framesOfStack(thrown.stack ?? '');
    log.write('EXCEPTION_THROWN', `[${frame?.line ?? 'EXTERNAL'}]`, exceptionText(thrown));
}

/** `System.DmlException: Insert failed ...` */
export function exceptionText(thrown: ApexException): string {
    return thrown.message === null ? thrown.typeName : `${thrown.typeName}: ${thrown.message}`;
}
