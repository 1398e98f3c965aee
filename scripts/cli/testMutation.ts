/**
 * `npm run test:mutation [-- --count 20 --seed 1 --at-least 17]`: breaks conditions of the package's Apex one at a time and
 * runs the Apex tests on each. Exit 0 when enough of them were caught, 1 when not, 2 on wrong usage.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../data/random.ts';
import { chooseMutants, mutantsOf } from '../mutation/mutants.ts';
import { filesBelow, packageDirectories, readText } from '../shared/sourceFiles.ts';

/** One run of the whole suite, in milliseconds; a mutant that loops for ever counts as caught. */
const RUN_TIMEOUT = 60_000;

const { values } = parseArgs({
    options: {
        count: { type: 'string', default: '20' },
        seed: { type: 'string', default: '1' },
        'at-least': { type: 'string', default: '17' }
    }
});
const count = Number(values.count);
const atLeast = Number(values['at-least']);
if (![count, atLeast, Number(values.seed)].every(Number.isInteger) || count < 1) {
    console.error('--count, --seed and --at-least take whole numbers');
    process.exit(2);
}

const root = process.cwd();
const folders = packageDirectories(root);
const classes = folders.flatMap((folder) => filesBelow(root, folder)).filter((path) => path.endsWith('.cls'));
const all = classes.flatMap((path) => mutantsOf(path, readText(root, path)));
const random = seededRandom(Number(values.seed));
const chosen = chooseMutants(all, count, () => random.next());
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));

let caught = 0;
try {
    folders.forEach((folder) => cpSync(join(root, folder), join(copy, folder), { recursive: true }));
    if (!testsPass()) {
        console.error('The tests fail before anything is broken: run npm run test:apex');
        process.exit(1);
    }
    for (const [index, mutant] of chosen.entries()) {
        writeFileSync(join(copy, mutant.path), mutant.text);
        const isCaught = !testsPass();
        writeFileSync(join(copy, mutant.path), readText(root, mutant.path));
        caught += isCaught ? 1 : 0;
        const verdict = isCaught ? 'caught ' : 'MISSED ';
        console.log(
            `${verdict} ${index + 1}/${chosen.length} ${mutant.path}:${mutant.line} ${mutant.before} -> ${mutant.after}`
        );
    }
} finally {
    rmSync(copy, { recursive: true, force: true });
}
console.log(
    `${caught} of ${chosen.length} broken conditions were caught (${all.length} can be broken); at least ${atLeast} are asked for`
);
process.exit(caught >= Math.min(atLeast, chosen.length) && chosen.length > 0 ? 0 : 1);

function testsPass(): boolean {
    const sources = folders.flatMap((folder) => ['--source-dir', join(copy, folder)]);
    const run = spawnSync(process.execPath, [join(root, 'scripts/cli/testApex.ts'), ...sources], {
        cwd: root,
        timeout: RUN_TIMEOUT,
        stdio: 'ignore'
    });
    return run.status === 0;
}
