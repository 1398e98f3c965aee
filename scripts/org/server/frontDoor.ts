/** How a program opens a browser as its user: it asks for an address with a password that works once. */
import type { Gateway } from './gateway.ts';
import { HttpError } from './httpError.ts';
import { userOf } from './requestUser.ts';
import type { Route } from './router.ts';
import type { Sessions } from './session.ts';

const HOME = '/lightning/page/home';

export function frontDoorRoutes(gateway: Gateway, sessions: Sessions): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/oauth2/singleaccess',
            access: 'token',
            handler: (context) => {
                const query = new URLSearchParams({ otp: sessions.oneTimePassword(userOf(gateway, context).alias) });
                const target = context.query.get('redirect_uri');
                if (target) query.set('startURL', target);
                const host = String(context.headers['host']);
                return { json: { frontdoor_uri: `http://${host}/secur/frontdoor.jsp?${query.toString()}` } };
            }
        },
        {
            method: 'GET',
            pattern: '/secur/frontdoor.jsp',
            access: 'open',
            handler: (context) => {
                const setCookie = sessions.enter(context.query.get('otp') ?? '');
                if (setCookie === undefined) {
                    throw new HttpError(403, {
                        errorCode: 'INVALID_SESSION_ID',
                        message: 'This address worked once already, or the server was started again.'
                    });
                }
                return {
                    status: 302,
                    headers: { location: pathOf(context.query.get('startURL')), 'set-cookie': setCookie },
                    body: ''
                };
            }
        }
    ];
}

/** Only paths of this server: an address of another one must not be reached through ours. */
function pathOf(target: string | null): string {
    const path = target === null ? HOME : `/${target.replace(/^[/\\]+/, '')}`;
    return path.startsWith('/lightning/') ? path : HOME;
}
