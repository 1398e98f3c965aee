import { LightningElement } from 'lwc';
import { openApp } from 'host/activeApp';
import { settings } from 'host/settings';

/** Menu of the apps that the persona may open. */
export default class AppLauncher extends LightningElement {
    isOpen = false;

    get isOpenText(): string {
        return String(this.isOpen);
    }

    get apps(): object[] {
        return settings.apps.map((app) => ({
            ...app,
            url: `/lightning/app/${app.name}`,
            style: `background:${app.color}`
        }));
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleApp(event: Event): void {
        openApp((event.currentTarget as HTMLElement).dataset['app'] ?? '');
        this.isOpen = false;
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        this.isOpen = false;
        (this.template?.querySelector('.launcher-button') as HTMLElement | null)?.focus();
    }

    handleFocusOut(event: FocusEvent): void {
        if (!event.relatedTarget) return;
        if (!this.template?.querySelector('.launcher')?.contains(event.relatedTarget as Node)) this.isOpen = false;
    }
}
