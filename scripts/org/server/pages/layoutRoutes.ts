/** UI API: layouts and related lists of an object, as metadata has them; and the actions of a record. */
import type { FieldDef, ObjectDef } from '../../schema/model.ts';
import type { UserAccess } from '../../security/access.ts';
import type { Gateway } from '../gateway.ts';
import { badRequest } from '../httpError.ts';
import { userOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';
import { listViewField } from '../uiApi/lists.ts';
import { readableObject, UI_API_BASE } from '../uiApi/objectInfo.ts';
import { actionJson, STANDARD_ACTIONS } from './actionModel.ts';
import { defaultKeyFields, defaultLayout } from './defaultLayouts.ts';
import { layoutFor } from './layoutModel.ts';
import type { LayoutField, PageLayout } from './layoutModel.ts';
import type { PageMetadata } from './pageRoutes.ts';

/** Related lists that a record shows where no layout names them: these, and those of custom objects. */
const WELL_KNOWN = new Set(['Contacts', 'Opportunities', 'Tasks', 'Events', 'Cases', 'CampaignMembers']);

interface Asked {
    readonly context: RequestContext;
    readonly access: UserAccess;
    readonly def: ObjectDef;
    readonly metadata: PageMetadata;
    /** Undefined: the source has none for the object. */
    readonly layout: PageLayout | undefined;
}

export function layoutRoutes(gateway: Gateway, metadata: () => PageMetadata): Route[] {
    const route = (pattern: string, handler: (asked: Asked) => unknown): Route => ({
        method: 'GET',
        pattern,
        access: 'token',
        handler: (context) => {
            const user = userOf(gateway, context);
            const access = gateway.access(user.id);
            const def = readableObject(gateway, access, context.params['object'] ?? '');
            const model = metadata();
            const layout = layoutFor(model.layouts, def, user.profile);
            return { json: handler({ context, access, def, metadata: model, layout }) };
        }
    });
    return [
        route(`${UI_API_BASE}/layout/:object`, (asked) =>
            (asked.context.query.get('layoutType') ?? 'Full').toLowerCase() === 'compact'
                ? compactLayout(asked)
                : fullLayout(asked)
        ),
        route(`${UI_API_BASE}/related-list-info/:object`, (asked) => ({
            parentObjectApiName: asked.def.name,
            relatedLists: relatedLists(gateway, asked)
        })),
        route('/host/actions/:object', (asked) => ({ actions: actionsOf(asked) })),
        route('/host/list-actions/:object', (asked) => ({ actions: listActionsOf(asked) }))
    ];
}

function fullLayout({ context, access, def, layout = defaultLayout(def) }: Asked): unknown {
    const mode = context.query.get('mode') ?? 'View';
    if (!['View', 'Edit', 'Create'].includes(mode)) throw badRequest('INVALID_INPUT', `There is no mode ${mode}.`);
    const canRead = (field: LayoutField | null): boolean => {
        const found = field && def.fields.get(field.name.toLowerCase());
        return field === null || (found !== undefined && found !== null && access.canReadField(def, found));
    };
    const sections = layout.sections
        .map((section) => ({
            ...section,
            columns: section.columns.map((column) =>
                column.flatMap((field) => (mode === 'View' ? field : entered(def, mode, field))).filter(canRead)
            )
        }))
        .filter((section) => section.columns.some((column) => column.some((field) => field !== null)));
    return {
        eTag: '',
        id: null,
        layoutType: 'Full',
        mode,
        objectApiName: def.name,
        recordTypeId: null,
        sections: sections.map((section, index) => ({
            id: String(index),
            heading: section.heading,
            useHeading: section.headingShows[mode === 'View' ? 'View' : 'Edit'] && section.heading !== '',
            collapsible: false,
            columns: section.columns.length,
            rows: Math.max(...section.columns.map((column) => column.length)),
            layoutRows: rowsOf(section.columns).map((row) => ({
                layoutItems: row.map((field) => itemJson(access, def, field))
            }))
        }))
    };
}

const NAME_PARTS = ['Salutation', 'FirstName', 'LastName'];

/** A person's name is entered in parts; whose a new record is follows from who makes it, and an edit does not change it. */
function entered(def: ObjectDef, mode: string, field: LayoutField | null): (LayoutField | null)[] {
    if (field?.name === 'Name' && def.fields.has('lastname')) {
        const { behavior } = field;
        return NAME_PARTS.filter((name) => def.fields.has(name.toLowerCase())).map((name) => ({
            name,
            behavior: name === 'LastName' ? 'Required' : behavior === 'Readonly' ? behavior : 'Edit'
        }));
    }
    if (field?.name !== 'OwnerId') return [field];
    return mode === 'Create' ? [] : [{ ...field, behavior: 'Readonly' }];
}

/** Columns to rows: a shorter column ends with empty spaces. */
function rowsOf(columns: readonly (readonly (LayoutField | null)[])[]): (LayoutField | null)[][] {
    const height = Math.max(0, ...columns.map((column) => column.length));
    return Array.from({ length: height }, (_row, index) => columns.map((column) => column[index] ?? null));
}

function itemJson(access: UserAccess, def: ObjectDef, item: LayoutField | null): unknown {
    const field = item && def.fields.get(item.name.toLowerCase());
    if (!item || !field) {
        return {
            editableForNew: false,
            editableForUpdate: false,
            label: '',
            layoutComponents: [{ apiName: null, componentType: 'EmptySpace', label: null }],
            lookupIdApiName: null,
            required: false,
            sortable: false
        };
    }
    const canEdit = item.behavior !== 'Readonly' && access.canEditField(def, field);
    return {
        editableForNew: canEdit && field.isCreateable,
        editableForUpdate: canEdit && field.isUpdateable,
        label: field.label,
        layoutComponents: [{ apiName: field.name, componentType: 'Field', label: field.label }],
        lookupIdApiName: field.type === 'reference' ? 'Id' : null,
        required: canEdit && (item.behavior === 'Required' || isNeeded(field)) && field.type !== 'boolean',
        sortable: field.isSortable
    };
}

/** Nobody has to enter what the org fills in itself. */
function isNeeded(field: FieldDef): boolean {
    return field.isRequired && !field.isAutoNumber && field.name !== 'OwnerId' && field.defaultFormula === undefined;
}

/** The record's name and the key fields below it. */
function compactLayout({ access, def, metadata }: Asked): unknown {
    const names = metadata.layouts.compact.get(def.name.toLowerCase()) ?? defaultKeyFields(def);
    const fields = names.flatMap((name) => {
        const field = def.fields.get(name.toLowerCase());
        return field && access.canReadField(def, field) ? [field] : [];
    });
    return {
        eTag: '',
        id: null,
        layoutType: 'Compact',
        mode: 'View',
        objectApiName: def.name,
        recordTypeId: null,
        sections: [
            {
                id: '0',
                heading: '',
                useHeading: false,
                collapsible: false,
                columns: 1,
                rows: fields.length,
                layoutRows: fields.map((field) => ({
                    layoutItems: [itemJson(access, def, { name: field.name, behavior: 'Readonly' })]
                }))
            }
        ]
    };
}

function relatedLists(gateway: Gateway, { access, def, layout }: Asked): unknown[] {
    const children = gateway.schema
        .childRelationships(def)
        .filter(
            (child) => access.canReadObject(child.childObject) && access.canReadField(child.childObject, child.field)
        );
    const json = (child: (typeof children)[number], columns: readonly string[], sortBy: string | null) => ({
        label: child.childObject.pluralLabel,
        relatedListId: child.name,
        objectApiNames: [child.childObject.name],
        parentObjectApiName: def.name,
        columns: columns.flatMap((column) => listViewField(child.childObject, column)?.name ?? []),
        sortBy:
            sortBy === null
                ? null
                : `${sortBy.startsWith('-') ? '-' : ''}${listViewField(child.childObject, sortBy.replace('-', ''))?.name ?? 'Id'}`,
        isSupported: true
    });
    if (!layout || layout.relatedLists.length === 0) {
        return children
            .filter((child) => child.name.endsWith('__r') || WELL_KNOWN.has(child.name))
            .map((child) => json(child, [], null));
    }
    return layout.relatedLists.flatMap((list) => {
        if (!list.isKnown) {
            const { relationship: relatedListId } = list;
            const none = { objectApiNames: [], columns: [], sortBy: null };
            const parent = { parentObjectApiName: def.name };
            return [{ label: relatedListId, relatedListId, ...none, ...parent, isSupported: false }];
        }
        const child = children.find((each) => each.name === list.relationship);
        return child ? [json(child, list.columns, list.sortBy)] : [];
    });
}

function actionsOf({ context, access, def, metadata, layout }: Asked): unknown[] {
    const named = (context.query.get('names') ?? '').split(',').filter(Boolean);
    const standard = STANDARD_ACTIONS.filter(({ name }) => !layout?.excludedButtons.includes(name));
    const wanted = named.length > 0 ? named.map((name) => ({ name, type: '' })) : (layout?.actions ?? standard);
    const may = {
        edit: def.isUpdateable && access.canEditObject(def),
        create: def.isCreateable && access.canCreateObject(def),
        delete: def.isDeletable && access.canDeleteObject(def)
    };
    return wanted.flatMap((action) => actionJson(action, def.name, metadata.quickActions, may) ?? []);
}

/** Buttons above the lists of an object. */
function listActionsOf({ access, def, metadata }: Asked): string[] {
    const excluded = metadata.layouts.excludedFromLists.get(def.name.toLowerCase()) ?? [];
    const mayCreate = def.isCreateable && access.canCreateObject(def);
    return mayCreate && !excluded.includes('New') ? ['New'] : [];
}
