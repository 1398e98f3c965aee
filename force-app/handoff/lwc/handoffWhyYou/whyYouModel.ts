/** The way of a hand-off in words. Pure. */
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export interface StepView {
    readonly key: string;
    readonly words: string;
    readonly icon: string;
    readonly state: string;
    readonly className: string;
}

export interface IntervalView {
    readonly key: string;
    readonly title: string;
    readonly steps: readonly StepView[];
    readonly note: string;
}

/** One entry per owner, the latest first; the first one is why it is where it is. */
export function intervalViews(intervals: readonly Apex.RouteInterval[], now: number): IntervalView[] {
    return intervals.map(({ id, assigneeName, at, cause, steps = [] }) => {
        const instant = instantOf(at);
        return {
            key: id ?? '',
            title: fill(
                labels.Interval,
                assigneeName ?? labels.Somebody,
                cause ?? '',
                instant === undefined ? '' : dayAndTime(instant, now)
            ),
            steps: steps.map(stepView),
            note: steps.length === 0 ? labels.ByHand : ''
        };
    });
}

function stepView({ name, words, isDeciding }: Apex.Step, index: number): StepView {
    return {
        key: String(index),
        words: [name, words].filter(Boolean).join(': '),
        icon: isDeciding ? 'utility:check' : 'utility:forward',
        state: isDeciding ? labels.Decided : labels.Passed,
        className: isDeciding ? 'slds-text-title_bold' : ''
    };
}
