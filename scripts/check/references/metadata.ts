/** What metadata files name: a table of elements for the plain ones, and readers for formulas, columns and pages. */
import { childOf, childrenOf, descendantsOf, textOf, type XmlNode } from '../../shared/xmlTree.ts';
import { isCustom, lineIn, type MetadataFile, type PackageModel } from '../packageModel.ts';
import { formulaFields } from './formula.ts';
import { pageReferences } from './pages.ts';
import type { Reference, Target } from './reference.ts';

/** Elements whose text is the name of a member: kind of file, path of the element, kind of what it names. */
const PLAIN: readonly (readonly [kind: string, path: string, target: Target, named: string])[] = [
    ['permissionset', 'applicationVisibilities.application', 'application', 'app'],
    ['permissionset', 'classAccesses.apexClass', 'class', 'class'],
    ['permissionset', 'customPermissions.name', 'permission', 'customPermission'],
    ['permissionset', 'pageAccesses.apexPage', 'page', 'page'],
    ['permissionset', 'flowAccesses.flow', 'member', 'flow'],
    ['permissionset', 'tabSettings.tab', 'tab', 'tab'],
    ['permissionsetgroup', 'permissionSets', 'member', 'permissionset'],
    ['app', 'tabs', 'tab', 'tab'],
    ['app', 'utilityBar', 'page', 'flexipage'],
    ['tab', 'flexiPage', 'page', 'flexipage'],
    ['tab', 'lwcComponent', 'component', 'lwc'],
    ['tab', 'auraComponent', 'component', 'aura'],
    ['tab', 'page', 'page', 'page'],
    ['quickAction', 'lightningWebComponent', 'component', 'lwc'],
    ['quickAction', 'lightningComponent', 'component', 'aura'],
    ['queue', 'queueMembers.publicGroups.publicGroup', 'member', 'group'],
    ['customPermission', 'requiredPermission.customPermission', 'permission', 'customPermission'],
    ['flexipage', 'parentFlexiPage', 'page', 'flexipage'],
    ['listView', 'sharedTo.group', 'member', 'group']
];

/** Elements whose text is the name of an object. */
const OBJECTS: readonly (readonly [kind: string, path: string])[] = [
    ['permissionset', 'objectPermissions.object'],
    ['permissionset', 'customMetadataTypeAccesses.name'],
    ['permissionset', 'customSettingAccesses.name'],
    ['field', 'referenceTo'],
    ['queue', 'queueSobject.sobjectType'],
    ['flexipage', 'sobjectType'],
    ['quickAction', 'targetObject'],
    ['app', 'actionOverrides.pageOrSobjectType'],
    ['app', 'profileActionOverrides.pageOrSobjectType']
];

/** Elements whose text is `Object.Field`. */
const FIELDS: readonly (readonly [kind: string, path: string])[] = [
    ['permissionset', 'fieldPermissions.field'],
    ['field', 'summarizedField'],
    ['field', 'summaryForeignKey'],
    ['field', 'summaryFilterItems.field']
];

/** Elements whose text is a field of the object in whose folder the file lies. */
const OWN_FIELDS: readonly (readonly [kind: string, path: string])[] = [
    ['validationRule', 'errorDisplayField'],
    ['compactLayout', 'fields'],
    ['fieldSet', 'displayedFields.field'],
    ['listView', 'columns'],
    ['listView', 'filters.field'],
    ['field', 'valueSet.controllingField']
];

/** Elements that hold a formula over the fields of the object. */
const FORMULAS: readonly (readonly [kind: string, path: string])[] = [
    ['field', 'formula'],
    ['field', 'defaultValue'],
    ['validationRule', 'errorConditionFormula']
];

/** Overrides of a page or of an action name a page only under this type. */
const PAGE_OVERRIDE = 'Flexipage';
/** Tabs of the platform, of objects of the platform, and those that lead to a record type's home. */
const STANDARD_TAB = /^standard-/;
const PLATFORM_PAGE = /__/;
/** Layouts that bear another name than their object. */
const LAYOUT_OBJECTS: Readonly<Record<string, string>> = { CaseClose: 'Case' };

export function metadataReferences(model: PackageModel): Reference[] {
    return model.metadata.flatMap((file) => [
        ...plainReferences(file, model),
        ...objectReferences(file, model),
        ...fieldReferences(file, model),
        ...overrideReferences(file, model),
        ...layoutReferences(file, model),
        ...(file.kind === 'flexipage' ? pageReferences(file, model) : [])
    ]);
}

