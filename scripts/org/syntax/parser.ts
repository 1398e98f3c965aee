/** Apex source text to syntax trees. */
import type {
    AccessorNode,
    AnnotationNode,
    Expression,
    FieldDeclaration,
    MemberDeclaration,
    MethodDeclaration,
    Modifiers,
    Parameter,
    Position,
    PropertyDeclaration,
    Statement,
    TriggerDeclaration,
    TypeDeclaration,
    TypeRef
} from './ast.ts';
import { StatementParser } from './statements.ts';

const modifierWords = new Set([
    'public',
    'private',
    'protected',
    'global',
    'static',
    'final',
    'abstract',
    'virtual',
    'override',
    'transient',
    'webservice',
    'testmethod'
]);

class DeclarationParser extends StatementParser {
    parseUnit(): TypeDeclaration {
        const modifiers = this.parseModifiers();
        const type = this.parseTypeDeclaration(modifiers);
        if (!this.isAtEnd) this.fail(`Extra text '${this.describe()}' behind the end of the class`);
        return type;
    }

    parseTriggerUnit(): TriggerDeclaration {
        const at = this.position();
        this.expect('trigger');
        const name = this.expectName().text;
        this.expect('on');
        const object = this.expectName().text;
        this.expect('(');
        const moments: string[] = [];
        do moments.push(`${this.expectName().lower} ${this.expectName().lower}`);
        while (this.accept(','));
        this.expect(')');
        const bodyAt = this.position();
        this.expect('{');
        const { statements, methods } = this.parseLooseBody('}');
        this.expect('}');
        if (!this.isAtEnd) this.fail(`Extra text '${this.describe()}' behind the end of the trigger`);
        return {
            kind: 'trigger',
            name,
            object,
            moments,
            members: methods,
            body: { kind: 'block', statements, ...bodyAt },
            ...at
        };
    }

    parseAnonymousUnit(): { statements: Statement[]; methods: MethodDeclaration[]; types: TypeDeclaration[] } {
        const body = this.parseLooseBody(null);
        if (!this.isAtEnd) this.fail(`Unexpected token '${this.describe()}'`);
        return body;
    }

    parseLoneExpression(): Expression {
        const expression = this.parseExpression();
        if (!this.isAtEnd) this.fail(`Unexpected token '${this.describe()}'`);
        return expression;
    }

    parseLoneType(): TypeRef {
        const type = this.parseType();
        if (!this.isAtEnd) this.fail(`Unexpected token '${this.describe()}'`);
        return type;
    }

    /** Statements mixed with methods and types, as triggers and anonymous blocks allow. */
    private parseLooseBody(end: string | null): {
        statements: Statement[];
        methods: MethodDeclaration[];
        types: TypeDeclaration[];
    } {
        const statements: Statement[] = [];
        const methods: MethodDeclaration[] = [];
        const types: TypeDeclaration[] = [];
        while (!this.isAtEnd && !(end !== null && this.is(end))) {
            const start = this.index;
            if (this.token.kind === 'name' || this.is('@')) {
                const modifiers = this.parseModifiers();
                if (this.isTypeStart()) {
                    types.push(this.parseTypeDeclaration(modifiers));
                    continue;
                }
                const behind = this.skipType(this.index);
                const isMethod =
                    behind > 0 && this.tokens[behind]?.kind === 'name' && this.tokens[behind + 1]?.lower === '(';
                if (
                    isMethod &&
                    !this.is('new') &&
                    !this.is('return') &&
                    !this.is('throw') &&
                    this.isMethodHeader(behind + 1)
                ) {
                    const at = this.position();
                    const type = this.parseType();
                    methods.push(this.parseMethod(modifiers, type, this.expectName().text, at));
                    continue;
                }
                this.index = modifiers.words.has('final') || modifiers.words.size === 0 ? start : this.index;
            }
            statements.push(this.parseStatement());
        }
        return { statements, methods, types };
    }

