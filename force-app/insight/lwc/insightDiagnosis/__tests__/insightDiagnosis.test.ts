import { refreshApex } from '@salesforce/apex';
import getDiagnosis from '@salesforce/apex/MetricController.getDiagnosis';
import InsightDiagnosis from 'c/insightDiagnosis';
import InsightMetricDetail from 'c/insightMetricDetail';
import { click, find, findAll, hasPart, mount, part, settle, shownText, textOf, wireOf } from 'testing';

const ANSWER: Apex.MetricDiagnosis = {
    sentence: 'Sales follow-up holds conversion back.',
    rule: 'followUp',
    facts: ['Acceptance 75.9 %', 'Follow-up in time 71.0 %'],
    metricId: 'M14',
    filters: { Region: 'EMEA' }
};

const show = (): Promise<HTMLElement> =>
    mount('c-insight-diagnosis', InsightDiagnosis, { period: 'last-quarter', filters: { Team: 'EP' } });

it('says in a sentence what is wrong and from what it follows, and opens the rows that say so', async () => {
    const element = await show();
    wireOf(getDiagnosis).emit(ANSWER);
    await settle();

    expect(wireOf(getDiagnosis).getLastConfig()).toEqual({ periodKey: 'last-quarter', filters: { Team: 'EP' } });
    expect(textOf(part(element, 'diagnosis'))).toContain('Sales follow-up holds conversion back.');
    expect(findAll(element, '[data-id="fact"]').map(textOf)).toEqual(['Acceptance 75.9 %', 'Follow-up in time 71.0 %']);
    await expect(element).toBeAccessible();

    await click(part(element, 'rows'));

    expect(InsightMetricDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ metricId: 'M14', period: 'last-quarter', filters: { Region: 'EMEA', Team: 'EP' } })
    );
});

it('says nothing when nothing is wrong, and offers no rows where none prove it', async () => {
    const element = await show();
    wireOf(getDiagnosis).emit({});
    await settle();
    expect(shownText(element)).toBe('');

    wireOf(getDiagnosis).emit({ sentence: 'Decisions are not being made.' });
    await settle();
    expect(hasPart(element, 'rows')).toBe(false);
});

it('says what went wrong and tries again', async () => {
    const element = await show();
    wireOf(getDiagnosis).error({ message: 'Not now.' });
    await settle();
    const panel = find(element, 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');

    await click(find(panel, 'lightning-button')!);

    expect(refreshApex).toHaveBeenCalledTimes(1);
});
