import { LightningElement } from 'lwc';
import noteView from '@salesforce/apex/ScoreboardViewController.noteView';
import { serverNow } from 'c/clockSource';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

interface Line {
    readonly key: string;
    readonly text: string;
}

/** Notes that the reader looks at the scoreboard, and says who else did: both leaders see that it is read. */
export default class InsightViewers extends LightningElement {
    readonly labels = labels;
    error: unknown;
    private viewers: readonly Apex.Viewer[] = [];

    get lines(): Line[] {
        return this.viewers.map(({ userId = '', name = '', lastAt, days = 0 }) => {
            const at = instantOf(lastAt);
            return {
                key: userId,
                text: fill(labels.Viewer, name, at === undefined ? '' : dayAndTime(at, serverNow()), days)
            };
        });
    }

    get hasViewers(): boolean {
        return this.viewers.length > 0;
    }

    override connectedCallback(): void {
        void this.note();
    }

    private async note(): Promise<void> {
        try {
            this.viewers = await noteView();
        } catch (error) {
            this.error = error;
        }
    }
}
