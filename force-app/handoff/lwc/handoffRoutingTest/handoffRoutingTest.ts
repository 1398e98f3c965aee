import { LightningElement, wire } from 'lwc';
import findPeople from '@salesforce/apex/HandoffSetupController.findPeople';
import testRouting from '@salesforce/apex/HandoffSetupController.testRouting';
import { labels } from './labels';
import { personViews, runView, SHORTEST_SEARCH, type PersonView, type RunView } from './routingTestModel';

/** Who would receive a person, step by step, without doing it. Rules that wait to go live can be tried. */
export default class HandoffRoutingTest extends LightningElement {
    readonly labels = labels;
    search = '';
    personId = '';
    withInactive = false;
    isBusy = false;
    problem?: unknown;
    private run?: Apex.RoutingDryRun;

    @wire(findPeople, { text: '$search' })
    people: Platform.WireResult<readonly Apex.PersonOption[]> = {};

    get choices(): PersonView[] {
        return this.isSearching ? personViews(this.people.data ?? [], this.personId) : [];
    }

    get searchError(): unknown {
        return this.people.error;
    }

    /** What to say while there is nobody to choose. */
    get hint(): string {
        if (!this.isSearching) {
            return labels.TypeTwo;
        }
        return this.people.data?.length === 0 ? labels.NobodyFound : '';
    }

    get view(): RunView | undefined {
        return this.run && runView(this.run);
    }

    private get isSearching(): boolean {
        return this.search.length >= SHORTEST_SEARCH;
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.search = event.detail.value.trim();
    }

    async handlePick(event: Event): Promise<void> {
        this.personId = (event.target as HTMLInputElement).value;
        await this.explain();
    }

    async handleInactive(event: CustomEvent<{ checked: boolean }>): Promise<void> {
        this.withInactive = event.detail.checked;
        if (this.personId) {
            await this.explain();
        }
    }

    private async explain(): Promise<void> {
        const { personId, withInactive } = this;
        this.isBusy = true;
        this.problem = undefined;
        try {
            const run = await testRouting({ personId, withInactive });
            if (personId === this.personId && withInactive === this.withInactive) {
                this.run = run;
            }
        } catch (error) {
            this.run = undefined;
            this.problem = error;
        } finally {
            this.isBusy = false;
        }
    }
}
