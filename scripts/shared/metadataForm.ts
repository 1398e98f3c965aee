/**
 * Holds a `-meta.xml` against the Metadata API's own types: unknown elements, missing required ones, scalars given
 * twice, values outside of an enumeration, booleans and numbers that are none. The CLI checks none of this before an org does.
 */
import { XMLValidator } from 'fast-xml-parser';
import type { ElementType, MetadataTypes } from './metadataTypes.ts';
import { positionAt } from './sourceFiles.ts';
import { parseXml, type XmlNode } from './xmlTree.ts';

/** Free-form parts: the type says too little about them. `targetConfigs` holds design-time attributes of components. */
const FREE_FORM = new Set(['LightningComponentBundle.targetConfigs']);
/** Root elements whose children are what the file name says, not what the type says. */
const ROOT_ALIASES: Readonly<Record<string, string>> = { LightningComponentBundle: 'LightningComponentBundle' };
/** Required by the type, and filled in by an org when they are not there. */
const FILLED_IN = new Set(['CustomPermission.isLicensed']);
/** Elements that source format keeps in the folder or file name. */
const NAME_ELEMENTS = new Set(['fullName']);

/** One fault of form, at its place. */
export interface FormProblem {
    readonly path: string;
    readonly line?: number;
    readonly column?: number;
    readonly message: string;
}

/** Problems of one metadata file; `types` comes from `readMetadataTypes`. */
export function metadataProblems(path: string, text: string, types: MetadataTypes): FormProblem[] {
    const valid = XMLValidator.validate(text);
    if (valid !== true) {
        return [
            { path, line: valid.err.line, column: valid.err.col, message: `is not well-formed XML: ${valid.err.msg}` }
        ];
    }
    const root = parseXml(text).find((node) => !node.name.startsWith('?'));
    if (!root) {
        return [{ path, message: 'holds no element' }];
    }
    const problems: FormProblem[] = [];
    const report = (node: XmlNode, message: string): void => {
        problems.push({ path, ...positionAt(text, node.offset), message });
    };
    const rootType = ROOT_ALIASES[root.name] ?? root.name;
    if (types.elements(rootType)) {
        checkComplex(root, rootType, types, report);
    } else {
        report(root, `<${root.name}> is no type of the Metadata API`);
    }
    return problems;
}

function checkComplex(
    node: XmlNode,
    type: string,
    types: MetadataTypes,
    report: (node: XmlNode, message: string) => void
): void {
    const elements: ReadonlyMap<string, ElementType> = types.elements(type) ?? new Map<string, ElementType>();
    const seen = new Set<string>();
    for (const child of node.children) {
        const element = elements.get(child.name);
        if (!element) {
            report(child, `<${child.name}> is unknown in ${type}; known are ${[...elements.keys()].sort().join(', ')}`);
            continue;
        }
        if (seen.has(child.name) && !element.isMany) {
            report(child, `<${child.name}> stands twice in ${type}; one is allowed`);
        }
        seen.add(child.name);
        if (!FREE_FORM.has(`${type}.${child.name}`)) {
            checkValue(child, element.type, types, report);
        }
    }
    for (const [name, element] of elements) {
        const isFilledIn = NAME_ELEMENTS.has(name) || FILLED_IN.has(`${type}.${name}`);
        if (element.isRequired && !seen.has(name) && !isFilledIn) {
            report(node, `<${name}> is missing in ${type}`);
        }
    }
}

function checkValue(
    node: XmlNode,
    type: string,
    types: MetadataTypes,
    report: (node: XmlNode, message: string) => void
): void {
    const values = types.values(type);
    if (values) {
        if (!values.has(node.text)) {
            report(node, `"${node.text}" is no value of <${node.name}>; allowed are ${[...values].join(', ')}`);
        }
    } else if (type === 'boolean') {
        if (!['true', 'false'].includes(node.text)) {
            report(node, `<${node.name}> takes true or false, not "${node.text}"`);
        }
    } else if (type === 'number') {
        if (node.text === '' || Number.isNaN(Number(node.text))) {
            report(node, `<${node.name}> takes a number, not "${node.text}"`);
        }
    } else if (types.elements(type)) {
        checkComplex(node, type, types, report);
    } else if (type === 'string' && node.children.length > 0) {
        report(node, `<${node.name}> takes text, not elements`);
    }
}
