import HandoffWhyQualified from 'c/handoffWhyQualified';
import { findAll, hasPart, mount, part, textOf } from 'testing';
import { brief } from '../../handoffCard/__tests__/data/card';
import { qualification } from '../../handoffCard/__tests__/data/qualification';

const show = (properties: object): Promise<HTMLElement> =>
    mount('c-handoff-why-qualified', HandoffWhyQualified, { brief: { ...brief, qualification }, ...properties });

it('says why, criterion by criterion, with value, threshold and version', async () => {
    const element = await show({});

    expect(findAll(element, '[data-id="criterion"]').map(textOf)).toEqual([
        'Fit: 90, 60 needed · met',
        'Engagement: 63, 50 needed · met',
        'Context facts: 5, 4 needed · met'
    ]);
    expect(findAll(element, '[data-id="fit-part"]').map(textOf)).toEqual([
        'Role: Department head, 25 of 35 points',
        'Institution: Hospital, 500 beds, 35 of 35 points',
        'Specialty: not known, 0 of 30 points'
    ]);
    expect(textOf(part(element, 'versions'))).toBe('Gate v1 · Policy P1_v1');
    expect(hasPart(element, 'override')).toBe(false);
    await expect(element).toBeAccessible();
});

it('warns that an influencer does not sign', async () => {
    const element = await show({});

    expect(textOf(part(element, 'authority'))).toBe(
        'Authority: Influencer. Recommends, but does not sign. Ask who else decides.'
    );
});

it('leaves a decision maker without that warning', async () => {
    const element = await show({
        brief: { ...brief, qualification: { ...qualification, authority: 'Decision maker' } }
    });

    expect(textOf(part(element, 'authority'))).toBe('Authority: Decision maker');
});

it('says that marketing overrode the gate, and why', async () => {
    const element = await show({ brief: { ...brief, qualification, overrideText: 'The chief surgeon called.' } });

    expect(textOf(part(element, 'override'))).toBe(
        'Handed over by hand although the gate was not met: The chief surgeon called.'
    );
});

it('shows the sentences alone when nothing was frozen', async () => {
    const element = await show({ brief });

    expect(findAll(element, 'li').map(textOf)).toEqual([
        'Fit is 90, the gate is 70.',
        'Engagement is 64, the gate is 50.'
    ]);
    expect(textOf(part(element, 'versions'))).toBe('Policy P1_v1');
    await expect(element).toBeAccessible();
});
