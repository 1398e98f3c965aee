import { refreshApex } from '@salesforce/apex';
import getRestatement from '@salesforce/apex/AttributionController.getRestatement';
import restate from '@salesforce/apex/AttributionController.restate';
import InsightRestatement from 'c/insightRestatement';
import { change, click, find, findAll, hasPart, listen, mockOf, mount, part, settle, textOf, wireOf } from 'testing';

const WAITING: Apex.Restatement = {
    lateTouches: 2,
    mayRestate: true,
    log: ['2026-07-01 12:00 UTC, Ada Admin: Sync was down']
};

async function show(view: Apex.Restatement = WAITING): Promise<HTMLElement> {
    const element = await mount('c-insight-restatement', InsightRestatement, { recordId: '006' });
    wireOf(getRestatement).emit(view);
    await settle();
    return element;
}

it('says nothing where nothing came late', async () => {
    const element = await show({ lateTouches: 0, mayRestate: false, log: [] });

    expect(element.shadowRoot?.textContent.trim()).toBe('');
    await expect(element).toBeAccessible();
});

it('tells everybody what waits, and offers it to who may', async () => {
    const element = await show({ ...WAITING, mayRestate: false });
    expect(textOf(part(element, 'late'))).toBe('2 touches arrived too late to count for this opportunity.');
    expect(hasPart(element, 'restate')).toBe(false);

    const offered = await show();
    expect(hasPart(offered, 'restate')).toBe(true);
    expect(findAll(offered, '[data-id="line"]').map(textOf)).toEqual([
        '2026-07-01 12:00 UTC, Ada Admin: Sync was down'
    ]);
    await expect(offered).toBeAccessible();
});

it('lets them count with the reason, and tells the card', async () => {
    mockOf(restate).mockResolvedValue({ isOk: true, message: 'Late touches count now.' });
    const element = await show();
    const restated = listen(element, 'restated');
    await change(part(element, 'reason'), { value: 'Sync was down' });
    await click(part(element, 'restate'));

    expect(restate).toHaveBeenCalledWith({ opportunityId: '006', reason: 'Sync was down' });
    expect(textOf(part(element, 'done'))).toBe('Late touches count now.');
    expect(part(element, 'reason')).toMatchObject({ value: '' });
    expect(restated).toHaveLength(1);
    expect(refreshApex).toHaveBeenCalled();
});

it('keeps what was typed when it is refused or fails', async () => {
    mockOf(restate).mockResolvedValueOnce({ isOk: false, message: 'Say why.' });
    const element = await show();
    await change(part(element, 'reason'), { value: 'So' });
    await click(part(element, 'restate'));
    expect(textOf(part(element, 'refusal'))).toBe('Say why.');
    expect(part(element, 'reason')).toMatchObject({ value: 'So' });

    mockOf(restate).mockRejectedValueOnce({ body: { message: 'Something broke.' } });
    await click(part(element, 'restate'));
    expect(find(element, 'c-error-panel')).toMatchObject({ error: { body: { message: 'Something broke.' } } });
    expect(part(element, 'reason')).toMatchObject({ value: 'So' });
    await expect(element).toBeAccessible();
});
