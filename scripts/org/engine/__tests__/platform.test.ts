import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomes, testClass } from './tinyTree.ts';

const field = (name: string, type: string, rest = ''): string =>
    `<fields><fullName>${name}</fullName><label>${name}</label><type>${type}</type>${rest}</fields>`;
const objectXml = (label: string, rest: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label><pluralLabel>${label}s</pluralLabel>${rest}</CustomObject>`;

const EVENT = {
    'Ping__e.object': objectXml(
        'Ping',
        `<deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>${field('Text__c', 'Text', '<length>20</length><required>true</required>')}`
    ),
    'PingTrigger.trigger': `trigger PingTrigger on Ping__e (after insert) {
    List<Account> rows = new List<Account>();
    for (Ping__e ping : Trigger.new) {
        rows.add(new Account(Name = ping.Text__c + ' ' + (ping.ReplayId != null) + ' ' + UserInfo.getName()));
    }
    insert rows;
}`
};

const SETTINGS = {
    'Rule__mdt.object': objectXml('Rule', field('Days__c', 'Number', '<precision>4</precision><scale>0</scale>')),
    'Rule.Fast.md': `<?xml version="1.0" encoding="UTF-8"?><CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>Fast</label><protected>false</protected><values><field>Days__c</field><value xsi:type="xsd:double">2.0</value></values></CustomMetadata>`,
    'Switch__c.object': objectXml(
        'Switch',
        `<customSettingsType>Hierarchy</customSettingsType>${field('IsOn__c', 'Checkbox', '<defaultValue>false</defaultValue>')}${field('Size__c', 'Number', '<precision>4</precision><scale>0</scale>')}`
    )
};

/** Source-format names: object files lie in a folder of their own. */
function sourceFormat(files: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(files).map(([name, text]) => {
            if (name.endsWith('.object')) {
                const object = name.slice(0, -'.object'.length);
                return [`objects/${object}/${object}.object-meta.xml`, withoutFields(text)];
            }
            return [name.endsWith('.md') ? `customMetadata/${name}-meta.xml` : name, text];
        })
    );
}

const withoutFields = (text: string): string => text.replace(/<fields>.*<\/fields>/s, '');

/** Fields of source format are files of their own. */
function fieldFiles(files: Readonly<Record<string, string>>): Record<string, string> {
    const made: Record<string, string> = {};
    for (const [name, text] of Object.entries(files).filter(([key]) => key.endsWith('.object'))) {
        const object = name.slice(0, -'.object'.length);
        for (const [, body = ''] of text.matchAll(/<fields>(.*?)<\/fields>/gs)) {
            const field = /<fullName>(\w+)</.exec(body)?.[1] ?? '';
            made[`objects/${object}/fields/${field}.field-meta.xml`] =
                `<?xml version="1.0" encoding="UTF-8"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata">${body}</CustomField>`;
        }
    }
    return made;
}

const tree = (...parts: Readonly<Record<string, string>>[]): Record<string, string> => {
    const all = Object.assign({}, ...parts) as Record<string, string>;
    return { ...sourceFormat(all), ...fieldFiles(all) };
};

