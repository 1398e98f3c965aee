/** Source maps, so that a debugger (`node --inspect`) shows and steps through Apex. */
import type { LineOrigin } from '../runtime/record.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base 64 with variable length, as the source map format has it. */
function encode(value: number): string {
    let rest = value < 0 ? (-value << 1) | 1 : value << 1;
    let text = '';
    do {
        const digit = rest & 31;
        rest >>>= 5;
        text += digits[rest > 0 ? digit | 32 : digit];
    } while (rest > 0);
    return text;
}

/**
 * Comment to put behind a script.
 *
 * @param origins index: emitted line, from 0
 * @param path of the Apex file
 */
export function sourceMapComment(origins: readonly LineOrigin[], path: string, source: string): string {
    let line = 0;
    let column = 0;
    const mappings = origins.map((origin) => {
        if (!origin) return '';
        const [toLine, toColumn] = [origin.line - 1, origin.column - 1];
        const segment = encode(0) + encode(0) + encode(toLine - line) + encode(toColumn - column);
        [line, column] = [toLine, toColumn];
        return segment;
    });
    const map = { version: 3, sources: [path], sourcesContent: [source], names: [], mappings: mappings.join(';') };
    return `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
}
