/** Sharing rules on records that are saved as people save them, and what they give: by query, by edit, by report of access. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { openOrg, type Org } from '../org.ts';
import { runOrgTests } from '../../test/orgTests.ts';
import { customField, customObject, permissionSet } from './metadata.ts';
import { testClass, tinyTree, type TinyTree } from './tinyTree.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const role = (name: string, parent: string | null): Record<string, string> => ({
    [`roles/${name}.role-meta.xml`]: `${HEAD}<Role ${NS}><name>${name}</name>${parent === null ? '' : `<parentRole>${parent}</parentRole>`}</Role>`
});
const group = (name: string): Record<string, string> => ({
    [`groups/${name}.group-meta.xml`]: `${HEAD}<Group ${NS}><name>${name}</name></Group>`
});
const byOwner = (name: string, from: string, to: string, level: string): string =>
    `<sharingOwnerRules><fullName>${name}</fullName><accessLevel>${level}</accessLevel><label>${name}</label><sharedTo>${to}</sharedTo><sharedFrom>${from}</sharedFrom></sharingOwnerRules>`;
const byCriteria = (name: string, items: string, to: string, level: string): string =>
    `<sharingCriteriaRules><fullName>${name}</fullName><accessLevel>${level}</accessLevel><label>${name}</label><sharedTo>${to}</sharedTo>${items}<includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>`;
const item = (field: string, operation: string, value: string): string =>
    `<criteriaItems><field>${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
const rules = (object: string, text: string): Record<string, string> => ({
    [`sharingRules/${object}.sharingRules-meta.xml`]: `${HEAD}<SharingRules ${NS}>${text}</SharingRules>`
});

const person = (alias: string, itsRole: string | null): object => ({
    alias,
    userName: `${alias}@example.com`,
    lastName: alias,
    email: `${alias}@example.com`,
    profile: 'Minimum Access - Salesforce',
    ...(itsRole === null ? {} : { role: itsRole }),
    permissionSets: ['Works']
});

const files = {
    ...role('Head', null),
    ...role('East', 'Head'),
    ...role('EastTeam', 'East'),
    ...role('West', 'Head'),
    ...role('Service', null),
    ...group('Auditors'),
    ...group('Partners'),
    'queues/Inbox.queue-meta.xml': `${HEAD}<Queue ${NS}><name>Inbox</name><queueSobject><sobjectType>Deal__c</sobjectType></queueSobject></Queue>`,
    ...customObject('Deal__c', '<sharingModel>Private</sharingModel>'),
    ...customField('Deal__c', 'Region__c', 'Text', '<length>20</length>'),
    ...customField('Deal__c', 'Size__c', 'Number', '<precision>8</precision><scale>0</scale>'),
    ...rules(
        'Deal__c',
        [
            byOwner('East_to_West', '<role>East</role>', '<role>West</role>', 'Read'),
            byOwner(
                'East_all_to_Service',
                '<roleAndSubordinates>East</roleAndSubordinates>',
                '<roleAndSubordinates>Service</roleAndSubordinates>',
                'Edit'
            ),
            byOwner('Partners_to_Auditors', '<group>Partners</group>', '<group>Auditors</group>', 'Read'),
            byOwner('Inbox_to_West', '<queue>Inbox</queue>', '<role>West</role>', 'Read'),
            byCriteria(
                'Large_North',
                `<booleanFilter>1 AND 2</booleanFilter>${item('Region__c', 'equals', 'North')}${item('Size__c', 'greaterOrEqual', '100')}`,
                '<role>West</role>',
                'Edit'
            )
        ].join('')
    ),
    ...rules('Account', accountRules()),
    ...rules('Lead', byOwner('Leads_of_east', '<role>East</role>', '<role>West</role>', 'Read')),
    ...permissionSet(
        'Works',
        ['Deal__c', 'Account', 'Opportunity', 'Lead']
            .map(
                (name) =>
                    `<objectPermissions><object>${name}</object><allowRead>true</allowRead><allowCreate>true</allowCreate><allowEdit>true</allowEdit><allowDelete>false</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions>`
            )
            .join('') +
            ['Region__c', 'Size__c']
                .map(
                    (name) =>
                        `<fieldPermissions><field>Deal__c.${name}</field><readable>true</readable><editable>true</editable></fieldPermissions>`
                )
                .join('')
    ),
    ...Object.fromEntries(
        ['Account', 'Opportunity', 'Lead'].map((name) => [
            `objects/${name}/${name}.object-meta.xml`,
            `${HEAD}<CustomObject ${NS}><sharingModel>Private</sharingModel></CustomObject>`
        ])
    ),
    'With.cls':
        'public with sharing class With { public static Integer seen(String name) { return [SELECT COUNT() FROM Deal__c WHERE Name = :name]; } }',
    'Without.cls':
        'public without sharing class Without { public static Integer seen(String name) { return [SELECT COUNT() FROM Deal__c WHERE Name = :name]; } public static Id idOf(String name) { return [SELECT Id FROM Deal__c WHERE Name = :name].Id; } }',
    'Rules_Test.cls': testClass('Rules_Test', {
        owners: `
        User west = [SELECT Id FROM User WHERE Alias = 'wes'];
        User east = [SELECT Id FROM User WHERE Alias = 'eve'];
        insert new Deal__c(Name = 'owned', OwnerId = east.Id);
        System.runAs(west) { Assert.areEqual(1, With.seen('owned')); }
        update new Deal__c(Id = [SELECT Id FROM Deal__c].Id, OwnerId = UserInfo.getUserId());
        System.runAs(west) { Assert.areEqual(0, With.seen('owned')); Assert.areEqual(1, Without.seen('owned')); }`,
        criteria: `
        User west = [SELECT Id FROM User WHERE Alias = 'wes'];
        insert new Deal__c(Name = 'met', Region__c = 'North', Size__c = 500);
        System.runAs(west) { Assert.areEqual(0, With.seen('met')); }`
    }),
    'world.json': JSON.stringify({
        users: [
            {
                alias: 'admin',
                userName: 'admin@example.com',
                lastName: 'Admin',
                email: 'admin@example.com',
                profile: 'System Administrator'
            },
            person('eve', 'East'),
            person('tom', 'EastTeam'),
            person('wes', 'West'),
            person('sam', 'Service'),
            person('pat', null),
            person('ann', null)
        ],
        groupMembers: { Auditors: ['ann'], Partners: ['pat'], Inbox: ['pat'] }
    })
};

function accountRules(): string {
    return byOwner('Accounts', '<allInternalUsers/>', '<role>West</role>', 'Read').replace(
        '</label>',
        '</label><accountSettings><caseAccessLevel>None</caseAccessLevel><contactAccessLevel>None</contactAccessLevel><opportunityAccessLevel>Edit</opportunityAccessLevel></accountSettings>'
    );
}

let tree: TinyTree;
let org: Org;
before(() => {
    tree = tinyTree(files);
    org = openOrg({ sourceDirs: [tree.dir], worldFile: join(tree.dir, 'world.json') });
});
after(() => {
    org.close();
    tree.remove();
});

function run(alias: string, apex: string): void {
    const result = org.executeAnonymous(org.users.get(alias)!, apex);
    assert.equal(result.compileProblem ?? result.exceptionMessage, null, apex);
}

function make(name: string, owner: string, more = ''): void {
    run('admin', `insert new Deal__c(Name = '${name}', OwnerId = '${org.users.get(owner) ?? owner}'${more});`);
}

/** What a person may do with a deal, as queries in user mode, `with sharing` and UserRecordAccess agree. */
function access(alias: string, name: string): string {
    const log = org.executeAnonymous(
        org.users.get(alias)!,
        `Id deal = Without.idOf('${name}');
        UserRecordAccess may = [SELECT HasReadAccess, HasEditAccess FROM UserRecordAccess WHERE UserId = :UserInfo.getUserId() AND RecordId = :deal];
        Assert.areEqual(may.HasReadAccess, With.seen('${name}') == 1);
        Assert.areEqual(may.HasReadAccess, [SELECT COUNT() FROM Deal__c WHERE Name = '${name}' WITH USER_MODE] == 1);
        Assert.areEqual(may.HasReadAccess, ((List<List<SObject>>) [FIND '${name}' IN NAME FIELDS RETURNING Deal__c(Id) WITH USER_MODE])[0].size() == 1);
        Boolean edited = Database.update(new Deal__c(Id = deal), false, AccessLevel.USER_MODE).isSuccess();
        Assert.areEqual(may.HasEditAccess, edited);
        System.debug(may.HasEditAccess ? 'ACCESS edit' : may.HasReadAccess ? 'ACCESS read' : 'ACCESS none');`
    );
    assert.equal(log.compileProblem ?? log.exceptionMessage, null);
    return /ACCESS (\w+)/.exec(log.log.join('\n'))?.[1] ?? '';
}

