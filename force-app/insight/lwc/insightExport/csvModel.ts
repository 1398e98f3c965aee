/** Rows as a file that spreadsheets read, and nobody can slip a formula into. Pure. */

export type CsvCell = string | number | boolean | null | undefined;
export type CsvRow = readonly CsvCell[];

/** Spreadsheets know UTF-8 by it. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Text that a spreadsheet would compute; numbers of ours are numbers, and stay. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\n\r]|^\s|\s$/;

function cellText(cell: CsvCell): string {
    if (cell == null) {
        return '';
    }
    if (typeof cell !== 'string') {
        return String(cell);
    }
    const safe = FORMULA.test(cell) ? `'${cell}` : cell;
    return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines end the way RFC 4180 says. */
export function csvText(heads: readonly string[], rows: readonly CsvRow[]): string {
    return [heads, ...rows].map((row) => row.map(cellText).join(',')).join('\r\n') + '\r\n';
}

/** `why-rejected-2026-11-23.csv` of a title and a day. */
export function fileName(title: string, now: number): string {
    const name = title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '');
    return `${name || 'rows'}-${new Date(now).toISOString().slice(0, 10)}.csv`;
}
