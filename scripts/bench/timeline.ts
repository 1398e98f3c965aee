import { insertAll, timed, withApp } from './package.ts';
import type { Benchmark, Row } from './table.ts';

const SIZES = [1_000, 5_000];
const HOUR = 3_600_000;
const TYPES = ['page_visit', 'email_open', 'email_click', 'download', 'webinar_attended', 'vac_kit'];

/** The engagement timeline of people with very many touches: time to the first page of it, and its size in the DOM. */
export const timeline: Benchmark = {
    name: 'timeline',
    run: (say) =>
        withApp(async (app) => {
            const rows: Row[] = [];
            const page = await app.pageOf('admin');
            for (const size of SIZES) {
                say(`${size} events`);
                const [lead] = await insertAll(app, 'Lead', [
                    { LastName: `Timeline ${size}`, Company: 'Bench Hospital' }
                ]);
                const touches = Array.from({ length: size }, (_, index) => ({
                    External_Key__c: `bench:${size}:${index}`,
                    Lead__c: lead,
                    Type__c: TYPES[index % TYPES.length],
                    Occurred_At__c: new Date(app.org.clock.now() - (index + 1) * HOUR).toISOString(),
                    Source_System__c: 'bench',
                    Match_Status__c: 'Matched'
                }));
                await insertAll(app, 'Engagement__c', touches, 'External_Key__c');
                const component = page.locator('c-engagement-timeline');
                await page.goto(`${app.url}/lightning/r/Lead/${lead}/view`);
                await component.getByText(`Showing 50 of ${size}`).waitFor();
                const [milliseconds] = await timed(async () => {
                    await page.reload();
                    await component.getByText(`Showing 50 of ${size}`).waitFor();
                });
                rows.push(
                    {
                        name: `timeline of ${size} events: page load to its first page`,
                        value: milliseconds,
                        unit: 'ms'
                    },
                    {
                        name: `timeline of ${size} events: DOM nodes`,
                        value: await component.locator('*').count(),
                        unit: ''
                    }
                );
            }
            return rows;
        })
};
