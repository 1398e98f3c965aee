/**
 * Finds where an Apex expression ends inside query text. It reads operand, operator, operand, ... and needs no
 * knowledge of SOQL, since no SOQL word can follow an operand as an operator.
 */
const SPACE = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /\d+(?:\.\d+)?[lLdD]?/y;
const TEXT = /'(?:[^'\\]|\\[\s\S])*'/y;
const BINARY = /===|!==|==|!=|<=|>=|&&|\|\||\?\?|[-+*/<>&|^]/y;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function match(pattern: RegExp, text: string, at: number): number {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    return found ? at + found[0].length : -1;
}

/** First position at or after `at` that is no white space and no comment. */
export function skipSpace(text: string, at: number): number {
    return match(SPACE, text, at);
}

/** `at` is on an opening bracket; returns the position after its partner, or -1. */
function skipBrackets(text: string, at: number): number {
    const open: string[] = [];
    let position = at;
    while (position < text.length) {
        position = skipSpace(text, position);
        const char = text[position];
        if (char === undefined) return -1;
        if (char === "'") {
            position = match(TEXT, text, position);
            if (position < 0) return -1;
            continue;
        }
        const closing = CLOSING[char];
        if (closing) open.push(closing);
        else if (char === ')' || char === ']' || char === '}') {
            if (open.pop() !== char) return -1;
            if (open.length === 0) return position + 1;
        }
        position++;
    }
    return -1;
}

/** After `new`: `Set<Id>{...}`, `List<Map<Id, String>>()`, `Integer[]{1}`. */
function skipCreation(text: string, at: number): number {
    let position = skipSpace(text, at);
    let depth = 0;
    for (;;) {
        const next = match(NAME, text, position);
        if (next < 0) return -1;
        position = skipSpace(text, next);
        while (text[position] === '>' && depth > 0) {
            depth--;
            position = skipSpace(text, position + 1);
        }
        const char = text[position];
        if (char === '.' || (char === ',' && depth > 0)) position = skipSpace(text, position + 1);
        else if (char === '<') {
            depth++;
            position = skipSpace(text, position + 1);
        } else break;
    }
    while (text[position] === '[') {
        position = skipSpace(text, skipBrackets(text, position));
    }
    const char = text[position];
    return char === '(' || char === '{' ? skipBrackets(text, position) : position;
}

function skipPostfix(text: string, at: number): number {
    let end = at;
    for (;;) {
        const position = skipSpace(text, end);
        const char = text[position];
        if (char === '(' || char === '[') {
            const next = skipBrackets(text, position);
            if (next < 0) return -1;
            end = next;
        } else if (char === '.' || (char === '?' && text[position + 1] === '.')) {
            const next = match(NAME, text, skipSpace(text, position + (char === '.' ? 1 : 2)));
            if (next < 0) return -1;
            end = next;
        } else return end;
    }
}

function skipOperand(text: string, at: number): number {
    let position = skipSpace(text, at);
    while (text[position] === '-' || text[position] === '+' || text[position] === '!') {
        position = skipSpace(text, position + 1);
    }
    const char = text[position] ?? '';
    if (char === "'") return skipPostfix(text, match(TEXT, text, position));
    if (char >= '0' && char <= '9') return match(NUMBER, text, position);
    if (char === '[') return skipPostfix(text, skipBrackets(text, position));
    if (char === '(') return skipParenthesis(text, position);
    const name = match(NAME, text, position);
    if (name < 0) return -1;
    const word = text.slice(position, name).toLowerCase();
    const end = word === 'new' ? skipCreation(text, name) : name;
    return end < 0 ? -1 : skipPostfix(text, end);
}

/** `(a + b)`, or a cast `(Set<Id>) map.get('x')`. */
function skipParenthesis(text: string, at: number): number {
    const end = skipBrackets(text, at);
    if (end < 0) return -1;
    const inner = text.slice(at + 1, end - 1).trim();
    const next = skipSpace(text, end);
    const couldBeType = /^[A-Za-z_][\w.]*(\s*<[\w\s.,<>]*>)?(\[\])?$/.test(inner);
    if (couldBeType && startsOperand(text, next)) return skipOperand(text, next);
    return skipPostfix(text, end);
}

/** What may follow a bind in a query, so that `(x) AND ...` is no cast. */
const QUERY_WORDS =
    /^(and|or|not|limit|offset|order|group|having|with|for|all|update|asc|desc|nulls|from|using|returning|in)$/i;

function startsOperand(text: string, at: number): boolean {
    const end = match(NAME, text, at);
    if (end >= 0) return !QUERY_WORDS.test(text.slice(at, end));
    return text[at] === "'" || text[at] === '(';
}

/**
 * Returns the position after the Apex expression that starts at `at`, or -1 when there is none.
 * Trailing white space is not part of the expression.
 */
export function scanBindExpression(text: string, at: number): number {
    let end = skipOperand(text, at);
    while (end >= 0) {
        const position = skipSpace(text, end);
        if (text[position] === '?' && text[position + 1] !== '?') {
            const middle = scanBindExpression(text, position + 1);
            const colon = middle < 0 ? -1 : skipSpace(text, middle);
            if (colon < 0 || text[colon] !== ':') return -1;
            return scanBindExpression(text, colon + 1);
        }
        const operator = match(BINARY, text, position);
        if (operator < 0) return end;
        end = skipOperand(text, operator);
    }
    return -1;
}
