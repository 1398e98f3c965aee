import addMember from '@salesforce/apex/HandoffCommitteeController.addMember';
import getCommittee from '@salesforce/apex/HandoffCommitteeController.getCommittee';
import HandoffCommittee from 'c/handoffCommittee';
import { click, find, findAll, hasPart, mockOf, mount, part, settle, textOf, wireOf } from 'testing';
import { candidateLine, memberLine, missingWords, roleOptions } from '../committeeModel';

const FACTS: Apex.CommitteeFacts = {
    accountId: '001',
    accountName: 'Harrow Regional',
    required: 7,
    filled: 1,
    canEdit: true,
    members: [
        {
            memberId: 'a1',
            personId: '00Q1',
            name: 'Eve Lund',
            roleCode: 'Department_Head',
            roleLabel: 'Department head',
            isDeciding: true,
            isEngaged: true
        },
        { memberId: 'a2', name: 'Dr. Head', roleLabel: 'role not known', isDeciding: false, isEngaged: false }
    ],
    missing: [
        { code: 'Finance', label: 'Finance', isDeciding: true },
        { code: 'Nursing_OR', label: 'Nursing or operating room', isDeciding: false }
    ],
    candidates: [{ personId: '00Q2', name: 'Finn Oda', roleCode: 'Finance', roleLabel: 'Finance' }],
    roles: [{ code: 'Finance', label: 'Finance', isDeciding: true }]
};

async function show(facts: Apex.CommitteeFacts = FACTS): Promise<HTMLElement> {
    const element = await mount('c-handoff-committee', HandoffCommittee, { handoffId: 'a00' });
    wireOf(getCommittee).emit(facts);
    await settle();
    return element;
}

async function enter(element: Element, id: string, value: string): Promise<void> {
    part(element, id).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settle();
}

it('shows that it is loading', async () => {
    const element = await mount('c-handoff-committee', HandoffCommittee, { handoffId: 'a00' });

    expect(find(element, 'lightning-spinner')).not.toBeNull();
});

it('lists who decides and which roles are missing', async () => {
    const element = await show();

    expect(textOf(part(element, 'coverage'))).toBe('1 of 7 roles filled');
    expect(findAll(element, '[data-id="member"]').map(textOf)[0]).toContain(
        'Department head · decides · engaged lately'
    );
    expect(textOf(part(element, 'missing'))).toContain('Finance (decides), Nursing or operating room');
    await expect(element).toBeAccessible();
});

it('adds somebody of the institution in the usual role', async () => {
    mockOf(addMember).mockResolvedValue({ isOk: true, message: 'Added to the committee' });
    const element = await show();

    await click(part(element, 'add-candidate'));

    expect(addMember).toHaveBeenCalledWith({ handoffId: 'a00', member: { personId: '00Q2', roleCode: 'Finance' } });
});

it('adds somebody by name, and keeps the name when the server says no', async () => {
    mockOf(addMember).mockResolvedValue({ isOk: false, message: 'Choose the role in the committee.' });
    const element = await show();

    await enter(element, 'name', 'Dr. Who');
    await click(part(element, 'add'));
    expect(textOf(part(element, 'problem'))).toBe('Choose the role in the committee.');
    expect(part(element, 'name')).toMatchObject({ value: 'Dr. Who' });
    mockOf(addMember).mockResolvedValue({ isOk: true });
    await enter(element, 'role', 'Finance');
    await click(part(element, 'add'));

    expect(addMember).toHaveBeenLastCalledWith({ handoffId: 'a00', member: { name: 'Dr. Who', roleCode: 'Finance' } });
    expect(hasPart(element, 'problem')).toBe(false);
});

it('says so when the server fails', async () => {
    mockOf(addMember).mockRejectedValue({ body: { message: 'You may not add members.' } });
    const element = await show();

    await click(part(element, 'add'));

    expect(textOf(part(element, 'problem'))).toBe('You may not add members.');
});

it('asks for an institution where there is none, and lets nobody edit then', async () => {
    const element = await show({ required: 7, filled: 0, canEdit: false });

    expect(textOf(part(element, 'no-institution'))).toContain('belongs to no institution yet');
    expect(hasPart(element, 'add')).toBe(false);
    await expect(element).toBeAccessible();
});

it('says what went wrong', async () => {
    const element = await mount('c-handoff-committee', HandoffCommittee, { handoffId: 'a00' });
    wireOf(getCommittee).error({ message: 'No' });
    await settle();

    expect(find(element, 'c-error-panel')).not.toBeNull();
});

it('speaks plainly of what is not known', () => {
    expect(memberLine({})).toEqual({ key: '', personId: undefined, name: '', role: '', facts: '' });
    expect(candidateLine({ name: 'Finn Oda' })).toMatchObject({ roleCode: '', name: 'Finn Oda' });
    expect(missingWords(undefined)).toBe('');
    expect(roleOptions(undefined)).toEqual([]);
});
