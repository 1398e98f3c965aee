/** Faults of form in metadata files. */
import { page } from './base.ts';
import { MARK, xml, type Fault } from './fault.ts';
import { fieldFile, OBJECTS, text, TEXT } from './metadataFiles.ts';

export const SCHEMA_FAULTS: readonly Fault[] = (
    [
        ['an unknown element', fieldFile('A1__c'), text('A1__c', ...TEXT, `${MARK}<colour>red</colour>`)],
        ['an element given twice', fieldFile('A2__c'), text('A2__c', `${MARK}<label>Again</label>`, ...TEXT)],
        ['a type that is none', fieldFile('A3__c'), text('A3__c', `${MARK}<type>Texte</type>`)],
        ['a boolean in words', fieldFile('A4__c'), text('A4__c', ...TEXT, `${MARK}<required>yes</required>`)],
        ['a number in words', fieldFile('A5__c'), text('A5__c', `${MARK}<length>twenty</length>`, '<type>Text</type>')],
        [
            'elements inside of text',
            fieldFile('A6__c'),
            text('A6__c', ...TEXT, `${MARK}<description><b>x</b></description>`)
        ],
        [
            'a wrong sharing model',
            `${OBJECTS}/A7__c/A7__c.object-meta.xml`,
            xml('CustomObject', '<label>A</label>', `${MARK}<sharingModel>Secret</sharingModel>`)
        ],
        [
            'a rule without a formula',
            `${OBJECTS}/File__c/validationRules/A8.validationRule-meta.xml`,
            `<?xml version="1.0" encoding="UTF-8"?>\n${MARK}<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">\n<fullName>A8</fullName>\n<active>true</active>\n<errorMessage>x</errorMessage>\n</ValidationRule>\n`
        ],
        [
            'a document of no type',
            'force-app/handoff/tabs/A9.tab-meta.xml',
            `${MARK}<CustomTabb xmlns="http://soap.sforce.com/2006/04/metadata"/>\n`
        ],
        ['XML that does not close', fieldFile('A10__c'), `<CustomField>\n${MARK}<label>A</lable>\n</CustomField>\n`],
        [
            'an unknown visibility of a tab',
            'force-app/shared/permissionsets/A11.permissionset-meta.xml',
            xml(
                'PermissionSet',
                '<label>A</label>',
                '<tabSettings>',
                '<tab>File__c</tab>',
                `${MARK}<visibility>Shown</visibility>`,
                '</tabSettings>'
            )
        ],
        [
            'a page of a kind that is none',
            'force-app/shared/flexipages/A12.flexipage-meta.xml',
            page('A12', { tail: ['<template><name>x</name></template>', `${MARK}<type>Recordpage</type>`] })
        ],
        [
            'an unknown element of a label',
            'force-app/handoff/labels/A13.labels-meta.xml',
            xml(
                'CustomLabels',
                '<labels>',
                '<fullName>A13</fullName>',
                '<language>en_US</language>',
                '<protected>false</protected>',
                '<shortDescription>x</shortDescription>',
                '<value>x</value>',
                `${MARK}<plural>xs</plural>`,
                '</labels>'
            )
        ],
        [
            'an unknown element of a class',
            'force-app/handoff/classes/A14.cls-meta.xml',
            xml('ApexClass', '<apiVersion>66.0</apiVersion>', `${MARK}<state>Active</state>`)
        ],
        [
            'an unknown delete constraint',
            fieldFile('A15__c'),
            text(
                'A15__c',
                `${MARK}<deleteConstraint>Forget</deleteConstraint>`,
                '<referenceTo>Lead</referenceTo>',
                '<relationshipName>As</relationshipName>',
                '<type>Lookup</type>'
            )
        ]
    ] as const
).map(([what, path, content]) => ({ what, files: { [path]: content }, rule: 'metadata-schema' }));
