import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { largeCounts } from '../counts.ts';
import { largeProfile, type LargeRow } from '../stream.ts';

const AS_OF = Date.UTC(2026, 5, 1, 14);
const SHARE = 0.02;

/** Percent with one decimal. */
const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;
const near = (actual: number, expected: number): void =>
    assert.ok(Math.abs(actual - expected) <= 0.5, `${actual} is not within half a point of ${expected}`);

describe('the large profile', () => {
    const passes: LargeRow[] = [];
    const perLead = new Map<number, number>();
    const numbers = new Map<string, number>();
    const fates = new Map<string, number>();
    for (const row of largeProfile(SHARE, AS_OF)) {
        assert.equal(row.number, numbers.get(row.object) ?? 0, `${row.object} is numbered without a gap`);
        numbers.set(row.object, row.number + 1);
        for (const [object, number] of Object.values(row.references)) {
            const isLater = object === 'Opportunity' || object === 'User';
            assert.ok(isLater || number < (numbers.get(object) ?? 0), `${row.object} names a later ${object}`);
        }
        if (row.object === 'Handoff__c') passes.push(row);
        if (row.object === 'Opportunity') {
            const stage = String(row.fields['StageName']);
            fates.set(stage, (fates.get(stage) ?? 0) + 1);
        }
        if (row.object === 'Engagement__c') {
            const lead = row.references['Lead__c']![1];
            perLead.set(lead, (perLead.get(lead) ?? 0) + 1);
        }
    }
    const where = (name: string, value: unknown): number => passes.filter((pass) => pass.fields[name] === value).length;
    const having = (name: string): number => passes.filter((pass) => pass.fields[name] !== undefined).length;

    it('holds its share of the whole, exactly', () => {
        assert.deepEqual(Object.fromEntries(numbers), {
            Account: 50,
            Campaign: 8,
            Lead: 2_000,
            Handoff__c: 1_200,
            Opportunity: 352,
            Engagement__c: 40_000
        });
        const whole = largeCounts(1);
        assert.deepEqual(
            [whole.leads, whole.passes, whole.touches, whole.converted + whole.otherOpportunities],
            [100_000, 60_000, 2_000_000, 17_600]
        );
    });

    it('has the rates of the small profile within half a point', () => {
        const accepted = where('Decision__c', 'Accepted');
        const rejected = where('Decision__c', 'Rejected');
        const expired = where('Status__c', 'Expired');
        const due = accepted + rejected + expired;

        near(percent(accepted, due), 75.9);
        near(percent(accepted, accepted + rejected), 80.0);
        near(percent(expired, due), 5.2);
        near(percent(where('Outcome__c', 'MET'), due), 82.2);
        near(percent(having('SQL_At__c'), passes.length), 32.0);
        near(percent(having('Opportunity_At__c'), having('SQL_At__c')), 50.0);
        assert.equal(having('SQL_At__c'), 384);
        assert.equal(having('Opportunity_At__c'), 192);
        assert.equal(fates.get('Closed Won'), 56 + 31 + 6, 'Marketing, sales, partners');
    });

    it('gives people touches with a heavy tail', () => {
        const sorted = [...perLead.values()].sort((left, right) => left - right);

        assert.equal(perLead.size, 2_000, 'Everybody has one at least');
        assert.equal(sorted.at(-1), 2_500);
        const middle = sorted[1_000] as number;
        assert.ok(middle >= 9 && middle <= 14, `The median is ${middle}`);
        const rare = sorted[1_980] as number;
        assert.ok(rare >= 85 && rare <= 150, `One in a hundred has more than ${rare}`);
    });

    it('is the same every time', () => {
        const first = (): LargeRow[] => [...largeProfile(0.001, AS_OF)].slice(-3);
        assert.throws(() => [...largeProfile(0, AS_OF)], /above 0/);
        assert.deepEqual(first(), first());
    });
});
