/** The HTML of every page: what all begin with, settings for whoever is looking, then the modules. */
import type { Gateway, HostUser } from './gateway.ts';
import type { PageMetadata } from './pages/pageRoutes.ts';
import type { Session } from './session.ts';

export interface ShellOptions {
    readonly gateway: Gateway;
    readonly metadata: PageMetadata;
    readonly session: Session;
    readonly serverId: string;
    /** What the page will ask first, with its answer; null: it has to ask. */
    readonly first: FirstAnswer | null;
    /** Addresses of the modules that it needs beside those of every page, to be loaded at once. */
    readonly modules: readonly string[];
    readonly files: PageFiles;
}

/** Addresses of what every page needs. */
export interface PageFiles {
    readonly styles: readonly string[];
    /** The script that runs before every module. */
    readonly boot: string;
    readonly syntheticShadow: string;
    /** The first is the entry, the others are what it imports, at once or soon. */
    readonly modules: readonly string[];
}

/** A request and its answer. */
export interface FirstAnswer {
    readonly path: string;
    readonly answer: unknown;
}

/** No inline script runs, nothing is loaded from elsewhere, no other page may frame this one. */
const CONTENT_SECURITY_POLICY =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/** Headers of every page. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'referrer-policy': 'no-referrer'
};

/** How every page begins, whoever looks: what a browser can load before the org has anything to say. */
export function pageBeginning({ styles, boot, syntheticShadow, modules }: PageFiles): string {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${styles.map((url) => `<link rel="stylesheet" href="${escapeHtml(url)}">`).join('\n')}
<link rel="preload" as="script" href="${escapeHtml(boot)}">
${modulePreloads([syntheticShadow, ...modules])}
`;
}

/** The rest of a page, for whoever looks. */
export function pageEnding(options: ShellOptions): string {
    const settings = JSON.stringify(settingsOf(options)).replace(/</g, '\\u003c');
    const { boot, syntheticShadow, modules } = options.files;
    return `<title>${escapeHtml(options.gateway.organization.name)}</title>
<script type="application/json" id="local-org-settings">${settings}</script>
<script src="${escapeHtml(boot)}"></script>
${modulePreloads(options.modules.filter((url) => !modules.includes(url)))}
<script type="module" src="${escapeHtml(syntheticShadow)}"></script>
<script type="module" src="${escapeHtml(modules[0] ?? '')}"></script>
</head>
<body class="slds-scope">
<div class="starting">Starting ...</div>
</body>
</html>
`;
}

function modulePreloads(urls: readonly string[]): string {
    return urls.map((url) => `<link rel="modulepreload" href="${escapeHtml(url)}">`).join('\n');
}

/** API name of the app that opens first. */
export function defaultApp(gateway: Gateway, metadata: PageMetadata): string {
    return gateway.defaultApp ?? metadata.apps[0]?.name ?? '';
}

/** Tabs without an object behind them: nobody sees them unless a profile or permission set says so. */
const TABS_OF_THEIR_OWN: ReadonlySet<string> = new Set(['page', 'component', 'web']);

function settingsOf({ gateway, metadata, session, serverId, first }: ShellOptions): Record<string, unknown> {
    const user = gateway.users.find((candidate) => candidate.alias === session.alias);
    if (!user) throw new Error(`There is no user with the alias ${session.alias}`);
    const access = gateway.access(user.id);
    const apps = metadata.apps.filter((app) => access.hasApplication(app.name));
    return {
        token: session.token,
        serverId,
        now: gateway.now(),
        first,
        organization: gateway.organization.name,
        user: userSettings(user),
        personas: gateway.users
            .filter((candidate) => candidate.isPersona)
            .map(({ alias, personaLabel, name }) => ({ alias, label: personaLabel, name })),
        // A package that grants no app to this user still shows its apps: an org would show them greyed out or not at all.
        apps: (apps.length > 0 ? apps : metadata.apps).map(
            ({ name, label, description, color, initials, items, utilityBar }) => ({
                name,
                label,
                description,
                color,
                initials,
                hasUtilityBar: utilityBar !== null,
                items: items.filter((item) => {
                    if (TABS_OF_THEIR_OWN.has(item.kind)) {
                        return !['None', 'Hidden'].includes(access.tabVisibility(item.name) ?? 'None');
                    }
                    const def = item.kind === 'object' ? gateway.schema.object(item.target) : undefined;
                    return !def || access.canReadObject(def);
                })
            })
        ),
        defaultApp: defaultApp(gateway, metadata),
        i18n: {
            timeZone: user.timeZone,
            locale: user.locale.replace('_', '-'),
            lang: user.locale.split('_')[0],
            currency: gateway.organization.currency
        },
        customPermissions: [...gateway.schema.customPermissions].filter((name) => access.hasCustomPermission(name)),
        userPermissions: [
            'ModifyAllData',
            'ViewAllData',
            'ApiEnabled',
            'CustomizeApplication',
            'ViewSetup',
            'ManageUsers'
        ].filter((name) => access.hasUserPermission(name))
    };
}

function userSettings(user: HostUser): Record<string, unknown> {
    const { id, name, alias, email, profile, role, timeZone } = user;
    return { id, name, alias, email, profile, role, timeZone };
}

function escapeHtml(text: string): string {
    return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
