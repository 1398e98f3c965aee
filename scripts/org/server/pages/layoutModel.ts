/** Page layouts and compact layouts as metadata has them: which fields, related lists and actions a record shows. */
import { memberName, nodes, readXml, text, texts } from '../../ui/build/sourceTree.ts';
import type { SourceTree, XmlNode } from '../../ui/build/sourceTree.ts';
import type { ObjectDef, Schema } from '../../schema/model.ts';
import { sameProfile } from './appModel.ts';

export type FieldBehavior = 'Edit' | 'Required' | 'Readonly';

export interface LayoutField {
    readonly name: string;
    readonly behavior: FieldBehavior;
}

export interface LayoutSection {
    readonly heading: string;
    /** Whether the heading is shown when a record is read, and when it is edited. */
    readonly headingShows: { readonly View: boolean; readonly Edit: boolean };
    /** Fields of each column, top to bottom; null is an empty space. */
    readonly columns: readonly (readonly (LayoutField | null)[])[];
}

export interface LayoutRelatedList {
    /** Name of the child relationship; the name in metadata where the local org has no such list. */
    readonly relationship: string;
    readonly isKnown: boolean;
    /** As metadata spells them, e.g. `NAME`, `Due__c`. */
    readonly columns: readonly string[];
    readonly sortBy: string | null;
}

export interface LayoutAction {
    /** `Edit`, `Lead.Log_Visit`. */
    readonly name: string;
    readonly type: string;
}

export interface PageLayout {
    /** As profiles name it: `Lead-Lead Layout`. */
    readonly name: string;
    readonly objectApiName: string;
    readonly sections: readonly LayoutSection[];
    readonly relatedLists: readonly LayoutRelatedList[];
    /** Actions of the record's page, in order; null: the layout leaves that to the org. */
    readonly actions: readonly LayoutAction[] | null;
    /** Standard buttons that the layout leaves out, where it leaves the actions to the org. */
    readonly excludedButtons: readonly string[];
}

export interface Layouts {
    readonly layouts: readonly PageLayout[];
    /** Layout by profile and object. */
    readonly assigned: readonly { readonly profile: string; readonly layout: string }[];
    /** Key fields by object in lower case, as its assigned compact layout names them. */
    readonly compact: ReadonlyMap<string, readonly string[]>;
    /** Standard buttons that lists leave out, by object in lower case. */
    readonly excludedFromLists: ReadonlyMap<string, readonly string[]>;
}

/** Related lists of standard objects have names of their own. */
const STANDARD_LISTS: Readonly<Record<string, string>> = {
    RelatedContactList: 'Contacts',
    RelatedOpportunityList: 'Opportunities',
    RelatedCaseList: 'Cases',
    RelatedEventList: 'Events',
    RelatedTaskList: 'Tasks',
    RelatedCampaignMemberList: 'CampaignMembers',
    RelatedLeadHistoryList: 'Histories',
    RelatedEntityHistoryList: 'Histories',
    RelatedContactRoleList: 'OpportunityContactRoles'
};

/** @throws Error naming the file of malformed XML. */
export function readLayouts(tree: SourceTree, schema: Schema): Layouts {
    return {
        layouts: tree.files('layout').map((path) => layoutOf(memberName(path), readXml(path), schema)),
        assigned: tree.files('profile').flatMap((path) =>
            nodes(readXml(path), 'layoutAssignments')
                .filter((node) => text(node, 'recordType') === undefined)
                .map((node) => ({ profile: memberName(path), layout: text(node, 'layout') ?? '' }))
        ),
        compact: compactLayouts(tree),
        excludedFromLists: new Map(
            tree.files('object').map((path) => {
                const list = nodes(readXml(path), 'searchLayouts')[0];
                return [memberName(path).toLowerCase(), texts(list, 'excludedStandardButtons')] as const;
            })
        )
    };
}

