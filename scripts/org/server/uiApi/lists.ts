/** UI API: related lists and list views. */
import type { ChildRelationship, FieldDef, ListViewDef, ObjectDef } from '../../schema/model.ts';
import type { UserAccess } from '../../security/access.ts';
import type { Gateway, HostUser } from '../gateway.ts';
import { badRequest, HttpError, notFound } from '../httpError.ts';
import { userOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';
import { objectOfId } from '../rest/records.ts';
import { soqlContains, soqlId, soqlString } from '../soqlText.ts';
import { readableObject, UI_API_BASE } from './objectInfo.ts';
import { selectFields, selectList, uiRecord } from './recordShape.ts';
import type { FieldSelection } from './recordShape.ts';
import { namesOf } from './records.ts';

/** Every object has this view, whatever its metadata says. */
const ALL_VIEW: ListViewDef = { name: '__All', label: 'All', columns: [], scope: 'Everything', filters: [] };
const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 2000;

export function listRoutes(gateway: Gateway): Route[] {
    const route = (
        pattern: string,
        handler: (context: RequestContext, user: HostUser, access: UserAccess) => unknown
    ): Route => ({
        method: 'GET',
        pattern: UI_API_BASE + pattern,
        access: 'token',
        handler: (context) => {
            const user = userOf(gateway, context);
            return { json: handler(context, user, gateway.access(user.id)) };
        }
    });
    return [
        route('/related-list-records/:parent/:list', (context, user, access) => {
            const { child, where } = relatedList(gateway, access, context);
            return rows(gateway, user, access, context, child.childObject, [], where, ['CreatedDate DESC']);
        }),
        route('/related-list-count/:parent/:list', (context, user, access) => {
            const { child, where } = relatedList(gateway, access, context);
            return {
                count: gateway.count(user.id, `SELECT COUNT() FROM ${child.childObject.name} WHERE ${where}`),
                hasMore: false
            };
        }),
        route('/related-list-info/:object/:list', (context, _user, access) => {
            const child = relationship(gateway, access, context.params['object'] ?? '', context.params['list'] ?? '');
            return {
                label: child.childObject.pluralLabel,
                relatedListId: child.name,
                objectApiNames: [child.childObject.name],
                fieldApiName: child.field.name
            };
        }),
        route('/list-info/:object', (context, _user, access) => {
            const def = readableObject(gateway, access, context.params['object'] ?? '');
            return { objectApiName: def.name, lists: viewsOf(def).map((view) => viewJson(def, view)) };
        }),
        route('/list-info/:object/:view', (context, _user, access) => {
            const def = readableObject(gateway, access, context.params['object'] ?? '');
            return viewJson(def, viewNamed(def, context.params['view'] ?? ''));
        }),
        route('/list-records/:object/:view', (context, user, access) => {
            const def = readableObject(gateway, access, context.params['object'] ?? '');
            const view = viewNamed(def, context.params['view'] ?? '');
            const conditions = view.filters.map((filter) => condition(def, filter));
            const term = context.query.get('searchTerm') ?? '';
            if (term !== '') conditions.push(searchCondition(def, viewColumns(def, view), term));
            if (view.scope === 'Mine') conditions.unshift(`OwnerId = ${soqlId(user.id)}`);
            return rows(
                gateway,
                user,
                access,
                context,
                def,
                viewColumns(def, view),
                conditions.join(' AND '),
                defaultOrder(def)
            );
        })
    ];
}

/** Rows with the text in one of the columns, or in the name. */
function searchCondition(def: ObjectDef, columns: readonly string[], term: string): string {
    const fields = [...def.fields.values()].filter(
        (field) =>
            ['string', 'email', 'phone', 'url', 'picklist'].includes(field.type) &&
            field.isFilterable &&
            (field.isNameField || columns.includes(field.name))
    );
    return `(${fields.map((field) => `${field.name} LIKE ${soqlContains(term)}`).join(' OR ')})`;
}

/** The list of children that a path names, and the condition for those of its record. */
function relatedList(
    gateway: Gateway,
    access: UserAccess,
    context: RequestContext
): { readonly child: ChildRelationship; readonly where: string } {
    const parent = context.params['parent'] ?? '';
    const child = relationship(gateway, access, objectOfId(gateway, parent), context.params['list'] ?? '');
    return { child, where: `${child.field.name} = ${soqlId(parent)}` };
}

function relationship(gateway: Gateway, access: UserAccess, parentName: string, list: string): ChildRelationship {
    const parent = readableObject(gateway, access, parentName);
    const child = gateway.schema
        .childRelationships(parent)
        .find((candidate) => candidate.name.toLowerCase() === list.toLowerCase());
    if (!child || !access.canReadObject(child.childObject)) {
        throw new HttpError(404, { errorCode: 'INVALID_TYPE', message: `${parent.name} has no related list ${list}.` });
    }
    return child;
}

function rows(
    gateway: Gateway,
    user: HostUser,
    access: UserAccess,
    context: RequestContext,
    def: ObjectDef,
    columns: readonly string[],
    where: string,
    standardOrder: readonly string[]
): Record<string, unknown> {
    const required = namesOf(context, 'fields');
    const optional = [
        ...namesOf(context, 'optionalFields'),
        ...(required.length === 0 ? defaultColumns(access, def, columns) : [])
    ];
    const selection: FieldSelection = selectFields(gateway, access, def, required, optional);
    const size = Math.min(Math.max(1, Number(context.query.get('pageSize')) || DEFAULT_PAGE), LARGEST_PAGE);
    const offset = Math.max(0, Number(context.query.get('pageToken')) || 0);
    const clause = where === '' ? '' : ` WHERE ${where}`;
    const order = namesOf(context, 'sortBy').map((name) => orderOf(gateway, access, def, name));
    const page = gateway.query(
        user.id,
        `SELECT ${selectList(def, selection)} FROM ${def.name}${clause} ORDER BY ${[...(order.length > 0 ? order : standardOrder), 'Id'].join(', ')}` +
            ` LIMIT ${size + 1}${offset > 0 ? ` OFFSET ${offset}` : ''}`
    );
    const hasMore = page.length > size;
    const records = page.slice(0, size).map((row) => uiRecord(gateway, user, def, row, selection.paths));
    return {
        count: records.length,
        totalCount:
            hasMore || offset > 0 ? gateway.count(user.id, `SELECT COUNT() FROM ${def.name}${clause}`) : records.length,
        currentPageToken: String(offset),
        nextPageToken: hasMore ? String(offset + size) : null,
        previousPageToken: offset > 0 ? String(Math.max(0, offset - size)) : null,
        fields: required,
        optionalFields: optional,
        pageSize: size,
        records
    };
}

/** Lookups come with the name of what they point to. */
function defaultColumns(access: UserAccess, def: ObjectDef, columns: readonly string[]): string[] {
    const wanted =
        columns.length > 0
            ? columns
            : [...def.fields.values()].filter((field) => access.canReadField(def, field)).map((field) => field.name);
    return wanted.flatMap((name) => {
        const field = def.fields.get(name.toLowerCase());
        if (!field || ['address', 'location', 'base64'].includes(field.type)) return [];
        // Long texts are shown where a list names them, and only there.
        if (field.type === 'textarea' && columns.length === 0) return [];
        return field.relationshipName ? [field.name, `${field.relationshipName}.Name`] : [field.name];
    });
}

function orderOf(gateway: Gateway, access: UserAccess, def: ObjectDef, name: string): string {
    const [path] = selectFields(gateway, access, def, [name.replace(/^-/, '')], []).paths;
    return `${path ?? 'Id'} ${name.startsWith('-') ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}`;
}

function defaultOrder(def: ObjectDef): string[] {
    const name = [...def.fields.values()].find((field) => field.isNameField && !field.isAutoNumber && field.isSortable);
    return name ? [name.name] : def.fields.has('createddate') ? ['CreatedDate DESC'] : [];
}

function viewsOf(def: ObjectDef): readonly ListViewDef[] {
    return [
        ...def.listViews,
        ...(def.listViews.some((view) => view.scope === 'Everything' && view.filters.length === 0) ? [] : [ALL_VIEW])
    ];
}

function viewNamed(def: ObjectDef, name: string): ListViewDef {
    const view = viewsOf(def).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!view) throw notFound(`${def.name} has no list view ${name}.`);
    return view;
}

