/** `/services/apexrest/...`: methods of `@RestResource` classes. */
import type { Gateway } from '../gateway.ts';
import { userIdOf } from '../requestUser.ts';
import type { Route } from '../router.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function apexRestRoutes(gateway: Gateway): Route[] {
    return METHODS.map((method) => ({
        method,
        pattern: '/services/apexrest/*path',
        access: 'token',
        handler: (context) => {
            const { status, headers, body } = gateway.callRest(userIdOf(gateway, context), {
                method,
                path: `/${context.params['path'] ?? ''}`,
                query: context.query,
                headers: Object.fromEntries(
                    Object.entries(context.headers).map(([name, value]) => [name, [value ?? ''].flat().join(',')])
                ),
                body: context.bytes()
            });
            return { status, headers, body };
        }
    }));
}
