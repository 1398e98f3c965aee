/** A routing test in words. Pure. */
import { labels } from './labels';

/** Fewer letters are everybody. */
export const SHORTEST_SEARCH = 2;

export interface PersonView {
    readonly id: string;
    readonly inputId: string;
    readonly name: string;
    readonly whereabouts: string;
    readonly isChecked: boolean;
}

export interface StepView {
    readonly key: string;
    readonly name: string;
    readonly words: string;
    readonly icon: string;
    readonly state: string;
    readonly className: string;
}

export interface RunView {
    readonly outcome: string;
    readonly icon: string;
    readonly variant: string;
    readonly facts: string;
    readonly steps: readonly StepView[];
}

export function personViews(people: readonly Apex.PersonOption[], picked: string): PersonView[] {
    return people.map(({ id = '', name = '', whereabouts }) => ({
        id,
        inputId: `person-${id}`,
        name,
        whereabouts: whereabouts ?? '',
        isChecked: id === picked
    }));
}

export function runView(run: Apex.RoutingDryRun): RunView {
    const placed = run.isPlaced === true;
    return {
        outcome: run.outcome ?? '',
        icon: placed ? 'utility:success' : 'utility:warning',
        variant: placed ? 'success' : 'warning',
        facts: [run.team, run.mode, run.calendar].filter(Boolean).join(' · '),
        steps: (run.steps ?? []).map(stepView)
    };
}

function stepView(step: Apex.Step, index: number): StepView {
    const isDeciding = step.isDeciding === true;
    return {
        key: String(index),
        name: step.name ?? '',
        words: step.words ?? '',
        icon: isDeciding ? 'utility:check' : 'utility:forward',
        state: isDeciding ? labels.Decided : labels.Passed,
        className: isDeciding ? 'slds-p-vertical_xx-small slds-text-title_bold' : 'slds-p-vertical_xx-small'
    };
}