function layoutOf(name: string, xml: XmlNode, schema: Schema): PageLayout {
    const objectApiName = name.split('-')[0] ?? '';
    const def = schema.object(objectApiName);
    const own = nodes(xml, 'platformActionList').find((list) => text(list, 'actionListContext') === 'Record');
    const quick = nodes(xml, 'quickActionList')[0];
    return {
        name,
        objectApiName,
        excludedButtons: texts(xml, 'excludeButtons'),
        sections: nodes(xml, 'layoutSections').flatMap((section) => sectionOf(section, def)),
        relatedLists: nodes(xml, 'relatedLists').map((list) => relatedListOf(list, objectApiName, schema)),
        actions: own
            ? nodes(own, 'platformActionListItems')
                  .toSorted((a, b) => Number(text(a, 'sortOrder') ?? 0) - Number(text(b, 'sortOrder') ?? 0))
                  .map((item) => ({ name: text(item, 'actionName') ?? '', type: text(item, 'actionType') ?? '' }))
            : quick
              ? nodes(quick, 'quickActionListItems').map((item) => ({
                    name: text(item, 'quickActionName') ?? '',
                    type: 'QuickAction'
                }))
              : null
    };
}

function sectionOf(xml: XmlNode, def: ObjectDef | undefined): LayoutSection[] {
    // A section of links to other sites has no fields.
    if (text(xml, 'style') === 'CustomLinks') return [];
    const isShown = (element: string): boolean => text(xml, element) !== 'false';
    return [
        {
            heading: text(xml, 'label') ?? '',
            headingShows: { View: isShown('detailHeading'), Edit: isShown('editHeading') },
            columns: nodes(xml, 'layoutColumns').map((column) =>
                nodes(column, 'layoutItems').flatMap((item): (LayoutField | null)[] => {
                    const field = text(item, 'field');
                    if (field === undefined) return text(item, 'emptySpace') === 'true' ? [null] : [];
                    const behavior = (text(item, 'behavior') ?? 'Edit') as FieldBehavior;
                    return partsOf(field, def).map((name) => ({ name, behavior }));
                })
            )
        }
    ];
}

const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country'];

/** A layout places an address as a whole; its parts are fields of their own. */
function partsOf(field: string, def: ObjectDef | undefined): string[] {
    const prefix = /^(\w*)Address$/.exec(field)?.[1];
    const parts = prefix === undefined ? [] : ADDRESS_PARTS.map((part) => prefix + part);
    return parts.length > 0 && parts.every((part) => def?.fields.has(part.toLowerCase())) ? parts : [field];
}

function relatedListOf(xml: XmlNode, objectApiName: string, schema: Schema): LayoutRelatedList {
    const name = text(xml, 'relatedList') ?? '';
    const def = schema.object(objectApiName);
    const [childObject = '', childField] = name.split('.');
    const children = def ? schema.childRelationships(def) : [];
    const known = children.find((child) =>
        childField === undefined
            ? child.name === (STANDARD_LISTS[name] ?? name)
            : child.childObject.name === childObject && child.field.name === childField
    );
    const sortField = text(xml, 'sortField');
    return {
        relationship: known?.name ?? name,
        isKnown: known !== undefined,
        columns: texts(xml, 'fields'),
        sortBy: sortField === undefined ? null : `${text(xml, 'sortOrder') === 'Desc' ? '-' : ''}${sortField}`
    };
}

function compactLayouts(tree: SourceTree): Map<string, readonly string[]> {
    const assigned = new Map(
        tree.files('object').flatMap((path) => {
            const name = text(readXml(path), 'compactLayoutAssignment');
            return name === undefined || name === 'SYSTEM' ? [] : [[memberName(path).toLowerCase(), name]];
        })
    );
    return new Map(
        tree.files('compactLayout').flatMap((path) => {
            const object = (/([^\\/]+)[\\/]compactLayouts[\\/][^\\/]+$/.exec(path)?.[1] ?? '').toLowerCase();
            return assigned.get(object) === memberName(path) ? [[object, texts(readXml(path), 'fields')] as const] : [];
        })
    );
}

/**
 * The layout that a profile assigns to an object. Where no profile of the source says so, the object's only layout, or
 * the one that is called after the object, as the platform makes it.
 */
export function layoutFor({ layouts, assigned }: Layouts, def: ObjectDef, profile: string): PageLayout | undefined {
    const ofObject = layouts.filter((layout) => layout.objectApiName.toLowerCase() === def.name.toLowerCase());
    const named = assigned
        .filter((each) => sameProfile(each.profile, profile))
        .flatMap((each) => ofObject.filter((layout) => layout.name === each.layout));
    return named[0] ?? ofObject.find((layout) => layout.name === `${def.name}-${def.label} Layout`) ?? ofObject[0];
}
