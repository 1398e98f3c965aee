import { api, LightningElement } from 'lwc';
import { serverNow } from 'c/clockSource';
import { count } from 'c/insightFormats';
import { fill } from 'c/labelText';
import { BYTE_ORDER_MARK, csvText, fileName, type CsvRow } from './csvModel';
import { labels } from './labels';

export type { CsvRow };

/** Some rows, and where the next ones start. */
export interface CsvPage {
    readonly rows: readonly CsvRow[];
    /** How many there are in all, if anybody counted. */
    readonly total?: number | null | undefined;
    readonly nextCursor?: string | null | undefined;
}

export type CsvReader = (cursor?: string) => Promise<CsvPage>;

/** A button that reads all rows, page by page, and gives them as a CSV file. Shows how far it is and can be stopped. */
export default class InsightExport extends LightningElement {
    /** What the rows are; names the file. */
    @api heading = '';
    /** Heads of the columns. */
    @api heads: readonly string[] = [];
    /** Reads the page that starts at a cursor. */
    @api read?: CsvReader;

    readonly labels = labels;
    progress = '';
    error: unknown;
    /** Stands for one run; another one, or none, means that it was stopped. */
    private run?: symbol | undefined;

    get isBusy(): boolean {
        return this.run !== undefined;
    }

    get buttonText(): string {
        return fill(labels.DownloadCsv, this.heading);
    }

    override disconnectedCallback(): void {
        this.run = undefined;
    }

    async handleDownload(): Promise<void> {
        const run = Symbol('run');
        this.run = run;
        this.error = undefined;
        this.progress = labels.CsvStarting;
        try {
            const rows = await this.readAll(run);
            if (rows) {
                this.save(rows);
            }
        } catch (error) {
            this.error = error;
        } finally {
            if (this.run === run) {
                this.run = undefined;
            }
        }
    }

    handleCancel(): void {
        this.run = undefined;
    }

    private async readAll(run: symbol): Promise<readonly CsvRow[] | undefined> {
        const rows: CsvRow[] = [];
        let cursor: string | undefined;
        do {
            // eslint-disable-next-line no-await-in-loop -- each page says where the next one starts
            const page: CsvPage = (await this.read?.(cursor)) ?? { rows: [] };
            if (this.run !== run) {
                return undefined;
            }
            rows.push(...page.rows);
            this.progress = fill(labels.CsvProgress, count(rows.length), count(page.total ?? rows.length));
            cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        return rows;
    }

    private save(rows: readonly CsvRow[]): void {
        const file = new Blob([BYTE_ORDER_MARK, csvText(this.heads, rows)], { type: 'text/csv;charset=utf-8' });
        const link = document.createElement('a');
        link.href = URL.createObjectURL(file);
        link.download = fileName(this.heading, serverNow());
        link.click();
        URL.revokeObjectURL(link.href);
    }
}
