import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getHeartbeat from '@salesforce/apex/HandoffListController.getHeartbeat';
import getTeam from '@salesforce/apex/HandoffListController.getTeam';
import repairHeartbeat from '@salesforce/apex/HandoffListController.repairHeartbeat';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { learnServerTime, serverNow, Ticker } from 'c/clockSource';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import HandoffReassignModal from 'c/handoffReassignModal';
import type { RowSelected } from 'c/handoffRow';
import { fill } from 'c/labelText';
import { instantOf } from 'c/timeWords';
import { figuresOf, pulseOf, teamOptions, type Figure, type Pulse } from './teamListModel';
import { labels } from './labels';

/** Wait after the last key before the server is asked. */
const SEARCH_PAUSE = 300;

interface SelectableRow {
    readonly row: Apex.HandoffRow;
    readonly isSelected: boolean;
}

/** A manager's console: four figures that filter, the list by time left, reassign. Stands on the home page. */
export default class HandoffTeamList extends LightningElement {
    readonly labels = labels;
    view = 'all';
    teamName = '';
    search = '';
    now = serverNow();
    selected: readonly string[] = [];
    problem?: AppError;
    isBusy = false;
    private list: Platform.WireResult<Apex.HandoffList> = {};
    /** Stays on the page while a filter loads, so that nothing jumps. */
    private shown?: Apex.HandoffList;
    private heartbeat: Platform.WireResult<Apex.Heartbeat> = {};
    private refreshId?: number | string;
    private searchTimer?: number;
    private readonly ticker = new Ticker(
        () => (this.now = serverNow()),
        () => this.rows.map(({ row }) => instantOf(row.decideBy))
    );

    @wire(getTeam, { view: '$view', teamName: '$teamName', search: '$search' })
    wiredList(result: Platform.WireResult<Apex.HandoffList>): void {
        this.list = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
            this.now = serverNow();
            this.shown = result.data;
            const ids = new Set((result.data.rows ?? []).map((row) => row.handoffId));
            this.selected = this.selected.filter((id) => ids.has(id));
            this.ticker.start();
        }
    }

    @wire(getHeartbeat)
    wiredHeartbeat(result: Platform.WireResult<Apex.Heartbeat>): void {
        this.heartbeat = result;
        learnServerTime(result.data?.serverNow);
    }

    get error(): unknown {
        return this.list.error;
    }

    get isLoading(): boolean {
        return this.shown === undefined && this.error === undefined;
    }

    get rows(): SelectableRow[] {
        return (this.shown?.rows ?? []).map((row) => ({
            row,
            isSelected: this.selected.includes(row.handoffId ?? '')
        }));
    }

    get empty(): string {
        const isFiltered = this.view !== 'all' || this.teamName !== '' || this.search !== '';
        return this.rows.length > 0 ? '' : isFiltered ? labels.TeamFiltered : labels.TeamList;
    }

    get shownText(): string {
        return fill(labels.ShowingOf, this.rows.length, this.shown?.total ?? this.rows.length);
    }

    get figures(): Figure[] {
        return figuresOf(this.shown, this.view);
    }

    get pulse(): Pulse | undefined {
        return pulseOf(this.heartbeat.data, this.now);
    }

    get canRepair(): boolean {
        return this.pulse?.isHealthy === false;
    }

    get teams(): { label: string; value: string }[] {
        return teamOptions(this.shown?.teams);
    }

    get selectedText(): string {
        return this.selected.length === 0 ? '' : fill(labels.Selected, this.selected.length);
    }

    get hasNoSelection(): boolean {
        return this.selected.length === 0;
    }

    get isAllSelected(): boolean {
        return this.rows.length > 0 && this.rows.every(({ isSelected }) => isSelected);
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => this.readAgain());
    }

    override disconnectedCallback(): void {
        this.ticker.stop();
        window.clearTimeout(this.searchTimer);
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleRetry(): void {
        void this.readAgain();
    }

    handleFigure(event: Event): void {
        this.view = (event.currentTarget as HTMLElement).dataset.view ?? 'all';
    }

    handleTeam(event: CustomEvent<{ value: string }>): void {
        this.teamName = event.detail.value;
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        const { value } = event.detail;
        window.clearTimeout(this.searchTimer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.searchTimer = window.setTimeout(() => (this.search = value.trim()), SEARCH_PAUSE);
    }

    handleSelected(event: CustomEvent<RowSelected>): void {
        const { handoffId, isSelected } = event.detail;
        const others = this.selected.filter((id) => id !== handoffId);
        this.selected = isSelected ? [...others, handoffId] : others;
    }

    handleSelectAll(event: Event): void {
        const isSelected = (event.target as HTMLInputElement).checked;
        this.selected = isSelected ? this.rows.map(({ row }) => row.handoffId ?? '') : [];
    }

    async handleReassign(): Promise<void> {
        const only = this.selected.length === 1 ? this.rows.find(({ isSelected }) => isSelected)?.row : undefined;
        const label = only
            ? fill(labels.ReassignOne, only.personName ?? '')
            : fill(labels.ReassignMany, this.selected.length);
        const message = await HandoffReassignModal.open<string>({
            size: 'small',
            label,
            handoffIds: [...this.selected]
        });
        if (message !== undefined) {
            this.selected = [];
            this.dispatchEvent(new ShowToastEvent({ title: message || labels.Reassigned, variant: 'success' }));
            await this.readAgain();
            this.dispatchEvent(new RefreshEvent());
        }
    }

    async handleRepair(): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await repairHeartbeat();
            if (outcome.isOk) {
                this.dispatchEvent(
                    new ShowToastEvent({ title: outcome.message || labels.Repaired, variant: 'success' })
                );
            } else {
                this.problem = outcomeError(outcome);
            }
            await refreshApex(this.heartbeat);
        } catch (error) {
            this.problem = toAppError(error);
        } finally {
            this.isBusy = false;
        }
    }

    private async readAgain(): Promise<void> {
        await Promise.all([refreshApex(this.list), refreshApex(this.heartbeat)]);
    }
}
