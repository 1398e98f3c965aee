/**
 * Reads metadata XML into elements that know their line. Small and strict on purpose: a message must say what is wrong
 * and where, and metadata files use no more of XML than elements, text, comments and character references.
 */

export interface XmlElement {
    readonly name: string;
    readonly line: number;
    readonly column: number;
    readonly attributes: ReadonlyMap<string, string>;
    readonly children: readonly XmlElement[];
    /** Character data of the element itself, entities resolved, not trimmed. */
    readonly text: string;
}

/** The text is not well-formed. */
export class XmlError extends Error {
    readonly line: number;
    readonly column: number;
    constructor(message: string, line: number, column: number) {
        super(message);
        this.line = line;
        this.column = column;
    }
}

const NAME = /[A-Za-z_][\w.:-]*/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

interface OpenElement {
    name: string;
    line: number;
    column: number;
    attributes: Map<string, string>;
    children: XmlElement[];
    text: string;
}

class Reader {
    private readonly text: string;
    private position = 0;
    private line = 1;
    private lineStart = 0;

    constructor(text: string) {
        this.text = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    }

    private fail(message: string, at: { line: number; column: number } = this.here()): never {
        throw new XmlError(message, at.line, at.column);
    }

    private here(): { line: number; column: number } {
        return { line: this.line, column: this.position - this.lineStart + 1 };
    }

    private advanceTo(end: number): string {
        const passed = this.text.slice(this.position, end);
        for (
            let at = this.text.indexOf('\n', this.position);
            at >= 0 && at < end;
            at = this.text.indexOf('\n', at + 1)
        ) {
            this.line++;
            this.lineStart = at + 1;
        }
        this.position = end;
        return passed;
    }

    private skipSpace(): void {
        let end = this.position;
        while (end < this.text.length && this.text.charCodeAt(end) <= 32) end++;
        this.advanceTo(end);
    }

    private sees(text: string): boolean {
        return this.text.startsWith(text, this.position);
    }

    /** Moves behind `end`, returns what stood before it. */
    private through(end: string, what: string): string {
        const start = this.here();
        const at = this.text.indexOf(end, this.position);
        if (at < 0) this.fail(`${what} is never closed.`, start);
        const passed = this.advanceTo(at);
        this.advanceTo(at + end.length);
        return passed;
    }

    private name(): string {
        NAME.lastIndex = this.position;
        const found = NAME.exec(this.text);
        if (!found) this.fail('A name is expected here.');
        this.advanceTo(this.position + found[0].length);
        return found[0];
    }

    private decode(raw: string, start: { line: number; column: number }): string {
        if (!raw.includes('&')) return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
        return raw.replace(/\r\n?/g, '\n').replace(/&([^;\s&<]{0,10});?/g, (whole, name: string, offset: number) => {
            const known = whole.endsWith(';') ? ENTITIES[name] : undefined;
            if (known !== undefined) return known;
            const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
            if (code && whole.endsWith(';')) {
                return String.fromCodePoint(code[1] ? parseInt(code[1], 16) : Number(code[2]));
            }
            const before = raw.slice(0, offset).split('\n');
            const line = start.line + before.length - 1;
            const column = (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0);
            return this.fail(`"${whole}" is no character reference; write &amp; for an ampersand.`, { line, column });
        });
    }

    private attributes(tag: string): Map<string, string> {
        const attributes = new Map<string, string>();
        for (;;) {
            this.skipSpace();
            const char = this.text[this.position];
            if (char === '>' || char === '/' || char === '?') return attributes;
            if (char === undefined || char === '<') this.fail(`The tag <${tag} is never closed.`);
            const name = this.name();
            this.skipSpace();
            if (!this.sees('=')) this.fail(`Attribute ${name} has no value.`);
            this.advanceTo(this.position + 1);
            this.skipSpace();
            const quote = this.text[this.position];
            if (quote !== '"' && quote !== "'") this.fail(`The value of attribute ${name} must be in quotes.`);
            this.advanceTo(this.position + 1);
            const start = this.here();
            attributes.set(name, this.decode(this.through(quote, `The value of attribute ${name}`), start));
        }
    }

