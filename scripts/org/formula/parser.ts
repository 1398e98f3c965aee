/** Recursive descent parser for the formula language; operators from loosest to tightest: || && comparison + - & * / ^ unary. */
import { tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';
import { FormulaSyntaxError } from './types.ts';

export type FormulaNode =
    | { readonly kind: 'number'; readonly text: string; readonly offset: number }
    | { readonly kind: 'text'; readonly text: string; readonly offset: number }
    | { readonly kind: 'constant'; readonly value: boolean | null; readonly offset: number }
    /** `Field__c`, `Lead__r.Name`, `$User.Id`. */
    | { readonly kind: 'path'; readonly segments: readonly string[]; readonly offset: number }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[]; readonly offset: number }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: FormulaNode; readonly offset: number }
    | {
          readonly kind: 'binary';
          readonly operator: string;
          readonly left: FormulaNode;
          readonly right: FormulaNode;
          readonly offset: number;
      };

const levels: readonly (readonly string[])[] = [
    ['||'],
    ['&&'],
    ['=', '==', '<>', '!=', '<', '<=', '>', '>='],
    ['+', '-', '&'],
    ['*', '/'],
    ['^']
];

/** Throws FormulaSyntaxError with the offset of the first token that does not fit. */
export function parseFormula(source: string): FormulaNode {
    const parser = new Parser(tokenize(source));
    return parser.formula();
}

class Parser {
    private at = 0;
    private readonly tokens: readonly Token[];

    constructor(tokens: readonly Token[]) {
        this.tokens = tokens;
    }

    formula(): FormulaNode {
        const node = this.binary(0);
        if (this.peek().kind !== 'end') {
            throw new FormulaSyntaxError(`Syntax error. Extra ${describe(this.peek())}`, this.peek().offset);
        }
        return node;
    }

    private binary(level: number): FormulaNode {
        const operators = levels[level];
        if (operators === undefined) {
            return this.unary();
        }
        let left = this.binary(level + 1);
        while (this.peek().kind === 'symbol' && operators.includes(this.peek().text)) {
            const token = this.next();
            const right = this.binary(level + 1);
            left = { kind: 'binary', operator: canonicalOperator(token.text), left, right, offset: token.offset };
        }
        return left;
    }

    private unary(): FormulaNode {
        const token = this.peek();
        if (token.kind === 'symbol' && ['-', '+', '!'].includes(token.text)) {
            this.next();
            return { kind: 'unary', operator: token.text, operand: this.unary(), offset: token.offset };
        }
        return this.primary();
    }

    private primary(): FormulaNode {
        const token = this.next();
        if (token.kind === 'number' || token.kind === 'text') {
            return { kind: token.kind, text: token.text, offset: token.offset };
        }
        if (token.kind === 'name') {
            return this.named(token);
        }
        if (token.text === '(') {
            const inner = this.binary(0);
            this.expect(')');
            return inner;
        }
        throw new FormulaSyntaxError(`Syntax error. Found ${describe(token)}`, token.offset);
    }

    private named(token: Token): FormulaNode {
        const offset = token.offset;
        if (this.peek().text === '(' && this.peek().kind === 'symbol') {
            this.next();
            return { kind: 'call', name: token.text.toUpperCase(), args: this.args(), offset };
        }
        const upper = token.text.toUpperCase();
        if (upper === 'TRUE' || upper === 'FALSE') {
            return { kind: 'constant', value: upper === 'TRUE', offset };
        }
        if (upper === 'NULL') {
            return { kind: 'constant', value: null, offset };
        }
        return { kind: 'path', segments: token.text.split('.'), offset };
    }

    private args(): FormulaNode[] {
        const args: FormulaNode[] = [];
        if (this.peek().kind === 'symbol' && this.peek().text === ')') {
            this.next();
            return args;
        }
        while (true) {
            args.push(this.binary(0));
            if (this.peek().kind === 'symbol' && this.peek().text === ',') {
                this.next();
                continue;
            }
            this.expect(')');
            return args;
        }
    }

    private expect(symbol: string): void {
        const token = this.next();
        if (token.kind !== 'symbol' || token.text !== symbol) {
            throw new FormulaSyntaxError(`Syntax error. Missing '${symbol}'`, token.offset);
        }
    }

    private peek(): Token {
        return this.tokens[this.at]!;
    }

    private next(): Token {
        const token = this.peek();
        if (token.kind !== 'end') {
            this.at++;
        }
        return token;
    }
}

function canonicalOperator(text: string): string {
    return text === '==' ? '=' : text === '!=' ? '<>' : text;
}

function describe(token: Token): string {
    return token.kind === 'end' ? 'end of formula' : `'${token.text}'`;
}