// Security Implementation Guide, security_sharing_data_set_categories.htm: roles; roles and subordinates.
test('a rule by owner shares what people of a role own, with the level that it says', () => {
    make('of east', 'eve');
    assert.equal(access('wes', 'of east'), 'read');
    assert.equal(access('sam', 'of east'), 'edit');
    assert.equal(access('ann', 'of east'), 'none');
});

test('a role is not its subordinates, a role and its subordinates are both', () => {
    make('of team', 'tom');
    assert.equal(access('wes', 'of team'), 'none');
    assert.equal(access('sam', 'of team'), 'edit');
});

// The same page: "All records owned by the queue, excluding records owned by individual members of the queue."
test('records of a queue are shared, those of its members are not', () => {
    const [inbox] = org.store.rowsOf(`SELECT "Id" FROM "Group" WHERE "DeveloperName" = 'Inbox'`, []);
    make('queued', String(inbox?.[0]));
    make('of member', 'pat');
    assert.equal(access('wes', 'queued'), 'read');
    assert.equal(access('wes', 'of member'), 'none');
    assert.equal(access('ann', 'of member'), 'read');
});

// Object Reference, LeadShare and its kind: RowCause Rule.
test('what a rule shares is in the share table, once for each group, and follows the owner', () => {
    make('moves', 'eve');
    const shares = (): string[] =>
        org.store
            .rowsOf(
                `SELECT g."Name" || ' ' || s."AccessLevel" || ' ' || s."RowCause" FROM "Deal__Share" s JOIN "Group" g ON g."Id" = s."UserOrGroupId"
                 JOIN "Deal__c" d ON d."Id" = s."ParentId" WHERE d."Name" = 'moves' ORDER BY 1`,
                []
            )
            .map(([text]) => String(text));
    assert.deepEqual(shares(), ['Service Edit Rule', 'West Read Rule']);
    run('admin', `update new Deal__c(Id = Without.idOf('moves'), OwnerId = '${org.users.get('pat')}');`);
    assert.deepEqual(shares(), ['Auditors Read Rule']);
    assert.equal(access('wes', 'moves'), 'none');
    run('admin', `update new Deal__c(Id = Without.idOf('moves'), OwnerId = '${org.users.get('tom')}');`);
    assert.deepEqual(shares(), ['Service Edit Rule']);
    run('admin', `Id deal = Without.idOf('moves'); delete new Deal__c(Id = deal); undelete new Deal__c(Id = deal);`);
    assert.deepEqual(shares(), ['Service Edit Rule']);
});

