import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { checkTouches } from '../csvCheck.ts';
import { readTouchHeader } from '../csvColumns.ts';
import { readInstant } from '../csvInstant.ts';
import type { CsvRow } from '../csvRows.ts';
import { readTouch } from '../csvTouches.ts';

const row = (cells: readonly string[], line = 2): CsvRow => ({ line, cells, bytesRead: 0 });

describe('instants', () => {
    for (const [text, expected] of [
        ['2026-11-23T09:12:00Z', '2026-11-23T09:12:00.000Z'],
        ['2026-11-23T09:12:00.123456Z', '2026-11-23T09:12:00.123Z'],
        ['2026-11-23T09:12:00+01:00', '2026-11-23T08:12:00.000Z'],
        ['2026-11-23T09:12:00.000-0500', '2026-11-23T14:12:00.000Z'],
        ['2026-11-23 09:12', '2026-11-23T09:12:00.000Z'],
        ['2026-11-23 09:12:05 +0100', '2026-11-23T08:12:05.000Z'],
        ['2026-11-23', '2026-11-23T00:00:00.000Z'],
        ['1795425120', '2026-11-23T09:12:00.000Z'],
        ['1795425120000', '2026-11-23T09:12:00.000Z'],
        ['2028-02-29', '2028-02-29T00:00:00.000Z'],
        ['2026-02-29', null],
        ['2026-02-30T09:00:00Z', null],
        ['2026-13-01', null],
        ['2026-11-23T25:00:00Z', null],
        ['11/23/2026', null],
        ['23.11.2026 09:12', null],
        ['Nov 23, 2026', null],
        ['20261123', null],
        ['yesterday', null]
    ] as const) {
        it(`reads ${text} as ${expected ?? 'nothing'}`, () => {
            assert.equal(readInstant(text), expected);
        });
    }
});

describe('columns', () => {
    it('knows names in any spelling, and says which mean nothing', () => {
        const { places, unused } = readTouchHeader(['Key', 'TYPE', 'Occurred At', 'person_id', 'Colour', 'reason']);

        assert.deepEqual(
            [...places],
            [
                ['key', 0],
                ['type', 1],
                ['occurredAt', 2],
                ['personId', 3]
            ]
        );
        assert.deepEqual(unused, ['Colour']);
    });

    for (const [names, message] of [
        [['key', 'type'], /no column occurred_at\. It has: key, type/],
        [['type', 'occurred_at'], /no column key \(or id and source\)/],
        [['id', 'type', 'occurred_at'], /no column source/],
        [['email'], /no column key \(or id and source\), type, occurred_at/],
        [['key', 'type', 'occurred_at', 'occurredAt'], /occurredAt is there twice/]
    ] as const) {
        it(`refuses ${names.join(', ')}`, () => {
            assert.throws(() => readTouchHeader(names), { name: 'UsageError', message });
        });
    }

    it('recognises a file with other separators', () => {
        assert.throws(
            () => readTouchHeader(['key;type;occurred_at']),
            (error: { actions: readonly string[] }) => /with commas.*it has ;/.test(error.actions.join(' '))
        );
    });
});

