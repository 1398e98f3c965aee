/** Puts the server together: bundle, pages, records, Apex, frame; watches the source tree and reloads pages. */
import { anonymousRoute } from './apex/anonymousRoute.ts';
import { join } from 'node:path';
import { appBundle } from '../ui/build/keptBundle.ts';
import type { AppBundle } from '../ui/build/appBundle.ts';
import { uiRoot } from '../ui/build/packages.ts';
import { readSourceTree } from '../ui/build/sourceTree.ts';
import { apexRoutes } from './apexEndpoint.ts';
import { browserRoutes, buildBrowserSide, pageFiles } from './browserSide.ts';
import type { BrowserSide } from './browserSide.ts';
import { FirstPages, modulesOf } from './firstPage.ts';
import { FolderWatcher } from './folderWatcher.ts';
import type { Gateway } from './gateway.ts';
import { hostRoutes } from './hostRoutes.ts';
import { serveAt } from './httpServer.ts';
import { openPort } from './openPort.ts';
import type { OpenPort } from './openPort.ts';
import { defaultApp, PAGE_HEADERS, pageBeginning, pageEnding } from './pageShell.ts';
import type { PageFiles } from './pageShell.ts';
import { layoutRoutes } from './pages/layoutRoutes.ts';
import { pageRoutes, readPageMetadata } from './pages/pageRoutes.ts';
import type { PageMetadata } from './pages/pageRoutes.ts';
import { apexRestRoutes } from './rest/apexRest.ts';
import { compositeRoutes } from './rest/composite.ts';
import { identityRoutes } from './rest/identity.ts';
import { queryRoutes } from './rest/query.ts';
import { sobjectRoutes } from './rest/sobjects.ts';
import { Router } from './router.ts';
import type { Route } from './router.ts';
import { searchRoutes } from './search.ts';
import { ServerEvents } from './serverEvents.ts';
import { sessionsOf } from './session.ts';
import type { Sessions } from './session.ts';
import { listRoutes } from './uiApi/lists.ts';
import { objectInfoRoutes } from './uiApi/objectInfo.ts';
import { recordRoutes } from './uiApi/records.ts';

export interface OrgServerOptions {
    readonly gateway: Gateway;
    /** Package directories, absolute. */
    readonly sourceDirs: readonly string[];
    /** 0: any free port. Or one that is open already. */
    readonly port: number | OpenPort;
    readonly mode?: 'development' | 'production';
    /** Rebuild and reload when a file changes; default true. */
    readonly watches?: boolean;
    /** Folder where the bundle is kept for the next start; absent: nowhere. */
    readonly keepIn?: string;
    /** Told what takes long and what does not compile. */
    readonly log?: (line: string) => void;
    readonly reset?: () => Promise<void>;
    /** Sessions that pages have already; default: new ones. */
    readonly sessions?: Sessions;
    /** More routes, for programs; loaded when the first of them asks. */
    readonly routes?: (sessions: Sessions) => Promise<readonly Route[]>;
}

export interface OrgServer {
    readonly url: string;
    readonly port: number;
    /** Access token of a user for programs; always the same one for the same secret. */
    issueToken(alias: string, secret?: string): string;
    /** Shows other source folders from now on. */
    useSource(sourceDirs: readonly string[]): Promise<void>;
    close(): Promise<void>;
}

