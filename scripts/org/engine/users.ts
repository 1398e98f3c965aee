/** Makes the running user of a transaction from rows. */
import type { RunningUser } from '../runtime/transaction.ts';
import type { Schema } from '../schema/model.ts';
import { accessOf } from '../security/access.ts';
import type { Store } from '../store/store.ts';
import type { Value } from '../runtime/program.ts';

/** @throws Error when there is no user with that id */
export function loadRunningUser(schema: Schema, store: Store, userId: string): RunningUser {
    const def = schema.object('User');
    const row = def && store.row(def, userId);
    if (!row) {
        throw new Error(`There is no user with the id ${userId}`);
    }
    const column = (name: string): Value => row.fields.get(name) ?? null;
    const name = [column('FirstName'), column('LastName')].filter((part) => part !== null).join(' ');
    return {
        id: row.id as string,
        name,
        userName: column('Username') ?? '',
        email: column('Email') ?? '',
        profileId: column('ProfileId'),
        roleId: column('UserRoleId'),
        timeZone: column('TimeZoneSidKey') ?? 'GMT',
        locale: column('LocaleSidKey') ?? 'en_US',
        language: column('LanguageLocaleKey') ?? 'en_US',
        access: accessOf(schema, store, row.id as string)
    };
}
