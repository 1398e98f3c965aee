/** REST: versions, resources, query. */
import type { Gateway } from '../gateway.ts';
import { badRequest } from '../httpError.ts';
import { userIdOf, userOf } from '../requestUser.ts';
import type { Route } from '../router.ts';

/** Version that the server announces; older ones in a path are accepted alike. */
export const API_VERSION = '66.0';

export function queryRoutes(gateway: Gateway): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data',
            access: 'open',
            handler: () => ({
                json: [{ label: "Spring '26", url: `/services/data/v${API_VERSION}`, version: API_VERSION }]
            })
        },
        {
            method: 'GET',
            pattern: '/services/data/:version',
            access: 'token',
            handler: () => {
                const base = `/services/data/v${API_VERSION}`;
                return {
                    json: {
                        query: `${base}/query`,
                        sobjects: `${base}/sobjects`,
                        composite: `${base}/composite`,
                        'ui-api': `${base}/ui-api`
                    }
                };
            }
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
                        preferred_username: user.userName,
                        name: user.name,
                        email: user.email,
                        zoneinfo: user.timeZone
                    }
                };
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/query',
            access: 'token',
            handler: (context) => {
                const soql = context.query.get('q');
                if (!soql) throw badRequest('MALFORMED_QUERY', 'A query needs its text in the parameter q.');
                const userId = userIdOf(gateway, context);
                if (/^\s*select\s+count\s*\(\s*\)/i.test(soql)) {
                    return { json: { totalSize: gateway.count(userId, soql), done: true, records: [] } };
                }
                const records = gateway.query(userId, soql, { utcSuffix: '+0000' });
                return { json: { totalSize: records.length, done: true, records } };
            }
        }
    ];
}
