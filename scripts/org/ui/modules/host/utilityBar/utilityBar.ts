import { LightningElement } from 'lwc';
import { activeApp } from 'host/activeApp';
import { request } from 'host/http';
import { onNavigation } from 'host/router';
import { settings } from 'host/settings';
import type { PageContext, PageDefinition, PageItem } from 'host/pageTypes';
import { isVisible } from 'host/visibility';

const WIDTH = 340;
const HEIGHT = 480;

/** The utility bar of the app: its items open as panels above it and stay as they are from page to page. */
export default class UtilityBar extends LightningElement {
    private page: PageDefinition | undefined;
    private app: string | undefined;
    private open: string | undefined;
    /** Items whose component was made: the first time that they opened, or at once when they are eager. */
    private started: ReadonlySet<string> = new Set();
    private stop: (() => void) | undefined;

    override connectedCallback(): void {
        this.stop = onNavigation(() => void this.read());
    }

    override disconnectedCallback(): void {
        this.stop?.();
    }

    get shown(): readonly PageItem[] {
        return (this.page?.regions ?? []).flatMap((region) =>
            region.items.filter((item) => !item.visibility || isVisible(item.visibility, {}))
        );
    }

    get hasItems(): boolean {
        return this.shown.length > 0;
    }

    get context(): PageContext {
        return { page: this.page as PageDefinition, recordId: undefined, objectApiName: undefined, hidden: new Set() };
    }

    get items(): object[] {
        return this.shown.map((item) => {
            const { label, icon, width, height } = item.properties as Readonly<Record<string, string | undefined>>;
            const isOpen = item.key === this.open;
            const name = label ?? (item.component ?? '').replace(/^c:/, '');
            return {
                key: item.key,
                item,
                label: name,
                minimizeText: `Minimize ${name}`,
                icon: icon ? `utility:${icon.replace(/^utility:/, '')}` : '',
                isStarted: this.started.has(item.key),
                expandedText: String(isOpen),
                panelClass: `slds-utility-panel slds-grid slds-grid_vertical panel ${isOpen ? 'slds-is-open' : 'slds-hide'}`,
                panelStyle: `width:${Number(width) || WIDTH}px;height:${Number(height) || HEIGHT}px`,
                buttonClass: `slds-button slds-utility-bar__action${isOpen ? ' slds-is-active' : ''}`
            };
        });
    }

    handleToggle(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset['key'];
        if (this.open === key) this.open = undefined;
        else if (key !== undefined) {
            this.open = key;
            this.started = new Set([...this.started, key]);
        }
    }

    handleMinimize(): void {
        const key = this.open;
        this.open = undefined;
        (this.template?.querySelector(`[data-key="${String(key)}"]`) as HTMLElement | null)?.focus();
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.handleMinimize();
    }

    /** Another app has another bar. */
    private async read(): Promise<void> {
        const app = activeApp()?.name ?? '';
        if (app === this.app) return;
        this.app = app;
        const query = new URLSearchParams({ app, formFactor: settings.formFactor });
        const answer = (await request('GET', `/host/page/utility-bar?${query.toString()}`)) as { page: PageDefinition };
        this.page = answer.page;
        this.open = undefined;
        const eager = this.shown.filter((item) => String(item.properties['eager']) === 'true');
        this.started = new Set(eager.map((item) => item.key));
    }
}
