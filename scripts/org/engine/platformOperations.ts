/** Language constructs whose values belong to the platform library, joined to it. */
import { insertRecords } from '../dml/save.ts';
import { customRecord } from '../lib/customRecords.ts';
import { FieldSetToken, describeOf, fieldDescribeOf, fieldTokenOf, sobjectTypeOf } from '../lib/describeTokens.ts';
import { services } from '../lib/services.ts';
import { typeValueOf } from '../lib/type.ts';
import type { PlatformOperations } from '../runtime/runtime.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Schema } from '../schema/model.ts';
import { rowsWhere } from '../store/select.ts';
import { apexException, Unsupported } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';

/** @param currentTransaction transaction of the moment */
export function platformOperations(schema: Schema, currentTransaction: () => Transaction): PlatformOperations {
    return {
        sobjectType: sobjectTypeOf,
        fieldToken: fieldTokenOf,
        describeObject: describeOf,
        describeField: fieldDescribeOf,
        fieldSet(object, name) {
            const set = object.fieldSets.find((one) => one.name.toLowerCase() === name.toLowerCase());
            if (!set) {
                throw new Error(`${object.name} has no field set ${name}`);
            }
            return new FieldSetToken(object, set);
        },
        typeValue: typeValueOf,
        label(name) {
            const lower = name.toLowerCase();
            const label =
                schema.labels.get(lower) ??
                [...schema.labels.values()].find((candidate) => candidate.name.toLowerCase() === lower);
            if (!label) {
                throw new Error(`There is no label ${name}`);
            }
            return label.value;
        },
        page(name) {
            throw new Unsupported(`Page.${name} (Visualforce)`);
        },
        customRecord: (object, method, args) => customRecord(currentTransaction(), object, method, args),
        future(tx, className, method, args) {
            services(tx).jobs.enqueueFuture(tx, className, method, args);
        },
        runAs(tx, user, work) {
            if (!tx.isTest) {
                throw apexException('TypeException', 'System.runAs may only be called from tests');
            }
            // runAs(Version) selects the version of a managed package; there is only one.
            if (!(user instanceof SObject)) {
                work();
                return;
            }
            // A user that is not there yet is inserted on the way.
            if (user.id === null) {
                nameProfile(tx, user);
                const access = { mode: 'system', withSharing: false } as const;
                insertRecords(tx, [user], { allOrNone: true, access, isInternal: true });
            }
            tx.withUser(services(tx).runningUser(tx, user.id as string), work);
        }
    };
}

/** `Profile = new Profile(Name = '...')` in place of the profile's id. */
function nameProfile(tx: Transaction, user: SObject): void {
    const profile = user.fields.get('Profile');
    if (profile instanceof SObject && !user.fields.has('ProfileId')) {
        const [row] = rowsWhere(tx.store, profile.def, { Name: profile.fields.get('Name') ?? null });
        if (row) {
            user.put('ProfileId', row.id);
        }
    }
}
