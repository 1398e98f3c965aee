/** Text to tokens. Comments and white space are dropped; positions are kept. */

export type TokenKind = 'name' | 'integer' | 'long' | 'double' | 'decimal' | 'string' | 'symbol' | 'end';

export interface Token {
    readonly kind: TokenKind;
    /** Source spelling of names and symbols; digits of numbers; unescaped text of strings. */
    readonly text: string;
    /** Lower case of `text` for names, `text` for symbols, empty for literals. */
    readonly lower: string;
    readonly start: number;
    readonly end: number;
    readonly line: number;
    readonly column: number;
}

/** The text is not Apex. Positions count from 1. */
export class ApexSyntaxError extends Error {
    readonly line: number;
    readonly column: number;
    constructor(message: string, line: number, column: number) {
        super(message);
        this.name = 'ApexSyntaxError';
        this.line = line;
        this.column = column;
    }
}

/** Longest first. `>` is always single: the parser joins `>>`, `>=` and so on, because of `List<List<X>>`. */
const symbols = [
    '<<=',
    '===',
    '!==',
    '&&',
    '||',
    '==',
    '!=',
    '<>',
    '<=',
    '<<',
    '++',
    '--',
    '+=',
    '-=',
    '*=',
    '/=',
    '&=',
    '|=',
    '^=',
    '=>',
    '??',
    '?.'
];
const symbolsByFirst = new Map<string, string[]>();
for (const symbol of symbols) {
    const first = symbol[0] ?? '';
    symbolsByFirst.set(first, [...(symbolsByFirst.get(first) ?? []), symbol]);
}

const escapes: Readonly<Record<string, string>> = {
    n: '\n',
    t: '\t',
    b: '\b',
    r: '\r',
    f: '\f',
    '\\': '\\',
    "'": "'",
    '"': '"',
    '/': '/'
};

const namePattern = /[A-Za-z_$][A-Za-z0-9_$]*/y;
const numberPattern = /(?:\d+(?:\.\d+)?|\.\d+)([lLdD]?)/y;
const blankPattern = /[ \t\r\f\v\u00a0\ufeff]+/y;

/** @throws ApexSyntaxError for an unfinished string or comment. */
export function tokenize(source: string, firstLine = 1, firstColumn = 1): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    let line = firstLine;
    let lineStart = 1 - firstColumn;
    const length = source.length;

    function push(kind: TokenKind, text: string, lower: string, start: number, end: number): void {
        tokens.push({ kind, text, lower, start, end, line, column: start - lineStart + 1 });
    }
    function countLines(from: number, to: number): void {
        for (let i = source.indexOf('\n', from); i >= 0 && i < to; i = source.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
    }

    while (at < length) {
        const code = source.charCodeAt(at);
        if (code === 10) {
            line++;
            at++;
            lineStart = at;
            continue;
        }
        if (code === 32 || code === 9 || code === 13 || code === 12 || code === 11 || code === 160 || code === 0xfeff) {
            blankPattern.lastIndex = at;
            blankPattern.test(source);
            at = blankPattern.lastIndex;
            continue;
        }
        if (code === 47 && source.charCodeAt(at + 1) === 47) {
            const end = source.indexOf('\n', at);
            at = end < 0 ? length : end;
            continue;
        }
        if (code === 47 && source.charCodeAt(at + 1) === 42) {
            const end = source.indexOf('*/', at + 2);
            if (end < 0) throw new ApexSyntaxError('Comment is not closed', line, at - lineStart + 1);
            countLines(at, end);
            at = end + 2;
            continue;
        }
        if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36) {
            namePattern.lastIndex = at;
            namePattern.test(source);
            const text = source.slice(at, namePattern.lastIndex);
            push('name', text, text.toLowerCase(), at, namePattern.lastIndex);
            at = namePattern.lastIndex;
            continue;
        }
        const isDigit = code >= 48 && code <= 57;
        if (isDigit || (code === 46 && isDigitCode(source.charCodeAt(at + 1)))) {
            numberPattern.lastIndex = at;
            const match = numberPattern.exec(source);
            const whole = match?.[0] ?? '';
            const suffix = (match?.[1] ?? '').toLowerCase();
            const digits = suffix ? whole.slice(0, -1) : whole;
            const kind =
                suffix === 'l' ? 'long' : suffix === 'd' ? 'double' : digits.includes('.') ? 'decimal' : 'integer';
            push(kind, digits.startsWith('.') ? '0' + digits : digits, '', at, at + whole.length);
            at += whole.length;
            continue;
        }
        if (code === 39) {
            at = readString(at);
            continue;
        }
        const first = source[at] ?? '';
        let symbol = first;
        for (const candidate of symbolsByFirst.get(first) ?? []) {
            if (source.startsWith(candidate, at)) {
                symbol = candidate;
                break;
            }
        }
        push('symbol', symbol, symbol, at, at + symbol.length);
        at += symbol.length;
    }
    push('end', '', '', at, at);
    return tokens;

    /** Reads a `'...'` or `'''...'''` literal and answers the offset behind it. */
    function readString(start: number): number {
        const isMultiLine = source.startsWith("'''", start) && /^'''[ \t]*\r?\n/.test(source.slice(start, start + 200));
        let i = start + (isMultiLine ? source.slice(start).indexOf('\n') + 1 : 1);
        let text = '';
        let from = i;
        for (;;) {
            const c = source[i];
            if (c === undefined || (c === '\n' && !isMultiLine)) {
                throw new ApexSyntaxError('String is not closed', line, start - lineStart + 1);
            }
            if (c === '\\') {
                const next = source[i + 1] ?? '';
                text += source.slice(from, i);
                if (next === 'u') {
                    text += String.fromCharCode(parseInt(source.slice(i + 2, i + 6), 16));
                    i += 6;
                } else {
                    // Unknown escapes stay as written: `\_` and `\%` occur in SOQL inside brackets.
                    text += escapes[next] ?? '\\' + next;
                    i += 2;
                }
                from = i;
            } else if (isMultiLine ? source.startsWith("'''", i) : c === "'") {
                text += source.slice(from, i);
                break;
            } else {
                i++;
            }
        }
        const end = i + (isMultiLine ? 3 : 1);
        push('string', text, '', start, end);
        countLines(start, end);
        return end;
    }
}

function isDigitCode(code: number): boolean {
    return code >= 48 && code <= 57;
}
