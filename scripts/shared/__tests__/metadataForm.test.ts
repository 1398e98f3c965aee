import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metadataProblems } from '../metadataForm.ts';
import { readMetadataTypes } from '../metadataTypes.ts';

const types = readMetadataTypes();
const field = (content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</CustomField>\n`;
const GOOD = '<fullName>A__c</fullName>\n<label>A</label>\n<length>20</length>\n<type>Text</type>';

const CASES: readonly (readonly [what: string, text: string, message: RegExp | null, line?: number])[] = [
    ['a sound field', field(GOOD), null],
    ['an unknown element', field(`${GOOD}\n<colour>red</colour>`), /<colour> is unknown in CustomField/, 7],
    ['a scalar given twice', field(`${GOOD}\n<label>B</label>`), /<label> stands twice/, 7],
    ['a value outside of its enumeration', field(GOOD.replace('Text', 'Texte')), /"Texte" is no value of <type>/, 6],
    [
        'a boolean that is none',
        field(`${GOOD}\n<required>yes</required>`),
        /<required> takes true or false, not "yes"/,
        7
    ],
    ['a number that is none', field(GOOD.replace('20', 'twenty')), /<length> takes a number, not "twenty"/, 5],
    ['elements where text belongs', field(GOOD.replace('>A<', '><b>A</b><')), /<label> takes text, not elements/, 4],
    [
        'a missing required element',
        '<ValidationRule><active>true</active></ValidationRule>',
        /<errorConditionFormula> is missing/,
        1
    ],
    ['a root of no known type', '<Nonsense/>', /<Nonsense> is no type of the Metadata API/, 1],
    ['XML that does not close', field('<label>A'), /is not well-formed XML/]
];

describe('metadata schema', () => {
    for (const [what, text, message, line] of CASES) {
        it(`${message ? 'finds' : 'accepts'} ${what}`, () => {
            const problems = metadataProblems('x-meta.xml', text, types);
            if (!message) {
                assert.deepEqual(problems, []);
                return;
            }
            assert.ok(problems.length > 0, 'a problem is found');
            assert.match(problems.map((problem) => problem.message).join('\n'), message);
            if (line) {
                assert.equal(problems[0]?.line, line);
            }
        });
    }
});
