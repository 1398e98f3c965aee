import { refreshApex } from '@salesforce/apex';
import getReport from '@salesforce/apex/HandoffSetupController.getReport';
import HandoffSetup from 'c/handoffSetup';
import { click, find, findAll, mount, NOW_ISO, part, settle, shownText, textOf, wireOf } from 'testing';
import { areaViews, asOf, summary } from '../setupModel';

const REPORT: Apex.SetupReport = {
    errorCount: 1,
    warningCount: 1,
    serverNow: NOW_ISO,
    areas: [
        { name: 'policies', label: 'Policies', facts: 'P1: 48 h on business days (Enforce)', findings: [] },
        {
            name: 'calendars',
            label: 'Calendars',
            facts: '',
            findings: [
                { severity: 'error', subject: 'Gone', message: 'There is no calendar called Gone.' },
                { severity: 'warning', subject: 'Calendars', message: 'There is only the default.' }
            ]
        },
        {
            name: 'routing',
            label: 'Routing',
            facts: '8 rules',
            findings: [{ severity: 'warning', subject: 'Arctic', message: 'It asks for the same as North.' }]
        }
    ]
};

async function show(report?: Apex.SetupReport): Promise<HTMLElement> {
    const element = await mount('c-handoff-setup', HandoffSetup);
    if (report) {
        wireOf(getReport).emit(report);
        await settle();
    }
    return element;
}

const iconOf = (area: Element): string =>
    area.querySelector<HTMLElement & { iconName: string }>('h3 lightning-icon')!.iconName;

it('shows that it is loading', async () => {
    const element = await show();

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('says first how the whole stands, then area by area what holds and what to do', async () => {
    const element = await show(REPORT);

    expect(textOf(part(element, 'summary'))).toBe('1 to mend, 1 to look atAs of Wed 25 Nov, 08:00');
    const areas = findAll(element, '[data-id="area"]');
    expect(areas.map(iconOf)).toEqual(['utility:success', 'utility:error', 'utility:warning']);
    expect(textOf(areas[0]!)).toBe('PoliciesP1: 48 h on business days (Enforce)');
    expect(findAll(element, '[data-id="finding"]').map(textOf)).toEqual([
        'Gone: There is no calendar called Gone.',
        'Calendars: There is only the default.',
        'Arctic: It asks for the same as North.'
    ]);
    await expect(element).toBeAccessible();
});

it('checks again on demand', async () => {
    const element = await show(REPORT);

    await click(part(element, 'check'));

    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(part(element, 'check')).toMatchObject({ disabled: false });
});

it('says what went wrong', async () => {
    const element = await show();
    wireOf(getReport).error({ message: 'The set-up page is for administrators.' });
    await settle();

    expect(shownText(find(element, 'c-error-panel')!)).toContain('for administrators');
    await expect(element).toBeAccessible();
});

it.each([
    [{ errorCount: 2, warningCount: 0 }, 'utility:error', '2 to mend, 0 to look at'],
    [{ errorCount: 0, warningCount: 3 }, 'utility:warning', 'It works. 3 to look at'],
    [{}, 'utility:success', 'Everything is set up.']
])('sums up %j', (report, icon, words) => {
    expect(summary(report)).toMatchObject({ icon, words });
});

it('shows nothing where nothing is known', () => {
    expect(areaViews({})).toEqual([]);
    expect(areaViews({ areas: [{}] })[0]).toMatchObject({ name: '', facts: '', findings: [] });
    expect(areaViews({ areas: [{ findings: [{}] }] })[0]?.findings[0]).toMatchObject({ subject: '', message: '' });
    expect(asOf({})).toBe('');
});
