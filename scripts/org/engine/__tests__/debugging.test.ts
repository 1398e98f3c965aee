import assert from 'node:assert/strict';
import { close, open, Session } from 'node:inspector';
import { SourceMap } from 'node:module';
import { test } from 'node:test';
import { tinyTree } from './tinyTree.ts';
import { openOrg } from '../org.ts';

const CLASS = `public class Stepped {
    public static Integer twice(Integer n) {
        Integer result = n * 2;
        return result;
    }
}`;

test('a debugger finds the lines of a .cls file in what runs', () => {
    const tree = tinyTree({ 'Stepped.cls': CLASS });
    // Maps are made only when somebody may read them.
    open(0, '127.0.0.1');
    const session = new Session();
    session.connect();
    try {
        const maps: { id: string; url: string }[] = [];
        session.on('Debugger.scriptParsed', ({ params }) => {
            if (params.url.includes('Stepped')) maps.push({ id: params.scriptId, url: params.sourceMapURL ?? '' });
        });
        session.post('Debugger.enable');
        openOrg({ sourceDirs: [tree.dir] }).close();
        const [script] = maps;
        assert.ok(script, 'the class is no script of its own');
        const json = Buffer.from(script.url.slice(script.url.indexOf(',') + 1), 'base64').toString();
        const map = new SourceMap(JSON.parse(json) as ConstructorParameters<typeof SourceMap>[0]);
        let source = '';
        session.post('Debugger.getScriptSource', { scriptId: script.id }, (_error, answer) => {
            source = answer.scriptSource;
        });
        const found = source.split('\n').flatMap((text, line) => {
            const entry = map.findEntry(line, text.search(/\S/));
            return 'originalLine' in entry ? [[text, entry.originalSource, entry.originalLine + 1] as const] : [];
        });
        const product = found.find(([text]) => /Math\.imul\(/.test(text));
        assert.ok(product, source);
        assert.match(product[1], /Stepped\.cls$/);
        assert.equal(product[2], 3);
    } finally {
        session.disconnect();
        close();
        tree.remove();
    }
});
