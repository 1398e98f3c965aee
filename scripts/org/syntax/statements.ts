import type {
    Block,
    CatchClause,
    Declarator,
    DmlStatement,
    Expression,
    LocalStatement,
    Position,
    Statement,
    SwitchStatement,
    WhenClause,
    WhenPattern
} from './ast.ts';
import { ExpressionParser } from './expressions.ts';

const dmlVerbs = new Set(['insert', 'update', 'upsert', 'delete', 'undelete', 'merge']);

/** Statements and blocks. */
export class StatementParser extends ExpressionParser {
    protected parseBlock(): Block {
        const at = this.position();
        this.expect('{');
        const statements: Statement[] = [];
        while (!this.is('}')) {
            if (this.isAtEnd) this.fail("Missing '}' at '<end of file>'");
            statements.push(this.parseStatement());
        }
        this.expect('}');
        return { kind: 'block', statements, ...at };
    }

    protected parseStatement(): Statement {
        const at = this.position();
        const word = this.token.lower;
        if (this.token.kind === 'symbol') {
            if (word === '{') return this.parseBlock();
            if (word === ';') {
                this.next();
                return { kind: 'empty', ...at };
            }
            return this.parseExpressionStatement(at);
        }
        const followedByName = this.peek().kind === 'name';
        const followedByParen = this.peekIs(1, '(');
        switch (word) {
            case 'if':
                if (followedByParen) return this.parseIf(at);
                break;
            case 'for':
                if (followedByParen) return this.parseFor(at);
                break;
            case 'while':
                if (followedByParen) {
                    this.next();
                    return { kind: 'while', condition: this.parseCondition(), body: this.parseStatement(), ...at };
                }
                break;
            case 'do':
                return this.parseDoWhile(at);
            case 'switch':
                if (this.peekIs(1, 'on')) return this.parseSwitch(at);
                break;
            case 'return': {
                this.next();
                const value = this.is(';') ? null : this.parseExpression();
                this.expect(';');
                return { kind: 'return', value, ...at };
            }
            case 'break':
            case 'continue':
                this.next();
                this.expect(';');
                return { kind: word, ...at };
            case 'throw': {
                this.next();
                const value = this.parseExpression();
                this.expect(';');
                return { kind: 'throw', value, ...at };
            }
            case 'try':
                if (this.peekIs(1, '{')) return this.parseTry(at);
                break;
            case 'system':
                if (this.peekIs(1, '.') && this.peekIs(2, 'runas') && this.peekIs(3, '(')) {
                    const start = this.index;
                    this.index += 3;
                    const args = this.parseArguments();
                    if (this.is('{')) return { kind: 'runAs', args, body: this.parseBlock(), ...at };
                    this.index = start;
                }
                break;
            default:
                if (dmlVerbs.has(word) && this.isDmlStart(followedByName)) return this.parseDml(at);
        }
        if (this.isLocalDeclaration()) {
            const local = this.parseLocal();
            this.expect(';');
            return local;
        }
        return this.parseExpressionStatement(at);
    }

    private parseExpressionStatement(at: Position): Statement {
        const expression = this.parseExpression();
        this.expect(';');
        return { kind: 'expression', expression, ...at };
    }

    private isDmlStart(followedByName: boolean): boolean {
        const following = this.peek();
        if (followedByName || following.lower === '[' || following.lower === '(') return true;
        return following.kind === 'string';
    }

    /** A type followed by a name; `final` may come first. */
    private isLocalDeclaration(): boolean {
        if (this.is('final') && this.peek().kind === 'name') return true;
        const behind = this.skipType(this.index);
        if (behind < 0 || this.tokens[behind]?.kind !== 'name') return false;
        const following = this.tokens[behind + 1]?.lower;
        return following === '=' || following === ';' || following === ',' || following === ':';
    }

    private parseLocal(): LocalStatement {
        const at = this.position();
        if (this.is('final') && this.peek().kind === 'name') this.next();
        const type = this.parseType();
        return { kind: 'local', type, declarators: this.parseDeclarators(), ...at };
    }

    /** `a = 1, b` */
    protected parseDeclarators(): Declarator[] {
        const declarators: Declarator[] = [];
        do {
            const at = this.position();
            const name = this.expectName().text;
            declarators.push({ name, initializer: this.accept('=') ? this.parseExpression() : null, ...at });
        } while (this.accept(','));
        return declarators;
    }

    private parseCondition(): Expression {
        this.expect('(');
        const condition = this.parseExpression();
        this.expect(')');
        return condition;
    }

