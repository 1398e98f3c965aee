import { readMore, startPaging, type Page, type Paging } from 'c/pager';

interface Holder {
    paging: Paging<string>;
}

/** A read that is answered when the test says so. */
function pending(): {
    read: () => Promise<Page<string>>;
    answer: (page: Page<string>) => void;
    fail: (error: unknown) => void;
} {
    let answer: (page: Page<string>) => void = () => undefined;
    let fail: (error: unknown) => void = () => undefined;
    const promise = new Promise<Page<string>>((resolve, reject) => {
        answer = resolve;
        fail = reject;
    });
    return { read: () => promise, answer, fail };
}

const holderAt = (nextCursor: string | null | undefined): Holder => ({ paging: startPaging({ nextCursor }) });

it.each([
    ['nothing was read', undefined, false],
    ['the first page is the last', { rows: ['a'] }, false],
    ['the server says null', { nextCursor: null }, false],
    ['there is a next page', { nextCursor: 'c1' }, true]
])('knows whether there is more when %s', (_, first, hasMore) => {
    expect(startPaging<string>(first)).toMatchObject({ later: [], hasMore, isLoading: false, error: undefined });
});

it('adds page after page until there is no more', async () => {
    const holder = holderAt('c1');
    const pages: Record<string, Page<string>> = { c1: { rows: ['b'], nextCursor: 'c2' }, c2: { rows: ['c'] } };
    const read = (cursor: string | null | undefined): Promise<Page<string>> => Promise.resolve(pages[cursor ?? '']!);

    await readMore(holder, read);
    expect(holder.paging).toMatchObject({ later: ['b'], cursor: 'c2', hasMore: true, isLoading: false });
    await readMore(holder, read);
    expect(holder.paging).toMatchObject({ later: ['b', 'c'], hasMore: false, isLoading: false });
});

it('is busy while it reads, and takes a page without rows', async () => {
    const holder = holderAt('c1');
    const { read, answer } = pending();

    const done = readMore(holder, read);
    expect(holder.paging.isLoading).toBe(true);
    answer({});
    await done;

    expect(holder.paging).toMatchObject({ later: [], hasMore: false, isLoading: false });
});

it('keeps what is there and where it stood when a page cannot be had, until somebody asks again', async () => {
    const holder = holderAt('c1');

    await readMore(holder, () => Promise.reject(new Error('Try later.')));
    expect(holder.paging).toMatchObject({
        cursor: 'c1',
        hasMore: true,
        isLoading: false,
        error: new Error('Try later.')
    });

    await readMore(holder, () => Promise.resolve({ rows: ['b'] }));
    expect(holder.paging).toMatchObject({ later: ['b'], error: undefined });
});

it.each(['answer', 'error'])('leaves a list that started over alone when an older %s comes', async (what) => {
    const holder = holderAt('c1');
    const { read, answer, fail } = pending();
    const done = readMore(holder, read);
    const fresh = startPaging<string>({ nextCursor: 'c1' });
    holder.paging = fresh;

    if (what === 'answer') {
        answer({ rows: ['old'] });
    } else {
        fail(new Error('old'));
    }
    await done;

    expect(holder.paging).toBe(fresh);
});

it('drops the answer to a question that nobody asks any more', async () => {
    const holder = holderAt('c1');

    await readMore(
        holder,
        () => Promise.resolve({ rows: ['old'] }),
        () => false
    );

    expect(holder.paging).toMatchObject({ later: [], cursor: 'c1', hasMore: true, isLoading: false });
});
