/** Runs tests against one mutant after the other. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mutant } from './mutants.ts';

/** What the command line of both mutation checks may say. */
export interface MutationOptions {
    readonly count: number;
    readonly seed: number;
    readonly atLeast: number;
}

/**
 * Reads `--count --seed --at-least`.
 * @param defaults used for what is not given
 * @returns null for other flags, and when a value is no whole number
 */
export function mutationOptions(argv: readonly string[], defaults: MutationOptions): MutationOptions | null {
    let values;
    try {
        ({ values } = parseArgs({
            args: [...argv],
            options: {
                count: { type: 'string', default: String(defaults.count) },
                seed: { type: 'string', default: String(defaults.seed) },
                'at-least': { type: 'string', default: String(defaults.atLeast) }
            }
        }));
    } catch {
        return null;
    }
    const options = {
        count: Number(values.count),
        seed: Number(values.seed),
        atLeast: Number(values['at-least'])
    };
    return Object.values(options).every(Number.isInteger) && options.count >= 1 ? options : null;
}

export interface MutationRun {
    /** Mutants to try, and how many there are in all. */
    readonly chosen: readonly Mutant[];
    readonly total: number;
    readonly atLeast: number;
    /** Folder with a copy of the sources, which is what gets broken. */
    readonly copy: string;
    /** Whether the tests pass on the copy as it is. */
    readonly testsPass: (mutant: Mutant | null) => boolean;
    readonly print?: (text: string) => void;
}

/** Tries every mutant. 0 when enough were caught, 1 when not or when the tests fail before anything is broken. */
export function runMutants(run: MutationRun): 0 | 1 {
    const { chosen, total, atLeast, copy, testsPass, print = console.log } = run;
    if (!testsPass(null)) {
        print('The tests fail before anything is broken');
        return 1;
    }
    let caught = 0;
    for (const [index, mutant] of chosen.entries()) {
        const file = join(copy, mutant.path);
        const original = readFileSync(file);
        writeFileSync(file, mutant.text);
        const isCaught = !testsPass(mutant);
        writeFileSync(file, original);
        caught += isCaught ? 1 : 0;
        const verdict = isCaught ? 'caught ' : 'MISSED ';
        print(
            `${verdict} ${index + 1}/${chosen.length} ${mutant.path}:${mutant.line} ${mutant.before} -> ${mutant.after}`
        );
    }
    print(
        `${caught} of ${chosen.length} broken conditions were caught (${total} can be broken); at least ${atLeast} are asked for`
    );
    return chosen.length > 0 && caught >= Math.min(atLeast, chosen.length) ? 0 : 1;
}
