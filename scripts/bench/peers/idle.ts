/** What a page does while nobody touches it. */
import type { Page } from 'playwright-core';

const MINUTES_PER_HOUR = 60;

export interface Idle {
    /** Nodes added, removed or changed inside the component, per minute. */
    readonly mutationsPerMinute: number;
    /** Calls of Apex and of the REST API, per hour and open tab. */
    readonly callsPerHour: number;
}

/** The page's shadow hides what happens inside of components from observers made after it. Runs before the page. */
const KEEP_NATIVE = `globalThis.native = {
    Observer: MutationObserver,
    observe: MutationObserver.prototype.observe,
    find: Document.prototype.querySelector
};`;

/** Counts from now on; runs in the page. */
const COUNT = `(selector) => {
    globalThis.mutations = 0;
    const observer = new native.Observer((records) => { globalThis.mutations += records.length; });
    native.observe.call(observer, native.find.call(document, selector), {
        attributes: true, characterData: true, childList: true, subtree: true
    });
}`;

/** Makes the page's clock one that is moved by hand. Call it before the page is opened. */
export async function stopTime(page: Page): Promise<void> {
    await page.addInitScript(KEEP_NATIVE);
    await page.clock.install();
}

/**
 * Lets an hour pass in the browser, timer by timer, and counts what the component did in it.
 *
 * @param page     a page after `stopTime`
 * @param selector the component
 */
export async function idleHour(page: Page, selector: string): Promise<Idle> {
    let calls = 0;
    page.on('request', (request) => {
        // Live reload and the state of the clock belong to the frame around the app.
        calls += /\/apex\/|\/services\//.test(request.url()) ? 1 : 0;
    });
    await page.evaluate(`(${COUNT})(${JSON.stringify(selector)})`);
    for (let minute = 0; minute < MINUTES_PER_HOUR; minute++) {
        await page.clock.runFor('01:00');
    }
    const mutations = await page.evaluate<number>('globalThis.mutations');
    return { mutationsPerMinute: mutations / MINUTES_PER_HOUR, callsPerHour: calls };
}
