import InsightRows, { type ListPage, type ListReader, type ListRow } from 'c/insightRows';
import type { CsvReader } from 'c/insightExport';
import { click, find, findAll, footOf, hasPart, mount, part, shownText, textOf } from 'testing';

const row = (key: string): ListRow => ({
    key,
    recordId: `00Q${key}`,
    name: `Person ${key}`,
    detail: 'Harrow Regional',
    cells: [{ key: 'result', text: 'Accepted' }],
    csv: [key, 'Accepted']
});
const PAGES: Record<string, ListPage> = {
    '': { rows: [row('1'), row('2')], total: 3, nextCursor: 'next', notices: ['Records that you may not see: 4.'] },
    next: { rows: [row('3')], total: 3 }
};
const reader: ListReader = (cursor) => Promise.resolve(PAGES[cursor ?? '']!);

const show = (read: ListReader): Promise<HTMLElement> =>
    mount('c-insight-rows', InsightRows, {
        heading: 'Rows behind the figure',
        heads: ['Person', 'Result'],
        csvHeads: ['Id', 'Result'],
        read
    });

it('lists records as links, says what is kept back, and shows more until there is no more', async () => {
    const element = await show(reader);

    expect(findAll(element, '[data-id="row"]').map(textOf)).toEqual([
        'Harrow RegionalAccepted',
        'Harrow RegionalAccepted'
    ]);
    expect(find(element, 'c-record-link')).toMatchObject({ recordId: '00Q1', label: 'Person 1' });
    expect(textOf(part(element, 'notice'))).toBe('Records that you may not see: 4.');
    expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 2 of 3');
    await expect(element).toBeAccessible();

    await click(part(footOf(element), 'more'));

    expect(findAll(element, '[data-id="row"]')).toHaveLength(3);
    expect(hasPart(footOf(element), 'more')).toBe(false);
});

it('gives all rows to a file, from the first', async () => {
    const element = await show(reader);
    const { read } = find(element, 'c-insight-export') as unknown as { read: CsvReader };

    expect(await read()).toEqual({
        rows: [
            ['1', 'Accepted'],
            ['2', 'Accepted']
        ],
        total: 3,
        nextCursor: 'next'
    });
    expect((await read('next')).rows).toEqual([['3', 'Accepted']]);
});

it('starts over for another question and drops an answer to the older one', async () => {
    let answer: (page: ListPage) => void = () => undefined;
    const element = (await show(() => new Promise((resolve) => (answer = resolve)))) as HTMLElement & {
        read: ListReader;
    };
    expect(find(element, 'lightning-spinner')).not.toBeNull();

    element.read = () => Promise.resolve({ rows: [], total: 0 });
    answer(PAGES['']!);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();

    expect(textOf(part(element, 'empty'))).toBe('No rows in this period.');
});

it('says what went wrong and tries again', async () => {
    let isUp = false;
    const element = await show(() =>
        isUp
            ? Promise.resolve(PAGES['']!)
            : Promise.reject(Object.assign(new Error(), { body: { message: 'Not now.' } }))
    );
    const panel = find(element, 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');
    isUp = true;

    await click(find(panel, 'lightning-button')!);

    expect(findAll(element, '[data-id="row"]')).toHaveLength(2);
});
