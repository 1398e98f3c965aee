import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import fix from '@salesforce/apex/SetupStepsController.fix';
import getSteps from '@salesforce/apex/SetupStepsController.getSteps';
import { labels } from './labels';
import { progress, stepViews, type Choices, type StepView } from './firstHourModel';

interface Answer {
    readonly step: string;
    readonly isOk: boolean;
    readonly message: string;
}

interface ShownStep extends StepView {
    readonly answer: Answer | undefined;
    readonly answerIcon: string;
    readonly error: unknown;
}

/** The steps of the first hour, what each lacks, and the button that does it. Stands on the set-up page. */
export default class FirstHour extends LightningElement {
    readonly labels = labels;
    private steps: Platform.WireResult<readonly Apex.SetupStepState[]> = {};
    private choices: Choices = {};
    private busy = '';
    private answer?: Answer;
    private problem?: { readonly step: string; readonly error: unknown };

    @wire(getSteps)
    wiredSteps(result: Platform.WireResult<readonly Apex.SetupStepState[]>): void {
        this.steps = result;
    }

    get error(): unknown {
        return this.steps.error;
    }

    get isLoading(): boolean {
        return this.steps.data === undefined && this.error === undefined;
    }

    get isEmpty(): boolean {
        return this.steps.data?.length === 0;
    }

    get progress(): string {
        return progress(this.steps.data ?? []);
    }

    get views(): ShownStep[] {
        return stepViews(this.steps.data ?? [], this.choices, this.busy).map((view) => {
            const answer = this.answer?.step === view.name ? this.answer : undefined;
            return {
                ...view,
                answer,
                answerIcon: answer?.isOk === true ? 'utility:check' : 'utility:warning',
                error: this.problem?.step === view.name ? this.problem.error : undefined
            };
        });
    }

    handleChoice(event: CustomEvent<{ value: string }>): void {
        const { step = '', input = '' } = (event.currentTarget as HTMLElement).dataset;
        this.choices = { ...this.choices, [step]: { ...this.choices[step], [input]: event.detail.value } };
    }

    async handleFix(event: Event): Promise<void> {
        const step = (event.currentTarget as HTMLElement).dataset.step ?? '';
        this.busy = step;
        this.answer = undefined;
        this.problem = undefined;
        try {
            const outcome = await fix({ name: step, input: this.choices[step] ?? {} });
            this.answer = { step, isOk: outcome.isOk === true, message: outcome.message ?? '' };
            await refreshApex(this.steps);
        } catch (error) {
            this.problem = { step, error };
        } finally {
            this.busy = '';
        }
    }

    handleRetry(): void {
        void refreshApex(this.steps);
    }
}
