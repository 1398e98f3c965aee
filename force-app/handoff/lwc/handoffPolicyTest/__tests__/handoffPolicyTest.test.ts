import getPolicies from '@salesforce/apex/HandoffSetupController.getPolicies';
import testPolicy from '@salesforce/apex/HandoffSetupController.testPolicy';
import HandoffPolicyTest from 'c/handoffPolicyTest';
import { change, click, find, findAll, hasPart, mockOf, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { changed, figures, firstDrafts, forms, lines, period, shownText as shownWords } from '../policyTestModel';

const DRAFT: Apex.PolicyDraft = {
    version: 'P1_v1',
    label: 'P1 version 1',
    priority: 'P1',
    isActive: true,
    windowHours: 48,
    warnPercent: 80,
    expirePercent: 150,
    clockMode: 'Business',
    expiryOutcome: 'Reroute'
};
const STORED: readonly Apex.PolicyDraft[] = [
    DRAFT,
    { ...DRAFT, version: 'P2_v1', label: 'P2 version 1', priority: 'P2', windowHours: 72, expiryOutcome: 'Reclaim' },
    { ...DRAFT, version: 'P1_v2', label: 'P1 version 2', isActive: false, windowHours: 24 }
];
const RUN: Apex.PolicyDryRun = {
    problems: [],
    startDate: '2026-07-01',
    endDate: '2026-10-01',
    total: 40,
    hasHandoffs: true,
    rows: [
        {
            handoffId: 'a001',
            personId: '00Q1',
            personName: 'Ada Example',
            company: 'Harrow Regional',
            actual: 'In time',
            result: 'late',
            dueAt: '2026-07-10T14:00:00.000Z',
            team: 'US West',
            routedTeam: 'US Northeast',
            routedWhy: 'Territory: US Northeast covers NY.'
        },
        { handoffId: 'a002', personId: '00Q2', personName: 'Ben Example', result: 'inTime', isJoining: true },
        { handoffId: 'a003', personName: 'Cy Example', result: 'rerouted' }
    ]
};

async function show(stored: readonly Apex.PolicyDraft[] | undefined = STORED): Promise<HTMLElement> {
    const element = await mount('c-handoff-policy-test', HandoffPolicyTest);
    if (stored) {
        wireOf(getPolicies).emit(stored);
        await settle();
    }
    return element;
}

async function tried(run: Apex.PolicyDryRun): Promise<HTMLElement> {
    mockOf(testPolicy).mockResolvedValue(run);
    const element = await show();
    await click(part(element, 'try'));
    return element;
}

const field = (element: Element, priority: string, name: string): HTMLElement =>
    find(element, `[data-priority="${priority}"][data-field="${name}"]`)!;
const figure = (element: Element, code: string): HTMLElement => find(element, `[data-code="${code}"]`)!;

it('shows that it is loading', async () => {
    const element = await mount('c-handoff-policy-test', HandoffPolicyTest);

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('starts from the policies in force', async () => {
    const element = await show();

    expect(field(element, 'P1', 'windowHours')).toMatchObject({ value: '48' });
    expect(field(element, 'P2', 'expiryOutcome')).toMatchObject({ value: 'Reclaim' });
    expect(field(element, 'P1', 'version')).toMatchObject({
        options: [
            { value: 'P1_v1', label: 'P1 version 1' },
            { value: 'P1_v2', label: 'P1 version 2 (not active)' }
        ]
    });
    await expect(element).toBeAccessible();
});

it('tries what was typed on the last quarter', async () => {
    mockOf(testPolicy).mockResolvedValue(RUN);
    const element = await show();

    await change(field(element, 'P1', 'version'), { value: 'P1_v2' });
    await change(field(element, 'P2', 'warnPercent'), { value: '70' });
    await change(field(element, 'P2', 'clockMode'), { value: 'Elapsed' });
    await click(part(element, 'try'));

    expect(testPolicy).toHaveBeenCalledWith({
        drafts: [STORED[2], { ...STORED[1], warnPercent: 70, clockMode: 'Elapsed' }]
    });
    expect(textOf(part(element, 'period'))).toBe('1 Jul 2026 to 30 Sep 2026: 40 hand-offs');
    expect(textOf(part(element, 'shown'))).toBe('Showing 3 of 40');
    expect(textOf(findAll(element, '[data-id="line"]')[0]!)).toContain(
        'Late · due Fri 10 Jul, 10:00 · really: In time'
    );
    await expect(element).toBeAccessible();
});

it('opens each figure to its rows', async () => {
    const element = await tried(RUN);
    expect(findAll(element, '[data-id="figure"]').map(textOf)).toEqual([
        'In time: 1',
        'Late: 1',
        'Moved to a backup: 1',
        'Back to marketing: 0',
        'Still open: 0',
        'Routed today: 1',
        'Other team than then: 1',
        'Would join an opportunity: 1',
        'Nobody found: 1'
    ]);

    await click(figure(element, 'late'));
    expect(figure(element, 'late').getAttribute('aria-pressed')).toBe('true');
    expect(findAll(element, '[data-id="line"]')).toHaveLength(1);

    await click(figure(element, 'late'));
    expect(findAll(element, '[data-id="line"]')).toHaveLength(3);

    await click(figure(element, 'nobody'));
    expect(textOf(part(element, 'shown'))).toBe('Showing 1 of 40');
});

it('keeps what was typed when the numbers are impossible, and says what is possible', async () => {
    const element = await tried({ problems: ['P1 version 1: Window Hours is 0, which is impossible.'] });

    expect(textOf(part(element, 'problems'))).toContain('which is impossible');
    expect(hasPart(element, 'result')).toBe(false);
    expect(field(element, 'P1', 'windowHours')).toMatchObject({ value: '48' });
    await expect(element).toBeAccessible();
});

it('says when nothing happened in that quarter', async () => {
    const element = await tried({ ...RUN, total: 0, hasHandoffs: false, rows: [] });

    expect(textOf(part(element, 'empty'))).toContain('nothing to try on');
});

it('says what went wrong', async () => {
    mockOf(testPolicy).mockRejectedValue({ body: { message: 'Try later.' } });
    const element = await show();

    await click(part(element, 'try'));

    expect(shownText(find(element, 'c-error-panel')!)).toContain('Try later.');
    expect(part(element, 'try')).toMatchObject({ disabled: false });
});

it('says when the policies cannot be read', async () => {
    const element = await mount('c-handoff-policy-test', HandoffPolicyTest);
    wireOf(getPolicies).error({ message: 'For administrators.' });
    await settle();

    expect(shownText(find(element, 'c-error-panel')!)).toContain('For administrators.');
});

it('only routes leads where nothing was handed over', () => {
    const run = { ...RUN, hasHandoffs: false, total: 1, rows: [{ personId: '00Q1', routedTeam: 'DACH' }] };

    expect(figures(run, '').map(({ code }) => code)).toEqual(['routed', 'elsewhere', 'joining', 'nobody']);
    expect(period(run)).toContain('no hand-offs yet; 1 leads');
    expect(lines(run, '')[0]).toMatchObject({ key: '00Q1', person: '', company: '', result: '', route: '' });
});

it('bears missing facts', () => {
    expect(firstDrafts([])).toEqual([]);
    expect(forms([{}], [{}])[0]).toMatchObject({ priority: '', version: '', clockMode: '', expiryOutcome: '' });
    expect(period({})).toContain('0 leads');
    expect(figures({}, '')[0]).toMatchObject({ count: 0 });
    expect(lines({}, '')).toEqual([]);
    expect(lines({ rows: [{}] }, '')[0]).toMatchObject({ key: '', recordId: '' });
    expect(shownWords({}, 2)).toBe('Showing 2 of 2');
});

it('empties a number and ignores a version that is not stored', () => {
    expect(changed([DRAFT], STORED, 'P1', 'windowHours', '')[0]).toMatchObject({ windowHours: undefined });
    expect(changed([DRAFT], STORED, 'P1', 'version', 'Gone')).toEqual([DRAFT]);
    expect(changed([DRAFT], STORED, 'P2', 'windowHours', '1')).toEqual([DRAFT]);
});
