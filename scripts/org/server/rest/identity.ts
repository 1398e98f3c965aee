/** REST: what a client learns about the server and about itself before it does anything. */
import { API_VERSION, REST_ROOT } from '../../runtime/apiVersion.ts';
import type { Gateway } from '../gateway.ts';
import { userOf } from '../requestUser.ts';
import type { Route } from '../router.ts';

const RESOURCES = ['query', 'queryAll', 'sobjects', 'composite', 'tooling', 'metadata', 'jobs', 'ui-api'];

export function identityRoutes(gateway: Gateway): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data',
            access: 'open',
            handler: () => ({ json: [{ label: "Spring '26", url: REST_ROOT, version: API_VERSION }] })
        },
        {
            method: 'GET',
            pattern: '/services/data/:version',
            access: 'token',
            handler: () => ({ json: Object.fromEntries(RESOURCES.map((name) => [name, `${REST_ROOT}/${name}`])) })
        },
        {
            method: 'GET',
            pattern: '/services/oauth2/userinfo',
            access: 'token',
            handler: (context) => {
                const user = userOf(gateway, context);
                return {
                    json: {
                        user_id: user.id,
                        organization_id: gateway.organization.id,
                        preferred_username: user.userName,
                        name: user.name,
                        email: user.email,
                        zoneinfo: user.timeZone
                    }
                };
            }
        }
    ];
}
