import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openOrg, type Org } from '../../../engine/org.ts';
import { temporaryProject, type TemporaryProject } from '../../__tests__/temporaryProject.ts';
import { orgGateway } from '../../engine/orgGateway.ts';
import { startHttpServer, type RunningServer } from '../../__tests__/startHttpServer.ts';
import { Router } from '../../router.ts';
import { Sessions } from '../../session.ts';
import { searchRoutes } from '../../search.ts';
import { listRoutes } from '../lists.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const view = (name: string, columns: readonly string[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?><ListView ${NS}><fullName>${name}</fullName>${columns.map((column) => `<columns>${column}</columns>`).join('')}<filterScope>Everything</filterScope><label>${name}</label></ListView>`;

describe('columns of a list', () => {
    let project: TemporaryProject;
    let org: Org;
    let server: RunningServer;
    let token: string;
    before(async () => {
        project = temporaryProject();
        project.write(
            'src/objects/Parcel__c/fields/Story__c.field-meta.xml',
            `<?xml version="1.0" encoding="UTF-8"?><CustomField ${NS}><fullName>Story__c</fullName><label>Story</label><length>5000</length><type>LongTextArea</type><visibleLines>3</visibleLines></CustomField>`
        );
        project.write('src/objects/Parcel__c/listViews/Told.listView-meta.xml', view('Told', ['NAME', 'Story__c']));
        project.write('src/objects/Parcel__c/listViews/Bare.listView-meta.xml', view('Bare', []));
        org = openOrg({ sourceDirs: [`${project.root}/src`], worldFile: `${project.root}/config/local-org.json` });
        const gateway = orgGateway(org);
        const sessions = new Sessions(
            () => true,
            () => 'root',
            () => gateway.organization.id
        );
        token = sessions.issueToken('root');
        server = await startHttpServer({
            port: 0,
            router: new Router().add(listRoutes(gateway)),
            sessions,
            onInternalError: () => undefined
        });
        const root = gateway.users.find((user) => user.alias === 'root')?.id ?? '';
        const fields = { Name: 'p', Story__c: 'long '.repeat(900).trim() };
        gateway.save(root, 'insert', [{ type: 'Parcel__c', fields }], { allOrNone: true });
    });
    after(async () => {
        await server.close();
        org.close();
        project.remove();
    });

    const fieldsOf = async (name: string): Promise<Readonly<Record<string, { value: unknown }>>> => {
        const path = `http://127.0.0.1:${server.port}/services/data/v66.0/ui-api/list-records/Parcel__c/${name}`;
        const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
        assert.equal(answer.status, 200);
        const { records } = (await answer.json()) as { records: { fields: Record<string, { value: unknown }> }[] };
        return records[0]?.fields ?? {};
    };

    // User Interface API Developer Guide, list views: the columns that a view names, in full.
    it('show a long text, whole, where the view names it', async () => {
        assert.equal(String((await fieldsOf('Told'))['Story__c']?.value).length, 4499);
    });

    it('leave long texts out where the view names no column', async () => {
        const fields = await fieldsOf('Bare');
        assert.ok('Key__c' in fields && 'Weight__c' in fields);
        assert.ok(!('Story__c' in fields));
    });
});

// Security Implementation Guide, sharing rules: whoever is shared with finds the record wherever records are listed.
describe('lists and search', () => {
    let project: TemporaryProject;
    let org: Org;
    let server: RunningServer;
    let token: string;
    before(async () => {
        project = temporaryProject();
        const write = (path: string, type: string, text: string): void =>
            project.write(`src/${path}`, `<?xml version="1.0" encoding="UTF-8"?><${type} ${NS}>${text}</${type}>`);
        write('groups/Guests.group-meta.xml', 'Group', '<name>Guests</name>');
        write(
            'objects/Crate__c/Crate__c.object-meta.xml',
            'CustomObject',
            '<deploymentStatus>Deployed</deploymentStatus><label>Crate</label><pluralLabel>Crates</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>'
        );
        write(
            'sharingRules/Crate__c.sharingRules-meta.xml',
            'SharingRules',
            '<sharingCriteriaRules><fullName>Open</fullName><accessLevel>Read</accessLevel><sharedTo><group>Guests</group></sharedTo><criteriaItems><field>Name</field><operation>startsWith</operation><value>Crate of</value></criteriaItems></sharingCriteriaRules>'
        );
        write(
            'permissionsets/Reads.permissionset-meta.xml',
            'PermissionSet',
            '<label>Reads</label><objectPermissions><object>Crate__c</object><allowRead>true</allowRead></objectPermissions>'
        );
        project.write(
            'config/local-org.json',
            JSON.stringify({
                users: [
                    { alias: 'root', userName: 'root@example.com', lastName: 'Root', profile: 'System Administrator' },
                    {
                        alias: 'guest',
                        userName: 'guest@example.com',
                        lastName: 'Guest',
                        profile: 'Minimum Access - Salesforce',
                        permissionSets: ['Reads']
                    }
                ],
                groupMembers: { Guests: ['guest'] }
            })
        );
        org = openOrg({ sourceDirs: [`${project.root}/src`], worldFile: `${project.root}/config/local-org.json` });
        const gateway = orgGateway(org);
        const sessions = new Sessions(
            () => true,
            () => 'root',
            () => gateway.organization.id
        );
        token = sessions.issueToken('guest');
        server = await startHttpServer({
            port: 0,
            router: new Router().add(listRoutes(gateway)).add(searchRoutes(gateway)),
            sessions,
            onInternalError: () => undefined
        });
        const names = ['Crate of tea', 'Crate, sealed'].map((Name) => ({ type: 'Crate__c', fields: { Name } }));
        gateway.save(org.users.get('root') ?? '', 'insert', names, { allOrNone: true });
    });
    after(async () => {
        await server.close();
        org.close();
        project.remove();
    });
    const get = async (path: string): Promise<unknown> =>
        (
            await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { authorization: `Bearer ${token}` } })
        ).json();

    it('find what a sharing rule shares, and nothing else', async () => {
        const { records } = (await get('/services/data/v66.0/ui-api/list-records/Crate__c/__All')) as {
            records: { fields: Record<string, { value: unknown }> }[];
        };
        assert.deepEqual(
            records.map(({ fields }) => fields['Name']?.value),
            ['Crate of tea']
        );
        const { results } = (await get('/host/search?q=Crate')) as { results: { name: string }[] };
        assert.deepEqual(
            results.map(({ name }) => name),
            ['Crate of tea']
        );
    });
});
