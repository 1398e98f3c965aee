import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customField, customObject, TestOrg } from '../../dml/__tests__/testOrg.ts';
import { grant } from '../../schema/__tests__/smallModel.ts';
import type { ObjectDef, ObjectPermission } from '../../schema/model.ts';
import { accessOf } from '../access.ts';
import type { UserAccess } from '../access.ts';

const nothing: ObjectPermission = {
    read: false,
    create: false,
    edit: false,
    delete: false,
    viewAll: false,
    modifyAll: false
};
const thing = customObject(
    'Thing__c',
    'a00',
    [
        customField('Open__c', 'string', { length: 20 }),
        customField('Secret__c', 'string', { length: 20 }),
        customField('Must__c', 'string', { length: 20, isRequired: true })
    ],
    { sharingModel: 'Private', hasHistory: true }
);
const setting = customObject('Rule__mdt', 'm00', [], { kind: 'customMetadata' });
const editor = grant('Editor', {
    tabs: new Map([['Thing__c', 'None']]),
    objects: new Map([
        ['thing__c', { ...nothing, edit: true }],
        ['account', { ...nothing, read: true }],
        ['opportunity', { ...nothing, read: true }]
    ]),
    fields: new Map([
        ['thing__c.open__c', { read: false, edit: true }],
        ['account.billingaddress', { read: true, edit: false }]
    ]),
    classes: new Set(['Door']),
    customPermissions: new Set(['Pass']),
    userPermissions: new Set(['RunReports'])
});
const viewer = grant('Viewer', {
    objects: new Map([['thing__c', { ...nothing, viewAll: true }]]),
    customMetadataTypes: new Set(['rule__mdt'])
});

const owner = grant('Owner', {
    tabs: new Map([
        ['Thing__c', 'Visible'],
        ['Hidden_tab', 'None']
    ]),
    objects: new Map([['thing__c', { ...nothing, modifyAll: true }]])
});
const reader = grant('Reader', { userPermissions: new Set(['ViewAllCustomMetadata']) });
const builder = grant('Builder', { userPermissions: new Set(['CustomizeApplication']) });

function org(): TestOrg {
    const added = customField('Added__c', 'string', { length: 20 });
    const change = (object: ObjectDef): ObjectDef =>
        object.name === 'Account' ? { ...object, fields: new Map([...object.fields, ['added__c', added]]) } : object;
    const world = new TestOrg({
        change,
        objects: [thing, setting],
        permissionSets: [editor, viewer, owner, reader, builder]
    });
    world.user('owner', 'Minimum Access - Salesforce', null, ['Owner']);
    world.user('reader', 'Minimum Access - Salesforce', null, ['Reader']);
    world.user('builder', 'Minimum Access - Salesforce', null, ['Builder']);
    world.user('editor', 'Minimum Access - Salesforce', null, ['Editor']);
    world.user('viewer', 'Minimum Access - Salesforce', null, ['Viewer']);
    world.user('standard', 'Standard User', null);
    return world;
}

const world = org();
const def = world.object('Thing__c');
const fieldOf = (object: string, name: string) => world.schema.field(world.object(object), name)!;
const of = (alias: string): UserAccess => accessOf(world.schema, world.store, world.id(alias));

