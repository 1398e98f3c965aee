/** Layouts, related lists and actions of records, as a page asks for them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openOrg, type Org } from '../../../engine/org.ts';
import { makeDepot, type Depot } from '../../../ui/__tests__/records/depot.ts';
import { readSourceTree } from '../../../ui/build/sourceTree.ts';
import { orgGateway } from '../../engine/orgGateway.ts';
import type { Gateway } from '../../gateway.ts';
import { HttpError } from '../../httpError.ts';
import type { RequestContext } from '../../router.ts';
import { Router } from '../../router.ts';
import { layoutRoutes } from '../layoutRoutes.ts';
import { readPageMetadata } from '../pageRoutes.ts';

interface Layout {
    readonly sections: readonly {
        readonly heading: string;
        readonly useHeading: boolean;
        readonly columns: number;
        readonly layoutRows: readonly {
            readonly layoutItems: readonly {
                readonly required: boolean;
                readonly editableForNew: boolean;
                readonly editableForUpdate: boolean;
                readonly layoutComponents: readonly { readonly apiName: string | null }[];
            }[];
        }[];
    }[];
}

describe('layouts of records', () => {
    let depot: Depot;
    let org: Org;
    let gateway: Gateway;
    let router: Router;

    before(() => {
        depot = makeDepot();
        org = openOrg({ sourceDirs: depot.sourceDirs, worldFile: depot.worldFile });
        gateway = orgGateway(org);
        const metadata = readPageMetadata(readSourceTree(depot.sourceDirs), gateway);
        router = new Router().add(layoutRoutes(gateway, () => metadata));
    });
    after(() => {
        org.close();
        depot.remove();
    });

    const ask = async (url: string): Promise<unknown> => {
        const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
        const match = router.match('GET', pathname);
        assert.ok(typeof match === 'object', url);
        const session = { token: '', alias: 'root' };
        const context = {
            path: pathname,
            params: match.params,
            query: searchParams,
            session,
            headers: {},
            method: 'GET'
        };
        return (await match.route.handler(context as unknown as RequestContext)).json;
    };
    const layout = async (object: string, query = ''): Promise<Layout> =>
        (await ask(`/services/data/v66.0/ui-api/layout/${object}?${query}`)) as Layout;
    const rows = ({ sections }: Layout) =>
        sections.map((section) =>
            section.layoutRows.map((row) => row.layoutItems.map((item) => item.layoutComponents[0]?.apiName ?? null))
        );

    it('have the rows that their columns give', async () => {
        const found = await layout('Parcel__c');

        assert.deepEqual(
            found.sections.map((section) => [section.heading, section.useHeading, section.columns]),
            [
                ['What It Is', true, 2],
                ['History', true, 1]
            ]
        );
        assert.deepEqual(rows(found), [
            [
                ['Name', 'Weight__c'],
                ['State__c', 'Parent__c']
            ],
            [['CreatedDate']]
        ]);
    });

    it('say what may be entered and what has to be', async () => {
        const { sections } = await layout('Parcel__c', 'mode=Edit');
        const items = sections.flatMap((section) => section.layoutRows.flatMap((row) => row.layoutItems));

        assert.deepEqual(
            items.map((item) => [item.layoutComponents[0]?.apiName, item.required, item.editableForUpdate]),
            [
                ['Name', true, true],
                ['Weight__c', true, true],
                ['State__c', false, true],
                ['Parent__c', false, true],
                ['CreatedDate', false, false]
            ]
        );
        assert.equal(sections[1]?.useHeading, false, 'the layout shows this heading only to readers');
    });

    it('name the key fields of the compact layout that the object assigns', async () => {
        assert.deepEqual(rows(await layout('Parcel__c', 'layoutType=Compact')), [[['Name'], ['State__c']]]);
    });

    it('are the standard ones for an object without a layout; a name is entered in parts', async () => {
        const read = rows(await layout('Lead')).flat(2);
        const created = rows(await layout('Lead', 'mode=Create')).flat(2);

        assert.ok(read.includes('Name') && read.includes('OwnerId'));
        assert.ok(created.includes('LastName') && created.includes('Company'));
        assert.ok(!created.includes('Name') && !created.includes('OwnerId'));
    });

    it('are refused for a mode that there is not, and for an object that there is not', async () => {
        await assert.rejects(layout('Parcel__c', 'mode=Print'), HttpError);
        await assert.rejects(layout('Nothing__c'), HttpError);
    });

    it('list related lists in order, and mark the one that the local org does not have', async () => {
        const { relatedLists } = (await ask('/services/data/v66.0/ui-api/related-list-info/Parcel__c')) as {
            relatedLists: readonly Record<string, unknown>[];
        };

        assert.deepEqual(
            relatedLists.map((list) => [list['relatedListId'], list['columns'], list['sortBy'], list['isSupported']]),
            [
                ['Parts__r', ['Name', 'Weight__c'], '-Weight__c', true],
                ['RelatedFileList', [], null, false]
            ]
        );
    });

    it('offer New above a list, unless the object excludes it there', async () => {
        assert.deepEqual(await ask('/host/list-actions/Parcel__c'), { actions: ['New'] });
        assert.deepEqual(await ask('/host/list-actions/Seal__c'), { actions: [] });
    });

    it('offer the actions of the layout by kind', async () => {
        const { actions } = (await ask('/host/actions/Parcel__c')) as { actions: readonly Record<string, unknown>[] };

        assert.deepEqual(
            actions.map((action) => [action['label'], action['kind']]),
            [
                ['Edit', 'edit'],
                ['Weigh', 'screen'],
                ['Lose', 'headless'],
                ['Add Part', 'create'],
                ['Send', 'update'],
                ['Clone', 'clone'],
                ['Delete', 'delete'],
                ['Walk', 'unsupported']
            ]
        );
    });

    it('offer those that a page names instead, and standard ones where nobody names any', async () => {
        const labels = async (url: string): Promise<unknown[]> =>
            ((await ask(url)) as { actions: readonly Record<string, unknown>[] }).actions.map((each) => each['label']);

        assert.deepEqual(await labels('/host/actions/Parcel__c?names=Delete,Parcel__c.Weigh'), ['Delete', 'Weigh']);
        assert.deepEqual(await labels('/host/actions/Lead'), ['Edit', 'Clone', 'Delete']);
        assert.deepEqual(await labels('/host/actions/Seal__c'), ['Clone'], 'without what the layout excludes');
        assert.deepEqual(await labels('/host/actions/Lead?names=ChangeOwnerOne'), ['Change Owner One']);
    });
});
