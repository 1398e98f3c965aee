/**
 * Apex as the Graph Engine can read it. Its parser is older than the language: it breaks off at a `??` that a loop runs
 * over and at a cast that a switch decides by. Both are put in words that it knows, on the same lines.
 */
import { apexCode } from '../houseRules/source.ts';

/** Text of a class or trigger with nothing in it that stops the engine; every line stays where it is. */
export function readableText(text: string): string {
    return withoutCastSwitches(withoutCoalescingLoops(text));
}

/** `for (Lead each : found ?? none)` runs over `found`. */
function withoutCoalescingLoops(text: string): string {
    const code = apexCode(text);
    const cuts: (readonly [from: number, to: number])[] = [];
    for (const match of code.matchAll(/\bfor\s*\(/g)) {
        const open = match.index + match[0].length;
        const close = closing(code, open);
        const colon = atTopLevel(code, open, close, ':');
        const operator = colon < 0 ? -1 : atTopLevel(code, colon, close, '??');
        if (operator >= 0) {
            cuts.push([operator, close]);
        }
    }
    return cuts.reduceRight(
        (rest, [from, to]) => rest.slice(0, from) + blank(rest.slice(from, to)) + rest.slice(to),
        text
    );
}

/** `switch on (String) value {` decides by `String.valueOf(value)`. */
function withoutCastSwitches(text: string): string {
    return text.replace(/\bswitch on \(\s*[\w.]+\s*\)\s*([^{\n]+?) \{/g, 'switch on String.valueOf($1) {');
}

/** Offset of the bracket that closes what is open at `from`. */
function closing(code: string, from: number): number {
    let depth = 1;
    for (let index = from; index < code.length; index++) {
        const character = code[index] ?? '';
        depth += '([{'.includes(character) ? 1 : ')]}'.includes(character) ? -1 : 0;
        if (depth === 0) {
            return index;
        }
    }
    return code.length;
}

/** Offset of a sign between two offsets outside of all brackets; -1: there is none. */
function atTopLevel(code: string, from: number, to: number, sign: string): number {
    let depth = 0;
    for (let index = from; index < to; index++) {
        const character = code[index] ?? '';
        depth += '([{'.includes(character) ? 1 : ')]}'.includes(character) ? -1 : 0;
        if (depth === 0 && code.startsWith(sign, index)) {
            return index;
        }
    }
    return -1;
}

function blank(text: string): string {
    return text.replace(/[^\n]/g, ' ');
}
