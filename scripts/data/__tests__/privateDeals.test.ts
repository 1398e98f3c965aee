/**
 * What the figures say where opportunities are private: the demo world has them public, so that nothing would ever be
 * hidden in it. The same Apex test runs in both worlds; here its personas see different parts.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { tinyTree } from '../../org/engine/__tests__/tinyTree.ts';
import { openOrg } from '../../org/engine/org.ts';
import { runOrgTests } from '../../org/test/orgTests.ts';
import { countOf } from '../../org/test/report.ts';
import { packageDirectories } from '../../shared/sourceFiles.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const PRIVATE = `<?xml version="1.0" encoding="UTF-8" ?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <sharingModel>Private</sharingModel>
</CustomObject>
`;

test('every figure counts what its reader sees and says how much is hidden', () => {
    const tree = tinyTree({ 'objects/Opportunity/Opportunity.object-meta.xml': PRIVATE });
    const packages = packageDirectories(ROOT).map((directory) => resolve(ROOT, directory));
    const org = openOrg({
        sourceDirs: [...packages, tree.dir],
        worldFile: resolve(ROOT, 'config/local-org.json'),
        dataFile: ':memory:'
    });
    try {
        assert.equal(org.schema.object('Opportunity')?.sharingModel, 'Private');
        const report = runOrgTests(org, { names: ['HiddenDealsTest'] });

        const failures = report.tests.filter(({ outcome }) => outcome !== 'pass');
        assert.deepEqual(
            failures.map(({ method, message }) => `${method}: ${message ?? ''}`),
            []
        );
        assert.ok(countOf(report, 'pass') >= 17, 'All of them ran');
    } finally {
        org.close();
        tree.remove();
    }
});
