/** Where the page is: one current page reference, moved by links, by components and by the browser's buttons. */
import { referenceOf, urlOf } from 'host/pageReference';
import type { PageReference } from 'host/pageReference';

type Listener = (reference: PageReference) => void;
const listeners = new Set<Listener>();
let current: PageReference = referenceOf(location.pathname, location.search);

addEventListener('popstate', () => settle());

export function currentReference(): PageReference {
    return current;
}

/** Called now and after every move. */
export function onNavigation(listener: Listener): () => void {
    listeners.add(listener);
    listener(current);
    return () => listeners.delete(listener);
}

/** Goes to a page. Web pages of other sites open in a new tab. */
export function go(reference: Partial<PageReference>, options: { replace?: boolean } = {}): void {
    const url = urlOf(reference);
    if (url === undefined)
        throw new Error(`Navigation to ${String(reference.type)} is not supported by the local org.`);
    goToUrl(url, options);
}

export function goToUrl(url: string, options: { replace?: boolean } = {}): void {
    const target = new URL(url, location.href);
    if (target.origin !== location.origin) {
        window.open(target.href, '_blank', 'noopener');
        return;
    }
    if (!target.pathname.startsWith('/lightning')) {
        location.assign(target.href);
        return;
    }
    const isSamePage = target.pathname === location.pathname;
    if (options.replace) history.replaceState(null, '', target.href);
    else if (target.href !== location.href) history.pushState(null, '', target.href);
    settle();
    // Another state of the page that is shown is no other page: one stays where one was.
    if (!isSamePage) scrollTo(0, 0);
}

function settle(): void {
    current = referenceOf(location.pathname, location.search);
    for (const listener of [...listeners]) listener(current);
}

/** Makes plain links within the app navigate without a reload. */
export function followLink(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const anchor = event
        .composedPath()
        .find((node): node is HTMLAnchorElement => (node as HTMLElement).tagName === 'A');
    if (!anchor || (anchor.target && anchor.target !== '_self')) return;
    const href = anchor.getAttribute('href');
    if (!href || !href.startsWith('/')) return;
    event.preventDefault();
    goToUrl(href);
}
