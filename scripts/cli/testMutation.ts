/**
 * `npm run test:mutation [-- --count 20 --seed 1 --at-least 17]`: breaks conditions of the package's Apex one at a time and
 * runs the Apex tests on each. Exit 0 when enough of them were caught, 1 when not, 2 on wrong usage.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { seededRandom } from '../shared/random.ts';
import { chooseMutants, mutantsOf, type Mutant } from '../mutation/mutants.ts';
import { mutationOptions, runMutants } from '../mutation/run.ts';
import { filesBelow, packageDirectories, readText } from '../shared/sourceFiles.ts';

/** A mutant that loops for ever counts as caught: one that takes so many times as long as the sound code. */
const PATIENCE = 5;
/** What the sound code may take, in milliseconds. */
const SOUND_TIMEOUT = 600_000;

const options = mutationOptions(process.argv.slice(2), { count: 20, seed: 1, atLeast: 17 });
if (options === null) {
    console.error('There are --count, --seed and --at-least, which take whole numbers');
    process.exit(2);
}

const root = process.cwd();
const folders = packageDirectories(root);
const classes = folders.flatMap((folder) => filesBelow(root, folder)).filter((path) => path.endsWith('.cls'));
const all = classes.flatMap((path) => mutantsOf(path, readText(root, path)));
const random = seededRandom(options.seed);
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
let timeout = SOUND_TIMEOUT;

try {
    folders.forEach((folder) => cpSync(join(root, folder), join(copy, folder), { recursive: true }));
    process.exitCode = runMutants({
        chosen: chooseMutants(all, options.count, () => random.next()),
        total: all.length,
        atLeast: options.atLeast,
        copy,
        testsPass
    });
} finally {
    rmSync(copy, { recursive: true, force: true });
}

function testsPass(mutant: Mutant | null): boolean {
    const start = performance.now();
    const sources = folders.flatMap((folder) => ['--source-dir', join(copy, folder)]);
    const run = spawnSync(process.execPath, [join(root, 'scripts/cli/testApex.ts'), ...sources], {
        cwd: root,
        timeout,
        // A loop without end hears no other signal.
        killSignal: 'SIGKILL',
        stdio: 'ignore'
    });
    if (mutant === null) {
        timeout = Math.ceil(PATIENCE * (performance.now() - start));
    }
    return run.status === 0;
}
