/**
 * Lists what a source tree uses and the local org does not support, before anything runs.
 *
 *   npm run org:check -- [--source-dir DIR]...
 *
 * Exit code 0: everything is supported; 1: something is not, or does not compile; 2: wrong use.
 */
import { existsSync, realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { diagnosticText, openOrg } from '../org/engine/org.ts';
import type { Diagnostic } from '../org/runtime/program.ts';
import { packageDirectories } from '../shared/sourceFiles.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';

const USAGE = 'Usage: npm run org:check -- [--source-dir DIR]... (default: package directories of sfdx-project.json)';

/** @throws ToolError for options or folders that there are not */
function sourceDirs(argv: readonly string[]): readonly string[] {
    let given: readonly string[];
    try {
        const { values } = parseArgs({
            args: [...argv],
            options: { 'source-dir': { type: 'string', multiple: true } }
        });
        given = values['source-dir'] ?? packageDirectories(process.cwd());
    } catch (error) {
        throw new ToolError('UsageError', (error as Error).message, [USAGE]);
    }
    const missing = given.filter((dir) => !existsSync(dir));
    if (missing.length > 0) {
        throw new ToolError('UsageError', `There is no folder ${missing.join(', ')}`, [USAGE]);
    }
    return given;
}

function byPlace(one: Diagnostic, other: Diagnostic): number {
    return one.path.localeCompare(other.path) || one.line - other.line || one.column - other.column;
}

/**
 * The command.
 * @param argv arguments without node and script
 * @returns the exit code
 */
export function main(argv: readonly string[], print: (text: string) => void = console.log): number {
    const org = openOrg({ sourceDirs: sourceDirs(argv), keepGoing: true });
    try {
        const errors = org.diagnostics.filter((one) => one.kind === 'error').sort(byPlace);
        const unsupported = org.diagnostics.filter((one) => one.kind === 'unsupported').sort(byPlace);
        errors.forEach((one) => print(`error        ${diagnosticText(one)}`));
        unsupported.forEach((one) => print(`unsupported  ${diagnosticText(one)}`));
        const files = new Set(unsupported.map((one) => one.path));
        print(`${unsupported.length} unsupported uses in ${files.size} files, ${errors.length} errors`);
        return org.diagnostics.length === 0 ? 0 : 1;
    } finally {
        org.close();
    }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
    try {
        process.exitCode = main(process.argv.slice(2));
    } catch (error) {
        if (!(error instanceof ToolError)) throw error;
        console.error(toolErrorText(error));
        process.exitCode = error.name === 'UsageError' ? 2 : 1;
    }
}
