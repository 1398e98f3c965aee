/**
 * SOQL text to syntax tree: recursive descent over a scanner that works on demand, since binds are Apex.
 * More than 500 lines: one grammar, whose rules call each other.
 */
import { isAggregateFunction } from './ast.ts';
import type {
    ComparisonOperator,
    ComparisonValue,
    FieldReference,
    GroupBy,
    OrderItem,
    SelectItem,
    SoqlBind,
    SoqlCondition,
    SoqlExpression,
    SoqlLiteral,
    SoqlQuery
} from './ast.ts';
import { scanBindExpression, skipSpace } from './bindScanner.ts';
import { missingFeatures } from './features.ts';
import { rememberText } from './queryText.ts';
import { SoqlSyntaxError } from './syntaxError.ts';

/** LIMIT and OFFSET are Integers. */
const LARGEST_COUNT = 2_147_483_647;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const DATETIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|z|[+-]\d{2}:?\d{2})/y;
const DATE = /\d{4}-\d{2}-\d{2}(?![\dT])/y;
const TIME = /\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|z)?/y;
const NUMBER = /[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y;
const CURRENCY = /[A-Za-z]{3}\d+(?:\.\d+)?(?![A-Za-z0-9_])/y;
const TEXT = /'((?:[^'\\]|\\[\s\S])*)'/y;
const SYMBOL = /<=|>=|!=|<>|[=<>(),.:]/y;

const AFTER_FROM = new Set('WHERE WITH GROUP ORDER LIMIT OFFSET FOR ALL USING HAVING UPDATE AS AND OR'.split(' '));
const DATE_LITERALS = new Set(
    (
        'YESTERDAY TODAY TOMORROW LAST_WEEK THIS_WEEK NEXT_WEEK LAST_MONTH THIS_MONTH NEXT_MONTH LAST_90_DAYS ' +
        'NEXT_90_DAYS THIS_QUARTER LAST_QUARTER NEXT_QUARTER THIS_YEAR LAST_YEAR NEXT_YEAR THIS_FISCAL_QUARTER ' +
        'LAST_FISCAL_QUARTER NEXT_FISCAL_QUARTER THIS_FISCAL_YEAR LAST_FISCAL_YEAR NEXT_FISCAL_YEAR'
    ).split(' ')
);
const COUNTED_DATE_LITERALS =
    /^(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)$|^N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)_AGO$/;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Undoes backslash escapes; `keepWildcards` leaves `\_` and `\%` for LIKE. */
