import { LightningElement } from 'lwc';
import { request } from 'host/http';

interface Found {
    readonly id: string;
    readonly name: string;
    readonly objectApiName: string;
    readonly objectLabel: string;
}

const WAIT_MS = 200;

/** Finds records of every object by name. */
export default class GlobalSearch extends LightningElement {
    term = '';
    isOpen = false;
    emptyText = '';
    private found: readonly Found[] = [];
    private waiting: ReturnType<typeof setTimeout> | undefined;

    get hasResults(): boolean {
        return this.found.length > 0;
    }

    get results(): object[] {
        return this.found.map((item) => ({ ...item, url: `/lightning/r/${item.objectApiName}/${item.id}/view` }));
    }

    handleInput(event: Event): void {
        this.term = (event.target as HTMLInputElement).value;
        clearTimeout(this.waiting);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- one request per pause, not per key
        this.waiting = setTimeout(() => void this.search(), WAIT_MS);
    }

    handlePick(): void {
        this.isOpen = false;
        this.term = '';
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.isOpen = false;
    }

    handleFocusOut(event: FocusEvent): void {
        if (!event.relatedTarget) return;
        if (!this.template?.querySelector('.search')?.contains(event.relatedTarget as Node)) this.isOpen = false;
    }

    private async search(): Promise<void> {
        const term = this.term.trim();
        if (term.length < 2) {
            this.isOpen = false;
            return;
        }
        try {
            const answer = (await request('GET', `/host/search?q=${encodeURIComponent(term)}`)) as { results: Found[] };
            if (term !== this.term.trim()) return;
            this.found = answer.results;
            this.emptyText = `Nothing is called "${term}".`;
        } catch (error) {
            this.found = [];
            this.emptyText = (error as { body?: { message?: string } }).body?.message ?? String(error);
        }
        this.isOpen = true;
    }
}
