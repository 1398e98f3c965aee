import { api, LightningElement } from 'lwc';
import { fill } from 'c/labelText';
import { weekWords } from 'c/timeWords';
import { labels } from './labels';

/** Monday of the picked week, or nothing when the filter is cleared. */
export interface WeekPicked {
    readonly week: string | undefined;
}

interface Bar {
    readonly week: string;
    readonly words: string;
    readonly pressed: 'true' | 'false';
    readonly className: string;
    readonly total: string;
    readonly totalStyle: string;
    readonly momentStyle: string;
}

/** Thirteen weeks as bars with their counts. Fires `weekpicked`; a second click clears. Presentational. */
export default class EngagementWeekGrid extends LightningElement {
    /** Weeks, oldest first. */
    @api weeks: readonly Apex.WeekCount[] = [];
    /** Monday of the week that filters. */
    @api picked?: string;

    readonly labels = labels;

    get bars(): Bar[] {
        const highest = Math.max(1, ...this.weeks.map(({ total = 0 }) => total));
        const share = (count: number): string =>
            `block-size: ${count === 0 ? 0 : Math.max(6, Math.round((100 * count) / highest))}%`;
        return this.weeks.map(({ weekStart = '', total = 0, moments = 0 }) => ({
            week: weekStart,
            words: fill(labels.Week, weekWords(weekStart), total, moments),
            pressed: weekStart === this.picked ? 'true' : 'false',
            className: `week slds-button${weekStart === this.picked ? ' picked' : ''}`,
            total: String(total),
            totalStyle: share(total),
            momentStyle: share(moments)
        }));
    }

    get first(): string {
        return this.weeks[0]?.weekStart ? weekWords(this.weeks[0].weekStart) : '';
    }

    get last(): string {
        const last = this.weeks.at(-1)?.weekStart;
        return last ? weekWords(last) : '';
    }

    handlePick(event: Event): void {
        const week = (event.currentTarget as HTMLElement).dataset.week;
        const detail = { week: week === this.picked ? undefined : week };
        this.dispatchEvent(new CustomEvent<WeekPicked>('weekpicked', { detail }));
    }
}
