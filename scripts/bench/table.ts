/** What a benchmark reports, and how it is printed. */
export interface Row {
    readonly name: string;
    readonly value: number;
    readonly unit: string;
    /** How much of the data it was measured with, 0 to 1, when that is asked. */
    readonly share?: number;
}

/** One benchmark: measures and reports, never judges. */
export interface Benchmark {
    readonly name: string;
    run(say: (line: string) => void): Promise<readonly Row[]>;
    /** What to print instead of the plain table. */
    report?(rows: readonly Row[]): string;
}

/** @throws RangeError when there are no values */
export function median(values: readonly number[]): number {
    const sorted = [...values].sort((left, right) => left - right);
    const upper = sorted[Math.floor(sorted.length / 2)];
    const lower = sorted[Math.floor((sorted.length - 1) / 2)];
    if (upper === undefined || lower === undefined) throw new RangeError('No values to take the median of');
    return (lower + upper) / 2;
}

/** Rows as aligned text, one line each. */
export function formatTable(rows: readonly Row[]): string {
    const width = Math.max(0, ...rows.map((row) => row.name.length));
    return rows.map((row) => `${row.name.padEnd(width)}  ${row.value.toFixed(2).padStart(10)} ${row.unit}`).join('\n');
}
