import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildTypings, readLabels, schemaNames } from '../typings.ts';
import { META, temporaryPackage } from './temporaryPackage.ts';

const LABELS = `<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels><fullName>Sales_Label_Left</fullName><value>{0} h left &amp; more</value></labels>
    <labels><fullName>Sales_Label_Year</fullName><value>2026</value></labels>
</CustomLabels>`;
const FILES = {
    'force-app/sales/labels/CustomLabels.labels-meta.xml': LABELS,
    'force-app/sales/classes/Sales.cls':
        'public class Sales { @AuraEnabled(cacheable=true) public static String say(String word) { return word; } @AuraEnabled public static void go() { } }',
    'force-app/sales/objects/Deal__c/Deal__c.object-meta.xml': '<CustomObject/>',
    'force-app/sales/objects/Lead/fields/Fit__c.field-meta.xml': '<CustomField/>',
    'force-app/sales/lwc/card/card.ts': 'export {};',
    'force-app/sales/lwc/card/card.js-meta.xml': META
};
const generated = (root: string, name: string): string =>
    readFileSync(join(root, 'config/types/generated', name), 'utf8');

test('declares labels, Apex methods, schema and paths', (context) => {
    const root = temporaryPackage(context, FILES);

    assert.deepEqual(buildTypings(root), { apexMethods: 2, labels: 2, schemaModules: 14 });

    assert.match(
        generated(root, 'labels.d.ts'),
        /declare module '@salesforce\/label\/c\.Sales_Label_Left' \{\n\s+\/\*\* \{0\} h left & more \*\//
    );
    assert.match(generated(root, 'apex.d.ts'), /'@salesforce\/apex\/Sales\.say'/);
    assert.match(generated(root, 'schema.d.ts'), /'@salesforce\/schema\/Lead\.Fit__c'/);
    const config = JSON.parse(generated(root, 'tsconfig.paths.json')) as {
        compilerOptions: { paths: Record<string, string[]> };
    };
    assert.deepEqual(config.compilerOptions.paths['c/card'], ['../../../force-app/sales/lwc/card/card.ts']);
});

test('gives Jest one module per label and method, and drops those that are gone', (context) => {
    const root = temporaryPackage(context, FILES);
    buildTypings(root);
    writeFileSync(join(root, 'config/types/generated/labels/Old.js'), '');

    buildTypings(root);

    assert.equal(generated(root, 'labels/Sales_Label_Year.js'), 'export default "2026";\n');
    assert.match(generated(root, 'apex/Sales.say.js'), /createApexTestWireAdapter/);
    assert.equal(generated(root, 'apex/Sales.go.js'), 'export default jest.fn();\n');
    assert.equal(existsSync(join(root, 'config/types/generated/labels/Old.js')), false);
});

test('reads no labels where there are none', (context) => {
    assert.deepEqual(readLabels(temporaryPackage(context, {})), []);
});

test('takes objects and fields from their files, and the standard objects', () => {
    const names = schemaNames('', [
        'a/objects/Deal__c/fields/Size__c.field-meta.xml',
        'a/objects/Deal__c/listViews/All.listView-meta.xml'
    ]);

    assert.ok(names.includes('Deal__c.Size__c') && names.includes('Lead.Name'));
    assert.ok(!names.some((name) => name.includes('All')));
});
