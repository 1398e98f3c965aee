/** What of a page does not depend on an open org: it is built, and may be served, while the org opens. */
import { appBundle } from '../ui/build/keptBundle.ts';
import type { BundleKeep } from '../ui/build/keptBundle.ts';
import type { AppBundle } from '../ui/build/appBundle.ts';
import { readSourceTree } from '../ui/build/sourceTree.ts';
import type { SourceTree } from '../ui/build/sourceTree.ts';
import { prepareVendor } from '../ui/build/vendor.ts';
import type { Vendor } from '../ui/build/vendor.ts';
import { assetRoutes, hostFiles } from './assetRoutes.ts';
import { serveEarly } from './httpServer.ts';
import type { OpenPort } from './openPort.ts';
import { PAGE_HEADERS, pageBeginning } from './pageShell.ts';
import type { PageFiles } from './pageShell.ts';
import { Router } from './router.ts';
import type { Route } from './router.ts';
import type { Sessions } from './session.ts';

export interface BrowserSide {
    readonly vendor: Vendor;
    readonly tree: SourceTree;
    readonly bundle: AppBundle;
}

/** Icons that a page has from its first row on: asked for only when the first of them is drawn, they would hold it up. */
const ICONS = ['lightning/iconSvgTemplatesUtility.js', 'lightning/iconSvgTemplatesStandard.js'];
const PAGE = /^\/lightning\//;

export async function buildBrowserSide(
    sourceDirs: readonly string[],
    mode: 'development' | 'production' = 'development',
    log: (line: string) => void = () => undefined,
    keep?: BundleKeep
): Promise<BrowserSide> {
    const vendor = await prepareVendor({
        mode,
        onBuildStart: () => log('Building the base components; this is done once ...')
    });
    const tree = readSourceTree(sourceDirs);
    return { vendor, tree, bundle: await appBundle(tree, sourceDirs, vendor, mode, keep) };
}

/** Addresses of what every page needs of it. */
export function pageFiles({ vendor, bundle }: BrowserSide): PageFiles {
    const ofVendor = (file: string): string => `/vendor/${vendor.key}/${file}`;
    const icons = ICONS.flatMap((file) => [file, ...(vendor.imports[file] ?? [])]);
    return {
        ...hostFiles(),
        syntheticShadow: ofVendor('synthetic-shadow.js'),
        modules: [...new Set([...(bundle.needs.get('main') ?? []), ...icons.map(ofVendor)])]
    };
}

/** Routes of files, and of the address that leads to the first page. */
export function browserRoutes(current: () => BrowserSide): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/',
            access: 'open',
            handler: () => ({ status: 302, headers: { location: '/lightning/page/home' }, body: '' })
        },
        ...assetRoutes({
            vendor: () => current().vendor,
            appFiles: () => current().bundle.files,
            tree: () => current().tree
        })
    ];
}

/** Lets a browser load files, and the beginnings of pages, before the org is open. */
export function serveBrowserSide(
    port: OpenPort,
    side: BrowserSide,
    sessions: Sessions,
    onInternalError: (error: unknown, path: string) => void
): void {
    const beginning = pageBeginning(pageFiles(side));
    serveEarly(port, {
        router: new Router().add(browserRoutes(() => side)),
        sessions,
        onInternalError,
        pageBeginning: (path, cookieHeader) => {
            if (!PAGE.test(path)) return undefined;
            const setCookie = sessions.cookieOfEarlyPage(cookieHeader);
            return {
                reply: { beginning, headers: { ...PAGE_HEADERS, 'set-cookie': setCookie } },
                cookie: setCookie.split(';')[0] ?? ''
            };
        }
    });
}
