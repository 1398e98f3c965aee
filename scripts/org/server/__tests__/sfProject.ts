/** A project that the sf CLI deploys in tests: an object, a class with its test, a component, a label, a permission set. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const xml = (type: string, body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${type}>\n`;

export const CLASS_META = xml('ApexClass', '    <apiVersion>66.0</apiVersion>\n    <status>Active</status>');

const field = (name: string, body: string): [string, string] => [
    `src/objects/Parcel__c/fields/${name}.field-meta.xml`,
    xml('CustomField', `    <fullName>${name}</fullName>\n    ${body}`)
];

export const bundle = (name: string, js: string, html: string): [string, string][] => [
    [`src/lwc/${name}/${name}.js`, js],
    [`src/lwc/${name}/${name}.html`, html],
    [
        `src/lwc/${name}/${name}.js-meta.xml`,
        xml(
            'LightningComponentBundle',
            '    <apiVersion>66.0</apiVersion>\n    <isExposed>true</isExposed>\n    <masterLabel>Parcel</masterLabel>\n    <targets>\n        <target>lightning__RecordPage</target>\n    </targets>'
        )
    ]
];

/** What the project deploys at first. */
export const SOURCE: readonly [string, string][] = [
    [
        'sfdx-project.json',
        JSON.stringify({
            packageDirectories: [{ path: 'src', default: true }],
            sourceApiVersion: '66.0',
            sfdcLoginUrl: 'https://login.salesforce.com'
        })
    ],
    [
        'src/objects/Parcel__c/Parcel__c.object-meta.xml',
        xml(
            'CustomObject',
            '    <deploymentStatus>Deployed</deploymentStatus>\n    <label>Parcel</label>\n    <nameField>\n        <label>Parcel Name</label>\n        <type>Text</type>\n    </nameField>\n    <pluralLabel>Parcels</pluralLabel>\n    <sharingModel>ReadWrite</sharingModel>'
        )
    ],
    field(
        'Key__c',
        '<externalId>true</externalId><label>Key</label><length>40</length><type>Text</type><unique>true</unique>'
    ),
    field('Weight__c', '<label>Weight</label><precision>10</precision><scale>2</scale><type>Number</type>'),
    field(
        'Parent__c',
        '<label>Parent</label><referenceTo>Parcel__c</referenceTo><relationshipLabel>Children</relationshipLabel><relationshipName>Children</relationshipName><type>Lookup</type>'
    ),
    [
        'src/classes/Parcels.cls',
        `public with sharing class Parcels {
    @AuraEnabled(cacheable=true)
    public static Integer count() {
        return [SELECT COUNT() FROM Parcel__c WITH USER_MODE];
    }
    public static String size(Decimal weight) {
        if (weight == null) {
            return 'unknown';
        }
        return weight > 10 ? 'large' : 'small';
    }
}
`
    ],
    ['src/classes/Parcels.cls-meta.xml', CLASS_META],
    [
        'src/classes/ParcelsTest.cls',
        `@IsTest
private class ParcelsTest {
    @IsTest
    static void weighs() {
        Assert.areEqual('large', Parcels.size(11), 'eleven');
        Assert.areEqual('small', Parcels.size(1), 'one');
        Assert.areEqual('unknown', Parcels.size(null), 'none');
    }
    @IsTest
    static void counts() {
        insert new Parcel__c(Name = 'One');
        Assert.areEqual(1, Parcels.count(), 'the one');
    }
}
`
    ],
    ['src/classes/ParcelsTest.cls-meta.xml', CLASS_META],
    ...bundle(
        'parcelCard',
        `import { LightningElement, wire } from 'lwc';
import title from '@salesforce/label/c.Parcel_Title';
import count from '@salesforce/apex/Parcels.count';
import WEIGHT from '@salesforce/schema/Parcel__c.Weight__c';

export default class ParcelCard extends LightningElement {
    title = title;
    fieldName = WEIGHT.fieldApiName;
    @wire(count) parcels;
}
`,
        '<template><p>{title} {parcels.data} {fieldName}</p></template>\n'
    ),
    [
        'src/labels/CustomLabels.labels-meta.xml',
        xml(
            'CustomLabels',
            '    <labels>\n        <fullName>Parcel_Title</fullName>\n        <language>en_US</language>\n        <protected>false</protected>\n        <shortDescription>Parcel title</shortDescription>\n        <value>Parcels</value>\n    </labels>'
        )
    ],
    [
        'src/permissionsets/Parcel_User.permissionset-meta.xml',
        xml(
            'PermissionSet',
            `    <classAccesses>
        <apexClass>Parcels</apexClass>
        <enabled>true</enabled>
    </classAccesses>
    <fieldPermissions>
        <editable>true</editable>
        <field>Parcel__c.Weight__c</field>
        <readable>true</readable>
    </fieldPermissions>
    <label>Parcel User</label>
    <objectPermissions>
        <allowCreate>true</allowCreate>
        <allowDelete>false</allowDelete>
        <allowEdit>true</allowEdit>
        <allowRead>true</allowRead>
        <modifyAllRecords>false</modifyAllRecords>
        <object>Parcel__c</object>
        <viewAllRecords>false</viewAllRecords>
    </objectPermissions>`
        )
    ]
];

export interface SfProject {
    readonly root: string;
    write(files: Iterable<readonly [string, string]>): void;
    remove(...paths: string[]): void;
    dispose(): void;
}

/** A project in a temporary folder. */
export function sfProject(files: Iterable<readonly [string, string]>): SfProject {
    const root = mkdtempSync(join(tmpdir(), 'sf-project-'));
    const write = (more: Iterable<readonly [string, string]>): void => {
        for (const [path, text] of more) {
            mkdirSync(dirname(join(root, path)), { recursive: true });
            writeFileSync(join(root, path), text);
        }
    };
    write(files);
    return {
        root,
        write,
        remove: (...paths) => paths.forEach((path) => rmSync(join(root, path), { recursive: true, force: true })),
        dispose: () => rmSync(root, { recursive: true, force: true })
    };
}
