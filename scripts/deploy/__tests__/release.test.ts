import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { readManifest } from '../../org/metadata/manifest.ts';
import { packageDirectories } from '../../shared/sourceFiles.ts';
import { readPackageFacts } from '../packageFacts.ts';
import { buildRelease, releaseProblems } from '../release.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SOURCE_DIRS = packageDirectories(ROOT).map((directory) => resolve(ROOT, directory));

describe('the release artefact', () => {
    it('has every member of the package, components built, nothing for developers', async () => {
        const { manifest, files } = await buildRelease(SOURCE_DIRS, '66.0');
        const { members } = readPackageFacts(SOURCE_DIRS, 66);
        const { types, version } = readManifest(manifest);

        assert.equal(version, '66.0');
        assert.ok(files.length > 500);
        // What the CLI's libraries find and what our own reader finds is the same: upgrade and removal rest on it.
        for (const [type, names] of types) {
            if (type === 'CustomLabels') continue;
            assert.deepEqual([...(members.get(type) ?? [])].sort(), [...names].sort(), type);
        }
        assert.deepEqual(
            [...members.keys()].filter((type) => !types.has(type)),
            []
        );
    });

    it('is refused with TypeScript, tests of components, or components that were not built', () => {
        assert.deepEqual(releaseProblems(['package.xml', 'lwc/card/card.js', 'lwc/card/card.html']), []);
        assert.deepEqual(releaseProblems(['lwc/card/card.ts', 'lwc/card/__tests__/card.test.js']), [
            'There is no package.xml.',
            'lwc/card/card.ts is for developers, not for an org.',
            'lwc/card/__tests__/card.test.js is for developers, not for an org.',
            'The component card has no JavaScript.'
        ]);
    });
});
