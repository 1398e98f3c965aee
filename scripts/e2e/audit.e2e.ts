/** Nothing can be back-dated: an auditor tries every door with the rights of an administrator. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openLead, openPassOf, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const RECORDS = '/services/data/v66.0/sobjects/';
const PAST = '2026-01-05T09:00:00.000Z';
const PERSON = 'Corin Hallowmere';

let org: OrgUnderTest;
let pass: string;
before(async () => {
    org = await startOrgUnderTest('small');
    pass = await openPassOf(org, PERSON);
});
after(() => org.close());

const textOf = (answer: { body: unknown }): string => JSON.stringify(answer.body);

describe('an auditor', () => {
    it('finds a log that nobody can change, complete or delete', async () => {
        const [entry] = await rowsOf<{ Id: string }>(
            org,
            `SELECT Id FROM Handoff_Event__c WHERE Handoff__c = '${pass}' LIMIT 1`
        );
        assert.ok(entry, 'the pass has a log');
        const changed = await org.api('admin', 'PATCH', `${RECORDS}Handoff_Event__c/${entry.Id}`, { At__c: PAST });
        assert.match(textOf(changed), /HANDOFF_APPEND_ONLY/);
        const removed = await org.api('admin', 'DELETE', `${RECORDS}Handoff_Event__c/${entry.Id}`);
        assert.match(textOf(removed), /HANDOFF_APPEND_ONLY/);
        const added = await org.api('admin', 'POST', `${RECORDS}Handoff_Event__c`, {
            Handoff__c: pass,
            Cause__c: 'Accepted',
            At__c: PAST
        });
        assert.match(textOf(added), /HANDOFF_APPEND_ONLY/);
        const whole = await org.api('admin', 'DELETE', `${RECORDS}Handoff__c/${pass}`);
        assert.match(textOf(whole), /HANDOFF_APPEND_ONLY/);
    });

    it('finds stamps that only the system writes, on passes and on people', async () => {
        for (const field of [
            'MQL_At__c',
            'Due_At__c',
            'SAL_At__c',
            'SQL_At__c',
            'Opportunity_At__c',
            'Decided_At__c'
        ]) {
            const answer = await org.api('admin', 'PATCH', `${RECORDS}Handoff__c/${pass}`, { [field]: PAST });
            assert.match(textOf(answer), /HANDOFF_DIRECT_WRITE/, field);
        }
        const [row] = await rowsOf<{ Lead__c: string }>(org, `SELECT Lead__c FROM Handoff__c WHERE Id = '${pass}'`);
        for (const field of ['First_Inquiry_At__c', 'First_MQL_At__c', 'Latest_SAL_At__c']) {
            const answer = await org.api('admin', 'PATCH', `${RECORDS}Lead/${row?.Lead__c ?? ''}`, { [field]: PAST });
            assert.match(textOf(answer), /HANDOFF_DIRECT_WRITE/, field);
        }
        const [ended] = await rowsOf<{ Id: string }>(
            org,
            'SELECT Id FROM Handoff__c WHERE Closed_At__c != NULL LIMIT 1'
        );
        const closed = await org.api('admin', 'PATCH', `${RECORDS}Handoff__c/${ended?.Id ?? ''}`, { SAL_At__c: PAST });
        assert.match(textOf(closed), /HANDOFF_CLOSED/);
        const created = await org.api('admin', 'POST', `${RECORDS}Handoff__c`, {
            Lead__c: row?.Lead__c,
            Stage__c: 'SAL',
            Status__c: 'Decided',
            SAL_At__c: PAST
        });
        assert.match(textOf(created), /HANDOFF_DIRECT_WRITE/);
    });

    it('finds that even a data load cannot turn time around, and that each load is in the log', async () => {
        const [free] = await rowsOf<{ Id: string }>(
            org,
            "SELECT Id FROM Lead WHERE Lifecycle_Stage__c = 'INQ' AND IsConverted = FALSE LIMIT 1"
        );
        const loaded = (stamps: object): Promise<{ status: number; body: unknown }> =>
            org.api('loader', 'POST', `${RECORDS}Handoff__c`, {
                Lead__c: free?.Id,
                Stage__c: 'SAL',
                Status__c: 'Decided',
                Priority__c: 'P2',
                ...stamps
            });
        const backwards = await loaded({ Handed_Off_At__c: PAST, Decided_At__c: '2026-01-04T09:00:00.000Z' });
        assert.match(textOf(backwards), /HANDOFF_TRANSITION/, 'a decision before the hand-off');
        const future = await loaded({ Handed_Off_At__c: '2030-01-04T09:00:00.000Z' });
        assert.match(textOf(future), /HANDOFF_TRANSITION/, 'a hand-off that has not happened');
        const unlogged = await rowsOf(
            org,
            "SELECT Id FROM Handoff__c WHERE Id NOT IN (SELECT Handoff__c FROM Handoff_Event__c WHERE Cause__c = 'Migrated') AND Id NOT IN (SELECT Handoff__c FROM Handoff_Event__c WHERE Cause__c = 'Handed off')"
        );
        assert.deepEqual(unlogged, [], 'every pass tells where it came from');
    });

    it('exports what happened with the rules of that time', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, PERSON);
        await card.getByRole('button', { name: 'Accept' }).click();
        await card.getByText(/^Accepted by you/).waitFor();
        const entries = await rowsOf<Record<string, string>>(
            org,
            `SELECT Cause__c, From__c, To__c, At__c, Actor__r.Name, Policy_Version__c FROM Handoff_Event__c WHERE Handoff__c = '${pass}' ORDER BY At__c, Id`
        );
        const accepted = entries.find((entry) => entry['Cause__c'] === 'Accepted');
        assert.deepEqual(
            [accepted?.['From__c'], accepted?.['To__c'], accepted?.['Policy_Version__c']],
            ['MQL/Open', 'SAL/Decided', 'P1_v1']
        );
        assert.ok(
            entries.every((entry) => /^P[12]_v\d+$/.test(entry['Policy_Version__c'] ?? '')),
            'every entry names its rules'
        );
        const [exported] = await rowsOf<Record<string, string>>(
            org,
            `SELECT Policy_Version__c, SAL_At__c, Decided_By__r.Name FROM Handoff__c WHERE Id = '${pass}'`
        );
        assert.equal(exported?.['Policy_Version__c'], 'P1_v1');
        assert.equal(accepted?.['At__c'], exported?.['SAL_At__c'], 'the log and the row say the same');
        await shoot(page, 'audit-log');
        assert.deepEqual(await seriousFindings(page), []);
    });
});
