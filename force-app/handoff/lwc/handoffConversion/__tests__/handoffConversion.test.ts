import getAccountChoices from '@salesforce/apex/HandoffQualificationController.getAccountChoices';
import HandoffConversion from 'c/handoffConversion';
import { dropDraft } from 'c/handoffDraft';
import { change, click, find, findAll, hasPart, listen, mount, part, settle, textOf, wireOf } from 'testing';
import { qualified } from '../../handoffQualification/__tests__/data/panel';

const show = (properties: object = {}): Promise<HTMLElement> =>
    mount('c-handoff-conversion', HandoffConversion, { panel: qualified, ...properties });
const field = (element: Element, name: string): HTMLElement => find(element, `[data-name="${name}"]`)!;

async function fillStep(element: HTMLElement): Promise<void> {
    await change(field(element, 'nextStep'), { value: ' Evaluation in OR 2 ' });
    await change(field(element, 'nextStepOn'), { value: '2026-12-07' });
    await change(field(element, 'processType'), { value: 'Evaluation' });
}

afterEach(() => dropDraft('a001.conversion'));

it('converts into the account that is known', async () => {
    const element = await show();
    const sent = listen(element, 'convert');
    await fillStep(element);

    await click(part(element, 'convert'));

    expect(sent[0]).toEqual({
        nextStep: 'Evaluation in OR 2',
        nextStepOn: '2026-12-07',
        processType: 'Evaluation',
        accountId: '0011',
        contactId: undefined,
        opportunityId: undefined,
        isNewAccount: false
    });
    expect(part(element, 'convert')).toMatchObject({ label: 'Create opportunity' });
    await expect(element).toBeAccessible();
});

it('offers contacts and open opportunities of the account', async () => {
    const element = await show();
    wireOf(getAccountChoices).emit({
        contacts: [{ label: 'Ana Ruiz', value: '0031' }],
        opportunities: [{ label: 'Console', value: '0061' }]
    });
    await settle();
    const sent = listen(element, 'convert');

    await change(field(element, 'contactId'), { value: '0031' });
    await change(field(element, 'opportunityId'), { value: '0061' });
    await click(part(element, 'convert'));

    expect(part(element, 'convert')).toMatchObject({ label: 'Join opportunity' });
    expect(sent[0]).toMatchObject({ contactId: '0031', opportunityId: '0061' });
    await expect(element).toBeAccessible();
});

it('asks to confirm a new account', async () => {
    const element = await show({ panel: { ...qualified, accountId: undefined } });
    const sent = listen(element, 'convert');
    await click(part(element, 'convert'));
    await change(part(element, 'new-account'), { checked: true });
    await click(part(element, 'convert'));

    expect(sent.map((detail) => (detail as Apex.ConversionInput).isNewAccount)).toEqual([false, true]);
    await change(field(element, 'accountId'), { recordId: '0012' });
    expect(hasPart(element, 'new-account')).toBe(false);
});

it('needs no account for a contact', async () => {
    const element = await show({ panel: { ...qualified, isLead: false } });

    expect(find(element, '[data-name="accountId"]')).toBeNull();
});

it('shows problems of the server at their fields', async () => {
    const element = await show({
        problem: {
            code: 'X',
            message: 'Fill in.',
            fields: [
                { name: 'Next_Step__c', message: 'Fill in the next step.' },
                { name: 'Next_Step_On__c', message: 'Choose a later day.' },
                { name: 'Process_Type__c', message: 'Choose the process.' },
                { name: 'Account__c', message: 'Choose the account.' }
            ]
        }
    });

    expect(findAll(element, '[data-id="field-problem"]').map(textOf)).toEqual([
        'Fill in the next step.',
        'Choose a later day.',
        'Choose the process.'
    ]);
    expect(textOf(part(element, 'account-problem'))).toBe('Choose the account.');
    await change(field(element, 'nextStep'), { value: 'Visit' });
    expect(findAll(element, '[data-id="field-problem"]').map(textOf)).toEqual([
        'Choose a later day.',
        'Choose the process.'
    ]);
    const refused = await show({ problem: { code: 'X', message: 'Salesforce did not convert.', fields: [] } });
    expect(textOf(part(refused, 'problem'))).toBe('Salesforce did not convert.');
});
