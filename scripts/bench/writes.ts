import { rowsOf } from '../e2e/pages.ts';
import { insertAll, timed, withApp } from './package.ts';
import type { Benchmark } from './table.ts';

const LEADS = 10_000;
const PASSES = 2_000;
const HOUR = 3_600_000;

/** Writes through the REST API: leads (which have no trigger of the package) and hand-offs (which have). */
export const writes: Benchmark = {
    name: 'writes',
    run: (say) =>
        withApp(async (app) => {
            const leads = Array.from({ length: LEADS }, (_, index) => ({
                LastName: `Bench ${index}`,
                Company: 'Bench Hospital',
                Country: 'US',
                State: 'NY',
                Fit_Score__c: 70,
                Description: 'demo'
            }));
            say(`${LEADS} leads`);
            const [leadTime, ids] = await timed(() => insertAll(app, 'Lead', leads));
            const [rep] = await rowsOf<{ Id: string }>(
                app,
                "SELECT Id FROM User WHERE Username = 'priya@farrowmere.example'"
            );
            const handedOff = new Date(app.org.clock.now() - HOUR).toISOString();
            const passes = ids.slice(0, PASSES).map((id) => ({
                Lead__c: id,
                OwnerId: rep?.Id,
                Priority__c: 'P2',
                Stage__c: 'MQL',
                Status__c: 'Open',
                MQL_At__c: handedOff,
                Handed_Off_At__c: handedOff,
                Routing_Rule__c: 'US_Northeast'
            }));
            say(`${PASSES} hand-offs with clock, interval and log`);
            const [passTime] = await timed(() => insertAll(app, 'Handoff__c', passes));
            return [
                {
                    name: `${LEADS} leads inserted (Lead has no trigger in the package)`,
                    value: leadTime / 1000,
                    unit: 's'
                },
                { name: `${PASSES} hand-offs inserted through their trigger`, value: passTime / 1000, unit: 's' },
                { name: 'a hand-off through its trigger', value: passTime / PASSES, unit: 'ms' }
            ];
        })
};
