/** Which reasons match, what is still missing, and what will happen. Pure; the server has the last word on all of it. */
import { fill } from 'c/labelText';
import { addDays, addMonths, dateWords } from 'c/timeWords';
import { labels } from './labels';

export interface ReasonGroup {
    readonly name: string;
    readonly key: string;
    readonly options: readonly Apex.RejectionOption[];
}

export interface Rejection {
    readonly rationale: string;
    readonly values: Readonly<Record<string, string>>;
}

/** Problem by field name; `rationale` is the rationale. */
export type Problems = Readonly<Record<string, string>>;

/** Groups in the order in which their first reason comes, narrowed to what matches every word of the search. */
export function groupReasons(options: readonly Apex.RejectionOption[], search: string): ReasonGroup[] {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const groups = new Map<string, Apex.RejectionOption[]>();
    for (const option of options) {
        const text = `${option.label ?? ''} ${option.groupName ?? ''}`.toLowerCase();
        if (words.every((word) => text.includes(word))) {
            const name = option.groupName ?? '';
            groups.set(name, [...(groups.get(name) ?? []), option]);
        }
    }
    return [...groups].map(([name, matching]) => ({
        name,
        key: `group-${name.replace(/\W+/g, '-').toLowerCase()}`,
        options: matching
    }));
}

/** Letters and digits that say something: runs of one character count once, and so does a repeated word. */
export function meaningfulLength(text: string): number {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const distinct = [...new Set(words.map((word) => word.replace(/(.)\1{2,}/gu, '$1')))];
    return distinct.join(' ').length;
}

/** What the hint below the rationale says while somebody types. */
export function rationaleHint(option: Apex.RejectionOption, rationale: string): string {
    const minimum = option.minimumRationale ?? 0;
    if (minimum === 0) {
        return labels.RationaleOptional;
    }
    if (isSameText(rationale, option.label ?? '')) {
        return labels.RationaleSame;
    }
    const missing = minimum - meaningfulLength(rationale);
    return missing > 0 ? fill(labels.RationaleMore, missing) : labels.RationaleEnough;
}

/** Everything that is missing or out of range, so that it can be said at the fields at once. */
export function problemsOf(option: Apex.RejectionOption, { rationale, values }: Rejection): Problems {
    const problems: Record<string, string> = {};
    for (const field of option.fields ?? []) {
        const value = (values[field.name ?? ''] ?? '').trim();
        if (value === '' && field.isRequired) {
            problems[field.name ?? ''] = fill(labels.FillField, field.label ?? '');
        } else if (value !== '' && field.type === 'date' && isOutside(value, field)) {
            problems[field.name ?? ''] = fill(labels.DateBetween, boundWords(field.min), boundWords(field.max));
        }
    }
    const minimum = option.minimumRationale ?? 0;
    const isTooShort = meaningfulLength(rationale) < minimum || isSameText(rationale, option.label ?? '');
    if (minimum > 0 && isTooShort) {
        problems.rationale = rationaleHint(option, rationale);
    }
    return problems;
}

/** Fields as they stand when a reason is picked: what was typed before, else the default. */
export function startValues(
    option: Apex.RejectionOption,
    typed: Readonly<Record<string, string>>
): Record<string, string> {
    return Object.fromEntries(
        (option.fields ?? []).map((field) => [field.name ?? '', typed[field.name ?? ''] || field.defaultValue || ''])
    );
}

/** The consequence in one sentence, with the revisit date as it would be now. */
export function nextStepSentence(option: Apex.RejectionOption, values: Readonly<Record<string, string>>): string {
    const revisit = revisitDate(option, values);
    return (option.followUp ?? '').replaceAll('{revisit}', revisit === '' ? '…' : dateWords(revisit));
}

/**
 * The date typed, or the one that follows from another: 60 days before a capital request window, 9 months before a
 * contract ends.
 */
export function revisitDate(option: Apex.RejectionOption, values: Readonly<Record<string, string>>): string {
    const value = (name: string): string => values[name] ?? '';
    if (value('Revisit_On__c')) {
        return value('Revisit_On__c');
    }
    if (value('Capital_Window_Start__c')) {
        return addDays(value('Capital_Window_Start__c'), -60);
    }
    if (value('Contract_End_On__c')) {
        return addMonths(value('Contract_End_On__c'), -9);
    }
    return option.revisitDefault ?? '';
}

function isOutside(value: string, field: Apex.RejectionField): boolean {
    return Boolean((field.min && value < field.min) || (field.max && value > field.max));
}

function boundWords(bound: string | null | undefined): string {
    return bound ? dateWords(bound) : '…';
}

function isSameText(a: string, b: string): boolean {
    const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    return letters(a) !== '' && letters(a) === letters(b);
}
