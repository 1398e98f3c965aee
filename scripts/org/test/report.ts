/** The result of a test run, and its forms: for people, JSON, JUnit, lcov. */

export type Outcome = 'pass' | 'fail' | 'unsupported';

export interface TestResult {
    readonly class: string;
    readonly method: string;
    readonly outcome: Outcome;
    /** Null for a pass. */
    readonly message: string | null;
    /** Apex frames, one a line; null when there are none. */
    readonly stack: string | null;
    readonly ms: number;
}

export interface ClassCoverage {
    readonly name: string;
    readonly path: string;
    readonly kind: 'class' | 'trigger';
    /** Line number to executions. */
    readonly lines: ReadonlyMap<number, number>;
}

export interface TestReport {
    readonly tests: readonly TestResult[];
    readonly coverage: readonly ClassCoverage[];
    readonly ms: number;
}

/** What `--json` writes. */
export interface JsonReport {
    readonly passed: number;
    readonly failed: number;
    readonly unsupported: number;
    readonly tests: readonly {
        readonly class: string;
        readonly method: string;
        readonly outcome: Outcome;
        readonly message: string | null;
        readonly ms: number;
    }[];
    readonly coverage: readonly { readonly class: string; readonly covered: number; readonly total: number }[];
}

/** Number of results with an outcome. */
export function countOf(report: TestReport, outcome: Outcome): number {
    return report.tests.filter((test) => test.outcome === outcome).length;
}

function coveredLines(coverage: ClassCoverage): number {
    return [...coverage.lines.values()].filter((count) => count > 0).length;
}

/** The JSON form, exactly these keys. */
export function jsonReport(report: TestReport): JsonReport {
    return {
        passed: countOf(report, 'pass'),
        failed: countOf(report, 'fail'),
        unsupported: countOf(report, 'unsupported'),
        tests: report.tests.map(({ class: className, method, outcome, message, ms }) => ({
            class: className,
            method,
            outcome,
            message,
            ms
        })),
        coverage: report.coverage.map((coverage) => ({
            class: coverage.name,
            covered: coveredLines(coverage),
            total: coverage.lines.size
        }))
    };
}

const percent = (covered: number, total: number): string =>
    total === 0 ? '  -  ' : `${((100 * covered) / total).toFixed(0).padStart(3)} %`;

/** The form for a terminal: failures with their stack, coverage per class, one line of totals at the end. */
export function humanReport(report: TestReport, options: { readonly showCoverage: boolean }): string {
    const lines: string[] = [];
    for (const outcome of ['unsupported', 'fail'] as const) {
        for (const test of report.tests.filter((result) => result.outcome === outcome)) {
            lines.push(`${outcome.toUpperCase()}  ${test.class}.${test.method}`, `    ${test.message ?? ''}`);
            if (test.stack) {
                lines.push(...test.stack.split('\n').map((frame) => `    ${frame}`));
            }
        }
    }
    if (options.showCoverage && report.coverage.length > 0) {
        lines.push('', 'Coverage');
        let covered = 0;
        let total = 0;
        for (const coverage of report.coverage) {
            const count = coveredLines(coverage);
            covered += count;
            total += coverage.lines.size;
            const ratio = percent(count, coverage.lines.size);
            lines.push(`  ${ratio}  ${`${count}/${coverage.lines.size}`.padStart(9)}  ${coverage.name}`);
        }
        lines.push(`  ${percent(covered, total)}  ${`${covered}/${total}`.padStart(9)}  all`);
    }
    lines.push(
        '',
        `${countOf(report, 'pass')} passed, ${countOf(report, 'fail')} failed, ${countOf(report, 'unsupported')} unsupported in ${(report.ms / 1000).toFixed(1)} s`
    );
    return lines.join('\n');
}

const xml = (text: string): string =>
    text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        // Characters that XML cannot hold at all.

        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '?');

/** JUnit XML; an unsupported feature is an error, a failed assertion a failure. */
export function junitReport(report: TestReport): string {
    const cases = report.tests.map((test) => {
        const head = `    <testcase classname="${xml(test.class)}" name="${xml(test.method)}" time="${(test.ms / 1000).toFixed(3)}"`;
        if (test.outcome === 'pass') {
            return `${head}/>`;
        }
        const tag = test.outcome === 'fail' ? 'failure' : 'error';
        return `${head}><${tag} message="${xml(test.message ?? '')}">${xml(test.stack ?? '')}</${tag}></testcase>`;
    });
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites><testsuite name="apex" tests="${report.tests.length}" failures="${countOf(report, 'fail')}" errors="${countOf(report, 'unsupported')}" time="${(report.ms / 1000).toFixed(3)}">`,
        ...cases,
        '</testsuite></testsuites>',
        ''
    ].join('\n');
}

/** lcov.info for coverage tools and editors. */
export function lcovReport(report: TestReport): string {
    return report.coverage
        .map((coverage) =>
            [
                `SF:${coverage.path}`,
                ...[...coverage.lines].sort(([a], [b]) => a - b).map(([line, count]) => `DA:${line},${count}`),
                `LF:${coverage.lines.size}`,
                `LH:${coveredLines(coverage)}`,
                'end_of_record',
                ''
            ].join('\n')
        )
        .join('');
}
