/** Reads a file of touches to its end before anything is sent: a date that is misread is worse than none. */
import { ToolError } from '../shared/toolError.ts';
import { readTouchHeader, type TouchHeader } from './csvColumns.ts';
import type { CsvRow } from './csvRows.ts';
import { readTouch } from './csvTouches.ts';

const LINES_SHOWN = 5;

export interface CheckedCsv {
    readonly header: TouchHeader;
    /** Rows below the header. */
    readonly rows: number;
    /** Rows that cannot be sent as they are. */
    readonly malformed: number;
}

/**
 * @param onRow told how far it is
 * @throws ToolError `UsageError` for a file without rows, without a needed column, or with instants that nobody can read
 */
export async function checkTouches(
    rows: AsyncIterable<CsvRow>,
    onRow: (bytesRead: number) => void = () => undefined
): Promise<CheckedCsv> {
    let header: TouchHeader | undefined;
    let count = 0;
    let malformed = 0;
    const unreadable: string[] = [];
    let unreadableCount = 0;
    for await (const row of rows) {
        if (header === undefined) {
            header = readTouchHeader(row.cells.map((name) => name.trim()));
            continue;
        }
        count++;
        const reading = readTouch(row, header);
        if (reading.kind === 'malformed') malformed++;
        if (reading.kind === 'unreadable' && ++unreadableCount <= LINES_SHOWN) {
            unreadable.push(`Line ${row.line}: ${reading.reason}.`);
        }
        onRow(row.bytesRead);
    }
    if (header === undefined) {
        throw new ToolError('UsageError', 'The file is empty.', ['Name the columns in its first line']);
    }
    if (unreadableCount > 0) {
        const more =
            unreadableCount > LINES_SHOWN ? `\n${unreadableCount - LINES_SHOWN} more lines are like that.` : '';
        throw new ToolError('UsageError', `${unreadable.join('\n')}${more}`, [
            'Correct the file and run the same command again: nothing was sent'
        ]);
    }
    return { header, rows: count, malformed };
}
