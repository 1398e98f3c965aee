/** The table of public suites: one row per suite, kept sorted by name. Pure text in, text out. */
import { countOf, type TestReport } from './report.ts';

const HEAD = `# Conformance

What public Apex suites give on the local org. Written by \`npm run conformance -- --suite-dir DIR\`; the suites themselves are not kept here. "named" is the share of the tests that did not pass which say what the local org does not support.

| suite | tests | pass | fail | unsupported | named | unsupported by feature |
| --- | --- | --- | --- | --- | --- | --- |
`;

/** Text that cannot break the table. */
function cell(text: string): string {
    return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

/**
 * The row of one suite.
 * @param suite name of the suite
 * @param report outcome of its tests
 */
export function conformanceRow(suite: string, report: TestReport): string {
    const features = new Map<string, number>();
    for (const result of report.tests) {
        if (result.outcome === 'unsupported') {
            const name = cell(result.message ?? 'unnamed')
                .replace(/^Unsupported: /, '')
                .replace(/ \([^()]*line \d+\)$/, '')
                .replace(/^Does not compile: \S+ /, '');
            features.set(name, (features.get(name) ?? 0) + 1);
        }
    }
    const byCount = [...features].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
    const named = byCount.map(([name, count]) => `${name} (${count})`).join('; ');
    const [pass, fail, unsupported] = (['pass', 'fail', 'unsupported'] as const).map((o) => countOf(report, o));
    const counts = [
        report.tests.length,
        pass,
        fail,
        unsupported,
        share(unsupported ?? 0, (fail ?? 0) + (unsupported ?? 0))
    ];
    return `| ${cell(suite)} | ${counts.join(' | ')} | ${named || 'none'} |`;
}

/** `96 %`, rounded down so that it never looks better than it is; a dash when nothing failed. */
function share(part: number, whole: number): string {
    return whole === 0 ? '-' : `${Math.floor((100 * part) / whole)} %`;
}

/**
 * The table with this row in place of the suite's earlier one.
 * @param table text of the table so far; empty when there is none
 * @param row a line made by conformanceRow
 */
export function withRow(table: string, row: string): string {
    // The formatter pads the cells: rows are told by their figures, whatever the spaces.
    const rows = table
        .split('\n')
        .filter((line) => /^\|.*(\|\s*\d+\s*){4}\|/.test(line))
        .map((line) => line.replace(/\s*\|\s*/g, ' | ').trim());
    const nameOf = (line: string): string => line.split(' | ')[0] ?? '';
    const kept = rows.filter((line) => nameOf(line) !== nameOf(row));
    return `${HEAD}${[...kept, row].sort((a, b) => a.localeCompare(b)).join('\n')}\n`;
}
