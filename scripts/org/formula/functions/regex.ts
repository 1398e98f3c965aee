/** Regular expressions of the REGEX function: Java syntax, whole text must match. */
import { FormulaRuntimeError } from '../types.ts';

const compiled = new Map<string, RegExp>();

/** Throws FormulaRuntimeError for a pattern that is not valid. */
export function formulaRegex(pattern: string): RegExp {
    let regex = compiled.get(pattern);
    if (regex === undefined) {
        regex = translate(pattern);
        compiled.set(pattern, regex);
    }
    return regex;
}

const posixClasses: Readonly<Record<string, string>> = {
    Alpha: 'A-Za-z',
    Digit: '0-9',
    Alnum: 'A-Za-z0-9',
    Upper: 'A-Z',
    Lower: 'a-z',
    Punct: '!-\\/:-@\\[-`{-~',
    Space: '\\s'
};

function translate(pattern: string): RegExp {
    let flags = 'su';
    let body = pattern.replace(/^\(\?i\)/, () => {
        flags += 'i';
        return '';
    });
    body = body.replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_all, quoted: string) =>
        quoted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    );
    body = body.replace(
        /\[([^\]]*)\\p\{(Alpha|Digit|Alnum|Upper|Lower|Punct|Space)\}/g,
        (_all, before: string, name: string) => {
            return `[${before}${posixClasses[name]}`;
        }
    );
    body = body.replace(
        /\\p\{(Alpha|Digit|Alnum|Upper|Lower|Punct|Space)\}/g,
        (_all, name: string) => `[${posixClasses[name]}]`
    );
    try {
        return new RegExp(`^(?:${body})$`, flags);
    } catch {
        try {
            // Java allows escapes that the unicode mode refuses, such as \- outside of a class.
            return new RegExp(`^(?:${body})$`, flags.replace('u', ''));
        } catch {
            throw new FormulaRuntimeError(`REGEX: '${pattern}' is not a regular expression`);
        }
    }
}
