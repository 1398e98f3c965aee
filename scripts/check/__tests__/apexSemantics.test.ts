import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf } from '../apexSemantics.ts';

describe('apex-ls report', () => {
    it('becomes problems with line and column, warnings left out', () => {
        const message = (category: string): object => ({
            start: { line: 3, offset: 8 },
            end: { line: 3, offset: 9 },
            category,
            message: 'No type Foo'
        });
        const report = { files: [{ path: '/p/a/Foo.cls', messages: [message('Missing'), message('Warning')] }] };
        assert.deepEqual(findingsOf(JSON.stringify(report), '/p'), [
            { path: 'a/Foo.cls', line: 3, column: 9, message: 'No type Foo' }
        ]);
    });

    it('that is no JSON is itself a problem', () => {
        assert.match(findingsOf('Exception in thread', '/p')[0]?.message ?? '', /answered no JSON/);
    });
});
