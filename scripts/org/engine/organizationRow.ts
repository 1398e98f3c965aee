/** What the record of the organization says of its sort and of what everybody may see. */
import type { Schema, SharingModel } from '../schema/model.ts';
import { ApexDatetime } from '../values/temporal.ts';
import type { OrgKind } from './world.ts';

/** A scratch org lives for 30 days at most. */
const TRIAL_MS = 30 * 24 * 60 * 60 * 1000;

/** Values of `Default<Object>Access`. */
const ACCESS: Readonly<Partial<Record<SharingModel, string>>> = {
    Private: 'None',
    Read: 'Read',
    ReadWrite: 'Edit',
    ReadWriteTransfer: 'ReadEditTransfer',
    ControlledByParent: 'ControlledByParent',
    FullAccess: 'All'
};

const OBJECTS = ['Account', 'Contact', 'Opportunity', 'Lead', 'Case'] as const;

/** @param now of the org, in milliseconds since the epoch */
export function kindFields(kind: OrgKind, now: number): Record<string, string | boolean | ApexDatetime | null> {
    return {
        OrganizationType: kind === 'developer' || kind === 'scratch' ? 'Developer Edition' : 'Enterprise Edition',
        IsSandbox: kind === 'sandbox' || kind === 'scratch',
        TrialExpirationDate: kind === 'scratch' ? ApexDatetime.fromEpochMs(now + TRIAL_MS) : null
    };
}

/** Org-wide defaults of the objects that the organization tells of. */
export function accessFields(schema: Schema): Record<string, string | null> {
    return Object.fromEntries(
        OBJECTS.map((name) => {
            const model = schema.object(name)?.sharingModel;
            return [`Default${name}Access`, (model && ACCESS[model]) ?? null];
        })
    );
}
