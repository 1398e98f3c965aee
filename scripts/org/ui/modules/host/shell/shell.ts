import { LightningElement } from 'lwc';
import { activeApp, itemUrl } from 'host/activeApp';
import { onNavigation } from 'host/router';
import type { PageReference } from 'host/pageReference';
import { settings } from 'host/settings';
import type { NavigationItem } from 'host/settings';

interface Tab {
    readonly name: string;
    readonly label: string;
    readonly url: string;
    readonly isActive: boolean;
    readonly ariaCurrent: 'page' | null;
    readonly className: string;
}

/** Room that the button of the menu takes. */
const MORE_WIDTH = 88;

/**
 * How many tabs fit into a bar: all of them, or as many as fit beside the button of the menu.
 * @param ends where each tab ends, from the start of the bar
 */
function roomFor(ends: readonly number[], width: number): number {
    if ((ends.at(-1) ?? 0) <= width) return ends.length;
    return ends.findIndex((end) => end + MORE_WIDTH > width);
}

/** The app: header, navigation bar and the current page. */
export default class Shell extends LightningElement {
    isMoreOpen = false;
    declare readonly refs: { tabs?: HTMLElement; more?: HTMLElement };
    private reference: PageReference | undefined;
    private stop: (() => void) | undefined;
    /** How many tabs the bar has room for; the others are in a menu. Undefined: not measured yet. */
    private room: number | undefined;
    /** Where each tab of the app whose items are named ends. */
    private measured: { readonly names: string; readonly ends: readonly number[] } = { names: '', ends: [] };
    private readonly resized = new ResizeObserver(() => this.measure());

    override connectedCallback(): void {
        this.stop = onNavigation((reference) => {
            this.reference = reference;
        });
    }

    override renderedCallback(): void {
        const bar = this.refs.tabs?.parentElement;
        if (!bar) return;
        this.resized.observe(bar);
        this.measure();
    }

    override disconnectedCallback(): void {
        this.stop?.();
        this.resized.disconnect();
    }

    get app(): ReturnType<typeof activeApp> {
        // Read through the reference so that changing the app shows at once.
        return this.reference ? activeApp() : undefined;
    }

    /** Phones have none. */
    get hasUtilityBar(): boolean {
        return this.app?.hasUtilityBar === true && settings.formFactor !== 'Small';
    }

    /** A phone scrolls its bar; elsewhere the tabs that find no room are in a menu. */
    get tabsClass(): string {
        return `slds-context-bar__secondary${settings.formFactor === 'Small' ? ' scrolls' : ''}`;
    }

    get appLabel(): string {
        return this.app?.label ?? settings.organization;
    }

    get initials(): string {
        return this.app?.initials ?? settings.organization.slice(0, 1);
    }

    get tileStyle(): string {
        return `background:${this.app?.color ?? '#0070d2'}`;
    }

    get userName(): string {
        return settings.user.name;
    }

    get userInitials(): string {
        return settings.user.name
            .split(' ')
            .map((part) => part.slice(0, 1))
            .join('')
            .slice(0, 2);
    }

    get items(): Tab[] {
        return (this.app?.items ?? []).map((item) => {
            const isActive = this.isActive(item);
            return {
                name: item.name,
                label: item.label,
                url: itemUrl(item),
                isActive,
                ariaCurrent: isActive ? 'page' : null,
                className: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`
            };
        });
    }

    get shownItems(): Tab[] {
        return this.items.slice(0, this.room);
    }

    get moreItems(): Tab[] {
        return this.room === undefined ? [] : this.items.slice(this.room);
    }

    get hasMore(): boolean {
        return this.moreItems.length > 0;
    }

    get moreClass(): string {
        const isActive = this.moreItems.some((item) => item.isActive);
        return `slds-context-bar__item slds-dropdown-trigger slds-dropdown-trigger_click${isActive ? ' slds-is-active' : ''}${this.isMoreOpen ? ' slds-is-open' : ''}`;
    }

    get isMoreOpenText(): string {
        return String(this.isMoreOpen);
    }

    isActive(item: NavigationItem): boolean {
        const nowhere: Pick<PageReference, 'type' | 'attributes'> = { type: '', attributes: {} };
        const { type, attributes } = this.reference ?? nowhere;
        if (item.kind === 'home') return type === 'standard__namedPage';
        if (item.kind === 'object') return attributes['objectApiName'] === item.target;
        return type === 'standard__navItemPage' && attributes['apiName'] === item.name;
    }

    handleMore(): void {
        this.isMoreOpen = !this.isMoreOpen;
    }

    handleMoreItem(): void {
        this.isMoreOpen = false;
    }

    handleMoreKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        this.isMoreOpen = false;
        this.refs.more?.focus();
    }

    handleMoreFocusOut(event: FocusEvent): void {
        if (!event.relatedTarget) return;
        if (!this.template?.querySelector('[data-more]')?.contains(event.relatedTarget as Node))
            this.isMoreOpen = false;
    }

    /** Tabs keep their widths, so all of them are measured once, when all are shown. */
    private measure(): void {
        const { tabs } = this.refs;
        const bar = tabs?.parentElement;
        if (!tabs || !bar || settings.formFactor === 'Small') return;
        const names = this.items.map((item) => item.name).join();
        if (names !== this.measured.names) {
            if (this.room !== undefined) {
                this.room = undefined;
                return;
            }
            const start = tabs.getBoundingClientRect().left;
            this.measured = {
                names,
                ends: [...tabs.children].map((tab) => tab.getBoundingClientRect().right - start)
            };
        }
        const room = roomFor(this.measured.ends, bar.clientWidth);
        if (room !== this.room) this.room = room;
    }

    handleSkip(): void {
        (this.template?.querySelector('main') as HTMLElement | null)?.focus();
    }
}
