import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testClass, tinyTree } from '../../org/engine/__tests__/tinyTree.ts';
import { main } from '../orgCheck.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function checked(files: Readonly<Record<string, string>>): { code: number; lines: string[] } {
    const tree = tinyTree(files);
    const lines: string[] = [];
    try {
        const code = main(['--source-dir', tree.dir], (line) => lines.push(line.replaceAll(/\S*local-org-\w+\//g, '')));
        return { code, lines };
    } finally {
        tree.remove();
    }
}

test('a tree that uses only what is there is clean', () => {
    assert.deepEqual(checked({ 'A.cls': 'public class A { Integer n = 1; }' }), {
        code: 0,
        lines: ['0 unsupported uses in 0 files, 0 errors']
    });
});

test('every unsupported use is listed with file and line before anything runs', () => {
    const { code, lines } = checked({
        'A_Test.cls': testClass('A_Test', {
            library: `        List<SObject> rows = Test.loadData(Account.SObjectType, 'x');`,
            query: `        List<AggregateResult> rows = [SELECT Name, COUNT(Id) FROM Account GROUP BY ROLLUP(Name)];`,
            compound: `        List<Account> rows = [SELECT BillingAddress FROM Account];`,
            soqlFunction: `        List<Account> rows = [SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'km') < 3];`
        }),
        'flows/Some.flow-meta.xml': `<Flow ${NS}/>`,
        'sharingRules/Account.sharingRules-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<SharingRules ${NS}>
    <sharingGuestRules><fullName>Anyone</fullName></sharingGuestRules>
    <sharingOwnerRules><fullName>Fine</fullName><accessLevel>Read</accessLevel>
        <sharedTo><allInternalUsers/></sharedTo><sharedFrom><allInternalUsers/></sharedFrom></sharingOwnerRules>
    <sharingOwnerRules><fullName>Bosses</fullName><accessLevel>Read</accessLevel>
        <sharedTo><managers>boss</managers></sharedTo><sharedFrom><allInternalUsers/></sharedFrom></sharingOwnerRules>
</SharingRules>`,
        'objects/Account/fields/Far__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomField ${NS}>
    <fullName>Far__c</fullName>
    <label>Far</label>
    <type>Number</type>
    <precision>18</precision>
    <scale>2</scale>
    <formula>DISTANCE(GEOLOCATION(1, 2), GEOLOCATION(3, 4), "km")</formula>
</CustomField>`
    });
    assert.equal(code, 1);
    assert.deepEqual(
        lines.map((line) => line.replace(/:\d+ /, ': ')),
        [
            'unsupported  classes/A_Test.cls:4: Test.loadData(SObjectType, String) is not supported',
            'unsupported  classes/A_Test.cls:7: SOQL GROUP BY ROLLUP is not supported',
            'unsupported  classes/A_Test.cls:10: SOQL of the compound field Account.BillingAddress is not supported',
            'unsupported  classes/A_Test.cls:13: SOQL function DISTANCE() is not supported',
            'unsupported  flows/Some.flow-meta.xml:1: Flow (has no effect in the local org)',
            'unsupported  objects/Account/fields/Far__c.field-meta.xml:8: Account.Far__c (calculated field): formula function DISTANCE() is not supported',
            'unsupported  sharingRules/Account.sharingRules-meta.xml:3: Guest user sharing rule Anyone',
            'unsupported  sharingRules/Account.sharingRules-meta.xml:7: Sharing rule Bosses with managers',
            '8 unsupported uses in 4 files, 0 errors'
        ]
    );
});

test('a folder that is not there is wrong use', () => {
    assert.throws(() => main(['--source-dir', 'nowhere']), { name: 'UsageError', message: /nowhere/ });
    assert.throws(() => main(['--colour']), { name: 'UsageError' });
});
