import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compileFormula, FormulaRuntimeError, FormulaSyntaxError } from '../../formula/compile.ts';
import { recordContext } from '../../formula/recordContext.ts';
import { loadSchema } from '../../schema/load.ts';
import { runDynamic } from '../../soql/run.ts';
import { ApexException, LimitException, Unsupported } from '../../values/exceptions.ts';
import { SObject } from '../../values/sobject.ts';
import { checkFormulas } from '../../formula/check.ts';
import { openOrg, type Org } from '../org.ts';
import { seededRandom } from '../../../shared/random.ts';
import { mutate } from './mutate.ts';

/** Another run of the same cases: change the seed. */
const SEED = 20_261_123;
const CASES = { apex: 3750, soql: 3000, formula: 3000, metadata: 250 };

// No loops: what is left of a text has to end.
const APEX = [
    `Account a = new Account(Name = 'x', AnnualRevenue = 12.50); insert a; a.Name = a.Name + '!'; update a;
Account b = [SELECT Id, Name, (SELECT Id FROM Contacts) FROM Account WHERE Id = :a.Id]; System.debug(b.Contacts.size()); delete b;`,
    `Map<String, List<Integer>> m = new Map<String, List<Integer>>{ 'a' => new List<Integer>{ 1, 2 }, 'b' => null };
Integer i = m.get('a')[1] + 2 * 3 - (m.containsKey('c') ? 1 : 0); Decimal d = i / 4.0; String s = String.valueOf(d.setScale(2)) + i;
Set<Id> ids = new Set<Id>(); Boolean ok = s == 'x' || ids.isEmpty() && d >= 1.5; System.debug(ok);`,
    `public class P { public Integer n { get; set; } public P(Integer n) { this.n = n; } public virtual Integer twice() { return n * 2; } }
public class Q extends P { public Q() { super(4); } public override Integer twice() { return super.twice() + 1; } }
P p = new Q(); System.assertEquals(9, p.twice()); Object o = p; Q q = (Q) o; System.debug(o instanceof Q);`,
    `try { List<Contact> c = new List<Contact>{ new Contact(LastName = 'l'), new Contact() }; List<Database.SaveResult> r = Database.insert(c, false);
System.debug(r[1].getErrors()[0].getMessage()); throw new DmlException('x'); } catch (DmlException e) { System.debug(e.getMessage()); } finally { Integer z = 1; }`,
    `String t = 'a,b,c'.toUpperCase().split(',')[2].leftPad(5, '*'); Date d = Date.newInstance(2026, 2, 29 - 1).addMonths(1); Datetime n = Datetime.newInstance(2026, 1, 2, 3, 4, 5);
switch on t { when 'A', 'B' { t = null; } when else { t = n.format('yyyy') + d.daysBetween(Date.today()); } } System.debug(JSON.serialize(new Map<String, Object>{ 't' => t, 'd' => d }));`,
    `List<AggregateResult> r = [SELECT Industry, COUNT(Id) n, SUM(AnnualRevenue) s FROM Account GROUP BY Industry HAVING COUNT(Id) > 0]; Integer k = r?.size() ?? 0;
Savepoint sp = Database.setSavepoint(); upsert new Account(Name = 'u'); Database.rollback(sp); Long big = 9000000000L << 3; Integer w = (Integer) big; System.debug(w ^ 5);`,
    `Lead l = new Lead(LastName = 'a', Company = 'b'); insert l; Database.LeadConvert c = new Database.LeadConvert(); c.setLeadId(l.Id);
c.setConvertedStatus([SELECT ApiName FROM LeadStatus WHERE IsConverted = TRUE LIMIT 1].ApiName); System.debug(Database.convertLead(c).isSuccess()); Type ty = Type.forName('Account'); SObject s = (SObject) ty.newInstance(); s.put('Name', 'q');`
];
const SOQL = [
    "SELECT Id, Name, Owner.Name, Parent.Owner.Email FROM Account WHERE Name LIKE 'a%' AND (AnnualRevenue > 10.5 OR Industry IN ('x', 'y')) ORDER BY Name DESC NULLS LAST LIMIT 10 OFFSET 2",
    'SELECT COUNT(Id) n, StageName, CALENDAR_YEAR(CloseDate) y FROM Opportunity WHERE CloseDate = LAST_N_DAYS:30 GROUP BY StageName, CALENDAR_YEAR(CloseDate) HAVING COUNT(Id) > 1',
    'SELECT Id, (SELECT LastName FROM Contacts WHERE Email != NULL ORDER BY LastName LIMIT 3) FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = :x) FOR UPDATE',
    'SELECT TYPEOF What WHEN Account THEN Name, Phone WHEN Opportunity THEN Amount ELSE Name END FROM Event WHERE CreatedDate >= 2026-01-01T00:00:00Z AND NOT IsAllDayEvent = TRUE',
    'SELECT FIELDS(STANDARD) FROM Lead USING SCOPE mine WHERE Status = :y WITH USER_MODE LIMIT 5 ALL ROWS'
];
const FORMULAS = [
    'IF(AND(NOT(ISBLANK(Name)), AnnualRevenue > 1000.5, ISPICKVAL(Industry, "Banking")), LEFT(Name, 3) & "-" & TEXT(CreatedDate), "none")',
    'CASE(Industry, "a", 1, "b", NumberOfEmployees * 2 ^ 2, ROUND(AnnualRevenue / 3, 2)) + MAX(1, MIN(2, 3)) - MOD(7, 3)',
    'TODAY() - DATEVALUE(CreatedDate) > 30 || ISCHANGED(Name) && PRIORVALUE(Name) <> Name || REGEX(Phone, "[0-9]+") || CONTAINS(Name, "x")',
    'ADDMONTHS(DATE(2026, 1, 31), 1) + VALUE("4") > TODAY() && LEN(SUBSTITUTE(TRIM(UPPER(Owner.LastName)), "A", $User.Alias)) = FIND("b", Name, 1)'
];
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const METADATA: Readonly<Record<string, string>> = {
    'objects/Thing__c/Thing__c.object-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NS}><label>Thing</label><pluralLabel>Things</pluralLabel><deploymentStatus>Deployed</deploymentStatus><nameField><label>Name</label><type>AutoNumber</type><displayFormat>T-{000}</displayFormat></nameField><sharingModel>Private</sharingModel></CustomObject>`,
    'objects/Thing__c/fields/Sum__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomField ${NS}><fullName>Sum__c</fullName><label>Sum</label><type>Number</type><precision>18</precision><scale>2</scale><formula>1 + LEN(Name)</formula></CustomField>`,
    'objects/Thing__c/fields/Kind__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomField ${NS}><fullName>Kind__c</fullName><label>Kind</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>true</default><label>A</label></value></valueSetDefinition></valueSet></CustomField>`,
    'objects/Thing__c/fields/Account__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomField ${NS}><fullName>Account__c</fullName><label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Things</relationshipName><deleteConstraint>Restrict</deleteConstraint></CustomField>`,
    'objects/Thing__c/validationRules/R.validationRule-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><ValidationRule ${NS}><fullName>R</fullName><active>true</active><errorConditionFormula>Sum__c &lt; 0</errorConditionFormula><errorDisplayField>Kind__c</errorDisplayField><errorMessage>No</errorMessage></ValidationRule>`,
    'permissionsets/P.permissionset-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><PermissionSet ${NS}><label>P</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Thing__c</object><viewAllRecords>false</viewAllRecords></objectPermissions><fieldPermissions><editable>true</editable><field>Thing__c.Kind__c</field><readable>true</readable></fieldPermissions></PermissionSet>`,
    'groups/G.group-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><Group ${NS}><name>G</name></Group>`,
    'sharingRules/Thing__c.sharingRules-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><SharingRules ${NS}><sharingCriteriaRules><fullName>C</fullName><accessLevel>Edit</accessLevel><sharedTo><group>G</group></sharedTo><booleanFilter>1 OR NOT 2</booleanFilter><criteriaItems><field>Kind__c</field><operation>equals</operation><value>A</value></criteriaItems><criteriaItems><field>CreatedDate</field><operation>lessThan</operation><value>2026-01-31</value></criteriaItems></sharingCriteriaRules><sharingOwnerRules><fullName>O</fullName><accessLevel>Read</accessLevel><sharedTo><allInternalUsers/></sharedTo><sharedFrom><group>G</group></sharedFrom></sharingOwnerRules></SharingRules>`
};

