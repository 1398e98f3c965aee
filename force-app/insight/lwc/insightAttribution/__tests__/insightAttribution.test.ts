import getAttribution from '@salesforce/apex/AttributionController.getAttribution';
import getModels from '@salesforce/apex/AttributionController.getModels';
import { refreshApex } from '@salesforce/apex';
import { registerRefreshHandler } from 'lightning/refresh';
import InsightAttribution from 'c/insightAttribution';
import { click, find, findAll, footOf, hasPart, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { choiceOf, choose, fileOf, frameOf, stateOf } from '../../insightFrame/__tests__/data/frames';

const MODELS: Apex.ModelOption[] = [
    { name: 'First_Touch', label: 'First touch', rule: 'All credit to what brought the person in.' },
    { name: 'Linear', label: 'Linear', rule: 'The same credit to every touch.' },
    { name: 'W_Shaped', label: 'W-shaped', rule: 'Credit to the first touch, the lead and the opportunity.' }
];

const LINEAR: Apex.AttributionView = {
    modelName: 'Linear',
    modelLabel: 'Linear',
    rule: 'The same credit to every touch.',
    currencyCode: 'USD',
    fractionDigits: 2,
    amount: 100.01,
    total: 100.01,
    state: 'won',
    countedFrom: '2025-01-10',
    countedUntil: '2026-11-20',
    hasTouches: true,
    credits: [
        {
            touchId: 'a01',
            at: '2026-11-24T20:00:00Z',
            what: 'White paper: Ablation outcomes',
            personName: 'Ana Ruiz',
            campaignId: '701',
            campaignName: 'Spring ablation',
            moments: ['First touch', 'Lead came in'],
            share: 0.50005,
            amount: 50.01
        },
        { touchId: 'a02', at: '2026-11-25T12:00:00Z', what: 'Webinar', moments: [], share: 0.49995, amount: 50 }
    ]
};
const SHAPED: Apex.AttributionView = {
    ...LINEAR,
    modelName: 'W_Shaped',
    modelLabel: 'W-shaped',
    rule: 'Credit to the first touch, the lead and the opportunity.',
    credits: LINEAR.credits?.map((credit, index) => ({
        ...credit,
        share: index === 0 ? 1 : 0,
        amount: index === 0 ? 100.01 : 0
    }))
};

async function show(shaped = SHAPED, linear = LINEAR): Promise<HTMLElement> {
    const element = await mount('c-insight-attribution', InsightAttribution, { recordId: '006' });
    wireOf(getModels).emit(MODELS);
    await settle();
    wireOf(getAttribution).emit(shaped, (config) => config.modelName === 'W_Shaped');
    wireOf(getAttribution).emit(linear, (config) => config.modelName === 'Linear');
    await settle();
    return element;
}

const cells = (row: Element): string[] => [...row.querySelectorAll('th, td')].map(textOf);

it('shows that it is loading', async () => {
    const element = await mount('c-insight-attribution', InsightAttribution, { recordId: '006' });

    expect(stateOf(element).isLoading).toBe(true);
    await expect(element).toBeAccessible();
});

it('shows what each touch earns by two models, and that it adds up', async () => {
    const element = await show();

    expect(findAll(element, '[data-id="model"]').map(textOf)).toEqual(['W-shaped', 'Linear']);
    expect(findAll(element, '[data-id="line"]').map(cells)).toEqual([
        [
            'White paper: Ablation outcomesTue 24 Nov, 15:00Ana RuizFirst touch · Lead came in',
            '$100.01100.0 %',
            '$50.0150.0 %',
            ''
        ],
        ['WebinarWed 25 Nov, 07:00', '$0.000.0 %', '$50.0050.0 %', '']
    ]);
    expect(findAll(element, 'c-record-link')).toMatchObject([
        { recordId: '701', label: 'Spring ablation' },
        { recordId: undefined, label: 'No campaign' }
    ]);
    expect(findAll(element, '[data-id="sum"]').map(textOf)).toEqual(['$100.01', '$100.01']);
    expect(textOf(part(element, 'total'))).toContain('Total: the amount of the opportunity');
    expect(textOf(part(element, 'rules'))).toBe(
        'W-shapedCredit to the first touch, the lead and the opportunity.LinearThe same credit to every touch.'
    );
    expect(textOf(part(element, 'scope'))).toContain('10 Jan 2025 to 20 Nov 2026');
    expect(hasPart(element, 'remark')).toBe(false);
    await expect(element).toBeAccessible();
});

it('splits by another model on either side', async () => {
    const element = await show();

    await choose(element, 'first', 'First_Touch');
    wireOf(getAttribution).emit(
        { ...SHAPED, modelName: 'First_Touch', modelLabel: 'First touch' },
        (config) => config.modelName === 'First_Touch'
    );
    await settle();
    await choose(element, 'second', 'W_Shaped');
    wireOf(getAttribution).emit(SHAPED, (config) => config.modelName === 'W_Shaped');
    await settle();

    expect(findAll(element, '[data-id="model"]').map(textOf)).toEqual(['First touch', 'W-shaped']);
});

it('opens with the models that the page names', async () => {
    await mount('c-insight-attribution', InsightAttribution, {
        recordId: '006',
        firstModel: 'First_Touch',
        secondModel: 'First_Touch'
    });

    expect(wireOf(getAttribution).getLastConfig()).toEqual({ opportunityId: '006', modelName: 'First_Touch' });
});

it('credits nobody when there is no touch', async () => {
    const untouched: Apex.AttributionView = {
        ...LINEAR,
        hasTouches: false,
        credits: [{ what: 'No marketing touch', share: 1, amount: 100.01, moments: [] }]
    };
    const element = await show(untouched, untouched);

    expect(textOf(part(element, 'remark'))).toBe(
        'No marketing touch of the buying group counts in this time. The whole amount stays with "No marketing touch".'
    );
    expect(cells(part(element, 'line'))).toEqual(['No marketing touch', '$100.01100.0 %', '$100.01100.0 %', '']);
    await expect(element).toBeAccessible();
});

it('says that an opportunity is open and has no amount', async () => {
    const open: Apex.AttributionView = { ...LINEAR, state: 'open', amount: undefined, total: undefined };
    const credits = LINEAR.credits?.map((credit) => ({ ...credit, amount: undefined }));
    const element = await show({ ...open, credits }, { ...open, credits });

    expect(findAll(element, '[data-id="remark"]').map(textOf)).toEqual([
        'Not closed yet: this is how credit would be split today.',
        'This opportunity has no amount yet, so only shares are shown. Enter an amount to see credit in money.'
    ]);
    expect(findAll(element, '[data-id="amount"]').map(textOf)).toEqual(['', '', '', '']);
    expect(cells(part(element, 'total'))).toEqual(['Total', '100.0 %', '100.0 %', '']);
});

it('credits nothing of a lost opportunity', async () => {
    const lost: Apex.AttributionView = { ...LINEAR, state: 'lost', hasTouches: false, credits: [], total: undefined };
    const element = await show(lost, lost);

    expect(textOf(part(element, 'remark'))).toBe('This opportunity was lost, so nothing is credited.');
    expect(find(element, 'table')).toBeNull();
    await expect(element).toBeAccessible();
});

it('shows many touches in pages, with the total of all', async () => {
    const credits = Array.from({ length: 60 }, (_, index) => ({ touchId: `a${index}`, what: 'Form', amount: 1 }));
    const many: Apex.AttributionView = { ...LINEAR, credits };
    const element = await show(many, many);

    expect(findAll(element, '[data-id="line"]')).toHaveLength(50);
    expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 50 of 60');
    await click(part(footOf(element), 'more'));

    expect(findAll(element, '[data-id="line"]')).toHaveLength(60);
    expect(hasPart(footOf(element), 'more')).toBe(false);
});

it('says what went wrong, lets one choose another model, and reads again', async () => {
    const element = await show();
    wireOf(getAttribution).error({ message: 'This attribution model does not exist.' });
    await settle();

    const panel = find(frameOf(element), 'c-error-panel')!;
    expect(shownText(panel)).toContain('This attribution model does not exist.');
    expect(choiceOf(element, 'first').value).toBe('W_Shaped');
    panel.dispatchEvent(new CustomEvent('retried'));
    expect(refreshApex).toHaveBeenCalledTimes(3);
});

it('reads again when the page is refreshed', async () => {
    await show();
    const [, refresh] = jest.mocked(registerRefreshHandler).mock.calls.at(-1)!;

    await refresh();

    expect(refreshApex).toHaveBeenCalledTimes(3);
});

it('gives every credit to a file, with bare values, whatever is shown of them', async () => {
    const credits = Array.from({ length: 60 }, (_, index) => ({
        touchId: `a${index}`,
        what: 'Form',
        at: '2026-11-20T10:00:00.000Z',
        personName: 'Ana',
        share: 0.5,
        amount: 1
    }));
    const element = await show({ ...SHAPED, credits }, { ...LINEAR, credits });
    const { heads, read } = fileOf(element);
    const { rows } = await read();

    expect(heads.slice(-4)).toEqual(['W-shaped: Share', 'W-shaped: Amount USD', 'Linear: Share', 'Linear: Amount USD']);
    expect(rows).toHaveLength(60);
    expect(rows[0]).toEqual(['a0', 'Form', '2026-11-20T10:00:00.000Z', 'Ana', undefined, 0.5, 1, 0.5, 1]);
});
