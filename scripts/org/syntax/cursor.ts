import type { Position, TypeRef } from './ast.ts';
import { ApexSyntaxError, tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';

/** Reads tokens one by one; knows types because nearly every construct contains them. */
export class Cursor {
    protected readonly source: string;
    protected readonly tokens: readonly Token[];
    protected index = 0;

    constructor(source: string, firstLine = 1, firstColumn = 1) {
        this.source = source;
        this.tokens = tokenize(source, firstLine, firstColumn);
    }

    protected get token(): Token {
        return this.tokens[this.index] as Token;
    }

    protected peek(offset = 1): Token {
        return this.tokens[Math.min(this.index + offset, this.tokens.length - 1)] as Token;
    }

    protected next(): Token {
        const token = this.token;
        if (token.kind !== 'end') this.index++;
        return token;
    }

    protected get isAtEnd(): boolean {
        return this.token.kind === 'end';
    }

    /** True for that symbol or that word, in any case. */
    protected is(lower: string): boolean {
        return this.token.lower === lower;
    }

    protected peekIs(offset: number, lower: string): boolean {
        return this.peek(offset).lower === lower;
    }

    protected accept(lower: string): boolean {
        if (this.token.lower !== lower) return false;
        this.next();
        return true;
    }

    protected expect(lower: string): Token {
        if (this.token.lower !== lower) this.fail(`Missing '${lower}' at '${this.describe()}'`);
        return this.next();
    }

    protected expectName(): Token {
        if (this.token.kind !== 'name') this.fail(`Unexpected token '${this.describe()}', expected a name`);
        return this.next();
    }

    protected describe(): string {
        const token = this.token;
        if (token.kind === 'end') return '<end of file>';
        return token.kind === 'string' ? `'${token.text}'` : token.text;
    }

    protected fail(message: string, at: Position = this.token): never {
        throw new ApexSyntaxError(message, at.line, at.column);
    }

    protected position(): Position {
        return { line: this.token.line, column: this.token.column };
    }

    // --- Types ---

    /** @throws ApexSyntaxError when no type starts here. */
    protected parseType(): TypeRef {
        const { line, column } = this.token;
        const parts: { name: string; args: TypeRef[] }[] = [];
        do {
            const name = this.expectName().text;
            const args: TypeRef[] = [];
            if (this.is('<')) {
                this.next();
                do args.push(this.parseType());
                while (this.accept(','));
                this.expect('>');
            }
            parts.push({ name, args });
        } while (
            this.token.lower === '.' &&
            this.peek().kind === 'name' &&
            this.peek().lower !== 'class' &&
            this.accept('.')
        );
        let arrayDepth = 0;
        while (this.is('[') && this.peekIs(1, ']')) {
            this.index += 2;
            arrayDepth++;
        }
        return { line, column, parts, arrayDepth };
    }

    /** Offset of the token behind the type that starts at `from`, or -1 when there is none. Builds nothing. */
    protected skipType(from: number): number {
        let i = from;
        for (;;) {
            if (this.tokens[i]?.kind !== 'name') return -1;
            i++;
            if (this.tokens[i]?.lower === '<') {
                i++;
                for (;;) {
                    i = this.skipType(i);
                    if (i < 0) return -1;
                    const lower = this.tokens[i]?.lower;
                    i++;
                    if (lower === '>') break;
                    if (lower !== ',') return -1;
                }
            }
            if (
                this.tokens[i]?.lower === '.' &&
                this.tokens[i + 1]?.kind === 'name' &&
                this.tokens[i + 1]?.lower !== 'class'
            )
                i++;
            else break;
        }
        while (this.tokens[i]?.lower === '[' && this.tokens[i + 1]?.lower === ']') i += 2;
        return i;
    }
}
