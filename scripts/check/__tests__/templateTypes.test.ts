import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { META, temporaryPackage } from '../../build/__tests__/temporaryPackage.ts';
import { problemText } from '../check.ts';
import { templateTypesCheck } from '../templateTypes.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const LWC = 'force-app/sales/lwc';
const CHILD = `import { api, LightningElement } from 'lwc';
export default class Ring extends LightningElement {
    /** How full. */
    @api value = 0;
    inner = '';
}
`;
const PARENT = `import { LightningElement } from 'lwc';
export default class Card extends LightningElement {
    title2 = 'x';
    count = 3;
    person: { name: string } | undefined;
    items: { id: string; label: string }[] = [];
    handleClick(): void {}
}
`;

async function problemsOf(context: TestContext, template: string): Promise<string> {
    const root = temporaryPackage(context, {
        'tsconfig.json': readFileSync(join(REPOSITORY, 'tsconfig.json'), 'utf8'),
        'config/types/platform.d.ts': readFileSync(join(REPOSITORY, 'config/types/platform.d.ts'), 'utf8'),
        [`${LWC}/ring/ring.ts`]: CHILD,
        [`${LWC}/ring/ring.html`]: '<template>{value}</template>',
        [`${LWC}/ring/ring.js-meta.xml`]: META,
        [`${LWC}/card/card.ts`]: PARENT,
        [`${LWC}/card/card.html`]: `<template>\n${template}\n</template>`,
        [`${LWC}/card/card.js-meta.xml`]: META
    });
    const { problems, examined } = await templateTypesCheck.run(root);
    assert.equal(examined, '2 templates');
    return problems.map(problemText).join('\n');
}

test('finds nothing in a template that is right', async (context) => {
    const template = `<c-ring class="x" data-id="y" value={count} onclick={handleClick}></c-ring>
<p lwc:if={person}>{person.name}</p><p lwc:elseif={title2}>{title2}</p><p lwc:else>none</p>
<template for:each={items} for:item="item" for:index="index"><li key={item.id} aria-label={item.label}>{item.label}{index}</li></template>
<lightning-button variant="brand" label={title2} disabled onclick={handleClick}></lightning-button>`;

    assert.equal(await problemsOf(context, template), '');
});

const FAULTS: [string, string, RegExp][] = [
    ['a member that does not exist', '<p>{titel2}</p>', /card\.html:2:\d+ .*TS2551 .*titel2/],
    [
        'a member of an item that does not exist',
        '<template for:each={items} for:item="item"><li key={item.id}>{item.lable}</li></template>',
        /TS2551 .*lable/
    ],
    ['what may be undefined', '<p>{person.name}</p>', /TS18048/],
    ['a handler that does not exist', '<button onclick={handleClik}>x</button>', /TS2551 .*handleClik/],
    ['a handler that is no function', '<button onclick={title2}>x</button>', /TS2322/],
    ['a child given the wrong thing', '<c-ring value={title2}></c-ring>', /TS2322 .*string.*number/],
    ['a child without that property', '<c-ring valeu={count}></c-ring>', /<c-ring> has no attribute valeu/],
    ['a member of a child that is not public', '<c-ring inner={title2}></c-ring>', /<c-ring> has no attribute inner/],
    ['an unknown child', '<c-rign></c-rign>', /unknown component <c-rign>/],
    [
        'an unknown attribute of a base component',
        '<lightning-button lable={title2}></lightning-button>',
        /<lightning-button> has no attribute lable/
    ]
];

for (const [what, template, expected] of FAULTS) {
    test(`finds ${what}`, async (context) => {
        assert.match(await problemsOf(context, template), expected);
    });
}
