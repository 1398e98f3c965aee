/** How people use the scoreboard. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { isWaiting, shownFrame, type OrgUnderTest } from './orgUnderTest.ts';
import { expectSoon } from './pages.ts';

const TRIES = 300;
const PAUSE_MS = 50;
/** Looks in a row that have to find nothing. */
const LOOKS = 3;

/** Opens the scoreboard, for a period if one is named, and waits for every widget. */
export async function openBoard(page: Page, org: OrgUnderTest, period?: string): Promise<Locator> {
    await page.goto(`${org.url}/lightning/n/Baton_Scoreboard`);
    const board = page.locator('c-insight-dashboard');
    await board.locator('[data-id="figure"]').first().waitFor();
    await settled(board);
    if (period !== undefined) {
        await choose(board, 'Period', period);
    }
    return board;
}

/** Chooses in a combobox and waits until every widget has its answer. */
export async function choose(scope: Locator, name: string, option: string): Promise<void> {
    const box = scope.getByRole('combobox', { name, exact: true }).first();
    await box.click();
    await scope.getByRole('option', { name: option, exact: true }).click();
    await settled(scope);
}

/** Waits until nothing loads any more, looked at repeatedly: what a widget asks may follow from what another one got. */
export async function settled(scope: Locator): Promise<void> {
    const page = scope.page();
    const isQuiet = async (): Promise<boolean> => {
        await shownFrame(page);
        return !isWaiting(page) && (await scope.locator('lightning-spinner').count()) === 0;
    };
    let quiet = 0;
    for (let tries = 0; tries < TRIES && quiet < LOOKS; tries++) {
        quiet = (await isQuiet()) ? quiet + 1 : 0;
        if (quiet === 0) await page.waitForTimeout(PAUSE_MS);
    }
    assert.equal(quiet, LOOKS, 'the page came to rest');
}

export function tileOf(board: Locator, label: string): Locator {
    return board.locator('c-insight-metric-tile').filter({ hasText: label });
}

/** Opens a combobox by keyboard and takes its last option, waiting as a person does for what each key brings up. */
export async function chooseLastByKeys(scope: Locator, name: string): Promise<void> {
    const box = scope.getByRole('combobox', { name, exact: true }).first();
    await box.focus();
    await box.press('Enter');
    const last = scope.getByRole('option').last();
    await last.waitFor();
    const id = await last.getAttribute('id');
    for (let tries = 0; tries < TRIES && (await box.getAttribute('aria-activedescendant')) !== id; tries++) {
        await box.press('End');
        await scope.page().waitForTimeout(PAUSE_MS);
    }
    await box.press('Enter');
    await last.waitFor({ state: 'hidden' });
    await settled(scope);
}

/** The figure of a tile and the cases behind it. */
export async function figureOf(board: Locator, label: string): Promise<readonly [string, string]> {
    const tile = tileOf(board, label);
    return [await tile.locator('[data-id="figure"]').innerText(), await tile.locator('[data-id="cases"]').innerText()];
}

/** Waits until a tile shows a figure and its cases, and fails with what it shows instead. */
export function expectFigure(board: Locator, label: string, expected: readonly [string, string]): Promise<void> {
    return expectSoon(() => figureOf(board, label), expected, label);
}

/** Opens a figure and waits for its rows. */
export async function openRows(tile: Locator): Promise<Locator> {
    await tile.getByRole('button', { name: /Show the rows/ }).click();
    const dialog = tile.page().getByRole('dialog');
    await dialog.locator('[data-id="shown"], [data-id="empty"]').waitFor();
    return dialog;
}

export async function closeDialog(page: Page): Promise<void> {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** 174 of `Showing 50 of 174`. */
export async function totalOf(dialog: Locator): Promise<number> {
    return Number(/of ([\d,]+)/.exec(await dialog.locator('[data-id="shown"]').innerText())?.[1]?.replace(',', ''));
}
