/** A small package with everything that pages of records take from metadata, in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const meta = (type: string, body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;
const field = (name: string, body: string): string =>
    meta(
        'CustomField',
        `<fullName>${name}</fullName><label>${name.replace('__c', '').replace(/_/g, ' ')}</label>${body}`
    );
const item = (name: string, behavior = 'Edit'): string =>
    `<layoutItems><behavior>${behavior}</behavior><field>${name}</field></layoutItems>`;
const action = (name: string, order: number, type = 'QuickAction'): string =>
    `<platformActionListItems><actionName>${name}</actionName><actionType>${type}</actionType><sortOrder>${order}</sortOrder></platformActionListItems>`;
const bundle = (targets: string, config = ''): string =>
    meta(
        'LightningComponentBundle',
        `<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets>${targets}</targets>${config}`
    );
const actionConfig = (type: string): string =>
    `<targetConfigs><targetConfig targets="lightning__RecordAction"><actionType>${type}</actionType></targetConfig></targetConfigs>`;

const PARCEL = 'objects/Parcel__c';

const FILES: Readonly<Record<string, string>> = {
    [`${PARCEL}/Parcel__c.object-meta.xml`]: meta(
        'CustomObject',
        '<compactLayoutAssignment>Key_Facts</compactLayoutAssignment><deploymentStatus>Deployed</deploymentStatus><label>Parcel</label>' +
            '<pluralLabel>Parcels</pluralLabel><nameField><label>Parcel Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>'
    ),
    [`${PARCEL}/compactLayouts/Key_Facts.compactLayout-meta.xml`]: meta(
        'CompactLayout',
        '<fullName>Key_Facts</fullName><fields>Name</fields><fields>State__c</fields><label>Key Facts</label>'
    ),
    [`${PARCEL}/fields/State__c.field-meta.xml`]: field(
        'State__c',
        '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>' +
            ['Packed', 'Sent', 'Lost']
                .map(
                    (name, i) =>
                        `<value><fullName>${name}</fullName><default>${i === 0}</default><label>${name}</label></value>`
                )
                .join('') +
            '</valueSetDefinition></valueSet>'
    ),
    [`${PARCEL}/fields/Weight__c.field-meta.xml`]: field(
        'Weight__c',
        '<precision>10</precision><scale>2</scale><type>Number</type>'
    ),
    [`${PARCEL}/fields/Notes__c.field-meta.xml`]: field('Notes__c', '<length>255</length><type>Text</type>'),
    [`${PARCEL}/fields/Parent__c.field-meta.xml`]: field(
        'Parent__c',
        '<referenceTo>Parcel__c</referenceTo><relationshipName>Parts</relationshipName><type>Lookup</type>'
    ),
    [`${PARCEL}/validationRules/Not_Too_Heavy.validationRule-meta.xml`]: meta(
        'ValidationRule',
        '<fullName>Not_Too_Heavy</fullName><active>true</active><errorConditionFormula>Weight__c &gt; 100</errorConditionFormula>' +
            '<errorDisplayField>Weight__c</errorDisplayField><errorMessage>Nobody can lift that.</errorMessage>'
    ),
    [`${PARCEL}/listViews/Everything.listView-meta.xml`]: meta(
        'ListView',
        '<fullName>Everything</fullName><columns>NAME</columns><columns>State__c</columns><columns>Weight__c</columns>' +
            '<filterScope>Everything</filterScope><label>Everything</label>'
    ),
    'objects/Seal__c/Seal__c.object-meta.xml': meta(
        'CustomObject',
        '<deploymentStatus>Deployed</deploymentStatus><label>Seal</label><pluralLabel>Seals</pluralLabel><nameField><label>Seal Name</label><type>Text</type></nameField>' +
            '<searchLayouts><excludedStandardButtons>New</excludedStandardButtons></searchLayouts><sharingModel>ReadWrite</sharingModel>'
    ),
    'layouts/Seal__c-Seal Layout.layout-meta.xml': meta(
        'Layout',
        '<excludeButtons>Delete</excludeButtons><excludeButtons>Edit</excludeButtons>' +
            `<layoutSections><label>Seal</label><layoutColumns>${item('Name', 'Required')}</layoutColumns><style>OneColumn</style></layoutSections>`
    ),
    'layouts/Parcel__c-Parcel Layout.layout-meta.xml': meta(
        'Layout',
        '<layoutSections><detailHeading>true</detailHeading><editHeading>true</editHeading><label>What It Is</label>' +
            `<layoutColumns>${item('Name', 'Required')}${item('State__c')}</layoutColumns>` +
            `<layoutColumns>${item('Weight__c', 'Required')}${item('Parent__c')}</layoutColumns><style>TwoColumnsTopToBottom</style></layoutSections>` +
            '<layoutSections><detailHeading>true</detailHeading><editHeading>false</editHeading><label>History</label>' +
            `<layoutColumns>${item('CreatedDate', 'Readonly')}</layoutColumns><style>OneColumn</style></layoutSections>` +
            '<relatedLists><fields>NAME</fields><fields>Weight__c</fields><relatedList>Parcel__c.Parent__c</relatedList>' +
            '<sortField>Weight__c</sortField><sortOrder>Desc</sortOrder></relatedLists>' +
            '<relatedLists><relatedList>RelatedFileList</relatedList></relatedLists>' +
            '<platformActionList><actionListContext>Record</actionListContext>' +
            action('Edit', 0, 'StandardButton') +
            action('Parcel__c.Weigh', 1) +
            action('Parcel__c.Lose', 2) +
            action('Parcel__c.Add_Part', 3) +
            action('Parcel__c.Send', 4) +
            action('Clone', 5, 'StandardButton') +
            action('Delete', 6, 'StandardButton') +
            action('Parcel__c.Walk', 7) +
            '</platformActionList>'
    ),
    'quickActions/Parcel__c.Weigh.quickAction-meta.xml': meta(
        'QuickAction',
        '<label>Weigh</label><lightningWebComponent>scales</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>'
    ),
    'quickActions/Parcel__c.Lose.quickAction-meta.xml': meta(
        'QuickAction',
        '<label>Lose</label><lightningWebComponent>loser</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>'
    ),
    'quickActions/Parcel__c.Add_Part.quickAction-meta.xml': meta(
        'QuickAction',
        '<fieldOverrides><field>Notes__c</field><literalValue>made by an action</literalValue></fieldOverrides><label>Add Part</label>' +
            '<quickActionLayout><layoutSectionStyle>TwoColumnsLeftToRight</layoutSectionStyle><quickActionLayoutColumns>' +
            '<quickActionLayoutItems><emptySpace>false</emptySpace><field>Name</field><uiBehavior>Required</uiBehavior></quickActionLayoutItems>' +
            '</quickActionLayoutColumns></quickActionLayout><successMessage>One part more.</successMessage>' +
            '<targetObject>Parcel__c</targetObject><targetParentField>Parent__c</targetParentField><type>Create</type>'
    ),
    'quickActions/Parcel__c.Send.quickAction-meta.xml': meta(
        'QuickAction',
        '<fieldOverrides><field>State__c</field><literalValue>Sent</literalValue></fieldOverrides><label>Send</label>' +
            '<quickActionLayout><layoutSectionStyle>TwoColumnsLeftToRight</layoutSectionStyle><quickActionLayoutColumns>' +
            '<quickActionLayoutItems><emptySpace>false</emptySpace><field>Notes__c</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems>' +
            '</quickActionLayoutColumns></quickActionLayout><type>Update</type>'
    ),
    'quickActions/Parcel__c.Walk.quickAction-meta.xml': meta(
        'QuickAction',
        '<flowDefinition>Walk</flowDefinition><label>Walk</label><type>Flow</type>'
    ),
    'lwc/scales/scales.html':
        '<template><lightning-quick-action-panel header="The scales">It weighs {weight}.' +
        '<lightning-button slot="footer" label="Enough" onclick={handleEnough}></lightning-button></lightning-quick-action-panel></template>',
    'lwc/scales/scales.js': `import { LightningElement, api, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { getRecord, getFieldValue } from 'lightning/uiRecordApi';
import WEIGHT from '@salesforce/schema/Parcel__c.Weight__c';
export default class Scales extends LightningElement {
    @api recordId;
    @wire(getRecord, { recordId: '$recordId', fields: [WEIGHT] }) parcel;
    get weight() { return getFieldValue(this.parcel.data, WEIGHT); }
    handleEnough() { this.dispatchEvent(new CloseActionScreenEvent()); }
}`,
    'lwc/scales/scales.js-meta.xml': bundle('<target>lightning__RecordAction</target>', actionConfig('ScreenAction')),
    'lwc/loser/loser.js': `import { LightningElement, api } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
export default class Loser extends LightningElement {
    @api recordId;
    @api async invoke() { await updateRecord({ fields: { Id: this.recordId, State__c: 'Lost' } }); }
}`,
    'lwc/loser/loser.js-meta.xml': bundle('<target>lightning__RecordAction</target>', actionConfig('Action')),
    'lwc/counter/counter.html':
        '<template><lightning-button label="Count" onclick={handleCount}></lightning-button><span data-count>{count}</span></template>',
    'lwc/counter/counter.js': `import { LightningElement } from 'lwc';
export default class Counter extends LightningElement {
    count = 0;
    handleCount() { this.count++; }
}`,
    'lwc/counter/counter.js-meta.xml': bundle(
        '<target>lightning__UtilityBar</target><target>lightning__HomePage</target>'
    ),
    'lwc/opener/opener.html':
        '<template><lightning-button label="New parcel" onclick={handleNew}></lightning-button></template>',
    'lwc/opener/opener.js': `import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
export default class Opener extends NavigationMixin(LightningElement) {
    handleNew() {
        this[NavigationMixin.Navigate]({
            type: 'standard__objectPage',
            attributes: { objectApiName: 'Parcel__c', actionName: 'new' },
            state: { defaultFieldValues: encodeDefaultFieldValues({ Name: 'Box, "large" = 1', Weight__c: 7, Notes__c: 'not on the layout' }) }
        });
    }
}`,
    'lwc/opener/opener.js-meta.xml': bundle('<target>lightning__HomePage</target>'),
    'flexipages/Depot_Home.flexipage-meta.xml': meta(
        'FlexiPage',
        '<flexiPageRegions>' +
            ['opener', 'counter']
                .map(
                    (name) =>
                        `<itemInstances><componentInstance><componentName>${name}</componentName><identifier>${name}</identifier>` +
                        (name === 'counter'
                            ? '<visibilityRule><criteria><leftValue>{!$User.Title}</leftValue><operator>CONTAINS</operator><rightValue>Chief</rightValue></criteria></visibilityRule>'
                            : '') +
                        '</componentInstance></itemInstances>'
                )
                .join('') +
            '<itemInstances><componentInstance><componentName>counter</componentName><identifier>odd</identifier><visibilityRule><criteria><leftValue>{!$Weather.Sun}</leftValue><operator>EQUAL</operator><rightValue>true</rightValue></criteria></visibilityRule></componentInstance></itemInstances>' +
            '<name>top</name><type>Region</type></flexiPageRegions><masterLabel>Depot Home</masterLabel><template><name>home:desktopTemplate</name></template><type>HomePage</type>'
    ),
    'flexipages/Depot_UtilityBar.flexipage-meta.xml': meta(
        'FlexiPage',
        '<flexiPageRegions><itemInstances><componentInstance>' +
            [
                ['eager', 'false'],
                ['height', '200'],
                ['icon', 'cart'],
                ['label', 'Tally'],
                ['width', '300']
            ]
                .map(
                    ([name, value]) =>
                        `<componentInstanceProperties><name>${name}</name><type>decorator</type><value>${value}</value></componentInstanceProperties>`
                )
                .join('') +
            '<componentName>counter</componentName><identifier>c_counter</identifier></componentInstance></itemInstances>' +
            '<name>utilityItems</name><type>Region</type></flexiPageRegions><masterLabel>Depot Utility Bar</masterLabel><template><name>one:utilityBarTemplateDesktop</name></template><type>UtilityBar</type>'
    ),
    'applications/Depot.app-meta.xml': meta(
        'CustomApplication',
        '<actionOverrides><actionName>View</actionName><content>Depot_Home</content><formFactor>Large</formFactor><type>Flexipage</type><pageOrSobjectType>standard-home</pageOrSobjectType></actionOverrides>' +
            '<label>Depot</label><navType>Standard</navType><tabs>standard-home</tabs><tabs>Parcel__c</tabs><uiType>Lightning</uiType><utilityBar>Depot_UtilityBar</utilityBar>'
    ),
    'tabs/Parcel__c.tab-meta.xml': meta('CustomTab', '<customObject>true</customObject><motif>Custom1: Heart</motif>')
};

const WORLD = {
    organization: { name: 'Depot', timeZone: 'America/New_York', currency: 'USD' },
    clockStart: '2026-11-23T14:30:00Z',
    rest: {},
    users: [
        {
            alias: 'root',
            userName: 'root@example.com',
            lastName: 'Root',
            title: 'Chief Clerk',
            profile: 'System Administrator',
            isPersona: true,
            personaLabel: 'Chief'
        }
    ]
};

export interface Depot {
    readonly sourceDirs: readonly string[];
    readonly worldFile: string;
    remove(): void;
}

export function makeDepot(): Depot {
    const root = mkdtempSync(join(tmpdir(), 'local-org-pages-'));
    const write = (path: string, text: string): void => {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    };
    for (const [path, text] of Object.entries(FILES)) write(join('src', path), text);
    write('local-org.json', JSON.stringify({ ...WORLD, rest: undefined }));
    return {
        sourceDirs: [join(root, 'src')],
        worldFile: join(root, 'local-org.json'),
        remove: () => rmSync(root, { recursive: true, force: true })
    };
}
