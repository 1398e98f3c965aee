/** Breaks conditions in Apex, one at a time, to see whether the tests notice. */
import { apexCode, isTestClass } from '../check/houseRules/source.ts';
import { positionAt } from '../shared/sourceFiles.ts';

/** One broken condition. */
export interface Mutant {
    readonly path: string;
    readonly line: number;
    readonly before: string;
    readonly after: string;
    /** The whole class with the condition broken. */
    readonly text: string;
}

/** Operators with blanks around them (as the formatter writes them), so that type arguments are never touched. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
    ' == ': ' != ',
    ' != ': ' == ',
    ' <= ': ' < ',
    ' >= ': ' > ',
    ' < ': ' >= ',
    ' > ': ' <= ',
    ' && ': ' || ',
    ' || ': ' && '
};

/** Every condition of one class that can be broken; none in test classes. */
export function mutantsOf(path: string, text: string): Mutant[] {
    if (isTestClass(text)) {
        return [];
    }
    const code = withoutQueries(apexCode(text));
    return [...code.matchAll(/ (==|!=|<=|>=|<|>|&&|\|\|) /g)].map((match) => {
        const after = REPLACEMENTS[match[0]] ?? match[0];
        return {
            path,
            line: positionAt(text, match.index).line,
            before: match[0].trim(),
            after: after.trim(),
            text: text.slice(0, match.index) + after + text.slice(match.index + match[0].length)
        };
    });
}

/** SOQL has operators of its own spelling: a broken query does not compile, which proves nothing. */
function withoutQueries(code: string): string {
    return code.replace(/\[\s*SELECT\b[^\]]*\]/gi, (match) => match.replace(/[^\n]/g, ' '));
}

/**
 * Takes `count` mutants, spread over as many classes as there are, the same ones every time.
 *
 * @param next numbers in [0, 1) from a seeded generator
 */
export function chooseMutants(all: readonly Mutant[], count: number, next: () => number): Mutant[] {
    const byClass = new Map<string, Mutant[]>();
    for (const mutant of all) {
        byClass.set(mutant.path, [...(byClass.get(mutant.path) ?? []), mutant]);
    }
    const queues = [...byClass.values()].map((mutants) => shuffled(mutants, next));
    const order = shuffled(queues, next);
    const chosen: Mutant[] = [];
    for (let round = 0; chosen.length < count && order.some((queue) => queue.length > round); round++) {
        chosen.push(...order.flatMap((queue) => queue.slice(round, round + 1)));
    }
    return chosen.slice(0, count);
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
    return items
        .map((item) => [next(), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item);
}
