import { LightningElement, wire } from 'lwc';
import getPolicies from '@salesforce/apex/HandoffSetupController.getPolicies';
import testPolicy from '@salesforce/apex/HandoffSetupController.testPolicy';
import { labels } from './labels';
import {
    changed,
    figures,
    firstDrafts,
    forms,
    lines,
    period,
    shownText,
    type Figure,
    type FormView,
    type Line
} from './policyTestModel';

/** What other hours and thresholds would have done with the hand-offs of the last quarter. */
export default class HandoffPolicyTest extends LightningElement {
    readonly labels = labels;
    isBusy = false;
    problem?: unknown;
    private drafts: readonly Apex.PolicyDraft[] = [];
    private stored: Platform.WireResult<readonly Apex.PolicyDraft[]> = {};
    private run?: Apex.PolicyDryRun;
    private picked = '';

    @wire(getPolicies)
    wiredPolicies(result: Platform.WireResult<readonly Apex.PolicyDraft[]>): void {
        this.stored = result;
        this.drafts = firstDrafts(result.data ?? []);
    }

    get error(): unknown {
        return this.stored.error;
    }

    get isLoading(): boolean {
        return this.stored.data === undefined && this.error === undefined;
    }

    get forms(): FormView[] {
        return forms(this.drafts, this.stored.data ?? []);
    }

    get problems(): readonly string[] {
        return this.run?.problems ?? [];
    }

    get hasProblems(): boolean {
        return this.problems.length > 0;
    }

    get isTried(): boolean {
        return this.run !== undefined && !this.hasProblems;
    }

    get period(): string {
        return this.run ? period(this.run) : '';
    }

    get figures(): Figure[] {
        return this.run ? figures(this.run, this.picked) : [];
    }

    get lines(): Line[] {
        return this.run ? lines(this.run, this.picked) : [];
    }

    get shownText(): string {
        return this.run ? shownText(this.run, this.lines.length) : '';
    }

    get isEmpty(): boolean {
        return this.run?.total === 0;
    }

    handleValue(event: CustomEvent<{ value: string }>): void {
        const { priority = '', field = '' } = (event.currentTarget as HTMLElement).dataset;
        this.drafts = changed(this.drafts, this.stored.data ?? [], priority, field, event.detail.value);
    }

    /** A second click on the same figure shows all again. */
    handleFigure(event: Event): void {
        const code = (event.currentTarget as HTMLElement).dataset.code ?? '';
        this.picked = code === this.picked ? '' : code;
    }

    async handleTry(): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        this.picked = '';
        try {
            this.run = await testPolicy({ drafts: this.drafts });
        } catch (error) {
            this.run = undefined;
            this.problem = error;
        } finally {
            this.isBusy = false;
        }
    }
}
