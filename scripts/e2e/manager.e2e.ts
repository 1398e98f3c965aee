import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openLead, openPassOf, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

describe('a sales manager at home', () => {
    it('sees what is about to expire in the team, by time left', async () => {
        const page = await org.pageOf('morgan');
        const list = page.locator('c-handoff-team-list');
        await list.getByText('Showing 6 of 6').waitFor();
        const names = await list.getByRole('link').allInnerTexts();
        assert.deepEqual(names.slice(0, 3), ['Oskwyn Istermere', 'Liois Rudover', 'Dema Lorndene']);
        await list.getByText(/Last sweep/).waitFor();
        await shoot(page, 'home-manager');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('filters by a figure', async () => {
        const page = await org.pageOf('morgan');
        const list = page.locator('c-handoff-team-list');
        await list.getByRole('button', { name: /Late/ }).click();
        await list.getByText('Showing 1 of 1').waitFor();
    });

    it('reassigns, and the promise to marketing stays', async () => {
        const pass = await openPassOf(org, 'Demaa Everwick');
        const clockOf = (): Promise<readonly { Due_At__c: string }[]> =>
            rowsOf(org, `SELECT Due_At__c FROM Handoff__c WHERE Id = '${pass}'`);
        const promise = await clockOf();
        const page = await org.pageOf('morgan');
        const list = page.locator('c-handoff-team-list');
        await list.getByRole('checkbox', { name: 'Select Demaa Everwick' }).press('Space');
        await list.getByRole('button', { name: 'Reassign' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText('Priya Nandel').first().click();
        await shoot(page, 'reassign');
        await dialog.getByRole('button', { name: /Reassign/ }).click();
        await dialog.waitFor({ state: 'hidden' });
        await list
            .getByText(/with Priya Nandel/)
            .first()
            .waitFor();

        const [owner] = await rowsOf<{ Owner: { Name: string } }>(
            org,
            `SELECT Owner.Name FROM Handoff__c WHERE Id = '${pass}'`
        );
        assert.equal(owner?.Owner.Name, 'Priya Nandel');
        assert.deepEqual(await clockOf(), promise);
        const rep = await org.pageOf('priya');
        await (await openLead(rep, org, 'Demaa Everwick')).getByRole('button', { name: 'Accept' }).waitFor();
    });

    it('reassigns many at once, keeps every promise, and finds what is stranded', async () => {
        const page = await org.pageOf('morgan');
        const list = page.locator('c-handoff-team-list');
        await list.getByText(/Showing \d+ of \d+/).waitFor();
        const passes = (): Promise<readonly { Id: string; Due_At__c: string; Owner: { Name: string } }[]> =>
            rowsOf(
                org,
                "SELECT Id, Due_At__c, Owner.Name FROM Handoff__c WHERE Stage__c = 'MQL' AND Owner.Name = 'Priya Nandel' ORDER BY Id"
            );
        const before = await passes();
        assert.ok(before.length > 1, 'the rep has several');
        await list.getByLabel('Search').fill('Priya');
        await list.getByText(`Showing ${before.length} of ${before.length}`).waitFor();
        await list.getByRole('checkbox', { name: 'Select all' }).press('Space');
        await list.getByText(`${before.length} selected`).waitFor();
        await list.getByRole('button', { name: 'Reassign' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText('Dana Reyvold').first().click();
        await shoot(page, 'reassign-many');
        assert.deepEqual(await seriousFindings(page), []);
        await dialog.getByRole('button', { name: /Reassign/ }).click();
        await dialog.waitFor({ state: 'hidden' });

        const ids = before.map(({ Id }) => `'${Id}'`).join(',');
        const after = await rowsOf<{ Due_At__c: string; Owner: { Name: string } }>(
            org,
            `SELECT Due_At__c, Owner.Name FROM Handoff__c WHERE Id IN (${ids}) ORDER BY Id`
        );
        assert.ok(after.every((pass) => pass.Owner.Name === 'Dana Reyvold'));
        assert.deepEqual(
            after.map((pass) => pass.Due_At__c),
            before.map((pass) => pass.Due_At__c),
            'the promise to marketing stays'
        );
        await list.getByLabel('Search').fill('');
        await list.getByRole('button', { name: /Stranded/ }).click();
        await shoot(page, 'console-stranded');
    });

    it('reads decision SLA and acceptance with n, band, definition and as-of, and opens the rows', async () => {
        const page = await org.pageOf('morgan');
        const tile = page.locator('c-insight-metric-tile').filter({ hasText: 'Decision SLA' });
        await tile
            .getByText(/\d+ of \d+/)
            .first()
            .waitFor();
        await tile.getByText(/As of/).waitFor();
        const [numerator, n] = (/(\d+) of (\d+)/.exec(await tile.innerText()) ?? []).slice(1).map(Number);
        assert.ok(numerator && n && numerator < n, 'a rate with its n');

        await tile.getByRole('button', { name: /How this is counted/ }).click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('[data-id="fact"]').first().waitFor();
        await shoot(page, 'metric-definition');
        assert.deepEqual(await seriousFindings(page), []);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });

        await tile.getByRole('button', { name: /Show the rows/ }).click();
        await dialog.locator('[data-id="shown"]').waitFor();
        assert.match(await dialog.locator('[data-id="shown"]').innerText(), new RegExp(`of ${n}$`));
        await shoot(page, 'metric-rows');
    });
});