function viewJson(def: ObjectDef, view: ListViewDef): Record<string, unknown> {
    return { apiName: view.name, label: view.label, objectApiName: def.name, columns: viewColumns(def, view) };
}

function viewColumns(def: ObjectDef, view: ListViewDef): string[] {
    return view.columns.flatMap((column) => listViewField(def, column)?.name ?? []);
}

/** Field of a list view's column: `Due_At__c` as it is, `LEAD.LEAD_SOURCE` and `OWNER.ALIAS` in their old spelling. */
export function listViewField(def: ObjectDef, column: string): FieldDef | undefined {
    const direct = def.fields.get(column.toLowerCase());
    if (direct) return direct;
    const special: Readonly<Record<string, string>> = {
        FULL_NAME: 'name',
        NAME: 'name',
        'CORE.USERS.ALIAS': 'ownerid',
        'OWNER.ALIAS': 'ownerid',
        'OWNER.LAST_NAME': 'ownerid',
        CREATED_DATE: 'createddate',
        CREATEDBY_USER: 'createdbyid',
        LAST_UPDATE: 'lastmodifieddate'
    };
    const known = special[column.toUpperCase()];
    if (known) return def.fields.get(known);
    const plain = column.replace(/^.*\./, '').replace(/_/g, '').toLowerCase();
    return def.fields.get(plain) ?? def.fields.get(plain.replace(/^account/, ''));
}

