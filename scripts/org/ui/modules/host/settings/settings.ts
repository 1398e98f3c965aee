/** What the server wrote into the page before any module ran. */

export interface Persona {
    readonly alias: string;
    readonly label: string;
    readonly name: string;
}
export interface AppSummary {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly initials: string;
    readonly color: string;
    readonly hasUtilityBar: boolean;
}
export interface NavigationItem {
    readonly name: string;
    readonly label: string;
    readonly kind: 'home' | 'object' | 'page' | 'component' | 'web';
    /** API name of the object, page or component. */
    readonly target: string;
    readonly icon: string;
}
export interface Settings {
    readonly token: string;
    readonly serverId: string;
    readonly organization: string;
    readonly user: {
        readonly id: string;
        readonly name: string;
        readonly alias: string;
        readonly email: string;
        readonly profile: string;
        readonly role: string;
        readonly timeZone: string;
    };
    readonly personas: readonly Persona[];
    readonly apps: readonly (AppSummary & { readonly items: readonly NavigationItem[] })[];
    readonly defaultApp: string;
    readonly i18n: {
        readonly timeZone: string;
        readonly locale: string;
        readonly lang: string;
        readonly currency: string;
    };
    readonly customPermissions: readonly string[];
    readonly userPermissions: readonly string[];
    readonly formFactor: 'Small' | 'Medium' | 'Large';
    /** True inside the phone: the frame is drawn by the page around it. */
    readonly isEmbedded: boolean;
    /** What the page asks first, with its answer, which holds for that one time. */
    first: { readonly path: string; readonly answer: unknown } | null;
}

interface HostGlobal {
    localOrg: Settings;
    localOrgClock: { now(): number; set(epochMs: number): void };
}

const host = globalThis as unknown as HostGlobal;

export const settings: Settings = host.localOrg;

/** The org's time in this page; `Date` already follows it. */
export const clock = host.localOrgClock;
