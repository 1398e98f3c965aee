import { api, LightningElement } from 'lwc';
import { fill } from 'c/labelText';
import { labels } from './labels';
import { signed, waterfallRows, WIDTH, type Step, type WaterfallRow } from './waterfallModel';

export { signed };
export type { Step };

const ROW_HEIGHT = 10;

/** The score before, what each part moved it by, and the score after: a table whose middle column is the picture. */
export default class InsightWaterfall extends LightningElement {
    /** Name of the table. */
    @api caption = '';
    @api before: Step = { key: 'before', label: '', points: 0 };
    @api after: Step = { key: 'after', label: '', points: 0 };
    @api steps: readonly Step[] = [];

    readonly labels = labels;
    readonly viewBox = `0 0 ${WIDTH} ${ROW_HEIGHT}`;

    get rows(): WaterfallRow[] {
        return waterfallRows(this.before, this.steps, this.after).rows;
    }

    get scaleText(): string {
        const { low, high } = waterfallRows(this.before, this.steps, this.after).scale;
        return fill(labels.Scale, low, high);
    }
}