    /** Is the parenthesis at that token closed by `) {`? */
    private isMethodHeader(open: number): boolean {
        let depth = 0;
        for (let i = open; i < this.tokens.length; i++) {
            const lower = this.tokens[i]?.lower;
            if (lower === '(') depth++;
            if (lower === ')' && --depth === 0) return this.tokens[i + 1]?.lower === '{';
        }
        return false;
    }

    private parseModifiers(): Modifiers {
        const annotations: AnnotationNode[] = [];
        const words = new Set<string>();
        for (;;) {
            if (this.is('@')) {
                annotations.push(this.parseAnnotation());
            } else if (this.token.kind === 'name' && modifierWords.has(this.token.lower) && this.isModifierHere()) {
                words.add(this.next().lower);
            } else if (
                (this.is('with') || this.is('without') || this.is('inherited')) &&
                this.peekIs(1, 'sharing') &&
                this.peek(2).kind === 'name'
            ) {
                words.add(`${this.next().lower} ${this.next().lower}`);
            } else {
                return { annotations, words };
            }
        }
    }

    /** `transient` and the like may also name a member: then `=`, `;`, `(` or `,` follows. */
    private isModifierHere(): boolean {
        const following = this.peek();
        return following.kind === 'name' || following.lower === '@' || following.lower === '{';
    }

    private parseAnnotation(): AnnotationNode {
        const at = this.position();
        this.expect('@');
        const name = this.expectName().text;
        const params: Record<string, string> = {};
        if (this.is('(')) {
            this.next();
            while (!this.is(')')) {
                if (this.token.kind === 'name' && this.peekIs(1, '=')) {
                    const key = this.next().lower;
                    this.next();
                    params[key] = this.annotationValue();
                } else {
                    params.value = this.annotationValue();
                }
                this.accept(',');
            }
            this.expect(')');
        }
        return { name, params, ...at };
    }

    private annotationValue(): string {
        if (this.isAtEnd || this.is(')')) this.fail(`Unexpected token '${this.describe()}'`);
        const sign = this.accept('-') ? '-' : '';
        return sign + this.next().text;
    }

    private isTypeStart(): boolean {
        const isWord = this.is('class') || this.is('interface') || this.is('enum');
        return isWord && this.peek().kind === 'name';
    }

    private parseTypeDeclaration(modifiers: Modifiers): TypeDeclaration {
        const at = this.position();
        const kind = this.token.lower;
        if (kind !== 'class' && kind !== 'interface' && kind !== 'enum') {
            this.fail(`Unexpected token '${this.describe()}', expected class, interface or enum`);
        }
        this.next();
        const nameAt = this.position();
        const name = this.expectName().text;
        if (kind === 'enum') {
            this.expect('{');
            const enumValues: string[] = [];
            while (!this.is('}')) {
                enumValues.push(this.expectName().text);
                if (!this.accept(',')) break;
            }
            this.expect('}');
            return { kind, modifiers, name, superclass: null, interfaces: [], members: [], enumValues, ...at };
        }
        let superclass: TypeRef | null = null;
        const interfaces: TypeRef[] = [];
        if (this.accept('extends')) {
            if (kind === 'class') superclass = this.parseType();
            else {
                do interfaces.push(this.parseType());
                while (this.accept(','));
            }
        }
        if (kind === 'class' && this.accept('implements')) {
            do interfaces.push(this.parseType());
            while (this.accept(','));
        }
        this.expect('{');
        const members: MemberDeclaration[] = [];
        while (!this.is('}')) {
            if (this.isAtEnd) this.fail("Missing '}' at '<end of file>'");
            if (this.accept(';')) continue;
            members.push(this.parseMember(kind, name));
        }
        this.expect('}');
        return {
            kind,
            modifiers,
            name,
            superclass,
            interfaces,
            members,
            enumValues: [],
            line: at.line,
            column: nameAt.column
        };
    }

