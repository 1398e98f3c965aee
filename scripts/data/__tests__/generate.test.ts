import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateDemoData } from '../generate.ts';
import { assertQuotas, passCount, QUOTAS, sum, type Profile } from '../quotas.ts';
import { allocate, seededRandom } from '../random.ts';
import type { DemoRecord } from '../records.ts';

const AS_OF = Date.parse('2026-11-23T14:30:00Z');
const HOLIDAYS = new Set(['2026-05-25', '2026-07-03', '2026-09-07', '2026-11-26', '2026-11-27', '2025-12-25']);
const PROFILES: readonly Profile[] = ['mini', 'small'];

function recordsOf(profile: Profile, object: string): readonly DemoRecord[] {
    const data = generateDemoData({ profile, asOf: AS_OF, holidays: HOLIDAYS });
    return data.steps.filter((step) => step.object === object).flatMap((step) => step.records);
}

function countBy(records: readonly DemoRecord[], field: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const record of records) {
        const value = String(record.fields[field]);
        counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
}

describe('quotas', () => {
    it('add up as the demo recipe says', () => {
        const small = QUOTAS.small;
        assertQuotas(small);
        const of = (key: 'accepted' | 'rejected' | 'expired' | 'pending' | 'onTime' | 'late'): number =>
            sum(small.periods.map((period) => period[key]));
        assert.equal(small.leadsWithPass + small.inquiries + small.disqualified + small.excluded, 300);
        assert.deepEqual([of('accepted'), of('rejected'), of('expired'), of('pending')], [132, 33, 9, 6]);
        assert.equal(passCount(small), 180);
        assert.deepEqual([of('onTime'), of('late'), of('onTime') + of('late') + of('expired')], [143, 22, 174]);
        assert.equal(sum(Object.values(small.reasons)), 33);
        assert.equal(sum(Object.values(small.touches)), 4000);
    });

    it('that contradict each other are refused', () => {
        const broken = { ...QUOTAS.mini, reasons: { TOO_EARLY: 1 } };
        assert.throws(() => assertQuotas(broken), /reasons do not add up/);
    });
});

describe('generated data', () => {
    for (const profile of PROFILES) {
        it(`of ${profile} holds exactly what the quotas say`, () => {
            const quotas = QUOTAS[profile];
            const passes = recordsOf(profile, 'Handoff__c');
            assert.equal(passes.length, passCount(quotas));
            assert.equal(new Set(passes.map((pass) => pass.references['Lead__c'])).size, quotas.leadsWithPass);
            assert.deepEqual(
                countBy(
                    passes.filter((pass) => pass.fields['Decision__c'] === 'Rejected'),
                    'Rejection_Reason__c'
                ),
                quotas.reasons
            );
            assert.deepEqual(countBy(recordsOf(profile, 'Engagement__c'), 'Type__c'), quotas.touches);
        });

        it(`of ${profile} is the same every time`, () => {
            const options = { profile, asOf: AS_OF, holidays: HOLIDAYS };
            assert.deepEqual(generateDemoData(options), generateDemoData(options));
        });

        it(`of ${profile} lies before the clock and names only records that are there`, () => {
            const data = generateDemoData({ profile, asOf: AS_OF, holidays: HOLIDAYS });
            const known = new Set<string>();
            for (const record of data.steps.flatMap((step) => step.records)) {
                for (const [field, key] of Object.entries(record.references)) {
                    assert.ok(
                        known.has(key) || /^(user|group):/.test(key),
                        `${record.key}.${field} names ${key} before it is there`
                    );
                }
                known.add(record.key);
            }
            for (const pass of recordsOf(profile, 'Handoff__c')) {
                for (const field of [
                    'MQL_At__c',
                    'Handed_Off_At__c',
                    'Decided_At__c',
                    'SAL_At__c',
                    'SQL_At__c',
                    'Closed_At__c'
                ]) {
                    const at = pass.fields[field];
                    assert.ok(typeof at !== 'string' || Date.parse(at) <= AS_OF, `${pass.key}.${field} is ${at}`);
                }
            }
        });

        it(`of ${profile} has one person with 220 touches and nobody without any`, () => {
            const perLead = countBy(
                recordsOf(profile, 'Engagement__c').map((touch) => ({
                    ...touch,
                    fields: { lead: touch.references['Lead__c']! }
                })),
                'lead'
            );
            const counts = Object.values(perLead);
            assert.equal(Math.max(...counts), QUOTAS[profile].busiestLead);
            assert.equal(counts.length, recordsOf(profile, 'Lead').length);
        });
    }
});

describe('allocate', () => {
    it('gives whole shares that add up exactly', () => {
        assert.deepEqual(allocate(10, [1, 1, 1]), [4, 3, 3]);
        assert.deepEqual(allocate(10, [0, 0, 1], 2), [2, 2, 6]);
    });
});

describe('seededRandom', () => {
    it('repeats its numbers for the same seed and not for another', () => {
        const numbers = (seed: number): number[] => {
            const random = seededRandom(seed);
            return Array.from({ length: 5 }, () => random.next());
        };
        assert.deepEqual(numbers(1), numbers(1));
        assert.notDeepEqual(numbers(1), numbers(2));
    });
});
