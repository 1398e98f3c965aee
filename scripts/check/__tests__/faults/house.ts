/** What breaks the rules of the house and the borders between domains. */
import { withMethod, withTest, faults } from './apex.ts';
import { apexClass, apexMeta, MARK, xml, type Fault } from './fault.ts';

export const HOUSE_FAULTS: readonly Fault[] = [
    ...faults('HouseSelector', [
        [
            'a query that hides its access',
            'house-query-access',
            ['public inherited sharing class X {', `${MARK}    List<Lead> all = [SELECT Id FROM Lead];`, '}']
        ]
    ]),
    ...faults('House', [
        [
            'DML that hides its access',
            'house-dml-access',
            withMethod('Lead person = new Lead();', `${MARK}update person;`)
        ],
        ['a class without a sharing keyword', 'house-sharing', [`${MARK}public class X {`, '}']],
        [
            'system mode outside of a gateway',
            'house-system-mode',
            withMethod(`${MARK}Database.delete(new List<Lead>(), AccessLevel.SYSTEM_MODE);`)
        ],
        [
            'a query outside of a selector',
            'house-layers',
            withMethod(`${MARK}List<Lead> all = [SELECT Id FROM Lead WITH USER_MODE];`)
        ],
        ['debug output', 'house-leftovers', withMethod(`${MARK}System.debug('x');`)],
        ['an exception without a reason', 'house-exception', withMethod(`${MARK}Integer total = 1; // NOPMD`)],
        ['an assert without a sentence', 'house-asserts', withTest(`${MARK}Assert.areEqual(1, 2);`)],
        ['an assert of the old kind', 'house-asserts', withTest(`${MARK}System.assertEquals(1, 2, 'x');`)]
    ]),
    {
        what: 'logic in a trigger',
        rule: 'house-triggers',
        files: {
            'force-app/handoff/triggers/LeadTrigger.trigger': `${MARK}trigger LeadTrigger on Lead(before insert) {\n    FileSelector.countOf(null);\n    FileSelector.countOf(null);\n}\n`
        }
    },
    {
        what: 'two classes of one name',
        rule: 'house-duplicate',
        files: { 'force-app/shared/classes/FileSelector.cls': 'public inherited sharing class FileSelector {\n}\n' }
    },
    {
        what: 'a nested bundle',
        rule: 'house-bundle-folder',
        files: {
            'force-app/handoff/lwc/card/inner/inner.js-meta.xml':
                '<apiVersion>66.0</apiVersion><description>x</description>'
        }
    },
    {
        what: 'a file where retrieved metadata lands',
        rule: 'house-main-folder',
        files: { 'force-app/main/default/x.txt': 'x' }
    },
    {
        what: 'an undescribed permission',
        rule: 'house-description',
        files: {
            'force-app/handoff/customPermissions/Bare.customPermission-meta.xml': xml(
                'CustomPermission',
                '<label>x</label>'
            )
        }
    },
    {
        what: 'another API version',
        rule: 'house-api-version',
        files: { 'force-app/handoff/classes/Old.cls-meta.xml': apexMeta().replace('66.0', '60.0') }
    },
    {
        what: 'a label that nobody uses',
        rule: 'house-idle-label',
        files: {
            'force-app/handoff/labels/Idle.labels-meta.xml': xml(
                'CustomLabels',
                `${MARK}<labels>`,
                '<fullName>Idle</fullName>',
                '</labels>'
            )
        }
    },
    {
        what: 'a class that no test names',
        rule: 'house-untested',
        files: { 'force-app/handoff/classes/Alone.cls': 'public with sharing class Alone {\n}\n' }
    },
    ...faults('HouseDoc', [
        [
            'a method that tells nothing',
            'house-apexdoc',
            ['public with sharing class X {', `${MARK}    public void work() {`, '    }', '}']
        ],
        [
            'a parameter that nobody tells of',
            'house-apexdoc',
            [
                'public with sharing class X {',
                '    /** Waits. */',
                `${MARK}    public static void wait(Map<Id, Lead> people, Integer minutes) {`,
                '    }',
                '}'
            ]
        ],
        [
            'a parameter that is gone',
            'house-apexdoc',
            [
                'public with sharing class X {',
                '    /**',
                '     * Waits.',
                '     *',
                '     * @param minutes how long',
                '     */',
                '    @TestVisible',
                `${MARK}    protected void wait() {`,
                '    }',
                '}'
            ]
        ],
        [
            'a result that nobody tells of',
            'house-apexdoc',
            ['public with sharing class X {', '    /** Counts. */', `${MARK}    public Integer count() {`, '    }', '}']
        ]
    ]),
    {
        what: 'an entry point whose limits are nowhere, and one that is gone',
        rule: 'house-limits',
        files: {
            'docs/limits.md': ['FileController.count', 'LeadTrigger', 'GoneController.go', '']
                .join('\n')
                .replace(/^.+$/gm, '| `$&` |'),
            ...apexClass(
                'handoff',
                'BusyController',
                'public with sharing class BusyController {',
                `${MARK}    @AuraEnabled`,
                '    public static void work() {',
                '    }',
                '}'
            )
        }
    },
    {
        what: 'limits of an entry point that is gone',
        rule: 'house-limits',
        path: 'docs/limits.md',
        files: {}
    }
];

