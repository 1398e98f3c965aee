/** REST: many records in one request, as collections and as trees. */
import type { Gateway, RecordInput, SaveOperation, SaveResult } from '../gateway.ts';
import { badRequest, HttpError } from '../httpError.ts';
import { userIdOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';
import { jsonObject, objectOfId, recordInput, resultJson } from './records.ts';

const BASE = '/services/data/:version/composite';
const MOST = 200;

export function compositeRoutes(gateway: Gateway): Route[] {
    const route = (method: string, pattern: string, handler: Route['handler']): Route => ({
        method,
        pattern: BASE + pattern,
        access: 'token',
        handler
    });
    const collection =
        (operation: SaveOperation): Route['handler'] =>
        (context) =>
            saveCollection(gateway, context, operation);
    return [
        route('POST', '/sobjects', collection('insert')),
        route('PATCH', '/sobjects', collection('update')),
        route('PATCH', '/sobjects/:object/:field', collection('upsert')),
        route('DELETE', '/sobjects', (context) => {
            const ids = (context.query.get('ids') ?? '').split(',').filter(Boolean);
            within(ids.length);
            const rows = ids.map((id) => ({ type: objectOfId(gateway, id), id, fields: {} }));
            const results = gateway.save(userIdOf(gateway, context), 'delete', rows, {
                allOrNone: context.query.get('allOrNone') === 'true'
            });
            return { json: results.map(resultJson) };
        }),
        route('POST', '/tree/:object', (context) => saveTree(gateway, context))
    ];
}

function within(count: number): void {
    if (count > MOST)
        throw badRequest(
            'EXCEEDED_ID_LIMIT',
            `record limit reached. cannot submit more than ${MOST} records in this type of request`
        );
    if (count === 0) throw badRequest('REQUIRED_FIELD_MISSING', 'The request has no records.');
}

function saveCollection(gateway: Gateway, context: RequestContext, operation: SaveOperation) {
    const body = jsonObject(context.json());
    const records: unknown = body['records'];
    if (!Array.isArray(records)) throw badRequest('JSON_PARSER_ERROR', 'The body must have a list "records".');
    within(records.length);
    const type = context.params['object'];
    const rows = records.map((record: unknown) => {
        const input = recordInput(record, type);
        return operation === 'insert' ? { ...input, id: undefined } : input;
    });
    const results = gateway.save(userIdOf(gateway, context), operation, rows, {
        allOrNone: body['allOrNone'] === true,
        externalIdField: context.params['field']
    });
    return { json: results.map(resultJson) };
}

/** Parents first, then the children of each level; all or nothing. */
function saveTree(gateway: Gateway, context: RequestContext) {
    const body = jsonObject(context.json());
    if (!Array.isArray(body['records'])) throw badRequest('JSON_PARSER_ERROR', 'The body must have a list "records".');
    const rootType = gateway.object(context.params['object'] ?? '').name;
    const userId = userIdOf(gateway, context);
    const saved: { referenceId: string; id: string }[] = [];

    interface Node {
        readonly input: RecordInput;
        readonly referenceId: string;
        readonly children: { readonly relationship: string; readonly records: readonly unknown[] }[];
    }
    const nodeOf = (value: unknown, type: string): Node => {
        const { attributes, ...rest } = jsonObject(value, 'A record');
        const referenceId = (attributes as { referenceId?: string } | undefined)?.referenceId ?? '';
        const children: Node['children'] = [];
        const fields: Record<string, unknown> = {};
        for (const [name, field] of Object.entries(rest)) {
            const list: unknown =
                typeof field === 'object' && field !== null ? (field as { records?: unknown }).records : undefined;
            if (Array.isArray(list)) children.push({ relationship: name, records: list });
            else fields[name] = field;
        }
        return { input: { type, fields }, referenceId, children };
    };
    const saveLevel = (nodes: readonly Node[]): void => {
        if (nodes.length === 0) return;
        const results = gateway.save(
            userId,
            'insert',
            nodes.map((node) => node.input),
            { allOrNone: true }
        );
        failTree(
            nodes.map((node) => node.referenceId),
            results,
            () => undo(gateway, userId, saved)
        );
        const next: Node[] = [];
        results.forEach((result, index) => {
            const node = nodes[index];
            if (!node || result.id === null) return;
            saved.push({ referenceId: node.referenceId, id: result.id });
            for (const { relationship, records } of node.children) {
                const child = gateway.schema
                    .childRelationships(gateway.object(node.input.type))
                    .find((candidate) => candidate.name.toLowerCase() === relationship.toLowerCase());
                if (!child)
                    throw badRequest('INVALID_FIELD', `${node.input.type} has no child relationship ${relationship}`, [
                        relationship
                    ]);
                for (const record of records) {
                    const childNode = nodeOf(record, child.childObject.name);
                    next.push({
                        ...childNode,
                        input: {
                            ...childNode.input,
                            fields: { ...childNode.input.fields, [child.field.name]: result.id }
                        }
                    });
                }
            }
        });
        saveLevel(next);
    };
    const roots = body['records'].map((record: unknown) => nodeOf(record, rootType));
    within(roots.length);
    saveLevel(roots);
    return { status: 201, json: { hasErrors: false, results: saved } };
}

function failTree(referenceIds: readonly string[], results: readonly SaveResult[], undoSaved: () => void): void {
    if (results.every((result) => result.success)) return;
    undoSaved();
    throw HttpError.withBody(400, {
        message: 'The tree was not saved.',
        hasErrors: true,
        results: results.flatMap((result, index) =>
            result.success ? [] : [{ referenceId: referenceIds[index], errors: result.errors }]
        )
    });
}

/** Earlier levels were saved in transactions of their own. */
function undo(gateway: Gateway, userId: string, saved: readonly { id: string }[]): void {
    const rows = [...saved].reverse().map(({ id }) => ({ type: objectOfId(gateway, id), id, fields: {} }));
    if (rows.length > 0) gateway.save(userId, 'delete', rows, { allOrNone: false });
}
