/** Runs the tools of others beside each other, and says in one sentence when one is not there. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ToolError } from '../shared/toolError.ts';

export interface CommandResult {
    /** Null when it was stopped: it took too long. */
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/**
 * @param timeout in milliseconds; the command is stopped after it
 * @throws ToolError when the command cannot be started
 */
export function runCommand(
    command: string,
    parameters: readonly string[],
    { cwd, timeout }: { readonly cwd: string; readonly timeout: number }
): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
        const child = spawn(command, parameters, { cwd, timeout, stdio: ['ignore', 'pipe', 'pipe'] });
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
        child.on('error', (cause) => reject(missingCommand(command, cause)));
        child.on('close', (status) =>
            resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
        );
    });
}

function missingCommand(command: string, cause: Error): ToolError {
    const action = command === 'java' ? 'Install Java 11 or newer and put it on the PATH.' : 'Run npm ci.';
    return new ToolError('ToolMissing', `${command} did not run (${cause.message}).`, [action]);
}

/**
 * Folder of Java libraries inside an npm package.
 * @throws ToolError when the package is not installed
 */
export function javaLibraryOf(npmPackage: string): string {
    try {
        const folder = join(dirname(createRequire(import.meta.url).resolve(npmPackage)), 'java-lib');
        if (existsSync(folder)) {
            return folder;
        }
    } catch {
        // Said below.
    }
    throw packageMissing(npmPackage);
}

export function packageMissing(npmPackage: string): ToolError {
    return new ToolError('ToolMissing', `The npm package ${npmPackage} is not installed.`, ['Run npm ci.']);
}
