import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runRemoval, type RemovalResult } from '../removal.ts';
import { FACTS, TargetDouble } from './targetDouble.ts';

const remove = (org: TargetDouble, isConfirmed = false): Promise<RemovalResult> =>
    runRemoval({
        org,
        facts: FACTS,
        exportFolder: '/nowhere',
        confirm: () => Promise.resolve(isConfirmed),
        tell: { stage: () => undefined, progress: () => undefined, line: () => undefined }
    });

describe('removal', () => {
    it('stops what runs, takes back what people have, deletes what refers to others before them', async () => {
        const org = new TargetDouble({}, true);
        await org.insert('PermissionSetAssignment');
        await org.executeApex('start');
        org.calls.length = 0;

        const { changed, stays } = await remove(org);

        assert.equal(changed, true);
        assert.ok(stays.length > 0);
        assert.deepEqual(org.calls, [
            "System.abortJob('08e');",
            'remove PermissionSetAssignment 0Pa',
            'destroy PermissionSet Baton_Admin',
            'destroy ApexClass Hoist',
            'destroy CustomObject Crane__c'
        ]);
    });

    it('does nothing where nothing is', async () => {
        const org = new TargetDouble();

        assert.equal((await remove(org)).changed, false);
        assert.deepEqual(org.calls, []);
    });

    it('asks before a production org', async () => {
        await assert.rejects(remove(new TargetDouble({ isProduction: true }, true)), { name: 'NotConfirmed' });
        assert.equal((await remove(new TargetDouble({ isProduction: true }, true), true)).changed, true);
    });

    it('says what the org keeps, and why', async () => {
        await assert.rejects(remove(new TargetDouble({ deployFails: true }, true)), {
            name: 'RemovalFailed',
            message: /Variable does not exist/
        });
    });
});
