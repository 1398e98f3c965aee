import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSoql } from '../../../soql/parser.ts';
import { Unsupported } from '../../../values/exceptions.ts';
import { HttpError } from '../../httpError.ts';
import { queryRows, type Row } from '../rowQuery.ts';

const FIELDS = ['Id', 'Name', 'Runs', 'Parent.Name'];
const ROWS: readonly Row[] = [
    { Id: '707000000000001AAA', Name: 'Beta', Runs: 2, Parent: { Name: 'P' } },
    { Id: '707000000000002AAA', Name: 'alpha', Runs: 10, Parent: { Name: 'Q' } },
    { Id: '707000000000003AAA', Name: null, Runs: 1, Parent: null }
];

const names = (soql: string): unknown[] => queryRows(parseSoql(soql), 'T', FIELDS, ROWS).map((row) => row['Name']);

describe('query of rows', () => {
    for (const [where, expected] of [
        ["Id = '707000000000002'", ['alpha']],
        ["Name = 'BETA'", ['Beta']],
        ['Name = null', [null]],
        ['Name != null', ['Beta', 'alpha']],
        ["Name IN ('beta', 'x')", ['Beta']],
        ["Name NOT IN ('beta', 'alpha')", [null]],
        ["Name LIKE '%et_'", ['Beta']],
        ['Runs > 1 AND Runs < 10', ['Beta']],
        ["Name = 'beta' OR Parent.Name = 'Q'", ['Beta', 'alpha']],
        ["NOT Name = 'beta'", ['alpha', null]]
    ] as const) {
        it(`understands ${where}`, () => {
            assert.deepEqual(names(`SELECT Name FROM T WHERE ${where}`), expected);
        });
    }

    it('sorts and limits', () => {
        assert.deepEqual(names('SELECT Name FROM T ORDER BY Name DESC LIMIT 1 OFFSET 1'), ['alpha']);
    });

    it('gives canonical names, parents and types', () => {
        const [row] = queryRows(parseSoql('SELECT name, parent.name FROM T t LIMIT 1'), 'T', FIELDS, ROWS);

        assert.deepEqual(row, {
            attributes: { type: 'T' },
            Name: 'Beta',
            Parent: { attributes: { type: 'Parent' }, Name: 'P' }
        });
    });

    it('refuses fields that are not there, and names what it cannot do', () => {
        assert.throws(() => names('SELECT Nope FROM T'), HttpError);
        assert.throws(() => names('SELECT Name FROM T GROUP BY Name'), Unsupported);
        assert.throws(() => names('SELECT Name FROM T WHERE Id IN (SELECT Id FROM U)'), Unsupported);
    });
});