/** Elements of a file that a row of a table speaks of. */
function* rowsOf<Row extends readonly [string, string, ...unknown[]]>(
    table: readonly Row[],
    file: MetadataFile
): Generator<readonly [Row, XmlNode]> {
    for (const row of table) {
        if (row[0] === file.kind) {
            for (const node of nodesAt(file.document, row[1].split('.'))) {
                yield [row, node];
            }
        }
    }
}

function nodesAt(node: XmlNode | undefined, [name = '', ...rest]: readonly string[]): XmlNode[] {
    const found = childrenOf(node, name);
    return rest.length === 0 ? found : found.flatMap((child) => nodesAt(child, rest));
}

function plainReferences(file: MetadataFile, model: PackageModel): Reference[] {
    return [...rowsOf(PLAIN, file)].map(([[, , target, kind], node]) => ({
        path: file.path,
        line: lineIn(file, node),
        target,
        name: node.text,
        isThere: isThere(node.text, kind, model)
    }));
}

function isThere(name: string, kind: string, model: PackageModel): boolean {
    if (model.names(kind).has(name.toLowerCase())) {
        return true;
    }
    switch (kind) {
        case 'tab':
            return STANDARD_TAB.test(name) || (!isCustom(name) && model.standard.has(name));
        case 'app':
            return name.startsWith('standard__');
        case 'flexipage':
            // A page of the platform, such as `flexipage__default_rec_L`.
            return PLATFORM_PAGE.test(name);
        case 'class':
            // `namespace__Class` of a package that the org has.
            return name.includes('__');
        default:
            return false;
    }
}

function objectReferences(file: MetadataFile, model: PackageModel): Reference[] {
    return [...rowsOf(OBJECTS, file)]
        .filter(([, node]) => node.text !== '' && !/^(standard-|page$)/.test(node.text))
        .map(([, node]) => ({
            path: file.path,
            line: lineIn(file, node),
            target: 'object' as const,
            name: node.text,
            isThere: model.hasObject(node.text) && !isMissingStandard(node.text, model)
        }));
}

/** A standard name that no object of the platform has. `Activity` and settings are none, but may be named. */
function isMissingStandard(name: string, model: PackageModel): boolean {
    return !isCustom(name) && !model.standard.has(name) && !/^(Activity|Global)$/.test(name);
}

function fieldReferences(file: MetadataFile, model: PackageModel): Reference[] {
    const reference = (object: string, field: string, node: XmlNode): Reference => ({
        path: file.path,
        line: lineIn(file, node),
        target: 'field',
        name: `${object}.${field}`,
        isThere: model.hasField(object, field)
    });
    const qualified = [...rowsOf(FIELDS, file)].map(([, node]) => {
        const [object = '', field = ''] = node.text.split('.');
        return reference(object, field, node);
    });
    const own = [...rowsOf(OWN_FIELDS, file)]
        .filter(([[kind], node]) => isField(node.text, kind))
        .map(([, node]) => reference(file.object, node.text, node));
    const inFormulas = [...rowsOf(FORMULAS, file)].flatMap(([, node]) =>
        formulaFields(node.text, file.object, model).map(({ object, field }) => reference(object, field, node))
    );
    return [...qualified, ...own, ...inFormulas];
}

/** List views name standard columns in a language of their own (`OWNER.ALIAS`, `NAME`), and lookups with a dot. */
function isField(name: string, kind: string): boolean {
    return kind === 'listView' || kind === 'fieldSet' ? /^\w+__c$/i.test(name) : name !== '';
}

function overrideReferences(file: MetadataFile, model: PackageModel): Reference[] {
    const overrides = [
        ...childrenOf(file.document, 'actionOverrides'),
        ...childrenOf(file.document, 'profileActionOverrides')
    ];
    return overrides
        .filter((override) => textOf(override, 'type') === PAGE_OVERRIDE)
        .map((override) => {
            const node = childOf(override, 'content') ?? override;
            return {
                path: file.path,
                line: lineIn(file, node),
                target: 'page' as const,
                name: node.text,
                isThere: isThere(node.text, 'flexipage', model)
            };
        });
}

/** Fields of a page layout; its object is the part of its name before the first hyphen. */
function layoutReferences(file: MetadataFile, model: PackageModel): Reference[] {
    if (file.kind !== 'layout' || !file.document) {
        return [];
    }
    const named = file.name.split('-')[0] ?? '';
    const object = LAYOUT_OBJECTS[named] ?? named;
    return [...descendantsOf(file.document)]
        .filter((node) => node.name === 'field' && node.text !== '')
        .filter((node) => isCustom(node.text))
        .map((node) => ({
            path: file.path,
            line: lineIn(file, node),
            target: 'field' as const,
            name: `${object}.${node.text}`,
            isThere: model.hasField(object, node.text)
        }));
}
