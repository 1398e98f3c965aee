/** Commands with few flags answer what they do not know with their usage: check, bench, test:mutation. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';

function run(command: string, ...flags: string[]): { status: number | null; stdout: string; stderr: string } {
    const file = resolve(import.meta.dirname, '..', `${command}.ts`);
    return spawnSync(process.execPath, [file, ...flags], { encoding: 'utf8' });
}

describe('a command with few flags', () => {
    for (const command of ['check', 'bench']) {
        it(`tells its usage: ${command}`, () => {
            const { status, stdout } = run(command, '--help');

            assert.equal(status, 0);
            assert.match(stdout, /^Usage: npm run /);
        });
    }

    for (const command of ['check', 'bench', 'testMutation', 'testMutationOrg']) {
        it(`names no stack when a flag is wrong: ${command}`, () => {
            const { status, stderr } = run(command, '--sed', '3');

            assert.equal(status, 2);
            assert.doesNotMatch(stderr, /\n    at /);
            assert.match(stderr, /--/);
        });
    }
});
