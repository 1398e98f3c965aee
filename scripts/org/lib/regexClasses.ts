/** Character classes and escapes of Java regular expressions, as JavaScript `v` syntax. */
import { apexException, Unsupported } from '../values/exceptions.ts';

export interface Piece {
    readonly text: string;
    /** Index behind what was read. */
    readonly end: number;
}

const ASCII_SETS: Readonly<Record<string, string>> = {
    d: '0-9',
    w: 'a-zA-Z_0-9',
    s: '\\t\\n\\x0B\\f\\r\\x20',
    h: '\\t\\x20\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
    v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029'
};

/** POSIX and `java` classes; the POSIX ones are ASCII only. */
const PROPERTIES: Readonly<Record<string, string>> = {
    Lower: 'a-z',
    Upper: 'A-Z',
    ASCII: '\\x00-\\x7F',
    Alpha: 'a-zA-Z',
    Digit: '0-9',
    Alnum: 'a-zA-Z0-9',
    Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
    Graph: '\\x21-\\x7E',
    Print: '\\x20-\\x7E',
    Blank: '\\x20\\t',
    Cntrl: '\\x00-\\x1F\\x7F',
    XDigit: '0-9a-fA-F',
    Space: '\\x20\\t\\n\\x0B\\f\\r',
    javaLowerCase: '\\p{Lowercase}',
    javaUpperCase: '\\p{Uppercase}',
    javaWhitespace: '\\s\\x1C-\\x1F',
    javaLetter: '\\p{L}',
    javaDigit: '\\p{Nd}',
    javaLetterOrDigit: '\\p{L}\\p{Nd}',
    IsAlphabetic: '\\p{Alphabetic}',
    IsLetter: '\\p{L}',
    IsDigit: '\\p{Nd}',
    IsUppercase: '\\p{Uppercase}',
    IsLowercase: '\\p{Lowercase}',
    IsPunctuation: '\\p{P}',
    IsWhite_Space: '\\p{White_Space}',
    L1: '\\x00-\\xFF',
    all: '\\u{0}-\\u{10FFFF}'
};

/** A character as it may stand anywhere, in a class or outside. */
export function literal(character: string): string {
    if (/^[a-zA-Z0-9_ ]$/.test(character)) return character;
    return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

/** `\d`, `\W`, `\p{Alpha}`, `\P{L}`, ...: the inside of a class; null when it is another escape. */
export function classEscape(source: string, position: number): Piece | null {
    const letter = source[position + 1] ?? '';
    const set = ASCII_SETS[letter.toLowerCase()];
    if (set) return { text: letter === letter.toLowerCase() ? set : `[^${set}]`, end: position + 2 };
    if (letter !== 'p' && letter !== 'P') return null;
    const match = /^\{(\^?)([^}]+)\}|^()([A-Z])/.exec(source.slice(position + 2));
    if (!match)
        throw apexException('StringException', `Invalid regex: Unknown character property name near index ${position}`);
    const negated = (letter === 'P') !== (match[1] === '^');
    const text = property(match[2] ?? match[4]!);
    return { text: negated ? `[^${text}]` : text, end: position + 2 + match[0].length };
}

function property(name: string): string {
    const known = PROPERTIES[name];
    if (known) return known;
    const [key, value] = name.includes('=') ? name.split('=') : [undefined, name.replace(/^In|^Is/, '')];
    const candidates = key
        ? [`${key === 'blk' || key === 'block' ? 'Block' : key}=${value}`]
        : [value, `Script=${value}`, `General_Category=${value}`];
    for (const candidate of candidates) {
        try {
            new RegExp(`\\p{${candidate}}`, 'v');
            return `\\p{${candidate}}`;
        } catch {
            // Not a name that JavaScript knows: try the next spelling.
        }
    }
    throw new Unsupported(`\\p{${name}} in a regular expression`);
}

/** One escaped character: `\t`, `\x41`, `\u0041`, `\0101`, `\cA`, `\.`; `text` is the character itself. */
export function characterEscape(source: string, position: number): Piece {
    const rest = source.slice(position);
    const code = /^\\(?:x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4}))/.exec(rest);
    if (code) {
        return {
            text: String.fromCodePoint(parseInt(code[1] ?? code[2] ?? code[3]!, 16)),
            end: position + code[0].length
        };
    }
    const octal = /^\\0([0-3]?[0-7]{1,2})/.exec(rest);
    if (octal) return { text: String.fromCharCode(parseInt(octal[1]!, 8)), end: position + octal[0].length };
    const control = /^\\c(.)/s.exec(rest);
    if (control) return { text: String.fromCharCode(control[1]!.charCodeAt(0) ^ 64), end: position + 3 };
    const simple = { t: '\t', n: '\n', r: '\r', f: '\f', a: '\u0007', e: '\u001b' }[rest[1] ?? ''];
    if (simple) return { text: simple, end: position + 2 };
    if (rest.length < 2 || /[a-zA-Z]/.test(rest[1]!)) {
        throw apexException(
            'StringException',
            `Invalid regex: Illegal/unsupported escape sequence near index ${position + 1}\n${source}`
        );
    }
    const character = String.fromCodePoint(source.codePointAt(position + 1)!);
    return { text: character, end: position + 1 + character.length };
}

/** A bracketed class from its `[`: unions, nested classes and `&&`. */
export function translateClass(source: string, start: number): Piece {
    let position = start + 1;
    const negated = source[position] === '^';
    if (negated) position++;
    const operands: string[] = [];
    let current = '';
    let isFirst = true;
    for (;;) {
        if (position >= source.length) {
            throw apexException(
                'StringException',
                `Invalid regex: Unclosed character class near index ${source.length - 1}\n${source}`
            );
        }
        if (source[position] === ']' && !isFirst) break;
        isFirst = false;
        if (source.startsWith('&&', position)) {
            operands.push(current);
            current = '';
            position += 2;
            continue;
        }
        const item = classItem(source, position);
        current += item.text;
        position = item.end;
    }
    operands.push(current);
    // In `v` syntax every operand of && has to be one class.
    const inside = operands.length === 1 ? operands[0]! : operands.map((operand) => `[${operand}]`).join('&&');
    return { text: `[${negated ? '^' : ''}${inside}]`, end: position + 1 };
}

function classItem(source: string, position: number): Piece {
    if (source[position] === '[') return translateClass(source, position);
    if (source.startsWith('\\Q', position)) {
        const end = source.indexOf('\\E', position);
        const text = source.slice(position + 2, end < 0 ? undefined : end);
        return { text: [...text].map(literal).join(''), end: end < 0 ? source.length : end + 2 };
    }
    if (source[position] === '\\') {
        const set = classEscape(source, position);
        if (set) return set;
    }
    const from = classCharacter(source, position);
    const isRange =
        source[from.end] === '-' &&
        !/^(?:\]|\[|$)/.test(source.slice(from.end + 1)) &&
        !/^-\\[dwshvpDWSHVP]/.test(source.slice(from.end));
    if (!isRange) return { text: literal(from.text), end: from.end };
    const to = classCharacter(source, from.end + 1);
    return { text: `${literal(from.text)}-${literal(to.text)}`, end: to.end };
}

function classCharacter(source: string, position: number): Piece {
    if (source[position] === '\\') return characterEscape(source, position);
    const character = String.fromCodePoint(source.codePointAt(position)!);
    return { text: character, end: position + character.length };
}
