/** Sections of a rep's home. Pure. */
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface Section {
    readonly key: string;
    readonly title: string;
    readonly rows: readonly Apex.HandoffRow[];
    readonly empty: string;
    /** `Showing 50 of 220`; empty when nothing is left out. */
    readonly shown: string;
    readonly canAccept: boolean;
    readonly isReady: boolean;
}

export function sectionOf(
    key: string,
    title: string,
    empty: string,
    list: Apex.HandoffList | undefined,
    canAccept: boolean
): Section {
    const rows = list?.rows ?? [];
    const total = list?.total ?? rows.length;
    return {
        key,
        title,
        rows,
        empty: rows.length === 0 ? empty : '',
        shown: rows.length < total ? fill(labels.ShowingOf, rows.length, total) : '',
        canAccept,
        isReady: list !== undefined
    };
}
