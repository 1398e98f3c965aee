/**
 * Who is asking. A page carries a cookie that picks its session and, in its markup, a token that its requests show;
 * a page of another origin can read neither. Programs get tokens from whoever starts the server.
 */
import { randomBytes } from 'node:crypto';
import type { Gateway } from './gateway.ts';

export interface Session {
    /** Value of the Authorization header, without `Bearer`. */
    readonly token: string;
    /** Alias of the user who is looking. */
    alias: string;
}

const COOKIE = 'local-org';

const cookieOf = (id: string, session: Session): string =>
    `${COOKIE}=${id}.${session.alias}; Path=/; HttpOnly; SameSite=Strict`;

const newSecret = (): string => randomBytes(24).toString('base64url');

export class Sessions {
    private readonly byCookie = new Map<string, Session>();
    private readonly byToken = new Map<string, Session>();
    /** Alias by password. */
    private readonly passwords = new Map<string, string>();
    private readonly isKnownAlias: (alias: string) => boolean;
    private readonly defaultAlias: () => string;
    private readonly organizationId: () => string;

    constructor(isKnownAlias: (alias: string) => boolean, defaultAlias: () => string, organizationId: () => string) {
        this.isKnownAlias = isKnownAlias;
        this.defaultAlias = defaultAlias;
        this.organizationId = organizationId;
    }

    /** A token for a program that acts as a user, in the platform's form: the org's id, `!`, and a secret. */
    issueToken(alias: string, secret = newSecret()): string {
        const session = { token: `${this.organizationId().slice(0, 15)}!${secret}`, alias };
        this.byToken.set(session.token, session);
        return session.token;
    }

    /** A password that lets a browser in once, as a user. */
    oneTimePassword(alias: string): string {
        const password = newSecret();
        this.passwords.set(password, alias);
        return password;
    }

    /** Cookie of a new session for whoever shows a one-time password; undefined when it is none, or was used. */
    enter(password: string): string | undefined {
        const alias = this.passwords.get(password);
        if (alias === undefined) return undefined;
        this.passwords.delete(password);
        const { id, session } = this.newPageSession(alias);
        return cookieOf(id, session);
    }

    /** Session of a token; null when there is none. */
    ofToken(authorization: string | undefined): Session | null {
        const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization ?? '')?.[1];
        return (token !== undefined && this.byToken.get(token)) || null;
    }

    /**
     * Session of a page, by its cookie. An unknown cookie (the server was started again) starts a new session, for the
     * persona that the cookie remembers.
     */
    ofPage(cookieHeader: string | undefined): { session: Session; setCookie: string } {
        const { id, session } = this.begunSession(cookieHeader);
        if (!this.isKnownAlias(session.alias)) session.alias = this.defaultAlias();
        return { session, setCookie: cookieOf(id, session) };
    }

    /** Cookie of a page that comes before the org knows its people: by it `ofPage` finds the session, and whose it is. */
    cookieOfEarlyPage(cookieHeader: string | undefined): string {
        const { id, session } = this.begunSession(cookieHeader);
        return cookieOf(id, session);
    }

    private begunSession(cookieHeader: string | undefined): { id: string; session: Session } {
        const value = new Map(
            (cookieHeader ?? '').split(/;\s*/).map((pair) => [pair.split('=')[0], pair.split('=')[1]])
        ).get(COOKIE);
        const [id = '', alias = ''] = (value ?? '').split('.');
        const session = this.byCookie.get(id);
        return session ? { id, session } : this.newPageSession(alias);
    }

    private newPageSession(alias: string): { id: string; session: Session } {
        const id = randomBytes(18).toString('base64url');
        const session = { token: newSecret(), alias };
        this.byCookie.set(id, session);
        this.byToken.set(session.token, session);
        return { id, session };
    }
}

/** Sessions of an org, which may be opened only later. */
export function sessionsOf(gateway: () => Gateway): Sessions {
    return new Sessions(
        (alias) => gateway().users.some((user) => user.alias === alias && user.isPersona),
        () => (gateway().users.find((user) => user.isPersona) ?? gateway().users[0])?.alias ?? '',
        () => gateway().organization.id
    );
}

/**
 * True when a request may come in at all: its Host is this server (no rebound name) and, where the browser says which
 * page sent it, that page is this server's.
 */
export function isTrustedOrigin(
    headers: Readonly<Record<string, string | string[] | undefined>>,
    port: number,
    isNavigation: boolean
): boolean {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    const host = headers['host'];
    if (typeof host !== 'string' || !hosts.includes(host.toLowerCase())) return false;
    const origin = headers['origin'];
    if (typeof origin === 'string' && origin !== `http://${host.toLowerCase()}`) return false;
    const site = headers['sec-fetch-site'];
    return isNavigation || typeof site !== 'string' || site === 'same-origin' || site === 'none';
}
