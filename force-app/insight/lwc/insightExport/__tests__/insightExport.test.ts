import InsightExport, { type CsvPage, type CsvReader } from 'c/insightExport';
import { click, find, hasPart, mount, part, settle, shownText, textOf } from 'testing';
import { csvText, fileName } from '../csvModel';

const saved: { parts: BlobPart[]; type: string | undefined; name: string }[] = [];
const realBlob = globalThis.Blob;

beforeEach(() => {
    saved.length = 0;
    let last: { parts: BlobPart[]; type: string | undefined } = { parts: [], type: '' };
    globalThis.Blob = class {
        constructor(parts: BlobPart[], options?: BlobPropertyBag) {
            last = { parts, type: options?.type };
        }
    } as unknown as typeof Blob;
    URL.createObjectURL = jest.fn(() => 'blob:1');
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
        saved.push({ ...last, name: this.download });
    });
});

afterEach(() => {
    globalThis.Blob = realBlob;
    jest.restoreAllMocks();
});

const show = (read: CsvReader): Promise<HTMLElement> =>
    mount('c-insight-export', InsightExport, { heading: 'Why rejected', heads: ['Reason', 'How many'], read });

it.each([
    ['a plain text', 'a plain text'],
    ['one, two', '"one, two"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+49 30', "'+49 30"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['  =1', "'  =1"],
    [-12.5, '-12.5'],
    [0.7586206896551724, '0.7586206896551724'],
    [true, 'true'],
    [null, ''],
    [undefined, '']
])('writes %j as %j', (cell, text) => {
    expect(csvText(['Head'], [[cell]])).toBe(`Head\r\n${text}\r\n`);
});

it('names the file by what it holds and the day', () => {
    const now = Date.parse('2026-11-23T10:00:00Z');
    expect(fileName('Why rejected (by side)', now)).toBe('why-rejected-by-side-2026-11-23.csv');
    expect(fileName('…', now)).toBe('rows-2026-11-23.csv');
});

it('reads page by page and saves one file that spreadsheets read as UTF-8', async () => {
    const pages: Record<string, CsvPage> = {
        '': { rows: [['Too early', 8]], total: 2, nextCursor: 'next' },
        next: { rows: [['Größe', 6]], total: 2 }
    };
    const element = await show((cursor) => Promise.resolve(pages[cursor ?? '']!));
    await expect(element).toBeAccessible();

    await click(part(element, 'download'));

    expect(saved).toEqual([
        {
            parts: ['\uFEFF', 'Reason,How many\r\nToo early,8\r\nGröße,6\r\n'],
            type: 'text/csv;charset=utf-8',
            name: 'why-rejected-2026-11-25.csv'
        }
    ]);
    expect(hasPart(element, 'download')).toBe(true);
});

it('shows how far it is, and saves nothing when it is stopped', async () => {
    let answer: (page: CsvPage) => void = () => undefined;
    const read = jest
        .fn<Promise<CsvPage>, [string?]>()
        .mockResolvedValueOnce({ rows: [['Too early', 8]], total: 1200, nextCursor: 'next' })
        .mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const element = await show(read);

    await click(part(element, 'download'));
    expect(textOf(part(element, 'progress'))).toBe('1 of 1,200 read');
    await click(part(element, 'cancel'));
    answer({ rows: [] });
    await settle();

    expect(saved).toEqual([]);
    expect(hasPart(element, 'download')).toBe(true);
});

it('says what went wrong', async () => {
    const element = await show(() => Promise.reject(Object.assign(new Error(), { body: { message: 'Not now.' } })));

    await click(part(element, 'download'));

    expect(shownText(find(element, 'c-error-panel')!)).toContain('Not now.');
    expect(saved).toEqual([]);
});
