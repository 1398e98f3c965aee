/** What became of work that threw. */
import type { Runtime } from '../runtime/runtime.ts';
import { ApexException, AssertException, LimitException, Unsupported } from '../values/exceptions.ts';

/** A failure that a test reports, or anonymous Apex shows. */
export interface Failure {
    readonly outcome: 'fail' | 'unsupported';
    readonly message: string;
    readonly stack: string | null;
}

/** Turns what a test threw into its outcome. */
export function failureOf(error: unknown, runtime: Runtime): Failure {
    const failure = runtime.normalizeError(error);
    const stack = runtime.stackTraceOf(failure) || null;
    if (failure instanceof Unsupported) {
        return { outcome: 'unsupported', message: failure.message, stack };
    }
    if (failure instanceof ApexException) {
        const message = failure.message === null ? failure.typeName : `${failure.typeName}: ${failure.message}`;
        return { outcome: 'fail', message, stack };
    }
    if (failure instanceof LimitException || failure instanceof AssertException) {
        return { outcome: 'fail', message: `${failure.name}: ${failure.message}`, stack };
    }
    // A mistake of the local org itself: its own stack is what helps.
    const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    return { outcome: 'fail', message: `Internal error: ${text.split('\n').slice(0, 4).join(' | ')}`, stack };
}
