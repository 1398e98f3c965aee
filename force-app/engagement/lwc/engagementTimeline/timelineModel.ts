/** Rows into weeks, moments apart from folded clicks; filters and their counts. Pure. */
import { fill } from 'c/labelText';
import { addDays, instantOf, mondayOf, weekWords } from 'c/timeWords';
import { labels } from './labels';

export interface Fold {
    readonly key: string;
    /** `12 clicks, 3 opens`. */
    readonly words: string;
    readonly buttonText: string;
    readonly rows: readonly Apex.TimelineRow[];
    readonly isOpen: boolean;
    readonly expanded: 'true' | 'false';
    readonly hasInformational: boolean;
}

export interface Week {
    readonly key: string;
    readonly title: string;
    /** Moments and touches by sales, newest first. */
    readonly rows: readonly Apex.TimelineRow[];
    readonly fold: Fold | undefined;
}

export interface Pill {
    readonly code: string;
    readonly words: string;
    readonly pressed: 'true' | 'false';
    readonly className: string;
}

/**
 * @param rows newest first
 * @param isUnfolded shows every touch by itself, because somebody asked for just these
 * @param openFolds weeks whose fold is open
 */
export function weeksOf(
    rows: readonly Apex.TimelineRow[],
    now: number,
    isUnfolded: boolean,
    openFolds: ReadonlySet<string>
): Week[] {
    const byWeek = new Map<string, Apex.TimelineRow[]>();
    for (const row of rows) {
        const at = instantOf(row.occurredAt);
        const monday = at === undefined ? '' : mondayOf(at);
        byWeek.set(monday, [...(byWeek.get(monday) ?? []), row]);
    }
    return [...byWeek].map(([monday, all]) => {
        const folded = isUnfolded ? [] : all.filter((row) => !standsOut(row));
        return {
            key: monday,
            title: weekTitle(monday, now),
            // A single click is as short as the line that would fold it.
            rows: folded.length > 1 ? all.filter(standsOut) : all,
            fold: folded.length > 1 ? foldOf(monday, folded, openFolds.has(monday)) : undefined
        };
    });
}

function standsOut(row: Apex.TimelineRow): boolean {
    return row.isMoment === true || row.isSales === true;
}

function weekTitle(monday: string, now: number): string {
    const thisWeek = mondayOf(now);
    if (monday === thisWeek) {
        return labels.ThisWeek;
    }
    if (monday === addDays(thisWeek, -7)) {
        return labels.LastWeek;
    }
    return monday === '' ? '' : weekWords(monday, now);
}

function foldOf(monday: string, rows: readonly Apex.TimelineRow[], isOpen: boolean): Fold {
    const counts = new Map<string, number>();
    for (const row of rows) {
        const kind = row.typeLabel ?? row.typeCode ?? '';
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const words = [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([kind, count]) => fill(labels.FoldPart, count, kind))
        .join(', ');
    return {
        key: `fold-${monday}`,
        words,
        buttonText: fill(isOpen ? labels.HideFold : labels.ShowFold, words),
        rows,
        isOpen,
        expanded: isOpen ? 'true' : 'false',
        hasInformational: rows.some((row) => row.isInformational)
    };
}

/** `All (220)`, `Email (88)`, ...; several can be on. */
export function pillsOf(
    groups: readonly Apex.GroupCount[] | undefined,
    picked: readonly string[],
    all: number
): Pill[] {
    const pill = (code: string, label: string, total: number, isOn: boolean): Pill => ({
        code,
        words: fill(labels.GroupCount, label, total),
        pressed: isOn ? 'true' : 'false',
        className: `slds-button pill ${isOn ? 'slds-button_brand' : 'slds-button_neutral'}`
    });
    return [
        pill('', labels.GroupAll, all, picked.length === 0),
        ...(groups ?? []).map(({ code = '', label = '', total = 0 }) => pill(code, label, total, picked.includes(code)))
    ];
}

/** People of the timeline as choices, the busiest first; empty when there is nobody to choose between. */
export function personOptions(people: readonly Apex.PersonCount[] | undefined): { label: string; value: string }[] {
    const list = people ?? [];
    if (list.length < 2) {
        return [];
    }
    return [
        { label: labels.Everyone, value: '' },
        ...list.map(({ id = '', name = '' }) => ({ label: name, value: id }))
    ];
}

/** `This person` and `Account`: whose history is shown. */
export function scopesOf(objectApiName: string | undefined, isAccount: boolean): Pill[] {
    const scope = (code: string, words: string, isOn: boolean): Pill => ({
        code,
        words,
        pressed: isOn ? 'true' : 'false',
        className: `slds-button ${isOn ? 'slds-button_brand' : 'slds-button_neutral'}`
    });
    return [
        scope('record', objectApiName === 'Opportunity' ? labels.ThisOpportunity : labels.ThisPerson, !isAccount),
        scope('account', labels.Account, isAccount)
    ];
}

/** `Marketing and sales touches 180 · Meetings 2 · Campaign responses: no access`: every source with its true total. */
export function providerWords(providers: readonly Apex.ProviderCount[] | undefined): string {
    return (providers ?? [])
        .map(({ label = '', total = 0, isReadable }) =>
            isReadable === false ? fill(labels.ProviderHidden, label) : fill(labels.ProviderTotal, label, total)
        )
        .join(' · ');
}
