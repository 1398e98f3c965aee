import { wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getWork from '@salesforce/apex/FigureWorkController.getWork';
import startDay from '@salesforce/apex/FigureWorkController.startDay';
import startHistory from '@salesforce/apex/FigureWorkController.startHistory';
import startNight from '@salesforce/apex/FigureWorkController.startNight';
import InsightWidget, { type Told } from 'c/insightWidget';
import { DAY, HISTORY, isRunning, lastDayWords, NIGHT, notices, taskRows, type TaskRow } from './figureWorkModel';
import { labels } from './labels';

/** How long a page waits before it looks again how far running work is. */
const LOOK_AGAIN_MS = 5000;

/** Work on the figures that an administrator starts by hand. Stands on the set-up page. */
export default class InsightFigureWork extends InsightWidget<Apex.FigureWork> {
    readonly labels = labels;
    day = '';
    isBusy = false;
    done = '';
    refusal = '';
    actionError: unknown;
    private timer?: number;

    @wire(getWork)
    wiredWork(result: Platform.WireResult<Apex.FigureWork>): void {
        this.result = result;
        this.lookAgain();
    }

    protected override get told(): Told {
        return { asOf: this.data.status?.endedAt, notes: notices(this.data) };
    }

    get lastDayText(): string {
        return lastDayWords(this.data);
    }

    get tasks(): TaskRow[] {
        return taskRows(this.data);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.clearTimeout(this.timer);
    }

    handleDay(event: CustomEvent<{ value: string | null }>): void {
        this.day = event.detail.value ?? '';
    }

    async handleStart(event: Event): Promise<void> {
        const starters: Record<string, () => Promise<Apex.ActionOutcome>> = {
            [NIGHT]: () => startNight(),
            [DAY]: () => startDay({ day: this.day || null }),
            [HISTORY]: () => startHistory()
        };
        const start = starters[(event.currentTarget as HTMLElement).dataset.name ?? ''];
        if (start) {
            await this.act(start);
        }
    }

    private async act(start: () => Promise<Apex.ActionOutcome>): Promise<void> {
        this.isBusy = true;
        this.done = '';
        this.refusal = '';
        this.actionError = undefined;
        try {
            const { isOk, message } = await start();
            this.done = isOk ? (message ?? '') : '';
            this.refusal = isOk ? '' : (message ?? '');
            await refreshApex(this.result);
        } catch (error) {
            this.actionError = error;
        } finally {
            this.isBusy = false;
        }
    }

    private lookAgain(): void {
        window.clearTimeout(this.timer);
        if (isRunning(this.data)) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- no event tells how far a batch job is: asks until it ends
            this.timer = window.setTimeout(() => {
                void this.refreshWhileRunning();
            }, LOOK_AGAIN_MS);
        }
    }

    private async refreshWhileRunning(): Promise<void> {
        await refreshApex(this.result);
        // An answer that says the same as before comes without a call of the wire.
        this.lookAgain();
    }
}
