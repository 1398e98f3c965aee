/** `POST /apex/<Class>/<method>[?cacheable=1]`: what `@salesforce/apex/Class.method` calls. */
import type { Gateway, Json } from './gateway.ts';
import { badRequest } from './httpError.ts';
import type { Route } from './router.ts';
import { userIdOf } from './requestUser.ts';

export function apexRoutes(gateway: Gateway): Route[] {
    return [
        {
            method: 'POST',
            pattern: '/apex/:class/:method',
            access: 'token',
            handler: (context) => {
                const params = context.json();
                if (typeof params !== 'object' || params === null || Array.isArray(params)) {
                    throw badRequest('JSON_PARSER_ERROR', 'The parameters of an Apex method are a JSON object.');
                }
                const value = gateway.callApex(
                    userIdOf(gateway, context),
                    context.params['class'] ?? '',
                    context.params['method'] ?? '',
                    params as Record<string, Json>,
                    context.query.get('cacheable') === '1'
                );
                return { json: value ?? null };
            }
        }
    ];
}
