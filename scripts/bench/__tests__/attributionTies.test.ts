/** Credit adds up to the revenue, whatever happened: random opportunities through the engine, by every model, at every level. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openOrg, type Org } from '../../org/engine/org.ts';
import { packageDirectories } from '../../shared/sourceFiles.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const SEED = 20260101;

let org: Org;
before(() => {
    org = openOrg({
        sourceDirs: packageDirectories(ROOT).map((directory) => resolve(ROOT, directory)),
        worldFile: resolve(ROOT, 'config/local-org.json'),
        dataFile: ':memory:'
    });
});
after(() => org.close());

/**
 * Splits random opportunities by every active model. Amounts are positive, negative or nothing; instants repeat; moments
 * lie before, between and after the touches or are unknown.
 *
 * @param seed    start of the random numbers
 * @param deals   opportunities
 * @param touches how many touches each has at least and at most
 */
function ties(seed: number, deals: number, touches: readonly [least: number, most: number]): string {
    return `
Long state = ${seed};
List<String> types = new List<String>(EngagementService.creditedTypes().keySet());
types.sort();
List<String> levels = new List<String>{ 'campaign', 'program', 'channel', 'region' };
Map<String, Map<String, Long>> sums = new Map<String, Map<String, Long>>();
Long won = 0;
Datetime start = Datetime.newInstanceGmt(2025, 1, 1, 0, 0, 0);
for (Integer deal = 0; deal < ${deals}; deal++) {
    List<Long> drawn = new List<Long>();
    for (Integer draw = 0; draw < 6; draw++) {
        state = Math.mod(state * 48271, 2147483647L);
        drawn.add(state);
    }
    Long kind = Math.mod(drawn[0], 10L);
    Long units = kind == 0 ? 0 : kind == 1 ? -Math.mod(drawn[1], 100000000L) : Math.mod(drawn[1], 1000000000L);
    Integer count = ${touches[0]} + Math.mod(drawn[2], ${touches[1] - touches[0] + 1}L).intValue();
    AttributionPath.Moments moments = new AttributionPath.Moments();
    moments.inquiryAt = Math.mod(drawn[3], 5L) == 0 ? null : start.addHours(Math.mod(drawn[3], 9000L).intValue());
    moments.opportunityAt = start.addHours(Math.mod(drawn[4], 12000L).intValue());
    moments.closedAt = start.addHours(12000);
    String region = 'Region ' + Math.mod(drawn[5], 4L);
    List<Engagement__c> path = new List<Engagement__c>();
    for (Integer index = 0; index < count; index++) {
        state = Math.mod(state * 48271, 2147483647L);
        path.add(new Engagement__c(
            Id = 'a00' + String.valueOf(100000000000L + deal * 1000L + index),
            Type__c = types[Math.mod(state, Long.valueOf('' + types.size())).intValue()],
            Occurred_At__c = start.addHours(Math.mod(state / 7, 1200L).intValue() * 10),
            Asset__c = String.valueOf(Math.mod(state / 11, 12L))
        ));
    }
    won += units;
    for (Attribution_Model__mdt model : AttributionModels.active()) {
        Long given = 0;
        for (CreditSplit.Part part : new CreditSplit(model, path, moments, units).parts) {
            given += part.units;
            String campaign = part.touch == null ? 'untouched' : part.touch.Asset__c;
            List<String> keys = new List<String>{
                campaign,
                campaign.left(1),
                part.touch == null ? 'untouched' : part.touch.Type__c,
                region
            };
            for (Integer level = 0; level < 4; level++) {
                String name = model.DeveloperName + levels[level];
                if (!sums.containsKey(name)) {
                    sums.put(name, new Map<String, Long>());
                }
                sums.get(name).put(keys[level], (sums.get(name).get(keys[level]) ?? 0) + part.units);
            }
            if ((units >= 0 && part.units < 0) || (units <= 0 && part.units > 0) || part.weight < 0) {
                throw new IllegalArgumentException(model.DeveloperName + ' gives the wrong sign in deal ' + deal);
            }
        }
        if (given != units) {
            throw new IllegalArgumentException(model.DeveloperName + ' gives ' + given + ' of ' + units);
        }
    }
}
for (String name : sums.keySet()) {
    Long total = 0;
    for (Long part : sums.get(name).values()) {
        total += part;
    }
    if (total != won) {
        throw new IllegalArgumentException(name + ' makes ' + total + ' of ' + won);
    }
}
if (sums.size() != 36) {
    throw new IllegalArgumentException('Nine models at four levels, not ' + sums.size());
}`;
}

function run(chunks: number, deals: number, touches: readonly [number, number]): void {
    const userId = org.users.get('admin')!;
    for (let chunk = 0; chunk < chunks; chunk++) {
        const result = org.executeAnonymous(userId, ties(SEED + chunk * 7919, deals, touches));
        assert.equal(result.compileProblem ?? result.exceptionMessage ?? null, null, `chunk ${chunk}`);
    }
}

describe('credit of nine models', () => {
    it('ties to the revenue of 1,000 opportunities with 50 touches at every level', () => {
        run(100, 10, [50, 50]);
    });

    it('ties to the revenue in 10,000 random cases', () => {
        run(50, 200, [0, 6]);
    });
});
