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
    [
        'a package of npm',
        'bundle-reference',
        { ts: importing(`${MARK}import dayjs from 'dayjs';`, '    now = dayjs();') }
    ],
    [
        'an unknown module of ours',
        'bundle-reference',
        { ts: importing(`${MARK}import { help } from 'c/helpers';`, '    now = help();') }
    ],
    [
        'an unknown label',
        'bundle-reference',
        { ts: importing(`${MARK}import text from '@salesforce/label/c.Nope';`, '    text = text;') }
    ],
    [
        'an unknown Apex class',
        'bundle-reference',
        { ts: importing(`${MARK}import go from '@salesforce/apex/Nope.go';`, '    go = go;') }
    ],
    [
        'an Apex method that is not there',
        'bundle-reference',
        { ts: importing(`${MARK}import go from '@salesforce/apex/FileController.cuont';`, '    go = go;') }
    ],
    [
        'an unknown custom field',
        'bundle-reference',
        { ts: importing(`${MARK}import F from '@salesforce/schema/File__c.Scoer__c';`, '    f = F;') }
    ],
    [
        'a misspelt standard field',
        'bundle-reference',
        { ts: importing(`${MARK}import F from '@salesforce/schema/Lead.Industri';`, '    f = F;') }
    ],
    [
        'an unknown object',
        'bundle-reference',
        { ts: importing(`${MARK}import F from '@salesforce/schema/Folder__c';`, '    f = F;') }
    ],
    [
        'a field of the parent that is not there',
        'bundle-reference',
        { ts: importing(`${MARK}import F from '@salesforce/schema/File__c.Lead__r.Fitt__c';`, '    f = F;') }
    ],
    [
        'an unknown custom permission',
        'bundle-reference',
        { ts: importing(`${MARK}import may from '@salesforce/customPermission/Can_Fly';`, '    may = may;') }
    ],
    [
        'an unknown message channel',
        'bundle-reference',
        { ts: importing(`${MARK}import channel from '@salesforce/messageChannel/Nope__c';`, '    channel = channel;') }
    ],
    [
        'an unknown static resource',
        'bundle-reference',
        { ts: importing(`${MARK}import file from '@salesforce/resourceUrl/nope';`, '    file = file;') }
    ]
]);

export const LINT_FAULTS = faults('slipped', [
    [
        'markup written by hand',
        'component-no-inner-html',
        {
            ts: code(
                '    connectedCallback(): void {',
                `${MARK}        this.template.querySelector('p').innerHTML = 'x';`,
                '    }'
            )
        }
    ],
    [
        'a search over the whole page',
        'component-no-document-query',
        { ts: code('    connectedCallback(): void {', `${MARK}        document.querySelector('p');`, '    }') }
    ],
    [
        'a timer',
        'component-no-async-operation',
        { ts: code('    connectedCallback(): void {', `${MARK}        setTimeout(() => {}, 9);`, '    }') }
    ],
    [
        'a public property written inside',
        'component-no-api-reassignments',
        { ts: code('    connectedCallback(): void {', `${MARK}        this.label = 'x';`, '    }') }
    ],
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

export const TYPE_FAULTS = faults('mistyped', [
    ['a member that is not there', 'template-types', { ts: code(), html: template(`${MARK}    <p>{lable}</p>`) }],
    [
        'a handler that is not there',
        'template-types',
        { ts: code(), html: template(`${MARK}    <button onclick={handleClik}>x</button>`) }
    ],
    [
        'a handler that is no function',
        'template-types',
        { ts: code(), html: template(`${MARK}    <button onclick={label}>x</button>`) }
    ],
    [
        'what may be missing',
        'template-types',
        { ts: code('    person: { name: string } | undefined;'), html: template(`${MARK}    <p>{person.name}</p>`) }
    ],
    [
        'a child given the wrong thing',
        'template-types',
        { ts: code(), html: template(`${MARK}    <c-card rows={label}></c-card>`) }
    ],
    [
        'a child given what it does not take',
        'template-types',
        { ts: code(), html: template(`${MARK}    <c-card columns={label}></c-card>`) }
    ]
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
