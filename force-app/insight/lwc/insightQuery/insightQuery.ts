/** What widgets ask for, and what readers must know about the answer. Pure. */
import { count } from 'c/insightFormats';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** Dimension to the value that rows must have. */
export type Filters = Readonly<Record<string, string>>;

export const TEAM = 'Team';

const known = new Map<string, Filters>();

/**
 * Filters and a team as one. The same wishes give the same object, so that a wire asks once.
 *
 * @param filters of the page; none is all
 * @param team of the widget, which narrows those of the page
 */
export function filtersOf(filters?: Filters | null, team?: string | null): Filters {
    const wished = Object.entries({ ...filters, ...(team ? { [TEAM]: team } : {}) })
        .filter(([, value]) => value !== '')
        .sort(([one], [other]) => (one < other ? -1 : 1));
    const key = JSON.stringify(wished);
    const made = known.get(key) ?? Object.freeze(Object.fromEntries(wished));
    known.set(key, made);
    return made;
}

/** Rows kept from the reader, filters that do not apply, and what is left out, in sentences. */
export function notices(answer?: {
    readonly hidden?: number | null;
    readonly unfiltered?: readonly string[] | null;
    readonly notes?: readonly string[] | null;
}): string[] {
    return [
        answer?.hidden ? fill(labels.HiddenRows, count(answer.hidden)) : '',
        answer?.unfiltered?.length ? fill(labels.Unfiltered, answer.unfiltered.join(', ')) : '',
        ...(answer?.notes ?? [])
    ].filter(Boolean);
}
