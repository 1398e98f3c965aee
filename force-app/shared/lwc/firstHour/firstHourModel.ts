/** The steps of the first hour in words and icons. Pure. */
import { fill } from 'c/labelText';
import { labels } from './labels';

/** What Apex offers at most for one input. */
const MOST_CHOICES = 200;

const DONE = { icon: 'utility:success', variant: 'success', state: labels.Done };
const TO_DO = { icon: 'utility:routing_offline', variant: '', state: labels.ToDo };

interface InputView {
    readonly name: string;
    readonly label: string;
    readonly options: readonly { readonly label: string; readonly value: string; readonly description: string }[];
    readonly value: string;
    readonly help: string;
}

export interface StepView {
    readonly name: string;
    readonly label: string;
    readonly purpose: string;
    readonly facts: string;
    readonly icon: string;
    readonly variant: string;
    readonly state: string;
    readonly inputs: readonly InputView[];
    readonly actionLabel: string;
    readonly isWaiting: boolean;
    readonly path: string;
    readonly pathLabel: string;
}

/** What was chosen for each step, by name of the step and of the input. */
export type Choices = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** @param busy name of the step that is being done */
export function stepViews(steps: readonly Apex.SetupStepState[], choices: Choices, busy: string): StepView[] {
    return steps.map((step) => {
        const { name = '', label = '', purpose = '', facts = '', inputs = [] } = step;
        const chosen = choices[name] ?? {};
        return {
            name,
            label,
            purpose,
            facts,
            ...(step.isDone === true ? DONE : TO_DO),
            inputs: inputs.map((input) => inputView(input, chosen[input.name ?? ''] ?? '')),
            actionLabel: step.actionLabel ?? '',
            isWaiting: busy !== '' || inputs.some((input) => !chosen[input.name ?? '']),
            path: step.path ?? '',
            pathLabel: step.pathLabel ?? ''
        };
    });
}

/** `4 of 7 steps are done`. */
export function progress(steps: readonly Apex.SetupStepState[]): string {
    const done = steps.filter(({ isDone }) => isDone === true).length;
    return done === steps.length ? fill(labels.DoneAll, done) : fill(labels.Progress, done, steps.length);
}

function inputView({ name = '', label = '', choices = [] }: Apex.StepInput, value: string): InputView {
    return {
        name,
        label,
        options: choices.map((choice) => ({
            label: choice.label ?? '',
            value: choice.value ?? '',
            description: choice.description ?? ''
        })),
        value,
        help: choices.length >= MOST_CHOICES ? fill(labels.ChoicesCut, MOST_CHOICES) : ''
    };
}
