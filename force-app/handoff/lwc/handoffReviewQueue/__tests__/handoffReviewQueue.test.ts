import getQueue from '@salesforce/apex/HandoffReviewController.getQueue';
import { registerRefreshHandler } from 'lightning/refresh';
import { refreshApex } from '@salesforce/apex';
import HandoffReviewQueue from 'c/handoffReviewQueue';
import { click, find, hasPart, mount, NOW, NOW_ISO, part, settle, textOf, wireOf } from 'testing';
import { HOUR } from 'c/timeWords';
import { queueLine, queueWords } from '../reviewQueueModel';

const iso = (instant: number): string => new Date(instant).toISOString();

const QUEUE: Apex.ReviewQueue = {
    rows: [
        {
            handoffId: 'a00',
            name: 'HO-00001',
            personId: '00Q1',
            personName: 'Eve Lund',
            company: 'Harrow Regional',
            owed: 'Repair: phone',
            reasonLabel: 'Cannot be contacted',
            rationale: 'The number belongs to a bakery.',
            sentByName: 'Priya Shah',
            dueAt: iso(NOW - 2 * HOUR),
            source: 'Trade show',
            campaignName: 'Q4 ablation'
        }
    ],
    total: 4,
    late: 1,
    serverNow: NOW_ISO
};

async function show(queue: Apex.ReviewQueue = QUEUE): Promise<HTMLElement> {
    const element = await mount('c-handoff-review-queue', HandoffReviewQueue);
    wireOf(getQueue).emit(queue);
    await settle();
    return element;
}

it('shows that it is loading', async () => {
    const element = await mount('c-handoff-review-queue', HandoffReviewQueue);

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('says what is owed, to whom, and how late it is', async () => {
    const element = await show();

    expect(textOf(part(element, 'summary'))).toBe('4 in review, 1 late');
    expect(textOf(part(element, 'line'))).toContain('Repair: phone');
    expect(textOf(part(element, 'clock'))).toContain('2 h late');
    expect(textOf(part(element, 'line'))).toContain('From Priya Shah · Source: Trade show · Campaign: Q4 ablation');
    expect(find(element, 'c-record-link')).toMatchObject({ recordId: '00Q1', label: 'Eve Lund' });
    expect(textOf(part(element, 'shown'))).toBe('Showing 1 of 4');
    await expect(element).toBeAccessible();
});

it('says when there is nothing to review', async () => {
    const element = await show({ rows: [], total: 0, late: 0, serverNow: NOW_ISO });

    expect(textOf(part(element, 'empty'))).toContain('Nothing to review.');
    await expect(element).toBeAccessible();
});

it('opens a line to work on it, and closes it when it is done', async () => {
    const element = await show();

    await click(part(element, 'toggle'));
    expect(find(element, 'c-handoff-review')).toMatchObject({ handoffId: 'a00' });
    find(element, 'c-handoff-review')!.dispatchEvent(new CustomEvent('changed'));
    await settle();

    expect(find(element, 'c-handoff-review')).toBeNull();
    expect(refreshApex).toHaveBeenCalled();
});

it('closes a line again without doing anything', async () => {
    const element = await show();

    await click(part(element, 'toggle'));
    await click(part(element, 'toggle'));

    expect(find(element, 'c-handoff-review')).toBeNull();
});

it('reads again when the page changed, and when somebody asks', async () => {
    const element = await mount('c-handoff-review-queue', HandoffReviewQueue);
    wireOf(getQueue).error({ message: 'No' });
    await settle();
    find(element, 'c-error-panel')!.dispatchEvent(new CustomEvent('retried'));
    const [, readAgain] = jest.mocked(registerRefreshHandler).mock.calls.at(-1)!;
    await readAgain();

    expect(refreshApex).toHaveBeenCalledTimes(2);
    expect(hasPart(element, 'line')).toBe(false);
});

it('speaks plainly without a clock or a name', () => {
    expect(queueLine({ name: 'HO-1' }, NOW, 'a')).toMatchObject({
        left: 'No clock',
        due: '',
        person: 'HO-1',
        facts: ''
    });
    expect(queueWords(undefined)).toBe('0 in review');
    expect(queueWords({ total: 3 })).toBe('3 in review');
});
