/** Actions of a record: the standard buttons and the quick actions of metadata. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { memberName, nodes, readXml, text } from '../../ui/build/sourceTree.ts';
import type { SourceTree, XmlNode } from '../../ui/build/sourceTree.ts';
import type { FieldBehavior, LayoutAction } from './layoutModel.ts';

export interface QuickAction {
    /** `Lead.Log_Visit`; global actions have no object in front. */
    readonly name: string;
    readonly label: string;
    /** As metadata says: `LightningWebComponent`, `Create`, `Update`, ... */
    readonly type: string;
    readonly component: string | null;
    /** Runs without a screen. */
    readonly isHeadless: boolean;
    readonly targetObject: string | null;
    /** Field of the new record that points to the one on the page. */
    readonly targetParentField: string | null;
    readonly fields: readonly { readonly name: string; readonly behavior: FieldBehavior }[];
    readonly predefined: readonly { readonly field: string; readonly value: string | null }[];
    readonly successMessage: string | null;
}

/** @throws Error naming the file of malformed XML. */
export function readQuickActions(tree: SourceTree): Map<string, QuickAction> {
    return new Map(
        tree.files('quickAction').map((path) => {
            const name = memberName(path);
            return [name.toLowerCase(), quickAction(tree, name, readXml(path))];
        })
    );
}

function quickAction(tree: SourceTree, name: string, xml: XmlNode): QuickAction {
    const component = text(xml, 'lightningWebComponent') ?? null;
    const layout = nodes(xml, 'quickActionLayout')[0];
    const subtype = text(xml, 'actionSubtype') ?? (component === null ? undefined : actionTypeOf(tree, component));
    return {
        name,
        label: text(xml, 'label') ?? text(xml, 'standardLabel') ?? name.replace(/^.*\./, '').replace(/_/g, ' '),
        type: text(xml, 'type') ?? '',
        component,
        isHeadless: subtype === 'Action',
        targetObject: text(xml, 'targetObject') ?? null,
        targetParentField: text(xml, 'targetParentField') ?? null,
        fields: nodes(layout, 'quickActionLayoutColumns').flatMap((column) =>
            nodes(column, 'quickActionLayoutItems').flatMap((item) => {
                const field = text(item, 'field');
                const behavior = (text(item, 'uiBehavior') ?? 'Edit') as FieldBehavior;
                return field === undefined ? [] : [{ name: field, behavior }];
            })
        ),
        predefined: nodes(xml, 'fieldOverrides').map((node) => ({
            field: text(node, 'field') ?? '',
            value: text(node, 'literalValue') ?? null
        })),
        successMessage: text(xml, 'successMessage') ?? null
    };
}

/** `ScreenAction` or `Action`, as the bundle's target for record actions declares. */
function actionTypeOf(tree: SourceTree, component: string): string | undefined {
    const meta = tree.lwcFolders
        .map((folder) => join(folder, component, `${component}.js-meta.xml`))
        .find((path) => existsSync(path));
    if (meta === undefined) return undefined;
    return nodes(nodes(readXml(meta, true), 'targetConfigs')[0], 'targetConfig')
        .filter((config) => config['@targets'] === 'lightning__RecordAction')
        .map((config) => text(config, 'actionType'))[0];
}

/** What a page needs to offer an action. */
export interface ActionJson {
    readonly name: string;
    readonly label: string;
    readonly kind: 'edit' | 'clone' | 'delete' | 'screen' | 'headless' | 'create' | 'update' | 'unsupported';
    readonly component?: string;
    readonly form?: Pick<
        QuickAction,
        'targetObject' | 'targetParentField' | 'fields' | 'predefined' | 'successMessage'
    >;
    /** Which feature it would take; only of unsupported ones. */
    readonly feature?: string;
}

/** Buttons of every record, where no layout names others. */
export const STANDARD_ACTIONS: readonly LayoutAction[] = ['Edit', 'Clone', 'Delete'].map((name) => ({
    name,
    type: 'StandardButton'
}));

/** @returns null for an action that the user has no right to */
export function actionJson(
    action: LayoutAction,
    objectApiName: string,
    quickActions: ReadonlyMap<string, QuickAction>,
    may: { readonly edit: boolean; readonly create: boolean; readonly delete: boolean }
): ActionJson | null {
    const { name } = action;
    const standard = standardAction(name, may);
    if (standard !== undefined) return standard;
    const quick = quickActions.get(name.toLowerCase()) ?? quickActions.get(`${objectApiName}.${name}`.toLowerCase());
    if (!quick) return { name, label: wordsOf(name), kind: 'unsupported', feature: `the action ${name}` };
    const { label } = quick;
    if (quick.type === 'LightningWebComponent' && quick.component !== null) {
        return { name, label, kind: quick.isHeadless ? 'headless' : 'screen', component: quick.component };
    }
    if ((quick.type === 'Create' || quick.type === 'Update') && quick.predefined.every((each) => each.value !== null)) {
        const { targetObject, targetParentField, fields, predefined, successMessage } = quick;
        const form = { targetObject, targetParentField, fields, predefined, successMessage };
        return { name, label, kind: quick.type === 'Create' ? 'create' : 'update', form };
    }
    const feature = quick.predefined.some((each) => each.value === null)
        ? 'a predefined value by formula'
        : `a quick action of the type ${quick.type}`;
    return { name, label, kind: 'unsupported', feature };
}

function standardAction(
    name: string,
    may: { readonly edit: boolean; readonly create: boolean; readonly delete: boolean }
): ActionJson | null | undefined {
    switch (name) {
        case 'Edit':
            return may.edit ? { name, label: 'Edit', kind: 'edit' } : null;
        case 'Clone':
            return may.create ? { name, label: 'Clone', kind: 'clone' } : null;
        case 'Delete':
            return may.delete ? { name, label: 'Delete', kind: 'delete' } : null;
        default:
            return undefined;
    }
}

/** `ChangeOwnerOne` to `Change Owner One`. */
function wordsOf(name: string): string {
    return name
        .replace(/^.*\./, '')
        .replace(/_/g, ' ')
        .replace(/([a-z])([A-Z])/g, '$1 $2');
}
