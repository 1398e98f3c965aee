/** `String.format`: the quoting and placeholder rules of Java's MessageFormat. */
import type { Value } from '../runtime/program.ts';
import { apexException, Unsupported } from '../values/exceptions.ts';
import { toText } from '../values/text.ts';

/**
 * Replaces `{0}`, `{1}`, ...; `''` is a quote, text between single quotes is literal. Placeholders without an argument stay.
 * Throws StringException for a placeholder that is no number.
 */
export function messageFormat(pattern: string, args: readonly Value[]): string {
    // Each argument says its text once, also when it stands in several places: a user's toString may count its calls.
    const texts = args.map((arg) => toText(arg));
    let result = '';
    let quoted = false;
    for (let index = 0; index < pattern.length; index++) {
        const character = pattern[index]!;
        if (character === "'") {
            if (pattern[index + 1] === "'") {
                result += "'";
                index++;
            } else {
                quoted = !quoted;
            }
        } else if (character === '{' && !quoted) {
            const end = pattern.indexOf('}', index);
            if (end < 0) throw apexException('StringException', 'Unmatched braces in the pattern.');
            result += placeholder(pattern.slice(index + 1, end), texts);
            index = end;
        } else {
            result += character;
        }
    }
    return result;
}

function placeholder(text: string, args: readonly string[]): string {
    if (text.includes(',')) throw new Unsupported(`String.format with a format type: {${text}}`);
    if (!/^\s*\d+\s*$/.test(text)) throw apexException('StringException', `can't parse argument number: ${text}`);
    const index = Number(text);
    return args[index] ?? `{${index}}`;
}