test('who changes role or group takes the records along', () => {
    make('of ann', 'ann');
    assert.equal(access('wes', 'of ann'), 'none');
    const role = (name: string): string => `[SELECT Id FROM UserRole WHERE DeveloperName = '${name}'].Id`;
    const ann = org.users.get('ann')!;
    run('admin', `insert new Lead(LastName = 'of ann', Company = 'c', OwnerId = '${ann}');`);
    const leadsSeen = (count: number): void =>
        run('wes', `Assert.areEqual(${count}, [SELECT COUNT() FROM Lead WITH USER_MODE]);`);
    leadsSeen(0);
    run('admin', `update new User(Id = '${ann}', UserRoleId = ${role('East')});`);
    assert.equal(access('wes', 'of ann'), 'read');
    leadsSeen(1);
    run('admin', `update new User(Id = '${ann}', UserRoleId = null);`);
    assert.equal(access('wes', 'of ann'), 'none');
    leadsSeen(0);
    const partners = `[SELECT Id FROM Group WHERE DeveloperName = 'Partners'].Id`;
    make('of wes', 'wes');
    assert.equal(access('ann', 'of wes'), 'none');
    run('admin', `insert new GroupMember(GroupId = ${partners}, UserOrGroupId = '${org.users.get('wes')}');`);
    assert.equal(access('ann', 'of wes'), 'read');
    run(
        'admin',
        `delete [SELECT Id FROM GroupMember WHERE GroupId = :${partners} AND UserOrGroupId = '${org.users.get('wes')}'];`
    );
    assert.equal(access('ann', 'of wes'), 'none');
    run('admin', `update new UserRole(Id = ${role('West')}, ParentRoleId = ${role('East')});`);
    assert.equal(access('sam', 'of wes'), 'edit');
    run('admin', `update new UserRole(Id = ${role('West')}, ParentRoleId = ${role('Head')});`);
    assert.equal(access('sam', 'of wes'), 'none');
});

