import { api, LightningElement } from 'lwc';
import { TEAM, type Filters } from 'c/insightQuery';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** What a page is asked for. */
export interface Selection {
    readonly period: string;
    readonly basis: string;
    readonly filters: Filters;
}

interface Choice {
    readonly label: string;
    readonly value: string;
}

interface Field {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly options: readonly Choice[];
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

    get periods(): Choice[] {
        return (this.context.periods ?? []).map(({ key = '', label = '' }) => ({ value: key, label }));
    }

    get bases(): Choice[] {
        return [
            { value: 'cohort', label: labels.BasisCohort },
            { value: 'period', label: labels.BasisPeriod },
            { value: 'person', label: labels.BasisPerson }
        ];
    }

    get fields(): Field[] {
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

    /** The one that is asked for most; the others wait behind a button. */
    get firstFields(): Field[] {
        return this.fields.filter(({ key }) => key === TEAM);
    }

    get otherFields(): Field[] {
        return this.fields.filter(({ key }) => key !== TEAM);
    }

    get hasOthers(): boolean {
        return this.otherFields.length > 0;
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
        const used = this.otherFields.filter(({ value }) => value !== '').length;
        return used > 0 ? fill(labels.MoreFiltersUsed, used) : labels.MoreFilters;
    }

    get moreIcon(): string {
        return this.isOpen ? 'utility:chevronup' : 'utility:chevrondown';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handlePeriod(event: CustomEvent<{ value: string }>): void {
        this.report({ period: event.detail.value });
    }

    handleBasis(event: CustomEvent<{ value: string }>): void {
        this.report({ basis: event.detail.value });
    }

    handleField(event: CustomEvent<{ value: string }>): void {
        const { key = '' } = (event.currentTarget as HTMLElement).dataset;
        this.report({ filters: this.without(key, event.detail.value) });
    }

    handleRemove(event: Event): void {
        const { key = '' } = (event.currentTarget as HTMLElement).dataset;
        this.report({ filters: this.without(key) });
    }

    handleClear(): void {
        this.report({ filters: {} });
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