const answers: readonly (readonly [string, string, (access: UserAccess) => boolean, boolean])[] = [
    ['an administrator', 'admin', (access) => access.canDeleteObject(def) && access.modifyAll(def), true],
    ['an administrator without it', 'admin', (access) => access.hasCustomPermission('Pass'), false],
    ['minimum access to a custom object', 'rep', (access) => access.canReadObject(def), false],
    ['minimum access to users', 'rep', (access) => access.canReadObject(world.object('User')), true],
    ['edit implies read', 'editor', (access) => access.canReadObject(def), true],
    ['edit does not imply create', 'editor', (access) => access.canCreateObject(def), false],
    [
        'edit of a field implies read',
        'editor',
        (access) => access.canReadField(def, fieldOf('Thing__c', 'Open__c')),
        true
    ],
    [
        'a field that nobody granted',
        'editor',
        (access) => access.canReadField(def, fieldOf('Thing__c', 'Secret__c')),
        false
    ],
    [
        'a required field goes with the object',
        'editor',
        (access) => access.canEditField(def, fieldOf('Thing__c', 'Must__c')),
        true
    ],
    [
        'the name goes with the object',
        'editor',
        (access) => access.canReadField(def, fieldOf('Thing__c', 'Name')),
        true
    ],
    [
        'a system field is never editable',
        'editor',
        (access) => access.canEditField(def, fieldOf('Thing__c', 'CreatedDate')),
        false
    ],
    [
        'a part of an address goes with the address',
        'editor',
        (access) => access.canReadField(world.object('Account'), fieldOf('Account', 'BillingCity')),
        true
    ],
    [
        'another address',
        'editor',
        (access) => access.canReadField(world.object('Account'), fieldOf('Account', 'ShippingCity')),
        false
    ],
    [
        'a flag that follows from the stage goes with the opportunity',
        'editor',
        (access) => access.canReadField(world.object('Opportunity'), fieldOf('Opportunity', 'IsClosed')),
        true
    ],
    [
        'relations of e-mails, as e-mails',
        'standard',
        (access) =>
            access.canReadObject(world.object('EmailMessageRelation')) ===
            access.canReadObject(world.object('EmailMessage')),
        true
    ],
    [
        'a field that is only given at the start can be written',
        'standard',
        (access) => access.canEditField(world.object('EmailMessage'), fieldOf('EmailMessage', 'ParentId')),
        true
    ],
    ['a class', 'editor', (access) => access.hasClass('door'), true],
    ['another class', 'viewer', (access) => access.hasClass('Door'), false],
    ['a custom permission in any spelling', 'editor', (access) => access.hasCustomPermission('pass'), true],
    ['view all implies read', 'viewer', (access) => access.viewAll(def) && access.canReadObject(def), true],
    [
        'modify all implies read, edit and delete',
        'owner',
        (access) => access.canReadObject(def) && access.canEditObject(def) && access.canDeleteObject(def),
        true
    ],
    ['modify all does not imply create', 'owner', (access) => access.canCreateObject(def), false],
    [
        'a standard profile grants no field that a package adds',
        'standard',
        (access) => access.canReadField(world.object('Account'), fieldOf('Account', 'Added__c')),
        false
    ],
    [
        'a standard profile grants the fields of the platform',
        'standard',
        (access) => access.canReadField(world.object('Account'), fieldOf('Account', 'Industry')),
        true
    ],
    [
        'shares of an object that one may read',
        'editor',
        (access) => access.canReadObject(world.object('Thing__Share')),
        true
    ],
    [
        'shares of an object that one may not read',
        'rep',
        (access) => access.canReadObject(world.object('Thing__Share')),
        false
    ],
    [
        'history of an object that one may read',
        'editor',
        (access) => access.canReadObject(world.object('Thing__History')),
        true
    ],
    [
        'history of an object that one may not read',
        'rep',
        (access) => access.canReadObject(world.object('Thing__History')),
        false
    ],
    ['view all does not imply edit', 'viewer', (access) => access.canEditObject(def), false],
    ['custom metadata that was granted', 'viewer', (access) => access.canReadObject(world.object('Rule__mdt')), true],
    ['custom metadata, all of it', 'reader', (access) => access.canReadObject(world.object('Rule__mdt')), true],
    ['custom metadata of a builder', 'builder', (access) => access.canReadObject(world.object('Rule__mdt')), true],
    ['custom metadata that was not', 'editor', (access) => access.canReadObject(world.object('Rule__mdt')), false],
    [
        'a standard user and standard fields',
        'standard',
        (access) => access.canEditField(world.object('Lead'), fieldOf('Lead', 'Rating')),
        true
    ],
    ['a standard user and a custom object', 'standard', (access) => access.canReadObject(def), false],
    [
        'a standard user and campaigns',
        'standard',
        (access) => access.canReadObject(world.object('Campaign')) && !access.canCreateObject(world.object('Campaign')),
        true
    ]
];

for (const [name, alias, question, expected] of answers) {
    test(`access: ${name} is ${expected ? 'granted' : 'not granted'}`, () => {
        assert.equal(question(of(alias)), expected);
    });
}

test('a permission set made of rows grants like one of metadata', () => {
    world.row('rows', 'PermissionSet', { Name: 'Rows', Label: 'Rows', PermissionsViewAllData: false });
    world.row('rows object', 'ObjectPermissions', {
        ParentId: world.id('rows'),
        SobjectType: 'Thing__c',
        PermissionsRead: true
    });
    world.row('rows field', 'FieldPermissions', {
        ParentId: world.id('rows'),
        SobjectType: 'Thing__c',
        Field: 'Thing__c.Secret__c',
        PermissionsRead: true
    });
    world.user('byRows', 'Minimum Access - Salesforce', null, ['rows']);
    assert.equal(of('byRows').canReadField(def, fieldOf('Thing__c', 'Secret__c')), true);
    assert.equal(of('byRows').canEditField(def, fieldOf('Thing__c', 'Secret__c')), false);
});

test('a profile that is not there is a broken world', () => {
    world.row('Odd profile', 'Profile', { Name: 'Odd profile' });
    world.user('odd', 'Odd profile', null);
    assert.throws(() => of('odd'), /Profile Odd profile is neither built in nor part of the package/);
});

// Metadata API, PermissionSetTabSetting: the most that any of them grants; help page "Tab Settings".
test('a tab is as visible as the most generous grant makes it', () => {
    assert.equal(of('owner').tabVisibility('Thing__c'), 'Visible');
    assert.equal(of('owner').tabVisibility('Hidden_tab'), 'None');
    assert.equal(of('editor').tabVisibility('Thing__c'), 'None');
    assert.equal(of('viewer').tabVisibility('Thing__c'), undefined);
    assert.equal(of('admin').tabVisibility('Thing__c'), 'Visible');
    world.user('both', 'Minimum Access - Salesforce', null, ['Editor', 'Owner']);
    assert.equal(of('both').tabVisibility('Thing__c'), 'Visible');
});
