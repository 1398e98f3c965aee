import { behaviours } from '../behaviours.ts';
import { customField, customObject, permissionSet } from '../metadata.ts';

const meta = (version: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${version}</apiVersion><status>Active</status></ApexClass>`;

const counter = (name: string, sharing: string): string => `public ${sharing} class ${name} {
    public static Integer seen() { return [SELECT COUNT() FROM Secret__c]; }
    public static Integer through() { return Helper.seen(); }
}`;

const object = (name: string, rights: string): string =>
    `<objectPermissions><allowCreate>${rights.includes('c')}</allowCreate><allowDelete>${rights.includes('d')}</allowDelete><allowEdit>${rights.includes('e')}</allowEdit><allowRead>${rights.includes('r')}</allowRead><modifyAllRecords>false</modifyAllRecords><object>${name}</object><viewAllRecords>${rights.includes('v')}</viewAllRecords></objectPermissions>`;
const field = (name: string, editable: boolean): string =>
    `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;

behaviours(
    import.meta.url,
    {
        files: {
            ...customObject('Secret__c', '<sharingModel>Private</sharingModel>'),
            ...customField('Secret__c', 'Open__c', 'Text', '<length>20</length>'),
            ...customField('Secret__c', 'Closed__c', 'Text', '<length>20</length>'),
            ...customObject('Note__c'),
            ...customField(
                'Note__c',
                'About__c',
                'Lookup',
                '<referenceTo>Secret__c</referenceTo><relationshipName>Notes</relationshipName>'
            ),
            ...customObject('Piece__c', '<sharingModel>ControlledByParent</sharingModel>'),
            ...customField(
                'Piece__c',
                'Secret__c',
                'MasterDetail',
                '<referenceTo>Secret__c</referenceTo><relationshipName>Pieces</relationshipName><relationshipOrder>0</relationshipOrder>'
            ),
            ...permissionSet('Reads', object('Secret__c', 'r') + field('Secret__c.Open__c', false)),
            ...permissionSet(
                'Writes',
                object('Secret__c', 'rced') +
                    object('Note__c', 'rced') +
                    object('Piece__c', 'rced') +
                    field('Secret__c.Open__c', true) +
                    field('Note__c.About__c', true)
            ),
            ...permissionSet('Sees_all', object('Secret__c', 'rv')),
            ...permissionSet('May', '<customPermissions><enabled>true</enabled><name>Do_it</name></customPermissions>'),
            'customPermissions/Do_it.customPermission-meta.xml':
                '<?xml version="1.0" encoding="UTF-8"?><CustomPermission xmlns="http://soap.sforce.com/2006/04/metadata"><label>Do it</label></CustomPermission>',
            'With.cls': counter('With', 'with sharing'),
            'Without.cls': counter('Without', 'without sharing'),
            'Inherits.cls': counter('Inherits', 'inherited sharing'),
            'Helper.cls':
                'public class Helper { public static Integer seen() { return [SELECT COUNT() FROM Secret__c]; } }',
            'Old.cls':
                'public class Old { public static Integer seen() { return [SELECT COUNT() FROM Secret__c]; } public static Object closed() { return [SELECT Closed__c FROM Secret__c LIMIT 1].Closed__c; } }',
            'classes/Old.cls-meta.xml': meta('66.0'),
            'Young.cls':
                'public class Young { public static Integer seen() { return [SELECT COUNT() FROM Secret__c]; } public static Object closed() { return [SELECT Closed__c FROM Secret__c LIMIT 1].Closed__c; } }',
            'classes/Young.cls-meta.xml': meta('67.0')
        },
        members: `
    static Integer users = 0;
    static User person(String permissionSet) {
        Profile least = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'];
        String name = 'p' + users++ + '@behaviour.example';
        User one = new User(LastName = 'p', Alias = 'p' + users, Username = name, Email = name, ProfileId = least.Id,
            TimeZoneSidKey = 'America/New_York', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
        System.runAs(new User(Id = UserInfo.getUserId())) {
            insert one;
            if (permissionSet != null) {
                insert new PermissionSetAssignment(AssigneeId = one.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = :permissionSet].Id);
            }
        }
        return one;
    }
    static Secret__c secret() {
        Secret__c one = new Secret__c(Name = 's', Open__c = 'o', Closed__c = 'c');
        insert one;
        return one;
    }`
    },
    [
        {
            says: 'with sharing sees the records of the user, without sharing all of them',
            source: 'ADG apex_classes_keywords_sharing.htm',
            apex: `
        secret();
        System.runAs(person('Reads')) {
            Assert.areEqual(0, With.seen());
            Assert.areEqual(1, Without.seen());
        }`
        },
        {
            says: 'inherited sharing takes the mode of its caller',
            source: 'ADG apex_classes_keywords_sharing.htm',
            apex: `
        secret();
        System.runAs(person('Reads')) {
            Assert.areEqual(0, With.through());
            Assert.areEqual(1, Without.through());
        }`
        },
        {
            says: 'A class without a sharing keyword runs without sharing up to API version 66, and with it from 67',
            source: 'release notes of API version 67.0',
            apex: `
        secret();
        System.runAs(person('Reads')) {
            Assert.areEqual(1, Old.seen());
            Assert.areEqual(0, Young.seen());
        }`
        },
        {
            says: 'Queries run in system mode up to API version 66, and in user mode from 67',
            source: 'release notes of API version 67.0',
            apex: `
        User viewer = person('Sees_all');
        secret();
        System.runAs(viewer) {
            Assert.areEqual('c', Old.closed());
            try { Object lost = Young.closed(); Assert.fail('read'); } catch (QueryException e) { Assert.isTrue(e.getMessage().contains('Closed__c'), e.getMessage()); }
        }`
        },
        {
            says: 'User mode refuses queries of objects and fields that the user cannot read; system mode does not ask',
            source: 'ADG apex_classes_enforce_usermode.htm',
            apex: `
        secret();
        System.runAs(person('Reads')) {
            List<Secret__c> fine = [SELECT Open__c FROM Secret__c WITH USER_MODE];
            List<Secret__c> any = [SELECT Closed__c FROM Secret__c WITH SYSTEM_MODE];
            try { fine = [SELECT Closed__c FROM Secret__c WITH USER_MODE]; Assert.fail('field'); } catch (QueryException e) { }
            try { fine = [SELECT Open__c FROM Secret__c WHERE Closed__c = 'c' WITH USER_MODE]; Assert.fail('filter'); } catch (QueryException e) { }
            try { fine = [SELECT Open__c FROM Secret__c WITH USER_MODE ORDER BY Closed__c]; Assert.fail('order'); } catch (Exception e) { }
        }
        System.runAs(person(null)) {
            try { Integer n = [SELECT COUNT() FROM Secret__c WITH USER_MODE]; Assert.fail('object'); } catch (QueryException e) { }
        }`
        },
        {
            says: 'User mode DML asks for the rights on the object and on each field that is written',
            source: 'ADG apex_classes_enforce_usermode.htm',
            apex: `
        System.runAs(person('Writes')) {
            insert as user new Secret__c(Name = 'a', Open__c = 'x');
            try { insert as user new Secret__c(Name = 'a', Closed__c = 'x'); Assert.fail('field'); }
            catch (DmlException e) { Assert.areEqual(new List<String>{ 'Closed__c' }, e.getDmlFieldNames(0)); }
            insert as system new Secret__c(Name = 'a', Closed__c = 'x');
        }
        System.runAs(person('Reads')) {
            try { insert as user new Secret__c(Name = 'a'); Assert.fail('object'); } catch (Exception e) { Assert.isFalse(e instanceof AssertException); }
            Assert.isFalse(Secret__c.SObjectType.getDescribe().isCreateable());
            Assert.isTrue(Secret__c.Open__c.getDescribe().isAccessible());
            Assert.isFalse(Secret__c.Open__c.getDescribe().isUpdateable());
            Assert.isFalse(Secret__c.Closed__c.getDescribe().isAccessible());
        }`
        },
        {
            says: 'stripInaccessible takes away what the user cannot read or write, and says what it took',
            source: 'ADG apex_classes_with_security_stripInaccessible.htm',
            apex: `
        System.runAs(person('Reads')) {
            List<Secret__c> rows = new List<Secret__c>{ new Secret__c(Name = 'a', Open__c = 'o', Closed__c = 'c') };
            SObjectAccessDecision read = Security.stripInaccessible(AccessType.READABLE, rows);
            Assert.areEqual(new Set<String>{ 'Closed__c' }, read.getRemovedFields().get('Secret__c'));
            Assert.isTrue(read.getRecords()[0].isSet('Open__c'));
            Assert.isFalse(read.getRecords()[0].isSet('Closed__c'));
            try { Security.stripInaccessible(AccessType.CREATABLE, rows); Assert.fail('object'); } catch (NoAccessException e) { }
        }`
        },
        {
            says: 'Owners see their private records; a share row gives what it says, view all gives reading',
            source: 'ADG apex_bulk_sharing_understanding.htm',
            apex: `
        User reader = person('Reads');
        User viewer = person('Sees_all');
        User owner = person('Writes');
        Secret__c own;
        System.runAs(owner) { own = secret(); Assert.areEqual(1, With.seen()); }
        System.runAs(viewer) { Assert.areEqual(1, With.seen()); }
        System.runAs(reader) { Assert.areEqual(0, With.seen()); }
        insert new Secret__Share(ParentId = own.Id, UserOrGroupId = reader.Id, AccessLevel = 'Read', RowCause = 'Manual');
        System.runAs(reader) { Assert.areEqual(1, With.seen()); }`
        },
        {
            says: 'Reading by a share row is not editing; an Edit share is',
            source: 'ADG apex_bulk_sharing_creating_with_apex.htm',
            apex: `
        User other = person('Writes');
        Secret__c one = secret();
        Secret__Share share = new Secret__Share(ParentId = one.Id, UserOrGroupId = other.Id, AccessLevel = 'Read', RowCause = 'Manual');
        insert share;
        System.runAs(other) {
            try { update as user new Secret__c(Id = one.Id, Open__c = 'n'); Assert.fail('edited'); }
            catch (DmlException e) { Assert.areEqual(StatusCode.INSUFFICIENT_ACCESS_OR_READONLY, e.getDmlType(0)); }
        }
        update new Secret__Share(Id = share.Id, AccessLevel = 'Edit');
        System.runAs(other) { update as user new Secret__c(Id = one.Id, Open__c = 'n'); }
        Assert.areEqual('n', [SELECT Open__c FROM Secret__c].Open__c);`
        },
        {
            says: 'A detail needs edit access to its master, a lookup read access to its target',
            source: 'help page "Object Relationships Overview"; StatusCode INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
            apex: `
        User other = person('Writes');
        Secret__c one = secret();
        System.runAs(other) {
            try { insert as user new Note__c(Name = 'n', About__c = one.Id); Assert.fail('unseen'); }
            catch (DmlException e) { Assert.areEqual(StatusCode.INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, e.getDmlType(0)); }
        }
        Secret__Share share = new Secret__Share(ParentId = one.Id, UserOrGroupId = other.Id, AccessLevel = 'Read', RowCause = 'Manual');
        insert share;
        System.runAs(other) {
            insert as user new Note__c(Name = 'n', About__c = one.Id);
            try { insert as user new Piece__c(Name = 'p', Secret__c = one.Id); Assert.fail('read only'); }
            catch (DmlException e) { Assert.areEqual(StatusCode.INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, e.getDmlType(0)); }
        }
        update new Secret__Share(Id = share.Id, AccessLevel = 'Edit');
        System.runAs(other) { insert as user new Piece__c(Name = 'p', Secret__c = one.Id); }`
        },
        {
            says: 'A custom permission is there for whom a permission set gives it',
            source: 'AREF apex_class_System_FeatureManagement.htm (checkPermission)',
            apex: `
        System.runAs(person('May')) { Assert.isTrue(FeatureManagement.checkPermission('Do_it')); }
        System.runAs(person('Reads')) { Assert.isFalse(FeatureManagement.checkPermission('Do_it')); }`
        },
        {
            says: 'runAs gives the user, its rights and its time zone, and only inside of its block',
            source: 'ADG apex_testing_tools_runas.htm',
            apex: `
        User other = person(null);
        Id me = UserInfo.getUserId();
        System.runAs(other) {
            Assert.areEqual(other.Id, UserInfo.getUserId());
            Assert.areEqual('America/New_York', UserInfo.getTimeZone().getID());
        }
        Assert.areEqual(me, UserInfo.getUserId());`
        },
        {
            says: 'WITH SECURITY_ENFORCED refuses selected fields that the user cannot read',
            source: 'ADG apex_classes_with_security_enforced.htm',
            apex: `
        System.runAs(person('Reads')) {
            List<Secret__c> fine = [SELECT Open__c FROM Secret__c WITH SECURITY_ENFORCED];
            fine = [SELECT Open__c FROM Secret__c WHERE Closed__c = 'c' WITH SECURITY_ENFORCED];
            try { fine = [SELECT Closed__c FROM Secret__c WITH SECURITY_ENFORCED]; Assert.fail('read'); }
            catch (QueryException e) { Assert.isTrue(e.getMessage().contains('Insufficient permissions'), e.getMessage()); }
        }`
        },
        {
            says: 'View All Data reads every object and record, and writes none',
            source: 'help page "View All and Modify All Permissions Overview"',
            apex: `
        User viewer = person(null);
        System.runAs(new User(Id = UserInfo.getUserId())) {
            PermissionSet all = new PermissionSet(Name = 'Reads_everything', Label = 'Reads everything', PermissionsViewAllData = true);
            insert all;
            insert new PermissionSetAssignment(AssigneeId = viewer.Id, PermissionSetId = all.Id);
        }
        Secret__c one = secret();
        System.runAs(viewer) {
            Assert.areEqual(1, [SELECT COUNT() FROM Secret__c WITH USER_MODE]);
            try { insert as user new Secret__c(Name = 'n'); Assert.fail('created'); } catch (SecurityException e) { }
            try { update as user new Secret__c(Id = one.Id); Assert.fail('edited'); } catch (SecurityException e) { }
            try { delete as user one; Assert.fail('deleted'); } catch (SecurityException e) { }
        }`
        },
        {
            says: 'A permission set that code makes gives the classes and custom permissions that its rows name',
            source: 'Object Reference, SetupEntityAccess',
            apex: `
        User holder = person(null);
        System.runAs(new User(Id = UserInfo.getUserId())) {
            PermissionSet made = new PermissionSet(Name = 'Made', Label = 'Made');
            insert made;
            insert new PermissionSetAssignment(AssigneeId = holder.Id, PermissionSetId = made.Id);
            System.runAs(holder) { Assert.isFalse(FeatureManagement.checkPermission('Do_it')); }
            insert new SetupEntityAccess(ParentId = made.Id, SetupEntityId = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Do_it'].Id);
        }
        System.runAs(holder) { Assert.isTrue(FeatureManagement.checkPermission('Do_it')); }`
        },
        {
            says: 'stripInaccessible refuses results of aggregate queries',
            source: 'soql-lib `SOQL_Full_Test.stripInaccessibleToAggregated`',
            apex: `
        secret();
        List<SObject> groups = [SELECT Name, COUNT(Id) FROM Secret__c GROUP BY Name];
        try { Security.stripInaccessible(AccessType.READABLE, groups); Assert.fail('stripped'); }
        catch (Exception e) { Assert.areEqual('AggregateResult SObject types are not supported', e.getMessage()); }`
        }
    ]
);
