/** Groups and owners that sharing rules name. */
import type { ObjectDef, Schema, SharingTarget } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import { rowsWhere } from '../store/select.ts';
import type { SObject } from '../values/sobject.ts';

const USER_PREFIX = '005';

/** What the rules of one org name, found once each. */
export class RuleTargets {
    private readonly schema: Schema;
    private readonly store: Store;
    private readonly groups = new Map<string, string | null>();
    private readonly owners = new Map<string, ReadonlySet<string> | null>();

    constructor(schema: Schema, store: Store) {
        this.schema = schema;
        this.store = store;
    }

    /** Id of the group that share rows name; null when there is no such role or group. */
    groupId(target: SharingTarget): string | null {
        return this.known(this.groups, target, () => this.groupRow(target)?.id ?? null);
    }

    /** Ids of the users, or of the queue, whose records a rule shares; null when there is no such role or group. */
    ownerIds(target: SharingTarget): ReadonlySet<string> | null {
        return this.known(this.owners, target, () => {
            const group = this.groupRow(target);
            if (group === undefined) return null;
            // Records of a queue, and not those of its members.
            return target.kind === 'queue' ? new Set([group.id!]) : new Set(this.usersOf(group, new Set()));
        });
    }

    private known<T>(cache: Map<string, T>, target: SharingTarget, find: () => T): T {
        const key = `${target.kind} ${target.name.toLowerCase()}`;
        let found = cache.get(key);
        if (found === undefined) {
            found = find();
            cache.set(key, found);
        }
        return found;
    }

    private groupRow({ kind, name }: SharingTarget): SObject | undefined {
        switch (kind) {
            case 'group':
                return this.rows('Group', { DeveloperName: name, Type: 'Regular' })[0];
            case 'queue':
                return this.rows('Group', { DeveloperName: name, Type: 'Queue' })[0];
            case 'allInternalUsers':
                return this.rows('Group', { Type: 'Organization' })[0];
            default: {
                const [role] = this.rows('UserRole', { DeveloperName: name });
                const type = kind === 'role' ? 'Role' : 'RoleAndSubordinates';
                return role && this.rows('Group', { RelatedId: role.id, Type: type })[0];
            }
        }
    }

    private usersOf(group: SObject, seen: Set<string>): string[] {
        if (seen.has(group.id!)) return [];
        seen.add(group.id!);
        const roleId = group.fields.get('RelatedId') ?? null;
        switch (group.fields.get('Type')) {
            case 'Organization':
                return this.rows('User', {}).map((user) => user.id!);
            case 'Role':
                return this.usersIn(String(roleId));
            case 'RoleAndSubordinates':
                return this.rolesFrom(String(roleId)).flatMap((id) => this.usersIn(id));
            default:
                return this.rows('GroupMember', { GroupId: group.id! }).flatMap((member) => {
                    const id = String(member.fields.get('UserOrGroupId'));
                    if (id.startsWith(USER_PREFIX)) return [id];
                    const inner = this.store.row(this.def('Group'), id);
                    return inner === undefined ? [] : this.usersOf(inner, seen);
                });
        }
    }

    private usersIn(roleId: string): string[] {
        return this.rows('User', { UserRoleId: roleId }).map((user) => user.id!);
    }

    private rolesFrom(roleId: string): string[] {
        const below = this.rows('UserRole', { ParentRoleId: roleId });
        return [roleId, ...below.flatMap((role) => this.rolesFrom(role.id!))];
    }

    private rows(object: string, values: Readonly<Record<string, string | null>>): SObject[] {
        return rowsWhere(this.store, this.def(object), values);
    }

    private def(name: string): ObjectDef {
        const def = this.schema.object(name);
        if (def === undefined) throw new Error(`Object ${name} is missing from the schema`);
        return def;
    }
}