describe('a row of touches', () => {
    const header = readTouchHeader([
        'id',
        'source',
        'type',
        'occurredAt',
        'email',
        'personId',
        'asset',
        'url',
        'campaign',
        'isBot'
    ]);
    const full = [
        '77',
        'hubspot',
        'OPEN',
        '1795425120',
        'a@b.example',
        '501',
        'Sheet',
        'https://a.example',
        'Autumn',
        'yes'
    ];

    it('becomes what the intake makes of the same event', () => {
        assert.deepEqual(readTouch(row(full), header), {
            kind: 'touch',
            fields: {
                External_Key__c: 'hubspot:77',
                Source_System__c: 'hubspot',
                Source_Type__c: 'OPEN',
                Type__c: 'OPEN',
                Occurred_At__c: '2026-11-23T09:12:00.000Z',
                Person_Email__c: 'a@b.example',
                Person_Key__c: 'hubspot:501',
                Asset__c: 'Sheet',
                URL__c: 'https://a.example',
                Campaign_Name__c: 'Autumn',
                Ignored_Because__c: 'Bot'
            }
        });
    });

    it('leaves alone what it says nothing about', () => {
        assert.deepEqual(readTouch(row([' 77 ', 'hubspot', 'OPEN', '2026-11-23', '', '', ' ', '', '', '']), header), {
            kind: 'touch',
            fields: {
                External_Key__c: 'hubspot:77',
                Source_System__c: 'hubspot',
                Source_Type__c: 'OPEN',
                Type__c: 'OPEN',
                Occurred_At__c: '2026-11-23T00:00:00.000Z'
            }
        });
    });

    it('takes a whole key, and the source from it', () => {
        const short = readTouchHeader(['key', 'type', 'occurred_at']);

        const reading = readTouch(row(['mkt:9:1', 'form', '2026-11-23']), short);

        assert.equal(reading.kind === 'touch' && reading.fields['External_Key__c'], 'mkt:9:1');
        assert.equal(reading.kind === 'touch' && reading.fields['Source_System__c'], 'mkt');
        assert.deepEqual(readTouch(row(['9', 'form', '2026-11-23']), short), {
            kind: 'malformed',
            reason: 'it has no source'
        });
    });

    it('cuts keys and addresses that do not fit, as the intake does', () => {
        const reading = readTouch(row(full.with(7, 'u'.repeat(300)).with(0, 'k'.repeat(300))), header);

        assert.ok(reading.kind === 'touch');
        assert.equal(reading.fields['URL__c'], `${'u'.repeat(254)}…`);
        assert.equal(reading.fields['External_Key__c'], `hubspot:${'k'.repeat(246)}…`);
    });

    for (const [what, cells, kind, reason] of [
        ['too few cells', full.slice(0, 4), 'malformed', /has 4 cells; the first line names 10 columns/],
        ['too many cells', [...full, 'x'], 'malformed', /has 11 cells/],
        [
            'no id, type and instant',
            full.with(0, '').with(2, ' ').with(3, ''),
            'malformed',
            /no key, type, occurred_at/
        ],
        ['a bot that is neither', full.with(9, 'maybe'), 'malformed', /isBot is "maybe"; write true or false/],
        ['a date that could be two', full.with(3, '01/02/2026'), 'unreadable', /occurred_at is "01\/02\/2026"\. Write/],
        ['bytes of another encoding', full.with(6, 'Caf\uFFFD'), 'unreadable', /not UTF-8/]
    ] as const) {
        it(`says what is wrong with ${what}`, () => {
            const reading = readTouch(row(cells), header);

            assert.equal(reading.kind, kind);
            assert.match((reading as { reason: string }).reason, reason);
        });
    }
});

describe('a file of touches before it is sent', () => {
    const rows = (...lines: readonly (readonly string[])[]): AsyncIterable<CsvRow> =>
        Readable.from(lines.map((cells, index) => row(cells, index + 1)));
    const names = ['key', 'type', 'occurred_at'];

    it('is counted', async () => {
        const { rows: count, malformed } = await checkTouches(
            rows(names, ['a:1', 'form', '2026-11-23'], ['a:2', 'form'], ['a:3', '', '2026-11-23'])
        );

        assert.deepEqual([count, malformed], [3, 2]);
    });

    it('is refused with the lines of dates that nobody can read', async () => {
        const bad = Array.from({ length: 7 }, (_, index) => [`a:${index}`, 'form', '11/23/2026']);

        await assert.rejects(checkTouches(rows(names, ['a:9', 'form', '2026-11-23'], ...bad)), {
            name: 'UsageError',
            message: /^Line 3: occurred_at is "11\/23\/2026"[\s\S]*Line 7:[^\n]*\n2 more lines are like that\.$/
        });
    });

    it('is refused when it is empty', async () => {
        await assert.rejects(checkTouches(rows()), { name: 'UsageError', message: /empty/ });
    });
});
