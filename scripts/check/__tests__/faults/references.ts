/** References to what is not there. */
import { page } from './base.ts';
import { apexClass, MARK, xml, type Fault } from './fault.ts';
import { fieldFile, OBJECTS, set, text } from './metadataFiles.ts';

const record = (name: string, ...values: readonly string[]): Record<string, string> => ({
    [`force-app/handoff/customMetadata/${name}.md-meta.xml`]: xml(
        'CustomMetadata',
        '<label>x</label>',
        '<protected>false</protected>',
        ...values
    )
});

const value = (field: string, content: string): string[] => [
    '<values>',
    `${MARK}<field>${field}</field>`,
    content,
    '</values>'
];

export const REFERENCE_FAULTS: readonly Fault[] = [
    {
        what: 'rights on a field that is gone',
        rule: 'reference-field',
        files: set(
            'R1',
            '<fieldPermissions>',
            '<editable>false</editable>',
            `${MARK}<field>File__c.Gone__c</field>`,
            '<readable>true</readable>',
            '</fieldPermissions>'
        )
    },
    {
        what: 'rights on a misspelt standard field',
        rule: 'reference-field',
        files: set(
            'R2',
            '<fieldPermissions>',
            '<editable>false</editable>',
            `${MARK}<field>Lead.Industri</field>`,
            '<readable>true</readable>',
            '</fieldPermissions>'
        )
    },
    {
        what: 'rights on an object that is gone',
        rule: 'reference-object',
        files: set(
            'R3',
            '<objectPermissions>',
            '<allowCreate>false</allowCreate>',
            '<allowDelete>false</allowDelete>',
            '<allowEdit>false</allowEdit>',
            '<allowRead>true</allowRead>',
            '<modifyAllRecords>false</modifyAllRecords>',
            `${MARK}<object>Folder__c</object>`,
            '<viewAllRecords>false</viewAllRecords>',
            '</objectPermissions>'
        )
    },
    {
        what: 'rights on a misspelt standard object',
        rule: 'reference-object',
        files: set(
            'R4',
            '<objectPermissions>',
            '<allowCreate>false</allowCreate>',
            '<allowDelete>false</allowDelete>',
            '<allowEdit>false</allowEdit>',
            '<allowRead>true</allowRead>',
            '<modifyAllRecords>false</modifyAllRecords>',
            `${MARK}<object>Leed</object>`,
            '<viewAllRecords>false</viewAllRecords>',
            '</objectPermissions>'
        )
    },
    {
        what: 'access to a class that is gone',
        rule: 'reference-class',
        files: set(
            'R5',
            '<classAccesses>',
            `${MARK}<apexClass>OldController</apexClass>`,
            '<enabled>true</enabled>',
            '</classAccesses>'
        )
    },
    {
        what: 'a custom permission that is gone',
        rule: 'reference-permission',
        files: set(
            'R6',
            '<customPermissions>',
            '<enabled>true</enabled>',
            `${MARK}<name>Can_Fly</name>`,
            '</customPermissions>'
        )
    },
    {
        what: 'a tab that is gone',
        rule: 'reference-tab',
        files: set(
            'R7',
            '<tabSettings>',
            `${MARK}<tab>Folder__c</tab>`,
            '<visibility>Visible</visibility>',
            '</tabSettings>'
        )
    },
    {
        what: 'an app that is gone',
        rule: 'reference-application',
        files: set(
            'R8',
            '<applicationVisibilities>',
            `${MARK}<application>Folders</application>`,
            '<visible>true</visible>',
            '</applicationVisibilities>'
        )
    },
    {
        what: 'access to settings that are gone',
        rule: 'reference-object',
        files: set(
            'R9',
            '<customMetadataTypeAccesses>',
            '<enabled>true</enabled>',
            `${MARK}<name>Gone__mdt</name>`,
            '</customMetadataTypeAccesses>'
        )
    },
    {
        what: 'a lookup to nowhere',
        rule: 'reference-object',
        files: {
            [fieldFile('R10__c')]: text(
                'R10__c',
                `${MARK}<referenceTo>Folder__c</referenceTo>`,
                '<relationshipName>R10s</relationshipName>',
                '<type>Lookup</type>'
            )
        }
    },
    {
        what: 'a formula over a field that is gone',
        rule: 'reference-field',
        files: {
            [fieldFile('R11__c')]: text(
                'R11__c',
                `${MARK}<formula>Scoer__c + 1</formula>`,
                '<precision>18</precision>',
                '<scale>0</scale>',
                '<type>Number</type>'
            )
        }
    },
    {
        what: 'a formula over a field of the parent that is gone',
        rule: 'reference-field',
        files: {
            [fieldFile('R12__c')]: text(
                'R12__c',
                `${MARK}<formula>Lead__r.Fitt__c + 1</formula>`,
                '<precision>18</precision>',
                '<scale>0</scale>',
                '<type>Number</type>'
            )
        }
    },
    {
        what: 'a formula over a lookup that is gone',
        rule: 'reference-field',
        files: {
            [fieldFile('R13__c')]: text(
                'R13__c',
                `${MARK}<formula>Boss__r.Fit__c</formula>`,
                '<precision>18</precision>',
                '<scale>0</scale>',
                '<type>Number</type>'
            )
        }
    },
    {
        what: 'a rule over a field that is gone',
        rule: 'reference-field',
        files: {
            [`${OBJECTS}/File__c/validationRules/R14.validationRule-meta.xml`]: xml(
                'ValidationRule',
                '<fullName>R14</fullName>',
                '<active>true</active>',
                `${MARK}<errorConditionFormula>ISBLANK(Reason__c)</errorConditionFormula>`,
                '<errorMessage>x</errorMessage>'
            )
        }
    },
    {
        what: 'a rule that shows its error at a field that is gone',
        rule: 'reference-field',
        files: {
            [`${OBJECTS}/File__c/validationRules/R15.validationRule-meta.xml`]: xml(
                'ValidationRule',
                '<fullName>R15</fullName>',
                '<active>true</active>',
                '<errorConditionFormula>FALSE</errorConditionFormula>',
                `${MARK}<errorDisplayField>Reason__c</errorDisplayField>`,
                '<errorMessage>x</errorMessage>'
            )
        }
    },
    {
        what: 'a list view with a column that is gone',
        rule: 'reference-field',
        files: {
            [`${OBJECTS}/File__c/listViews/R16.listView-meta.xml`]: xml(
                'ListView',
                '<fullName>R16</fullName>',
                '<columns>NAME</columns>',
                `${MARK}<columns>Phase__c</columns>`,
                '<filterScope>Everything</filterScope>',
                '<label>x</label>'
            )
        }
    },
    {
        what: 'a list view filtered by a field that is gone',
        rule: 'reference-field',
        files: {
            [`${OBJECTS}/File__c/listViews/R17.listView-meta.xml`]: xml(
                'ListView',
                '<fullName>R17</fullName>',
                '<filterScope>Everything</filterScope>',
                '<filters>',
                `${MARK}<field>Phase__c</field>`,
                '<operation>equals</operation>',
                '<value>x</value>',
                '</filters>',
                '<label>x</label>'
            )
        }
    },
    {
        what: 'a compact layout with a field that is gone',
        rule: 'reference-field',
        files: {
            [`${OBJECTS}/File__c/compactLayouts/R18.compactLayout-meta.xml`]: xml(
                'CompactLayout',
                '<fullName>R18</fullName>',
                `${MARK}<fields>Phase__c</fields>`,
                '<label>x</label>'
            )
        }
    },
    {
        what: 'a layout with a field that is gone',
        rule: 'reference-field',
        files: {
            'force-app/handoff/layouts/File__c-File.layout-meta.xml': xml(
                'Layout',
                '<layoutSections>',
                '<layoutColumns>',
                '<layoutItems>',
                `${MARK}<field>Phase__c</field>`,
                '</layoutItems>',
                '</layoutColumns>',
                '<style>OneColumn</style>',
                '</layoutSections>'
            )
        }
    },
    {
        what: 'a tab of a page that is gone',
        rule: 'reference-page',
        files: {
            'force-app/shared/tabs/R20.tab-meta.xml': xml(
                'CustomTab',
                `${MARK}<flexiPage>Old_Page</flexiPage>`,
                '<label>x</label>',
                '<motif>Custom19: Wrench</motif>'
            )
        }
    },
    {
        what: 'a tab of a component that is gone',
        rule: 'reference-component',
        files: {
            'force-app/shared/tabs/R21.tab-meta.xml': xml(
                'CustomTab',
                '<label>x</label>',
                `${MARK}<lwcComponent>oldCard</lwcComponent>`,
                '<motif>Custom19: Wrench</motif>'
            )
        }
    },
    {
        what: 'an app with a tab that is gone',
        rule: 'reference-tab',
        files: {
            'force-app/shared/applications/R22.app-meta.xml': xml(
                'CustomApplication',
                '<label>x</label>',
                `${MARK}<tabs>Old_Tab</tabs>`
            )
        }
    },
    {
        what: 'an app that overrides with a page that is gone',
        rule: 'reference-page',
        files: {
            'force-app/shared/applications/R23.app-meta.xml': xml(
                'CustomApplication',
                '<actionOverrides>',
                '<actionName>View</actionName>',
                `${MARK}<content>Old_Page</content>`,
                '<formFactor>Large</formFactor>',
                '<skipRecordTypeSelect>false</skipRecordTypeSelect>',
                '<type>Flexipage</type>',
                '<pageOrSobjectType>Lead</pageOrSobjectType>',
                '</actionOverrides>',
                '<label>x</label>'
            )
        }
    },
    {
        what: 'a queue for an object that is gone',
        rule: 'reference-object',
        files: {
            'force-app/handoff/queues/R24.queue-meta.xml': xml(
                'Queue',
                '<name>x</name>',
                '<queueSobject>',
                `${MARK}<sobjectType>Folder__c</sobjectType>`,
                '</queueSobject>'
            )
        }
    },
    {
        what: 'a group of permission sets with one that is gone',
        rule: 'reference-member',
        files: {
            'force-app/shared/permissionsetgroups/R25.permissionsetgroup-meta.xml': xml(
                'PermissionSetGroup',
                '<label>x</label>',
                `${MARK}<permissionSets>Old_Set</permissionSets>`
            )
        }
    },
    {
        what: 'an action of a component that is gone',
        rule: 'reference-component',
        files: {
            'force-app/handoff/quickActions/Lead.R26.quickAction-meta.xml': xml(
                'QuickAction',
                '<label>x</label>',
                `${MARK}<lightningWebComponent>oldCard</lightningWebComponent>`,
                '<optionsCreateFeedItem>false</optionsCreateFeedItem>',
                '<type>LightningWebComponent</type>'
            )
        }
    },
    {
        what: 'a page with a component that is gone',
        rule: 'reference-component',
        files: {
            'force-app/shared/flexipages/R27.flexipage-meta.xml': page('R27', {
                instance: [`${MARK}<componentName>oldCard</componentName>`, '<identifier>x</identifier>']
            })
        }
    },
    {
        what: 'a page that shows by a permission that is gone',
        rule: 'reference-permission',
        files: {
            'force-app/shared/flexipages/R28.flexipage-meta.xml': page('R28', {
                instance: [
                    '<componentName>card</componentName>',
                    '<identifier>x</identifier>',
                    '<visibilityRule>',
                    '<criteria>',
                    `${MARK}<leftValue>{!$Permission.CustomPermission.Can_Fly}</leftValue>`,
                    '<operator>EQUAL</operator>',
                    '<rightValue>true</rightValue>',
                    '</criteria>',
                    '</visibilityRule>'
                ]
            })
        }
    },
    {
        what: 'a page that shows by a field that is gone',
        rule: 'reference-field',
        files: {
            'force-app/shared/flexipages/R29.flexipage-meta.xml': page('R29', {
                instance: [
                    '<componentName>card</componentName>',
                    '<identifier>x</identifier>',
                    '<visibilityRule>',
                    '<criteria>',
                    `${MARK}<leftValue>{!Record.Fitness__c}</leftValue>`,
                    '<operator>EQUAL</operator>',
                    '<rightValue>1</rightValue>',
                    '</criteria>',
                    '</visibilityRule>'
                ]
            })
        }
    },
    {
        what: 'a page with a list of children that is none',
        rule: 'reference-list',
        files: {
            'force-app/shared/flexipages/R30.flexipage-meta.xml': page('R30', {
                instance: [
                    '<componentInstanceProperties><name>parentFieldApiName</name><value>Lead.Id</value></componentInstanceProperties>',
                    `${MARK}<componentInstanceProperties><name>relatedListApiName</name><value>Folders__r</value></componentInstanceProperties>`,
                    '<componentName>force:relatedListSingleContainer</componentName>',
                    '<identifier>x</identifier>'
                ]
            })
        }
    },
    {
        what: 'a label in Apex that is gone',
        rule: 'reference-label',
        files: apexClass(
            'handoff',
            'R31',
            'public with sharing class R31 {',
            `${MARK}    public String title = Label.Handoff_Title_Gone;`,
            '}'
        )
    },
    {
        what: 'a permission in Apex that is gone',
        rule: 'reference-permission',
        files: apexClass(
            'handoff',
            'R32',
            'public with sharing class R32 {',
            `${MARK}    public Boolean isAllowed = FeatureManagement.checkPermission('Can_Fly');`,
            '}'
        )
    },
    {
        what: 'a class by name that is gone',
        rule: 'reference-class',
        files: apexClass(
            'handoff',
            'R33',
            'public with sharing class R33 {',
            `${MARK}    public Type job = Type.forName('OldJob');`,
            '}'
        )
    },
    {
        what: 'a record of no type',
        rule: 'record-type',
        files: {
            'force-app/handoff/customMetadata/Policy.First.md-meta.xml': `${MARK}${xml('CustomMetadata', '<label>x</label>')}`
        }
    },
    {
        what: 'a record with a field that is gone',
        rule: 'record-field',
        files: record('Rule.R35', ...value('Minutes__c', '<value xsi:type="xsd:double">1.0</value>'))
    },
    {
        what: 'a record with a field given twice',
        rule: 'record-field',
        files: record(
            'Rule.R36',
            '<values>',
            '<field>Hours__c</field>',
            '<value xsi:type="xsd:double">1.0</value>',
            '</values>',
            ...value('Hours__c', '<value xsi:type="xsd:double">2.0</value>')
        )
    },
    {
        what: 'a record with text for a number',
        rule: 'record-value',
        files: record('Rule.R37', ...value('Hours__c', '<value xsi:type="xsd:string">48</value>'))
    },
    {
        what: 'a record with a number that is none',
        rule: 'record-value',
        files: record('Rule.R38', ...value('Hours__c', '<value xsi:type="xsd:double">two days</value>'))
    },
    {
        what: 'a record with a value outside of its picklist',
        rule: 'record-value',
        files: record('Rule.R39', ...value('Mode__c', '<value xsi:type="xsd:string">Lunar</value>'))
    },
    {
        what: 'a record with a word for a checkbox',
        rule: 'record-value',
        files: record('Rule.R40', ...value('Is_On__c', '<value xsi:type="xsd:boolean">on</value>'))
    }
];
