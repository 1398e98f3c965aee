/**
 * Runs a public Apex suite from a checkout outside the repository and writes its counts into the committed table.
 *
 *   npm run conformance -- --suite-dir DIR [--source-dir DIR]...
 *
 * Exit code 0: the row was written, whatever the tests gave; 1: the suite cannot be opened; 2: wrong use.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openOrg } from '../org/engine/org.ts';
import { conformanceRow, withRow } from '../org/test/conformance.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';
import { runOrgTests } from '../org/test/orgTests.ts';

const TABLE = resolve(import.meta.dirname, '../org/CONFORMANCE.md');

const USAGE = 'Usage: npm run conformance -- --suite-dir DIR [--source-dir DIR]... (existing folders)';
const OPTIONS = { 'suite-dir': { type: 'string' }, 'source-dir': { type: 'string', multiple: true } } as const;

/** @throws ToolError for options that there are not */
function optionsOf(argv: string[]): { 'suite-dir'?: string; 'source-dir'?: string[] } {
    try {
        return parseArgs({ args: argv, options: OPTIONS }).values;
    } catch (error) {
        throw new ToolError('UsageError', (error as Error).message, [USAGE]);
    }
}

function main(argv: string[]): number {
    const values = optionsOf(argv);
    const suite = values['suite-dir'];
    const sourceDirs = values['source-dir'] ?? (suite === undefined ? [] : [suite]);
    if (suite === undefined || ![suite, ...sourceDirs].every((dir) => existsSync(dir))) {
        console.error(USAGE);
        return 2;
    }
    const org = openOrg({ sourceDirs, keepGoing: true });
    try {
        const row = conformanceRow(basename(resolve(suite)), runOrgTests(org, null));
        writeFileSync(TABLE, withRow(existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '', row));
        console.log(row);
    } finally {
        org.close();
    }
    return 0;
}

try {
    process.exitCode = main(process.argv.slice(2));
} catch (error) {
    if (!(error instanceof ToolError)) throw error;
    console.error(toolErrorText(error));
    process.exitCode = error.name === 'UsageError' ? 2 : 1;
}
