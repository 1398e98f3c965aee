import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openOrg } from '../org/engine/org.ts';
import { runOrgTests } from '../org/test/orgTests.ts';
import { runTestsInProcesses } from '../org/test/parallel.ts';
import type { Benchmark } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = { sourceDirs: [join(ROOT, 'force-app')], worldFile: join(ROOT, 'config/local-org.json') };

/** The package's Apex tests: in this process, and in one process per processor. */
export const apexTests: Benchmark = {
    name: 'apex-tests',
    async run(say) {
        say('Compiling the package');
        const opened = performance.now();
        const org = openOrg(SOURCE);
        let started;
        let count;
        try {
            started = performance.now();
            say('Running its Apex tests');
            count = runOrgTests(org, null).tests.length;
        } finally {
            org.close();
        }
        const ended = performance.now();
        const processes = availableParallelism();
        say(`Running them in ${processes} processes`);
        const { report } = await runTestsInProcesses({ ...SOURCE, tests: null, withLimits: false, processes });
        return [
            { name: 'Org opened in memory (compile included)', value: (started - opened) / 1000, unit: 's' },
            { name: `Apex tests per second (${count} tests)`, value: (1000 * count) / (ended - started), unit: '/s' },
            { name: 'Whole Apex suite, one process', value: (ended - opened) / 1000, unit: 's' },
            { name: `Whole Apex suite, ${processes} processes`, value: report.ms / 1000, unit: 's' },
            { name: 'One process against several', value: (ended - opened) / report.ms, unit: 'x' }
        ];
    }
};
