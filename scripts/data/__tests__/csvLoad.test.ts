import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SaveResult } from '../collections.ts';
import { batchesOf } from '../csvBatches.ts';
import { checkTouchFile, loadTouchFile } from '../csvLoad.ts';
import { Progress } from '../csvProgress.ts';

describe('batches', () => {
    const gather = async (keys: readonly string[], size: number): Promise<(readonly string[])[]> => {
        const batches: (readonly string[])[] = [];
        for await (const batch of batchesOf<string>(Readable.from(keys), size, (key) => key)) batches.push(batch);
        return batches;
    };

    for (const [what, keys, size, expected] of [
        ['are full but for the last', ['a', 'b', 'c', 'd', 'e'], 2, [['a', 'b'], ['c', 'd'], ['e']]],
        ['are full when the count fits', ['a', 'b'], 2, [['a', 'b']]],
        ['name a key once, however it is spelt', ['a', 'b', 'A', 'c', 'a'], 9, [['a', 'b'], ['A', 'c'], ['a']]],
        ['are none for nothing', [], 2, []]
    ] as const) {
        it(what, async () => {
            assert.deepEqual(await gather(keys, size), expected);
        });
    }
});

describe('progress', () => {
    it('is silent for two seconds, then tells count, share and rate every two seconds', () => {
        const said: string[] = [];
        let now = 0;
        const progress = new Progress(
            'Loading rows',
            4000,
            (line) => said.push(line),
            () => now
        );

        for (const [at, done] of [
            [1900, 900],
            [2000, 1000],
            [3900, 1900],
            [4000, 2400]
        ] as const) {
            now = at;
            progress.at(done);
        }

        assert.deepEqual(said, [
            '  Loading rows 1,000/4,000 (25 %), 500 per second',
            '  Loading rows 2,400/4,000 (60 %), 600 per second'
        ]);
    });
});

describe('a load', () => {
    let folder: string;
    let file: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'csv-load-'));
        file = join(folder, 'touches.csv');
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const said: string[] = [];
    /** @param judge what the org says to a key; throws when the connection is lost for good */
    const load = async (text: string, judge: (key: string) => SaveResult | Response) => {
        writeFileSync(file, text);
        const sent: string[][] = [];
        const checked = await checkTouchFile(file, (line) => said.push(line));
        const result = await loadTouchFile(
            file,
            checked,
            { instanceUrl: 'https://org.example', accessToken: 'secret' },
            {
                fetch: (_url, init) => {
                    const { records } = JSON.parse(init?.body as string) as { records: { External_Key__c: string }[] };
                    sent.push(records.map(({ External_Key__c }) => External_Key__c));
                    const answers = records.map(({ External_Key__c }) => judge(External_Key__c));
                    return Promise.resolve(
                        answers.find((answer) => answer instanceof Response) ?? new Response(JSON.stringify(answers))
                    );
                },
                pause: () => Promise.resolve(),
                say: (line) => said.push(line)
            }
        );
        return { sent, result };
    };
    const HEADER = 'line,reason,key,type,occurred_at,colour\n';
    const line = (key: string): string => `9,old,${key},form,2026-11-23,red\n`;
    const accept = (): SaveResult => ({ id: 'x', success: true, created: true, errors: [] });

    it('sends two hundred at a time and tells new rows from known ones', async () => {
        const keys = Array.from({ length: 450 }, (_, index) => `a:${index}`);

        const { sent, result } = await load(HEADER + keys.map(line).join(''), (key) => ({
            ...accept(),
            created: key !== 'a:7'
        }));

        assert.deepEqual(
            sent.map(({ length }) => length),
            [200, 200, 50]
        );
        assert.deepEqual(result, { rows: 450, created: 449, updated: 1, refused: 0, refusedFile: null });
        assert.match(said.join('\n'), /Columns that are not loaded: colour/);
        assert.doesNotMatch(said.join('\n'), /reason/);
    });

    it('keeps refused rows once with line and reason, all cells and the reason of this time', async () => {
        const { result } = await load(
            `${HEADER}${line('a:1')}${line('"a:2"')}8,old,a:3,form\n8,old,a:4,form,2026-11-23,red,extra\n`,
            (key) =>
                key === 'a:2'
                    ? { id: null, success: false, errors: [{ statusCode: 'NO', message: 'not, "ever"' }] }
                    : accept()
        );

        assert.equal(result.refused, 3);
        assert.equal(
            readFileSync(result.refusedFile!, 'utf8'),
            [
                'line,reason,key,type,occurred_at,colour',
                '4,it has 4 cells; the first line names 6 columns,a:3,form,,',
                '5,it has 7 cells; the first line names 6 columns,a:4,form,2026-11-23,red,extra',
                '3,"NO not, ""ever""",a:2,form,2026-11-23,red',
                ''
            ].join('\n')
        );
    });

    it('removes what an earlier run refused when nothing is refused any more', async () => {
        writeFileSync(`${file}.refused.csv`, 'old');

        await load(HEADER + line('a:1'), accept);

        assert.equal(existsSync(`${file}.refused.csv`), false);
    });

    it('says how many were loaded when the org does not take any more', async () => {
        const keys = Array.from({ length: 300 }, (_, index) => `a:${index}`);

        await assert.rejects(
            load(HEADER + keys.map(line).join(''), (key) =>
                key === 'a:200' ? new Response('', { status: 401 }) : accept()
            ),
            { name: 'SessionExpired' }
        );

        assert.match(said.join('\n'), /Until then 200 of 300 rows were loaded\./);
    });

    it('sends nothing when a date cannot be read, wherever it is', async () => {
        let requests = 0;
        const keys = Array.from({ length: 300 }, (_, index) => `a:${index}`);

        await assert.rejects(
            load(`${HEADER}${keys.map(line).join('')}9,old,a:x,form,11/23/2026,red\n`, () => {
                requests++;
                return accept();
            }),
            { name: 'UsageError', message: /^Line 302: occurred_at is "11\/23\/2026"/ }
        );

        assert.equal(requests, 0);
    });

    it('says what to do about a file that is not there, and about a folder', async () => {
        await assert.rejects(
            checkTouchFile(file, () => undefined),
            { name: 'UsageError', message: /There is no file/ }
        );
        await assert.rejects(
            checkTouchFile(folder, () => undefined),
            { name: 'UsageError', message: /is a folder/ }
        );
    });
});