export const BORDER_FAULTS: readonly Fault[] = [
    {
        what: 'Apex that names a class of a domain above',
        rule: 'border',
        files: apexClass('shared', 'Low', 'public with sharing class Low {', `${MARK}    FileController up;`, '}')
    },
    {
        what: 'Apex that names an object of a domain above',
        rule: 'border',
        files: apexClass('engagement', 'Side', 'public with sharing class Side {', `${MARK}    File__c up;`, '}')
    },
    {
        what: 'Apex that uses a label of a domain above',
        rule: 'border',
        files: apexClass(
            'shared',
            'Wordy',
            'public with sharing class Wordy {',
            `${MARK}    String text = Label.Handoff_Title_Files;`,
            '}'
        )
    },
    {
        what: 'a selector of another domain',
        rule: 'border-selector',
        files: apexClass(
            'insight',
            'Far',
            'public with sharing class Far {',
            `${MARK}    Integer all = FileSelector.countOf(null);`,
            '}'
        )
    },
    {
        what: 'a component that holds one of a domain above',
        rule: 'border',
        files: { 'force-app/shared/lwc/shell/shell.html': `<template>\n${MARK}    <c-card></c-card>\n</template>\n` }
    },
    {
        what: 'a component that calls Apex of a domain above',
        rule: 'border',
        files: {
            'force-app/shared/lwc/caller/caller.ts': `${MARK}import count from '@salesforce/apex/FileController.count';\nexport { count };\n`
        }
    },
    {
        what: 'a component that reads a field of a domain above',
        rule: 'border',
        files: {
            'force-app/engagement/lwc/reader/reader.ts': `${MARK}import FIT from '@salesforce/schema/Lead.Fit__c';\nexport { FIT };\n`
        }
    },
    {
        what: 'a field that points to an object of a domain above',
        rule: 'border',
        files: {
            'force-app/engagement/objects/Touch__c/fields/File__c.field-meta.xml': xml(
                'CustomField',
                '<fullName>File__c</fullName>',
                '<label>x</label>',
                `${MARK}<referenceTo>File__c</referenceTo>`,
                '<relationshipName>Touches</relationshipName>',
                '<type>Lookup</type>'
            )
        }
    },
    {
        what: 'a queue of an object of a domain above',
        rule: 'border',
        files: {
            'force-app/shared/queues/Files.queue-meta.xml': xml(
                'Queue',
                '<name>x</name>',
                '<queueSobject>',
                `${MARK}<sobjectType>File__c</sobjectType>`,
                '</queueSobject>'
            )
        }
    }
];
