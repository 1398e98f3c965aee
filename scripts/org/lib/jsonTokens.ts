/** JSON text to tokens, one at a time, with the errors of the platform's parser. */
import { apexException } from '../values/exceptions.ts';

export type TokenKind =
    | 'START_OBJECT'
    | 'END_OBJECT'
    | 'START_ARRAY'
    | 'END_ARRAY'
    | 'FIELD_NAME'
    | 'VALUE_STRING'
    | 'VALUE_NUMBER_INT'
    | 'VALUE_NUMBER_FLOAT'
    | 'VALUE_TRUE'
    | 'VALUE_FALSE'
    | 'VALUE_NULL';

export interface JsonToken {
    readonly kind: TokenKind;
    /** Unescaped text of names and strings, the number as written, else the sign itself. */
    readonly text: string;
    /** Field to which the token belongs; for a name its own text. */
    readonly name: string | null;
}

interface Level {
    readonly isObject: boolean;
    /** Name of the field whose value comes next or came last. */
    name: string | null;
    /** Name of the field that holds this object or array. */
    readonly ownName: string | null;
    count: number;
    /** Objects only: a name was read and its value is due. */
    isValueDue: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
    '"': '"',
    '\\': '\\',
    '/': '/',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t'
};
const LITERALS = { true: 'VALUE_TRUE', false: 'VALUE_FALSE', null: 'VALUE_NULL' } as const;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WORD = /[\p{L}\p{Nd}_$]+/uy;

/** Reads tokens of one JSON value. Throws JSONException. */
export class JsonTokens {
    private readonly source: string;
    private position = 0;
    private readonly levels: Level[] = [];
    private isDone = false;

    constructor(source: string) {
        this.source = source;
    }

    /** The next token; null at the end of the text. */
    next(): JsonToken | null {
        this.skipBlanks();
        const level = this.levels.at(-1);
        if (!level) {
            if (this.position >= this.source.length) return null;
            if (this.isDone) throw this.unexpected('expected end of input');
            this.isDone = true;
            return this.value(null);
        }
        if (this.position >= this.source.length) {
            throw this.failure(
                `Unexpected end-of-input: expected close marker for ${level.isObject ? 'OBJECT' : 'ARRAY'}`
            );
        }
        return level.isObject ? this.inObject(level) : this.inArray(level);
    }

    private inObject(level: Level): JsonToken {
        if (level.isValueDue) {
            level.isValueDue = false;
            return this.value(level.name);
        }
        if (this.take('}')) return this.close('END_OBJECT', '}');
        if (level.count > 0 && !this.take(',')) {
            throw this.unexpected('was expecting comma to separate OBJECT entries');
        }
        this.skipBlanks();
        if (!this.take('"')) throw this.unexpected('was expecting double-quote to start field name');
        const name = this.string();
        this.skipBlanks();
        if (!this.take(':')) throw this.unexpected('was expecting a colon to separate field name and value');
        level.name = name;
        level.count++;
        level.isValueDue = true;
        return { kind: 'FIELD_NAME', text: name, name };
    }

    private inArray(level: Level): JsonToken {
        if (this.take(']')) return this.close('END_ARRAY', ']');
        if (level.count > 0 && !this.take(',')) {
            throw this.unexpected('was expecting comma to separate ARRAY entries');
        }
        level.count++;
        return this.value(null);
    }

    private close(kind: TokenKind, text: string): JsonToken {
        const level = this.levels.pop()!;
        return { kind, text, name: level.ownName };
    }

    private value(name: string | null): JsonToken {
        this.skipBlanks();
        const character = this.source[this.position];
        if (character === '{' || character === '[') {
            this.position++;
            const isObject = character === '{';
            this.levels.push({ isObject, name: null, ownName: name, count: 0, isValueDue: false });
            return { kind: isObject ? 'START_OBJECT' : 'START_ARRAY', text: character, name };
        }
        if (this.take('"')) return { kind: 'VALUE_STRING', text: this.string(), name };
        NUMBER.lastIndex = this.position;
        const number = NUMBER.exec(this.source);
        if (number) {
            this.position += number[0].length;
            const kind = number[1] || number[2] ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT';
            return { kind, text: number[0], name };
        }
        WORD.lastIndex = this.position;
        const word = WORD.exec(this.source)?.[0];
        if (word && Object.hasOwn(LITERALS, word)) {
            this.position += word.length;
            return { kind: LITERALS[word as keyof typeof LITERALS], text: word, name };
        }
        if (word && /^[a-zA-Z]/.test(word)) {
            this.position += word.length;
            throw this.failure(`Unrecognized token '${word}': was expecting 'true', 'false' or 'null'`);
        }
        if (character === undefined) throw this.failure('Unexpected end-of-input within/between value');
        throw this.unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }

    /** Rest of a string behind its opening quote. */
    private string(): string {
        let text = '';
        for (;;) {
            const character = this.source[this.position];
            if (character === undefined) {
                throw this.failure('Unexpected end-of-input: was expecting closing quote for a string value');
            }
            this.position++;
            if (character === '"') return text;
            if (character === '\\') text += this.escape();
            else if (character < ' ') {
                this.position--;
                throw this.failure(
                    `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): ` +
                        'has to be escaped using backslash to be included in string value'
                );
            } else text += character;
        }
    }

    private escape(): string {
        const letter = this.source[this.position] ?? '';
        this.position++;
        if (letter === 'u') {
            const hex = /^[0-9a-fA-F]{4}/.exec(this.source.slice(this.position, this.position + 4))?.[0];
            if (!hex) throw this.failure('Unexpected character in a character escape sequence');
            this.position += 4;
            return String.fromCharCode(parseInt(hex, 16));
        }
        const escaped = ESCAPES[letter];
        if (escaped === undefined) {
            throw this.failure(`Unrecognized character escape '${letter}' (code ${letter.charCodeAt(0)})`);
        }
        return escaped;
    }

    private skipBlanks(): void {
        while (/[ \t\r\n]/.test(this.source[this.position] ?? '')) this.position++;
    }

    private take(character: string): boolean {
        if (this.source[this.position] !== character) return false;
        this.position++;
        return true;
    }

    private unexpected(expectation: string): unknown {
        const character = this.source[this.position];
        if (character === undefined) return this.failure('Unexpected end-of-input');
        this.position++;
        return this.failure(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expectation}`);
    }

    private failure(message: string): unknown {
        const before = this.source.slice(0, this.position).split('\n');
        const column = before.at(-1)!.length + 1;
        return apexException('JSONException', `${message} at input location [${before.length},${column}]`);
    }
}
