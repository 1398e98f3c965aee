/** Behaviours of the platform as Apex, each with the source that says so; the ledger has a row for each. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { TestReport } from '../../test/report.ts';
import { testClass, withOrg } from './tinyTree.ts';
import { runOrgTests } from '../../test/orgTests.ts';

const LEDGER = resolve(import.meta.dirname, '../../BEHAVIOUR.md');

/** One behaviour: a sentence, where it is written, and statements of a test method that shows it. */
export interface Behaviour {
    readonly says: string;
    /** As in the ledger: a page, a public suite that passes on the platform, or `belief`. */
    readonly source: string;
    readonly apex: string;
    /** The message with which the test method has to end, for what Apex cannot catch. */
    readonly endsWith?: RegExp;
}

/** Declarations that the test methods of a group share. */
export interface Group {
    readonly files?: Readonly<Record<string, string>>;
    /** Members of the test class beside its test methods. */
    readonly members?: string;
}

function ledgerRow(says: string): string | undefined {
    const rows = readFileSync(LEDGER, 'utf8').split('\n');
    return rows.find((row) => row.startsWith('|') && row.split('|')[1]?.trim() === says);
}

/**
 * Runs the behaviours of one file in one org.
 * @param file `import.meta.url` of the test file
 */
export function behaviours(file: string, group: Group, list: readonly Behaviour[]): void {
    const name = basename(fileURLToPath(file));
    describe(name.replace('.test.ts', ''), () => {
        let report: TestReport;
        before(() => {
            const methods = Object.fromEntries(list.map((one, at) => [`b${at}`, one.apex]));
            const files = { ...group.files, 'Behaviour_Test.cls': testClass('Behaviour_Test', methods, group.members) };
            report = withOrg(files, (org) => runOrgTests(org, { names: ['Behaviour_Test'] }));
        });
        after(() => assert.equal(report.tests.length, list.length));
        list.forEach((one, at) => {
            it(one.says, () => {
                const result = report.tests.find((each) => each.method === `b${at}`);
                if (one.endsWith) assert.match(result?.message ?? 'passed', one.endsWith);
                else assert.equal(result?.message ?? null, null, result?.stack ?? '');
            });
        });
        it('the ledger has a row for each', () => {
            for (const { says, source } of list) {
                const cells = ledgerRow(says)?.split('|') ?? [];
                assert.deepEqual(
                    [cells[2]?.trim(), cells[3]?.trim()],
                    [`\`${name}\``, source],
                    `Write into BEHAVIOUR.md: | ${says} | \`${name}\` | ${source} |`
                );
            }
        });
    });
}
