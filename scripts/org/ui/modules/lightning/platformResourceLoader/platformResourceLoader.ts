/** `lightning/platformResourceLoader`: each address is loaded once. */
const loads = new Map<string, Promise<void>>();

function load(element: HTMLScriptElement | HTMLLinkElement, url: string): Promise<void> {
    const known = loads.get(url);
    if (known) return known;
    const loading = new Promise<void>((resolve, reject) => {
        element.addEventListener('load', () => resolve());
        element.addEventListener('error', () => reject(new Error(`Could not load ${url}`)));
    });
    loads.set(url, loading);
    document.head.appendChild(element);
    return loading;
}

export function loadScript(_component: unknown, url: string): Promise<void> {
    const script = document.createElement('script');
    script.src = url;
    return load(script, url);
}

export function loadStyle(_component: unknown, url: string): Promise<void> {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    return load(link, url);
}
