/** Writes a world into a store as ordinary rows. Runs at every start: rows that are there are brought up to date. */
import { readFileSync } from 'node:fs';
import type { Program, Value } from '../runtime/program.ts';
import type { Clock } from '../runtime/transaction.ts';
import type { Schema } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import { shareEverything, unknownTargets } from '../dml/save.ts';
import { builtInProfile, builtInProfileNames } from '../security/profiles.ts';
import { ToolError } from '../../shared/toolError.ts';
import { Blob } from '../values/blob.ts';
import { ApexDouble } from '../values/double.ts';
import { ApexDate, ApexTime } from '../values/temporal.ts';
import type { OrganizationInfo } from '../lib/services.ts';
import { loadPermissionRows } from './loadPermissions.ts';
import { accessFields, kindFields } from './organizationRow.ts';
import { SetupRows } from './rows.ts';
import type { SourceTree } from './sources.ts';
import { weekdays, type World, type WorldUser } from './world.ts';

const END_OF_DAY = '24:00';
/** What belongs to a permission set, with the field that names it. */
const PERMISSION_ROWS = {
    PermissionSetAssignment: 'PermissionSetId',
    ObjectPermissions: 'ParentId',
    FieldPermissions: 'ParentId',
    SetupEntityAccess: 'ParentId'
};

export interface LoadedWorld {
    readonly organization: OrganizationInfo;
    readonly administratorId: string;
    /** Runs triggers of platform events. */
    readonly automatedUserId: string;
    /** User id by alias. */
    readonly users: ReadonlyMap<string, string>;
}

export interface WorldSources {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: Clock;
    readonly world: World;
    readonly tree: SourceTree;
    readonly program: Program | null;
}

