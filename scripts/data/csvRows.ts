/** Reads CSV row by row: what is held at a time does not grow with the file. */
import { pipeline, type Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { ToolError } from '../shared/toolError.ts';

/** Characters. A row that is longer has a quote that nobody closed. */
const LONGEST_ROW = 1024 * 1024;
const LINE_BREAK = /\r\n|\n|\r/g;

export interface CsvRow {
    /** Line of the file at which the row starts; the first line is 1. */
    readonly line: number;
    readonly cells: readonly string[];
    /** Bytes of the file up to the end of the row. */
    readonly bytesRead: number;
}

/**
 * The rows that say something; the header is the first of them. Quoted cells, both line endings, and a byte order mark
 * are understood.
 *
 * @throws ToolError `UsageError` with the line from which on nobody can tell where a row ends
 */
export async function* readCsvRows(source: Readable): AsyncGenerator<CsvRow> {
    const parser = parse({
        bom: true,
        info: true,
        max_record_size: LONGEST_ROW,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        skip_empty_lines: true
    });
    // Errors of the file reach the parser, and through it whoever asks for the next row.
    pipeline(source, parser, () => undefined);
    let lastLine = 0;
    let emptyBefore = 0;
    try {
        for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
            const line = lastLine + 1 + info.empty_lines - emptyBefore;
            lastLine = line + record.reduce((sum, cell) => sum + lineBreaks(cell), 0);
            emptyBefore = info.empty_lines;
            if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record, bytesRead: info.bytes };
        }
    } catch (error) {
        throw broken(error as Error);
    } finally {
        source.destroy();
    }
}

const lineBreaks = (cell: string): number => cell.match(LINE_BREAK)?.length ?? 0;

function broken(error: Error): Error {
    if (!(error instanceof CsvError)) return error;
    const { code, lines } = error as CsvError & { readonly lines: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
        return new ToolError('UsageError', `A quote opens before or on line ${lines} and is never closed.`, [
            'Close it, or write a quote inside a value twice: "the ""new"" console"'
        ]);
    }
    return new ToolError('UsageError', `Line ${lines} has a quote in the middle of a value.`, [
        'Put the whole value into quotes and write the quote inside twice: "the ""new"" console"'
    ]);
}
