/** Faults in Lightning pages and in where components may stand. */
import { page } from './base.ts';
import { bundle, component, componentMeta, MARK, type Fault } from './fault.ts';

const file = (name: string, parts: Parameters<typeof page>[1]): Record<string, string> => ({
    [`force-app/shared/flexipages/${name}.flexipage-meta.xml`]: page(name, parts)
});

const property = (name: string, value: string): string =>
    `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
const CARD = ['<componentName>card</componentName>', '<identifier>c_card</identifier>'];
const RECORD = '<template><name>flexipage:recordHomeTemplateDesktop</name></template>';

const region = (name: string, type: string, ...lines: readonly string[]): string[] => [
    '<flexiPageRegions>',
    ...lines,
    `<name>${name}</name>`,
    `<type>${type}</type>`,
    '</flexiPageRegions>'
];

const PAGES: readonly (readonly [what: string, rule: string, parts: Parameters<typeof page>[1]])[] = [
    [
        'a region that the template has not',
        'page-region',
        { regions: region('left', 'Region').map((line, index) => (index === 0 ? MARK + line : line)) }
    ],
    [
        'a region given twice',
        'page-region',
        { regions: region('main', 'Region').map((line, index) => (index === 0 ? MARK + line : line)) }
    ],
    [
        'two components in one item',
        'page-region',
        {
            regions: region(
                'sidebar',
                'Region',
                `${MARK}<itemInstances>`,
                '<componentInstance><componentName>card</componentName><identifier>a</identifier></componentInstance>',
                '<componentInstance><componentName>card</componentName><identifier>b</identifier></componentInstance>',
                '</itemInstances>'
            )
        }
    ],
    [
        'an item that holds nothing',
        'page-region',
        { regions: region('sidebar', 'Region', `${MARK}<itemInstances>`, '</itemInstances>') }
    ],
    [
        'a component without identifier',
        'page-identifier',
        {
            regions: region(
                'sidebar',
                'Region',
                '<itemInstances>',
                `${MARK}<componentInstance><componentName>force:detailPanel</componentName></componentInstance>`,
                '</itemInstances>'
            )
        }
    ],
    [
        'an identifier given twice',
        'page-identifier',
        {
            regions: region(
                'sidebar',
                'Region',
                '<itemInstances>',
                '<componentInstance>',
                '<componentName>force:detailPanel</componentName>',
                `${MARK}<identifier>c_card</identifier>`,
                '</componentInstance>',
                '</itemInstances>'
            )
        }
    ],
    [
        'an identifier that is too long',
        'page-identifier',
        { instance: ['<componentName>card</componentName>', `${MARK}<identifier>${'x'.repeat(121)}</identifier>`] }
    ],
    [
        'a facet that nothing shows',
        'page-facet',
        { regions: region('Facet-aaaa', 'Facet').map((line, index) => (index === 0 ? MARK + line : line)) }
    ],
    [
        'a facet that is not there',
        'page-facet',
        {
            instance: [
                `${MARK}${property('body', 'Facet-bbbb')}`,
                '<componentName>flexipage:tab</componentName>',
                '<identifier>t</identifier>'
            ]
        }
    ],
    ['a record page of no object', 'page-type', { tail: [RECORD, '<type>RecordPage</type>'] }],
    [
        'an app page of an object',
        'page-type',
        {
            instance: ['<componentName>card</componentName>', '<identifier>x</identifier>'],
            tail: [
                `${MARK}<sobjectType>Lead</sobjectType>`,
                '<template><name>flexipage:defaultAppHomeTemplate</name></template>',
                '<type>AppPage</type>'
            ]
        }
    ],
    [
        'a component that is not exposed for this kind of page',
        'page-component',
        {
            instance: [`${MARK}<componentName>card</componentName>`, '<identifier>x</identifier>'],
            tail: ['<template><name>x</name></template>', '<type>HomePage</type>']
        }
    ],
    [
        'a component that is made for other objects',
        'page-component',
        {
            instance: [`${MARK}<componentName>card</componentName>`, '<identifier>x</identifier>'],
            tail: ['<sobjectType>Account</sobjectType>', RECORD, '<type>RecordPage</type>']
        }
    ],
    ['a property that is not declared', 'page-property', { instance: [`${MARK}${property('columns', '2')}`, ...CARD] }],
    ['text for a whole number', 'page-property', { instance: [`${MARK}${property('rows', 'five')}`, ...CARD] }],
    ['a number beyond its maximum', 'page-property', { instance: [`${MARK}${property('rows', '10')}`, ...CARD] }],
    ['a value outside of the list', 'page-property', { instance: [`${MARK}${property('label', 'Medium')}`, ...CARD] }],
    ['a word for a yes or no', 'page-property', { instance: [`${MARK}${property('isOpen', 'yes')}`, ...CARD] }]
];

const meta = (targets: readonly string[], ...configs: readonly string[]): string =>
    componentMeta(
        '<isExposed>true</isExposed>',
        '<masterLabel>x</masterLabel>',
        '<targets>',
        ...targets,
        '</targets>',
        ...configs
    );

const RECORD_TARGET = '<target>lightning__RecordPage</target>';
const configured = (...lines: readonly string[]): string =>
    meta(
        [RECORD_TARGET],
        '<targetConfigs>',
        '<targetConfig targets="lightning__RecordPage">',
        ...lines,
        '</targetConfig>',
        '</targetConfigs>'
    );

const METAS: readonly (readonly [what: string, rule: string, meta: string])[] = [
    ['an exposed component without targets', 'component-target', componentMeta(`${MARK}<isExposed>true</isExposed>`)],
    ['a target that the platform has not', 'component-target', meta([`${MARK}<target>lightning__LeadPage</target>`])],
    ['a target given twice', 'component-target', meta([RECORD_TARGET, `${MARK}${RECORD_TARGET}`])],
    [
        'a configuration of a target that is not listed',
        'component-target',
        meta(
            ['<target>lightning__HomePage</target>'],
            '<targetConfigs>',
            `${MARK}<targetConfig targets="lightning__AppPage">`,
            '<property name="label" type="String" />',
            '</targetConfig>',
            '</targetConfigs>'
        )
    ],
    [
        'objects for a page without record',
        'component-target',
        meta(
            ['<target>lightning__AppPage</target>'],
            '<targetConfigs>',
            `${MARK}<targetConfig targets="lightning__AppPage">`,
            '<objects><object>Lead</object></objects>',
            '</targetConfig>',
            '</targetConfigs>'
        )
    ],
    [
        'a property that the class does not expose',
        'component-property',
        configured(`${MARK}<property name="title2" type="String" />`)
    ],
    ['a property without a type', 'component-property', configured(`${MARK}<property name="label" />`)],
    [
        'a property of a type that pages have not',
        'component-property',
        configured(`${MARK}<property name="label" type="Decimal" />`)
    ],
    [
        'a property declared twice',
        'component-property',
        configured('<property name="label" type="String" />', `${MARK}<property name="label" type="String" />`)
    ],
    [
        'a default that is no number',
        'component-property',
        configured(`${MARK}<property name="label" type="Integer" default="many" />`)
    ],
    [
        'a default outside of the list',
        'component-property',
        configured(`${MARK}<property name="label" type="String" datasource="A,B" default="C" />`)
    ],
    ['a maximum of text', 'component-property', configured(`${MARK}<property name="label" type="String" max="9" />`)],
    [
        'a list of numbers',
        'component-property',
        configured(`${MARK}<property name="label" type="Integer" datasource="1,2" />`)
    ],
    [
        'a role outside of a flow',
        'component-property',
        configured(`${MARK}<property name="label" type="String" role="inputOnly" />`)
    ]
];

const firstElement = (text: string): string => text.replace('<FlexiPage', `${MARK}<FlexiPage`);

export const PAGE_FAULTS: readonly Fault[] = [
    ...PAGES.map(([what, rule, parts], index) => {
        const files = file(`Page_${index}`, parts);
        const isMarked = Object.values(files).some((text) => text.includes(MARK));
        const whole = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, firstElement(text)]));
        return { what, rule, files: isMarked ? files : whole };
    }),
    {
        what: 'a page with the name of an object',
        rule: 'page-type',
        files: Object.fromEntries(
            Object.entries(file('File__c_Page', {})).map(([path, text]) => [path, firstElement(text)])
        )
    },
    ...METAS.map(([what, rule, text], index) => {
        const name = `placed${String.fromCharCode(97 + index)}`;
        const className = name.charAt(0).toUpperCase() + name.slice(1);
        return { what, rule, files: bundle(name, { ts: component(className), meta: text }) };
    }),
    {
        what: 'a bundle without its metadata',
        rule: 'component-meta-missing',
        files: {
            'force-app/handoff/lwc/bare/bare.ts': component('Bare').join('\n')
        },
        path: 'force-app/handoff/lwc/bare/bare.js-meta.xml'
    }
];
