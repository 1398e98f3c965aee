import { api, LightningElement } from 'lwc';
import type { Choice, Chosen } from 'c/insightChoices';
import type { CsvReader } from 'c/insightExport';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** What a widget is doing, what went wrong, what the reader must know. */
export interface FrameState {
    /** The answer is on its way. */
    readonly isLoading?: boolean;
    /** What went wrong instead. */
    readonly error?: unknown;
    /** Why there is nothing to show; blank when there is something. */
    readonly empty?: string;
    /** Which days are counted, in words. */
    readonly windowText?: string;
    /** Instant up to which the figures are right, in words. */
    readonly asOf?: string;
    /** Sentences that the reader must know. */
    readonly notices?: readonly string[];
    /** What the reader may choose, whatever the state: whoever does so by keyboard stays where they are. */
    readonly choices?: readonly Choice[];
    /** Heads of the file; without any, none is offered. */
    readonly csvHeads?: readonly string[];
    /** Reads the rows of the file. */
    readonly read?: CsvReader;
}

/** Frame of a widget: its title, its file, its choices and its state. Fires `chosen` and `retried`. */
export default class InsightFrame extends LightningElement {
    /** Title of the card; names the file, too. */
    @api heading = '';
    /** Icon of the title. */
    @api iconName = 'standard:metrics';
    @api state: FrameState = {};

    readonly labels = labels;

    get hasProblem(): boolean {
        return this.state.error !== undefined && this.state.error !== null;
    }

    get csvHeads(): readonly string[] {
        return this.state.csvHeads ?? [];
    }

    get hasFile(): boolean {
        return this.csvHeads.length > 0;
    }

    get choices(): readonly Choice[] {
        return this.state.choices ?? [];
    }

    get hasChoices(): boolean {
        return this.choices.length > 0;
    }

    get notices(): readonly string[] {
        return this.state.notices ?? [];
    }

    get footText(): string {
        const { windowText, asOf } = this.state;
        return [windowText, asOf ? fill(labels.AsOf, asOf) : ''].filter(Boolean).join(' · ');
    }

    handleChosen(event: CustomEvent<Chosen>): void {
        this.dispatchEvent(new CustomEvent<Chosen>('chosen', { detail: event.detail }));
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retried'));
    }
}
