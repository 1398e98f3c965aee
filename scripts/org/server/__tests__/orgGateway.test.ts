import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openOrg } from '../../engine/org.ts';
import type { Org } from '../../engine/org.ts';
import { orgGateway } from '../engine/orgGateway.ts';
import type { Gateway, Json } from '../gateway.ts';
import { HttpError } from '../httpError.ts';
import { temporaryProject } from './temporaryProject.ts';

describe('gateway of an open org', () => {
    const project = temporaryProject();
    let org: Org;
    let gateway: Gateway;
    let root: string;

    before(() => {
        org = openOrg({
            sourceDirs: [join(project.root, 'src')],
            worldFile: join(project.root, 'config', 'local-org.json')
        });
        gateway = orgGateway(org);
        root = gateway.users.find((user) => user.alias === 'root')?.id ?? '';
    });
    after(() => {
        org.close();
        project.remove();
    });

    const insert = (fields: Record<string, unknown>) =>
        gateway.save(root, 'insert', [{ type: 'parcel__c', fields }], { allOrNone: false })[0];

    it('stores JSON values in the types of the fields and gives them back', () => {
        const result = insert({ Name: 'Box', Key__c: 'K-1', Weight__c: 2.5, Due_At__c: '2026-11-24T10:00:00-05:00' });

        const [row] = gateway.query(
            root,
            "SELECT Name, Weight__c, Due_At__c, Parent__c FROM Parcel__c WHERE Key__c = 'K-1'",
            { utcSuffix: '+0000' }
        );
        assert.equal(result?.success, true);
        assert.deepEqual(row, {
            attributes: row?.attributes,
            Name: 'Box',
            Weight__c: 2.5,
            Due_At__c: '2026-11-24T15:00:00.000+0000',
            Parent__c: null
        });
    });

    it('finds a parent by its external id', () => {
        insert({ Name: 'Outer', Key__c: 'K-2' });

        const child = insert({ Name: 'Inner', Key__c: 'K-3', Parent__r: { Key__c: 'K-2' } });

        const [row] = gateway.query(root, "SELECT Parent__r.Name FROM Parcel__c WHERE Key__c = 'K-3'");
        assert.equal(child?.success, true);
        assert.equal((row?.['Parent__r'] as { Name: string }).Name, 'Outer');
    });

    it('upserts by external id', () => {
        const upsert = (name: string) =>
            gateway.save(root, 'upsert', [{ type: 'Parcel__c', fields: { Key__c: 'K-4', Name: name } }], {
                allOrNone: false,
                externalIdField: 'key__c'
            })[0];

        const first = upsert('One');
        const second = upsert('Two');

        assert.deepEqual([first?.created, second?.created, first?.id === second?.id], [true, false, true]);
    });

    it('undoes all rows when one fails and all or none is asked for', () => {
        const rows = [
            { type: 'Parcel__c', fields: { Name: 'Fine', Key__c: 'K-5' } },
            { type: 'Parcel__c', fields: { Name: 'Twice', Key__c: 'K-1' } }
        ];

        const results = gateway.save(root, 'insert', rows, { allOrNone: true });

        assert.deepEqual(
            results.map((result) => result.errors[0]?.statusCode),
            ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'DUPLICATE_VALUE']
        );
        assert.equal(gateway.count(root, "SELECT COUNT() FROM Parcel__c WHERE Key__c = 'K-5'"), 0);
    });

    const wrong: [string, Record<string, unknown>, string][] = [
        ['a field that the object does not have', { Nope__c: 1 }, 'INVALID_FIELD'],
        ['text in a number', { Weight__c: 'heavy' }, 'JSON_PARSER_ERROR'],
        ['a datetime that is none', { Due_At__c: 'tomorrow' }, 'JSON_PARSER_ERROR'],
        ['an object in a text', { Key__c: {} }, 'JSON_PARSER_ERROR'],
        ['an external id that is not there', { Parent__r: { Key__c: 'none' } }, 'INVALID_FIELD']
    ];
    for (const [what, fields, code] of wrong) {
        it(`refuses ${what}`, () => {
            assert.throws(
                () => insert({ Name: 'X', ...fields }),
                (error) => error instanceof HttpError && (error.body as { errorCode: string }[])[0]?.errorCode === code
            );
        });
    }

    it('acts with the access of its user', () => {
        const guest = gateway.users.find((user) => user.alias === 'guest')?.id ?? '';

        assert.throws(() => gateway.query(guest, 'SELECT Id FROM Parcel__c'));
    });

    // Adobe Marketo "Salesforce Diagnostics" and Marketo Measure "CRM errors" list these codes for missing object permissions.
    for (const [operation, grants, code] of [
        ['insert', 'r', 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
        ['update', 'r', 'INSUFFICIENT_ACCESS_OR_READONLY'],
        ['delete', 're', 'INSUFFICIENT_ACCESS_OR_READONLY'],
        ['insert', '', 'INVALID_TYPE'],
        ['update', '', 'INVALID_TYPE']
    ] as const) {
        it(`answers ${code} to ${operation} by somebody with ${grants || 'no'} rights on the object`, () => {
            const guest = gateway.users.find((user) => user.alias === 'guest')?.id ?? '';
            const id = insert({ Name: 'Guarded' })?.id ?? '';
            const row = operation === 'insert' ? {} : { id };
            const fields = operation === 'delete' ? {} : { Name: 'By a guest' };
            const rows = [{ type: 'Parcel__c', ...row, fields }];

            const result = granted(guest, grants, () => ({
                partial: gateway.save(guest, operation, rows, { allOrNone: false })[0],
                all: gateway.save(guest, operation, rows, { allOrNone: true })[0]
            }));

            assert.deepEqual(
                [result.partial, result.all].map((one) => [one?.success, one?.errors[0]?.statusCode]),
                [
                    [false, code],
                    [false, code]
                ]
            );
        });
    }

    /** Rights on the object for the time of some work: r, e, c, d. */
    const granted = <T>(userId: string, rights: string, work: () => T): T => {
        const has = (letter: string): boolean => rights.includes(letter);
        const apex = `PermissionSet p = new PermissionSet(Name = 'Granted', Label = 'Granted'); insert p;
            insert new ObjectPermissions(ParentId = p.Id, SobjectType = 'Parcel__c', PermissionsRead = ${has('r')},
                PermissionsEdit = ${has('e')}, PermissionsCreate = ${has('c')}, PermissionsDelete = ${has('d')});
            insert new PermissionSetAssignment(AssigneeId = '${userId}', PermissionSetId = p.Id);`;
        if (rights !== '') assert.equal(org.executeAnonymous(root, apex).exceptionMessage, null);
        try {
            return work();
        } finally {
            org.executeAnonymous(root, "delete [SELECT Id FROM PermissionSet WHERE Name = 'Granted'];");
        }
    };

    const call = (method: string, params: Record<string, Json> = {}, isCacheable = false): Json =>
        gateway.callApex(root, 'parcels', method, params, isCacheable);
    const messageOf = (work: () => unknown): string => {
        try {
            work();
        } catch (error) {
            return error instanceof HttpError ? (error.body as { message: string }).message : String(error);
        }
        return 'no error';
    };

    it('calls Apex with typed parameters', () => {
        assert.equal(call('describe', { key: 'K', copies: 3 }, true), 'K x 3');
    });

    it('gives the message of a refusal, and no stack trace', () => {
        assert.equal(
            messageOf(() => call('refuse')),
            'Not today'
        );
    });

    it('refuses methods that are not for pages, or not for wires', () => {
        assert.match(
            messageOf(() => call('hidden')),
            /no @AuraEnabled method/
        );
        assert.match(
            messageOf(() => call('refuse', {}, true)),
            /cacheable=true/
        );
    });

    const rest = (method: string, path: string, query = '', alias = 'root') => {
        const userId = gateway.users.find((user) => user.alias === alias)?.id ?? '';
        const answer = gateway.callRest(userId, {
            method,
            path,
            query: new URLSearchParams(query),
            headers: {},
            body: new TextEncoder().encode('{"a":1}')
        });
        return { ...answer, body: new TextDecoder().decode(answer.body) };
    };

    it('answers Apex REST with status, headers and body of the method', () => {
        const answer = rest('POST', '/parcels/v1/boxes');

        assert.deepEqual(answer, {
            status: 202,
            headers: { 'Content-Type': 'text/plain' },
            body: 'POST /parcels/v1/boxes {"a":1}'
        });
        assert.equal(rest('POST', '/parcels/v1').status, 202, 'the wildcard may be empty');
    });

    it('refuses Apex REST that is not there, not allowed, or breaks', () => {
        assert.equal(rest('POST', '/parcels/v2').status, 404);
        assert.match(rest('GET', '/parcels/v1/boxes').body, /METHOD_NOT_ALLOWED.*Allowed are POST/);
        assert.equal(rest('POST', '/parcels/v1/boxes', '', 'guest').status, 403, 'without access to the class');
        const broken = rest('POST', '/parcels/v1/boxes', 'fail=yes');
        assert.equal(broken.status, 500);
        assert.match(broken.body, /APEX_ERROR.*System.CalloutException: Broken/);
    });

    it('knows the next instant at which something is due', () => {
        assert.equal(gateway.nextDue(), Date.parse('2026-11-24T15:00:00Z'));
        gateway.advanceTo(Date.parse('2026-11-24T15:00:00Z'));
        assert.equal(gateway.nextDue(), null);
    });
});
