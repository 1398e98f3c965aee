/** Flags of a command that has few of them: what is not known, or asked for by --help, is answered with the usage. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Parsed<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>;

/** Ends the process: with 0 after --help, with 2 after a flag that there is not. */
export function flagsOf<T extends ParseArgsConfig>(usage: string, config: T): Parsed<T> {
    if (process.argv.slice(2).includes('--help')) {
        console.log(usage);
        process.exit(0);
    }
    try {
        return parseArgs(config);
    } catch (error) {
        console.error(`${(error as Error).message}\n${usage}`);
        process.exit(2);
    }
}
