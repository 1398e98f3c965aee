import type { Org } from '../org/engine/org.ts';
import { openPackageOrg, larger, PRINT_USED, run, sharesIn, sharesOf, userOf, type Shares } from './consumption.ts';
import type { Benchmark } from './table.ts';

const PORTION = 200;
const ROUNDS = 50;
const HOUR = 3_600_000;
const HOURS_BETWEEN = 30;

/**
 * What a load of 10,000 touches uses of the platform's limits per transaction: saving them, two hundred at a time as REST
 * and Bulk do, and the job that scores two hundred people with fifty touches each and hands all of them over.
 */
export const touchLoad: Benchmark = {
    name: 'touches',
    run(say) {
        const org = openPackageOrg();
        try {
            say(`${PORTION * ROUNDS} touches, ${PORTION} per transaction`);
            const saving = saveAll(org, 'admin', 'Load');
            say(`${PORTION} people scored and handed over`);
            // History starts no job, so that all of it is left to the one that is measured.
            saveAll(org, 'loader', 'Score');
            const scoring = score(org, 'Score');
            return Promise.resolve([
                ...sharesOf(`saving ${PORTION} touches, the most of ${ROUNDS} transactions`, saving),
                ...sharesOf(`scoring ${PORTION} people with ${PORTION * ROUNDS} touches, handing them over`, scoring)
            ]);
        } finally {
            org.close();
        }
    }
};

function loadPeople(org: Org, name: string): void {
    run(
        org,
        userOf(org, 'loader'),
        `Account institution = new Account(Name = '${name}', Institution_Type__c = 'Hospital', Bed_Count__c = 500);
        insert as system institution;
        List<Lead> people = new List<Lead>();
        for (Integer index = 0; index < ${PORTION}; index++) {
            people.add(new Lead(LastName = '${name} ' + index, Company = '${name}', Email = '${name}' + index + '@load.example',
                Country = 'US', State = 'NY', Institution__c = institution.Id, Expressed_Interest__c = 'Console',
                Institutional_Role__c = 'Department head', Clinical_Specialty__c = 'Cardiology'));
        }
        insert as system people;`
    );
}

/** Saves the touches of new people; gives the most that one save used. */
function saveAll(org: Org, alias: string, name: string): Shares {
    loadPeople(org, name);
    const user = userOf(org, alias);
    let most: Shares = new Map();
    for (let round = 0; round < ROUNDS; round++) {
        const at = org.clock.now() - HOUR - round * HOURS_BETWEEN * HOUR;
        const log = run(
            org,
            user,
            `List<Lead> people = [SELECT Id FROM Lead WHERE LastName LIKE '${name} %' ORDER BY LastName];
            List<String> codes = new List<String>{ 'page_visit', 'email_click', 'white_paper', 'email_open', 'webinar_attended' };
            List<Engagement__c> touches = new List<Engagement__c>();
            for (Integer index = 0; index < ${PORTION}; index++) {
                touches.add(new Engagement__c(External_Key__c = '${name}:${round}:' + index, Lead__c = people[index].Id,
                    Type__c = codes[Math.mod(index + ${round}, 5)], Occurred_At__c = Datetime.newInstance(${at}L),
                    Source_System__c = 'load'));
            }
            insert as system touches;
            ${PRINT_USED}`
        );
        most = larger(most, sharesIn(log));
    }
    return most;
}

function score(org: Org, name: string): Shares {
    return sharesIn(
        run(
            org,
            userOf(org, 'admin'),
            `ScoreService.refresh(new Map<Id, Lead>([SELECT Id FROM Lead WHERE LastName LIKE '${name} %']).keySet());
            ${PRINT_USED}`
        )
    );
}
