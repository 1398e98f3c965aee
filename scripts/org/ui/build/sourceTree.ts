/** One walk over the package directories: where bundles, labels, pages and resources lie. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

export interface SourceTree {
    /** Folders called `lwc`: their children are bundles. */
    readonly lwcFolders: readonly string[];
    /** Path of every metadata file by suffix, e.g. `flexipage`, `app`, `tab`, `labels`, `resource`, `messageChannel`. */
    files(suffix: string): readonly string[];
    /** Every folder seen, for watching. */
    readonly folders: readonly string[];
}

const IGNORED = new Set(['node_modules', '__tests__', '__mocks__', '.sfdx', '.sf']);

/** @throws Error when a source directory does not exist. */
export function readSourceTree(sourceDirs: readonly string[]): SourceTree {
    const lwcFolders: string[] = [];
    const folders: string[] = [];
    const bySuffix = new Map<string, string[]>();
    const visit = (folder: string, depth: number): void => {
        folders.push(folder);
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
            const path = join(folder, entry.name);
            if (entry.isDirectory()) {
                if (IGNORED.has(entry.name) || depth > 12) continue;
                if (entry.name === 'lwc') lwcFolders.push(path);
                visit(path, depth + 1);
                continue;
            }
            const suffix = /\.([a-zA-Z]+)-meta\.xml$/.exec(entry.name)?.[1];
            if (suffix === undefined) continue;
            const list = bySuffix.get(suffix) ?? [];
            list.push(path);
            bySuffix.set(suffix, list);
        }
    };
    for (const dir of sourceDirs) visit(dir, 0);
    return { lwcFolders, folders, files: (suffix) => (bySuffix.get(suffix) ?? []).sort() };
}

/** API name of a metadata file: `Lead_Page.flexipage-meta.xml` is `Lead_Page`. */
export function memberName(path: string): string {
    return decodeURIComponent((path.split(/[\\/]/).pop() ?? '').replace(/\.\w+-meta\.xml$/, ''));
}

/** Plain tree of one metadata file. Elements are arrays of children only where `lists` says so; all values are text. */
export type XmlNode = { [element: string]: XmlValue };
export type XmlValue = string | XmlNode | (string | XmlNode)[];

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: true });
const attributeParser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: true
});

/**
 * @param withAttributes attributes become children called `@name`
 * @throws Error naming the file when the XML is malformed
 */
export function readXml(path: string, withAttributes = false): XmlNode {
    let parsed: Record<string, XmlValue>;
    try {
        parsed = (withAttributes ? attributeParser : parser).parse(readFileSync(path, 'utf8'), true) as Record<
            string,
            XmlValue
        >;
    } catch (error) {
        throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const root = Object.entries(parsed).find(([name]) => !name.startsWith('?'))?.[1];
    return typeof root === 'object' && !Array.isArray(root) ? root : {};
}

/** Children of that name, none, one or many alike. */
export function nodes(parent: XmlNode | undefined, name: string): XmlNode[] {
    const value = parent?.[name];
    const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return list.filter((item): item is XmlNode => typeof item === 'object');
}

/** Texts of the children of that name. */
export function texts(parent: XmlNode | undefined, name: string): string[] {
    const value = parent?.[name];
    const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return list.filter((item): item is string => typeof item === 'string');
}

/** Text of the first child of that name; undefined when there is none or it is empty. */
export function text(parent: XmlNode | undefined, name: string): string | undefined {
    return texts(parent, name)[0] || undefined;
}
