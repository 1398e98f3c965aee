/** The world file, `config/local-org.json`: people, calendars and groups of the org. Read and checked here; written by loadWorld.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { ToolError } from '../../shared/toolError.ts';
import { isZone } from '../values/zones.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const weekdays: readonly Weekday[] = WEEKDAYS;

export interface WorldUser {
    readonly alias: string;
    readonly userName: string;
    readonly firstName: string | null;
    readonly lastName: string;
    readonly email: string;
    readonly title: string | null;
    readonly role: string | null;
    readonly profile: string;
    readonly permissionSets: readonly string[];
    readonly timeZone: string;
    readonly locale: string;
    readonly language: string;
    /** Alias of the manager. */
    readonly manager: string | null;
    readonly isActive: boolean;
    readonly isPersona: boolean;
    readonly personaLabel: string | null;
}

export interface WorldBusinessHours {
    readonly name: string;
    readonly isDefault: boolean;
    readonly timeZone: string;
    /** Opening and closing time by weekday, `HH:mm`; 24:00 is the end of the day. Absent: closed. */
    readonly days: Readonly<Partial<Record<Weekday, readonly [string, string]>>>;
    /** `date` is `yyyy-MM-dd`. */
    readonly holidays: readonly { readonly name: string; readonly date: string }[];
}

const ORG_KINDS = ['developer', 'sandbox', 'scratch', 'production'] as const;
/** What sort of org it says it is. Sandboxes and scratch orgs keep track of what changes in them. */
export type OrgKind = (typeof ORG_KINDS)[number];

/** One org's world, complete: what the file leaves out has its default. */
export interface World {
    readonly organization: {
        readonly name: string;
        readonly timeZone: string;
        readonly currency: string;
        readonly language: string;
        readonly locale: string;
        readonly kind: OrgKind;
    };
    /** ISO instant at which the org's clock starts; null for the real time. */
    readonly clockStart: string | null;
    readonly roles: readonly { readonly name: string; readonly parent: string | null }[];
    readonly profiles: readonly { readonly name: string; readonly base: string }[];
    readonly queues: readonly {
        readonly name: string;
        readonly developerName: string;
        readonly objects: readonly string[];
    }[];
    /** Developer name of a queue or group to aliases of its members. */
    readonly groupMembers: Readonly<Record<string, readonly string[]>>;
    readonly users: readonly WorldUser[];
    readonly businessHours: readonly WorldBusinessHours[];
    /** Everything else of the file (first page, app, ...), for the host. */
    readonly rest: Readonly<Record<string, unknown>>;
}

const KNOWN_KEYS = new Set([
    'organization',
    'clockStart',
    'roles',
    'profiles',
    'queues',
    'groupMembers',
    'users',
    'businessHours'
]);

const DAY: readonly [string, string] = ['00:00', '24:00'];

/** Open around the clock: the business hours that every new org has. */
function alwaysOpen(timeZone: string): WorldBusinessHours {
    return {
        name: 'Default',
        isDefault: true,
        timeZone,
        days: Object.fromEntries(WEEKDAYS.map((day) => [day, DAY])),
        holidays: []
    };
}

function textOr(value: unknown, fallback: string): string {
    return typeof value === 'string' ? value : fallback;
}

/** The administrator that every world has. */
function administrator(timeZone: string): WorldUser {
    return {
        alias: 'admin',
        userName: 'admin@local.example',
        firstName: 'Local',
        lastName: 'Administrator',
        email: 'admin@local.example',
        title: null,
        role: null,
        profile: 'System Administrator',
        permissionSets: [],
        timeZone,
        locale: 'en_US',
        language: 'en_US',
        manager: null,
        isActive: true,
        isPersona: true,
        personaLabel: 'Administrator'
    };
}

/** The world of a source tree without a world file. */
export function defaultWorld(): World {
    return worldOf({}, 'the default world');
}

/**
 * Reads a world file.
 * @throws ToolError that names the file and the entry that is wrong
 */
export function readWorld(path: string): World {
    if (!existsSync(path)) {
        throw new ToolError('WorldError', `There is no file ${path}`, ['Create it, or leave out the option']);
    }
    let json: unknown;
    try {
        json = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
        throw new ToolError('WorldError', `${path} is not JSON: ${(error as Error).message}`, [], { cause: error });
    }
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
        throw new ToolError('WorldError', `${path} must hold one object`);
    }
    return worldOf(json as Record<string, unknown>, path);
}

/** @throws ToolError when an entry is wrong */
export function worldOf(json: Record<string, unknown>, where: string): World {
    const reader = new EntryReader(where);
    const organization = (json.organization ?? {}) as Record<string, unknown>;
    const timeZone = reader.zone(organization.timeZone ?? 'America/Los_Angeles', 'organization');
    const users = reader.list(json.users, 'users').map((entry) => reader.user(entry, timeZone));
    const businessHours = reader
        .list(json.businessHours, 'businessHours')
        .map((entry) => reader.hours(entry, timeZone));
    const world: World = {
        organization: {
            name: textOr(organization.name, 'Local Org'),
            timeZone,
            currency: textOr(organization.currency, 'USD'),
            language: textOr(organization.language, 'en_US'),
            locale: textOr(organization.locale, 'en_US'),
            kind: reader.kind(organization.kind)
        },
        clockStart: reader.instant(json.clockStart),
        roles: reader.list(json.roles, 'roles').map((entry) => ({
            name: reader.text(entry, 'name', 'roles'),
            parent: reader.optional(entry, 'parent')
        })),
        profiles: reader.list(json.profiles, 'profiles').map((entry) => ({
            name: reader.text(entry, 'name', 'profiles'),
            base: reader.text(entry, 'base', 'profiles')
        })),
        queues: reader.list(json.queues, 'queues').map((entry) => ({
            name: reader.text(entry, 'name', 'queues'),
            developerName: reader.text(entry, 'developerName', 'queues'),
            objects: (entry.objects ?? []) as string[]
        })),
        groupMembers: (json.groupMembers ?? {}) as Record<string, string[]>,
        users: users.some((user) => user.profile === 'System Administrator' && user.isActive)
            ? users
            : [administrator(timeZone), ...users],
        businessHours: businessHours.some((hours) => hours.isDefault)
            ? businessHours
            : [alwaysOpen(timeZone), ...businessHours],
        rest: Object.fromEntries(Object.entries(json).filter(([key]) => !KNOWN_KEYS.has(key)))
    };
    reader.checkReferences(world);
    return world;
}

