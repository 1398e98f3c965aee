/** Finds Chromium and opens pages for tests; where there is no browser a test says so and fails. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const USUAL_PLACES = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** @throws Error that says how to get a browser. */
export async function launchBrowser(): Promise<Browser> {
    const own = chromium.executablePath();
    const found = [process.env['CHROMIUM_PATH'], ...USUAL_PLACES, own].find(
        (path) => path !== undefined && path !== '' && existsSync(path)
    );
    if (found === undefined)
        throw new Error('No Chromium found. Set CHROMIUM_PATH, or run "npx playwright-core install chromium".');
    return chromium.launch({
        executablePath: found,
        args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1']
    });
}
