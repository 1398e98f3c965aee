import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadSchema } from '../../../schema/load.ts';
import { parseSoql } from '../../../soql/parser.ts';
import { queryColumns } from '../queryColumns.ts';

const { schema } = loadSchema({ sourceDirs: [] });

/** Names as a table of the CLI would head its columns. */
const names = (soql: string): string[] => {
    const pathsOf = (column: ReturnType<typeof queryColumns>['columnMetadata'][number]): string[] =>
        column.joinColumns.length === 0
            ? [column.columnName]
            : column.joinColumns.flatMap(pathsOf).map((name) => `${column.columnName}.${name}`);
    return queryColumns(schema, parseSoql(soql)).columnMetadata.flatMap(pathsOf);
};

describe('columns of a query', () => {
    for (const [soql, expected] of [
        ['SELECT id, lastname FROM Lead', ['Id', 'LastName']],
        ['SELECT l.Name, l.owner.name FROM Lead l', ['Name', 'Owner.Name']],
        ['SELECT Status, COUNT(Id) n, MAX(CreatedDate) FROM Lead GROUP BY Status', ['Status', 'n', 'expr0']],
        ['SELECT Name, (SELECT Email FROM Contacts) FROM Account', ['Name', 'Contacts.Email']],
        ['SELECT Nothing FROM Nowhere', ['Nothing']]
    ] as const) {
        it(`are found for ${soql}`, () => {
            assert.deepEqual(names(soql), expected);
        });
    }

    it('tell numbers from text', () => {
        const [name, employees] = queryColumns(
            schema,
            parseSoql('SELECT Name, NumberOfEmployees FROM Lead')
        ).columnMetadata;

        assert.equal(name?.textType, true);
        assert.equal(employees?.numberType, true);
        assert.equal(employees.apexType, 'Integer');
    });
});
