/**
 * `npm run test:mutation:org [-- --count 60 --seed 1 --at-least 54]`: breaks conditions of the local org where it saves,
 * queries, calculates and guards, one at a time, and runs its node tests on each, and on what these let pass the Apex tests
 * of the package. Exit 0 when enough of them were caught, 1 when not, 2 on wrong usage.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { seededRandom } from '../shared/random.ts';
import { chooseMutants } from '../mutation/mutants.ts';
import { mutationOptions, runMutants } from '../mutation/run.ts';
import { scriptMutantsOf } from '../mutation/scriptMutants.ts';
import { readText } from '../shared/sourceFiles.ts';

const BROKEN = ['dml', 'soql', 'security', 'formula'].map((folder) => `scripts/org/${folder}`);
/** Tests of the folders themselves, and behaviours in Apex, which go through all of them. */
const TESTED = [...BROKEN.map((folder) => `${folder}/__tests__`), 'scripts/org/engine/__tests__/behaviour'];
/** What else tests the org as a whole; asked only when the others noticed nothing. Damaged texts take too long for it. */
const TESTED_LAST = ['scripts/org/engine/__tests__/*.test.ts', 'scripts/org/lib/__tests__/*.test.ts'];
const SLOW = /fuzz|crash|debugging/;
const NOT_COPIED = new Set(['node_modules', 'ui', 'server']);
/** One run of the tests, in milliseconds; a mutant that loops for ever counts as caught. */
const RUN_TIMEOUT = 600_000;

const options = mutationOptions(process.argv.slice(2), { count: 60, seed: 1, atLeast: 54 });
if (options === null) {
    console.error('There are --count, --seed and --at-least, which take whole numbers');
    process.exit(2);
}

const root = process.cwd();
const sources = BROKEN.flatMap((folder) => globSync(`${folder}/**/*.ts`)).filter((path) => !path.includes('__tests__'));
const all = sources.toSorted().flatMap((path) => scriptMutantsOf(path, readText(root, path)));
const random = seededRandom(options.seed);
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
try {
    cpSync(join(root, 'scripts'), join(copy, 'scripts'), {
        recursive: true,
        filter: (path) => !NOT_COPIED.has(basename(path))
    });
    const packageFolders = packageDirectories();
    for (const name of ['package.json', 'sfdx-project.json', 'config', ...packageFolders]) {
        cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    process.exitCode = runMutants({
        chosen: chooseMutants(all, options.count, () => random.next()),
        total: all.length,
        atLeast: options.atLeast,
        copy,
        testsPass: (mutant) => {
            // The tests next to the broken file come first: they are quick and mostly enough.
            const [nearest, others] = split(mutant?.path ?? '');
            return (
                nodeTestsPass(filesIn(nearest)) &&
                nodeTestsPass(filesIn(others)) &&
                nodeTestsPass(wholeOrgTests()) &&
                apexTestsPass()
            );
        }
    });
} finally {
    rmSync(copy, { recursive: true, force: true });
}

/** Folders of the package, from its project file. */
function packageDirectories(): string[] {
    const project = JSON.parse(readText(root, 'sfdx-project.json')) as { packageDirectories: { path: string }[] };
    return project.packageDirectories.map(({ path }) => path);
}

function split(path: string): readonly [readonly string[], readonly string[]] {
    const isNear = (folder: string): boolean => path.startsWith(folder.replace('__tests__', ''));
    return [TESTED.filter(isNear), TESTED.filter((folder) => !isNear(folder))];
}

function filesIn(folders: readonly string[]): readonly string[] {
    return folders.flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: copy }));
}

function wholeOrgTests(): readonly string[] {
    return TESTED_LAST.flatMap((pattern) => globSync(pattern, { cwd: copy })).filter((path) => !SLOW.test(path));
}

function nodeTestsPass(files: readonly string[]): boolean {
    if (files.length === 0) {
        return true;
    }
    const run = spawnSync(process.execPath, ['--test', '--test-isolation=none', ...files], {
        cwd: copy,
        timeout: RUN_TIMEOUT,
        // A loop without end hears no other signal.
        killSignal: 'SIGKILL',
        stdio: 'ignore'
    });
    return run.status === 0;
}

/** The package's own Apex tests run on the broken org, too. */
function apexTestsPass(): boolean {
    const run = spawnSync(process.execPath, [join(copy, 'scripts/cli/testApex.ts'), '--no-coverage'], {
        cwd: copy,
        timeout: RUN_TIMEOUT,
        killSignal: 'SIGKILL',
        stdio: 'ignore'
    });
    return run.status === 0;
}
