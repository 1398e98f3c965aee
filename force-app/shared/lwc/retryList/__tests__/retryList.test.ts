import RetryList, { type RetryLine } from 'c/retryList';
import { click, find, findAll, footOf, hasPart, listen, mount, part, textOf } from 'testing';

const lines: RetryLine[] = [
    {
        id: 'r1',
        title: 'Ana Ruiz',
        recordId: 'a01',
        facts: 'Needs attention · attempts: 8',
        problem: 'The tool answered 503',
        payload: '{"type":"OPEN"}',
        isRetryable: true
    },
    { id: 'r2', title: 'Ben Okafor', facts: 'Sent', problem: '', isRetryable: false },
    { id: 'r3', title: 'Cy Lund', facts: 'Needs attention', problem: 'Locked', isRetryable: true }
];

it('lists how each stands, with the reason and what came', async () => {
    const list = await mount('c-retry-list', RetryList, { lines, total: 42 });

    const [failed, sent] = findAll(list, '[data-id="line"]');
    expect(failed!.querySelector('c-record-link')).toMatchObject({ recordId: 'a01', label: 'Ana Ruiz' });
    expect(textOf(failed!)).toContain('attempts: 8');
    expect(textOf(failed!)).toContain('The tool answered 503');
    expect(textOf(failed!)).toContain('{"type":"OPEN"}');
    expect(textOf(sent!)).toBe('Ben OkaforSent');
    expect(findAll(list, '[data-id="retry"]')).toHaveLength(2);
    expect(textOf(part(footOf(list), 'shown'))).toBe('Showing 3 of 42');
    await expect(list).toBeAccessible();
});

it('asks for one to be tried again, or for all that can be', async () => {
    const list = await mount('c-retry-list', RetryList, { lines });
    const asked = listen(list, 'retried');

    await click(find(list, '[data-row="r3"]')!);
    await click(part(list, 'retry-all'));

    expect(asked).toEqual([{ rowIds: ['r3'] }, { rowIds: ['r1', 'r3'] }]);
});

it('cannot be asked while something is tried', async () => {
    const list = await mount('c-retry-list', RetryList, { lines, isBusy: true });

    expect(part(list, 'retry')).toMatchObject({ disabled: true });
    expect(part(list, 'retry-all')).toMatchObject({ disabled: true });
});

it('offers nothing when nothing can be tried again', async () => {
    const list = await mount('c-retry-list', RetryList, { lines: lines.slice(1, 2) });

    expect(hasPart(list, 'retry')).toBe(false);
    expect(hasPart(list, 'retry-all')).toBe(false);
});

it('says what is empty instead of a list', async () => {
    const list = await mount('c-retry-list', RetryList, { lines: [], empty: 'Nothing waits.' });

    expect(textOf(part(list, 'empty'))).toBe('Nothing waits.');
    expect(hasPart(list, 'line')).toBe(false);
    await expect(list).toBeAccessible();
});
