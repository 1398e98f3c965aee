import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateDemoData } from '../generate.ts';
import { assertQuotas, passCount, QUOTAS, sum, type Profile } from '../quotas.ts';
import { allocate, seededRandom } from '../../shared/random.ts';
import { isApexStep, type DemoData, type DemoRecord, type RecordStep } from '../records.ts';

const AS_OF = Date.parse('2026-11-23T14:30:00Z');
const HOLIDAYS = new Set(['2026-05-25', '2026-07-03', '2026-09-07', '2026-11-26', '2026-11-27', '2025-12-25']);
const DAY = 86_400_000;
const TWIN_OF: Readonly<Record<Profile, string>> = { mini: 'lead:40', small: 'lead:300' };
const PROFILES: readonly Profile[] = ['mini', 'small'];

/** What is created, without the changes afterwards. */
function created(data: DemoData): readonly RecordStep[] {
    return data.steps.flatMap((step) => (isApexStep(step) || step.isUpdate ? [] : [step]));
}

/** Everything that a data set says, Apex included, in a form that can be compared. */
function contentOf(data: DemoData): unknown {
    return data.steps.map((step) => (isApexStep(step) ? step.apex((key) => key) : step));
}

const instantOf = (record: DemoRecord, field: string): number => {
    const value = record.fields[field];
    return typeof value === 'string' ? Date.parse(value) : Number.NaN;
};

function recordsOf(profile: Profile, object: string): readonly DemoRecord[] {
    const data = generateDemoData({ profile, asOf: AS_OF, holidays: HOLIDAYS });
    return (
        created(data)
            .filter((step) => step.object === object)
            .flatMap((step) => step.records)
            // The second record of one person is merged away at the end.
            .filter((record) => record.key !== TWIN_OF[profile] && record.references['Lead__c'] !== TWIN_OF[profile])
    );
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
            const {
                white_paper: papers = 0,
                download = 0,
                ...types
            } = countBy(recordsOf(profile, 'Engagement__c'), 'Type__c');
            assert.deepEqual({ ...types, download: download + papers }, quotas.touches);
            assert.equal(papers, 1);
        });

        it(`of ${profile} is the same every time`, () => {
            const options = { profile, asOf: AS_OF, holidays: HOLIDAYS };
            assert.deepEqual(contentOf(generateDemoData(options)), contentOf(generateDemoData(options)));
        });

        it(`of ${profile} lies before the clock and names only records that are there`, () => {
            const data = generateDemoData({ profile, asOf: AS_OF, holidays: HOLIDAYS });
            const known = new Set<string>();
            for (const record of created(data).flatMap((step) => step.records)) {
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

describe('the funnel of small', () => {
    const passes = recordsOf('small', 'Handoff__c');
    const has = (field: string) => (pass: DemoRecord) => Number.isFinite(instantOf(pass, field));
    const olderThan = (field: string, days: number) => (pass: DemoRecord) =>
        AS_OF - instantOf(pass, field) > days * DAY;

    it('has 150 passes older than 60 days, 48 of them qualified, and 4 of the 30 younger ones', () => {
        const mature = passes.filter(olderThan('MQL_At__c', 60));
        const young = passes.filter((pass) => !mature.includes(pass));
        assert.deepEqual([mature.length, mature.filter(has('SQL_At__c')).length], [150, 48]);
        assert.deepEqual([young.length, young.filter(has('SQL_At__c')).length], [30, 4]);
    });

    it('has 46 qualifications older than 45 days, 23 of them converted, and 1 of the 6 younger ones', () => {
        const qualified = passes.filter(has('SQL_At__c'));
        const mature = qualified.filter(olderThan('SQL_At__c', 45));
        const young = qualified.filter((pass) => !mature.includes(pass));
        assert.deepEqual([mature.length, mature.filter(has('Opportunity_At__c')).length], [46, 23]);
        assert.deepEqual([young.length, young.filter(has('Opportunity_At__c')).length], [6, 1]);
    });

    it('has 50 opportunities, 13 won and 24 lost, 24 of them from passes', () => {
        const stages = countBy(recordsOf('small', 'Opportunity'), 'StageName');
        const converted = passes.filter((pass) => pass.fields['Stage__c'] === 'OPP');
        assert.equal(recordsOf('small', 'Opportunity').length, 50);
        // One of the open ones begins as lost and is taken up again.
        assert.deepEqual([stages['Closed Won'], stages['Closed Lost']], [13, 25]);
        assert.equal(converted.length, 24);
    });

    it('has 9 idle acceptances and 7 whose first contact is not due yet', () => {
        const accepted = passes.filter((pass) => pass.fields['Decision__c'] === 'Accepted');
        const lately = accepted.filter((pass) => !olderThan('SAL_At__c', 4)(pass));
        assert.equal(accepted.filter((pass) => pass.fields['Idle_Reclaimed__c'] === true).length, 9);
        assert.deepEqual([lately.length, lately.filter(has('First_Activity_At__c')).length], [7, 0]);
    });
});

describe('the stories of small', () => {
    const passes = recordsOf('small', 'Handoff__c');

    it('let a person come back after a year and be won', () => {
        const back = passes.filter((pass) => {
            const first = passes.find((candidate) => candidate.key === pass.references['Previous_Handoff__c']);
            return (
                first?.fields['Rejection_Reason__c'] === 'TOO_EARLY' &&
                instantOf(pass, 'Handed_Off_At__c') - instantOf(first, 'Decided_At__c') > 365 * DAY &&
                pass.fields['Stage__c'] === 'OPP'
            );
        });
        assert.equal(back.length, 1);
    });

    it('have five acceptances within a minute without an opened brief', () => {
        const unseen = passes.filter(
            (pass) => pass.fields['Decision__c'] === 'Accepted' && pass.fields['Brief_Opened_At__c'] === null
        );
        const instants = unseen.map((pass) => instantOf(pass, 'Decided_At__c')).sort();
        assert.equal(unseen.length, 5);
        assert.ok(instants.at(-1)! - instants[0]! <= 60_000);
        assert.equal(new Set(unseen.map((pass) => pass.references['Decided_By__c'])).size, 1);
    });

    it('have a person qualified on the last evening of a month in New York', () => {
        assert.equal(passes.filter((pass) => pass.fields['MQL_At__c'] === '2026-10-01T03:30:00.000Z').length, 1);
    });

    it('have a hand-off in Chicago on the Friday before the clocks change', () => {
        assert.equal(passes.filter((pass) => pass.fields['Handed_Off_At__c'] === '2026-10-30T20:00:00.000Z').length, 1);
    });
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
