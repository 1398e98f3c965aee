/** Splits formula source into tokens. Comments are C style and vanish. */
import { FormulaSyntaxError } from './types.ts';

export interface Token {
    readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
    /** Text literals hold their value, names and symbols their spelling. */
    readonly text: string;
    /** Characters from the start of the source. */
    readonly offset: number;
}

const symbols = [
    '&&',
    '||',
    '==',
    '!=',
    '<>',
    '<=',
    '>=',
    '(',
    ')',
    ',',
    '+',
    '-',
    '*',
    '/',
    '^',
    '&',
    '=',
    '<',
    '>',
    '!'
];
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
// A name may have dots (paths), a colon (Owner:User) and start with $ (globals).
const name = /[$A-Za-z_][\w$]*(?:[.:][A-Za-z_]\w*)*/y;
const space = /(?:\s|\/\*[\s\S]*?\*\/)+/y;

/** Throws FormulaSyntaxError on a character that no token starts with and on an open text literal. */
export function tokenize(source: string): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    const match = (pattern: RegExp): string | null => {
        pattern.lastIndex = at;
        return pattern.exec(source)?.[0] ?? null;
    };
    while (true) {
        at += match(space)?.length ?? 0;
        if (at >= source.length) {
            tokens.push({ kind: 'end', text: 'end of formula', offset: at });
            return tokens;
        }
        const character = source.charAt(at);
        if (character === '"' || character === "'") {
            const literal = readText(source, at);
            tokens.push({ kind: 'text', text: literal.value, offset: at });
            at = literal.end;
            continue;
        }
        const word = match(name);
        const digits = word === null ? match(number) : null;
        const symbol = word ?? digits ?? symbols.find((candidate) => source.startsWith(candidate, at));
        if (symbol === undefined) {
            throw new FormulaSyntaxError(`Syntax error. Found '${character}'`, at);
        }
        tokens.push({ kind: word !== null ? 'name' : digits !== null ? 'number' : 'symbol', text: symbol, offset: at });
        at += symbol.length;
    }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function readText(source: string, start: number): { value: string; end: number } {
    const quote = source.charAt(start);
    let value = '';
    for (let at = start + 1; at < source.length; at++) {
        const character = source.charAt(at);
        if (character === quote) {
            return { value, end: at + 1 };
        }
        if (character === '\\' && at + 1 < source.length) {
            at++;
            const escaped = source.charAt(at);
            value += escapes[escaped] ?? escaped;
        } else {
            value += character;
        }
    }
    throw new FormulaSyntaxError('Syntax error. Missing closing quote', start);
}
