/** The figures of the large profile as they stand in the README: one column for each share of the data, and a curve. */
import type { Row } from '../table.ts';

const BAR = 40;
const PERCENT = 100;
/** Shares of a limit below this are left out, in percent. */
const LEAST = 0.5;

/** Markdown: a table without limits that nothing uses, and below it a bar for every time and share. */
export function markdown(rows: readonly Row[]): string {
    const shares = [...new Set(rows.map(({ share = 1 }) => share))].sort((one, other) => one - other);
    const byName = new Map<string, Row[]>();
    for (const row of rows) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
    const heads = [
        'figure',
        ...shares.map(percent),
        `${percent(shares.at(-1) ?? 1)} against ${percent(shares[0] ?? 1)}`
    ];
    const used = [...byName].filter(([, found]) => found.some(({ unit, value }) => unit !== '%' || value >= LEAST));
    const lines = used.map(([name, found]) => {
        const cells = shares.map((share) => found.find((row) => row.share === share));
        return [name, ...cells.map(text), ratio(cells[0], cells.at(-1))];
    });
    return [table([heads, ...lines]), '', '```', ...curve(byName, shares), '```'].join('\n');
}

function table(lines: readonly (readonly string[])[]): string {
    const widths = (lines[0] ?? []).map((_, column) =>
        Math.max(3, ...lines.map((cells) => (cells[column] ?? '').length))
    );
    const [head = '', ...body] = lines.map(
        (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
    );
    return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

/** Bars of one figure are in proportion to its largest: what grows with the data grows like the shares. */
function curve(byName: ReadonlyMap<string, readonly Row[]>, shares: readonly number[]): string[] {
    return [...byName].flatMap(([name, found]) => {
        const [{ unit } = { unit: '' }] = found;
        if (unit !== 's') return [];
        const most = Math.max(...found.map(({ value }) => value));
        const bars = shares.map((share) => {
            const value = found.find((row) => row.share === share)?.value ?? 0;
            const length = most > 0 ? Math.max(1, Math.round((value / most) * BAR)) : 0;
            return `  ${percent(share).padStart(5)} ${'█'.repeat(length)} ${value.toFixed(1)} s`;
        });
        return [name, ...bars];
    });
}

function text(row: Row | undefined): string {
    if (row === undefined) return '';
    const digits = row.unit === 's' ? 1 : 0;
    return `${row.value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${row.unit}`.trim();
}

function ratio(first: Row | undefined, last: Row | undefined): string {
    return first && last && first.value > 0 ? (last.value / first.value).toFixed(1) : '';
}

function percent(share: number): string {
    return `${Number((share * PERCENT).toFixed(1))} %`;
}
