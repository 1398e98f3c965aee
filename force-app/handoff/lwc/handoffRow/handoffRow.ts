import { api, LightningElement } from 'lwc';
import { fill } from 'c/labelText';
import { labels } from './labels';
import { rowView, type RowView } from './rowModel';

/** A rep accepts this hand-off from the list. */
export interface RowAccepted {
    readonly handoffId: string;
}

/** The checkbox of this hand-off changed. */
export interface RowSelected {
    readonly handoffId: string;
    readonly isSelected: boolean;
}

/** One hand-off as one line: ring, time left, person, institution, why now. Fires `accepted` and `selected`. */
export default class HandoffRow extends LightningElement {
    /** Facts of the line. */
    @api row: Apex.HandoffRow = {};
    /** Milliseconds of the server's now. */
    @api now = 0;
    /** Shows Accept while the clock runs. */
    @api canAccept?: boolean;
    /** Shows a checkbox. */
    @api isSelectable?: boolean;
    /** State of the checkbox. */
    @api isSelected?: boolean;
    /** Shows who has it. */
    @api showsOwner?: boolean;
    /** While the server works. */
    @api isBusy?: boolean;

    readonly labels = labels;

    get view(): RowView {
        return rowView(this.row, this.now);
    }

    get hasAccept(): boolean {
        return this.canAccept === true && this.view.isRunning;
    }

    get hasOwner(): boolean {
        return this.showsOwner === true && this.view.owner !== '';
    }

    get isRemarkable(): boolean {
        return this.view.words !== '' && this.view.state !== 'open' && this.view.headline !== this.view.words;
    }

    get person(): string {
        return this.row.personName ?? this.row.name ?? '';
    }

    get selectText(): string {
        return fill(labels.Select, this.person);
    }

    handleAccept(): void {
        this.dispatchEvent(
            new CustomEvent<RowAccepted>('accepted', { detail: { handoffId: this.row.handoffId ?? '' } })
        );
    }

    handleSelect(event: Event): void {
        const isSelected = (event.target as HTMLInputElement).checked;
        this.dispatchEvent(
            new CustomEvent<RowSelected>('selected', { detail: { handoffId: this.row.handoffId ?? '', isSelected } })
        );
    }
}
