import assert from 'node:assert/strict';
import { test } from 'node:test';
import { child, parseXml, textOf, XmlError } from '../xml.ts';

test('reads elements, text and positions', () => {
    const root = parseXml(
        '<?xml version="1.0"?>\n<!-- head -->\n<A xmlns="u">\n    <b>1 &lt; 2 &amp;&#10;x</b>\r\n    <c><![CDATA[<raw>]]></c><d/>\n</A>\n'
    );
    assert.equal(root.name, 'A');
    assert.equal(textOf(root, 'b'), '1 < 2 &\nx');
    assert.equal(textOf(root, 'c'), '<raw>');
    assert.equal(textOf(root, 'd'), undefined);
    assert.deepEqual([child(root, 'c')?.line, child(root, 'c')?.column], [5, 5]);
});

const broken: [string, string, number, number, RegExp][] = [
    ['empty file', '', 1, 1, /empty/],
    ['no markup', 'hello', 1, 1, /root element/],
    ['wrong closing tag', '<A>\n  <b></c>\n</A>', 2, 6, /<\/c> closes <b> of line 2/],
    ['element left open', '<A>\n  <b>\n</A>', 3, 1, /<\/A> closes <b> of line 2/],
    ['root left open', '<A>\n  <b/>', 1, 1, /<A> is never closed/],
    ['bare ampersand', '<A>\n<b>x\n y & z</b></A>', 3, 4, /ampersand/],
    ['unquoted attribute', '<A b=c/>', 1, 6, /quotes/],
    ['comment left open', '<A><!-- x</A>', 1, 8, /comment is never closed/],
    ['second root', '<A/>\n<B/>', 2, 1, /after the root/],
    ['cut tag', '<A><b', 1, 6, /never closed/],
    ['document type', '<!DOCTYPE x><A/>', 1, 1, /Document types/]
];
for (const [name, text, line, column, message] of broken) {
    test(`says where the fault is: ${name}`, () => {
        assert.throws(
            () => parseXml(text),
            (error: XmlError) => {
                assert.match(error.message, message);
                assert.deepEqual([error.line, error.column], [line, column]);
                return true;
            }
        );
    });
}
