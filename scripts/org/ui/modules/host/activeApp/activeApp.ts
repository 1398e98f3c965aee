/** Which Lightning app is open, and the addresses of its tabs. */
import { settings } from 'host/settings';
import type { NavigationItem, Settings } from 'host/settings';

const KEY = 'local-org.app';

export function activeApp(): Settings['apps'][number] | undefined {
    const wanted = sessionStorage.getItem(KEY) ?? settings.defaultApp;
    return (
        settings.apps.find((app) => app.name === wanted) ??
        settings.apps.find((app) => app.name === settings.defaultApp) ??
        settings.apps[0]
    );
}

export function openApp(name: string): void {
    sessionStorage.setItem(KEY, name);
}

export function itemUrl(item: NavigationItem): string {
    if (item.kind === 'home') return '/lightning/page/home';
    if (item.kind === 'object') return `/lightning/o/${item.target}/list`;
    return `/lightning/n/${item.name}`;
}
