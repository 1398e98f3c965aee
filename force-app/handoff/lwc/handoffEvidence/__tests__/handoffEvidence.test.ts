import HandoffEvidence from 'c/handoffEvidence';
import { dropDraft } from 'c/handoffDraft';
import { change, click, find, findAll, listen, mount, NOW, part, textOf } from 'testing';
import { accepted } from '../../handoffQualification/__tests__/data/panel';
import { meaningfulLength } from '../evidenceModel';

const EVIDENCE = 'The console fails twice a month and procedures move.';
const show = (properties: object = {}): Promise<HTMLElement> =>
    mount('c-handoff-evidence', HandoffEvidence, { panel: accepted, now: NOW, ...properties });
const field = (element: Element, name: string): HTMLElement => find(element, `[data-name="${name}"]`)!;

afterEach(() => dropDraft('a001.qualification'));

it('asks for evidence of each criterion and sends it', async () => {
    const element = await show();
    const sent = listen(element, 'qualify');

    expect(textOf(part(element, 'answer'))).toBe('The person answered: Tue 24 Nov, 11:00');
    expect(findAll(element, '[data-id="hint"]').map(textOf)).toEqual(['20 more characters', '20 more characters']);
    await change(field(element, 'Need_Evidence__c'), { value: EVIDENCE });
    expect(findAll(element, '[data-id="hint"]').map(textOf)).toEqual(['Enough', '20 more characters']);
    await click(part(element, 'qualify'));

    expect(sent[0]).toEqual({ Need_Evidence__c: EVIDENCE, Timeline_Evidence__c: '' });
    await expect(element).toBeAccessible();
});

it('waits for an answer of the person', async () => {
    const element = await show({ panel: { ...accepted, firstTwoWayAt: undefined } });

    expect(textOf(part(element, 'answer'))).toContain('No answer yet.');
    expect(part(element, 'qualify')).toMatchObject({ disabled: true });
    await expect(element).toBeAccessible();
});

it('keeps what is typed when the page is left', async () => {
    const first = await show();
    await change(field(first, 'Need_Evidence__c'), { value: EVIDENCE });
    first.remove();

    const second = await show();

    expect(field(second, 'Need_Evidence__c')).toMatchObject({ value: EVIDENCE });
});

it('shows problems of the server at their fields', async () => {
    const element = await show({
        problem: { code: 'X', message: 'Write more.', fields: [{ name: 'Need_Evidence__c', message: 'Need: more.' }] }
    });
    expect(findAll(element, '[data-id="field-problem"]').map(textOf)).toEqual(['Need: more.']);
    await change(field(element, 'Need_Evidence__c'), { value: EVIDENCE });
    expect(findAll(element, '[data-id="field-problem"]')).toEqual([]);

    const other = await show({ problem: { code: 'X', message: 'Not yours.', fields: [] } });
    expect(textOf(part(other, 'problem'))).toBe('Not yours.');
});

it.each([
    ['', 0],
    ['yes yes yes yes', 3],
    ['Ja, im März!', 8]
])('counts what says something in %p', (text, length) => {
    expect(meaningfulLength(text)).toBe(length);
});