const PASSING: readonly (readonly [string, Record<string, string>])[] = [
    [
        'platform events reach their triggers when delivered, at stopTest, and never after a rollback',
        tree(EVENT, {
            'PingTest.cls': testClass('PingTest', {
                delivered: `
        Database.SaveResult result = EventBus.publish(new Ping__e(Text__c = 'a'));
        Assert.isTrue(result.isSuccess());
        Assert.areEqual(0, [SELECT COUNT() FROM Account]);
        Test.getEventBus().deliver();
        Assert.areEqual('a true Automated Process', [SELECT Name FROM Account].Name);`,
                atStopTest: `
        Test.startTest();
        EventBus.publish(new List<Ping__e>{ new Ping__e(Text__c = 'a'), new Ping__e(Text__c = 'b') });
        Test.stopTest();
        Assert.areEqual(2, [SELECT COUNT() FROM Account]);`,
                missingField: `
        Assert.isFalse(EventBus.publish(new Ping__e()).isSuccess());`,
                rolledBack: `
        Savepoint sp = Database.setSavepoint();
        EventBus.publish(new Ping__e(Text__c = 'a'));
        Database.rollback(sp);
        Test.getEventBus().deliver();
        Assert.areEqual(0, [SELECT COUNT() FROM Account]);`
            })
        })
    ],
    [
        'custom metadata and custom settings have their accessors',
        tree(SETTINGS, {
            'SettingsTest.cls': testClass('SettingsTest', {
                metadata: `
        Assert.areEqual(2, Rule__mdt.getInstance('fast').Days__c);
        Assert.areEqual(new Set<String>{ 'Fast' }, Rule__mdt.getAll().keySet());
        Assert.isNull(Rule__mdt.getInstance('Slow'));`,
                hierarchy: `
        Assert.isFalse(Switch__c.getInstance().IsOn__c);
        insert new Switch__c(SetupOwnerId = UserInfo.getOrganizationId(), IsOn__c = true, Size__c = 1);
        insert new Switch__c(SetupOwnerId = UserInfo.getUserId(), IsOn__c = true, Size__c = 5);
        Assert.isTrue(Switch__c.getOrgDefaults().IsOn__c);
        Assert.areEqual(1, Switch__c.getOrgDefaults().Size__c);
        Assert.areEqual(5, Switch__c.getInstance().Size__c);
        Assert.areEqual(1, Switch__c.getInstance(UserInfo.getProfileId()).Size__c);`
            })
        })
    ],
    [
        'e-mails and notifications are checked and counted',
        tree({
            'notificationtypes/Alert.notiftype-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomNotificationType xmlns="http://soap.sforce.com/2006/04/metadata"><customNotifTypeName>Alert</customNotifTypeName><desktop>true</desktop><masterLabel>Alert</masterLabel><mobile>true</mobile></CustomNotificationType>`,
            'MailTest.cls': testClass('MailTest', {
                mail: `
        Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
        mail.setToAddresses(new List<String>{ 'a@b.example' });
        mail.setSubject('s');
        mail.setPlainTextBody('b');
        Assert.isTrue(Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail })[0].isSuccess());
        Assert.areEqual(1, Limits.getEmailInvocations());
        mail.setToAddresses(null);
        try { Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail }); Assert.fail(); }
        catch (EmailException e) { Assert.isTrue(e.getMessage().contains('REQUIRED_FIELD_MISSING')); }`,
                notification: `
        Id type = [SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Alert'].Id;
        Messaging.CustomNotification note = new Messaging.CustomNotification();
        note.setNotificationTypeId(type);
        note.setTitle('t');
        note.setBody('b');
        try { note.send(new Set<String>{ UserInfo.getUserId() }); Assert.fail(); }
        catch (IllegalArgumentException e) { Assert.isTrue(e.getMessage().contains('targetId')); }
        note.setTargetId(UserInfo.getUserId());
        note.send(new Set<String>{ UserInfo.getUserId() });`
            })
        })
    ],
    [
        'the platform cache keeps copies, per org and per session, until they expire',
        tree({
            'Doubler.cls': `public class Doubler implements Cache.CacheBuilder {
    public Object doLoad(String key) { return key + key; }
}`,
            'CacheTest.cls': testClass('CacheTest', {
                keeps: `
        List<String> names = new List<String>{ 'a' };
        Cache.Org.put('k', names);
        names.add('b');
        Assert.areEqual(new List<String>{ 'a' }, (List<String>) Cache.Org.get('k'));
        Assert.isNull(Cache.Session.get('k'));
        Assert.isTrue(Cache.Org.getPartition('local.default').contains('k'));
        Assert.isTrue(Cache.Org.remove('k'));
        Assert.isFalse(Cache.Org.contains('k'));
        Assert.areEqual('xx', Cache.Session.get(Doubler.class, 'x'));`,
                startsEmpty: `Assert.isFalse(Cache.Session.contains('x'));`
            })
        })
    ],
    [
        'queries see what permission sets grant, and the sources of the tree',
        tree({
            'permissionsets/Reps.permissionset-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Reps</label><classAccesses><apexClass>Desk</apexClass><enabled>true</enabled></classAccesses><customPermissions><enabled>true</enabled><name>Can_Decide</name></customPermissions><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>`,
            'customPermissions/Can_Decide.customPermission-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomPermission xmlns="http://soap.sforce.com/2006/04/metadata"><label>Can decide</label></CustomPermission>`,
            'Desk.cls': 'public class Desk {}',
            'GrantTest.cls': testClass('GrantTest', {
                grants: `
        Id granted = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Can_Decide'].Id;
        Assert.areEqual('Reps', [SELECT Parent.Name FROM SetupEntityAccess WHERE SetupEntityId = :granted].Parent.Name);
        Assert.areEqual(2, [SELECT COUNT() FROM SetupEntityAccess WHERE Parent.Name = 'Reps']);
        ObjectPermissions onAccount = [SELECT PermissionsEdit, PermissionsDelete FROM ObjectPermissions WHERE SobjectType = 'Account'];
        Assert.isTrue(onAccount.PermissionsEdit);
        Assert.isFalse(onAccount.PermissionsDelete);
        Assert.areEqual('public class Desk {}', [SELECT Body FROM ApexClass WHERE Name = 'Desk'].Body);
        Assert.isFalse(FeatureManagement.checkPermission('Can_Decide'));
        insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Reps'].Id);
        System.runAs(new User(Id = UserInfo.getUserId())) {
            Assert.isTrue(FeatureManagement.checkPermission('Can_Decide'));
        }`
            })
        })
    ],
    [
        'stubs answer for classes, and chains of queueables end where the platform ends them',
        tree({
            'Service.cls': `public virtual class Service { public virtual String say(String who, Integer times) { return 'real'; } }`,
            'Chain.cls': `public class Chain implements Queueable {
    public void execute(QueueableContext context) { System.enqueueJob(new Chain()); }
}`,
            'StubTest.cls': testClass(
                'StubTest',
                {
                    stub: `
        Service s = (Service) Test.createStub(Service.class, new Provider());
        Assert.areEqual('say(who:String,times:Integer)=x,3:String', s.say('x', 3));`,
                    chain: `
        Test.startTest();
        System.enqueueJob(new Chain());
        try { Test.stopTest(); Assert.fail('no chains in tests'); }
        catch (AsyncException e) { Assert.areEqual('Maximum stack depth has been reached.', e.getMessage()); }`
                },
                `    private class Provider implements StubProvider {
        public Object handleMethodCall(Object stubbed, String name, Type returns, List<Type> types, List<String> names, List<Object> args) {
            return name + '(' + names[0] + ':' + types[0].getName() + ',' + names[1] + ':' + types[1].getName() + ')=' + args[0] + ',' + args[1] + ':' + returns.getName();
        }
    }`
            )
        })
    ]
];

describe('the platform library on the local org', () => {
    for (const [name, files] of PASSING) {
        it(name, () => {
            const { of } = outcomes(files);
            assert.ok(Object.keys(of).length > 0);
            assert.deepEqual(of, Object.fromEntries(Object.keys(of).map((key) => [key, 'pass'])));
        });
    }
});
