/**
 * `npm run bench [-- --only NAME,... --json FILE --shares 0.1,1 --timeline-peer DIR --clock-peer DIR]`: measures and
 * prints, never fails on a figure. Shares are those of the large profile. The last two
 * name checkouts of other teams' components (Time Warp, AHA Easy Milestones) to measure ours against; without them
 * nothing is compared.
 */
import { writeFileSync } from 'node:fs';
import { apexTests } from '../bench/apexTests.ts';
import { large, SHARES } from '../bench/large.ts';
import { leadPage } from '../bench/leadPage.ts';
import { clockPeer } from '../bench/peers/clockPeer.ts';
import { timelinePeer } from '../bench/peers/timelinePeer.ts';
import { scale } from '../bench/scale.ts';
import { startUp } from '../bench/startUp.ts';
import { formatTable, type Row } from '../bench/table.ts';
import { timeline } from '../bench/timeline.ts';
import { touchLoad } from '../bench/touchLoad.ts';
import { writes } from '../bench/writes.ts';
import { flagsOf } from './flags.ts';

const USAGE =
    'Usage: npm run bench [-- --only NAME,... --json FILE --shares 0.1,1 --timeline-peer DIR --clock-peer DIR]';

const { values } = flagsOf(USAGE, {
    options: {
        only: { type: 'string' },
        json: { type: 'string' },
        shares: { type: 'string' },
        'timeline-peer': { type: 'string' },
        'clock-peer': { type: 'string' }
    }
});
const peers = [
    values['timeline-peer'] === undefined ? [] : [timelinePeer(values['timeline-peer'])],
    values['clock-peer'] === undefined ? [] : [clockPeer(values['clock-peer'])]
].flat();
const shares = values.shares?.split(',').map(Number) ?? SHARES;
const benchmarks = [startUp, leadPage, apexTests, writes, scale, touchLoad, large(shares), timeline, ...peers];
const names = values.only?.split(',') ?? benchmarks.map((benchmark) => benchmark.name);
const unknown = names.find((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown !== undefined) {
    console.error(`There is no benchmark ${unknown}: ${benchmarks.map((benchmark) => benchmark.name).join(', ')}`);
    process.exit(2);
}
const rows: Row[] = [];
const reports: string[] = [];
for (const benchmark of benchmarks.filter((each) => names.includes(each.name))) {
    const found = await benchmark.run((line) => console.error(`${benchmark.name}: ${line}`));
    rows.push(...found);
    if (benchmark.report) reports.push(benchmark.report(found));
}
const plain = rows.filter(({ share }) => share === undefined);
console.log([...(plain.length > 0 ? [formatTable(plain)] : []), ...reports].join('\n\n'));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
