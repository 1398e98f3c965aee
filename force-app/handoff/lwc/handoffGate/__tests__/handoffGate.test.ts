import HandoffGate from 'c/handoffGate';
import { click, find, findAll, hasPart, listen, mount, part, shownText, textOf } from 'testing';
import { brief } from '../../handoffCard/__tests__/data/card';

const missing: Apex.Brief = {
    ...brief,
    context: [
        { name: 'Role', label: 'Institutional role', isFilled: true, whoFills: 'Marketing' },
        {
            name: 'Interest',
            label: 'Expressed interest',
            isFilled: false,
            whoFills: 'Marketing can fill it in on the lead.'
        }
    ]
};
const show = (properties: object): Promise<HTMLElement> =>
    mount('c-handoff-gate', HandoffGate, { brief, canHandOver: true, ...properties });

it('hands over when all context is there', async () => {
    const element = await show({});
    const fired = listen(element, 'handover');

    await click(part(element, 'hand-over'));

    expect(textOf(part(element, 'summary'))).toBe('All context is there.');
    expect(part(element, 'hand-over')).toMatchObject({ disabled: false, label: 'Hand to sales' });
    expect(fired).toHaveLength(1);
    await expect(element).toBeAccessible();
});

it('says what is missing and who can fill it in', async () => {
    const element = await show({ brief: missing });

    expect(textOf(part(element, 'summary'))).toBe(
        '1 of 2 facts are missing. Sales gets this lead when they are filled in.'
    );
    expect(findAll(element, '[data-id="item"]').map(textOf)).toEqual([
        'Institutional role · there',
        'Expressed interest · missing · Marketing can fill it in on the lead.'
    ]);
    expect(part(element, 'hand-over')).toMatchObject({ disabled: true });
    await expect(element).toBeAccessible();
});

it.each([
    ['the server works', { isBusy: true }],
    ['the person opted out', { brief: { ...brief, doNotContact: true } }]
])('cannot be passed while %s', async (_case, properties) => {
    const element = await show(properties);

    expect(part(element, 'hand-over')).toMatchObject({ disabled: true });
});

it('tells others who hands over', async () => {
    const element = await show({ canHandOver: false });

    expect(hasPart(element, 'hand-over')).toBe(false);
    expect(shownText(element)).toContain('Marketing hands this lead over.');
});

it('shows what the server refused, field by field', async () => {
    const problem = {
        code: 'HANDOFF_CONTEXT_MISSING',
        message: 'Context is missing.',
        fields: [{ name: 'X', message: 'Fill in the interest.' }]
    };
    const element = await show({ problem });

    expect(textOf(find(element, '[role="alert"]'))).toBe('Context is missing.Fill in the interest.');
});
