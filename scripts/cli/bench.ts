/** `npm run bench [-- --only NAME,... --json FILE]`: measures and prints, never fails on a figure. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { apexTests } from '../bench/apexTests.ts';
import { leadPage } from '../bench/leadPage.ts';
import { startUp } from '../bench/startUp.ts';
import { formatTable, type Row } from '../bench/table.ts';
import { timeline } from '../bench/timeline.ts';
import { writes } from '../bench/writes.ts';

const benchmarks = [startUp, leadPage, apexTests, writes, timeline];
const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const names = values.only?.split(',') ?? benchmarks.map((benchmark) => benchmark.name);
const unknown = names.find((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown !== undefined) {
    console.error(`There is no benchmark ${unknown}: ${benchmarks.map((benchmark) => benchmark.name).join(', ')}`);
    process.exit(2);
}
const rows: Row[] = [];
for (const benchmark of benchmarks.filter((each) => names.includes(each.name))) {
    rows.push(...(await benchmark.run((line) => console.error(`${benchmark.name}: ${line}`))));
}
console.log(formatTable(rows));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