// Security Implementation Guide, security_sharing_cbs_about.htm: "Text and Text Area are case-sensitive."
test('a rule by criteria shares what meets all of them, with regard to case, and follows the fields', () => {
    make('north', 'pat', `, Region__c = 'North', Size__c = 100`);
    make('small', 'pat', `, Region__c = 'North', Size__c = 99`);
    make('lower', 'pat', `, Region__c = 'north', Size__c = 100`);
    assert.deepEqual(
        ['north', 'small', 'lower'].map((name) => access('wes', name)),
        ['edit', 'none', 'none']
    );
    run('admin', `update new Deal__c(Id = Without.idOf('north'), Region__c = 'South');`);
    run('admin', `update new Deal__c(Id = Without.idOf('small'), Size__c = 100);`);
    assert.deepEqual(
        ['north', 'small'].map((name) => access('wes', name)),
        ['none', 'edit']
    );
});

// salesforce.stackexchange.com/questions/375247: with sharing does not find the record in the transaction that made it.
test('a rule by criteria takes effect when the transaction commits, one by owner at once', () => {
    run(
        'wes',
        `insert new Deal__c(Name = 'later', Region__c = 'North', Size__c = 500, OwnerId = '${org.users.get('pat')}');
        Assert.areEqual(0, With.seen('later'));
        insert new Deal__c(Name = 'now', OwnerId = '${org.users.get('eve')}');
        Assert.areEqual(1, With.seen('now'));`
    );
    assert.equal(access('wes', 'later'), 'edit');
    // What it shared goes on until the commit, though the owner is another.
    run(
        'wes',
        `update new Deal__c(Id = Without.idOf('later'), Region__c = 'South', OwnerId = '${org.users.get('ann')}');
        Assert.areEqual(1, With.seen('later'));`
    );
    assert.equal(access('wes', 'later'), 'none');
});

// "criteria-based sharing cannot be tested using Apex" (security_sharing_cbs_about.htm)
test('in Apex tests rules by owner take effect and rules by criteria do not', () => {
    const report = runOrgTests(org, { names: ['Rules_Test'] });
    assert.deepEqual(
        report.tests.map((each) => [each.method, each.message]),
        [
            ['owners', null],
            ['criteria', null]
        ]
    );
});

// Metadata API, SharingRules: AccountSharingRuleSettings.
test('a rule of accounts says what it gives on their opportunities', () => {
    run(
        'admin',
        `Account a = new Account(Name = 'Shared', OwnerId = '${org.users.get('pat')}');
        insert a;
        insert new Opportunity(Name = 'Theirs', AccountId = a.Id, StageName = 'Prospecting', CloseDate = Date.newInstance(2026, 1, 1), OwnerId = '${org.users.get('pat')}');`
    );
    run(
        'wes',
        `Account a = [SELECT Id FROM Account WHERE Name = 'Shared' WITH USER_MODE];
        Assert.isFalse(Database.update(new Account(Id = a.Id), false, AccessLevel.USER_MODE).isSuccess());
        update as user [SELECT Id FROM Opportunity WHERE Name = 'Theirs' WITH USER_MODE];`
    );
    run('ann', `Assert.areEqual(0, [SELECT COUNT() FROM Opportunity WITH USER_MODE]);`);
});

test('rules that come later share what is there; rules that go take it back', () => {
    const data = join(tree.dir, 'data.sqlite');
    const open = (other: TinyTree): Org =>
        openOrg({ sourceDirs: [other.dir], worldFile: join(tree.dir, 'world.json'), dataFile: data });
    const bare = tinyTree(
        Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('sharingRules')))
    );
    const shares = (one: Org): unknown => one.store.rowsOf('SELECT count(*) FROM "Deal__Share"', [])[0]?.[0];
    try {
        const first = open(bare);
        first.executeAnonymous(
            first.users.get('admin')!,
            `insert new Deal__c(Name = 'old', OwnerId = '${first.users.get('eve')}', Region__c = 'North', Size__c = 100);`
        );
        assert.equal(shares(first), 0);
        first.close();
        const second = open(tree);
        assert.equal(shares(second), 2);
        second.close();
        const third = open(bare);
        assert.equal(shares(third), 0);
        third.close();
    } finally {
        bare.remove();
    }
});

test('a rule that names nobody who is there stops the start with a sentence', () => {
    const lost = tinyTree({
        ...customObject('Deal__c', '<sharingModel>Private</sharingModel>'),
        ...rules('Deal__c', byOwner('Lost', '<role>Nowhere</role>', '<group>Nobody</group>', 'Read'))
    });
    try {
        assert.throws(
            () => openOrg({ sourceDirs: [lost.dir] }),
            /Lost of Deal__c: group Nobody, Lost of Deal__c: role Nowhere/
        );
    } finally {
        lost.remove();
    }
});
