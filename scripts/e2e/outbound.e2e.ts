/** The closed loop: what sales made of hand-offs leaves for the marketing tool, also when the tool was down for a while. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { leadNamed, moveClock, openLead, rowsOf, shoot } from './pages.ts';
import { openUnderTest, seriousFindings, type OrgUnderTest } from './orgUnderTest.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RECORDS = 'force-app/handoff/customMetadata';
const CLASSES = 'force-app/handoff/classes/outbound';
const SOBJECTS = '/services/data/v66.0/sobjects';
/** A marketing tool that is down while a campaign says so. */
const TOOL = `public inherited sharing class ToolOnTrial implements OutboundChannel {
    public Boolean isReady() {
        return true;
    }
    public Map<Id, String> send(List<Outbound_Outcome__c> rows) {
        if ([SELECT COUNT() FROM Campaign WHERE Name = 'Tool is down' WITH SYSTEM_MODE] > 0) {
            throw new CalloutException('The marketing tool answered 503: Sleeping');
        }
        return new Map<Id, String>();
    }
}
`;

let copy = '';
let org: OrgUnderTest;
let outage = '';

function edit(record: string, from: RegExp, to: string): void {
    const path = join(copy, RECORDS, `${record}.md-meta.xml`);
    const text = readFileSync(path, 'utf8');
    assert.match(text, from);
    writeFileSync(path, text.replace(from, to));
}

before(async () => {
    copy = mkdtempSync(join(tmpdir(), 'connected-tool-'));
    cpSync(join(ROOT, 'force-app'), join(copy, 'force-app'), { recursive: true });
    cpSync(join(ROOT, 'sfdx-project.json'), join(copy, 'sfdx-project.json'));
    writeFileSync(join(copy, CLASSES, 'ToolOnTrial.cls'), TOOL);
    cpSync(join(ROOT, CLASSES, 'OutboundService.cls-meta.xml'), join(copy, CLASSES, 'ToolOnTrial.cls-meta.xml'));
    edit('Outbound_Setting.Default', />HttpOutboundChannel</, '>ToolOnTrial<');
    for (const policy of ['Handoff_Policy.P1_v1', 'Handoff_Policy.P2_v1']) {
        edit(policy, /(Stalled_Stage_Days__c<\/field>\s*<value xsi:type="xsd:double">)[\d.]+/, '$11.0');
    }
    org = await openUnderTest({
        sourceDirs: [join(copy, 'force-app')],
        worldFile: join(ROOT, 'config/local-org.json'),
        profile: 'mini'
    });
    const { body } = await org.api('admin', 'POST', `${SOBJECTS}/Campaign`, { Name: 'Tool is down' });
    outage = (body as { id: string }).id;
});
after(async () => {
    await org.close();
    rmSync(copy, { recursive: true, force: true });
});

async function openExchange(page: Page): Promise<Locator> {
    await page.goto(`${org.url}/lightning/n/Baton_Data_Exchange`);
    const tile = page.locator('c-handoff-outbound');
    await tile.locator('[data-id="completeness"]').waitFor();
    return tile;
}

const outcomesOf = (lead: string): Promise<readonly { Kind__c: string; Status__c: string }[]> =>
    rowsOf(
        org,
        `SELECT Kind__c, Status__c FROM Outbound_Outcome__c WHERE Handoff__r.Lead__c = '${lead}' ORDER BY Occurred_At__c, Name`
    );

describe('marketing operations and the way back', () => {
    it('sees a decision queued within minutes, and why it could not leave', async () => {
        const rep = await org.pageOf('priya');
        const card = await openLead(rep, org, 'Corin Hallowmere');
        await card.getByRole('button', { name: 'Accept' }).click();
        await card.getByText(/Accepted by you/).waitFor();
        await moveClock(rep, '+1 h');
        const lead = await leadNamed(org, 'Corin Hallowmere');
        assert.deepEqual(
            (await outcomesOf(lead)).map(({ Kind__c, Status__c }) => `${Kind__c} ${Status__c}`),
            ['Accepted Retry'],
            'queued and tried, not lost'
        );

        const page = await org.pageOf('mara');
        const tile = await openExchange(page);
        assert.equal(await tile.locator('[data-id="completeness"]').innerText(), '0 %');
        await tile.getByText('Corin Hallowmere · Accepted').waitFor();
        await tile.getByText('The marketing tool answered 503: Sleeping').first().waitFor();
        await tile
            .getByText(/next attempt/)
            .first()
            .waitFor();
        await shoot(page, 'outbound-down');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('sends all again once the tool is back, and sees that nothing is missing', async () => {
        await org.api('admin', 'DELETE', `${SOBJECTS}/Campaign/${outage}`);
        const page = await org.pageOf('mara');
        const tile = await openExchange(page);
        await tile.getByRole('button', { name: 'Try all again' }).click();
        await tile.getByText(/outcomes are sent again/).waitFor();
        await moveClock(page, '+1 h');
        await openExchange(page);
        await tile.getByText('100 %').waitFor();
        const lead = await leadNamed(org, 'Corin Hallowmere');
        assert.equal((await outcomesOf(lead))[0]?.Status__c, 'Sent');
        await shoot(page, 'outbound-complete');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('learns of the opportunity, and that it stalled, within the day', async () => {
        const lead = await leadNamed(org, 'Corin Hallowmere');
        const converted = org.org.executeAnonymous(
            org.org.users.get('priya')!,
            `Database.LeadConvert step = new Database.LeadConvert();
             step.setLeadId('${lead}');
             step.setConvertedStatus('Closed - Converted');
             Database.convertLead(step);`
        );
        assert.equal(converted.success, true, JSON.stringify(converted));
        const page = await org.pageOf('mara');
        // Two days of sweeps take longer than a click waits.
        await org.api('admin', 'POST', '/host/clock', { move: 'day' });
        await org.api('admin', 'POST', '/host/clock', { move: 'day' });
        const kinds = await outcomesOf(lead);
        for (const kind of ['Accepted', 'SQL', 'Opportunity', 'Stalled']) {
            assert.equal(
                kinds.find((row) => row.Kind__c === kind)?.Status__c,
                'Sent',
                `${kind}: ${JSON.stringify(kinds)}`
            );
        }
        const late = await rowsOf(
            org,
            `SELECT Id FROM Outbound_Outcome__c WHERE Handoff__r.Lead__c = '${lead}' AND Sent_At__c = NULL`
        );
        assert.equal(late.length, 0, 'nothing waits');
        const tile = await openExchange(page);
        await tile.getByText('Corin Hallowmere · Stalled').waitFor();
        await tile.getByText('100 %').waitFor();
        await shoot(page, 'outbound-stalled');
    });

    it('works on a phone, and is not for reps', async () => {
        const phone = await org.pageOf('mara', { width: 360, height: 740 });
        await openExchange(phone);
        await phone.locator('c-engagement-inbox').getByText('Needs attention').first().waitFor();
        assert.ok((await phone.evaluate<number>('document.documentElement.scrollWidth')) <= 360, 'nothing sticks out');
        await shoot(phone, 'outbound-360');
        assert.deepEqual(await seriousFindings(phone), []);

        const rep = await org.pageOf('priya');
        await rep.getByRole('link', { name: 'Leads', exact: true }).waitFor();
        assert.equal(await rep.getByRole('link', { name: 'Data exchange' }).count(), 0, 'a rep has no such tab');
    });
});
