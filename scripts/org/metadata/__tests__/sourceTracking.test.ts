import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SourceTracking, type MemberChange } from '../sourceTracking.ts';

const USER = '005000000000001AAA';
const AT = '2026-11-23T14:30:00.000Z';
const change = (kind: MemberChange['kind'], fullName: string): MemberChange => ({
    type: 'ApexClass',
    fullName,
    kind,
    files: []
});
const bundle = (kind: MemberChange['kind'], ...files: string[]): MemberChange => ({
    type: 'LightningComponentBundle',
    fullName: 'card',
    kind,
    files: files.map((name) => `lwc/card/${name}`)
});

describe('source tracking', () => {
    let folder: string;
    let tracking: SourceTracking;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'tracking-'));
        tracking = new SourceTracking(join(folder, 'kept', 'members.json'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const rows = (): unknown[][] =>
        tracking.members().map((row) => [row.MemberName, row.RevisionCounter, row.IsNewMember, row.IsNameObsolete]);

    it('knows nothing of what nobody changed', () => {
        tracking.record([], USER, AT);

        assert.deepEqual(tracking.members(), []);
    });

    it('numbers changes one after the other, whoever asks', () => {
        tracking.record([change('created', 'A'), change('created', 'B')], USER, AT);
        tracking.record([change('changed', 'a')], USER, AT);

        assert.deepEqual(rows(), [
            ['B', 2, true, false],
            ['a', 3, false, false]
        ]);
        assert.deepEqual(new SourceTracking(join(folder, 'kept', 'members.json')).members(), tracking.members());
        assert.equal(tracking.members()[0]?.ChangedBy, '005000000000001');
    });

    it('remembers what is gone, and that it came back', () => {
        tracking.record([change('created', 'A')], USER, AT);
        tracking.record([change('deleted', 'A')], USER, AT);
        assert.deepEqual(rows(), [['A', 2, false, true]]);

        tracking.record([change('created', 'A')], USER, AT);
        assert.deepEqual(rows(), [['A', 3, true, false]]);
    });

    it('follows a bundle file by file', () => {
        tracking.record([bundle('created', 'card.js', 'card.css')], USER, AT);
        tracking.record([bundle('changed', 'card.js')], USER, AT);
        assert.deepEqual(rows(), [
            ['card', 4, false, false],
            ['card/card.js', 5, false, false],
            ['card/card.css', 6, false, true]
        ]);

        tracking.record([bundle('deleted')], USER, AT);
        assert.deepEqual(rows().at(-1), ['card/card.js', 8, false, true]);
    });
});
