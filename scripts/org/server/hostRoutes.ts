/** What the frame around the app asks for: persona, clock, reset, and news of the server. */
import type { Gateway } from './gateway.ts';
import { moveClock } from './clockMoves.ts';
import { badRequest, HttpError } from './httpError.ts';
import type { Route } from './router.ts';
import { jsonObject } from './rest/records.ts';
import type { Sessions } from './session.ts';
import type { ServerEvents } from './serverEvents.ts';

export interface HostRoutesOptions {
    readonly gateway: Gateway;
    readonly sessions: Sessions;
    readonly events: ServerEvents;
    /** Starts over with a new database; absent where that is not possible. */
    readonly reset?: () => Promise<void>;
}

export function hostRoutes({ gateway, sessions, events, reset }: HostRoutesOptions): Route[] {
    return [
        {
            method: 'POST',
            pattern: '/host/persona',
            access: 'token',
            handler: (context) => {
                const alias = jsonObject(context.json())['alias'];
                const user = gateway.users.find((candidate) => candidate.alias === alias && candidate.isPersona);
                if (!user) throw badRequest('INVALID_INPUT', `There is no persona ${JSON.stringify(alias ?? null)}.`);
                if (context.session) context.session.alias = user.alias;
                return { json: { alias: user.alias } };
            }
        },
        {
            method: 'GET',
            pattern: '/host/clock',
            access: 'token',
            handler: () => ({ json: { now: gateway.now() } })
        },
        {
            method: 'POST',
            pattern: '/host/clock',
            access: 'token',
            handler: (context) => {
                const answer = moveClock(gateway, jsonObject(context.json())['move'], Date.now());
                events.send('clock', { now: answer.now });
                return { json: answer };
            }
        },
        {
            method: 'POST',
            pattern: '/host/reset',
            access: 'token',
            handler: async () => {
                if (!reset)
                    throw new HttpError(501, {
                        errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG',
                        message: 'This server cannot start over.'
                    });
                await reset();
                events.send('reload', {});
                return { json: { done: true } };
            }
        },
        {
            method: 'GET',
            pattern: '/host/events',
            // EventSource cannot set headers: the token comes as a parameter.
            access: 'open',
            handler: (context) => {
                const token = context.query.get('token') ?? '';
                if (!sessions.ofToken(`Bearer ${token}`))
                    throw new HttpError(401, {
                        errorCode: 'INVALID_SESSION_ID',
                        message: 'Session expired or invalid'
                    });
                return { stream: (write, onClose) => events.connect(write, onClose) };
            }
        }
    ];
}
