import assert from 'node:assert/strict';
import { test } from 'node:test';
import { META, temporaryPackage } from '../../build/__tests__/temporaryPackage.ts';
import { missingText, type Offer } from '../../shared/componentOffer.ts';
import { bundlesCheck } from '../bundles.ts';
import { problemText } from '../check.ts';

const CARD = 'force-app/sales/lwc/card';
const component = (body: string, imports = ''): string =>
    `import { api, LightningElement } from 'lwc';\n${imports}export default class Card extends LightningElement {\n${body}\n}\n`;
const GOOD = {
    [`${CARD}/card.ts`]: component('@api fact?: string;'),
    [`${CARD}/card.html`]: '<template><lightning-button label={fact}></lightning-button></template>',
    [`${CARD}/card.js-meta.xml`]: META
};

test('takes a bundle that an org would take', async (context) => {
    const result = await bundlesCheck.run(temporaryPackage(context, GOOD));

    assert.deepEqual(result, { problems: [], examined: '1 bundles' });
});

const FAULTS: [string, Record<string, string>, RegExp][] = [
    [
        'a dynamic import',
        { [`${CARD}/card.ts`]: component('load() { return import("c/other"); }') },
        /card\.ts.*LWC1503/s
    ],
    ['a private method', { [`${CARD}/card.ts`]: component('#hide() {}') }, /card\.ts/],
    ['what is no TypeScript', { [`${CARD}/card.ts`]: component('x = = 2;') }, /card\.ts:3:/],
    [
        'an unknown base component',
        { [`${CARD}/card.html`]: '<template><lightning-bagde></lightning-bagde></template>' },
        /no component or module lightning\/bagde/
    ],
    [
        'an unknown child',
        { [`${CARD}/card.html`]: '<template><c-other-card></c-other-card></template>' },
        /no component or module c\/otherCard/
    ],
    [
        'a package of npm',
        { [`${CARD}/card.ts`]: component('', "import dayjs from 'dayjs';\ndayjs();\n") },
        /no component or module dayjs/
    ],
    [
        'an unknown label',
        { [`${CARD}/card.ts`]: component('x = label;', "import label from '@salesforce/label/c.Nope';\n") },
        /no label c\.Nope/
    ],
    [
        'an unknown Apex method',
        { [`${CARD}/card.ts`]: component('x = go;', "import go from '@salesforce/apex/Nope.go';\n") },
        /no @AuraEnabled method Nope\.go/
    ],
    [
        'an unknown field',
        { [`${CARD}/card.ts`]: component('x = F;', "import F from '@salesforce/schema/Lead.Nope__c';\n") },
        /no object or field Lead\.Nope__c/
    ]
];

for (const [what, files, expected] of FAULTS) {
    test(`finds ${what}`, async (context) => {
        const { problems } = await bundlesCheck.run(temporaryPackage(context, { ...GOOD, ...files }));

        assert.match(problems.map(problemText).join('\n'), expected);
    });
}

test('says of a kind of reference that it cannot look it up', () => {
    const offer: Offer = {
        bundles: new Set(),
        labels: new Set(),
        apexMethods: new Set(),
        schema: new Set(),
        customPermissions: new Set(['May_Lift']),
        messageChannels: new Set(['Lifted__c']),
        staticResources: new Set(['crane']),
        contentAssets: new Set(['logo']),
        lightning: new Set()
    };

    assert.match(missingText({ type: 'hologram', id: 'x', file: 'a.js' }, offer) ?? '', /does not know how to look up/);
    for (const [type, known, unknown] of [
        ['customPermission', 'May_Lift', /no custom permission Nope/],
        ['messageChannel', 'Lifted__c', /no message channel Nope/],
        ['resourceUrl', 'crane', /no static resource Nope/],
        ['contentAssetUrl', 'logo', /no content asset Nope/]
    ] as const) {
        assert.equal(missingText({ type, id: known, file: 'a.js' }, offer), undefined);
        assert.match(missingText({ type, id: 'Nope', file: 'a.js' }, offer) ?? '', unknown);
    }
    assert.equal(missingText({ type: 'i18n', id: 'locale', file: 'a.js' }, offer), undefined);
    assert.match(missingText({ type: 'i18n', id: 'nope', file: 'a.js' }, offer) ?? '', /no internationalisation value/);
});
