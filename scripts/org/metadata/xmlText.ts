/** Writes metadata XML: one element a line, so that a line of the text tells the element that it came from. */
import type { XmlElement } from '../schema/xml.ts';

export interface Position {
    readonly line: number;
    readonly column: number;
}

export interface XmlText {
    readonly text: string;
    /** Place in the original file of what stands on each line; the first line is index 0. */
    readonly origins: readonly Position[];
}

export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

/** An element made here rather than read. */
export function element(
    name: string,
    children: readonly XmlElement[],
    text = '',
    at: Position = { line: 1, column: 1 }
): XmlElement {
    return { name, line: at.line, column: at.column, attributes: new Map(), children, text };
}

/** The file of a root element. */
export function writeXml(root: XmlElement): XmlText {
    const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
    const origins: Position[] = [root];
    const push = (line: string, at: Position): void => {
        // A text of several lines takes several.
        for (const part of line.split('\n')) {
            lines.push(part);
            origins.push({ line: at.line, column: at.column });
        }
    };
    const write = (node: XmlElement, indent: string): void => {
        const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
        if (node.children.length === 0) {
            push(`${indent}<${node.name}${attributes}>${escapeText(node.text)}</${node.name}>`, node);
            return;
        }
        push(`${indent}<${node.name}${attributes}>`, node);
        node.children.forEach((child) => write(child, `${indent}    `));
        push(`${indent}</${node.name}>`, node);
    };
    const named = root.attributes.has('xmlns')
        ? root
        : { ...root, attributes: new Map([['xmlns', METADATA_NAMESPACE], ...root.attributes]) };
    write(named, '');
    return { text: `${lines.join('\n')}\n`, origins };
}
