import InsightFrame from 'c/insightFrame';
import { click, find, findAll, hasPart, listen, mount, part, shownText, textOf } from 'testing';

const show = (properties: object): Promise<HTMLElement> =>
    mount('c-insight-frame', InsightFrame, { heading: 'Pipeline', ...properties });

it('shows what a reader must know below the figures', async () => {
    const element = await show({
        windowText: '1 Oct 2026 to 23 Nov 2026',
        asOf: 'Mon 23 Nov, 10:00',
        notices: ['Records that you may not see: 3.']
    });

    expect(find(element, 'lightning-card')).toMatchObject({ title: 'Pipeline' });
    expect(findAll(element, '[data-id="notice"]').map(textOf)).toEqual(['Records that you may not see: 3.']);
    expect(textOf(part(element, 'foot'))).toBe('1 Oct 2026 to 23 Nov 2026 · As of Mon 23 Nov, 10:00');
    expect(findAll(element, 'slot')).toHaveLength(3);
    await expect(element).toBeAccessible();
});

it('shows instead that it loads, that there is nothing, or what went wrong', async () => {
    const loading = await show({ isLoading: true });
    expect(find(loading, 'lightning-spinner')).not.toBeNull();
    // Choices stay, so that whoever makes one by keyboard stays where they are.
    expect(find(loading, 'slot[name="choices"]')).not.toBeNull();

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
