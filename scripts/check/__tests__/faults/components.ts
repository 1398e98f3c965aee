/** Faults in the code, the templates and the styles of components. */
import { bundle, component, MARK, type Fault } from './fault.ts';

type Row = readonly [what: string, rule: string, parts: Parameters<typeof bundle>[1]];

const template = (...lines: readonly string[]): string[] => ['<template>', ...lines, '</template>'];
const code = (...members: readonly string[]): string[] => component('X', ...members);
const importing = (line: string, ...members: readonly string[]): string[] => [
    "import { LightningElement } from 'lwc';",
    line,
    '',
    'export default class X extends LightningElement {',
    ...members,
    '}'
];

/** A component that imports what is not there. */
function importOf(what: string, module: string, imported = 'imported'): Row {
    const line = `${MARK}import ${imported} from '${module}';`;
    return [what, 'bundle-reference', { ts: importing(line, '    value = imported;') }];
}

/** A component whose code does what it should not when it appears. */
function onAppearing(what: string, rule: string, line: string): Row {
    return [what, rule, { ts: code('    connectedCallback(): void {', `${MARK}        ${line}`, '    }') }];
}

function faults(prefix: string, rows: readonly Row[]): Fault[] {
    return rows.map(([what, rule, parts], index) => ({
        what,
        rule,
        files: bundle(`${prefix}${String.fromCharCode(97 + index)}`, parts)
    }));
}

export const BUNDLE_FAULTS = faults('broken', [
    ['what is no TypeScript', 'bundle-compile', { ts: code(`${MARK}    x = = 2;`) }],
    ['a private method', 'bundle-compile', { ts: code(`${MARK}    #hide() {}`) }],
    [
        'a dynamic import',
        'bundle-compile',
        { ts: code('    load() {', `${MARK}        return import('c/card');`, '    }') }
    ],
    ['a public boolean that begins as true', 'bundle-compile', { ts: code(`${MARK}    @api isOn = true;`) }],
    ['a directive that is none', 'bundle-compile', { html: template(`${MARK}    <p lwc:iff={label}>x</p>`) }],
    [
        'a list without keys',
        'bundle-compile',
        {
            html: template(
                '    <template for:each={items} for:item="item">',
                `${MARK}        <p>{item}</p>`,
                '    </template>'
            )
        }
    ],
    ['a computed expression', 'bundle-compile', { html: template(`${MARK}    <p>{label + 1}</p>`) }],
    ['a script in a template', 'bundle-compile', { html: template(`${MARK}    <script>x()</script>`) }],
    ['a style with an id', 'bundle-compile', { css: [`${MARK}#one {`, '    margin: 0;', '}'] }],
    [
        'an unknown base component',
        'bundle-reference',
        { html: template(`${MARK}    <lightning-bagde></lightning-bagde>`) }
    ],
    ['an unknown child', 'bundle-reference', { html: template(`${MARK}    <c-other-card></c-other-card>`) }],
    importOf('a package of npm', 'dayjs'),
    importOf('an unknown module of ours', 'c/helpers', '{ help as imported }'),
    importOf('an unknown label', '@salesforce/label/c.Nope'),
    importOf('an unknown Apex class', '@salesforce/apex/Nope.go'),
    importOf('an Apex method that is not there', '@salesforce/apex/FileController.cuont'),
    importOf('an unknown custom field', '@salesforce/schema/File__c.Scoer__c'),
    importOf('a misspelt standard field', '@salesforce/schema/Lead.Industri'),
    importOf('an unknown object', '@salesforce/schema/Folder__c'),
    importOf('a field of the parent that is not there', '@salesforce/schema/File__c.Lead__r.Fitt__c'),
    importOf('an unknown custom permission', '@salesforce/customPermission/Can_Fly'),
    importOf('an unknown message channel', '@salesforce/messageChannel/Nope__c'),
    importOf('an unknown static resource', '@salesforce/resourceUrl/nope')
]);

