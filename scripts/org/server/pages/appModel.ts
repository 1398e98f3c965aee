/** Lightning apps with their tabs, and which page an app assigns to a record, to home and to a tab. */
import { memberName, nodes, readXml, text, texts } from '../../ui/build/sourceTree.ts';
import type { SourceTree, XmlNode } from '../../ui/build/sourceTree.ts';
import type { Schema } from '../../schema/model.ts';

export interface NavigationItem {
    readonly name: string;
    readonly label: string;
    readonly kind: 'home' | 'object' | 'page' | 'component' | 'web';
    readonly target: string;
    readonly icon: string;
}

/** One assignment of a page; without a profile it holds for everybody. */
interface PageOverride {
    readonly page: string;
    /** `Lead`, `standard-home`, ... */
    readonly subject: string;
    readonly profile: string | null;
    readonly formFactor: string | null;
}

export interface AppDefinition {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly color: string;
    readonly initials: string;
    readonly items: readonly NavigationItem[];
    readonly overrides: readonly PageOverride[];
    /** Page with the items of the utility bar; null: the app has none. */
    readonly utilityBar: string | null;
}

export type TabDefinition = NavigationItem;

/** @throws Error naming the file of malformed XML. */
export function readApps(tree: SourceTree, schema: Schema): AppDefinition[] {
    const tabs = readTabs(tree, schema);
    return tree.files('app').flatMap((path) => {
        const xml = readXml(path);
        if (text(xml, 'uiType') !== undefined && text(xml, 'uiType') !== 'Lightning') return [];
        const label = text(xml, 'label') ?? memberName(path);
        const overrides = [
            ...nodes(xml, 'actionOverrides').map((node) => overrideOf(node, null)),
            ...nodes(xml, 'profileActionOverrides').map((node) => overrideOf(node, text(node, 'profile') ?? null))
        ].filter((override): override is PageOverride => override !== null);
        return [
            {
                name: memberName(path),
                label,
                description: text(xml, 'description') ?? '',
                color: text(nodes(xml, 'brand')[0], 'headerColor') ?? '#0070D2',
                initials: label
                    .split(/\s+/)
                    .map((word) => word.slice(0, 1))
                    .join('')
                    .slice(0, 2)
                    .toUpperCase(),
                items: texts(xml, 'tabs').map((tab) => navigationItem(tab, tabs, schema)),
                overrides,
                utilityBar: text(xml, 'utilityBar') ?? null
            }
        ];
    });
}

function overrideOf(node: XmlNode, profile: string | null): PageOverride | null {
    const page = text(node, 'content');
    const subject = text(node, 'pageOrSobjectType');
    const isPage =
        text(node, 'type')?.toLowerCase() === 'flexipage' && ['View', 'Tab'].includes(text(node, 'actionName') ?? '');
    if (!page || !subject || !isPage) return null;
    return { page, subject, profile, formFactor: text(node, 'formFactor') ?? null };
}

/** Custom tabs by API name. Tabs of objects are named like the object. */
export function readTabs(tree: SourceTree, schema: Schema): Map<string, TabDefinition> {
    const tabs = new Map<string, TabDefinition>();
    for (const path of tree.files('tab')) {
        const name = memberName(path);
        const xml = readXml(path);
        const label = text(xml, 'label') ?? schema.object(name)?.pluralLabel ?? name;
        const icon = text(xml, 'motif') ?? '';
        const page = text(xml, 'flexiPage');
        const component = text(xml, 'lwcComponent');
        const url = text(xml, 'url');
        if (page) tabs.set(name, { name, label, icon, kind: 'page', target: page });
        else if (component) tabs.set(name, { name, label, icon, kind: 'component', target: component });
        else if (url) tabs.set(name, { name, label, icon, kind: 'web', target: url });
        else if (schema.object(name)) tabs.set(name, { name, label, icon, kind: 'object', target: name });
    }
    return tabs;
}

function navigationItem(tab: string, tabs: ReadonlyMap<string, TabDefinition>, schema: Schema): NavigationItem {
    const known = tabs.get(tab);
    if (known) return known;
    if (tab === 'standard-home') return { name: tab, label: 'Home', icon: '', kind: 'home', target: 'home' };
    const object = schema.object(tab.replace(/^standard-/, ''));
    if (object) return { name: tab, label: object.pluralLabel, icon: '', kind: 'object', target: object.name };
    return { name: tab, label: tab.replace(/^standard-/, ''), icon: '', kind: 'page', target: tab };
}

/**
 * Page that an app assigns: the one for the user's profile before the one for everybody, the one for the device before
 * the desktop's.
 */
export function assignedPage(
    app: AppDefinition | undefined,
    subject: string,
    profile: string,
    formFactor: string
): string | undefined {
    const fitting = (app?.overrides ?? []).filter(
        (override) => override.subject.toLowerCase() === subject.toLowerCase()
    );
    const rank = (override: PageOverride): number =>
        (override.profile === null ? 0 : 4) +
        (override.formFactor === formFactor ? 2 : override.formFactor === 'Large' ? 1 : 0);
    return fitting
        .filter((override) => override.profile === null || sameProfile(override.profile, profile))
        .sort((a, b) => rank(b) - rank(a))[0]?.page;
}

/** Metadata spells standard profiles differently: `Admin` is System Administrator, `Standard` is Standard User. */
export function sameProfile(inMetadata: string, name: string): boolean {
    const known: Readonly<Record<string, string>> = { Admin: 'System Administrator', Standard: 'Standard User' };
    return (known[inMetadata] ?? inMetadata).toLowerCase() === name.toLowerCase();
}
