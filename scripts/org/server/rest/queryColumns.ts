/** What a query's columns are called and what they hold, as data tools ask before they print a table. */
import type { FieldDef, ObjectDef, Schema } from '../../schema/model.ts';
import type { SelectItem, SoqlExpression, SoqlQuery } from '../../soql/ast.ts';

interface Column {
    readonly columnName: string;
    readonly displayName: string;
    readonly aggregate: boolean;
    readonly apexType: string | null;
    readonly booleanType: boolean;
    readonly custom: boolean;
    readonly foreignKeyName: string | null;
    readonly insertable: boolean;
    readonly joinColumns: readonly Column[];
    readonly numberType: boolean;
    readonly textType: boolean;
    readonly updatable: boolean;
}

export interface QueryColumns {
    readonly columnMetadata: readonly Column[];
    readonly entityName: string;
    readonly groupBy: boolean;
    readonly idSelected: boolean;
    readonly keyPrefix: string | null;
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'long', 'double', 'currency', 'percent']);

const APEX_TYPES: Readonly<Record<string, string>> = {
    id: 'Id',
    reference: 'Id',
    boolean: 'Boolean',
    integer: 'Integer',
    long: 'Long',
    double: 'Double',
    currency: 'Double',
    percent: 'Double',
    date: 'Date',
    datetime: 'Datetime',
    time: 'Time'
};

/** @param query of an object that the schema knows, or of another one: then its columns are plain text */
export function queryColumns(schema: Schema, query: SoqlQuery): QueryColumns {
    const def = schema.object(query.from.object);
    const counter = { next: 0 };
    const columns = query.select.flatMap((item) => columnOf(schema, def, query, item, counter));
    return {
        columnMetadata: columns,
        entityName: def?.name ?? query.from.object,
        groupBy: query.groupBy !== null,
        idSelected: columns.some((column) => column.columnName === 'Id'),
        keyPrefix: def?.keyPrefix ?? null
    };
}

function column(columnName: string, values: Partial<Column> = {}): Column {
    return {
        columnName,
        displayName: columnName,
        aggregate: false,
        apexType: null,
        booleanType: false,
        custom: columnName.endsWith('__c'),
        foreignKeyName: null,
        insertable: false,
        joinColumns: [],
        numberType: false,
        textType: true,
        updatable: false,
        ...values
    };
}

function fieldColumn(name: string, field: FieldDef | undefined): Column {
    if (!field) return column(name);
    return column(name, {
        apexType: APEX_TYPES[field.type] ?? 'String',
        booleanType: field.type === 'boolean',
        custom: field.isCustom,
        foreignKeyName: field.relationshipName ?? null,
        insertable: field.isCreateable,
        numberType: NUMBERS.has(field.type),
        textType: !NUMBERS.has(field.type) && field.type !== 'boolean',
        updatable: field.isUpdateable
    });
}

function columnOf(
    schema: Schema,
    def: ObjectDef | undefined,
    query: SoqlQuery,
    item: SelectItem,
    counter: { next: number }
): Column[] {
    switch (item.kind) {
        case 'subquery':
            return [
                column(item.query.from.object, {
                    aggregate: true,
                    textType: false,
                    joinColumns: item.query.select.flatMap((inner) =>
                        columnOf(schema, childObject(schema, def, item.query.from.object), item.query, inner, {
                            next: 0
                        })
                    )
                })
            ];
        case 'fields':
            return def ? [...def.fields.values()].map((field) => fieldColumn(field.name, field)) : [];
        case 'typeof':
            return item.path.map((name) => column(name));
        case 'expression':
            return [expressionColumn(schema, def, query, item.expression, item.alias, counter)];
    }
}

function childObject(schema: Schema, def: ObjectDef | undefined, name: string): ObjectDef | undefined {
    return (
        def &&
        schema.childRelationships(def).find((child) => child.name.toLowerCase() === name.toLowerCase())?.childObject
    );
}

function expressionColumn(
    schema: Schema,
    def: ObjectDef | undefined,
    query: SoqlQuery,
    expression: SoqlExpression,
    alias: string | null,
    counter: { next: number }
): Column {
    if (expression.kind === 'function') {
        const name = alias ?? `expr${counter.next++}`;
        return column(name, { aggregate: true, numberType: true, textType: false });
    }
    const path = [...expression.path];
    if (path.length > 1 && path[0]?.toLowerCase() === query.from.alias?.toLowerCase()) path.shift();
    if (query.isAggregate) {
        const last = path.at(-1) ?? '';
        return { ...pathColumn(schema, def, [last]), columnName: alias ?? last, displayName: alias ?? last };
    }
    return pathColumn(schema, def, path);
}

/** `Owner.Name` is a column Owner that joins the column Name. */
function pathColumn(schema: Schema, def: ObjectDef | undefined, path: readonly string[]): Column {
    const [head = '', ...rest] = path;
    if (rest.length === 0) {
        const field = def && schema.field(def, head);
        return fieldColumn(field?.name ?? head, field);
    }
    const reference = def && schema.parentRelationship(def, head);
    const parent = reference?.referenceTo?.[0] === undefined ? undefined : schema.object(reference.referenceTo[0]);
    return column(reference?.relationshipName ?? head, {
        textType: false,
        joinColumns: [pathColumn(schema, parent, rest)]
    });
}
