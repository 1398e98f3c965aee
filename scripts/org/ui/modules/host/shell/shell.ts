import { LightningElement } from 'lwc';
import { activeApp, itemUrl } from 'host/activeApp';
import { onNavigation } from 'host/router';
import type { PageReference } from 'host/pageReference';
import { settings } from 'host/settings';
import type { NavigationItem } from 'host/settings';

/** The app: header, navigation bar and the current page. */
export default class Shell extends LightningElement {
    private reference: PageReference | undefined;
    private stop: (() => void) | undefined;

    connectedCallback(): void {
        this.stop = onNavigation((reference) => {
            this.reference = reference;
        });
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    get app(): ReturnType<typeof activeApp> {
        // Read through the reference so that changing the app shows at once.
        return this.reference ? activeApp() : undefined;
    }

    /** Phones have none. */
    get hasUtilityBar(): boolean {
        return this.app?.hasUtilityBar === true && settings.formFactor !== 'Small';
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

    get items(): object[] {
        return (this.app?.items ?? []).map((item) => {
            const isActive = this.isActive(item);
            return {
                name: item.name,
                label: item.label,
                url: itemUrl(item),
                ariaCurrent: isActive ? 'page' : null,
                className: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`
            };
        });
    }

    isActive(item: NavigationItem): boolean {
        const { type, attributes } = this.reference ?? { type: '', attributes: {} as PageReference['attributes'] };
        if (item.kind === 'home') return type === 'standard__namedPage';
        if (item.kind === 'object') return attributes['objectApiName'] === item.target;
        return type === 'standard__navItemPage' && attributes['apiName'] === item.name;
    }

    handleSkip(): void {
        (this.template?.querySelector('main') as HTMLElement | null)?.focus();
    }
}
