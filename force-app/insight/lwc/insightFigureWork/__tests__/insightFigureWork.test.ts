import { refreshApex } from '@salesforce/apex';
import getWork from '@salesforce/apex/FigureWorkController.getWork';
import startDay from '@salesforce/apex/FigureWorkController.startDay';
import startHistory from '@salesforce/apex/FigureWorkController.startHistory';
import startNight from '@salesforce/apex/FigureWorkController.startNight';
import InsightFigureWork from 'c/insightFigureWork';
import { change, click, find, findAll, hasPart, mockOf, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { stateOf } from '../../insightFrame/__tests__/data/frames';

const WORK: Apex.FigureWork = {
    status: { lastDay: '2026-11-24', endedAt: '2026-11-25T07:00:00Z', isHealthy: true, rowsDifferent: 0 },
    firstDay: '2025-10-20',
    lastDay: '2026-11-24',
    jobs: []
};

async function show(work: Apex.FigureWork = WORK): Promise<HTMLElement> {
    const element = await mount('c-insight-figure-work', InsightFigureWork);
    wireOf(getWork).emit(work);
    await settle();
    return element;
}

const starter = (element: Element, name: string): HTMLElement => {
    const button = find(element, `[data-id="start"][data-name="${name}"]`);
    if (button === null) {
        throw new Error(`No button for ${name}`);
    }
    return button;
};

afterEach(() => jest.useRealTimers());

it('says which day is complete, and offers three kinds of work', async () => {
    const element = await show();

    expect(textOf(part(element, 'last-day'))).toBe('Figures are complete up to 24 Nov 2026.');
    expect(findAll(element, '[data-id="task"] h3').map(textOf)).toEqual([
        "The night's work",
        'One past day',
        'History of the health score'
    ]);
    expect(hasPart(element, 'progress')).toBe(false);
    expect(part(element, 'day')).toMatchObject({ min: '2025-10-20', max: '2026-11-24' });
    await expect(element).toBeAccessible();
});

it('starts each kind of work, says what was started and looks how far it is', async () => {
    mockOf(startNight).mockResolvedValue({ isOk: true, message: 'Night started.' });
    mockOf(startDay).mockResolvedValue({ isOk: true, message: 'Day started.' });
    mockOf(startHistory).mockResolvedValue({ isOk: true, message: 'History started.' });
    const element = await show();

    await click(starter(element, 'facts'));
    expect(textOf(part(element, 'done'))).toBe('Night started.');
    await change(part(element, 'day'), { value: '2026-11-03' });
    await click(starter(element, 'figures'));
    expect(startDay).toHaveBeenCalledWith({ day: '2026-11-03' });
    expect(textOf(part(element, 'done'))).toBe('Day started.');
    await click(starter(element, 'history'));
    expect(textOf(part(element, 'done'))).toBe('History started.');
    expect(refreshApex).toHaveBeenCalledTimes(3);
});

it('says why it starts nothing, and keeps the day', async () => {
    mockOf(startDay).mockResolvedValue({ isOk: false, message: 'This is being done already.' });
    const element = await show();
    await change(part(element, 'day'), { value: '2026-11-03' });
    await click(starter(element, 'figures'));

    expect(textOf(part(element, 'refusal'))).toBe('This is being done already.');
    expect(hasPart(element, 'done')).toBe(false);
    expect(part(element, 'day')).toMatchObject({ value: '2026-11-03' });
    await change(part(element, 'day'), { value: null });
    expect(part(element, 'day')).toMatchObject({ value: '' });
    await expect(element).toBeAccessible();
});

it('shows how far running work is, and looks again until it has ended', async () => {
    jest.useFakeTimers();
    const running: Apex.FigureWork = {
        ...WORK,
        jobs: [
            { key: 'figures', done: 12, total: 48 },
            { key: 'history', done: 0, total: 0 }
        ]
    };
    const element = await show(running);

    expect(findAll(element, '[data-id="progress"]').map(textOf)).toEqual([
        'Running: 12 of 48 pieces done',
        'Waiting for its turn'
    ]);
    expect(find(element, 'lightning-progress-bar')).toMatchObject({ value: 25 });
    await jest.advanceTimersByTimeAsync(5000);
    await jest.advanceTimersByTimeAsync(5000);
    expect(refreshApex).toHaveBeenCalledTimes(2);
    wireOf(getWork).emit(WORK);
    await jest.advanceTimersByTimeAsync(20000);
    expect(refreshApex).toHaveBeenCalledTimes(2);
});

it('says what came out otherwise and what is wrong', async () => {
    const element = await show({
        ...WORK,
        status: { isHealthy: false, message: 'No night has run yet.', rowsDifferent: 3 }
    });

    expect(shownText(element)).not.toContain('complete up to');
    expect(stateOf(element)).toMatchObject({
        notices: [
            'No night has run yet.',
            '3 figures of that day came out otherwise when it was counted again. What was kept stays.'
        ]
    });
});

it('keeps a failure to itself', async () => {
    mockOf(startNight).mockRejectedValue({ body: { message: 'Something broke.' } });
    const element = await show();
    await click(starter(element, 'facts'));
    expect(find(element, 'c-error-panel')).toMatchObject({ error: { body: { message: 'Something broke.' } } });

    const refused = await mount('c-insight-figure-work', InsightFigureWork);
    wireOf(getWork).error({ message: 'Only an administrator can do this.' });
    await settle();
    expect(stateOf(refused)).toMatchObject({
        error: { body: { message: 'Only an administrator can do this.' } }
    });
});
