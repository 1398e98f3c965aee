import { join } from 'node:path';
import { openOrg } from '../org/engine/org.ts';
import type { Benchmark } from './table.ts';
import { runOrgTests } from '../org/test/orgTests.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The package's Apex tests, in process. */
export const apexTests: Benchmark = {
    name: 'apex-tests',
    run(say) {
        say('Compiling the package');
        const opened = performance.now();
        const org = openOrg({
            sourceDirs: [join(ROOT, 'force-app')],
            worldFile: join(ROOT, 'config/local-org.json')
        });
        try {
            say('Running its Apex tests');
            const started = performance.now();
            const count = runOrgTests(org, null).tests.length;
            const seconds = (performance.now() - started) / 1000;
            return Promise.resolve([
                { name: 'Org opened in memory (compile included)', value: (started - opened) / 1000, unit: 's' },
                { name: `Apex tests per second (${count} tests)`, value: count / seconds, unit: '/s' }
            ]);
        } finally {
            org.close();
        }
    }
};
