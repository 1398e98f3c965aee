import getPause from '@salesforce/apex/HandoffPauseController.getPause';
import pauseHandoff from '@salesforce/apex/HandoffPauseController.pause';
import resumeHandoff from '@salesforce/apex/HandoffPauseController.resume';
import HandoffPause from 'c/handoffPause';
import { change, click, find, hasPart, listen, mockOf, mount, part, settle, shownText, textOf, wireOf } from 'testing';

const RUNNING: Apex.PauseFacts = {
    isPaused: false,
    reasons: [
        { code: 'DATA_FIX', label: 'Marketing has to fix data', consequence: 'Marketing has 24 h.', needsDay: false },
        { code: 'COMPLIANCE_HOLD', label: 'Held by compliance', consequence: 'Stands still.', needsDay: false }
    ]
};
const AWAY: Apex.PauseFacts = {
    isPaused: false,
    reasons: [
        {
            code: 'PROSPECT_AWAY',
            label: 'The person is away',
            consequence: 'The follow-up stands still.',
            needsDay: true,
            latestDay: '2026-12-09'
        }
    ]
};
const PAUSED: Apex.PauseFacts = {
    isPaused: true,
    reasonLabel: 'Marketing has to fix data',
    note: 'The number rings nowhere.',
    pausedByName: 'Priya Shah',
    pausedAt: '2026-11-24T20:00:00Z',
    pausedUntil: '2026-11-25T20:00:00Z',
    minutesLeft: 31 * 60,
    canResume: true,
    reasons: []
};

async function show(facts?: Apex.PauseFacts): Promise<HTMLElement & { handoff?: Apex.HandoffCard }> {
    const element = await mount('c-handoff-pause', HandoffPause, { handoff: { handoffId: 'a1' } });
    if (facts) {
        wireOf(getPause).emit(facts);
        await settle();
    }
    return element;
}

it('shows nothing before it knows, and nothing to people who may do nothing', async () => {
    const element = await show();
    expect(shownText(element)).toBe('');

    wireOf(getPause).emit({ isPaused: false, reasons: [] });
    await settle();

    expect(shownText(element)).toBe('');
});

it('says what went wrong', async () => {
    const element = await show();

    wireOf(getPause).error({ message: 'Not now.' });
    await settle();

    expect(find(element, 'c-error-panel')).not.toBeNull();
});

it('tells why the clock stands still, by whom, until when, and what is kept', async () => {
    const element = await show(PAUSED);

    expect(textOf(part(element, 'paused'))).toBe(
        'Paused: Marketing has to fix dataThe number rings nowhere.By Priya Shah, Tue 24 Nov, 15:00' +
            'Runs again by itself Wed 25 Nov, 15:0031 h of working time are kept'
    );
    await expect(element).toBeAccessible();
});

it('offers no button to somebody who may not end a hold', async () => {
    const element = await show({ ...PAUSED, canResume: false, pausedUntil: undefined, minutesLeft: undefined });

    expect(hasPart(element, 'resume')).toBe(false);
    expect(textOf(part(element, 'paused'))).toContain('Runs again when somebody lets it run');
});

it('lets the clock run again and says so', async () => {
    mockOf(resumeHandoff).mockResolvedValue({ isOk: true });
    const element = await show(PAUSED);
    const changed = listen(element, 'changed');

    await click(part(element, 'resume'));

    expect(resumeHandoff).toHaveBeenCalledWith({ handoffId: 'a1' });
    expect(changed).toHaveLength(1);
});

it('asks why, says what follows, and stops the clock', async () => {
    mockOf(pauseHandoff).mockResolvedValue({ isOk: true });
    const element = await show(RUNNING);
    const changed = listen(element, 'changed');
    await click(part(element, 'open'));
    await expect(element).toBeAccessible();
    expect(textOf(part(element, 'consequence'))).toBe('Marketing has 24 h.');

    await change(part(element, 'reason'), { value: 'COMPLIANCE_HOLD' });
    expect(textOf(part(element, 'consequence'))).toBe('Stands still.');
    await change(part(element, 'note'), { value: 'Their counsel has to look at it.' });
    await click(part(element, 'pause'));

    expect(pauseHandoff).toHaveBeenCalledWith({
        handoffId: 'a1',
        pause: { reason: 'COMPLIANCE_HOLD', note: 'Their counsel has to look at it.', awayUntil: undefined }
    });
    expect(changed).toHaveLength(1);
    expect(hasPart(element, 'form')).toBe(false);
});

it('asks for a day only when the person is away', async () => {
    mockOf(pauseHandoff).mockResolvedValue({ isOk: true });
    const element = await show(AWAY);
    await click(part(element, 'open'));
    expect(hasPart(element, 'reason')).toBe(false);
    expect(part(element, 'day')).toMatchObject({ max: '2026-12-09' });

    await change(part(element, 'day'), { value: '2026-12-01' });
    await change(part(element, 'note'), { value: 'On holiday until then.' });
    await click(part(element, 'pause'));

    expect(pauseHandoff).toHaveBeenCalledWith({
        handoffId: 'a1',
        pause: { reason: 'PROSPECT_AWAY', note: 'On holiday until then.', awayUntil: '2026-12-01' }
    });
});

it.each([
    [
        'refuses',
        (): unknown => mockOf(pauseHandoff).mockResolvedValue({ isOk: false, message: 'Ask your manager.' }),
        'Ask your manager.'
    ],
    ['fails', (): unknown => mockOf(pauseHandoff).mockRejectedValue({ body: { message: 'Try later.' } }), 'Try later.']
])('keeps what was typed when the server %s', async (_case, arrange, words) => {
    arrange();
    const element = await show(RUNNING);
    await click(part(element, 'open'));
    await change(part(element, 'note'), { value: 'A long note about it.' });

    await click(part(element, 'pause'));

    expect(textOf(part(element, 'problem'))).toBe(words);
    expect(part(element, 'note')).toMatchObject({ value: 'A long note about it.' });

    await click(part(element, 'cancel'));
    expect(hasPart(element, 'problem')).toBe(false);
});

it('asks again when the card shows another state', async () => {
    const element = await show(RUNNING);

    element.handoff = { handoffId: 'a1', state: 'paused' };
    await settle();
    wireOf(getPause).emit(PAUSED);
    await settle();

    expect(hasPart(element, 'paused')).toBe(true);
});

it('puts the focus into the form that opens, and back on the button when it closes', async () => {
    const element = await show(AWAY);
    const focused: string[] = [];
    jest.spyOn(HTMLElement.prototype, 'focus').mockImplementation(function (this: HTMLElement) {
        focused.push(this.dataset.id ?? '');
    });
    await click(part(element, 'open'));
    await click(part(element, 'cancel'));

    expect(focused).toEqual(['note', 'open']);
    jest.restoreAllMocks();
});
