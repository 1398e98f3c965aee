/** Methods of `String` that escape and unescape. */
import type { Member } from '../runtime/library.ts';
import { namedEntities } from './htmlEntities.ts';

const JAVA_ESCAPES: Readonly<Record<string, string>> = {
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\f': '\\f',
    '\r': '\\r',
    '"': '\\"',
    '\\': '\\\\'
};
const JAVA_UNESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

function unicodeEscape(character: string): string {
    return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function escapeJava(text: string): string {
    return text.replace(
        /[\b\t\n\f\r"\\]|[^\u0020-\u007f]/g,
        (character) => JAVA_ESCAPES[character] ?? unicodeEscape(character)
    );
}

function escapeEcmaScript(text: string): string {
    return escapeJava(text).replace(/['/]/g, (character) => `\\${character}`);
}

function unescapeJava(text: string): string {
    return text.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g, (_, hex, octal, character) => {
        if (hex) return String.fromCharCode(parseInt(hex, 16));
        if (octal) return String.fromCharCode(parseInt(octal, 8));
        return JAVA_UNESCAPES[character] ?? character;
    });
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;'
};
const codeToEntity = new Map(
    Object.entries(namedEntities).map(([name, code]) => [String.fromCharCode(code), `&${name};`])
);

function escapeHtml(text: string, largestCode: number): string {
    return text.replace(/[&<>"\u00a0-\uffff]/g, (character) => {
        if (character in XML_ESCAPES) return XML_ESCAPES[character]!;
        return character.charCodeAt(0) <= largestCode ? (codeToEntity.get(character) ?? character) : character;
    });
}

function unescapeEntities(text: string, named: Readonly<Record<string, number>>): string {
    return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
        if (decimal) return String.fromCodePoint(Number(decimal));
        if (hex) return String.fromCodePoint(parseInt(hex, 16));
        const code = named[name];
        return code === undefined ? whole : String.fromCharCode(code);
    });
}

const BASIC_ENTITIES = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };
const HTML_ENTITIES = { ...namedEntities, amp: 38, lt: 60, gt: 62, quot: 34 };

function escapeCsv(text: string): string {
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unescapeCsv(text: string): string {
    const inner = /^"([\s\S]*)"$/.exec(text)?.[1];
    return inner !== undefined && /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

export const stringEscapes: Record<string, Member> = {
    'String escapeCsv()': escapeCsv,
    'String escapeEcmaScript()': escapeEcmaScript,
    'String escapeHtml3()': (self: string) => escapeHtml(self, 0xff),
    'String escapeHtml4()': (self: string) => escapeHtml(self, 0xffff),
    'String escapeJava()': escapeJava,
    'String escapeUnicode()': (self: string) => self.replace(/[^\u0020-\u007e]/g, unicodeEscape),
    'String escapeXml()': (self: string) => self.replace(/[&<>"']/g, (character) => XML_ESCAPES[character]!),
    'String unescapeCsv()': unescapeCsv,
    'String unescapeEcmaScript()': unescapeJava,
    'String unescapeHtml3()': (self: string) => unescapeEntities(self, HTML_ENTITIES),
    'String unescapeHtml4()': (self: string) => unescapeEntities(self, HTML_ENTITIES),
    'String unescapeJava()': unescapeJava,
    'String unescapeUnicode()': (self: string) =>
        self.replace(/\\u+([0-9a-fA-F]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    'String unescapeXml()': (self: string) => unescapeEntities(self, BASIC_ENTITIES),
    'String stripHtmlTags()': (self: string) => unescapeEntities(self.replace(/<[^>]*>/g, ''), HTML_ENTITIES)
};
