/** Translates Java regular expressions to JavaScript ones (flag `v`). */
import { apexException, Unsupported } from '../values/exceptions.ts';
import { translateClass, classEscape, characterEscape, literal } from './regexClasses.ts';

/** A translated expression. JavaScript groups may outnumber Java's, because atomic groups need helpers. */
export interface JavaRegex {
    /** The expression as written. */
    readonly source: string;
    /** Searches; flags `dgv`. */
    readonly search: RegExp;
    /** Has to match from the first to the last character. */
    readonly whole: RegExp;
    /** Has to match from the first character. */
    readonly prefix: RegExp;
    /** JavaScript group number of each Java group; [0] is 0. */
    readonly groups: readonly number[];
    readonly names: ReadonlyMap<string, number>;
}

interface Modifiers {
    ignoreCase: boolean;
    multiline: boolean;
    dotAll: boolean;
    comments: boolean;
}

const END = '(?=(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])?(?-m:$))';

class Translator {
    private readonly source: string;
    private position = 0;
    private scriptGroups = 0;
    readonly groups: number[] = [0];
    readonly names = new Map<string, number>();

    constructor(source: string) {
        this.source = source;
    }

    translate(): string {
        const text = this.alternatives({ ignoreCase: false, multiline: false, dotAll: false, comments: false });
        if (this.position < this.source.length) throw this.error("Unmatched closing ')'");
        return text;
    }

    private error(message: string): unknown {
        return apexException(
            'StringException',
            `Invalid regex: ${message} near index ${this.position}\n${this.source}`
        );
    }

    private get next(): string | undefined {
        return this.source[this.position];
    }

    private take(text: string): boolean {
        if (!this.source.startsWith(text, this.position)) return false;
        this.position += text.length;
        return true;
    }

    private match(pattern: RegExp): RegExpExecArray | null {
        pattern.lastIndex = this.position;
        const found = pattern.exec(this.source);
        if (found) this.position += found[0].length;
        return found;
    }

