import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { policyCheck } from '../policy.ts';

const ROOT = join(import.meta.dirname, '../../..');
const RECORDS = 'force-app/handoff/customMetadata';

/** A seeded fault: in which record, which field gets which value (null empties it), and what the check has to say. */
const FAULTS: readonly (readonly [
    what: string,
    record: string,
    field: string,
    value: string | null,
    message: RegExp
])[] = [
    ['a window of no hours', 'Handoff_Policy.P1_v1', 'Window_Hours__c', '0', /Window.* is 0, which is impossible/],
    ['a window of half hours', 'Handoff_Policy.P1_v1', 'Window_Hours__c', '47.5', /47\.5, which is impossible/],
    ['a missing window', 'Handoff_Policy.P2_v1', 'Window_Hours__c', null, /is empty\. Enter a whole number/],
    ['a warning after the end', 'Handoff_Policy.P1_v1', 'Warn_Percent__c', '120', /is 120.* from 1 to 99/],
    ['a warning before half time', 'Handoff_Policy.P1_v1', 'Warn_Percent__c', '40', /has to be smaller than/],
    ['an expiry before the due time', 'Handoff_Policy.P2_v1', 'Expire_Percent__c', '90', /is 90.* from 101 to 1000/],
    ['words that promise other hours', 'Handoff_Policy.P1_v1', 'Window_Hours__c', '24', /do not say "24 h"/],
    ['no active policy', 'Handoff_Policy.P2_v1', 'Is_Active__c', 'false', /no active policy for P2/],
    ['a field that does not exist', 'Rejection_Reason.TOO_EARLY', 'Required_Fields__c', 'Gone__c', /no field Gone__c/],
    [
        'a return before the earliest day',
        'Rejection_Reason.TOO_EARLY',
        'Default_Revisit_Months__c',
        '30',
        /dates of return contradict each other/
    ],
    ['a postal range upside down', 'Routing_Rule.DACH', 'Postal_Codes__c', '90-10', /"90-10" is no range/],
    ['a specialty that nobody has', 'Routing_Rule.DACH', 'Specialty__c', 'Alchemy', /cannot be "Alchemy"/],
    ['a limit of nobody', 'Sales_Team.DACH', 'Open_Limit__c', '0', /is 0, which is impossible/]
];

describe('check policy', () => {
    let copy = '';
    before(() => {
        copy = mkdtempSync(join(tmpdir(), 'policy-'));
        cpSync(join(ROOT, 'sfdx-project.json'), join(copy, 'sfdx-project.json'));
        cpSync(join(ROOT, 'force-app'), join(copy, 'force-app'), {
            recursive: true,
            filter: (path) => !/[\\/]lwc([\\/]|$)/.test(path)
        });
    });
    after(() => rmSync(copy, { recursive: true, force: true }));

    it('finds nothing in the package', async () => {
        const { problems, impossible, examined } = await policyCheck.run(copy);
        assert.equal(impossible, undefined);
        assert.deepEqual(problems, []);
        assert.match(examined, /^\d{2,} configuration records/);
    });

    for (const [what, record, field, value, message] of FAULTS) {
        it(`refuses ${what}`, async () => {
            const path = `${RECORDS}/${record}.md-meta.xml`;
            const text = readFileSync(join(copy, path), 'utf8');
            try {
                writeFileSync(join(copy, path), seeded(text, field, value));
                const { problems } = await policyCheck.run(copy);
                const found = problems.filter((problem) => message.test(problem.message));
                assert.equal(found.length, 1, JSON.stringify(problems));
                assert.ok([path, 'Handoff_Policy__mdt'].includes(found[0]?.path ?? ''), 'The record is named');
            } finally {
                writeFileSync(join(copy, path), text);
            }
        });
    }

    it('says so when the rules cannot run', async () => {
        const path = join(copy, 'force-app/handoff/classes/setup/MetadataAudit.cls');
        const text = readFileSync(path, 'utf8');
        try {
            writeFileSync(path, text.replace('return all;', 'return nothing;'));
            assert.match((await policyCheck.run(copy)).impossible ?? '', /did not run/);
        } finally {
            writeFileSync(path, text);
        }
    });
});

/** The record with one value replaced; its type stays. */
function seeded(text: string, field: string, value: string | null): string {
    const pattern = new RegExp(`(<field>${field}</field>\\s*)<value[^>]*?(?:/>|>[\\s\\S]*?</value>)`);
    assert.match(text, pattern, `${field} is in the record`);
    const type =
        value === null ? '' : /^(true|false)$/.test(value) ? 'boolean' : /^[\d.]+$/.test(value) ? 'double' : 'string';
    return text.replace(
        pattern,
        `$1${value === null ? '<value xsi:nil="true" />' : `<value xsi:type="xsd:${type}">${value}</value>`}`
    );
}
