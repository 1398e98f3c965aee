/** Results kept between runs: read again only as long as they are of exactly the same version. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { KeptFile } from '../keptFile.ts';

describe('a kept file', () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'kept-file-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));
    const file = (version: string): KeptFile<unknown> => new KeptFile(join(folder, 'deep', 'kept'), version);
    const value = { names: new Map([['a', 1]]), bytes: new Uint8Array([1, 2, 3]) };

    it('gives back what was kept of its version', () => {
        file('v1').write(value);

        assert.equal(file('v1').isCurrent, true);
        assert.deepEqual(file('v1').read(), value);
    });

    it('has nothing of another version, of a longer one, or before anything was kept', () => {
        const before = file('v1').isCurrent;
        file('v1').write(value);

        for (const version of ['v2', 'v', 'v11']) {
            assert.equal(file(version).isCurrent, false, version);
            assert.equal(file(version).read(), undefined, version);
        }
        assert.equal(before, false);
    });

    it('has nothing when the file was cut off', () => {
        file('v1').write(value);
        const path = join(folder, 'deep', 'kept');
        writeFileSync(path, readFileSync(path).subarray(0, 12));

        assert.equal(file('v1').read(), undefined);
    });
});
