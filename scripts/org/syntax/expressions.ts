import type { Expression, LiteralType, NewSObjectExpression, Position, TypeRef } from './ast.ts';
import { Cursor } from './cursor.ts';
import type { Token } from './lexer.ts';

/** Binding strength of binary operators; all are left-associative except `??`. */
const precedence: Readonly<Record<string, number>> = {
    '??': 1,
    '||': 2,
    '&&': 3,
    '|': 4,
    '^': 5,
    '&': 6,
    '==': 7,
    '!=': 7,
    '===': 7,
    '!==': 7,
    '<>': 7,
    '<': 8,
    '>': 8,
    '<=': 8,
    '>=': 8,
    instanceof: 8,
    '<<': 9,
    '>>': 9,
    '>>>': 9,
    '+': 10,
    '-': 10,
    '*': 11,
    '/': 11
};
const assignments = new Set(['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '<<=', '>>=', '>>>=']);
const primitiveNames = new Set([
    'boolean',
    'integer',
    'long',
    'double',
    'decimal',
    'string',
    'id',
    'blob',
    'date',
    'datetime',
    'time',
    'object',
    'sobject'
]);

/** Expressions by precedence climbing. */
export class ExpressionParser extends Cursor {
    /** @throws ApexSyntaxError when no expression starts here. */
    parseExpression(): Expression {
        const left = this.parseTernary();
        const { operator, width } = this.operatorHere();
        if (!assignments.has(operator)) return left;
        const at = this.position();
        this.index += width;
        const value = this.parseExpression();
        return { kind: 'assign', operator: operator === '=' ? '=' : operator.slice(0, -1), target: left, value, ...at };
    }

    private parseTernary(): Expression {
        const condition = this.parseBinary(1);
        if (!this.is('?')) return condition;
        const at = this.position();
        this.next();
        const whenTrue = this.parseExpression();
        this.expect(':');
        const whenFalse = this.parseExpression();
        return { kind: 'ternary', condition, whenTrue, whenFalse, ...at };
    }

    /** The operator at the cursor and how many tokens it takes; `>` tokens that touch are joined. */
    private operatorHere(): { operator: string; width: number } {
        const token = this.token;
        if (token.lower !== '>') return { operator: token.lower, width: 1 };
        let operator = '>';
        let width = 1;
        let end = token.end;
        for (;;) {
            const following = this.peek(width);
            if (following.start !== end) break;
            if (following.lower === '>' && operator.length < 3) {
                operator += '>';
            } else if (following.lower === '=') {
                return { operator: operator + '=', width: width + 1 };
            } else if (following.lower === '==') {
                break;
            } else {
                break;
            }
            end = following.end;
            width++;
        }
        return { operator, width };
    }

    private parseBinary(minimum: number): Expression {
        let left = this.parseUnary();
        for (;;) {
            const { operator, width } = this.operatorHere();
            const strength = Object.hasOwn(precedence, operator) ? precedence[operator] : undefined;
            if (strength === undefined || strength < minimum || this.token.kind === 'string') return left;
            const at = this.position();
            this.index += width;
            if (operator === 'instanceof') {
                left = { kind: 'instanceof', operand: left, type: this.parseType(), ...at };
                continue;
            }
            const right = this.parseBinary(operator === '??' ? strength : strength + 1);
            left = { kind: 'binary', operator: operator === '<>' ? '!=' : operator, left, right, ...at };
        }
    }

    private parseUnary(): Expression {
        const token = this.token;
        const at = this.position();
        switch (token.lower) {
            case '!':
            case '-':
            case '+':
            case '~':
            case '++':
            case '--': {
                this.next();
                const operand = this.parseUnary();
                if (
                    token.lower === '-' &&
                    operand.kind === 'literal' &&
                    (operand.type === 'Integer' || operand.type === 'Long')
                ) {
                    return { ...operand, text: '-' + operand.text, ...at };
                }
                return { kind: 'unary', operator: token.lower, operand, ...at };
            }
            case '(':
                if (this.isCast()) {
                    this.next();
                    const type = this.parseType();
                    this.expect(')');
                    return { kind: 'cast', type, operand: this.parseUnary(), ...at };
                }
        }
        return this.parsePostfix(this.parsePrimary());
    }

    /** Java's rule: `(a) - b` is arithmetic, `(A) b` and `(A) (b)` are casts. */
    private isCast(): boolean {
        const behind = this.skipType(this.index + 1);
        if (behind < 0 || this.tokens[behind]?.lower !== ')') return false;
        const following = this.tokens[behind + 1] as Token;
        switch (following.kind) {
            case 'name':
                return following.lower !== 'instanceof';
            case 'symbol':
                if (following.lower === '(' || following.lower === '!' || following.lower === '~') return true;
                if (following.lower === '[') return this.isQueryAt(behind + 1);
                if (following.lower === '-' || following.lower === '+') {
                    return behind === this.index + 2 && primitiveNames.has(this.peek().lower);
                }
                return false;
            case 'end':
                return false;
            default:
                return true;
        }
    }

    private isQueryAt(index: number): boolean {
        const word = this.tokens[index + 1]?.lower;
        return word === 'select' || word === 'find';
    }

    private parsePostfix(start: Expression): Expression {
        let expression = start;
        for (;;) {
            const at = this.position();
            const symbol = this.token.lower;
            if (symbol === '.' || symbol === '?.') {
                this.next();
                const nameToken = this.expectName();
                const position = { line: nameToken.line, column: nameToken.column };
                const isSafe = symbol === '?.';
                if (this.is('(')) {
                    const args = this.parseArguments();
                    expression = { kind: 'call', target: expression, name: nameToken.text, args, isSafe, ...position };
                } else if (nameToken.lower === 'class' && !isSafe) {
                    const type = typeOfPath(expression);
                    if (!type) this.fail('Unexpected class literal', position);
                    expression = { kind: 'classLiteral', type, ...position };
                } else {
                    expression = { kind: 'member', object: expression, name: nameToken.text, isSafe, ...position };
                }
            } else if (symbol === '[' && !this.isQueryAt(this.index)) {
                this.next();
                const index = this.parseExpression();
                this.expect(']');
                expression = { kind: 'index', object: expression, index, ...at };
            } else if (symbol === '++' || symbol === '--') {
                this.next();
                expression = { kind: 'postfix', operator: symbol, operand: expression, ...at };
            } else {
                return expression;
            }
        }
    }

    /** `(a, b)` */
    protected parseArguments(): Expression[] {
        this.expect('(');
        const args: Expression[] = [];
        if (!this.is(')')) {
            do args.push(this.parseExpression());
            while (this.accept(','));
        }
        this.expect(')');
        return args;
    }

    private parsePrimary(): Expression {
        const token = this.token;
        const at = this.position();
        switch (token.kind) {
            case 'integer':
                this.next();
                return { kind: 'literal', type: 'Integer', text: token.text, ...at };
            case 'long':
                this.next();
                return { kind: 'literal', type: 'Long', text: token.text, ...at };
            case 'double':
                this.next();
                return { kind: 'literal', type: 'Double', text: token.text, ...at };
            case 'decimal':
                this.next();
                return { kind: 'literal', type: 'Decimal', text: token.text, ...at };
            case 'string':
                this.next();
                return { kind: 'literal', type: 'String', text: token.text, ...at };
            case 'name':
                return this.parseNamed(token, at);
            case 'symbol':
                if (token.lower === '(') {
                    this.next();
                    const inner = this.parseExpression();
                    this.expect(')');
                    return inner;
                }
                if (token.lower === '[') return this.parseQuery(at);
        }
        this.fail(`Unexpected token '${this.describe()}'`);
    }

    private parseNamed(token: Token, at: Position): Expression {
        const literal = literalWords[token.lower];
        if (literal && !this.peekIs(1, '(')) {
            this.next();
            return { kind: 'literal', type: literal, text: token.lower, ...at };
        }
        if (token.lower === 'new' && this.peek().kind === 'name') return this.parseNew(at);
        if (this.peekIs(1, '(')) {
            this.next();
            const name = token.lower === 'this' || token.lower === 'super' ? token.lower : token.text;
            return { kind: 'call', target: null, name, args: this.parseArguments(), isSafe: false, ...at };
        }
        if (token.lower === 'this' || token.lower === 'super') {
            this.next();
            return { kind: token.lower, ...at };
        }
        const isGenericOrArray = this.peekIs(1, '<') || this.peekIs(1, '[') || this.peekIs(1, '.');
        if (isGenericOrArray) {
            // `List<String>.class`, `String[].class`, `Map<A, B>.class`
            const behind = this.skipType(this.index);
            const last = this.tokens[behind - 1]?.lower;
            const isClassLiteral = this.tokens[behind]?.lower === '.' && this.tokens[behind + 1]?.lower === 'class';
            if (behind > 0 && isClassLiteral && (last === '>' || last === ']')) {
                const type = this.parseType();
                this.index += 2;
                return { kind: 'classLiteral', type, ...at };
            }
        }
        this.next();
        return { kind: 'name', name: token.text, ...at };
    }

    private parseNew(at: Position): Expression {
        this.next();
        const type = this.parseType();
        if (type.arrayDepth > 0) {
            if (this.is('{')) return { kind: 'newCollection', type, elements: this.parseElements(), ...at };
            this.fail("Missing '{' after an array type");
        }
        if (this.is('[')) {
            this.next();
            const size = this.parseExpression();
            this.expect(']');
            return { kind: 'newArray', type: { ...type, arrayDepth: type.arrayDepth + 1 }, size, ...at };
        }
        if (this.is('{')) {
            const isMap = type.parts.at(-1)?.args.length === 2;
            if (isMap) return { kind: 'newMap', type, entries: this.parseEntries(), ...at };
            return { kind: 'newCollection', type, elements: this.parseElements(), ...at };
        }
        if (this.is('(') && this.peek(1).kind === 'name' && this.peekIs(2, '=')) {
            return this.parseNewSObject(type, at);
        }
        return { kind: 'new', type, args: this.parseArguments(), ...at };
    }

    private parseNewSObject(type: TypeRef, at: Position): NewSObjectExpression {
        this.expect('(');
        const fields: { name: string; value: Expression; position: Position }[] = [];
        do {
            const position = this.position();
            const name = this.expectName().text;
            this.expect('=');
            fields.push({ name, value: this.parseExpression(), position });
        } while (this.accept(','));
        this.expect(')');
        return { kind: 'newSObject', type, fields, ...at };
    }

    private parseElements(): Expression[] {
        this.expect('{');
        const elements: Expression[] = [];
        while (!this.is('}')) {
            elements.push(this.parseExpression());
            if (!this.accept(',')) break;
        }
        this.expect('}');
        return elements;
    }

    private parseEntries(): { key: Expression; value: Expression }[] {
        this.expect('{');
        const entries: { key: Expression; value: Expression }[] = [];
        while (!this.is('}')) {
            const key = this.parseExpression();
            this.expect('=>');
            entries.push({ key, value: this.parseExpression() });
            if (!this.accept(',')) break;
        }
        this.expect('}');
        return entries;
    }

    private parseQuery(at: Position): Expression {
        const open = this.next();
        const kind = this.is('find') ? 'sosl' : 'soql';
        let depth = 1;
        const pieces: string[] = [];
        let from = open.end;
        while (depth > 0) {
            const token = this.next();
            if (token.kind === 'end') this.fail("Query is not closed with ']'", at);
            // Between tokens stand only blanks and comments; comments become blanks so that offsets stay true.
            pieces.push(this.source.slice(from, token.start).replace(/[^\r\n]/g, ' '));
            if (token.lower === '[') depth++;
            if (token.lower === ']') depth--;
            if (depth > 0) pieces.push(this.source.slice(token.start, token.end));
            from = token.end;
        }
        return { kind, text: pieces.join(''), ...at };
    }
}

const literalWords: Readonly<Record<string, LiteralType | undefined>> = {
    __proto__: null as never,
    null: 'null',
    true: 'Boolean',
    false: 'Boolean'
};

/** `a.b.c` as a type, or null when the expression is no dotted name. */
function typeOfPath(expression: Expression): TypeRef | null {
    const names: string[] = [];
    let node = expression;
    while (node.kind === 'member' && !node.isSafe) {
        names.unshift(node.name);
        node = node.object;
    }
    if (node.kind !== 'name') return null;
    names.unshift(node.name);
    return {
        line: node.line,
        column: node.column,
        arrayDepth: 0,
        parts: names.map((name) => ({ name, args: [] }))
    };
}
