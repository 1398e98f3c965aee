import { api, LightningElement } from 'lwc';
import type { Choice, Chosen } from 'c/insightChoices';
import { TEAM, type Filters } from 'c/insightQuery';
import { fill } from 'c/labelText';
import { labels } from './labels';

const PERIOD = 'period';
const BASIS = 'basis';

/** What a page is asked for. */
export interface Selection {
    readonly period: string;
    readonly basis: string;
    readonly filters: Filters;
}

interface Pill {
    readonly key: string;
    readonly label: string;
}

/** Period, basis, team, and everything else by which a page can be cut. Fires `filtered` with the whole selection. */
export default class InsightFilterBar extends LightningElement {
    /** What there is to choose from. */
    @api context: Apex.MetricContext = {};
    /** What is chosen. */
    @api selection: Selection = { period: '', basis: 'cohort', filters: {} };

    readonly labels = labels;
    isOpen = false;

    /** What is asked for most; the others wait behind a button. */
    get first(): Choice[] {
        const periods = (this.context.periods ?? []).map(({ key = '', label = '' }) => ({ value: key, label }));
        const bases = [
            { value: 'cohort', label: labels.BasisCohort },
            { value: 'period', label: labels.BasisPeriod },
            { value: 'person', label: labels.BasisPerson }
        ];
        return [
            { key: PERIOD, label: labels.Period, value: this.selection.period, options: periods },
            { key: BASIS, label: labels.BasisChoice, value: this.selection.basis, options: bases },
            ...this.fields.filter(({ key }) => key === TEAM)
        ];
    }

    get others(): Choice[] {
        return this.fields.filter(({ key }) => key !== TEAM);
    }

    get hasOthers(): boolean {
        return this.others.length > 0;
    }

    get pills(): Pill[] {
        return this.fields
            .filter(({ value }) => value !== '')
            .map(({ key, label, value, options }) => ({
                key,
                label: `${label}: ${options.find((option) => option.value === value)?.label ?? value}`
            }));
    }

    get hasPills(): boolean {
        return this.pills.length > 0;
    }

    get moreText(): string {
        const used = this.others.filter(({ value }) => value !== '').length;
        return used > 0 ? fill(labels.MoreFiltersUsed, used) : labels.MoreFilters;
    }

    get moreIcon(): string {
        return this.isOpen ? 'utility:chevronup' : 'utility:chevrondown';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleChosen(event: CustomEvent<Chosen>): void {
        const { key, value } = event.detail;
        if (key === PERIOD || key === BASIS) {
            this.report({ [key]: value });
        } else {
            this.report({ filters: this.without(key, value) });
        }
    }

    handleRemove(event: Event): void {
        const { key = '' } = (event.currentTarget as HTMLElement).dataset;
        this.report({ filters: this.without(key) });
    }

    handleClear(): void {
        this.report({ filters: {} });
    }

    private get fields(): Choice[] {
        return (this.context.dimensions ?? [])
            .filter((dimension) => dimension.values?.length)
            .map(({ key = '', label = '', values }) => ({
                key,
                label,
                value: this.selection.filters[key] ?? '',
                options: [
                    { value: '', label: labels.AllOf },
                    ...(values ?? []).map((value) => ({ value: value.key ?? '', label: value.label ?? '' }))
                ]
            }));
    }

    private without(key: string, value = ''): Filters {
        const rest = Object.entries(this.selection.filters).filter(([name]) => name !== key);
        return Object.fromEntries(value === '' ? rest : [...rest, [key, value]]);
    }

    private report(change: Partial<Selection>): void {
        const detail: Selection = { ...this.selection, ...change };
        this.dispatchEvent(new CustomEvent<Selection>('filtered', { detail }));
    }
}
