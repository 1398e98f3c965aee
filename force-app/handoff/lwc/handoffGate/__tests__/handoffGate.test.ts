import HandoffGate from 'c/handoffGate';
import { click, find, findAll, hasPart, listen, mount, part, settle, shownText, textOf } from 'testing';
import { brief } from '../../handoffCard/__tests__/data/card';
import { early, qualification } from '../../handoffCard/__tests__/data/qualification';

const missing: Apex.Brief = {
    ...brief,
    context: [
        { name: 'Role', label: 'Institutional role', isFilled: true, whoFills: 'Marketing' },
        {
            name: 'Interest',
            label: 'Expressed interest',
            isFilled: false,
            whoFills: 'Marketing can fill it in on this page.'
        }
    ]
};
const closed: Apex.Qualification = { ...qualification, isMet: false };
const show = (properties: object): Promise<HTMLElement> =>
    mount('c-handoff-gate', HandoffGate, { brief, gate: qualification, canHandOver: true, ...properties });

async function write(element: Element, text: string): Promise<void> {
    part(element, 'override-text').dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
    await settle();
}

it('hands over when the gate is met', async () => {
    const element = await show({});
    const fired = listen(element, 'handover');

    await click(part(element, 'hand-over'));

    expect(textOf(part(element, 'summary'))).toBe('Qualified. Sales can have this lead.');
    expect(part(element, 'hand-over')).toMatchObject({ disabled: false, label: 'Hand to sales' });
    expect(hasPart(element, 'override')).toBe(false);
    expect(fired).toEqual([{ overrideText: '' }]);
    await expect(element).toBeAccessible();
});

it('shows scores and context as one checklist', async () => {
    const element = await show({ brief: missing, gate: closed });

    expect(textOf(part(element, 'summary'))).toBe(
        '1 of 2 facts are missing. Sales gets this lead when they are filled in.'
    );
    expect(findAll(element, '[data-id="item"]').map(textOf)).toEqual([
        'Fit: 90, 60 needed · met',
        'Engagement: 63, 50 needed · met',
        'Context facts: 5, 4 needed · met',
        'Institutional role · there',
        'Expressed interest · missing · Marketing can fill it in on this page.'
    ]);
    await expect(element).toBeAccessible();
});

it('watches a strong fit that is early', async () => {
    const element = await show({ gate: early });

    expect(textOf(part(element, 'summary'))).toBe('Watch: strong fit, early');
    expect(textOf(part(element, 'watch'))).toContain('not engaged enough yet');
    await expect(element).toBeAccessible();
});

it('says plainly that scores are too low', async () => {
    const element = await show({ gate: closed });

    expect(textOf(part(element, 'summary'))).toBe('Not qualified yet.');
    expect(hasPart(element, 'watch')).toBe(false);
});

it('passes the gate by for a reason', async () => {
    const element = await show({ gate: early });
    const fired = listen(element, 'handover');

    await write(element, ' The chief surgeon called and wants a visit. ');
    await click(part(element, 'override'));

    expect(hasPart(element, 'hand-over')).toBe(false);
    expect(textOf(part(element, 'override-hint'))).toBe('Sales reads it, and it is kept in the list of overrides.');
    expect(fired).toEqual([{ overrideText: 'The chief surgeon called and wants a visit.' }]);
    await expect(element).toBeAccessible();
});

it('asks for a longer reason and keeps what was written', async () => {
    const element = await show({ gate: early });

    await write(element, ' because ');

    expect(part(element, 'override')).toMatchObject({ disabled: true });
    expect(part(element, 'override-text')).toMatchObject({ value: ' because ' });
    expect(textOf(part(element, 'override-hint'))).toContain('13 more characters, please.');
});

it('waits while the server works', async () => {
    expect(part(await show({ isBusy: true }), 'hand-over')).toMatchObject({ disabled: true });
    expect(part(await show({ isBusy: true, gate: early }), 'override')).toMatchObject({ disabled: true });
});

it.each([
    ['the record says so', { brief: { ...brief, doNotContact: true } }],
    ['a touch says so', { gate: { ...closed, isOptedOut: true } }]
])('cannot be passed by anybody who opted out: %s', async (_case, properties) => {
    const element = await show(properties);

    expect(part(element, 'hand-over')).toMatchObject({ disabled: true });
    expect(hasPart(element, 'override')).toBe(false);
    expect(hasPart(element, 'opted-out')).toBe(true);
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