/** @throws NodeJS.ErrnoException with the code EADDRINUSE when the port is taken; ToolError-like errors of broken metadata. */
export async function startOrgServer(options: OrgServerOptions, browserSide?: BrowserSide): Promise<OrgServer> {
    const { gateway } = options;
    const log = options.log ?? (() => undefined);
    const mode = options.mode ?? 'development';
    const keep = options.keepIn === undefined ? undefined : { folder: options.keepIn };
    const built = browserSide ?? (await buildBrowserSide(options.sourceDirs, mode, log, keep));
    const { vendor } = built;
    let { tree, bundle } = built;
    let files = pageFiles(built);
    let { sourceDirs } = options;
    let metadata: PageMetadata = readPageMetadata(tree, gateway);
    report(bundle, log);

    const events = new ServerEvents();
    const sessions = options.sessions ?? sessionsOf(() => gateway);
    const pages = pageRoutes(gateway, () => metadata);
    const router = new Router().add([
        appPageRoute({ gateway, sessions, pages, serverId: events.serverId }, () => ({ metadata, bundle, files })),
        ...hostRoutes({ gateway, sessions, events, reset: options.reset }),
        ...browserRoutes(() => ({ vendor, tree, bundle })),
        ...pages,
        ...layoutRoutes(gateway, () => metadata),
        ...searchRoutes(gateway),
        ...apexRoutes(gateway),
        ...objectInfoRoutes(gateway),
        ...recordRoutes(gateway),
        ...listRoutes(gateway),
        ...identityRoutes(gateway),
        ...queryRoutes(gateway),
        ...sobjectRoutes(gateway),
        ...compositeRoutes(gateway),
        ...apexRestRoutes(gateway),
        anonymousRoute(options.gateway)
    ]);
    const { routes } = options;
    if (routes) router.addLater(() => routes(sessions));
    const server = typeof options.port === 'number' ? await openPort(options.port) : options.port;
    serveAt(server, {
        router,
        sessions,
        onInternalError: (error, path) =>
            log(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    });

    const rebuild = async (): Promise<void> => {
        try {
            const nextTree = readSourceTree(sourceDirs);
            const nextMetadata = readPageMetadata(nextTree, gateway);
            bundle = await appBundle(nextTree, sourceDirs, vendor, mode, keep);
            tree = nextTree;
            files = pageFiles({ vendor, tree, bundle });
            metadata = nextMetadata;
            report(bundle, log);
            events.send('reload', {});
        } catch (error) {
            log(error instanceof Error ? error.message : String(error));
        }
    };
    const watcher = new FolderWatcher(async () => {
        await rebuild();
        watcher.use(watchedFolders());
    });
    const watchedFolders = (): string[] => [...tree.folders, ...readSourceTree([join(uiRoot, 'modules')]).folders];
    if (options.watches !== false) watcher.use(watchedFolders());
    return {
        url: `http://127.0.0.1:${server.port}`,
        port: server.port,
        issueToken: (alias, secret) => sessions.issueToken(alias, secret),
        useSource: async (next) => {
            sourceDirs = next;
            await rebuild();
            if (options.watches !== false) watcher.use(watchedFolders());
        },
        close: async () => {
            watcher.close();
            await server.close();
        }
    };
}

interface AppPageOptions {
    readonly gateway: Gateway;
    readonly sessions: Sessions;
    /** Routes that answer with definitions of pages. */
    readonly pages: readonly Route[];
    readonly serverId: string;
}

function appPageRoute(
    { gateway, sessions, pages, serverId }: AppPageOptions,
    current: () => { readonly metadata: PageMetadata; readonly bundle: AppBundle; readonly files: PageFiles }
): Route {
    const firstPages = new FirstPages(pages);
    const page: Route['handler'] = async (context) => {
        const cookie = context.headers['cookie'];
        const { metadata, bundle, files } = current();
        const { session, setCookie } = sessions.ofPage(typeof cookie === 'string' ? cookie : undefined);
        const first = await firstPages.answer(context, session, defaultApp(gateway, metadata));
        const user = gateway.users.find((candidate) => candidate.alias === session.alias);
        const modules = user ? modulesOf(first, bundle, gateway.access(user.id)) : [];
        return {
            beginning: pageBeginning(files),
            body: pageEnding({ gateway, metadata, session, serverId, first, modules, files }),
            headers: { ...PAGE_HEADERS, 'set-cookie': setCookie }
        };
    };
    return { method: 'GET', pattern: '/lightning/*path', access: 'open', handler: page };
}

function report(bundle: AppBundle, log: (line: string) => void): void {
    for (const problem of bundle.problems) log(`${problem.file}: ${problem.message}`);
}
