/** Pages of records as metadata describes them, on a real org: layouts, forms, actions, lists, the utility bar. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { openOrg, type Org } from '../../../engine/org.ts';
import { orgGateway } from '../../../server/engine/orgGateway.ts';
import { startOrgServer, type OrgServer } from '../../../server/orgServer.ts';
import { launchBrowser } from '../browser.ts';
import { makeDepot, type Depot } from './depot.ts';

describe('pages of records', () => {
    let depot: Depot;
    let org: Org;
    let server: OrgServer;
    let browser: Browser;
    let page: Page;
    let parcel = '';
    const logged: string[] = [];

    before(async () => {
        depot = makeDepot();
        org = openOrg({ sourceDirs: depot.sourceDirs, worldFile: depot.worldFile });
        server = await startOrgServer({
            gateway: orgGateway(org),
            sourceDirs: depot.sourceDirs,
            port: 0,
            watches: false,
            // A new version of the base components is built once.
            log: (line) => void (line.startsWith('Building') || logged.push(line))
        });
        browser = await launchBrowser();
        page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
        page.setDefaultTimeout(8000);
    });
    after(async () => {
        await browser?.close();
        await server?.close();
        org?.close();
        depot?.remove();
    });

    const apex = (text: string): void => {
        const result = org.executeAnonymous(org.administratorId, text);
        assert.equal(result.compileProblem ?? result.exceptionMessage, null);
    };
    const query = (soql: string) => orgGateway(org).query(org.administratorId, soql);
    const open = (path: string) => page.goto(server.url + path);
    const dialog = (): Locator => page.getByRole('dialog');
    const input = (label: string): Locator => dialog().getByLabel(new RegExp(`^\\*?\\s*${label}$`));
    const save = () => dialog().getByRole('button', { name: 'Save' }).last().click();
    const act = async (name: string): Promise<void> => {
        const bar = page.locator('host-action-bar');
        await bar.getByRole('button').first().waitFor();
        const button = bar.getByRole('button', { name, exact: true });
        if ((await button.count()) > 0) return button.click();
        await bar.getByRole('button', { name: 'Show more actions' }).click();
        return bar.getByRole('menuitem', { name }).click();
    };

    beforeEach(async () => {
        apex(`delete [SELECT Id FROM Parcel__c];
            Parcel__c box = new Parcel__c(Name = 'Box', Weight__c = 12.5, State__c = 'Packed');
            insert box;
            insert new List<Parcel__c>{
                new Parcel__c(Name = 'Lid', Weight__c = 1, Parent__c = box.Id),
                new Parcel__c(Name = 'Body', Weight__c = 11, Parent__c = box.Id)
            };`);
        parcel = String(query("SELECT Id FROM Parcel__c WHERE Name = 'Box'")[0]?.['Id']);
        await open(`/lightning/r/Parcel__c/${parcel}/view`);
    });

    it('shows the fields of the layout in its sections, and those of the compact layout above', async () => {
        const details = page.locator('host-detail-panel');
        await details.getByText('What It Is').waitFor();

        assert.deepEqual(await details.locator('dt').allInnerTexts(), [
            'Parcel Name',
            'Weight',
            'State',
            'Parent',
            'Created Date'
        ]);
        assert.deepEqual(await page.locator('host-highlights-panel dt').allInnerTexts(), ['State']);
    });

    it('shows the related lists of the layout, sorted as it says, and says which one is missing', async () => {
        await page.getByRole('tab', { name: 'Related' }).click();
        const list = page.locator('host-related-list');
        await list.getByRole('link', { name: 'Body' }).waitFor();

        assert.deepEqual(await list.locator('tbody td:first-child').allInnerTexts(), ['Body', 'Lid']);
        await page.getByText('The local org has no related list RelatedFileList').waitFor();
    });

    it('edits a record in a dialog over its page, and refuses what a rule refuses, at the field', async () => {
        await act('Edit');
        await input('Weight').fill('101');
        await save();
        await page.getByText('Nobody can lift that.').waitFor();
        await input('Weight').fill('99');
        await save();

        await page.getByText('Parcel "Box" was saved.').waitFor();
        await page.locator('host-detail-panel').getByText('99', { exact: true }).waitFor();
        assert.equal(page.url(), `${server.url}/lightning/r/Parcel__c/${parcel}/view`);
        assert.equal(query(`SELECT Weight__c FROM Parcel__c WHERE Id = '${parcel}'`)[0]?.['Weight__c'], 99);
    });

    it('goes back to the page below when a dialog is cancelled or left with the back button', async () => {
        await act('Edit');
        await dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
        await page.waitForURL(/view$/);
        await act('Edit');
        await input('Weight').waitFor();
        await page.goBack();

        await dialog().waitFor({ state: 'detached' });
        assert.match(page.url(), /view$/);
        assert.equal(await page.locator('host-detail-panel').count(), 1);
    });

    it('clones a record, without what nobody may enter', async () => {
        await act('Clone');
        await input('Parcel Name').fill('Second box');
        await save();

        await page.locator('host-highlights-panel').getByRole('heading', { name: 'Second box' }).waitFor();
        const [copy] = query("SELECT Weight__c, State__c FROM Parcel__c WHERE Name = 'Second box'");
        assert.deepEqual([copy?.['Weight__c'], copy?.['State__c']], [12.5, 'Packed']);
    });

    it('deletes a record after asking, and shows the list', async () => {
        await act('Delete');
        await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();

        await page.getByText('Parcel "Box" was deleted.').waitFor();
        await page.waitForURL(/\/lightning\/o\/Parcel__c\/list/);
        assert.equal(query(`SELECT Id FROM Parcel__c WHERE Id = '${parcel}'`).length, 0);
    });

    it('creates a record with the default values that a component gives, and asks for what is required', async () => {
        await open('/lightning/page/home');
        await page.getByRole('button', { name: 'New parcel' }).click();
        await input('Weight').waitFor();
        assert.equal(await input('Parcel Name').inputValue(), 'Box, "large" = 1');
        await input('Parcel Name').fill('');
        await save();
        await page.getByText('Complete this field.').first().waitFor();
        await input('Parcel Name').fill('Crate');
        await save();

        await page.locator('host-highlights-panel').getByRole('heading', { name: 'Crate' }).waitFor();
        const [crate] = query("SELECT Weight__c, State__c, Notes__c FROM Parcel__c WHERE Name = 'Crate'");
        assert.deepEqual(
            [crate?.['Weight__c'], crate?.['State__c'], crate?.['Notes__c']],
            [7, 'Packed', 'not on the layout']
        );
    });

    it('shows the owner and what a picklist holds although it is no value of it, and begins at what is missing', async () => {
        apex("insert new Lead(LastName = 'Lender', Company = 'Depot', LeadSource = 'Carrier pigeon');");
        const lead = String(query("SELECT Id FROM Lead WHERE LastName = 'Lender'")[0]?.['Id']);
        await open(`/lightning/r/Lead/${lead}/edit`);

        await dialog().getByRole('combobox', { name: 'Lead Source' }).getByText('Carrier pigeon').waitFor();
        await dialog().getByRole('link', { name: 'Root' }).waitFor();
        assert.equal(
            await dialog()
                .getByLabel(/^Owner/)
                .count(),
            0,
            'an edit changes no owner'
        );
        await input('Company').fill('');
        await save();
        await page.getByText('Complete this field.').first().waitFor();
        await page.keyboard.type('Warehouse');
        await save();

        await page.getByText('Lead "Lender" was saved.').waitFor();
        const [saved] = query(`SELECT Company, LeadSource FROM Lead WHERE Id = '${lead}'`);
        assert.deepEqual([saved?.['Company'], saved?.['LeadSource']], ['Warehouse', 'Carrier pigeon']);
    });

    it('finds a record of any object by its name, whatever the name field is called', async () => {
        apex("insert new Lead(LastName = 'Seeker', Company = 'Depot');");
        await page.getByLabel('Search by name').fill('seeker');
        await page.getByRole('link', { name: /Seeker/ }).click();

        await page
            .locator('host-highlights-panel')
            .getByRole('heading', { name: /Seeker/ })
            .waitFor();
    });

    it('puts tabs that find no room into a menu', async () => {
        await page.setViewportSize({ width: 260, height: 800 });
        const menu = page.getByRole('button', { name: 'More', exact: true });
        await menu.click();
        await page.getByRole('list', { name: 'More tabs' }).getByRole('link', { name: 'Parcels' }).click();
        await page.waitForURL(/\/lightning\/o\/Parcel__c/);
        await page.setViewportSize({ width: 1280, height: 1000 });

        await menu.waitFor({ state: 'detached' });
        await page.getByRole('navigation', { name: 'App navigation' }).getByRole('link', { name: 'Parcels' }).waitFor();
    });

    it('opens a screen action, which closes itself', async () => {
        await act('Weigh');
        await page.getByRole('heading', { name: 'The scales' }).waitFor();
        await page.getByText('It weighs 12.5.').waitFor();
        await page.getByRole('button', { name: 'Enough' }).click();

        await page.getByRole('heading', { name: 'The scales' }).waitFor({ state: 'detached' });
    });

    it('runs an action without a screen, and the page follows', async () => {
        await act('Lose');

        await page.locator('host-highlights-panel').getByText('Lost').waitFor();
    });

    it('creates a related record and updates the record by quick actions of metadata', async () => {
        await act('Add Part');
        await input('Parcel Name').fill('Handle');
        await save();
        await page.getByText('One part more.').waitFor();
        await act('Send');
        await input('Notes').fill('by ship');
        await save();
        await page.locator('host-highlights-panel').getByText('Sent').waitFor();

        const [part] = query("SELECT Parent__c, Notes__c FROM Parcel__c WHERE Name = 'Handle'");
        assert.deepEqual([part?.['Parent__c'], part?.['Notes__c']], [parcel, 'made by an action']);
        const [box] = query(`SELECT State__c, Notes__c FROM Parcel__c WHERE Id = '${parcel}'`);
        assert.deepEqual([box?.['State__c'], box?.['Notes__c']], ['Sent', 'by ship']);
    });

    it('says what an action would need that the local org does not have', async () => {
        await act('Walk');

        await page.getByText('It has not a quick action of the type Flow.').waitFor();
    });

    it('sorts a list by its columns, searches in it, and makes a new record from it', async () => {
        await open('/lightning/o/Parcel__c/list');
        const names = page.locator('host-record-table tbody td:first-child');
        await page.getByText('3 records').waitFor();
        await page.getByRole('button', { name: 'Weight' }).click();
        await page.locator('th[aria-sort="ascending"]').waitFor();
        assert.deepEqual(await names.allInnerTexts(), ['Lid', 'Body', 'Box']);
        await page.getByRole('button', { name: 'Weight' }).click();
        await page.locator('th[aria-sort="descending"]').waitFor();
        assert.deepEqual(await names.allInnerTexts(), ['Box', 'Body', 'Lid']);
        await page.getByLabel('Search this list').fill('bo');
        await page.getByText('2 records').waitFor();
        assert.deepEqual(await names.allInnerTexts(), ['Box', 'Body']);
        await page.getByRole('button', { name: 'New', exact: true }).click();
        await input('Weight').waitFor();
        await dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
        await page.waitForURL(/list$/);
    });

    it('keeps an item of the utility bar as it is from page to page', async () => {
        await page.getByRole('button', { name: 'Tally', exact: true }).click();
        await page.getByRole('button', { name: 'Count' }).click();
        await page.getByRole('link', { name: 'Parcels' }).first().click();
        await page.getByText('3 records').waitFor();

        assert.equal(await page.locator('host-utility-bar [data-count]').innerText(), '1');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Minimize Tally' }).click();
        await page.getByRole('button', { name: 'Count' }).waitFor({ state: 'hidden' });
    });

    it('shows a component by a rule on the user, and a rule that it does not know in the place of its component', async () => {
        await open('/lightning/page/home');

        await page.locator('main c-counter').first().waitFor();
        await page.getByText('The local org does not know {!$Weather.Sun} in a visibility rule.').waitFor();
        await page.getByRole('button', { name: 'New parcel' }).waitFor();
    });

    it('fails nowhere on the server', () => {
        assert.deepEqual(logged, []);
    });
});
