import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { letTimePass, moveClock, openLead, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const LEAD = 'Corin Hallowmere';
const PHONE = { width: 360, height: 740 };

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('mini');
});
after(() => org.close());

interface Pass {
    readonly Id: string;
    readonly Status__c: string;
    readonly Stage__c: string;
    readonly Owner: { readonly Name: string };
    readonly Warn_At__c: string;
    readonly Decide_By__c: string;
    readonly Expire_At__c: string;
    readonly Contact_Due_At__c: string;
    readonly Idle_At__c: string;
    readonly Idle_Reclaimed__c: boolean;
    readonly Decision__c: string;
}

async function pass(): Promise<Pass> {
    const [found] = await rowsOf<Pass>(
        org,
        `SELECT Id, Status__c, Stage__c, Owner.Name, Warn_At__c, Decide_By__c, Expire_At__c, Contact_Due_At__c,
            Idle_At__c, Idle_Reclaimed__c, Decision__c
        FROM Handoff__c WHERE Lead__r.Name = '${LEAD}' ORDER BY CreatedDate DESC LIMIT 1`
    );
    assert.ok(found, `${LEAD} has a pass`);
    return found;
}

/** The same page as a phone shows it. */
async function shootPhone(alias: string, name: string): Promise<void> {
    const phone = await org.pageOf(alias, PHONE);
    const card = await openLead(phone, org, LEAD);
    await card.getByText('Who', { exact: true }).waitFor();
    const width = await phone.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= PHONE.width, `nothing stands beside the screen: ${width} px`);
    await shoot(phone, name);
    await phone.close();
}

async function pauseByKeyboard(page: Page): Promise<void> {
    const panel = page.locator('c-handoff-pause');
    const open = panel.getByRole('button', { name: 'Pause the clock' });
    await open.focus();
    await page.keyboard.press('Enter');
    await panel.getByLabel(/What are you waiting for/).fill('The phone number rings nowhere; find another one.');
    await shoot(page, 'clock-pause-form');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByText('Paused: Marketing has to fix data').waitFor();
}

