/** Whether the evidence of each criterion is enough. Pure; the server decides in the end. */
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface CriterionLine {
    readonly key: string;
    readonly label: string;
    readonly help: string;
    readonly value: string;
    readonly hint: string;
    readonly isDone: boolean;
    readonly problem: string;
    readonly className: string;
    readonly icon: string;
    readonly variant: string;
}

export type Texts = Readonly<Record<string, string>>;

/** Letters and digits, each word once: what the server counts. */
export function meaningfulLength(text: string): number {
    const words = new Set(text.toLowerCase().split(/\s+/u));
    return [...words].map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')).join('').length;
}

export function criterionLines(criteria: readonly Apex.EvidenceItem[], texts: Texts, problems: Texts): CriterionLine[] {
    return criteria.map((criterion) => {
        const key = criterion.name ?? '';
        const value = texts[key] ?? criterion.evidence ?? '';
        const missing = (criterion.minimum ?? 0) - meaningfulLength(value);
        const problem = problems[key] ?? '';
        const isDone = missing <= 0;
        return {
            key,
            label: criterion.label ?? key,
            help: criterion.help ?? '',
            value,
            hint: isDone ? labels.EvidenceDone : fill(labels.EvidenceHint, missing),
            isDone,
            problem,
            className: `slds-m-bottom_small${problem ? ' slds-has-error' : ''}`,
            icon: isDone ? 'utility:success' : 'utility:edit',
            variant: isDone ? 'success' : ''
        };
    });
}

/** Everything that is typed, by field. */
export function evidenceOf(lines: readonly CriterionLine[]): Record<string, string> {
    return Object.fromEntries(lines.map((line) => [line.key, line.value.trim()]));
}
