/** Policy without code: the same package with other metadata behaves otherwise, and impossible values never get there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openLead, rowsOf, shoot } from './pages.ts';
import { openUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RECORDS = 'force-app/handoff/customMetadata';
const WINDOW = '<field>Window_Hours__c</field>\n        <value xsi:type="xsd:double">';
const LEAD = 'Ottoline Fairbrace';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let copy = '';
let org: OrgUnderTest;

/** Replaces one text of a metadata record, which has to be there. */
function edit(record: string, from: string, to: string): void {
    const path = join(copy, RECORDS, `${record}.md-meta.xml`);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from), `${record} says ${from}`);
    writeFileSync(path, text.replace(from, to));
}

before(async () => {
    copy = mkdtempSync(join(tmpdir(), 'other-policy-'));
    cpSync(join(ROOT, 'force-app'), join(copy, 'force-app'), { recursive: true });
    cpSync(join(ROOT, 'sfdx-project.json'), join(copy, 'sfdx-project.json'));
    edit('Handoff_Policy.P1_v1', `${WINDOW}48.0<`, `${WINDOW}24.0<`);
    edit('Handoff_Policy.P1_v1', '>48 h on business days', '>24 h on business days');
    edit('Rejection_Reason.OTHER', '<label>Other</label>', '<label>Something else</label>');
    edit('Sales_Team.US_Northeast', '<value xsi:nil="true" />', '<value xsi:type="xsd:string">Observe</value>');
    org = await openUnderTest({
        sourceDirs: [join(copy, 'force-app')],
        worldFile: join(ROOT, 'config/local-org.json'),
        profile: 'mini'
    });
});
after(async () => {
    await org.close();
    rmSync(copy, { recursive: true, force: true });
});

describe('an administrator who changes the policy', () => {
    it('sees the new hours where the rules are explained', async () => {
        const page = await org.pageOf('admin');
        await page.goto(`${org.url}/lightning/n/Baton_Setup`);
        await page.locator('c-handoff-setup').getByText('P1: 24 h on business days').waitFor();
        await shoot(page, 'setup-other-policy');
    });

    it('finds them in the next hand-off: its hours, its mode, its reasons', async () => {
        const { body } = await org.api('mara', 'POST', '/services/data/v66.0/sobjects/Lead', {
            FirstName: 'Ottoline',
            LastName: 'Fairbrace',
            Company: 'Fairbrace Surgery',
            Email: 'ottoline@example.com',
            Country: 'US',
            State: 'NY',
            Institutional_Role__c: 'Department head',
            Clinical_Specialty__c: 'Cardiology',
            Expressed_Interest__c: 'Lumenpath console',
            Is_Hand_Raise__c: true
        });
        assert.ok((body as { success?: boolean }).success, JSON.stringify(body));
        const marketing = await org.pageOf('mara');
        const gate = await openLead(marketing, org, LEAD);
        await gate.getByRole('button', { name: 'Hand to sales' }).waitFor();
        await shoot(marketing, 'gate-other-policy');
        const text = gate.getByRole('textbox');
        if ((await text.count()) > 0) {
            await text.first().fill('Asked for a demonstration on the phone this morning.');
        }
        await gate.getByRole('button', { name: 'Hand to sales' }).click();
        await gate.getByText(/24 h on business days/).waitFor();

        const [pass] = await rowsOf<{
            Mode__c: string;
            Due_At__c: string;
            Handed_Off_At__c: string;
            Owner: { Name: string };
        }>(
            org,
            `SELECT Mode__c, Due_At__c, Handed_Off_At__c, Owner.Name FROM Handoff__c WHERE Lead__r.Name = '${LEAD}'`
        );
        assert.equal(pass?.Mode__c, 'Observe', 'The team only observes');
        const start = Math.floor(Date.parse(pass?.Handed_Off_At__c ?? '') / MINUTE) * MINUTE;
        assert.equal(Date.parse(pass?.Due_At__c ?? ''), start + 24 * HOUR, 'Whole minutes on a business day');
    });

    it('is refused impossible values before they are deployed, with what is possible', () => {
        const check = (): { status: number | null; stdout: string } =>
            spawnSync(process.execPath, [join(ROOT, 'scripts/cli/check.ts'), 'policy'], {
                cwd: copy,
                encoding: 'utf8'
            });
        assert.equal(check().status, 0, 'What was changed so far is possible');

        edit('Handoff_Policy.P1_v1', `${WINDOW}24.0<`, `${WINDOW}0<`);
        const refused = check();
        assert.equal(refused.status, 1);
        assert.match(
            refused.stdout,
            /Handoff_Policy\.P1_v1\.md-meta\.xml \[[\w-]+\] P1 version 1: Window Hours is 0, which is impossible\. Enter a whole number from 1 to 720\./
        );
    });
});
