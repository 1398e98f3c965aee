import { fill } from 'c/labelText';
import { labels } from './labels';

/** One line of a checklist. */
export interface CriterionLine {
    readonly key: string;
    readonly label: string;
    readonly icon: string;
    readonly variant: string;
    /** The state in words: never by icon or colour alone. */
    readonly words: string;
}

/** The criteria of a gate as a checklist. Pure. */
export function criterionLines(criteria: readonly Apex.GateCriterion[] | undefined): CriterionLine[] {
    return (criteria ?? []).map(({ label = '', value, needed, isMet }) => ({
        key: label,
        label: needed
            ? fill(labels.CriterionOf, label, value ?? '', needed)
            : fill(labels.CriterionPlain, label, value ?? ''),
        ...stateOf(isMet === true),
        words: isMet ? labels.Met : labels.NotMet
    }));
}

/** Icon and colour of something that is there or not. */
export function stateOf(isThere: boolean): Pick<CriterionLine, 'icon' | 'variant'> {
    return isThere ? { icon: 'utility:success', variant: 'success' } : { icon: 'utility:warning', variant: 'warning' };
}
