/** Small things that many library classes need. */
import type { Value } from '../runtime/program.ts';
import { apexException } from '../values/exceptions.ts';
import { genericToken, typeToken, type TypeToken } from '../values/typeToken.ts';

/** Throws NullPointerException `Argument cannot be null.` when one of the values is null. */
export function requireArguments(...values: Value[]): void {
    for (const value of values) {
        if (value === null || value === undefined)
            throw apexException('NullPointerException', 'Argument cannot be null.');
    }
}

/** `List<T>` of an element type given by name or token. */
export function listType(element: string | TypeToken): TypeToken {
    return genericToken('List', [typeof element === 'string' ? typeToken(element) : element]);
}

/** Wraps an implementation so that null arguments raise `Argument cannot be null.`; the receiver is never null. */
export function noNulls(implementation: (...args: Value[]) => Value): (...args: Value[]) => Value {
    return (...args) => {
        requireArguments(...args);
        return implementation(...args);
    };
}
