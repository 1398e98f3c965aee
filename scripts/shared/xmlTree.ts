/** XML as a tree that knows where each element stands, for whoever points a reader at a line. */
import { XMLParser } from 'fast-xml-parser';
import { positionAt } from './sourceFiles.ts';

export interface XmlNode {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly XmlNode[];
    /** Text directly inside, without that of the children. */
    readonly text: string;
    /** Where the element begins in the file. */
    readonly offset: number;
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: true,
    processEntities: true,
    captureMetaData: true
});

/** Elements at the top of a well-formed text, the XML declaration among them. */
export function parseXml(text: string): XmlNode[] {
    const metaData = XMLParser.getMetaDataSymbol() as unknown as string;
    type Raw = Record<string, unknown>;
    const convert = (raw: Raw): XmlNode => {
        const name = Object.keys(raw).find((key) => key !== ATTRIBUTES) ?? '';
        const content = (raw[name] ?? []) as Raw[];
        const place = raw[metaData] as { startIndex?: number } | undefined;
        return {
            name,
            attributes: (raw[ATTRIBUTES] ?? {}) as Record<string, string>,
            children: content.filter((part) => !(TEXT in part)).map(convert),
            text: content
                .filter((part) => TEXT in part)
                .map((part) => String(part[TEXT]))
                .join(''),
            offset: place?.startIndex ?? 0
        };
    };
    return (parser.parse(text) as Raw[]).map(convert);
}

/** The document element; undefined when there is none or the text is no XML. */
export function documentOf(text: string): XmlNode | undefined {
    try {
        return parseXml(text).find((node) => !node.name.startsWith('?'));
    } catch {
        return undefined;
    }
}

/** Children of one name. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
    return (node?.children ?? []).filter((child) => child.name === name);
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
    return node?.children.find((child) => child.name === name);
}

/** Text of a child; an empty string when it is not there. */
export function textOf(node: XmlNode | undefined, name: string): string {
    return childOf(node, name)?.text ?? '';
}

/** The node and everything below it. */
export function* descendantsOf(node: XmlNode): Generator<XmlNode> {
    yield node;
    for (const child of node.children) {
        yield* descendantsOf(child);
    }
}

export function lineOf(text: string, node: XmlNode): number {
    return positionAt(text, node.offset).line;
}
