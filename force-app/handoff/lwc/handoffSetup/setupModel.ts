/** The report of the set-up in words and icons. Pure. */
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export interface Summary {
    readonly icon: string;
    readonly variant: string;
    readonly words: string;
}

export interface FindingView {
    readonly key: string;
    readonly icon: string;
    readonly variant: string;
    readonly severity: string;
    readonly subject: string;
    readonly message: string;
}

export interface AreaView {
    readonly name: string;
    readonly label: string;
    readonly facts: string;
    readonly icon: string;
    readonly variant: string;
    readonly state: string;
    readonly findings: readonly FindingView[];
}

const ERROR = { icon: 'utility:error', variant: 'error', words: labels.ToMend };
const WARNING = { icon: 'utility:warning', variant: 'warning', words: labels.ToLookAt };
const FINE = { icon: 'utility:success', variant: 'success', words: labels.Fine };

/** How the whole stands, worst first. */
export function summary({ errorCount = 0, warningCount = 0 }: Apex.SetupReport): Summary {
    if (errorCount > 0) {
        return { ...ERROR, words: fill(labels.SummaryErrors, errorCount, warningCount) };
    }
    return warningCount > 0
        ? { ...WARNING, words: fill(labels.SummaryWarnings, warningCount) }
        : { ...FINE, words: labels.SummaryFine };
}

export function areaViews(report: Apex.SetupReport): AreaView[] {
    return (report.areas ?? []).map(({ name = '', label = '', facts, findings = [] }) => {
        const views = findings.map(findingView);
        const isWrong = findings.some(({ severity }) => severity === 'error');
        const { icon, variant, words } = isWrong ? ERROR : findings.length > 0 ? WARNING : FINE;
        return { name, label, facts: facts ?? '', icon, variant, state: words, findings: views };
    });
}

/** `As of Wed 25 Nov, 08:00`. */
export function asOf(report: Apex.SetupReport): string {
    const now = instantOf(report.serverNow);
    return now === undefined ? '' : fill(labels.AsOf, dayAndTime(now, now));
}

function findingView(finding: Apex.SetupFinding, index: number): FindingView {
    const { icon, variant, words } = finding.severity === 'error' ? ERROR : WARNING;
    return {
        key: String(index),
        icon,
        variant,
        severity: words,
        subject: finding.subject ?? '',
        message: finding.message ?? ''
    };
}
