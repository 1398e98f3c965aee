import assert from 'node:assert/strict';
import { SourceMap } from 'node:module';
import { it } from 'node:test';
import { sourceMapComment } from '../sourceMap.ts';

it('a source map leads from emitted lines to lines and columns of Apex', () => {
    const origins = [null, { line: 20, column: 5, method: 'a' }, null, { line: 3, column: 17, method: 'b' }];
    const comment = sourceMapComment(origins, 'classes/A.cls', 'class A { }');
    const payload = JSON.parse(Buffer.from(comment.split('base64,')[1] ?? '', 'base64').toString());
    const map = new SourceMap(payload);
    const at = (line: number): unknown[] => {
        const entry = map.findEntry(line, 0);
        return 'originalLine' in entry ? [entry.originalSource, entry.originalLine, entry.originalColumn] : [];
    };
    assert.deepEqual(
        [at(1), at(3)],
        [
            ['classes/A.cls', 19, 4],
            ['classes/A.cls', 2, 16]
        ]
    );
});
