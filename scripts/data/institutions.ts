/** Institutions (accounts): parents, hospitals, group practices, ambulatory centres; beds log-normal, one with exactly 500. */
import { institutionNames, INSTITUTION_KINDS, TERRITORIES, type Territory } from './names.ts';
import type { Quotas } from './quotas.ts';
import type { Random } from '../shared/random.ts';
import type { DemoRecord } from './records.ts';

export interface Institution {
    readonly record: DemoRecord;
    readonly key: string;
    readonly name: string;
    readonly territory: Territory;
    readonly state: string;
    readonly tier: string | null;
}

const MEDIAN_BEDS = 280;
const BEDS_SIGMA = 0.6;
const FEATURED_NAME = 'Fallowbrook Regional Hospital';

export function makeInstitutions(random: Random, quotas: Quotas): Institution[] {
    const nameOf = institutionNames(random);
    const others = quotas.institutions - quotas.hospitals;
    const parents = Math.round(others * 0.23);
    const groups = Math.round(others * 0.46);
    const kinds = [
        ...Array<string>(quotas.hospitals).fill('hospital'),
        ...Array<string>(parents).fill('idn'),
        ...Array<string>(groups).fill('group'),
        ...Array<string>(others - parents - groups).fill('ambulatory')
    ];
    const tiers = [
        'Tier 1',
        'Tier 1',
        'Tier 1',
        'Tier 1',
        'Tier 1',
        ...Array<string>(7).fill('Tier 2'),
        ...Array<string>(6).fill('Tier 3')
    ];
    return kinds.map((kindName, index) => {
        const kind = INSTITUTION_KINDS[kindName]!;
        const territory = index === 0 ? TERRITORIES[0]! : TERRITORIES[index % TERRITORIES.length]!;
        const name = index === 0 ? FEATURED_NAME : nameOf(kind);
        const state = territory.states[index % territory.states.length]!;
        const tier = tiers[index] ?? null;
        const key = `account:${index}`;
        return {
            key,
            name,
            territory,
            state,
            tier,
            record: {
                key,
                object: 'Account',
                fields: {
                    Name: name,
                    Institution_Type__c: kind.type,
                    Bed_Count__c: kindName === 'hospital' ? (index === 0 ? 500 : beds(random)) : null,
                    Target_Tier__c: tier,
                    BillingState: state,
                    BillingCountry: territory.country,
                    Description: 'demo'
                },
                references: { OwnerId: `user:${random.pick(territory.reps)}` }
            }
        };
    });
}

function beds(random: Random): number {
    return Math.min(1100, Math.max(60, Math.round(MEDIAN_BEDS * Math.exp(BEDS_SIGMA * random.normal()))));
}
