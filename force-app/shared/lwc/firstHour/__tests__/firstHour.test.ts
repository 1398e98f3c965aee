import { refreshApex } from '@salesforce/apex';
import fix from '@salesforce/apex/SetupStepsController.fix';
import getSteps from '@salesforce/apex/SetupStepsController.getSteps';
import FirstHour from 'c/firstHour';
import { change, click, find, findAll, mockOf, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { progress, stepViews } from '../firstHourModel';

const TEAM: Apex.SetupStepState = {
    name: 'Sales_Teams',
    label: 'Put reps into the sales teams',
    purpose: 'An empty team receives nothing.',
    isDone: false,
    facts: '8 of 8 teams have no member',
    actionLabel: 'Add to team',
    path: '/lightning/setup/PublicGroups/home',
    pathLabel: 'Public groups in Setup',
    inputs: [
        { name: 'team', label: 'Team', choices: [{ value: 'West', label: 'US West', description: 'West' }] },
        {
            name: 'person',
            label: 'Person',
            choices: [{ value: '005', label: 'Ana Ruiz', description: 'ana@x.example' }]
        }
    ]
};
const SWEEP: Apex.SetupStepState = {
    name: 'Heartbeat',
    label: 'Start the background sweep',
    purpose: 'It warns.',
    isDone: true,
    facts: 'Every 5 minutes',
    inputs: []
};

async function show(steps?: readonly Apex.SetupStepState[]): Promise<HTMLElement> {
    const element = await mount('c-first-hour', FirstHour);
    if (steps) {
        wireOf(getSteps).emit(steps);
        await settle();
    }
    return element;
}

async function choose(element: HTMLElement, values: readonly string[]): Promise<void> {
    for (const [index, box] of findAll(element, 'lightning-combobox').entries()) {
        // eslint-disable-next-line no-await-in-loop -- one choice after the other, as a person does
        await change(box, { value: values[index] });
    }
}

it('shows that it is loading', async () => {
    const element = await show();

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('says how far the set-up is, and step by step how it stands', async () => {
    const element = await show([TEAM, SWEEP]);

    expect(textOf(part(element, 'progress'))).toBe('1 of 2 steps are done');
    expect(findAll(element, 'h3').map(textOf)).toEqual([
        'Put reps into the sales teams To do',
        'Start the background sweep Done'
    ]);
    expect(findAll(element, '[data-id="link"]').map((link) => link.getAttribute('href'))).toEqual([
        '/lightning/setup/PublicGroups/home'
    ]);
    await expect(element).toBeAccessible();
});

it('does a step once everything that it asks for is chosen, and says what was done', async () => {
    mockOf(fix).mockResolvedValue({ isOk: true, message: 'Ana Ruiz belongs to US West now.' });
    const element = await show([TEAM, SWEEP]);
    expect(part(element, 'fix')).toMatchObject({ disabled: true });

    await choose(element, ['West', '005']);
    await click(part(element, 'fix'));

    expect(fix).toHaveBeenCalledWith({ name: 'Sales_Teams', input: { team: 'West', person: '005' } });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(textOf(part(element, 'answer'))).toBe('Ana Ruiz belongs to US West now.');
    await expect(element).toBeAccessible();
});

it('keeps the choice when the step is refused', async () => {
    mockOf(fix).mockResolvedValue({ isOk: false, message: 'The platform refused it.' });
    const element = await show([TEAM]);

    await choose(element, ['West', '005']);
    await click(part(element, 'fix'));

    expect(textOf(part(element, 'answer'))).toBe('The platform refused it.');
    expect(findAll(element, 'lightning-combobox').map((box) => (box as HTMLElement & { value: string }).value)).toEqual(
        ['West', '005']
    );
});

it('says beside the step what went wrong, and leaves the others alone', async () => {
    mockOf(fix).mockRejectedValue({ body: { message: 'The line is down.' } });
    const element = await show([TEAM, SWEEP]);

    await choose(element, ['West', '005']);
    await click(part(element, 'fix'));

    expect(findAll(element, 'c-error-panel')).toHaveLength(1);
    expect(part(element, 'fix')).toMatchObject({ disabled: false });
});

it('says what went wrong with the whole, and that there is nothing to do', async () => {
    const element = await show();
    wireOf(getSteps).error({ message: 'The set-up page is for administrators.' });
    await settle();
    expect(shownText(find(element, 'c-error-panel')!)).toContain('for administrators');

    wireOf(getSteps).emit([]);
    await settle();
    expect(textOf(part(element, 'empty'))).toContain('No set-up step is active');
    await expect(element).toBeAccessible();
});

it('tells when all is done, and when a list was cut', () => {
    expect(progress([SWEEP])).toBe('All 1 steps are done');

    const choices = Array.from({ length: 200 }, (_, index) => ({ value: String(index), label: 'x' }));
    const [view] = stepViews([{ ...TEAM, inputs: [{ name: 'person', label: 'Person', choices }] }], {}, '');
    expect(view!.inputs[0]!.help).toBe('Showing the first 200. Others are found in Setup.');
});
