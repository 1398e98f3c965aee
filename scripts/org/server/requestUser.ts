/** The user behind a request. */
import type { Gateway, HostUser } from './gateway.ts';
import { HttpError } from './httpError.ts';
import type { RequestContext } from './router.ts';

/** @throws HttpError 401 when the request has no session, or its user is gone. */
export function userOf(gateway: Gateway, context: RequestContext): HostUser {
    const user = gateway.users.find((candidate) => candidate.alias === context.session?.alias);
    if (!user) throw new HttpError(401, { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' });
    return user;
}

export function userIdOf(gateway: Gateway, context: RequestContext): string {
    return userOf(gateway, context).id;
}
