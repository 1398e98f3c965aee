/** A small sound package of two domains, in which every check finds nothing. Faults are laid beside its files. */
import { apexClass, apexMeta, bundle, component, componentMeta, xml } from './fault.ts';

const field = (object: string, name: string, ...lines: readonly string[]): Record<string, string> => ({
    [`force-app/handoff/objects/${object}/fields/${name}.field-meta.xml`]: xml(
        'CustomField',
        `<fullName>${name}</fullName>`,
        '<description>For a test.</description>',
        '<inlineHelpText>For a test.</inlineHelpText>',
        `<label>${name.replace('__c', '')}</label>`,
        ...lines
    )
});

const picklist = (...values: readonly string[]): string[] => [
    '<type>Picklist</type>',
    '<valueSet>',
    '<restricted>true</restricted>',
    '<valueSetDefinition>',
    '<sorted>false</sorted>',
    ...values.map(
        (value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`
    ),
    '</valueSetDefinition>',
    '</valueSet>'
];

const object = (name: string, ...lines: readonly string[]): Record<string, string> => ({
    [`force-app/handoff/objects/${name}/${name}.object-meta.xml`]: xml(
        'CustomObject',
        '<description>For a test.</description>',
        `<label>${name}</label>`,
        `<pluralLabel>${name}</pluralLabel>`,
        ...lines
    )
});

const grant = (name: string, isEditable: boolean): string =>
    `<fieldPermissions><editable>${isEditable}</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;

export const OBJECT_RIGHTS = [
    '<objectPermissions>',
    '<allowCreate>true</allowCreate>',
    '<allowDelete>false</allowDelete>',
    '<allowEdit>true</allowEdit>',
    '<allowRead>true</allowRead>',
    '<modifyAllRecords>false</modifyAllRecords>',
    '<object>File__c</object>',
    '<viewAllRecords>false</viewAllRecords>',
    '</objectPermissions>'
];

export const CARD_META = componentMeta(
    '<isExposed>true</isExposed>',
    '<masterLabel>Card</masterLabel>',
    '<targets>',
    '<target>lightning__RecordPage</target>',
    '<target>lightning__AppPage</target>',
    '</targets>',
    '<targetConfigs>',
    '<targetConfig targets="lightning__RecordPage">',
    '<objects><object>Lead</object></objects>',
    '<property name="label" type="String" datasource="Short,Long" default="Short" />',
    '<property name="rows" type="Integer" min="1" max="9" default="3" />',
    '<property name="isOpen" type="Boolean" />',
    '</targetConfig>',
    '</targetConfigs>'
);

export const BASE: Readonly<Record<string, string>> = {
    'sfdx-project.json': JSON.stringify({
        packageDirectories: [{ path: 'force-app', default: true }],
        sourceApiVersion: '66.0'
    }),
    ...object(
        'File__c',
        '<deploymentStatus>Deployed</deploymentStatus>',
        '<nameField><label>Name</label><type>Text</type></nameField>',
        '<sharingModel>Private</sharingModel>'
    ),
    ...field('File__c', 'Stage__c', ...picklist('New', 'Done')),
    ...field('File__c', 'Score__c', '<precision>4</precision>', '<scale>0</scale>', '<type>Number</type>'),
    ...field('File__c', 'Code__c', '<length>20</length>', '<required>true</required>', '<type>Text</type>'),
    ...field(
        'File__c',
        'Double__c',
        '<formula>Score__c * 2</formula>',
        '<precision>18</precision>',
        '<scale>0</scale>',
        '<type>Number</type>'
    ),
    ...field(
        'File__c',
        'Lead__c',
        '<deleteConstraint>SetNull</deleteConstraint>',
        '<referenceTo>Lead</referenceTo>',
        '<relationshipLabel>Files</relationshipLabel>',
        '<relationshipName>Files</relationshipName>',
        '<type>Lookup</type>'
    ),
    ...field('Lead', 'Fit__c', '<precision>4</precision>', '<scale>0</scale>', '<type>Number</type>'),
    ...object('Rule__mdt'),
    ...field('Rule__mdt', 'Hours__c', '<precision>4</precision>', '<scale>0</scale>', '<type>Number</type>'),
    ...field('Rule__mdt', 'Mode__c', ...picklist('Elapsed', 'Business')),
    ...field('Rule__mdt', 'Is_On__c', '<defaultValue>false</defaultValue>', '<type>Checkbox</type>'),
    'force-app/handoff/customMetadata/Rule.First.md-meta.xml': xml(
        'CustomMetadata',
        '<label>First</label>',
        '<protected>false</protected>',
        '<values>',
        '<field>Hours__c</field>',
        '<value xsi:type="xsd:double">48.0</value>',
        '</values>',
        '<values>',
        '<field>Mode__c</field>',
        '<value xsi:type="xsd:string">Business</value>',
        '</values>'
    ),
    'force-app/handoff/labels/CustomLabels.labels-meta.xml': xml(
        'CustomLabels',
        '<labels>',
        '<fullName>Handoff_Title_Files</fullName>',
        '<language>en_US</language>',
        '<protected>false</protected>',
        '<shortDescription>Files</shortDescription>',
        '<value>Files</value>',
        '</labels>'
    ),
    'force-app/handoff/customPermissions/Can_File.customPermission-meta.xml': xml(
        'CustomPermission',
        '<description>For a test.</description>',
        '<isLicensed>false</isLicensed>',
        '<label>Can file</label>'
    ),
    ...apexClass(
        'handoff',
        'FileController',
        '/** Files of a lead. */',
        'public with sharing class FileController {',
        '    /**',
        '     * @param leadId a lead',
        '     * @return how many there are',
        '     */',
        '    @AuraEnabled(cacheable=true)',
        '    public static Integer count(Id leadId) {',
        "        Boolean isAllowed = FeatureManagement.checkPermission('Can_File');",
        '        return isAllowed ? FileSelector.countOf(leadId) : Label.Handoff_Title_Files.length();',
        '    }',
        '}'
    ),
    ...apexClass(
        'handoff',
        'FileSelector',
        '/** Reads files. */',
        'public inherited sharing class FileSelector {',
        '    /**',
        '     * @param leadId a lead',
        '     * @return how many it has',
        '     */',
        '    public static Integer countOf(Id leadId) {',
        '        return [SELECT COUNT() FROM File__c WHERE Lead__c = :leadId WITH USER_MODE];',
        '    }',
        '}'
    ),
    'force-app/handoff/tests/FileControllerTest.cls': [
        '@IsTest',
        'private class FileControllerTest {',
        '    @IsTest',
        '    static void shouldCount() {',
        "        Assert.areEqual(5, FileController.count(null), 'The length of the label, for whoever may not');",
        "        Assert.areEqual(0, FileSelector.countOf(null), 'There is none');",
        '    }',
        '}',
        ''
    ].join('\n'),
    'force-app/handoff/tests/FileControllerTest.cls-meta.xml': apexMeta(),
    ...bundle('card', {
        ts: component('Card', '    @api rows = 3;', '    @api isOpen = false;'),
        html: ['<template>', '    <p>{label}</p>', '</template>'],
        css: ['p {', '    color: var(--slds-g-color-on-surface-1, #5c5c5c);', '}'],
        meta: CARD_META
    }),
    'force-app/shared/flexipages/Lead_Page.flexipage-meta.xml': page('Lead_Page', {}),
    'force-app/shared/tabs/File__c.tab-meta.xml': xml(
        'CustomTab',
        '<customObject>true</customObject>',
        '<description>For a test.</description>',
        '<motif>Custom19: Wrench</motif>'
    ),
    'force-app/shared/applications/Files.app-meta.xml': xml(
        'CustomApplication',
        '<defaultLandingTab>File__c</defaultLandingTab>',
        '<description>For a test.</description>',
        '<formFactors>Large</formFactors>',
        '<label>Files</label>',
        '<navType>Standard</navType>',
        '<tabs>File__c</tabs>',
        '<uiType>Lightning</uiType>'
    ),
    'force-app/shared/permissionsets/Files.permissionset-meta.xml': xml(
        'PermissionSet',
        '<applicationVisibilities><application>Files</application><visible>true</visible></applicationVisibilities>',
        '<classAccesses><apexClass>FileController</apexClass><enabled>true</enabled></classAccesses>',
        '<customPermissions><enabled>true</enabled><name>Can_File</name></customPermissions>',
        '<description>For a test.</description>',
        grant('File__c.Double__c', false),
        grant('File__c.Lead__c', true),
        grant('File__c.Score__c', true),
        grant('File__c.Stage__c', true),
        grant('Lead.Fit__c', true),
        '<hasActivationRequired>false</hasActivationRequired>',
        '<label>Files</label>',
        ...OBJECT_RIGHTS,
        '<tabSettings><tab>File__c</tab><visibility>Visible</visibility></tabSettings>'
    )
};

interface PageParts {
    /** Lines of the component in the main region. */
    readonly instance?: readonly string[];
    /** Further regions. */
    readonly regions?: readonly string[];
    /** Lines behind the regions. */
    readonly tail?: readonly string[];
}

/** A record page of Lead with the card of the base on it. */
export function page(name: string, { instance, regions, tail }: PageParts): string {
    return xml(
        'FlexiPage',
        '<flexiPageRegions>',
        '<itemInstances>',
        '<componentInstance>',
        ...(instance ?? [
            '<componentInstanceProperties><name>rows</name><value>5</value></componentInstanceProperties>',
            '<componentName>card</componentName>',
            '<identifier>c_card</identifier>'
        ]),
        '</componentInstance>',
        '</itemInstances>',
        '<name>main</name>',
        '<type>Region</type>',
        '</flexiPageRegions>',
        ...(regions ?? []),
        `<masterLabel>${name}</masterLabel>`,
        ...(tail ?? [
            '<sobjectType>Lead</sobjectType>',
            '<template><name>flexipage:recordHomeTemplateDesktop</name></template>',
            '<type>RecordPage</type>'
        ])
    );
}
