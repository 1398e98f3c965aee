import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBundles } from '../bundles.ts';
import { buildComponents, javaScriptOf } from '../components.ts';
import { META, temporaryPackage } from './temporaryPackage.ts';

const CARD = 'force-app/sales/lwc/card';
const FILES = {
    [`${CARD}/card.ts`]: `import { api, LightningElement } from 'lwc';
import type { Fact } from './model';
/** Shows a fact. */
export default class Card extends LightningElement {
    /** The fact. */
    @api fact?: Fact;
    private count: number = 0;
}
`,
    [`${CARD}/model.ts`]: 'export interface Fact { readonly text: string }\nexport const LIMIT: number = 3;\n',
    [`${CARD}/card.html`]: '<template></template>',
    [`${CARD}/card.js-meta.xml`]: META,
    [`${CARD}/__tests__/card.test.ts`]: 'export {};'
};

test('finds bundles with their files, without tests', (context) => {
    const root = temporaryPackage(context, FILES);

    assert.deepEqual(findBundles(root), [
        { name: 'card', folder: CARD, files: ['card.html', 'card.js-meta.xml', 'card.ts', 'model.ts'] }
    ]);
});

test('removes types only: decorators, comments and modern syntax stay', (context) => {
    const root = temporaryPackage(context, FILES);

    const built = buildComponents(root);

    const text = readFileSync(join(root, CARD, 'card.js'), 'utf8');
    assert.match(text, /@api\s+fact;/);
    assert.match(text, /\/\*\* Shows a fact\. \*\//);
    assert.match(text, /count = 0;/);
    assert.doesNotMatch(text, /model|private|number/);
    assert.deepEqual(built.written, [`${CARD}/card.js`, `${CARD}/model.js`]);
    assert.equal(existsSync(join(root, CARD, '__tests__/card.test.js')), false);
});

test('leaves equal files alone the second time', (context) => {
    const root = temporaryPackage(context, FILES);
    buildComponents(root);
    const before = statSync(join(root, CARD, 'card.js')).mtimeMs;

    const built = buildComponents(root);

    assert.deepEqual(built, { bundles: 1, written: [], removed: [] });
    assert.equal(statSync(join(root, CARD, 'card.js')).mtimeMs, before);
});

test('removes JavaScript whose TypeScript is gone', (context) => {
    const root = temporaryPackage(context, FILES);
    writeFileSync(join(root, CARD, 'old.js'), 'export {};');

    assert.deepEqual(buildComponents(root).removed, [`${CARD}/old.js`]);
    assert.equal(existsSync(join(root, CARD, 'old.js')), false);
});

test('removes what git left of a bundle that is gone, which would break a deploy', (context) => {
    const gone = 'force-app/sales/lwc/gone';
    const root = temporaryPackage(context, { ...FILES, [`${gone}/gone.js`]: 'export {};', [`${gone}/model.js`]: '' });

    assert.deepEqual(buildComponents(root).removed, [`${gone}/gone.js`, `${gone}/model.js`]);
    assert.equal(existsSync(join(root, gone)), false);
});

test('leaves a bundle written in JavaScript as it is', (context) => {
    const root = temporaryPackage(context, {
        'force-app/a/lwc/plain/plain.js': 'export {};',
        'force-app/a/lwc/plain/plain.js-meta.xml': META
    });

    assert.deepEqual(buildComponents(root), { bundles: 1, written: [], removed: [] });
});

test('names file and line of what is no TypeScript', () => {
    assert.throws(() => javaScriptOf('export const a = 1;\nconst = 2;\n', 'x/lwc/a/a.ts'), {
        name: 'ComponentError',
        message: /^x\/lwc\/a\/a\.ts:2:7 /
    });
});
