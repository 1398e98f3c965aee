import { refreshApex } from '@salesforce/apex';
import cancelAbsence from '@salesforce/apex/HandoffAbsenceController.cancel';
import getAbsences from '@salesforce/apex/HandoffAbsenceController.getAbsences';
import saveAbsence from '@salesforce/apex/HandoffAbsenceController.save';
import HandoffAbsence from 'c/handoffAbsence';
import {
    change,
    click,
    find,
    findAll,
    hasPart,
    mockOf,
    mount,
    NOW,
    NOW_ISO,
    part,
    settle,
    shownText,
    textOf,
    wireOf
} from 'testing';
import { absenceLines, coverViews, delegateOptions } from '../absenceModel';

const PANEL: Apex.AbsencePanel = {
    serverNow: NOW_ISO,
    absences: [
        {
            id: 'aAB1',
            firstDay: '2026-11-26',
            lastDay: '2026-11-29',
            delegateName: 'Dana Reyes'
        },
        { id: 'aAB2', firstDay: '2026-12-24', lastDay: '2026-12-27' }
    ],
    covers: [
        {
            userId: '0052',
            name: 'Owen Tarr',
            endsAt: '2026-11-27T13:00:00.000Z',
            rows: [{ handoffId: 'a001', personName: 'Ada Example' }]
        },
        { userId: '0053', name: 'Luis Ard', endsAt: '2026-11-27T13:00:00.000Z', rows: [] }
    ],
    delegates: [{ id: '0051', name: 'Dana Reyes' }]
};

async function show(panel?: Apex.AbsencePanel): Promise<HTMLElement> {
    const element = await mount('c-handoff-absence', HandoffAbsence);
    if (panel) {
        wireOf(getAbsences).emit(panel);
        await settle();
    }
    return element;
}

async function fillIn(element: HTMLElement): Promise<void> {
    await click(part(element, 'open'));
    await change(part(element, 'from'), { value: '2026-12-01' });
    await change(part(element, 'to'), { value: '2026-12-05' });
    await change(part(element, 'delegate'), { value: '0051' });
}

it('shows that it is loading', async () => {
    const element = await show();

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('shows the own absences and what waits for those one stands in for', async () => {
    const element = await show(PANEL);

    expect(findAll(element, '[data-id="line"] p').map(textOf)).toEqual([
        '26 Nov 2026 to 29 Nov 2026: Dana Reyes stands in',
        '24 Dec 2026 to 27 Dec 2026: your manager decides'
    ]);
    const covers = findAll(element, '[data-id="cover"]');
    expect(textOf(covers[0]!)).toContain('You stand in for Owen Tarr until Fri 27 Nov, 08:00');
    expect(find(element, 'c-handoff-row')).toMatchObject({ row: { handoffId: 'a001' } });
    expect(textOf(covers[1]!)).toContain('Nothing waits there.');
    await expect(element).toBeAccessible();
});

it('says when one is there', async () => {
    const element = await show({ serverNow: NOW_ISO });

    expect(textOf(part(element, 'there'))).toBe('You are not away.');
});

it('saves what was entered', async () => {
    mockOf(saveAbsence).mockResolvedValue({ isOk: true });
    const element = await show(PANEL);
    await fillIn(element);
    await expect(element).toBeAccessible();

    await click(part(element, 'save'));

    expect(saveAbsence).toHaveBeenCalledWith({
        absence: { firstDay: '2026-12-01', lastDay: '2026-12-05', delegateId: '0051' }
    });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(hasPart(element, 'form')).toBe(false);
});

it('keeps what was entered when it is refused', async () => {
    mockOf(saveAbsence).mockResolvedValue({ isOk: false, message: 'There is already an absence in that time.' });
    const element = await show(PANEL);
    await fillIn(element);

    await click(part(element, 'save'));

    expect(textOf(part(element, 'problem'))).toBe('There is already an absence in that time.');
    expect(part(element, 'from')).toMatchObject({ value: '2026-12-01' });
    await expect(element).toBeAccessible();
});

it('sends nothing for what is empty, and says what went wrong', async () => {
    mockOf(saveAbsence).mockRejectedValue({ body: { message: 'Try later.' } });
    const element = await show(PANEL);
    await click(part(element, 'open'));

    await click(part(element, 'save'));

    expect(saveAbsence).toHaveBeenCalledWith({
        absence: { firstDay: undefined, lastDay: undefined, delegateId: undefined }
    });
    expect(textOf(part(element, 'problem'))).toBe('Try later.');
    await click(part(element, 'close'));
    expect(hasPart(element, 'problem')).toBe(false);
});

it('cancels an absence', async () => {
    mockOf(cancelAbsence).mockResolvedValue({ isOk: true });
    const element = await show(PANEL);

    await click(part(element, 'cancel'));

    expect(cancelAbsence).toHaveBeenCalledWith({ absenceId: 'aAB1' });
    expect(refreshApex).toHaveBeenCalledTimes(1);
});

it('says when absences cannot be read', async () => {
    const element = await show();
    wireOf(getAbsences).error({ message: 'Not now.' });
    await settle();

    expect(shownText(find(element, 'c-error-panel')!)).toContain('Not now.');
});

it('bears missing facts', () => {
    expect(absenceLines({})).toEqual([]);
    expect(absenceLines({ absences: [{}] })[0]).toEqual({ id: '', words: ' to : your manager decides' });
    expect(coverViews({}, NOW)).toEqual([]);
    expect(coverViews({ covers: [{}] }, NOW)[0]).toMatchObject({ key: '', rows: [], isEmpty: true });
    expect(delegateOptions({ delegates: [{}] })).toHaveLength(2);
    expect(delegateOptions({})).toEqual([{ label: 'My manager', value: '' }]);
});
