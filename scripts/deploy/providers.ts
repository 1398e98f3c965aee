/**
 * Sources of history that an org may have or not: each provider of the timeline reads a platform object by name, after a
 * look at its description. What they need is read from their Apex, so that a new provider is known here at once.
 */

export interface ProviderFact {
    /** The platform's object with the rows. */
    readonly object: string;
    /** Objects that connect the rows with people. */
    readonly connections: readonly string[];
    /** Fields of the object, without those of parents. */
    readonly fields: readonly string[];
}

const textOf = (apex: string, method: string): string | undefined =>
    new RegExp(`\\b${method}\\(\\)\\s*\\{\\s*return\\s+([^;]+);`).exec(apex)?.[1];

const literals = (expression: string | undefined): string[] =>
    [...(expression ?? '').matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');

/** @param apex text of a class; undefined when it is no provider of platform records */
export function providerOf(apex: string): ProviderFact | undefined {
    if (!/\bclass\s+\w+\s+extends\s+RecordProvider\b/.test(apex)) return undefined;
    const [object] = literals(textOf(apex, 'source'));
    if (object === undefined) return undefined;
    const fields = literals(textOf(apex, 'fields')).flatMap((part) => part.split(','));
    return {
        object,
        connections: literals(textOf(apex, 'connections')),
        fields: fields.map((field) => field.trim()).filter((field) => field !== '' && !field.includes('.'))
    };
}