    /** Everything up to the closing parenthesis or the end. Flags set inside hold until there. */
    private alternatives(outer: Modifiers): string {
        const modifiers = { ...outer };
        let text = '';
        // A flag change in the middle opens a modifier group that ends with this level; `|` inside of it is right as it is,
        // because Java's flags hold over the later alternatives too, but then the earlier part must be closed off.
        let closers = '';
        while (this.position < this.source.length && this.next !== ')') {
            if (this.next === '|') {
                this.position++;
                text += `${closers}|${closers ? this.opener(modifiers) : ''}`;
                continue;
            }
            const flags = this.match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/y);
            if (flags) {
                this.setFlags(modifiers, flags[1]!, flags[2] ?? '');
                text += closers + this.opener(modifiers);
                closers = ')';
                continue;
            }
            text += this.quantified(modifiers);
        }
        return text + closers;
    }

    private setFlags(modifiers: Modifiers, on: string, off: string): void {
        for (const [letters, value] of [
            [on, true],
            [off, false]
        ] as const) {
            for (const letter of letters) {
                if (letter === 'i') modifiers.ignoreCase = value;
                else if (letter === 'm') modifiers.multiline = value;
                else if (letter === 's') modifiers.dotAll = value;
                else if (letter === 'x') modifiers.comments = value;
                else if (letter !== 'u' && letter !== 'U' && letter !== 'd')
                    throw this.error('Unknown inline modifier');
            }
        }
    }

    private opener(modifiers: Modifiers): string {
        const letters = { i: modifiers.ignoreCase, m: modifiers.multiline, s: modifiers.dotAll };
        const on = Object.entries(letters)
            .filter(([, value]) => value)
            .map(([letter]) => letter);
        const off = Object.entries(letters)
            .filter(([, value]) => !value)
            .map(([letter]) => letter);
        return `(?${on.join('')}${off.length ? `-${off.join('')}` : ''}:`;
    }

    /** One atom with its quantifier. */
    private quantified(modifiers: Modifiers): string {
        if (modifiers.comments && this.match(/(?:\s+|#.*)+/y)) return '';
        // Atoms made of several characters (\Q..\E) come back as single ones, so that a quantifier binds to the last.
        const groupsBefore = this.scriptGroups;
        const atom = this.atom(modifiers);
        if (modifiers.comments) this.match(/(?:\s+|#.*)+/y);
        const quantifier = this.match(/[*+?]|\{\d+(?:,\d*)?\}/y)?.[0];
        if (!quantifier) return atom;
        if (this.take('?')) return `${atom}${quantifier}?`;
        if (this.take('+')) return this.atomic(`${atom}${quantifier}`, groupsBefore);
        return atom + quantifier;
    }

    /**
     * `(?>x)`: a lookahead never backtracks, so capture inside of one and consume what it captured. The helper group comes
     * before the groups inside, whose numbers move up by one.
     */
    private atomic(inner: string, groupsBefore: number): string {
        this.scriptGroups++;
        const name = `atomic${this.scriptGroups}`;
        for (let index = 0; index < this.groups.length; index++) {
            if (this.groups[index]! > groupsBefore) this.groups[index]!++;
        }
        return `(?=(?<${name}>${inner}))\\k<${name}>`;
    }

    private atom(modifiers: Modifiers): string {
        const character = this.source[this.position]!;
        switch (character) {
            case '(':
                return this.group(modifiers);
            case '[': {
                const { text, end } = translateClass(this.source, this.position);
                this.position = end;
                return text;
            }
            case '.':
                this.position++;
                return '.';
            case '^':
                this.position++;
                return '^';
            case '$':
                this.position++;
                return modifiers.multiline ? '$' : END;
            case '\\':
                return this.escape();
            case '*':
            case '+':
            case '?':
                throw this.error(`Dangling meta character '${character}'`);
            case '{':
                throw this.error('Illegal repetition');
        }
        const whole = String.fromCodePoint(this.source.codePointAt(this.position)!);
        this.position += whole.length;
        return literal(whole);
    }

    private group(modifiers: Modifiers): string {
        const start = this.position;
        const groupsBefore = this.scriptGroups;
        const opening = this.match(/\(\?(?:[:=!>]|<[=!])/y)?.[0];
        if (opening) {
            const inner = this.closed(modifiers, start);
            return opening === '(?>' ? this.atomic(`(?:${inner})`, groupsBefore) : `${opening}${inner})`;
        }
        const flagged = this.match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:/y);
        if (flagged) {
            const local = { ...modifiers };
            this.setFlags(local, flagged[1]!, flagged[2] ?? '');
            return `${this.opener(local)}${this.closed(local, start)})`;
        }
        const name = this.match(/\(\?<([a-zA-Z][a-zA-Z0-9]*)>/y)?.[1];
        if (!name && !this.take('(')) throw this.error('Unknown group');
        if (!name && this.next === '?') throw this.error('Unknown group type');
        this.scriptGroups++;
        this.groups.push(this.scriptGroups);
        if (name) this.names.set(name, this.groups.length - 1);
        return `(${this.closed(modifiers, start)})`;
    }

    private closed(modifiers: Modifiers, start: number): string {
        const inner = this.alternatives(modifiers);
        if (!this.take(')')) {
            this.position = start;
            throw this.error('Unclosed group');
        }
        return inner;
    }

    private escape(): string {
        if (this.take('\\Q')) {
            const end = this.source.indexOf('\\E', this.position);
            const text = this.source.slice(this.position, end < 0 ? undefined : end);
            this.position = end < 0 ? this.source.length : end + 2;
            const characters = [...text].map(literal);
            const last = characters.pop();
            return last === undefined ? '(?:)' : characters.join('') + last;
        }
        const reference = this.match(/\\([1-9])/y)?.[1];
        if (reference) return this.backReference(Number(reference));
        const named = this.match(/\\k<([a-zA-Z][a-zA-Z0-9]*)>/y)?.[1];
        if (named) {
            const group = this.names.get(named);
            if (group === undefined) throw this.error(`named capturing group <${named}> does not exist`);
            return this.backReference(group);
        }
        const boundary = this.match(/\\([bBAzZG])/y)?.[1];
        if (boundary) {
            if (boundary === 'G') throw new Unsupported('\\G in a regular expression');
            return { b: '\\b', B: '\\B', A: '(?-m:^)', z: '(?-m:$)', Z: END }[boundary]!;
        }
        if (this.take('\\R')) return '(?:\\r\\n|[\\n-\\r\\u0085\\u2028\\u2029])';
        const set = classEscape(this.source, this.position);
        if (set) {
            this.position = set.end;
            return `[${set.text}]`;
        }
        const character = characterEscape(this.source, this.position);
        this.position = character.end;
        return literal(character.text);
    }

    /** Java takes more digits as long as there are so many groups. A group that never matched fails in Java. */
    private backReference(first: number): string {
        let group = first;
        while (/\d/.test(this.next ?? '') && group * 10 + Number(this.next) < this.groups.length) {
            group = group * 10 + Number(this.next);
            this.position++;
        }
        if (group >= this.groups.length) return '(?!)';
        // Numbers are final only at the end, because atomic groups may still shift them: see `finish`.
        return `\\u{E000}${group}\\u{E001}`;
    }
}

const cache = new Map<string, JavaRegex>();
const CACHE_SIZE = 500;

/** Translates and caches. Throws StringException `Invalid regex: ...`. */
export function javaRegex(source: string): JavaRegex {
    let regex = cache.get(source);
    if (!regex) {
        regex = compile(source);
        if (cache.size >= CACHE_SIZE) cache.clear();
        cache.set(source, regex);
    }
    return regex;
}

function compile(source: string): JavaRegex {
    const translator = new Translator(source);
    const text = translator
        .translate()
        .replace(/\\u\{E000\}(\d+)\\u\{E001\}/g, (_, group) => `(?:\\${translator.groups[Number(group)]})`);
    try {
        return {
            source,
            search: new RegExp(text, 'dgv'),
            whole: new RegExp(`^(?:${text})$`, 'dv'),
            prefix: new RegExp(`^(?:${text})`, 'dv'),
            groups: translator.groups,
            names: translator.names
        };
    } catch (error) {
        throw apexException('StringException', `Invalid regex: ${(error as Error).message}`);
    }
}