export const LINT_FAULTS = faults('slipped', [
    onAppearing(
        'markup written by hand',
        'component-no-inner-html',
        "this.template.querySelector('p').innerHTML = 'x';"
    ),
    onAppearing('a search over the whole page', 'component-no-document-query', "document.querySelector('p');"),
    onAppearing('a timer', 'component-no-async-operation', 'setTimeout(() => {}, 9);'),
    onAppearing('a public property written inside', 'component-no-api-reassignments', "this.label = 'x';"),
    [
        'a public property named like an attribute',
        'component-valid-api',
        { ts: code('    @api', `${MARK}    onload = 3;`) }
    ],
    [
        'a wire without its import',
        'component-no-unknown-wire-adapters',
        { ts: importing("import { wire } from 'lwc';", `${MARK}    @wire(unknown) rows;`) }
    ],
    ['a debugger of the bundle', 'component-unreadable', { ts: code(`${MARK}    x = = 2;`) }],
    [
        'an event named with capitals',
        'component-no-leading-uppercase-api-name',
        {
            ts: [
                "import { api, LightningElement } from 'lwc';",
                '',
                `${MARK}export default class X extends LightningElement {`,
                '    @api Rows = 3;',
                '}'
            ]
        }
    ]
]);

/** A template that asks for what its component has not. */
function mistyped(what: string, line: string, ...members: readonly string[]): Row {
    return [what, 'template-types', { ts: code(...members), html: template(`${MARK}    ${line}`) }];
}

export const TYPE_FAULTS = faults('mistyped', [
    mistyped('a member that is not there', '<p>{lable}</p>'),
    mistyped('a handler that is not there', '<button onclick={handleClik}>x</button>'),
    mistyped('a handler that is no function', '<button onclick={label}>x</button>'),
    mistyped('what may be missing', '<p>{person.name}</p>', '    person: { name: string } | undefined;'),
    mistyped('a child given the wrong thing', '<c-card rows={label}></c-card>'),
    mistyped('a child given what it does not take', '<c-card columns={label}></c-card>')
]);

const style = (...lines: readonly string[]): { css: string[] } => ({ css: ['p {', ...lines, '}'] });

export const SLDS_FAULTS = faults('styled', [
    [
        'a class of the design system overridden',
        'slds-no-slds-class-overrides',
        { css: [`${MARK}.slds-card {`, '    margin: 0;', '}'] }
    ],
    ['a colour in numbers', 'slds-no-hardcoded-values-slds2', style(`${MARK}    color: #c23934;`)],
    ['a colour in words', 'slds-no-hardcoded-values-slds2', style(`${MARK}    background-color: white;`)],
    ['an old token', 'slds-lwc-token-to-slds-hook', style(`${MARK}    color: var(--lwc-colorTextInverse);`)],
    [
        'a hook without a fallback',
        'slds-no-slds-var-without-fallback',
        style(`${MARK}    border-radius: var(--slds-g-radius-border-2);`)
    ],
    [
        'a hook of the old system',
        'slds-enforce-sds-to-slds-hooks',
        style(`${MARK}    color: var(--sds-g-color-brand-base-50, #0176d3);`)
    ],
    [
        'a hook of our own with their name',
        'slds-no-slds-namespace-for-custom-hooks',
        style(`${MARK}    --slds-my-colour: inherit;`)
    ],
    ['a private hook', 'slds-no-slds-private-var', style(`${MARK}    --_slds-button-color: inherit;`)],
    [
        'a class of the old system',
        'slds-no-deprecated-classes-slds2',
        { html: template(`${MARK}    <div class="slds-action-overflow_touch"></div>`) }
    ],
    [
        'a modifier with two hyphens',
        'slds-enforce-bem-usage',
        { html: template(`${MARK}    <button class="slds-button slds-button--brand">x</button>`) }
    ],
    ['a rule silenced', 'slds-reduce-annotations', style(`${MARK}    /* @sldsValidatorIgnore */`, '    margin: 0;')]
]);
