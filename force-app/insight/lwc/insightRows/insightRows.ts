import { api, LightningElement } from 'lwc';
import type { CsvPage, CsvReader, CsvRow } from 'c/insightExport';
import { readMore, startPaging, type Paging } from 'c/pager';
import { labels } from './labels';

export interface ListCell {
    readonly key: string;
    readonly text: string;
    readonly isNumber?: boolean;
}

/** A row as it is read: a link, and its cells in the order of the columns. */
export interface ListRow {
    readonly key: string;
    readonly recordId?: string | undefined;
    readonly name: string;
    readonly detail?: string;
    readonly cells: readonly ListCell[];
    /** The same row for a file, with bare values. */
    readonly csv: CsvRow;
}

export interface ListPage {
    readonly rows: readonly ListRow[];
    readonly total?: number | null | undefined;
    readonly nextCursor?: string | null | undefined;
    /** Sentences about the whole list. */
    readonly notices?: readonly string[];
}

export type ListReader = (cursor?: string) => Promise<ListPage>;

/** The records behind a figure: page by page, each a link, all of them as a file. */
export default class InsightRows extends LightningElement {
    /** What the rows are. */
    @api heading = '';
    /** Heads of the columns; the first one is that of the link. */
    @api heads: readonly string[] = [];
    /** Heads of the file. */
    @api csvHeads: readonly string[] = [];

    readonly labels = labels;
    paging: Paging<ListRow> = startPaging();
    first?: ListPage | undefined;
    error: unknown;
    private reader?: ListReader;

    /** Reads the page that starts at a cursor. Another function is another list. */
    @api get read(): ListReader | undefined {
        return this.reader;
    }
    set read(reader: ListReader | undefined) {
        if (reader && reader !== this.reader) {
            this.reader = reader;
            void this.readFirst();
        }
    }

    get isLoading(): boolean {
        return this.first === undefined && this.error === undefined;
    }

    get rows(): readonly ListRow[] {
        return [...(this.first?.rows ?? []), ...this.paging.later];
    }

    get total(): number | null | undefined {
        return this.first?.total;
    }

    get isEmpty(): boolean {
        return this.rows.length === 0;
    }

    get notices(): readonly string[] {
        return this.first?.notices ?? [];
    }

    /** The list as a file: its own pages, read from the start. */
    get csvReader(): CsvReader {
        return async (cursor): Promise<CsvPage> => {
            const page = await this.reader?.(cursor);
            return {
                rows: (page?.rows ?? []).map((row) => row.csv),
                total: page?.total,
                nextCursor: page?.nextCursor
            };
        };
    }

    handleRetry(): void {
        void this.readFirst();
    }

    async handleMore(): Promise<void> {
        const { reader } = this;
        if (reader) {
            await readMore(
                this,
                (cursor) => reader(cursor ?? undefined),
                () => reader === this.reader
            );
        }
    }

    private async readFirst(): Promise<void> {
        const { reader } = this;
        this.first = undefined;
        this.error = undefined;
        this.paging = startPaging();
        try {
            const page = await reader?.();
            if (reader === this.reader) {
                this.first = page;
                this.paging = startPaging(page);
            }
        } catch (error) {
            this.error = error;
        }
    }
}
