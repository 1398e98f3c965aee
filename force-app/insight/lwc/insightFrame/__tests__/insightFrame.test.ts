import type { Chosen } from 'c/insightChoices';
import type { CsvReader } from 'c/insightExport';
import InsightFrame, { type FrameState } from 'c/insightFrame';
import { change, click, find, findAll, hasPart, listen, mount, part, shownText, textOf } from 'testing';

const show = (state: FrameState): Promise<HTMLElement> =>
    mount('c-insight-frame', InsightFrame, { heading: 'Pipeline', state });

it('shows what a reader must know below the figures', async () => {
    const element = await show({
        windowText: '1 Oct 2026 to 23 Nov 2026',
        asOf: 'Mon 23 Nov, 10:00',
        notices: ['Records that you may not see: 3.']
    });

    expect(find(element, 'lightning-card')).toMatchObject({ title: 'Pipeline' });
    expect(findAll(element, '[data-id="notice"]').map(textOf)).toEqual(['Records that you may not see: 3.']);
    expect(textOf(part(element, 'foot'))).toBe('1 Oct 2026 to 23 Nov 2026 · As of Mon 23 Nov, 10:00');
    expect(findAll(element, 'slot')).toHaveLength(2);
    expect(find(element, 'c-insight-export')).toBeNull();
    await expect(element).toBeAccessible();
});

it('shows instead that it loads, that there is nothing, or what went wrong', async () => {
    const choices = [{ key: 'view', label: 'View', value: 'open', options: [{ value: 'open', label: 'Open' }] }];
    const loading = await show({ isLoading: true, choices });
    expect(find(loading, 'lightning-spinner')).not.toBeNull();
    // Choices stay, so that whoever makes one by keyboard stays where they are.
    const row = find(loading, 'c-insight-choices')!;
    const chosen = listen<Chosen>(loading, 'chosen');
    await change(part(row, 'view'), { value: 'open' });
    expect(chosen).toEqual([{ key: 'view', value: 'open' }]);

    const empty = await show({ empty: 'Nothing was won yet.' });
    expect(textOf(part(empty, 'empty'))).toBe('Nothing was won yet.');
    expect(find(empty, 'slot:not([name])')).toBeNull();

    const broken = await show({ error: { body: { message: 'Not now.' } }, isLoading: true });
    const retried = listen(broken, 'retried');
    expect(shownText(find(broken, 'c-error-panel')!)).toContain('Not now.');
    expect(hasPart(broken, 'foot')).toBe(false);
    await click(find(find(broken, 'c-error-panel')!, 'lightning-button')!);
    expect(retried).toHaveLength(1);
});

it('offers a file of rows that have heads', async () => {
    const read: CsvReader = () => Promise.resolve({ rows: [] });
    const element = await show({ csvHeads: ['Stage'], read });

    expect(find(element, 'c-insight-export')).toMatchObject({ heading: 'Pipeline', heads: ['Stage'] });
});