    private parseIf(at: Position): Statement {
        this.next();
        const condition = this.parseCondition();
        const whenTrue = this.parseStatement();
        const whenFalse = this.accept('else') ? this.parseStatement() : null;
        return { kind: 'if', condition, whenTrue, whenFalse, ...at };
    }

    private parseDoWhile(at: Position): Statement {
        this.next();
        const body = this.parseStatement();
        this.expect('while');
        const condition = this.parseCondition();
        this.expect(';');
        return { kind: 'doWhile', condition, body, ...at };
    }

    private parseFor(at: Position): Statement {
        this.next();
        this.expect('(');
        if (this.token.kind === 'name' && this.peekIs(1, ':')) {
            const name = this.next().text;
            this.next();
            const iterable = this.parseExpression();
            this.expect(')');
            return { kind: 'forEach', type: null, name, iterable, body: this.parseStatement(), ...at };
        }
        let initializer: LocalStatement | Expression[] | null = null;
        if (!this.is(';')) {
            if (this.isLocalDeclaration()) {
                if (this.isForEachHeader()) {
                    if (this.is('final')) this.next();
                    const type = this.parseType();
                    const name = this.expectName().text;
                    this.expect(':');
                    const iterable = this.parseExpression();
                    this.expect(')');
                    return { kind: 'forEach', type, name, iterable, body: this.parseStatement(), ...at };
                }
                initializer = this.parseLocal();
            } else {
                initializer = this.parseExpressionList();
            }
        }
        this.expect(';');
        const condition = this.is(';') ? null : this.parseExpression();
        this.expect(';');
        const updates = this.is(')') ? [] : this.parseExpressionList();
        this.expect(')');
        return { kind: 'for', initializer, condition, updates, body: this.parseStatement(), ...at };
    }

    private isForEachHeader(): boolean {
        const start = this.is('final') ? this.index + 1 : this.index;
        const behind = this.skipType(start);
        return behind > 0 && this.tokens[behind + 1]?.lower === ':';
    }

    private parseExpressionList(): Expression[] {
        const list = [this.parseExpression()];
        while (this.accept(',')) list.push(this.parseExpression());
        return list;
    }

    private parseSwitch(at: Position): SwitchStatement {
        this.next();
        this.next();
        const subject = this.parseExpression();
        this.expect('{');
        const clauses: WhenClause[] = [];
        while (!this.accept('}')) {
            const clauseAt = this.position();
            this.expect('when');
            const patterns: WhenPattern[] = [];
            if (this.is('else') && this.peekIs(1, '{')) this.next();
            else {
                do patterns.push(this.parseWhenPattern());
                while (this.accept(','));
            }
            clauses.push({ patterns, body: this.parseBlock(), ...clauseAt });
        }
        return { kind: 'switch', subject, clauses, ...at };
    }

    private parseWhenPattern(): WhenPattern {
        const behind = this.skipType(this.index);
        if (behind > 0 && this.tokens[behind]?.kind === 'name' && this.tokens[behind + 1]?.lower === '{') {
            const type = this.parseType();
            return { kind: 'type', type, name: this.expectName().text };
        }
        return { kind: 'value', value: this.parseExpression() };
    }

    private parseTry(at: Position): Statement {
        this.next();
        const body = this.parseBlock();
        const catches: CatchClause[] = [];
        while (this.is('catch')) {
            const clauseAt = this.position();
            this.next();
            this.expect('(');
            this.accept('final');
            const type = this.parseType();
            const name = this.expectName().text;
            this.expect(')');
            catches.push({ type, name, body: this.parseBlock(), ...clauseAt });
        }
        const finallyBody = this.accept('finally') ? this.parseBlock() : null;
        if (!catches.length && !finallyBody) this.fail("Missing 'catch' or 'finally'");
        return { kind: 'try', body, catches, finallyBody, ...at };
    }

    private parseDml(at: Position): DmlStatement {
        const verb = this.next().lower as DmlStatement['verb'];
        let access: DmlStatement['access'] = null;
        if (this.is('as') && (this.peekIs(1, 'user') || this.peekIs(1, 'system'))) {
            this.next();
            access = this.next().lower as 'user' | 'system';
        }
        const operand = this.parseExpression();
        let second: Expression | null = null;
        let externalIdField: string | null = null;
        if (verb === 'merge') second = this.parseExpression();
        if (verb === 'upsert' && !this.is(';')) {
            externalIdField = this.parseType()
                .parts.map((part) => part.name)
                .join('.');
        }
        this.expect(';');
        return { kind: 'dml', verb, access, operand, second, externalIdField, ...at };
    }
}
