import findPeople from '@salesforce/apex/HandoffSetupController.findPeople';
import testRouting from '@salesforce/apex/HandoffSetupController.testRouting';
import HandoffRoutingTest from 'c/handoffRoutingTest';
import { change, find, findAll, hasPart, mockOf, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { personViews, runView } from '../routingTestModel';

const PEOPLE: readonly Apex.PersonOption[] = [
    { id: '00Q1', name: 'Ada Example', whereabouts: 'Harrow Regional, NY, United States' },
    { id: '0031', name: 'Ida Example', whereabouts: 'Harrow Regional' }
];
const RUN: Apex.RoutingDryRun = {
    outcome: 'Ada Example would go to Priya Shah.',
    isPlaced: true,
    team: 'US Northeast',
    mode: 'Enforce',
    calendar: 'US Eastern',
    steps: [
        { name: 'Open opportunity', words: 'Harrow Regional has no open opportunity.', isDeciding: false },
        { name: 'Territory', words: 'US Northeast covers United States, NY.', isDeciding: true }
    ]
};

async function show(people?: readonly Apex.PersonOption[]): Promise<HTMLElement> {
    const element = await mount('c-handoff-routing-test', HandoffRoutingTest);
    if (people) {
        await change(part(element, 'search'), { value: ' Example ' });
        wireOf(findPeople).emit(people);
        await settle();
    }
    return element;
}

async function pick(element: HTMLElement, index: number): Promise<void> {
    findAll<HTMLInputElement>(element, '[data-id="person"]')[index]!.click();
    await settle();
}

it('asks for two letters first', async () => {
    const element = await show();

    expect(textOf(part(element, 'hint'))).toContain('at least two letters');
    await expect(element).toBeAccessible();
});

it('finds people by what is typed', async () => {
    const element = await show(PEOPLE);

    expect(wireOf(findPeople).getLastConfig()).toEqual({ text: 'Example' });
    expect(findAll(element, '.slds-radio__label').map(textOf)).toEqual([
        'Ada Example · Harrow Regional, NY, United States',
        'Ida Example · Harrow Regional'
    ]);
    await expect(element).toBeAccessible();
});

it('says when nobody matches', async () => {
    expect(textOf(part(await show([]), 'hint'))).toContain('Nobody matches');
});

it('explains the outcome step by step', async () => {
    mockOf(testRouting).mockResolvedValue(RUN);
    const element = await show(PEOPLE);

    await pick(element, 0);

    expect(testRouting).toHaveBeenCalledWith({ personId: '00Q1', withInactive: false });
    expect(textOf(part(element, 'outcome'))).toBe('Ada Example would go to Priya Shah.');
    expect(textOf(part(element, 'facts'))).toBe('US Northeast · Enforce · US Eastern');
    expect(findAll(element, '[data-id="step"]').map(textOf)).toEqual([
        'Open opportunity: Harrow Regional has no open opportunity.',
        'Territory: US Northeast covers United States, NY.'
    ]);
    await expect(element).toBeAccessible();
});

it('tries rules that wait to go live, for the same person', async () => {
    mockOf(testRouting).mockResolvedValue(RUN);
    const element = await show(PEOPLE);

    await change(part(element, 'inactive'), { checked: true });
    expect(testRouting).not.toHaveBeenCalled();

    await pick(element, 1);
    await change(part(element, 'inactive'), { checked: false });

    expect(mockOf(testRouting).mock.calls).toEqual([
        [{ personId: '0031', withInactive: true }],
        [{ personId: '0031', withInactive: false }]
    ]);
});

it('keeps the answer to the last question only', async () => {
    let answerFirst: (run: Apex.RoutingDryRun) => void = () => undefined;
    mockOf(testRouting)
        .mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)))
        .mockResolvedValueOnce({ ...RUN, outcome: 'The second.' });
    const element = await show(PEOPLE);

    await pick(element, 0);
    await pick(element, 1);
    answerFirst({ ...RUN, outcome: 'The first.' });
    await settle();

    expect(textOf(part(element, 'outcome'))).toBe('The second.');
});

it('says what went wrong', async () => {
    mockOf(testRouting).mockRejectedValue({ body: { message: 'This person is gone.' } });
    const element = await show(PEOPLE);

    await pick(element, 0);

    expect(shownText(find(element, 'c-error-panel')!)).toContain('This person is gone.');
    expect(hasPart(element, 'result')).toBe(false);
});

it('says when the search fails', async () => {
    const element = await show(PEOPLE);
    wireOf(findPeople).error({ message: 'For administrators.' });
    await settle();

    expect(shownText(find(element, 'c-error-panel')!)).toContain('For administrators.');
});

it('warns where nobody would receive it, and bears missing facts', () => {
    expect(runView({})).toMatchObject({ outcome: '', icon: 'utility:warning', facts: '', steps: [] });
    expect(runView({ steps: [{}] }).steps[0]).toMatchObject({ name: '', words: '', state: 'Passed on' });
    expect(personViews([{}], '')[0]).toMatchObject({ name: '', whereabouts: '', isChecked: true });
});
