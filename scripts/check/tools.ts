/** Checks that other people's tools do: formatter, linter, type checker. Their own messages are shown as they are. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Check, CheckResult } from './check.ts';

const TIMEOUT_MS = 300_000;

function toolCheck(name: string, proves: string, commands: readonly (readonly [string, ...string[]])[]): Check {
    return {
        name,
        proves,
        run(root): CheckResult {
            const problems = commands.flatMap(([tool, ...parameters]) => {
                const run = spawnSync(join(root, 'node_modules/.bin', tool), parameters, {
                    cwd: root,
                    encoding: 'utf8',
                    timeout: TIMEOUT_MS,
                    maxBuffer: 64 * 1024 * 1024
                });
                const text = `${run.stdout}${run.stderr}${run.error ? run.error.message : ''}`.trim();
                return run.status === 0 ? [] : [{ path: tool, message: `failed\n${text}` }];
            });
            return { problems, examined: `${commands.length} ${commands.length === 1 ? 'run' : 'runs'}` };
        }
    };
}

export const formatCheck = toolCheck('format', 'every file is formatted as .prettierrc says', [
    ['prettier', '--check', '--log-level', 'warn', '.']
]);

export const lintCheck = toolCheck('lint', 'ESLint finds nothing in components and scripts', [
    ['eslint', '--max-warnings', '0', '.']
]);

export const typesCheck = toolCheck('types', 'components, tests and scripts are well typed', [
    ['tsc', '-p', 'tsconfig.json', '--noEmit'],
    ['tsc', '-p', 'scripts/tsconfig.json', '--noEmit']
]);
