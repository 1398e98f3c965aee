/** Loads a file of touches: reads it to its end first, then sends it, in batches, and keeps what the org refuses. */
import { createReadStream, statSync } from 'node:fs';
import type { Login } from '../deploy/salesforceTarget.ts';
import { ToolError } from '../shared/toolError.ts';
import { BATCH, refusalText } from './collections.ts';
import { batchesOf } from './csvBatches.ts';
import { checkTouches, type CheckedCsv } from './csvCheck.ts';
import { Progress } from './csvProgress.ts';
import { Refusals } from './csvRefusals.ts';
import { readCsvRows, type CsvRow } from './csvRows.ts';
import { readTouch, TOUCH_KEY, TOUCH_OBJECT, type TouchFields } from './csvTouches.ts';
import { upsertBatch, type Patience } from './csvUpsert.ts';

export interface CsvLoadResult {
    /** Rows below the header. */
    readonly rows: number;
    readonly created: number;
    readonly updated: number;
    readonly refused: number;
    /** Where the refused rows are; null when there are none. */
    readonly refusedFile: string | null;
}

interface Sendable {
    readonly row: CsvRow;
    readonly fields: TouchFields;
}

/** Sends nothing. @throws ToolError `UsageError` with what is wrong with the file, and where */
export async function checkTouchFile(file: string, say: (line: string) => void): Promise<CheckedCsv> {
    const progress = new Progress('Reading bytes', sizeOf(file), say);
    const checked = await checkTouches(readCsvRows(createReadStream(file)), (bytesRead) => progress.at(bytesRead));
    if (checked.header.unused.length > 0) say(`Columns that are not loaded: ${checked.header.unused.join(', ')}`);
    return checked;
}

/** @throws ToolError when the org does not take any more; what it took until then stays, and may be sent again */
export async function loadTouchFile(
    file: string,
    { header, rows }: CheckedCsv,
    login: Login,
    patience: Patience
): Promise<CsvLoadResult> {
    const refusals = new Refusals(file, header.names);
    const progress = new Progress('Loading rows', rows, patience.say);
    let created = 0;
    let updated = 0;

    async function* sendable(): AsyncGenerator<Sendable> {
        let isHeader = true;
        for await (const row of readCsvRows(createReadStream(file))) {
            const reading = isHeader ? null : readTouch(row, header);
            isHeader = false;
            if (reading?.kind === 'touch') yield { row, fields: reading.fields };
            else if (reading) await refusals.add(row, reading.reason);
        }
    }

    let refusedFile: string | null = null;
    try {
        for await (const batch of batchesOf(sendable(), BATCH, ({ fields }) => fields[TOUCH_KEY]!)) {
            const records = batch.map(({ fields }) => fields);
            const results = await upsertBatch(
                login,
                { object: TOUCH_OBJECT, externalId: TOUCH_KEY },
                records,
                patience
            );
            for (const [index, result] of results.entries()) {
                if (!result.success) await refusals.add(batch[index]!.row, refusalText(result));
                else if (result.created) created++;
                else updated++;
            }
            progress.at(created + updated + refusals.count);
        }
    } catch (error) {
        patience.say(`Until then ${created + updated} of ${rows} rows were loaded.`);
        throw error;
    } finally {
        refusedFile = await refusals.close();
    }
    return { rows, created, updated, refused: refusals.count, refusedFile };
}

/** @throws ToolError `UsageError` when there is no such file */
function sizeOf(file: string): number {
    const facts = statSync(file, { throwIfNoEntry: false });
    if (facts?.isFile()) return facts.size;
    throw new ToolError('UsageError', facts ? `${file} is a folder.` : `There is no file ${file}.`, [
        'Give the path of a CSV file: --csv touches.csv'
    ]);
}
