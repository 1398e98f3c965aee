/** Entries of permission sets that an org refuses, and members that none opens. */
import { apexClass, MARK, xml, type Fault } from './fault.ts';
import { fieldFile, OBJECTS, set, text, TEXT } from './metadataFiles.ts';

const fieldRight = (name: string, isEditable: boolean, isReadable = true): string[] => [
    `<fieldPermissions>`,
    `<editable>${isEditable}</editable>`,
    `<field>${name}</field>`,
    `<readable>${isReadable}</readable>`,
    '</fieldPermissions>'
];

const objectRight = (...rights: readonly string[]): string[] => [
    `${MARK}<objectPermissions>`,
    ...['allowCreate', 'allowDelete', 'allowEdit', 'allowRead', 'modifyAllRecords'].map(
        (right) => `<${right}>${rights.includes(right)}</${right}>`
    ),
    '<object>File__c</object>',
    `<viewAllRecords>${rights.includes('viewAllRecords')}</viewAllRecords>`,
    '</objectPermissions>'
];

const READ = objectRight('allowRead').map((line) => line.replace(MARK, ''));
const marked = (lines: readonly string[], words: string): string[] =>
    lines.map((line) => (line.includes(words) ? `${MARK}${line}` : line));

export const PERMISSION_FAULTS: readonly Fault[] = [
    {
        what: 'a required field',
        rule: 'permission-required-field',
        files: set('P1', ...marked(fieldRight('File__c.Code__c', false), 'Code__c'), ...READ)
    },
    {
        what: 'a formula made editable',
        rule: 'permission-calculated-field',
        files: set('P2', ...marked(fieldRight('File__c.Double__c', true), 'Double__c'), ...READ)
    },
    {
        what: 'a field named twice',
        rule: 'permission-twice',
        files: set(
            'P3',
            ...fieldRight('File__c.Score__c', false),
            ...marked(fieldRight('File__c.Score__c', false), '<fieldPermissions>'),
            ...READ
        )
    },
    { what: 'an object named twice', rule: 'permission-twice', files: set('P4', ...READ, ...objectRight('allowRead')) },
    {
        what: 'a class named twice',
        rule: 'permission-twice',
        files: set(
            'P5',
            '<classAccesses><apexClass>FileController</apexClass><enabled>true</enabled></classAccesses>',
            `${MARK}<classAccesses><apexClass>FileController</apexClass><enabled>true</enabled></classAccesses>`
        )
    },
    {
        what: 'a field to edit and not to read',
        rule: 'permission-contradiction',
        files: set('P6', ...marked(fieldRight('File__c.Score__c', true, false), '<fieldPermissions>'), ...READ)
    },
    { what: 'edit without read', rule: 'permission-contradiction', files: set('P7', ...objectRight('allowEdit')) },
    { what: 'create without read', rule: 'permission-contradiction', files: set('P8', ...objectRight('allowCreate')) },
    {
        what: 'delete without edit',
        rule: 'permission-contradiction',
        files: set('P9', ...objectRight('allowRead', 'allowDelete'))
    },
    {
        what: 'modify all without view all',
        rule: 'permission-contradiction',
        files: set('P10', ...objectRight('allowRead', 'allowEdit', 'allowDelete', 'modifyAllRecords'))
    },
    {
        what: 'rights on fields without the object',
        rule: 'permission-field-without-object',
        files: set('P11', ...marked(fieldRight('File__c.Score__c', false), '<fieldPermissions>'))
    },
    {
        what: 'a field in no permission set',
        rule: 'permission-uncovered',
        files: { [fieldFile('P12__c')]: `${MARK}${text('P12__c', ...TEXT)}` }
    },
    {
        what: 'an object in no permission set',
        rule: 'permission-uncovered',
        files: { [`${OBJECTS}/P13__c/P13__c.object-meta.xml`]: `${MARK}${xml('CustomObject', '<label>x</label>')}` }
    },
    {
        what: 'a custom permission in no permission set',
        rule: 'permission-uncovered',
        files: {
            'force-app/handoff/customPermissions/P14.customPermission-meta.xml': `${MARK}${xml('CustomPermission', '<label>x</label>')}`
        }
    },
    {
        what: 'a tab in no permission set',
        rule: 'permission-uncovered',
        files: {
            'force-app/shared/tabs/P15.tab-meta.xml': `${MARK}${xml('CustomTab', '<flexiPage>Lead_Page</flexiPage>', '<motif>Custom19: Wrench</motif>')}`
        }
    },
    {
        what: 'an app in no permission set',
        rule: 'permission-uncovered',
        files: {
            'force-app/shared/applications/P16.app-meta.xml': `${MARK}${xml('CustomApplication', '<label>x</label>')}`
        }
    },
    {
        what: 'a controller in no permission set',
        rule: 'permission-uncovered',
        files: apexClass(
            'handoff',
            'P17Controller',
            `${MARK}public with sharing class P17Controller {`,
            '    @AuraEnabled',
            '    public static void go() {',
            '        FileSelector.countOf(null);',
            '    }',
            '}'
        )
    },
    {
        what: 'a REST class in no permission set',
        rule: 'permission-uncovered',
        files: apexClass(
            'handoff',
            'P18Rest',
            "@RestResource(urlMapping='/p18')",
            `${MARK}global with sharing class P18Rest {`,
            '}'
        )
    }
];