const isExpected = (error: unknown): boolean =>
    error instanceof ApexException || error instanceof LimitException || error instanceof Unsupported;

describe('texts that are damaged at random', () => {
    let org: Org;
    let admin: string;

    before(() => {
        org = openOrg({ sourceDirs: [], keepGoing: true });
        admin = org.administratorId;
        org.executeAnonymous(
            admin,
            "insert new Account(Name = 'Acme', AnnualRevenue = 5000); insert new Lead(LastName = 'l', Company = 'c');"
        );
    });
    after(() => org.close());

    /** Damages the texts in turn and tells which case broke. */
    function each(count: number, texts: readonly string[], seed: number, attempt: (text: string) => void): void {
        const random = seededRandom(SEED + seed);
        const next = (): number => random.next();
        for (let i = 0; i < count; i++) {
            const text = mutate(texts[i % texts.length] as string, texts, next);
            try {
                attempt(text);
            } catch (error) {
                assert.fail(`case ${i}: ${(error as Error).stack ?? String(error)}\n--- text:\n${text}`);
            }
        }
    }

    it('Apex is refused, runs, or fails as Apex does: never by a mistake of the local org', () => {
        let ran = 0;
        each(CASES.apex, APEX, 1, (text) => {
            const result = org.executeAnonymous(admin, text);
            ran += result.compiled ? 1 : 0;
            assert.doesNotMatch(result.exceptionMessage ?? '', /Internal error/);
        });
        assert.ok(ran > CASES.apex / 20, `only ${ran} compile: the damage is too great to show anything`);
    });

    it('queries are refused by name, or give rows', () => {
        let ran = 0;
        const access = { mode: 'user', withSharing: true } as const;
        each(CASES.soql, SOQL, 2, (text) => {
            try {
                org.transaction({ userId: admin }, (tx) => runDynamic(tx, text, () => 'x', access));
                ran++;
            } catch (error) {
                if (!isExpected(error)) throw error;
            }
        });
        assert.ok(ran > CASES.soql / 20, `only ${ran} run`);
    });

    it('formulas are refused with a place, or give a value', () => {
        let ran = 0;
        const account = org.schema.object('Account');
        assert.ok(account);
        const record = new SObject(account);
        record.put('Name', 'Acme');
        record.put('AnnualRevenue', 12);
        org.transaction({ userId: admin }, (tx) => {
            each(CASES.formula, FORMULAS, 3, (text) => {
                try {
                    compileFormula(text, account, org.schema).evaluate(recordContext(tx, record, null));
                    ran++;
                } catch (error) {
                    const isFormulaError = error instanceof FormulaSyntaxError || error instanceof FormulaRuntimeError;
                    if (!isFormulaError && !isExpected(error)) throw error;
                    if (error instanceof FormulaSyntaxError)
                        assert.ok(error.offset >= 0 && error.offset <= text.length);
                }
            });
        });
        assert.ok(ran > CASES.formula / 20, `only ${ran} give a value`);
    });

    it('metadata loads, or its faults have a file and a line', () => {
        const dir = mkdtempSync(join(tmpdir(), 'local-org-fuzz-'));
        const write = (name: string, text: string): void => {
            mkdirSync(dirname(join(dir, name)), { recursive: true });
            writeFileSync(join(dir, name), text);
        };
        const names = Object.keys(METADATA);
        names.forEach((name) => write(name, METADATA[name] as string));
        let turn = 0;
        try {
            each(CASES.metadata, Object.values(METADATA), 4, (text) => {
                const name = names[turn++ % names.length] as string;
                write(name, text);
                const { schema, diagnostics } = loadSchema({ sourceDirs: [dir] });
                checkFormulas(schema);
                for (const one of diagnostics) assert.ok(one.path !== '' && one.line >= 1 && one.message !== '');
                write(name, METADATA[name] as string);
            });
        } finally {
            rmSync(dir, { recursive: true, force: true });
        }
    });
});
