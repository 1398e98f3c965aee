/**
 * What the package does in an organisation that is set up otherwise than the demo world: opportunities are private, and
 * customizable campaign influence is switched on. The Apex tests are the same in both; here they look at more.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { tinyTree } from '../../org/engine/__tests__/tinyTree.ts';
import { openOrg, type Org } from '../../org/engine/org.ts';
import { runOrgTests } from '../../org/test/orgTests.ts';
import { countOf } from '../../org/test/report.ts';
import { packageDirectories } from '../../shared/sourceFiles.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const OTHERWISE = {
    'objects/Opportunity/Opportunity.object-meta.xml': `<CustomObject ${NS}><sharingModel>Private</sharingModel></CustomObject>`,
    'settings/Campaign.settings-meta.xml': `<CampaignSettings ${NS}><enableCampaignInfluence2>true</enableCampaignInfluence2></CampaignSettings>`,
    'campaignInfluenceModels/Test_Model.campaignInfluenceModel-meta.xml': `<CampaignInfluenceModel ${NS}><isDefaultModel>false</isDefaultModel><isModelLocked>true</isModelLocked><name>Test model</name></CampaignInfluenceModel>`
};

let org: Org;
const tree = tinyTree(OTHERWISE);
before(() => {
    const packages = packageDirectories(ROOT).map((directory) => resolve(ROOT, directory));
    org = openOrg({
        sourceDirs: [...packages, tree.dir],
        worldFile: resolve(ROOT, 'config/local-org.json'),
        dataFile: ':memory:'
    });
});
after(() => {
    org.close();
    tree.remove();
});

function assertPasses(className: string, least: number): void {
    const report = runOrgTests(org, { names: [className] });
    assert.deepEqual(
        report.tests.filter(({ outcome }) => outcome !== 'pass').map(({ method, message }) => `${method}: ${message}`),
        []
    );
    assert.ok(countOf(report, 'pass') >= least, 'All of them ran');
}

test('every figure counts what its reader sees and says how much is hidden', () => {
    assert.equal(org.schema.object('Opportunity')?.sharingModel, 'Private');
    assertPasses('HiddenDealsTest', 17);
});

test('credits are copied to campaign influence, replaced and taken away', () => {
    assert.ok(org.schema.object('CampaignInfluence'));
    assert.ok(org.schema.influenceModels?.some(({ developerName }) => developerName === 'Test_Model'));
    assertPasses('InfluenceWriterTest', 7);
});