/** `Sales US-East` to `Sales_US_East`. */
function developerName(name: string): string {
    return name
        .replace(/[^A-Za-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .replace(/_+/g, '_');
}

class WorldLoader {
    private readonly sources: WorldSources;
    private readonly rows: SetupRows;
    private readonly profiles = new Map<string, string>();
    private readonly roles = new Map<string, string>();
    private readonly permissionSets = new Map<string, string>();
    private readonly users = new Map<string, string>();
    private administratorId: string | null = null;

    constructor(sources: WorldSources) {
        this.sources = sources;
        this.rows = new SetupRows(sources.schema, sources.store, sources.clock);
    }

    load(): LoadedWorld {
        const { world } = this.sources;
        const organizationId = this.organization();
        this.loadProfiles();
        this.loadPermissionSets();
        this.loadRoles();
        this.loadUsers();
        this.loadGroups();
        this.loadSharing();
        this.loadHours();
        this.loadMetadataRows();
        loadPermissionRows(this.rows, this.sources.schema, this.permissionSets);
        const automatedUserId = this.user({
            alias: 'autoproc',
            userName: 'automated.process@local.example',
            firstName: 'Automated',
            lastName: 'Process',
            email: 'automated.process@local.example',
            title: null,
            role: null,
            profile: 'System Administrator',
            permissionSets: [],
            timeZone: world.organization.timeZone,
            locale: 'en_US',
            language: 'en_US',
            manager: null,
            isActive: true,
            isPersona: false,
            personaLabel: null
        });
        this.rows.update('User', automatedUserId, { UserType: 'AutomatedProcess' });
        return {
            organization: {
                id: organizationId,
                name: world.organization.name,
                timeZone: world.organization.timeZone,
                currency: world.organization.currency,
                language: world.organization.language
            },
            administratorId: this.administratorId as string,
            automatedUserId,
            users: this.users
        };
    }

    private organization(): string {
        const { organization } = this.sources.world;
        const values = {
            Name: organization.name,
            TimeZoneSidKey: organization.timeZone,
            LanguageLocaleKey: organization.language,
            DefaultLocaleSidKey: organization.locale,
            ...kindFields(organization.kind, this.sources.clock.now()),
            ...accessFields(this.sources.schema),
            InstanceName: 'LOCAL',
            FiscalYearStartMonth: 1
        };
        const known = this.rows.where('Organization', {})[0];
        if (known) {
            this.rows.update('Organization', known.id as string, values);
            return known.id as string;
        }
        return this.rows.insert('Organization', values);
    }

    private loadProfiles(): void {
        const { schema, world } = this.sources;
        const names = new Set([
            ...builtInProfileNames,
            ...[...schema.profiles.values()].map((profile) => profile.name),
            ...world.profiles.map((profile) => profile.name)
        ]);
        const license = this.rows.ensure(
            'UserLicense',
            { Name: 'Salesforce' },
            {
                LicenseDefinitionKey: 'SFDC',
                MasterLabel: 'Salesforce',
                Status: 'Active',
                TotalLicenses: 100,
                UsedLicenses: 1
            }
        );
        for (const name of names) {
            const id = this.rows.ensure('Profile', { Name: name }, { UserType: 'Standard', UserLicenseId: license });
            this.profiles.set(name.toLowerCase(), id);
        }
    }

    private profileId(name: string): string {
        const id = this.profiles.get(name.toLowerCase());
        if (id === undefined || !(builtInProfile(this.sources.schema, name) || this.isPackaged(name))) {
            throw new ToolError('WorldError', `There is no profile "${name}"`, [
                `Use one of: ${[...builtInProfileNames, ...this.sources.schema.profiles.keys()].join(', ')}`
            ]);
        }
        return id;
    }

    private isPackaged(name: string): boolean {
        return [...this.sources.schema.profiles.values()].some(
            (profile) => profile.name.toLowerCase() === name.toLowerCase()
        );
    }

    private loadPermissionSets(): void {
        for (const grant of this.sources.schema.permissionSets.values()) {
            const id = this.rows.ensure(
                'PermissionSet',
                { Name: grant.name },
                {
                    Label: grant.label,
                    Description: grant.description ?? null,
                    IsOwnedByProfile: false,
                    IsCustom: true,
                    Type: 'Regular'
                }
            );
            this.permissionSets.set(grant.name.toLowerCase(), id);
        }
        this.rows.prune('PermissionSet', new Set(this.permissionSets.values()), PERMISSION_ROWS);
    }

    private loadRoles(): void {
        const { world, tree } = this.sources;
        const roles = [
            ...tree.roles.map((role) => ({ key: role.developerName, name: role.name, parent: role.parent })),
            ...world.roles.map((role) => ({ key: developerName(role.name), name: role.name, parent: role.parent }))
        ];
        for (const role of roles) {
            const id = this.rows.ensure('UserRole', { DeveloperName: role.key }, { Name: role.name });
            this.roles.set(role.key.toLowerCase(), id);
            this.roles.set(role.name.toLowerCase(), id);
        }
        for (const role of roles) {
            if (role.parent !== null) {
                const parent = this.roles.get(role.parent.toLowerCase()) ?? null;
                this.rows.update('UserRole', this.roles.get(role.key.toLowerCase()) as string, {
                    ParentRoleId: parent
                });
            }
        }
        // Sharing with a role goes through its groups.
        for (const role of roles) {
            const roleId = this.roles.get(role.key.toLowerCase()) as string;
            for (const type of ['Role', 'RoleAndSubordinates']) {
                this.rows.ensure('Group', { RelatedId: roleId, Type: type }, { Name: role.name.slice(0, 40) });
            }
        }
    }

    private loadUsers(): void {
        const { world } = this.sources;
        for (const user of world.users) {
            const id = this.user(user);
            this.users.set(user.alias, id);
            if (user.profile === 'System Administrator' && user.isActive) {
                this.administratorId ??= id;
            }
        }
        for (const user of world.users) {
            if (user.manager !== null) {
                this.rows.update('User', this.users.get(user.alias) as string, {
                    ManagerId: this.users.get(user.manager) as string
                });
            }
        }
    }

    private user(user: WorldUser): string {
        const role = user.role === null ? null : this.roles.get(user.role.toLowerCase());
        if (role === undefined) {
            throw new ToolError('WorldError', `User ${user.alias} has an unknown role: ${String(user.role)}`);
        }
        const id = this.rows.ensure(
            'User',
            { Username: user.userName },
            {
                Alias: user.alias.slice(0, 8),
                FirstName: user.firstName,
                LastName: user.lastName,
                Name: [user.firstName, user.lastName].filter((part) => part !== null).join(' '),
                Email: user.email,
                Title: user.title,
                CommunityNickname: user.alias,
                ProfileId: this.profileId(user.profile),
                UserRoleId: role,
                TimeZoneSidKey: user.timeZone,
                LocaleSidKey: user.locale,
                LanguageLocaleKey: user.language,
                EmailEncodingKey: 'UTF-8',
                UserType: 'Standard',
                IsActive: user.isActive
            },
            this.administratorId
        );
        for (const name of user.permissionSets) {
            const permissionSet = this.permissionSets.get(name.toLowerCase());
            if (permissionSet === undefined) {
                throw new ToolError('WorldError', `User ${user.alias} has an unknown permission set: ${name}`, [
                    'Check the spelling against the permissionsets folder of the package'
                ]);
            }
            this.rows.ensure('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: permissionSet }, {});
        }
        return id;
    }

    private loadGroups(): void {
        const { tree, world } = this.sources;
        const groups = [
            ...tree.groups,
            ...world.queues.map((queue) => ({ ...queue, type: 'Queue' as const, email: null }))
        ];
        for (const group of groups) {
            const id = this.rows.ensure(
                'Group',
                { DeveloperName: group.developerName, Type: group.type },
                { Name: group.name.slice(0, 40), Email: group.email },
                this.administratorId
            );
            for (const object of group.objects) {
                this.rows.ensure('QueueSobject', { QueueId: id, SobjectType: object }, {});
            }
            const members = world.groupMembers[group.developerName] ?? [];
            for (const alias of members) {
                this.rows.ensure('GroupMember', { GroupId: id, UserOrGroupId: this.users.get(alias) as string }, {});
            }
        }
        const known = new Set(groups.map((group) => group.developerName));
        const unknown = Object.keys(world.groupMembers).filter((name) => !known.has(name));
        if (unknown.length > 0) {
            throw new ToolError('WorldError', `groupMembers names groups that are not there: ${unknown.join(', ')}`, [
                'Use the developer name of a queue or group of the package'
            ]);
        }
    }

    /** Share rows of sharing rules, for the records that are there and the people of today. */
    private loadSharing(): void {
        this.rows.ensure(
            'Group',
            { DeveloperName: 'AllInternalUsers', Type: 'Organization' },
            { Name: 'All Internal Users' }
        );
        const unknown = unknownTargets(this.sources);
        if (unknown.length > 0) {
            throw new ToolError('WorldError', `Sharing rules name what is not there: ${unknown.join(', ')}`, [
                'Add the role, group or queue to the package, or the role to the world file'
            ]);
        }
        shareEverything(this.sources);
    }

    private loadHours(): void {
        for (const hours of this.sources.world.businessHours) {
            const times: Record<string, ApexTime | null> = {};
            for (const day of weekdays) {
                const span = hours.days[day];
                const column = day.charAt(0).toUpperCase() + day.slice(1);
                // Midnight as the end means the end of the day.
                times[`${column}StartTime`] = span ? ApexTime.parseIso(span[0]) : null;
                times[`${column}EndTime`] = span ? ApexTime.parseIso(span[1] === END_OF_DAY ? '00:00' : span[1]) : null;
            }
            const id = this.rows.ensure(
                'BusinessHours',
                { Name: hours.name },
                { IsActive: true, IsDefault: hours.isDefault, TimeZoneSidKey: hours.timeZone, ...times }
            );
            for (const holiday of hours.holidays) {
                const date = ApexDate.parseIso(holiday.date);
                if (date === null) {
                    throw new ToolError('WorldError', `Holiday ${holiday.name} has no date: ${holiday.date}`);
                }
                this.rows.ensure(
                    'Holiday',
                    { Name: holiday.name, ActivityDate: date, Description: holidayMark(id) },
                    { IsAllDay: true, IsRecurrence: false }
                );
            }
        }
    }

    /** Rows that mirror metadata: Apex classes, static resources, notification types, custom permissions. */
    private loadMetadataRows(): void {
        const { program, tree, schema } = this.sources;
        this.mirror(
            'ApexClass',
            'Name',
            (program?.classes ?? [])
                .filter(({ name }) => !name.includes('.'))
                .map((meta) => [
                    meta.name,
                    {
                        ApiVersion: new ApexDouble(meta.apiVersion),
                        Status: 'Active',
                        IsValid: true,
                        Body: meta.source,
                        LengthWithoutComments: meta.source.length
                    }
                ])
        );
        this.mirror(
            'StaticResource',
            'Name',
            [...tree.staticResources.values()].map(({ name, path, contentType }) => {
                const bytes = readFileSync(path);
                return [
                    name,
                    { ContentType: contentType, Body: new Blob(new Uint8Array(bytes)), BodyLength: bytes.length }
                ];
            })
        );
        this.mirror(
            'CustomNotificationType',
            'DeveloperName',
            tree.notificationTypes.map((type) => [
                type.developerName,
                {
                    MasterLabel: type.label,
                    CustomNotifTypeName: type.label,
                    Desktop: true,
                    Mobile: true,
                    Language: 'en_US'
                }
            ])
        );
        this.mirror(
            'CustomPermission',
            'DeveloperName',
            [...schema.customPermissions].map((name) => [
                name,
                { MasterLabel: schema.customPermissionLabels.get(name) ?? name, Language: 'en_US' }
            ])
        );
    }

    /** Makes the rows of an object those of the metadata. */
    private mirror(
        object: string,
        key: string,
        rows: readonly (readonly [name: string, values: Readonly<Record<string, Value>>])[]
    ): void {
        this.rows.prune(
            object,
            new Set(rows.map(([name, values]) => this.rows.ensure(object, { [key]: name }, values)))
        );
    }
}

/** A holiday belongs to business hours on the platform by a link that no object shows; here its description holds it. */
function holidayMark(businessHoursId: string): string {
    return `BusinessHours:${businessHoursId}`;
}

/** @throws ToolError when the world names something that is not there */
export function loadWorld(sources: WorldSources): LoadedWorld {
    return new WorldLoader(sources).load();
}

/** What `loadWorld` found, as a note in the data file. */
export function textOfLoadedWorld(world: LoadedWorld): string {
    return JSON.stringify({ ...world, users: [...world.users] });
}

export function loadedWorldOf(text: string): LoadedWorld {
    const world = JSON.parse(text) as Omit<LoadedWorld, 'users'> & { users: [string, string][] };
    return { ...world, users: new Map(world.users) };
}