    private parseMember(owner: 'class' | 'interface', className: string): MemberDeclaration {
        const start = this.position();
        if (this.is('{')) return { kind: 'initializer', isStatic: false, body: this.parseBlock(), ...start };
        if (this.is('static') && this.peekIs(1, '{')) {
            this.next();
            return { kind: 'initializer', isStatic: true, body: this.parseBlock(), ...start };
        }
        const modifiers = this.parseModifiers();
        if (this.isTypeStart()) return this.parseTypeDeclaration(modifiers);
        if (this.is('{')) {
            return { kind: 'initializer', isStatic: modifiers.words.has('static'), body: this.parseBlock(), ...start };
        }
        const at = this.position();
        const isConstructor = this.token.lower === className.toLowerCase() && this.peekIs(1, '(');
        if (isConstructor && owner === 'class') {
            return this.parseMethod(modifiers, null, this.next().text, at);
        }
        const type = this.parseType();
        const nameAt = this.position();
        const name = this.expectName().text;
        if (this.is('(')) return this.parseMethod(modifiers, type, name, nameAt);
        if (this.is('{')) return this.parseProperty(modifiers, type, name, nameAt);
        this.index--;
        const field: FieldDeclaration = { kind: 'field', modifiers, type, declarators: this.parseDeclarators(), ...at };
        this.expect(';');
        return field;
    }

    private parseMethod(
        modifiers: Modifiers,
        returnType: TypeRef | null,
        name: string,
        at: Position
    ): MethodDeclaration {
        this.expect('(');
        const parameters: Parameter[] = [];
        if (!this.is(')')) {
            do {
                this.parseModifiers();
                const parameterAt = this.position();
                const type = this.parseType();
                parameters.push({ type, name: this.expectName().text, ...parameterAt });
            } while (this.accept(','));
        }
        this.expect(')');
        const body = this.is('{') ? this.parseBlock() : null;
        if (!body) this.expect(';');
        return { kind: 'method', modifiers, returnType, name, parameters, body, ...at };
    }

    private parseProperty(modifiers: Modifiers, type: TypeRef, name: string, at: Position): PropertyDeclaration {
        this.expect('{');
        let getter: AccessorNode | null = null;
        let setter: AccessorNode | null = null;
        while (!this.is('}')) {
            const accessorAt = this.position();
            const { words } = this.parseModifiers();
            const isGetter = this.is('get');
            if (!isGetter && !this.is('set')) this.fail(`Unexpected token '${this.describe()}', expected get or set`);
            this.next();
            const body = this.is('{') ? this.parseBlock() : null;
            if (!body) this.expect(';');
            if (isGetter) getter = { words, body, ...accessorAt };
            else setter = { words, body, ...accessorAt };
        }
        this.expect('}');
        return { kind: 'property', modifiers, type, name, getter, setter, ...at };
    }
}

/** Parses a `.cls` file. @throws ApexSyntaxError */
export function parseClass(source: string): TypeDeclaration {
    return new DeclarationParser(source).parseUnit();
}

/** Parses a `.trigger` file. @throws ApexSyntaxError */
export function parseTrigger(source: string): TriggerDeclaration {
    return new DeclarationParser(source).parseTriggerUnit();
}

/** Parses anonymous Apex: statements mixed with methods and types. @throws ApexSyntaxError */
export function parseAnonymous(source: string): {
    statements: Statement[];
    methods: MethodDeclaration[];
    types: TypeDeclaration[];
} {
    return new DeclarationParser(source).parseAnonymousUnit();
}

/** Parses one expression, e.g. a bind of a query; positions count from the given place. @throws ApexSyntaxError */
export function parseExpressionText(source: string, line = 1, column = 1): Expression {
    return new DeclarationParser(source, line, column).parseLoneExpression();
}

/** Parses the text of a type such as `Map<Id, List<Account>>`. @throws ApexSyntaxError */
export function parseTypeText(source: string): TypeRef {
    return new DeclarationParser(source).parseLoneType();
}
