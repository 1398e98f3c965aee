import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import acceptHandoff from '@salesforce/apex/HandoffCardController.accept';
import getMine from '@salesforce/apex/HandoffListController.getMine';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { learnServerTime, serverNow, Ticker } from 'c/clockSource';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import type { RowAccepted } from 'c/handoffRow';
import { instantOf } from 'c/timeWords';
import { sectionOf, type Section } from './myListModel';
import { labels } from './labels';

type Wired = Platform.WireResult<Apex.HandoffList>;

/** What a rep has to do today. Stands on the home page: open by time left, coming back, waiting for first contact. */
export default class HandoffMyList extends LightningElement {
    readonly labels = labels;
    now = serverNow();
    isBusy = false;
    problem?: AppError;
    private open: Wired = {};
    private returning: Wired = {};
    private accepted: Wired = {};
    private refreshId?: number | string;
    private readonly ticker = new Ticker(
        () => (this.now = serverNow()),
        () => (this.open.data?.rows ?? []).map((row) => instantOf(row.decideBy))
    );

    @wire(getMine, { view: 'open' })
    wiredOpen(result: Wired): void {
        this.open = this.learn(result);
        this.ticker.start();
    }

    @wire(getMine, { view: 'returning' })
    wiredReturning(result: Wired): void {
        this.returning = this.learn(result);
    }

    @wire(getMine, { view: 'accepted' })
    wiredAccepted(result: Wired): void {
        this.accepted = this.learn(result);
    }

    get isLoading(): boolean {
        return this.open.data === undefined && this.error === undefined;
    }

    get error(): unknown {
        return this.open.error ?? this.returning.error ?? this.accepted.error;
    }

    get sections(): Section[] {
        return [
            sectionOf('open', '', labels.EmptyMyList, this.open.data, true),
            sectionOf('returning', labels.Returning, labels.EmptyReturning, this.returning.data, false),
            sectionOf('accepted', labels.FirstContact, labels.EmptyFirstContact, this.accepted.data, false)
        ];
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => this.readAgain());
    }

    override disconnectedCallback(): void {
        this.ticker.stop();
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleRetry(): void {
        void this.readAgain();
    }

    async handleAccepted(event: CustomEvent<RowAccepted>): Promise<void> {
        const { handoffId } = event.detail;
        const personId = this.open.data?.rows?.find((row) => row.handoffId === handoffId)?.personId;
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await acceptHandoff({ handoffId });
            if (outcome.isOk) {
                this.dispatchEvent(
                    new ShowToastEvent({ title: outcome.message || labels.Accepted, variant: 'success' })
                );
            } else {
                this.problem = outcomeError(outcome);
            }
            await this.readAgain();
            await notifyRecordUpdateAvailable(
                [handoffId, personId].filter((id) => id !== undefined).map((recordId) => ({ recordId }))
            );
            this.dispatchEvent(new RefreshEvent());
        } catch (error) {
            this.problem = toAppError(error);
        } finally {
            this.isBusy = false;
        }
    }

    private async readAgain(): Promise<void> {
        await Promise.all([refreshApex(this.open), refreshApex(this.returning), refreshApex(this.accepted)]);
    }

    private learn(result: Wired): Wired {
        learnServerTime(result.data?.serverNow);
        this.now = serverNow();
        return result;
    }
}
