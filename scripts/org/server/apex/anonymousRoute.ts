/** Anonymous Apex over REST. */
import type { Gateway } from '../gateway.ts';
import { badRequest } from '../httpError.ts';
import { userIdOf } from '../requestUser.ts';
import type { Route } from '../router.ts';

export function anonymousRoute(gateway: Gateway): Route {
    return {
        method: 'GET',
        pattern: '/services/data/:version/tooling/executeAnonymous',
        access: 'token',
        handler: (context) => {
            const text = context.query.get('anonymousBody');
            if (text === null) throw badRequest('INVALID_INPUT', 'The Apex stands in the parameter anonymousBody.');
            const answer = gateway.executeAnonymous(userIdOf(gateway, context), text);
            return { json: { ...answer, log: undefined, debugLog: undefined } };
        }
    };
}