function unescape(body: string, keepWildcards: boolean, offset: number): string {
    return body.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, what: string) => {
        if (what.length === 5) return String.fromCharCode(parseInt(what.slice(1), 16));
        const plain = ESCAPES[what.toLowerCase()];
        if (plain) return plain;
        if (what === "'" || what === '"') return what;
        if (what === '\\' || what === '_' || what === '%') return keepWildcards ? whole : what;
        throw new SoqlSyntaxError(
            `Invalid string literal '${body}'. Illegal character sequence '${whole}' in string literal.`,
            offset
        );
    });
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Parser {
    readonly text: string;
    readonly binds: SoqlBind[] = [];
    position = 0;

    constructor(text: string) {
        this.text = text;
        this.position = skipSpace(text, 0);
    }

    // ---- scanner -------------------------------------------------------------------------------------------

    private read(pattern: RegExp): string | null {
        pattern.lastIndex = this.position;
        const found = pattern.exec(this.text);
        return found ? found[0] : null;
    }

    private take(found: string): void {
        this.position = skipSpace(this.text, this.position + found.length);
    }

    fail(): never {
        const word = this.read(/'(?:[^'\\]|\\[\s\S])*'|[A-Za-z0-9_.]+|\S/y);
        throw new SoqlSyntaxError(word ? `unexpected token: '${word}'` : "unexpected token: '<EOF>'", this.position);
    }

    atEnd(): boolean {
        return this.position >= this.text.length;
    }

    private peekWord(): string {
        return (this.read(WORD) ?? '').toUpperCase();
    }

    /** Takes the words when all of them come next. */
    private accept(...words: string[]): boolean {
        const start = this.position;
        for (const expected of words) {
            const found = this.read(WORD);
            if (found === null || found.toUpperCase() !== expected) {
                this.position = start;
                return false;
            }
            this.take(found);
        }
        return true;
    }

    private expect(...words: string[]): void {
        if (!this.accept(...words)) this.fail();
    }

    private symbol(expected: string): boolean {
        if (this.read(SYMBOL) !== expected) return false;
        this.take(expected);
        return true;
    }

    private expectSymbol(expected: string): void {
        if (!this.symbol(expected)) this.fail();
    }

    private name(): string {
        const found = this.read(WORD);
        if (found === null) this.fail();
        this.take(found);
        return found;
    }

    private path(): FieldReference {
        const offset = this.position;
        if (this.peekWord() === 'FROM') this.fail();
        const path = [this.name()];
        while (this.symbol('.')) path.push(this.name());
        return { kind: 'field', path, offset };
    }

    // ---- query ---------------------------------------------------------------------------------------------

    query(isNested: boolean): SoqlQuery {
        this.expect('SELECT');
        const unsupported: string[] = [];
        const isCount = this.countAll();
        const select = isCount ? [] : this.selectList(isNested);
        this.expect('FROM');
        const from = this.from(unsupported);
        const query: Mutable<SoqlQuery> = {
            select,
            isCount,
            isAggregate: false,
            from,
            scope: null,
            where: null,
            with: null,
            groupBy: null,
            having: null,
            orderBy: [],
            limit: null,
            offset: null,
            forUpdate: false,
            forView: false,
            forReference: false,
            allRows: false,
            binds: isNested ? [] : this.binds,
            unsupported
        };
        if (this.accept('USING', 'SCOPE')) query.scope = this.name().toLowerCase();
        if (this.accept('WHERE')) query.where = this.condition();
        while (this.accept('WITH')) this.withClause(query, unsupported);
        if (this.accept('GROUP', 'BY')) query.groupBy = this.groupBy();
        if (this.accept('HAVING')) query.having = this.condition();
        if (this.accept('ORDER', 'BY')) query.orderBy = this.orderBy();
        if (this.accept('LIMIT')) query.limit = this.count();
        if (this.accept('OFFSET')) query.offset = this.count();
        this.trailer(query, unsupported);
        query.isAggregate =
            !isCount &&
            (query.groupBy !== null ||
                select.some((item) => item.kind === 'expression' && containsAggregate(item.expression)));
        return query;
    }

    private trailer(query: Mutable<SoqlQuery>, unsupported: string[]): void {
        for (;;) {
            if (this.accept('FOR', 'UPDATE')) this.lock(query);
            else if (this.accept('FOR', 'VIEW')) query.forView = true;
            else if (this.accept('FOR', 'REFERENCE')) query.forReference = true;
            else if (this.accept('ALL', 'ROWS')) query.allRows = true;
            else if (this.accept('UPDATE', 'TRACKING')) unsupported.push('SOQL UPDATE TRACKING');
            else if (this.accept('UPDATE', 'VIEWSTAT')) unsupported.push('SOQL UPDATE VIEWSTAT');
            else return;
        }
    }

    private lock(query: Mutable<SoqlQuery>): void {
        if (query.orderBy.length > 0) {
            throw new SoqlSyntaxError('ORDER BY is not allowed in a query with FOR UPDATE', this.position);
        }
        query.forUpdate = true;
    }

    private countAll(): boolean {
        const start = this.position;
        if (this.accept('COUNT') && this.symbol('(') && this.symbol(')') && this.peekWord() === 'FROM') return true;
        this.position = start;
        return false;
    }

    private from(unsupported: string[]): SoqlQuery['from'] {
        const offset = this.position;
        const object = this.path().path.join('.');
        this.accept('AS');
        let alias: string | null = null;
        const next = this.peekWord();
        if (next !== '' && !AFTER_FROM.has(next)) alias = this.name();
        while (this.symbol(',')) {
            this.path();
            const word = this.peekWord();
            if (word !== '' && !AFTER_FROM.has(word)) this.name();
            unsupported.push('SOQL with several objects in FROM');
        }
        return { object, alias, offset };
    }

    private withClause(query: Mutable<SoqlQuery>, unsupported: string[]): void {
        if (this.accept('USER_MODE')) query.with = 'USER_MODE';
        else if (this.accept('SYSTEM_MODE')) query.with = 'SYSTEM_MODE';
        else if (this.accept('SECURITY_ENFORCED')) query.with = 'SECURITY_ENFORCED';
        else if (this.accept('DATA', 'CATEGORY')) {
            unsupported.push('SOQL WITH DATA CATEGORY');
            do {
                this.name();
                this.name();
                if (this.symbol('(')) {
                    do this.name();
                    while (this.symbol(','));
                    this.expectSymbol(')');
                } else this.name();
            } while (this.accept('AND'));
        } else this.fail();
    }

    private count(): number | SoqlBind {
        if (this.read(SYMBOL) === ':') return this.bind();
        const found = this.read(/\d+/y);
        if (found === null) this.fail();
        if (Number(found) > LARGEST_COUNT) this.fail();
        this.take(found);
        return Number(found);
    }

    // ---- select list ---------------------------------------------------------------------------------------

    private selectList(isNested: boolean): SelectItem[] {
        const items: SelectItem[] = [];
        do items.push(this.selectItem(isNested));
        while (this.symbol(','));
        return items;
    }

    private selectItem(isNested: boolean): SelectItem {
        const offset = this.position;
        if (this.symbol('(')) {
            const query = this.query(true);
            this.expectSymbol(')');
            return { kind: 'subquery', query, offset };
        }
        if (this.peekWord() === 'TYPEOF') {
            const start = this.position;
            this.accept('TYPEOF');
            if (this.peekWord() !== '' && this.peekWord() !== 'FROM') return this.typeofItem(offset);
            this.position = start;
        }
        const expression = this.expression();
        if (expression.kind === 'function' && expression.name === 'FIELDS') {
            const argument = expression.args[0];
            const which = argument?.kind === 'field' ? (argument.path[0] ?? '').toUpperCase() : '';
            if (which !== 'ALL' && which !== 'STANDARD' && which !== 'CUSTOM') this.fail();
            return { kind: 'fields', which, offset };
        }
        const next = this.peekWord();
        const alias = next !== '' && next !== 'FROM' ? this.name() : null;
        if (isNested && alias !== null && expression.kind === 'field') this.fail();
        return { kind: 'expression', expression, alias };
    }

    private typeofItem(offset: number): SelectItem {
        const { path } = this.path();
        const branches: { type: string; fields: FieldReference[] }[] = [];
        while (this.accept('WHEN')) {
            const type = this.name();
            this.expect('THEN');
            branches.push({ type, fields: this.fieldList() });
        }
        const otherwise = this.accept('ELSE') ? this.fieldList() : [];
        this.expect('END');
        return { kind: 'typeof', path, branches, otherwise, offset };
    }

    private fieldList(): FieldReference[] {
        const fields: FieldReference[] = [];
        do fields.push(this.path());
        while (this.symbol(','));
        return fields;
    }

    /** A field path or a function over one. */
    private expression(): SoqlExpression {
        const field = this.path();
        if (field.path.length > 1 || !this.symbol('(')) return field;
        const args: (SoqlExpression | SoqlLiteral)[] = [];
        if (!this.symbol(')')) {
            do args.push(this.argument());
            while (this.symbol(','));
            this.expectSymbol(')');
        }
        return { kind: 'function', name: (field.path[0] ?? '').toUpperCase(), args, offset: field.offset };
    }

    private argument(): SoqlExpression | SoqlLiteral {
        const isLiteral = this.read(/['\d:.+-]/y) !== null;
        return isLiteral ? this.literal() : this.expression();
    }

    // ---- conditions ----------------------------------------------------------------------------------------

    private condition(): SoqlCondition {
        const first = this.unary();
        const joiner = this.peekWord();
        if (joiner !== 'AND' && joiner !== 'OR') return first;
        const operands = [first];
        while (this.accept(joiner)) operands.push(this.unary());
        // The platform wants parentheses between AND and OR
        const next = this.peekWord();
        if (next === 'AND' || next === 'OR') this.fail();
        return { kind: joiner === 'AND' ? 'and' : 'or', operands };
    }

    private unary(): SoqlCondition {
        if (this.accept('NOT')) return { kind: 'not', operand: this.unary() };
        if (this.symbol('(')) {
            const inner = this.condition();
            this.expectSymbol(')');
            return inner;
        }
        return this.comparison();
    }

    private comparison(): SoqlCondition {
        const offset = this.position;
        const left = this.expression();
        const operator = this.operator();
        const isSet = ['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'].includes(operator);
        const right = isSet ? this.setValue() : this.literal();
        return { kind: 'comparison', left, operator, right, offset };
    }

    private operator(): ComparisonOperator {
        const sign = this.read(SYMBOL);
        if (sign !== null && ['=', '!=', '<>', '<', '<=', '>', '>='].includes(sign)) {
            this.take(sign);
            return sign === '<>' ? '!=' : (sign as ComparisonOperator);
        }
        if (this.accept('NOT', 'IN')) return 'NOT IN';
        for (const word of ['LIKE', 'IN', 'INCLUDES', 'EXCLUDES'] as const) {
            if (this.accept(word)) return word;
        }
        return this.fail();
    }

    private setValue(): ComparisonValue {
        if (this.read(SYMBOL) === ':') return { kind: 'bind', bind: this.bind() };
        this.expectSymbol('(');
        if (this.peekWord() === 'SELECT') {
            const query = this.query(true);
            this.expectSymbol(')');
            return { kind: 'query', query };
        }
        const items: SoqlLiteral[] = [];
        do items.push(this.literal());
        while (this.symbol(','));
        this.expectSymbol(')');
        return { kind: 'list', items };
    }

    private literal(): SoqlLiteral {
        if (this.read(SYMBOL) === ':') return { kind: 'bind', bind: this.bind() };
        const offset = this.position;
        const quoted = this.read(TEXT);
        if (quoted !== null) {
            this.take(quoted);
            const body = quoted.slice(1, -1);
            return { kind: 'string', value: unescape(body, false, offset), pattern: unescape(body, true, offset) };
        }
        for (const [kind, pattern] of [
            ['datetime', DATETIME],
            ['date', DATE],
            ['time', TIME],
            ['number', NUMBER]
        ] as const) {
            const text = this.read(pattern);
            if (text === null) continue;
            this.take(text);
            return { kind, text };
        }
        return this.wordLiteral();
    }

    private wordLiteral(): SoqlLiteral {
        const currency = this.read(CURRENCY);
        if (currency !== null) {
            this.take(currency);
            return { kind: 'number', text: currency.slice(3) };
        }
        const word = this.peekWord();
        if (word === 'NULL' || word === 'TRUE' || word === 'FALSE') {
            this.name();
            return word === 'NULL' ? { kind: 'null' } : { kind: 'boolean', value: word === 'TRUE' };
        }
        if (DATE_LITERALS.has(word)) {
            this.name();
            return { kind: 'dateLiteral', name: word, n: null };
        }
        if (COUNTED_DATE_LITERALS.test(word)) {
            this.name();
            this.expectSymbol(':');
            const n = this.read(/\d+/y);
            if (n === null) this.fail();
            this.take(n);
            return { kind: 'dateLiteral', name: word, n: Number(n) };
        }
        return this.fail();
    }

    private bind(): SoqlBind {
        this.expectSymbol(':');
        const offset = this.position;
        const end = scanBindExpression(this.text, offset);
        if (end <= offset) this.fail();
        const bind: SoqlBind = { source: this.text.slice(offset, end), offset, index: this.binds.length };
        this.binds.push(bind);
        this.position = skipSpace(this.text, end);
        return bind;
    }

    // ---- groups and order ----------------------------------------------------------------------------------

    private groupBy(): GroupBy {
        for (const kind of ['ROLLUP', 'CUBE'] as const) {
            const start = this.position;
            if (this.accept(kind) && this.symbol('(')) {
                const expressions = this.expressions();
                this.expectSymbol(')');
                return { kind, expressions };
            }
            this.position = start;
        }
        return { kind: 'plain', expressions: this.expressions() };
    }

    private expressions(): SoqlExpression[] {
        const expressions: SoqlExpression[] = [];
        do expressions.push(this.expression());
        while (this.symbol(','));
        return expressions;
    }

    private orderBy(): OrderItem[] {
        const items: OrderItem[] = [];
        do {
            const expression = this.expression();
            const direction = this.accept('DESC') ? 'DESC' : 'ASC';
            if (direction === 'ASC') this.accept('ASC');
            let nulls: OrderItem['nulls'] = null;
            if (this.accept('NULLS', 'FIRST')) nulls = 'FIRST';
            else if (this.accept('NULLS', 'LAST')) nulls = 'LAST';
            items.push({ expression, direction, nulls });
        } while (this.symbol(','));
        return items;
    }
}

function containsAggregate(expression: SoqlExpression | SoqlLiteral): boolean {
    if (expression.kind !== 'function') return false;
    return isAggregateFunction(expression.name) || expression.args.some(containsAggregate);
}

/** Texts that were parsed: pages and jobs ask the same queries again and again. */
const parsed = new Map<string, SoqlQuery>();
const PARSED_KEPT = 500;

/**
 * Parses one SOQL query (without the square brackets that Apex puts around it).
 * Throws SoqlSyntaxError with the platform's wording ("unexpected token: 'x'").
 */
export function parseSoql(text: string): SoqlQuery {
    const known = parsed.get(text);
    if (known) return known;
    const parser = new Parser(text);
    const query = parser.query(false);
    if (!parser.atEnd()) parser.fail();
    const whole = rememberText({ ...query, unsupported: missingFeatures(query) }, text);
    if (parsed.size >= PARSED_KEPT) parsed.clear();
    parsed.set(text, whole);
    return whole;
}
