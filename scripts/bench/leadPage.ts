import { leadNamed } from '../e2e/pages.ts';
import { timed, withApp } from './package.ts';
import { median, type Benchmark } from './table.ts';

const LOADS = 7;

/** From the request of the Lead page to the Accept button, in a warm browser. */
export const leadPage: Benchmark = {
    name: 'lead-page',
    run: (say) =>
        withApp(async (app) => {
            const page = await app.pageOf('priya');
            const url = `${app.url}/lightning/r/Lead/${await leadNamed(app, 'Corin Hallowmere')}/view`;
            const times: number[] = [];
            for (let load = 0; load < LOADS; load++) {
                say(`Load ${load + 1}/${LOADS}`);
                const [milliseconds] = await timed(async () => {
                    await page.goto(url);
                    await page.locator('c-handoff-card').getByRole('button', { name: 'Accept' }).waitFor();
                    await page.locator('c-engagement-timeline').getByText('Showing 50 of 220').waitFor();
                });
                times.push(milliseconds);
            }
            return [{ name: `Lead page to Accept and timeline, median of ${LOADS}`, value: median(times), unit: 'ms' }];
        })
};