describe('the clock of a hand-off', () => {
    it('shows the stored instant, whatever the zone of the browser', async () => {
        const page = await org.pageOf('priya', undefined, 'Asia/Tokyo');
        const card = await openLead(page, org, LEAD);

        await card.getByRole('timer').getByText('47 h left').waitFor();
        await card.getByText(/Decide by Wed 25 Nov, 09:12/).waitFor();
        assert.equal(Date.parse((await pass()).Decide_By__c), Date.parse('2026-11-25T14:12:00Z'));
        await page.close();
    });

    it('counts down with the clock of the frame', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, LEAD);
        await moveClock(page, '+1 h');
        await card.getByRole('timer').getByText('46 h left').waitFor();
        await page.close();
    });

    it('warns at 80 %, in words and not by colour alone', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, LEAD);
        await letTimePass(page, org, (await pass()).Warn_At__c);

        assert.equal((await pass()).Status__c, 'Warned');
        await card.getByText('Due soon').first().waitFor();
        await card
            .getByRole('timer')
            .getByText(/\d h left/)
            .waitFor();
        await shoot(page, 'clock-warned');
        assert.deepEqual(await seriousFindings(page), []);
        await shootPhone('priya', 'clock-warned-phone');
        await page.close();
    });

    it('stands still while marketing fixes data, and keeps what was left', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, LEAD);
        const due = Date.parse((await pass()).Decide_By__c);
        await pauseByKeyboard(page);

        assert.equal((await pass()).Status__c, 'Paused');
        await card.getByText(/of working time are kept/).waitFor();
        assert.equal(await card.getByRole('button', { name: 'Accept' }).count(), 0);
        await shoot(page, 'clock-paused');
        assert.deepEqual(await seriousFindings(page), []);
        await shootPhone('priya', 'clock-paused-phone');

        const marketer = await org.pageOf('mara');
        await openLead(marketer, org, LEAD);
        org.org.advanceTo(org.org.clock.now() + 3 * 3_600_000);
        await marketer.getByRole('button', { name: 'Let the clock run' }).click();
        await marketer.locator('c-handoff-pause').getByText('Paused').waitFor({ state: 'detached' });
        const after = await pass();
        assert.equal(after.Status__c, 'Warned');
        assert.ok(Date.parse(after.Decide_By__c) >= due + 3 * 3_600_000, 'the pause does not count');
        await marketer.close();
        await page.close();
    });

    it('is late at 100 %, and a late decision is still possible', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, LEAD);
        await letTimePass(page, org, (await pass()).Decide_By__c);

        assert.equal((await pass()).Status__c, 'Breached');
        await card.getByText(/late/).first().waitFor();
        await card.getByRole('button', { name: 'Accept' }).waitFor();
        await shoot(page, 'clock-breached');
        assert.deepEqual(await seriousFindings(page), []);
        await page.close();
    });

    it('moves on to the backup at 150 %, with nobody clicking', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, LEAD);
        await letTimePass(page, org, (await pass()).Expire_At__c);

        const moved = await pass();
        assert.equal(moved.Owner.Name, 'Dana Reyvold', 'an expired P1 goes to the backup of the team');
        assert.deepEqual([moved.Stage__c, moved.Status__c], ['MQL', 'Open']);
        await card.getByText(/Waiting for Dana Reyvold/).waitFor();
        assert.equal(await card.getByRole('button', { name: 'Accept' }).count(), 0);
        await shoot(page, 'clock-expired');
        const log = await rowsOf<{ Cause__c: string }>(
            org,
            `SELECT Cause__c FROM Handoff_Event__c WHERE Handoff__c = '${moved.Id}' ORDER BY At__c, Name`
        );
        const causes = log.map((entry) => entry.Cause__c);
        for (const cause of ['Warned', 'Paused', 'Resumed', 'Breached', 'Expired', 'Rerouted']) {
            assert.ok(causes.includes(cause), `the log tells of ${cause}: ${causes.join(', ')}`);
        }
        await page.close();
    });

    it('reclaims an expired P2 to marketing review', async () => {
        const expired = await rowsOf<{ Stage__c: string; Owner: { Name: string } }>(
            org,
            "SELECT Stage__c, Owner.Name FROM Handoff__c WHERE Priority__c = 'P2' AND Status__c = 'Expired' AND Lead__r.Name IN (SELECT Name FROM Lead WHERE Lifecycle_Stage__c = 'MRV') AND Expired_At__c > 2026-11-23T15:00:00Z"
        );
        assert.ok(expired.length > 0, 'there is one by now');
        assert.ok(expired.every((each) => each.Stage__c === 'MRV' && /Review/.test(each.Owner.Name)));
    });
});

describe('what follows an acceptance', () => {
    it('is promised on the card', async () => {
        const page = await org.pageOf('dana');
        const card = await openLead(page, org, LEAD);
        await card.getByRole('button', { name: 'Accept' }).click();
        const followUp = card.locator('c-handoff-follow-up');

        await followUp.getByText(/Without a contact it goes back to marketing/).waitFor();
        await followUp.getByText(/0 of 5, on 0 of 3 days/).waitFor();
        await shoot(page, 'clock-accepted');
        assert.deepEqual(await seriousFindings(page), []);
        await shootPhone('dana', 'clock-accepted-phone');
        await page.close();
    });

    it('is flagged when nobody makes contact in time', async () => {
        const page = await org.pageOf('dana');
        const card = await openLead(page, org, LEAD);
        await letTimePass(page, org, (await pass()).Contact_Due_At__c);

        await card
            .locator('c-handoff-follow-up')
            .getByText(/Overdue since/)
            .waitFor();
        await shoot(page, 'clock-contact-overdue');
        assert.deepEqual(await seriousFindings(page), []);
        await page.close();
    });

    it('ends with marketing after five business days without contact', async () => {
        const page = await org.pageOf('dana');
        await openLead(page, org, LEAD);
        await letTimePass(page, org, (await pass()).Idle_At__c);

        const reclaimed = await pass();
        assert.deepEqual([reclaimed.Stage__c, reclaimed.Idle_Reclaimed__c], ['MRV', true]);
        assert.equal(reclaimed.Decision__c, 'Accepted', 'the raw figure keeps the acceptance');
        await page
            .locator('c-handoff-card')
            .getByText(/Marketing review/)
            .first()
            .waitFor();
        await shoot(page, 'clock-reclaimed');
        await page.close();
    });
});
