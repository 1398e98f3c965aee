import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { readCsvRows, type CsvRow } from '../csvRows.ts';

/** Each text arrives as a piece of its own. */
const source = (...pieces: readonly (string | Buffer)[]): Readable =>
    Readable.from(pieces.map((each) => Buffer.from(each)));

async function read(...pieces: readonly (string | Buffer)[]): Promise<[line: number, ...cells: string[]][]> {
    const rows: [number, ...string[]][] = [];
    for await (const { line, cells } of readCsvRows(source(...pieces))) rows.push([line, ...cells]);
    return rows;
}

describe('rows of a CSV file', () => {
    for (const [what, pieces, rows] of [
        [
            'quoted cells',
            ['a,"b, c",d\n"say ""new""",,x\n'],
            [
                [1, 'a', 'b, c', 'd'],
                [2, 'say "new"', '', 'x']
            ]
        ],
        [
            'Windows line ends',
            ['a,b\r\n1,2\r\n'],
            [
                [1, 'a', 'b'],
                [2, '1', '2']
            ]
        ],
        [
            'mixed line ends',
            ['a,b\r\n1,2\n3,4\r\n'],
            [
                [1, 'a', 'b'],
                [2, '1', '2'],
                [3, '3', '4']
            ]
        ],
        [
            'a line end between two pieces',
            ['a,b\r', '\n1,2\r', '\n'],
            [
                [1, 'a', 'b'],
                [2, '1', '2']
            ]
        ],
        ['a letter between two pieces', [Buffer.from([0xc3]), Buffer.from([0xa9, 0x2c, 0x62])], [[1, 'é', 'b']]],
        [
            'a byte order mark',
            ['\uFEFFa,b\n1,2'],
            [
                [1, 'a', 'b'],
                [2, '1', '2']
            ]
        ],
        ['a quoted first name after a byte order mark', ['\uFEFF"a",b\n'], [[1, 'a', 'b']]],
        [
            'no line end at the end',
            ['a\n1'],
            [
                [1, 'a'],
                [2, '1']
            ]
        ],
        [
            'rows of other lengths',
            ['a,b\n1\n1,2,3\n'],
            [
                [1, 'a', 'b'],
                [2, '1'],
                [3, '1', '2', '3']
            ]
        ],
        [
            'empty lines, counted',
            ['\na\n\n\n1\n,\n \n2\n'],
            [
                [2, 'a'],
                [5, '1'],
                [8, '2']
            ]
        ],
        [
            'cells of several lines, counted',
            ['a,b\r\n1,"x\r\ny\nz"\r\n2,w\r\n'],
            [
                [1, 'a', 'b'],
                [2, '1', 'x\r\ny\nz'],
                [5, '2', 'w']
            ]
        ],
        ['an empty file', [], []]
    ] as const) {
        it(`understands ${what}`, async () => {
            assert.deepEqual(await read(...pieces), rows);
        });
    }

    for (const [what, text, message] of [
        ['a quote that is never closed', 'a,b\n1,"x\n2,y\n', /never closed/],
        ['a quote in the middle of a value', 'a,b\n1,x "new" y\n', /Line 2 has a quote in the middle/],
        ['text behind a closed quote', 'a,b\n1,"x"y\n', /Line 2 has a quote in the middle/]
    ] as const) {
        it(`says where ${what} is`, async () => {
            await assert.rejects(read(text), { name: 'UsageError', message });
        });
    }

    it('stops at a quote that is not closed long before the end of a large file', async () => {
        let pieces = 0;
        const large = Readable.from(
            (function* () {
                yield Buffer.from('a,b\n1,"x\n');
                for (; pieces < 10_000; pieces++) yield Buffer.alloc(64 * 1024, 'y\n');
            })()
        );

        await assert.rejects(async () => {
            for await (const row of readCsvRows(large)) void row;
        }, /never closed/);

        assert.ok(pieces < 100, `${pieces} pieces were read`);
    });

    it('reads no further than it is asked to, and lets the file go', async () => {
        let pieces = 0;
        const large = Readable.from(
            (function* () {
                for (; pieces < 10_000; pieces++) yield Buffer.from('1,2,3\n'.repeat(1000));
            })()
        );

        let first: CsvRow | undefined;
        for await (const row of readCsvRows(large)) {
            first = row;
            break;
        }

        assert.deepEqual(first?.cells, ['1', '2', '3']);
        assert.ok(pieces < 100, `${pieces} pieces were read`);
        assert.equal(large.destroyed, true);
    });

    it('passes on that the file cannot be read', async () => {
        const failing = new Readable({
            read() {
                this.destroy(new Error('disk gone'));
            }
        });

        await assert.rejects(async () => {
            for await (const row of readCsvRows(failing)) void row;
        }, /disk gone/);
    });
});
