import type { Org } from '../org/engine/org.ts';
import { openPackageOrg, larger, PRINT_USED, run, sharesIn, sharesOf, userOf, type Shares } from './consumption.ts';
import type { Benchmark } from './table.ts';

const HANDED_OVER = 10_000;
const OPEN = 100_000;
const PORTION = 200;
const LOAD_PORTION = 1_000;
const MINUTE = 60_000;
const TOUCHES_OF_ACCOUNT = 20_000;
const PEOPLE_OF_ACCOUNT = 40;
const OVERRIDE = 'The whole congress asked for a visit at the booth.';

/**
 * What a hand-over of 10,000 people and a sweep beside 100,000 open hand-offs use of the platform's limits per
 * transaction, at the limits of a click, which are the tighter ones.
 */
export const scale: Benchmark = {
    name: 'scale',
    run(say) {
        const org = openPackageOrg();
        try {
            say(`${HANDED_OVER} people handed to sales, ${PORTION} per transaction`);
            const handOver = handOverAll(org);
            const smallSweep = sweep(org);
            say(`${TOUCHES_OF_ACCOUNT} touches of one account`);
            const history = accountHistory(org);
            say(`${OPEN} open hand-offs`);
            loadOpen(org, OPEN - HANDED_OVER);
            const largeSweep = sweep(org);
            say('A sweep when 10,000 clocks are due');
            org.clock.set(org.clock.now() + 39 * 60 * MINUTE);
            const dueSweep = sweep(org);
            return Promise.resolve([
                ...sharesOf(`hand-over of ${PORTION}, the most of ${HANDED_OVER / PORTION} transactions`, handOver),
                { name: 'sweep with nothing due, 10,000 open', value: smallSweep.milliseconds, unit: 'ms' },
                { name: 'sweep with nothing due, 100,000 open', value: largeSweep.milliseconds, unit: 'ms' },
                { name: 'query rows of it, of 50,000', value: largeSweep.shares.get('QueryRows') ?? 0, unit: '%' },
                ...sharesOf('sweep with thousands due', dueSweep.shares),
                { name: 'hand-offs that it dealt with', value: dueSweep.done, unit: '' },
                {
                    name: `first page of the history of an account with ${TOUCHES_OF_ACCOUNT} touches`,
                    value: history.milliseconds,
                    unit: 'ms'
                },
                ...sharesOf('that page', history.shares)
            ]);
        } finally {
            org.close();
        }
    }
};

function handOverAll(org: Org): Shares {
    const loader = userOf(org, 'admin');
    const marketer = userOf(org, 'mara');
    let most: Shares = new Map();
    for (let start = 0; start < HANDED_OVER; start += PORTION) {
        run(
            org,
            loader,
            `List<Lead> people = new List<Lead>();
            for (Integer index = 0; index < ${PORTION}; index++) {
                people.add(new Lead(LastName = 'Scale ${start} ' + index, Company = 'Scale Hospital', Country = 'US',
                    State = 'NY', Is_Hand_Raise__c = true, Fit_Score__c = 80, Email = 's${start}.' + index + '@scale.example'));
            }
            insert as system people;`
        );
        const log = run(
            org,
            marketer,
            `Set<Id> ids = new Map<Id, Lead>([SELECT Id FROM Lead WHERE LastName LIKE 'Scale ${start} %']).keySet();
            Integer failed = 0;
            String why = '';
            for (ActionOutcome outcome : HandoffService.handOver(ids, '${OVERRIDE}').values()) {
                failed += outcome.isOk ? 0 : 1;
                why = outcome.isOk ? why : outcome.message;
            }
            System.debug('FAILED ' + failed + ' ' + why);
            ${PRINT_USED}`
        );
        expectNone(log);
        most = larger(most, sharesIn(log));
    }
    return most;
}

/** The first page of the timeline of an institution whose people did very much. */
function accountHistory(org: Org): { milliseconds: number; shares: Shares } {
    const admin = userOf(org, 'admin');
    run(
        org,
        admin,
        `Account hospital = new Account(Name = 'Busy Hospital');
        insert as system hospital;
        List<Lead> people = new List<Lead>();
        for (Integer index = 0; index < ${PEOPLE_OF_ACCOUNT}; index++) {
            people.add(new Lead(LastName = 'Busy ' + index, Company = 'Busy Hospital', Institution__c = hospital.Id));
        }
        insert as system people;`
    );
    for (let start = 0; start < TOUCHES_OF_ACCOUNT; start += LOAD_PORTION) {
        run(
            org,
            admin,
            `List<Lead> people = [SELECT Id FROM Lead WHERE LastName LIKE 'Busy %'];
            List<Engagement__c> rows = new List<Engagement__c>();
            Datetime latest = Datetime.newInstance(${org.clock.now()}L);
            for (Integer index = ${start}; index < ${start + LOAD_PORTION}; index++) {
                rows.add(new Engagement__c(Lead__c = people[Math.mod(index, ${PEOPLE_OF_ACCOUNT})].Id,
                    Type__c = 'page_visit', Occurred_At__c = latest.addMinutes(-7 * index)));
            }
            insert as system rows;`
        );
    }
    const text = `Id accountId = [SELECT Id FROM Account WHERE Name = 'Busy Hospital'].Id;
        TimelinePage page = new TimelineBuilder(accountId, null).build(null);
        System.debug('FOUND ' + page.total);
        ${PRINT_USED}`;
    run(org, admin, text);
    const started = performance.now();
    const log = run(org, admin, text);
    const milliseconds = performance.now() - started;
    const found = Number(/FOUND (\d+)/.exec(log)?.[1] ?? 0);
    if (found !== TOUCHES_OF_ACCOUNT) {
        throw new Error(`The history has ${found} of ${TOUCHES_OF_ACCOUNT} touches`);
    }
    return { milliseconds, shares: sharesIn(log) };
}

/** Open hand-offs as a load brings them, most of them due far ahead. */
function loadOpen(org: Org, count: number): void {
    const loader = userOf(org, 'loader');
    const rep = userOf(org, 'priya');
    for (let start = 0; start < count; start += LOAD_PORTION) {
        run(
            org,
            loader,
            `List<Handoff__c> rows = new List<Handoff__c>();
            Datetime handedOff = Datetime.newInstance(${org.clock.now()}L);
            for (Integer index = 0; index < ${LOAD_PORTION}; index++) {
                rows.add(new Handoff__c(OwnerId = '${rep}', Priority__c = 'P2', Stage__c = 'MQL', Status__c = 'Open',
                    MQL_At__c = handedOff, Handed_Off_At__c = handedOff, Routing_Rule__c = 'US_Northeast'));
            }
            insert as system rows;`
        );
    }
}

function sweep(org: Org): { milliseconds: number; shares: Shares; done: number } {
    const admin = userOf(org, 'admin');
    const started = performance.now();
    const log = run(org, admin, `System.debug('DONE ' + HandoffSweepService.run());\n${PRINT_USED}`);
    const milliseconds = performance.now() - started;
    return { milliseconds, shares: sharesIn(log), done: Number(/DONE (\d+)/.exec(log)?.[1] ?? 0) };
}

function expectNone(log: string): void {
    const failed = /FAILED (\d+) (.*)/.exec(log);
    if (failed?.[1] !== '0') {
        throw new Error(`${failed?.[1] ?? 'Some'} were not handed over: ${failed?.[2] ?? log}`);
    }
}