/** Reads entries of the file; every complaint names the file and the entry. */
class EntryReader {
    private readonly where: string;

    constructor(where: string) {
        this.where = where;
    }

    private wrong(message: string): ToolError {
        return new ToolError('WorldError', `${this.where}: ${message}`, ['Correct the entry and start again']);
    }

    list(value: unknown, key: string): Record<string, unknown>[] {
        if (value === undefined) {
            return [];
        }
        if (!Array.isArray(value)) {
            throw this.wrong(`"${key}" must be a list`);
        }
        return value as Record<string, unknown>[];
    }

    text(entry: Record<string, unknown>, key: string, list: string): string {
        const value = entry[key];
        if (typeof value !== 'string' || value === '') {
            throw this.wrong(`an entry of "${list}" has no "${key}": ${JSON.stringify(entry)}`);
        }
        return value;
    }

    optional(entry: Record<string, unknown>, key: string): string | null {
        const value = entry[key];
        return typeof value === 'string' && value !== '' ? value : null;
    }

    zone(value: unknown, entry: string): string {
        if (typeof value !== 'string' || !isZone(value)) {
            throw this.wrong(`${entry} has an unknown time zone: ${textOr(value, JSON.stringify(value))}`);
        }
        return value;
    }

    kind(value: unknown): OrgKind {
        const kind = value === undefined ? 'developer' : ORG_KINDS.find((each) => each === value);
        if (!kind) throw this.wrong(`organization has a kind that is none of ${ORG_KINDS.join(', ')}`);
        return kind;
    }

    instant(value: unknown): string | null {
        if (value === undefined || value === null) {
            return null;
        }
        if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) {
            throw this.wrong(`"clockStart" is no instant: ${textOr(value, JSON.stringify(value))}`);
        }
        return value;
    }

    user(entry: Record<string, unknown>, timeZone: string): WorldUser {
        const alias = this.text(entry, 'alias', 'users');
        const userName = this.text(entry, 'userName', 'users');
        return {
            alias,
            userName,
            firstName: this.optional(entry, 'firstName'),
            lastName: this.text(entry, 'lastName', 'users'),
            email: this.optional(entry, 'email') ?? userName,
            title: this.optional(entry, 'title'),
            role: this.optional(entry, 'role'),
            profile: this.optional(entry, 'profile') ?? 'Standard User',
            permissionSets: (entry.permissionSets ?? []) as string[],
            timeZone: this.zone(entry.timeZone ?? timeZone, `user ${alias}`),
            locale: this.optional(entry, 'locale') ?? 'en_US',
            language: this.optional(entry, 'language') ?? 'en_US',
            manager: this.optional(entry, 'manager'),
            isActive: entry.isActive !== false,
            isPersona: entry.isPersona === true,
            personaLabel: this.optional(entry, 'personaLabel')
        };
    }

    hours(entry: Record<string, unknown>, timeZone: string): WorldBusinessHours {
        const name = this.text(entry, 'name', 'businessHours');
        const days: Partial<Record<Weekday, readonly [string, string]>> = {};
        for (const [key, span] of Object.entries((entry.days ?? {}) as Record<string, unknown>)) {
            const day = WEEKDAYS.find((weekday) => key.length >= 3 && weekday.startsWith(key.toLowerCase()));
            if (!day || !Array.isArray(span) || span.length !== 2 || !span.every((time) => /^\d\d:\d\d$/.test(time))) {
                throw this.wrong(`business hours ${name}: "${key}" must be a weekday with ["HH:mm", "HH:mm"]`);
            }
            days[day] = [String(span[0]), String(span[1])];
        }
        return {
            name,
            isDefault: entry.isDefault === true,
            timeZone: this.zone(entry.timeZone ?? timeZone, `business hours ${name}`),
            days,
            holidays: this.list(entry.holidays, `holidays of ${name}`).map((holiday) => ({
                name: this.text(holiday, 'name', 'holidays'),
                date: this.text(holiday, 'date', 'holidays')
            }))
        };
    }

    checkReferences(world: World): void {
        const roles = new Set(world.roles.map((role) => role.name));
        const aliases = new Set(world.users.map((user) => user.alias));
        for (const role of world.roles) {
            if (role.parent !== null && !roles.has(role.parent)) {
                throw this.wrong(`role ${role.name} has an unknown parent: ${role.parent}`);
            }
        }
        for (const user of world.users) {
            if (user.manager !== null && !aliases.has(user.manager)) {
                throw this.wrong(`user ${user.alias} has an unknown manager: ${user.manager}`);
            }
        }
        for (const [group, members] of Object.entries(world.groupMembers)) {
            const unknown = members.find((alias) => !aliases.has(alias));
            if (unknown !== undefined) {
                throw this.wrong(`group ${group} has an unknown member: ${unknown}`);
            }
        }
    }
}