const OPERATORS: Readonly<Record<string, string>> = {
    equals: '=',
    notEqual: '!=',
    lessThan: '<',
    greaterThan: '>',
    lessOrEqual: '<=',
    greaterOrEqual: '>='
};

function condition(def: ObjectDef, filter: ListViewDef['filters'][number]): string {
    const field = listViewField(def, filter.field);
    if (!field)
        throw badRequest('INVALID_FIELD', `The list view filters by ${filter.field}, which ${def.name} does not have.`);
    const values = filter.value.split(',').map((value) => value.trim());
    switch (filter.operation) {
        case 'contains':
            return `(${values.map((value) => `${field.name} LIKE ${soqlContains(value)}`).join(' OR ')})`;
        case 'notContain':
            return `(${values.map((value) => `(NOT ${field.name} LIKE ${soqlContains(value)})`).join(' AND ')})`;
        case 'startsWith':
            return `(${values.map((value) => `${field.name} LIKE ${soqlString(`${value}%`)}`).join(' OR ')})`;
        default:
            break;
    }
    const operator = OPERATORS[filter.operation];
    if (!operator)
        throw badRequest(
            'INVALID_FIELD',
            `The local org does not know the operation ${filter.operation} in a list view.`
        );
    const literals = values.map((value) => literal(field, value));
    if (literals.length === 1) return `${field.name} ${operator} ${literals[0] ?? 'null'}`;
    return `${field.name} ${operator === '!=' ? 'NOT IN' : 'IN'} (${literals.join(', ')})`;
}

function literal(field: FieldDef, value: string): string {
    if (value === '') return 'null';
    switch (field.type) {
        case 'boolean':
            return value === '1' || value.toLowerCase() === 'true' ? 'true' : 'false';
        case 'integer':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            return String(Number(value));
        case 'date':
        case 'datetime':
            return /^[A-Z_]+(:\d+)?$/.test(value) ? value : /^\d{4}-\d\d-\d\d/.test(value) ? value : soqlString(value);
        default:
            return soqlString(value);
    }
}
