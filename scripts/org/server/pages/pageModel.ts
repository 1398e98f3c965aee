/** FlexiPages as plain regions of items; the browser's `host/pageTypes` reads the same shape. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { memberName, nodes, readXml, text, texts } from '../../ui/build/sourceTree.ts';
import type { SourceTree, XmlNode } from '../../ui/build/sourceTree.ts';

export interface VisibilityRule {
    readonly booleanFilter?: string;
    readonly criteria: readonly { readonly left: string; readonly operator: string; readonly right: string }[];
}

export interface PageItem {
    readonly key: string;
    readonly component: string | null;
    readonly field: string | null;
    readonly properties: Readonly<Record<string, unknown>>;
    readonly visibility: VisibilityRule | null;
}

export interface PageDefinition {
    readonly name: string;
    readonly label: string;
    readonly kind: 'record' | 'home' | 'app' | 'utilityBar';
    readonly template: string;
    readonly objectApiName: string | null;
    readonly regions: readonly {
        readonly name: string;
        readonly isFacet: boolean;
        readonly items: readonly PageItem[];
    }[];
}

const KINDS: Readonly<Record<string, PageDefinition['kind']>> = {
    RecordPage: 'record',
    HomePage: 'home',
    AppPage: 'app',
    UtilityBar: 'utilityBar'
};

/** Every page of the source tree that the host can show, by API name. @throws Error naming the file of malformed XML. */
export function readPages(tree: SourceTree): Map<string, PageDefinition> {
    const pages = new Map<string, PageDefinition>();
    for (const path of tree.files('flexipage')) {
        const xml = readXml(path);
        const kind = KINDS[text(xml, 'type') ?? ''];
        if (kind) pages.set(memberName(path), pageOf(tree, memberName(path), kind, xml));
    }
    return pages;
}

function pageOf(tree: SourceTree, name: string, kind: PageDefinition['kind'], xml: XmlNode): PageDefinition {
    const regions = nodes(xml, 'flexiPageRegions').map((region) => {
        const regionName = text(region, 'name') ?? '';
        // Older files hold componentInstances directly, newer ones within itemInstances.
        const items = [
            ...nodes(region, 'itemInstances').flatMap((item) => [
                ...nodes(item, 'componentInstance'),
                ...nodes(item, 'fieldInstance')
            ]),
            ...nodes(region, 'componentInstances')
        ];
        return {
            name: regionName,
            isFacet: text(region, 'type') === 'Facet',
            items: items.map((item, index) => itemOf(tree, `${regionName}:${index}`, item))
        };
    });
    return {
        name,
        label: text(xml, 'masterLabel') ?? name,
        kind,
        template: text(nodes(xml, 'template')[0], 'name') ?? text(xml, 'pageTemplate') ?? '',
        objectApiName: text(xml, 'sobjectType') ?? null,
        regions
    };
}

function itemOf(tree: SourceTree, key: string, xml: XmlNode): PageItem {
    const rule = nodes(xml, 'visibilityRule')[0];
    const visibility = rule
        ? {
              ...(text(rule, 'booleanFilter') ? { booleanFilter: text(rule, 'booleanFilter') } : {}),
              criteria: nodes(rule, 'criteria').map((criterion) => ({
                  left: text(criterion, 'leftValue') ?? '',
                  operator: text(criterion, 'operator') ?? '',
                  right: text(criterion, 'rightValue') ?? ''
              }))
          }
        : null;
    const fieldItem = text(xml, 'fieldItem');
    if (fieldItem !== undefined) {
        return { key, component: null, field: fieldItem.replace(/^Record\./, ''), properties: {}, visibility };
    }
    const component = text(xml, 'componentName') ?? '';
    const raw: Record<string, unknown> = {};
    for (const property of nodes(xml, 'componentInstanceProperties')) {
        const list = nodes(nodes(property, 'valueList')[0], 'valueListItems').map((item) => text(item, 'value') ?? '');
        raw[text(property, 'name') ?? ''] = list.length > 0 ? list : (text(property, 'value') ?? '');
    }
    return { key, component, field: null, properties: typedProperties(tree, component, raw), visibility };
}

/** Values in the types that the bundle's `targetConfigs` declare, with its defaults. */
export function typedProperties(
    tree: SourceTree,
    component: string,
    raw: Readonly<Record<string, unknown>>
): Record<string, unknown> {
    const name = component.replace(/^c:/, '');
    const folder = /^\w+$/.test(name)
        ? tree.lwcFolders.map((parent) => join(parent, name)).find((path) => existsSync(path))
        : undefined;
    if (folder === undefined) return { ...raw };
    const declared = declaredProperties(join(folder, `${name}.js-meta.xml`));
    const values: Record<string, unknown> = {};
    for (const [property, { type, standard }] of declared)
        if (standard !== undefined) values[property] = convert(type, standard);
    for (const [property, value] of Object.entries(raw)) {
        values[property] = typeof value === 'string' ? convert(declared.get(property)?.type, value) : value;
    }
    return values;
}

function convert(type: string | undefined, value: string): unknown {
    if (type === 'Boolean') return value === 'true';
    if (type === 'Integer') return value === '' ? undefined : Number(value);
    return value;
}

/** Property name to type and default, over all target configurations of a bundle. Attributes are read by pattern. */
function declaredProperties(metaPath: string): Map<string, { type: string; standard: string | undefined }> {
    const properties = new Map<string, { type: string; standard: string | undefined }>();
    if (!existsSync(metaPath)) return properties;
    for (const config of nodes(nodes(readXml(metaPath, true), 'targetConfigs')[0], 'targetConfig')) {
        for (const property of nodes(config, 'property')) {
            const name = texts(property, '@name')[0];
            if (name)
                properties.set(name, {
                    type: texts(property, '@type')[0] ?? 'String',
                    standard: texts(property, '@default')[0]
                });
        }
    }
    return properties;
}
