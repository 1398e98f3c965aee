/** `npm run build [-- --typings]`: typings for editors and checks, then the JavaScript of every component. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildComponents } from '../build/components.ts';
import { buildTypings } from '../build/typings.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';

const root = resolve(import.meta.dirname, '../..');

function main(): number {
    let isTypingsOnly: boolean;
    try {
        isTypingsOnly = parseArgs({ options: { typings: { type: 'boolean', default: false } } }).values.typings;
    } catch (error) {
        console.error(`${error instanceof Error ? error.message : String(error)}\nUsage: npm run build [-- --typings]`);
        return 2;
    }
    const typings = buildTypings(root);
    console.log(
        `typings: ${typings.apexMethods} Apex methods, ${typings.labels} labels, ${typings.schemaModules} schema modules`
    );
    if (!isTypingsOnly) {
        const built = buildComponents(root);
        console.log(
            `components: ${built.bundles} bundles, ${built.written.length} files changed, ${built.removed.length} left-overs removed`
        );
    }
    return 0;
}

try {
    process.exitCode = main();
} catch (error) {
    if (!(error instanceof ToolError)) {
        throw error;
    }
    console.error(toolErrorText(error));
    process.exitCode = 1;
}
