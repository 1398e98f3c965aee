/** What a Lightning page names: components, fields of its record, custom permissions, lists of children. */
import { childrenOf, descendantsOf, textOf, type XmlNode } from '../../shared/xmlTree.ts';
import { isCustom, lineIn, type MetadataFile, type PackageModel } from '../packageModel.ts';
import type { Reference, Target } from './reference.ts';

/** A component of ours has a bare name; `c:name` is the same; everything else with a colon is the platform's. */
const OURS = /^(?:c:)?(\w+)$/;
const NAMESPACED = /__/;
const RECORD_PATH = /^\{!Record\.([\w.]+)\}$|^Record\.([\w.]+)$/;
const PERMISSION = /^\{!\$Permission\.CustomPermission\.(\w+)\}$/;

export function pageReferences(file: MetadataFile, model: PackageModel): Reference[] {
    const object = textOf(file.document, 'sobjectType');
    const references: Reference[] = [];
    const add = (node: XmlNode, target: Target, name: string, isThere: boolean): void => {
        references.push({ path: file.path, line: lineIn(file, node), target, name, isThere });
    };
    for (const node of file.document ? descendantsOf(file.document) : []) {
        const record = RECORD_PATH.exec(node.text);
        const permission = PERMISSION.exec(node.text);
        if (node.name === 'componentName') {
            const name = OURS.exec(node.text)?.[1];
            if (name && !NAMESPACED.test(name)) {
                const isThere = ['lwc', 'aura'].some((kind) => model.names(kind).has(name.toLowerCase()));
                add(node, 'component', name, isThere);
            }
        } else if ((node.name === 'leftValue' || node.name === 'fieldItem') && record && object !== '') {
            const path = (record[1] ?? record[2] ?? '').split('.');
            if (path.length === 1) {
                add(node, 'field', `${object}.${path[0]}`, model.hasField(object, path[0] ?? ''));
            }
        } else if (permission) {
            const name = permission[1] ?? '';
            add(node, 'permission', name, model.names('customPermission').has(name.toLowerCase()));
        } else if (node.name === 'componentInstance') {
            relatedList(node, object, model, add);
        }
    }
    return references;
}

/** A related list names the list of children of the record, or of what a lookup of the record leads to. */
function relatedList(
    instance: XmlNode,
    object: string,
    model: PackageModel,
    add: (node: XmlNode, target: Target, name: string, isThere: boolean) => void
): void {
    const properties = new Map(
        childrenOf(instance, 'componentInstanceProperties').map((node) => [textOf(node, 'name'), node])
    );
    const list = properties.get('relatedListApiName');
    const name = textOf(list, 'value');
    const [parent = object, field = 'Id'] = textOf(properties.get('parentFieldApiName'), 'value').split('.');
    if (list && isCustom(name) && field === 'Id') {
        const owner = parent === '' ? object : parent;
        add(list, 'list', `${owner}.${name}`, model.childLists(owner).has(name.toLowerCase()));
    }
}
