/**
 * Reads what Apex shows to components: `@AuraEnabled` methods with their parameters, and the `@AuraEnabled` properties of
 * the classes that travel through them. A reader of declarations, not an Apex compiler.
 */

export interface ApexMethod {
    readonly className: string;
    readonly name: string;
    readonly isCacheable: boolean;
    readonly returnType: string;
    readonly parameters: readonly { readonly name: string; readonly type: string }[];
    readonly doc: string;
}

export interface ApexShape {
    /** Name as written in Apex, `Outer.Inner` for an inner class. */
    readonly name: string;
    readonly properties: readonly { readonly name: string; readonly type: string; readonly doc: string }[];
}

export interface ApexSurface {
    readonly methods: readonly ApexMethod[];
    readonly shapes: readonly ApexShape[];
}

const MODIFIERS = String.raw`(?:(?:public|global|static|virtual|abstract|final|transient|override)\s+)*`;
const TYPE = String.raw`[A-Za-z_][\w.]*(?:\s*<[\w\s,.<>]+>)?(?:\[\])?`;
const ANNOTATION = /@AuraEnabled\b\s*(\([^)]*\))?/gi;
const METHOD = new RegExp(String.raw`^\s*${MODIFIERS}(${TYPE})\s+(\w+)\s*\(([^)]*)\)\s*\{`, 'i');
const PROPERTY = new RegExp(String.raw`^\s*${MODIFIERS}(${TYPE})\s+(\w+)\s*(?:;|=|\{)`, 'i');
const CLASS = /\bclass\s+(\w+)[^{;]*\{/gi;

/** What the text of one class file shows to components. */
export function readApexSurface(source: string): ApexSurface {
    const text = blankCommentsAndStrings(source);
    const classes = classRanges(text);
    const methods: ApexMethod[] = [];
    const properties = new Map<string, ApexShape['properties'][number][]>();
    for (const annotation of text.matchAll(ANNOTATION)) {
        const owner = innermost(classes, annotation.index);
        if (owner === undefined) {
            continue;
        }
        const rest = text.slice(annotation.index + annotation[0].length);
        const doc = docBefore(source, annotation.index);
        const method = METHOD.exec(rest);
        if (method) {
            methods.push({
                className: owner,
                name: method[2] ?? '',
                isCacheable: /cacheable\s*=\s*true/i.test(annotation[1] ?? ''),
                returnType: compact(method[1] ?? ''),
                parameters: parametersOf(method[3] ?? ''),
                doc
            });
            continue;
        }
        const property = PROPERTY.exec(rest);
        if (property) {
            const list = properties.get(owner) ?? [];
            list.push({ name: property[2] ?? '', type: compact(property[1] ?? ''), doc });
            properties.set(owner, list);
        }
    }
    return { methods, shapes: [...properties].map(([name, list]) => ({ name, properties: list })) };
}

/** Same length as the source, so that offsets hold; comments and string contents become blanks. */
function blankCommentsAndStrings(source: string): string {
    return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (match) => match.replace(/[^\n]/g, ' '));
}

interface ClassRange {
    readonly name: string;
    readonly start: number;
    readonly end: number;
}

function classRanges(text: string): ClassRange[] {
    const ranges: ClassRange[] = [];
    for (const match of text.matchAll(CLASS)) {
        const open = match.index + match[0].length - 1;
        const outer = innermost(ranges, match.index);
        ranges.push({
            name: outer === undefined ? (match[1] ?? '') : `${outer}.${match[1] ?? ''}`,
            start: match.index,
            end: closingBrace(text, open)
        });
    }
    return ranges;
}

function closingBrace(text: string, open: number): number {
    let depth = 0;
    for (let index = open; index < text.length; index++) {
        if (text[index] === '{') {
            depth++;
        } else if (text[index] === '}' && --depth === 0) {
            return index;
        }
    }
    return text.length;
}

function innermost(ranges: readonly ClassRange[], offset: number): string | undefined {
    return ranges.filter((range) => range.start <= offset && offset <= range.end).at(-1)?.name;
}

function parametersOf(text: string): { name: string; type: string }[] {
    return splitAtTopLevel(text).map((part) => {
        const words = part.replace(/^\s*final\s+/i, '').trim();
        const cut = words.search(/\s+\w+$/);
        return { type: compact(words.slice(0, cut)), name: words.slice(cut).trim() };
    });
}

/** Parts between commas that are not inside angle brackets. */
export function splitAtTopLevel(text: string): string[] {
    const parts: string[] = [];
    let depth = 0;
    let current = '';
    for (const character of text) {
        depth += character === '<' ? 1 : character === '>' ? -1 : 0;
        if (character === ',' && depth === 0) {
            parts.push(current);
            current = '';
        } else {
            current += character;
        }
    }
    return [...parts, current].filter((part) => part.trim() !== '');
}

function docBefore(source: string, offset: number): string {
    const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(source.slice(0, offset));
    return (comment?.[1] ?? '')
        .split('\n')
        .map((line) => line.replace(/^\s*\*? ?/, '').trim())
        .filter((line) => line !== '' && !line.startsWith('@'))
        .join(' ');
}

function compact(type: string): string {
    return type.replace(/\s+/g, '');
}
