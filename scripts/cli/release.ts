/**
 * `npm run release`: builds the artefact for admins without Node, release/NAME-VERSION.zip.
 * With --record it also writes down what the version ships, so that later versions know what they dropped.
 * Exit code 0: done; 1: it could not be built; 2: wrong use; 10: a bug.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildComponents } from '../build/components.ts';
import { buildRelease } from '../deploy/release.ts';
import { RELEASES } from '../deploy/releases.ts';
import { packageDirectories, readText } from '../shared/sourceFiles.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';

const USAGE = `Usage: npm run release [-- options]
  --output DIR   folder for the zip (default: release)
  --record       also write ${RELEASES}/VERSION.xml, to be committed with the released version
  --help         show this text`;

const ROOT = resolve(import.meta.dirname, '../..');

async function release(output: string, records: boolean): Promise<string[]> {
    const { name, version } = JSON.parse(readText(ROOT, 'package.json')) as { name: string; version: string };
    const { sourceApiVersion } = JSON.parse(readText(ROOT, 'sfdx-project.json')) as { sourceApiVersion: string };
    buildComponents(ROOT);
    const sourceDirs = packageDirectories(ROOT).map((directory) => resolve(ROOT, directory));
    const { zip, manifest, files } = await buildRelease(sourceDirs, sourceApiVersion);
    mkdirSync(output, { recursive: true });
    const path = join(output, `${name}-${version}.zip`);
    writeFileSync(path, zip);
    const said = [
        `${relative(process.cwd(), path)}: ${files.length} files, ${Math.ceil(zip.length / 1024)} KB`,
        `Deploy it: sf project deploy start --metadata-dir ${name}-${version}.zip --single-package --test-level RunLocalTests`
    ];
    if (records) said.push(record(version, manifest));
    return said;
}

/** A released version is written down once. @throws ToolError when it was released with other members */
function record(version: string, manifest: string): string {
    const path = join(ROOT, RELEASES, `${version}.xml`);
    if (existsSync(path) && readFileSync(path, 'utf8') !== manifest) {
        throw new ToolError('ReleaseFailed', `Version ${version} was released with other members.`, [
            'Raise the version in package.json and versionNumber in sfdx-project.json'
        ]);
    }
    mkdirSync(join(ROOT, RELEASES), { recursive: true });
    writeFileSync(path, manifest);
    return `${RELEASES}/${version}.xml says what it ships: commit it.`;
}

async function main(): Promise<number> {
    try {
        let values;
        try {
            ({ values } = parseArgs({
                options: {
                    output: { type: 'string', default: join(ROOT, 'release') },
                    record: { type: 'boolean', default: false },
                    help: { type: 'boolean', default: false }
                },
                strict: true
            }));
        } catch (error) {
            throw new ToolError('UsageError', (error as Error).message, ['Run it with --help to see the options']);
        }
        const lines = values.help ? [USAGE] : await release(resolve(values.output), values.record);
        process.stdout.write(`${lines.join('\n')}\n`);
        return 0;
    } catch (error) {
        const isTool = error instanceof ToolError;
        process.stderr.write(`${isTool ? toolErrorText(error) : ((error as Error).stack ?? String(error))}\n`);
        return isTool ? (error.name === 'UsageError' ? 2 : 1) : 10;
    }
}

process.exitCode = await main();
