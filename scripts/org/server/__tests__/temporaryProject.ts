/** A small Salesforce project in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const META = (type: string, body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;

const CLASS_META = META('ApexClass', '<apiVersion>66.0</apiVersion><status>Active</status>');

const FILES: Readonly<Record<string, string>> = {
    'sfdx-project.json': JSON.stringify({
        packageDirectories: [{ path: 'src', default: true }],
        sourceApiVersion: '66.0'
    }),
    'config/local-org.json': JSON.stringify({
        organization: { name: 'Tiny Org', timeZone: 'America/New_York', currency: 'USD' },
        clockStart: '2026-11-23T14:30:00Z',
        clockStops: ['Parcel__c.Due_At__c'],
        users: [
            {
                alias: 'root',
                userName: 'root@example.com',
                lastName: 'Root',
                profile: 'System Administrator',
                isPersona: true,
                personaLabel: 'Admin'
            },
            {
                alias: 'guest',
                userName: 'guest@example.com',
                lastName: 'Guest',
                profile: 'Minimum Access - Salesforce',
                isPersona: true,
                personaLabel: 'Guest'
            }
        ]
    }),
    'src/objects/Parcel__c/Parcel__c.object-meta.xml': META(
        'CustomObject',
        '<deploymentStatus>Deployed</deploymentStatus><label>Parcel</label><pluralLabel>Parcels</pluralLabel><nameField><label>Parcel Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>'
    ),
    'src/objects/Parcel__c/fields/Key__c.field-meta.xml': META(
        'CustomField',
        '<fullName>Key__c</fullName><externalId>true</externalId><label>Key</label><length>40</length><type>Text</type><unique>true</unique>'
    ),
    'src/objects/Parcel__c/fields/Due_At__c.field-meta.xml': META(
        'CustomField',
        '<fullName>Due_At__c</fullName><label>Due At</label><type>DateTime</type>'
    ),
    'src/objects/Parcel__c/fields/Weight__c.field-meta.xml': META(
        'CustomField',
        '<fullName>Weight__c</fullName><label>Weight</label><precision>10</precision><scale>2</scale><type>Number</type>'
    ),
    'src/objects/Parcel__c/fields/Parent__c.field-meta.xml': META(
        'CustomField',
        '<fullName>Parent__c</fullName><label>Parent</label><referenceTo>Parcel__c</referenceTo><relationshipLabel>Children</relationshipLabel><relationshipName>Children</relationshipName><type>Lookup</type>'
    ),
    'src/classes/Parcels.cls': `public with sharing class Parcels {
    @AuraEnabled(cacheable=true)
    public static String describe(String key, Integer copies) {
        return key + ' x ' + copies;
    }
    @AuraEnabled
    public static void refuse() {
        AuraHandledException refusal = new AuraHandledException('Not today');
        refusal.setMessage('Not today');
        throw refusal;
    }
    public static String hidden() {
        return 'hidden';
    }
}
`,
    'src/classes/Parcels.cls-meta.xml': CLASS_META,
    'src/classes/ParcelRest.cls': `@RestResource(urlMapping='/parcels/v1/*')
global with sharing class ParcelRest {
    @HttpPost
    global static void post() {
        if (RestContext.request.params.get('fail') == 'yes') {
            throw new CalloutException('Broken');
        }
        RestContext.response.statusCode = 202;
        RestContext.response.addHeader('Content-Type', 'text/plain');
        RestContext.response.responseBody = Blob.valueOf(
            RestContext.request.httpMethod + ' ' + RestContext.request.requestURI + ' ' + RestContext.request.requestBody.toString()
        );
    }
}
`,
    'src/classes/ParcelRest.cls-meta.xml': CLASS_META
};

export interface TemporaryProject {
    readonly root: string;
    write(path: string, text: string): void;
    remove(): void;
}

export function temporaryProject(): TemporaryProject {
    const root = mkdtempSync(join(tmpdir(), 'local-org-'));
    const write = (path: string, text: string): void => {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    };
    for (const [path, text] of Object.entries(FILES)) write(path, text);
    return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
