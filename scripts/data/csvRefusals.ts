/** Keeps refused rows in a file beside the one that is loaded: line and reason in front, so that it can be mended and loaded. */
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { REFUSAL_COLUMNS } from './csvColumns.ts';
import type { CsvRow } from './csvRows.ts';

export class Refusals {
    readonly path: string;
    count = 0;
    private readonly names: readonly string[];
    /** Places of the columns that are kept; those of an earlier refusal are not. */
    private readonly kept: readonly number[];
    private stream: WriteStream | undefined;

    /** Removes what an earlier run left. @param names header of the file that is loaded */
    constructor(csvFile: string, names: readonly string[]) {
        this.path = `${csvFile}.refused.csv`;
        this.names = names;
        this.kept = names.flatMap((name, place) => (REFUSAL_COLUMNS.some((each) => each === name) ? [] : [place]));
        rmSync(this.path, { force: true });
    }

    async add(row: CsvRow, reason: string): Promise<void> {
        this.count++;
        const surplus = row.cells.slice(this.names.length);
        await this.write([String(row.line), reason, ...this.kept.map((place) => row.cells[place] ?? ''), ...surplus]);
    }

    /** @return where the rows are; null when none was refused */
    async close(): Promise<string | null> {
        if (this.stream === undefined) return null;
        this.stream.end();
        await finished(this.stream);
        return this.path;
    }

    private async write(cells: readonly string[]): Promise<void> {
        if (this.stream === undefined) {
            this.stream = createWriteStream(this.path);
            // Heard here, so that a full disk does not end the process; close() throws it.
            this.stream.on('error', () => undefined);
            this.stream.write(stringify([[...REFUSAL_COLUMNS, ...this.kept.map((place) => this.names[place])]]));
        }
        const { stream } = this;
        await new Promise<void>((done, fail) => {
            stream.write(stringify([cells]), (error) => (error ? fail(error) : done()));
        });
    }
}
