import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerXml, faultXml, readCall, SoapFault, textsOf } from '../envelope.ts';

const envelope = (body: string, header = ''): string =>
    `<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header>\n<e:Body>${body}</e:Body></e:Envelope>`;

describe('SOAP envelope', () => {
    it('gives the call, its arguments and the session, whatever the prefixes', () => {
        const call = readCall(
            envelope(
                '<m:list xmlns:m="x"><m:name>a</m:name><m:name>b</m:name></m:list>',
                '<m:SessionHeader xmlns:m="x"><m:sessionId>00D!x</m:sessionId></m:SessionHeader>'
            )
        );

        assert.equal(call.method, 'list');
        assert.equal(call.sessionId, '00D!x');
        assert.deepEqual(textsOf(call.args['name']), ['a', 'b']);
    });

    it('keeps lines and special characters of code, however many', () => {
        const code = `\n${'if (a &lt; b &amp;&amp; c) {}\n'.repeat(3000)}`;

        const call = readCall(envelope(`<executeAnonymous><apexcode>${code}</apexcode></executeAnonymous>`));

        assert.equal(call.args['apexcode'], `\n${'if (a < b && c) {}\n'.repeat(3000)}`);
    });

    for (const [what, text] of [
        ['no XML', 'hello'],
        ['an envelope without a call', envelope('')],
        ['two calls', envelope('<a/><b/>')],
        ['entities of its own', `<!DOCTYPE x [<!ENTITY e "boom">]>${envelope('<a>&e;</a>')}`]
    ] as const) {
        it(`refuses ${what}`, () => {
            assert.throws(() => readCall(text), SoapFault);
        });
    }

    it('writes lists as repeated elements, null as nil, and nothing for what is undefined', () => {
        const xml = answerXml('urn:x', 'list', [{ a: 1, b: null, c: undefined, d: ['x', '<y>'] }, { a: 2 }]);

        assert.match(xml, /<result><a>1<\/a><b xsi:nil="true"\/><d>x<\/d><d>&lt;y&gt;<\/d><\/result><result><a>2<\/a>/);
        assert.doesNotMatch(xml, /<c/);
    });

    it('names code and sentence in a fault', () => {
        assert.match(
            faultXml('urn:x', 'INVALID_SESSION_ID', 'No & no'),
            /sf:INVALID_SESSION_ID<.*INVALID_SESSION_ID: No &amp; no</
        );
    });
});
