import noteView from '@salesforce/apex/ScoreboardViewController.noteView';
import InsightViewers from 'c/insightViewers';
import { find, findAll, mockOf, mount, settle, textOf } from 'testing';

async function show(): Promise<HTMLElement> {
    const element = await mount('c-insight-viewers', InsightViewers);
    await settle();
    return element;
}

it('notes that it is looked at, and says who looked', async () => {
    mockOf(noteView).mockResolvedValue([
        { userId: '0051', name: 'Vera Sales', lastAt: '2026-11-25T12:00:00Z', days: 12 },
        { userId: '0052', name: 'Max Marketing', lastAt: '2026-11-24T20:00:00Z', days: 1 }
    ]);
    const element = await show();

    expect(noteView).toHaveBeenCalledTimes(1);
    expect(findAll(element, '[data-id="viewer"]').map(textOf)).toEqual([
        'Vera Sales, last on Wed 25 Nov, 07:00, on 12 of the last 30 days',
        'Max Marketing, last on Tue 24 Nov, 15:00, on 1 of the last 30 days'
    ]);
    await expect(element).toBeAccessible();
});

it('shows nothing to whom the log is not open', async () => {
    mockOf(noteView).mockResolvedValue([]);
    const element = await show();

    expect(find(element, 'section')).toBeNull();
    await expect(element).toBeAccessible();
});

it('keeps a failure to itself', async () => {
    mockOf(noteView).mockRejectedValue({ body: { message: 'Something broke.' } });

    expect(find(await show(), 'c-error-panel')).toMatchObject({ error: { body: { message: 'Something broke.' } } });
});
