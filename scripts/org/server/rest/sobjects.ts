/** REST: `/sobjects`, one record at a time, and describe. */
import type { Gateway } from '../gateway.ts';
import { HttpError, notFound } from '../httpError.ts';
import { userIdOf } from '../requestUser.ts';
import type { Route } from '../router.ts';
import { soqlId } from '../soqlText.ts';
import { describeGlobal, describeObject } from './describe.ts';
import { compoundValues, isCompound } from './compoundFields.ts';
import { jsonObject, recordInput, single } from './records.ts';

const BASE = '/services/data/:version/sobjects';

export function sobjectRoutes(gateway: Gateway): Route[] {
    const open = (method: string, pattern: string, handler: Route['handler']): Route => ({
        method,
        pattern: BASE + pattern,
        access: 'token',
        handler
    });
    return [
        open('GET', '', (context) => ({ json: describeGlobal(gateway, userIdOf(gateway, context)) })),
        open('GET', '/:object/describe', (context) => ({
            json: describeObject(gateway, userIdOf(gateway, context), gateway.object(context.params['object'] ?? ''))
        })),
        open('POST', '/:object', (context) => {
            const input = recordInput(jsonObject(context.json()), gateway.object(context.params['object'] ?? '').name);
            const result = single(gateway.save(userIdOf(gateway, context), 'insert', [input], { allOrNone: false }));
            return { status: 201, json: { id: result.id, success: true, errors: [] } };
        }),
        open('GET', '/:object/:id', (context) => {
            const def = gateway.object(context.params['object'] ?? '');
            const userId = userIdOf(gateway, context);
            const access = gateway.access(userId);
            // Who may not read the object is not told that it is there.
            if (!access.canReadObject(def)) throw notFound();
            const wanted = context.query.get('fields')?.split(',');
            const readable = [...def.fields.values()].filter((field) => access.canReadField(def, field));
            const names = wanted ?? readable.filter((field) => !isCompound(field)).map((field) => field.name);
            const [record] = gateway.query(
                userId,
                `SELECT ${names.join(', ')} FROM ${def.name} WHERE Id = ${soqlId(context.params['id'] ?? '')}`,
                { utcSuffix: '+0000' }
            );
            if (!record) throw notFound();
            return { json: wanted ? record : { ...record, ...compoundValues(readable, record) } };
        }),
        open('PATCH', '/:object/:id', (context) => {
            const input = recordInput(jsonObject(context.json()), gateway.object(context.params['object'] ?? '').name);
            if (input.id !== undefined) {
                throw new HttpError(400, {
                    errorCode: 'INVALID_FIELD',
                    message: 'The Id field should not be specified in the sobject data.'
                });
            }
            soqlId(context.params['id'] ?? '');
            single(
                gateway.save(userIdOf(gateway, context), 'update', [{ ...input, id: context.params['id'] }], {
                    allOrNone: false
                })
            );
            return { status: 204 };
        }),
        open('DELETE', '/:object/:id', (context) => {
            const type = gateway.object(context.params['object'] ?? '').name;
            soqlId(context.params['id'] ?? '');
            single(
                gateway.save(userIdOf(gateway, context), 'delete', [{ type, id: context.params['id'], fields: {} }], {
                    allOrNone: false
                })
            );
            return { status: 204 };
        }),
        open('PATCH', '/:object/:field/:value', (context) => {
            const type = gateway.object(context.params['object'] ?? '').name;
            const field = context.params['field'] ?? '';
            const input = recordInput(jsonObject(context.json()), type);
            const row = { ...input, fields: { ...input.fields, [field]: context.params['value'] ?? '' } };
            const result = single(
                gateway.save(userIdOf(gateway, context), 'upsert', [row], { allOrNone: false, externalIdField: field })
            );
            return {
                status: result.created ? 201 : 200,
                json: { id: result.id, success: true, errors: [], created: result.created ?? false }
            };
        })
    ];
}
