import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getFollowUp from '@salesforce/apex/HandoffFollowUpController.getFollowUp';
import { learnServerTime, serverNow } from 'c/clockSource';
import { followUpLines, workLines, type FollowUpLine } from './followUpModel';
import { labels } from './labels';

/** What was promised by accepting a hand-off and how it stands. Shows nothing while nothing is promised. */
export default class HandoffFollowUp extends LightningElement {
    readonly labels = labels;
    handoffId?: string;
    private card?: Apex.HandoffCard;
    private wired?: Platform.WireResult<Apex.SalesFollowUpFacts>;

    @wire(getFollowUp, { handoffId: '$handoffId' })
    wiredFollowUp(result: Platform.WireResult<Apex.SalesFollowUpFacts>): void {
        this.wired = result;
        learnServerTime(result.data?.serverNow);
    }

    /** The card around this panel. A new state of the hand-off is a reason to ask again. */
    @api
    get handoff(): Apex.HandoffCard | undefined {
        return this.card;
    }

    set handoff(card: Apex.HandoffCard | undefined) {
        const isOther = this.card !== undefined && this.card !== card;
        this.card = card;
        this.handoffId = card?.handoffId;
        if (isOther && this.wired) {
            void refreshApex(this.wired);
        }
    }

    get facts(): Apex.SalesFollowUpFacts {
        return this.wired?.data ?? {};
    }

    get error(): unknown {
        return this.wired?.error;
    }

    get isRunning(): boolean {
        return this.facts.isRunning === true;
    }

    get lines(): FollowUpLine[] {
        return followUpLines(this.facts, serverNow());
    }

    get work(): { key: string; text: string }[] {
        return workLines(this.facts, serverNow());
    }

    get hasWork(): boolean {
        return this.work.length > 0;
    }
}