    private skipMarkup(): boolean {
        if (this.sees('<!--')) {
            this.advanceTo(this.position + 4);
            this.through('-->', 'The comment');
        } else if (this.sees('<?')) {
            this.advanceTo(this.position + 2);
            this.through('?>', 'The processing instruction');
        } else return false;
        return true;
    }

    document(): XmlElement {
        this.skipSpace();
        while (this.skipMarkup()) this.skipSpace();
        if (this.position >= this.text.length) this.fail('The file is empty.');
        if (!this.sees('<')) this.fail('The root element is expected here.');
        if (this.sees('<!')) this.fail('Document types are not allowed in metadata.');
        const root = this.element();
        this.skipSpace();
        while (this.skipMarkup()) this.skipSpace();
        if (this.position < this.text.length) this.fail(`There is content after the root element <${root.name}>.`);
        return root;
    }

    private openTag(): { element: OpenElement; isEmpty: boolean } {
        const { line, column } = this.here();
        this.advanceTo(this.position + 1);
        const name = this.name();
        const attributes = this.attributes(name);
        const isEmpty = this.sees('/');
        if (isEmpty) this.advanceTo(this.position + 1);
        if (!this.sees('>')) this.fail(`The tag <${name} is never closed.`);
        this.advanceTo(this.position + 1);
        return { element: { name, line, column, attributes, children: [], text: '' }, isEmpty };
    }

    private element(): XmlElement {
        const stack: OpenElement[] = [];
        const first = this.openTag();
        if (first.isEmpty) return first.element;
        stack.push(first.element);
        for (;;) {
            const current = stack.at(-1) as OpenElement;
            const start = this.here();
            const next = this.text.indexOf('<', this.position);
            if (next < 0) this.fail(`Element <${current.name}> is never closed.`, current);
            current.text += this.decode(this.advanceTo(next), start);
            if (this.sees('<![CDATA[')) {
                this.advanceTo(this.position + 9);
                current.text += this.through(']]>', 'The CDATA section');
            } else if (this.sees('</')) {
                const at = this.here();
                this.advanceTo(this.position + 2);
                const name = this.name();
                this.skipSpace();
                if (name !== current.name) {
                    this.fail(`</${name}> closes <${current.name}> of line ${current.line}.`, at);
                }
                if (!this.sees('>')) this.fail(`The tag </${name} is never closed.`, at);
                this.advanceTo(this.position + 1);
                stack.pop();
                if (stack.length === 0) return current;
            } else if (!this.skipMarkup()) {
                if (this.sees('<!')) this.fail('Document types are not allowed in metadata.');
                const { element, isEmpty } = this.openTag();
                current.children.push(element);
                if (!isEmpty) stack.push(element);
            }
        }
    }
}

/** Parses one document and returns its root element. Throws XmlError. */
export function parseXml(text: string): XmlElement {
    return new Reader(text).document();
}

/** First child of that name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((each) => each.name === name);
}

export function children(element: XmlElement, name: string): XmlElement[] {
    return element.children.filter((each) => each.name === name);
}

/** Trimmed text of the first child of that name; undefined when there is no such child or it is empty. */
export function textOf(element: XmlElement, name: string): string | undefined {
    const text = child(element, name)?.text.trim();
    return text === '' ? undefined : text;
}

export function flagOf(element: XmlElement, name: string): boolean | undefined {
    const text = textOf(element, name);
    return text === undefined ? undefined : text === 'true';
}

/** Number in a child element; undefined when there is none. NaN is for the caller to report. */
export function numberOf(element: XmlElement, name: string): number | undefined {
    const text = textOf(element, name);
    return text === undefined ? undefined : Number(text);
}
