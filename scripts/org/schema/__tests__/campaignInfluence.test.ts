import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tinyTree } from '../../engine/__tests__/tinyTree.ts';
import { openOrg, type Org } from '../../engine/org.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const SETTINGS = {
    'settings/Campaign.settings-meta.xml': `<CampaignSettings ${NS}><enableCampaignInfluence2>true</enableCampaignInfluence2></CampaignSettings>`
};

function model(name: string, isDefault: boolean): Record<string, string> {
    return {
        [`campaignInfluenceModels/${name}.campaignInfluenceModel-meta.xml`]: `<CampaignInfluenceModel ${NS}><isDefaultModel>${isDefault}</isDefaultModel><isModelLocked>true</isModelLocked><modelDescription>Ours</modelDescription><name>The ${name}</name></CampaignInfluenceModel>`
    };
}

function withOrg(files: Record<string, string>, look: (org: Org) => void): void {
    const tree = tinyTree(files);
    const org = openOrg({ sourceDirs: [tree.dir], dataFile: ':memory:', keepGoing: true });
    try {
        look(org);
    } finally {
        org.close();
        tree.remove();
    }
}

function run(org: Org, apex: string): string {
    const result = org.executeAnonymous(org.administratorId, apex);
    assert.ok(result.success, result.exceptionMessage ?? result.compileProblem ?? '');
    return result.log.join('\n');
}

// Object Reference, CampaignInfluence: "Customizable Campaign Influence must be enabled".
test('the objects are there only where campaign settings switch the feature on', () => {
    withOrg({}, (org) => {
        assert.equal(org.schema.object('CampaignInfluence'), undefined);
        assert.match(run(org, `System.debug(Schema.getGlobalDescribe().get('CampaignInfluence'));`), /null/);
    });
    withOrg(SETTINGS, (org) => assert.ok(org.schema.object('CampaignInfluenceModel')));
});

// Metadata API Developer Guide, CampaignInfluenceModel.
test('models are metadata, besides the one that is always there and gives the default away', () => {
    const query = `for (SObject each : Database.query('SELECT DeveloperName, MasterLabel, IsDefaultModel, IsModelLocked FROM CampaignInfluenceModel ORDER BY DeveloperName')) { System.debug(each.get('DeveloperName') + ' ' + each.get('MasterLabel') + ' ' + each.get('IsDefaultModel')); }`;
    withOrg({ ...SETTINGS, ...model('Even', false) }, (org) => {
        assert.match(run(org, query), /Even The Even false[^]*Primary_Campaign_Source_Model .* true/);
    });
    withOrg({ ...SETTINGS, ...model('Even', true) }, (org) => {
        assert.match(run(org, query), /Even The Even true[^]*Primary_Campaign_Source_Model .* false/);
    });
    withOrg(model('Even', false), (org) => {
        assert.match(org.diagnostics[0]?.message ?? '', /campaign influence is not switched on/);
    });
});

// Object Reference, CampaignInfluence: fields Influence and RevenueShare.
test('the share of the revenue follows the percentage and the amount, and only the percentage can be changed', () => {
    withOrg({ ...SETTINGS, ...model('Even', false) }, (org) => {
        const log = run(
            org,
            `
Opportunity deal = new Opportunity(Name = 'D', StageName = 'Closed Won', CloseDate = Date.today(), Amount = 1000);
insert deal;
Campaign spring = new Campaign(Name = 'Spring');
insert spring;
SObject row = Schema.getGlobalDescribe().get('CampaignInfluence').newSObject();
row.put('ModelId', Database.query('SELECT Id FROM CampaignInfluenceModel WHERE DeveloperName = \\'Even\\'')[0].Id);
row.put('OpportunityId', deal.Id);
row.put('CampaignId', spring.Id);
row.put('Influence', 33.33);
insert row;
System.debug('first ' + Database.query('SELECT RevenueShare FROM CampaignInfluence')[0].get('RevenueShare'));
deal.Amount = 3000;
update deal;
row.put('Influence', 10);
update row;
System.debug('then ' + Database.query('SELECT RevenueShare FROM CampaignInfluence')[0].get('RevenueShare'));
Map<String, Schema.SObjectField> fields = Schema.getGlobalDescribe().get('CampaignInfluence').getDescribe().fields.getMap();
for (String name : new List<String>{ 'CampaignId', 'OpportunityId', 'ModelId', 'ContactId', 'RevenueShare', 'Influence' }) {
    System.debug(name + ' ' + fields.get(name).getDescribe().isCreateable() + ' ' + fields.get(name).getDescribe().isUpdateable());
}
System.debug('model ' + Schema.getGlobalDescribe().get('CampaignInfluenceModel').getDescribe().isCreateable());
delete deal;
System.debug('left ' + Database.countQuery('SELECT COUNT() FROM CampaignInfluence'));
`
        );
        assert.match(log, /first 333\.30/);
        assert.match(log, /then 300\.00/);
        for (const fixed of ['CampaignId', 'OpportunityId', 'ModelId', 'ContactId']) {
            assert.match(log, new RegExp(`${fixed} true false`));
        }
        assert.match(log, /RevenueShare false false/);
        assert.match(log, /Influence true true/);
        assert.match(log, /model false/);
        assert.match(log, /left 0/);
    });
});
