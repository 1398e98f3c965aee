import { refreshApex } from '@salesforce/apex';
import getRejected from '@salesforce/apex/HandoffRejectedController.getRejected';
import { registerRefreshHandler } from 'lightning/refresh';
import HandoffRejectedList from 'c/handoffRejectedList';
import {
    click,
    find,
    findAll,
    footOf,
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
import { rejected } from '../../handoffRow/__tests__/data/rows';
import { reasonBars, rejectedLine } from '../rejectedListModel';

const REASONS: readonly Apex.ReasonCount[] = [
    { code: 'BAD_DATA', label: 'Cannot be contacted', count: 5, faultSide: 'Marketing' },
    { code: 'TOO_EARLY', label: 'Right person, too early', count: 20, faultSide: 'Neutral' },
    { code: 'CAPACITY', label: 'No capacity to work it', count: 1, faultSide: 'Sales' }
];
const LIST: Apex.HandoffList = {
    rows: [rejected],
    total: 26,
    nextCursor: 'next',
    reasons: REASONS,
    serverNow: NOW_ISO
};

async function show(list: Apex.HandoffList | undefined = LIST): Promise<HTMLElement> {
    const element = await mount('c-handoff-rejected-list', HandoffRejectedList);
    if (list) {
        wireOf(getRejected).emit(list);
        await settle();
    }
    return element;
}

const config = (): Readonly<Record<string, unknown>> => wireOf(getRejected).getLastConfig();
const reason = (element: Element, code: string): HTMLElement => find(element, `[data-code="${code}"]`)!;

it('shows that it is loading', async () => {
    const element = await mount('c-handoff-rejected-list', HandoffRejectedList);

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('shows who rejected what and why, with source and campaign', async () => {
    const element = await show();

    const line = part(element, 'line');
    expect(find(element, 'c-record-link')).toMatchObject({ recordId: '00Q5', label: 'Eve Lund' });
    expect(textOf(line)).toContain(
        'Cannot be contactedThe number belongs to a bakery.Rejected by Priya Shah, Tue 24 Nov, 12:00'
    );
    expect(textOf(line)).toContain('Source: Trade show · Campaign: Q4 ablation');
    expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 1 of 26');
    await expect(element).toBeAccessible();
});

it('orders reasons by count, with the side in words', async () => {
    const element = await show();

    expect(findAll(element, '[data-id="reason"]').map(textOf)).toEqual([
        "Right person, too early · nobody's fault20",
        'Cannot be contacted · marketing quality5',
        'No capacity to work it · sales side1'
    ]);
});

it('filters by a reason; the same click or a button shows all again', async () => {
    const element = await show();

    await click(reason(element, 'BAD_DATA'));
    expect(config()).toMatchObject({ filter: { dimension: 'reason', reason: 'BAD_DATA' } });
    expect(reason(element, 'BAD_DATA').getAttribute('aria-pressed')).toBe('true');

    await click(reason(element, 'BAD_DATA'));
    expect(config()).toMatchObject({ filter: { reason: '' } });

    await click(reason(element, 'CAPACITY'));
    await click(part(element, 'all'));
    expect(config()).toMatchObject({ filter: { reason: '' } });
});

it('counts by campaign and keeps the reason that was picked', async () => {
    const element = await show();

    await click(reason(element, 'BAD_DATA'));
    find(element, '[data-id="dimension"]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'campaign' } }));
    await settle();
    expect(config()).toMatchObject({ filter: { dimension: 'campaign', reason: 'BAD_DATA' } });
    wireOf(getRejected).emit({ ...LIST, reasons: [{ code: '701', label: 'Q4 ablation', count: 2 }] });
    await settle();

    expect(findAll(element, '[data-id="reason"]').map(textOf)).toEqual(['Q4 ablation 2']);
    await click(reason(element, '701'));
    expect(config()).toMatchObject({ filter: { campaign: '701', reason: 'BAD_DATA' } });
    expect(textOf(part(element, 'picked'))).toBe('Only: Cannot be contacted · Q4 ablation');
    await expect(element).toBeAccessible();
});

it('takes a bar for what it still counts while those of another choice are on their way', async () => {
    const element = await show();

    find(element, '[data-id="dimension"]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'campaign' } }));
    await settle();
    await click(reason(element, 'BAD_DATA'));

    expect(config()).toMatchObject({ filter: { dimension: 'campaign', reason: 'BAD_DATA', campaign: '' } });
    expect(reason(element, 'BAD_DATA').getAttribute('aria-pressed')).toBe('true');
});

it.each([
    ['nothing was rejected', async () => show({ rows: [], total: 0, reasons: [] }), 'Nothing has been rejected yet.'],
    [
        'nothing was rejected for the reason',
        async () => {
            const element = await show();
            await click(reason(element, 'CAPACITY'));
            wireOf(getRejected).emit({ ...LIST, rows: [], total: 0 });
            await settle();
            return element;
        },
        'Nothing was rejected for this reason.'
    ]
])('says when %s', async (_case, arrange, words) => {
    const element = await arrange();

    expect(textOf(part(element, 'empty'))).toBe(words);
    await expect(element).toBeAccessible();
});

it('shows more until there is no more', async () => {
    mockOf(getRejected).mockResolvedValue({
        rows: [{ ...rejected, handoffId: 'a006', personName: 'Finn Oda' }],
        total: 26
    });
    const element = await show();

    await click(part(footOf(element), 'more'));

    expect(getRejected).toHaveBeenCalledWith({
        filter: { dimension: 'reason', reason: '', campaign: '', source: '' },
        pageSize: 25,
        cursor: 'next'
    });
    expect(findAll(element, '[data-id="line"]')).toHaveLength(2);
    expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 2 of 26');
    expect(hasPart(footOf(element), 'more')).toBe(false);
});

it('says when more cannot be had, and keeps what is there', async () => {
    mockOf(getRejected).mockRejectedValue({ body: { message: 'Try later.' } });
    const element = await show();

    await click(part(footOf(element), 'more'));

    expect(shownText(find(footOf(element), 'c-error-panel')!)).toContain('Try later.');
    expect(findAll(element, '[data-id="line"]')).toHaveLength(1);
    expect(part(footOf(element), 'more')).toMatchObject({ disabled: false });
});

it('says what went wrong, tries again, and reads again when the page asks', async () => {
    const element = await mount('c-handoff-rejected-list', HandoffRejectedList);
    wireOf(getRejected).error({ message: 'Not now.' });
    await settle();

    await click(find(find(element, 'c-error-panel')!, 'lightning-button')!);
    const handler = (registerRefreshHandler as jest.Mock).mock.calls[0] as [unknown, () => Promise<void>];
    await handler[1]();

    expect(refreshApex).toHaveBeenCalledTimes(2);
});

it('draws no bar where nothing is counted', () => {
    expect(reasonBars(undefined, '')).toEqual([]);
    expect(reasonBars([{ code: 'A', label: 'A' }], 'A')[0]).toMatchObject({
        count: 0,
        style: 'inline-size: 0%',
        pressed: 'true'
    });
});

it('falls back to names and codes where words are missing', () => {
    expect(rejectedLine({ handoffId: 'a', name: 'HO-1', reasonCode: 'OLD' }, NOW)).toMatchObject({
        person: 'HO-1',
        reason: 'OLD',
        company: ''
    });
});

it.each([
    ['the follow-up', { followUp: 'Comes back on 6 Nov 2027.', revisitOn: '2027-11-06' }, 'Comes back on 6 Nov 2027.'],
    ['the revisit, where no follow-up says it', { revisitOn: '2027-11-06' }, 'Comes back on 6 Nov 2027'],
    ['nothing', {}, '']
])('says what is next by %s', (_case, row, next) => {
    expect(rejectedLine(row, NOW).next).toBe(next);
});
