/** One project as a running local org: opens it, shows it, loads demo data when it is new, starts over on request. */
import { ToolError } from '../../shared/toolError.ts';
import type { Org } from '../engine/org.ts';
import type { OrgKind } from '../engine/world.ts';
import type { LookedUp } from '../engine/keptOrg.ts';
import { buildBrowserSide, serveBrowserSide } from './browserSide.ts';
import type { CliFace } from './cliFace.ts';
import type { OpenPort } from './openPort.ts';
import type { OrgServer } from './orgServer.ts';
import { orgInputs } from './project.ts';
import type { Project } from './project.ts';
import type { Route } from './router.ts';
import { sessionsOf } from './session.ts';
import { switchableGateway } from './switchableGateway.ts';

export type DataProfile = 'mini' | 'small' | 'none';

export interface LocalOrgOptions {
    readonly project: Project;
    readonly port: OpenPort;
    /** What an earlier start kept of the org; see `lookUpOrg`. */
    readonly lookedUp: LookedUp | undefined;
    readonly data: DataProfile;
    /** Deletes what an earlier run left. */
    readonly startsOver: boolean;
    /** 'development': LWC warns in the browser's console, as in an org's debug mode. */
    readonly mode: 'development' | 'production';
    /** Progress and problems, one line each. */
    readonly log: (line: string) => void;
}

export interface LocalOrg {
    readonly url: string;
    /** Token of the administrator, for programs. */
    readonly accessToken: string;
    close(): Promise<void>;
}

/** What a project's `scripts/data/load.ts` exports. */
interface DataLoader {
    loadDemoData(options: {
        baseUrl: string;
        accessToken: string;
        profile: 'mini' | 'small';
        asOf: string;
        onProgress: (done: number, total: number, what: string) => void;
    }): Promise<void>;
}

/** Orgs that keep track of what changes in them, as the platform has it. */
const TRACKED_KINDS: ReadonlySet<OrgKind> = new Set<OrgKind>(['sandbox', 'scratch']);
/** Parts of the engine of about 10 ms each. */
const ENGINE_PIECES: readonly (() => Promise<unknown>)[] = [
    () => import('../store/store.ts'),
    () => import('../soql/run.ts'),
    () => import('../lib/pure.ts'),
    () => import('../compile/kept.ts'),
    () => import('../lib/data.ts')
];
const TICK_MS = 15_000;
const PROGRESS_EVERY_MS = 1000;

/** @throws ToolError for everything that a person can put right: source, world file, data. */
export async function startLocalOrg(options: LocalOrgOptions): Promise<LocalOrg> {
    const { project, log } = options;
    if (options.startsOver || !project.hasData) project.deleteData();
    project.lock();

    // Bundling goes on in threads of its own while the org opens.
    const browserSide = buildBrowserSide(project.orgDirs, options.mode, log, {
        folder: project.keptFolder,
        ...(options.lookedUp ? { stamps: options.lookedUp.stamps } : {})
    });
    const report = (error: unknown, path: string): void =>
        log(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const sessions = sessionsOf(() => switchable.gateway);
    // What fails here fails again below, where it is waited for.
    browserSide.then((side) => serveBrowserSide(options.port, side, sessions, report)).catch(() => undefined);
    const { openOrg, orgGateway, startOrgServer } = await engineParts();
    const open = (lookedUp?: LookedUp): Org => {
        project.prepareDataFolder();
        return openOrg({ ...orgInputs(project), dataFile: project.dataFile }, lookedUp);
    };
    let org = open(options.lookedUp);
    const switchable = switchableGateway(orgGateway(org));
    const reset = async (): Promise<void> => {
        org.close();
        project.deleteData();
        project.lock();
        org = open();
        switchable.use(orgGateway(org));
        await server.useSource(project.orgDirs);
        await loadData(server, org, options);
    };
    const activate = async (): Promise<void> => {
        org.close();
        try {
            project.activateCandidate();
            org = open();
            switchable.use(orgGateway(org));
        } catch (error) {
            project.restoreMetadata();
            org = open();
            switchable.use(orgGateway(org));
            throw error instanceof ToolError
                ? error
                : new ToolError('DeployError', error instanceof Error ? error.message : String(error));
        }
        project.dropFormerMetadata();
        log('The org has its own metadata from now on; --reset goes back to the source folders.');
        await server.useSource(project.orgDirs);
    };
    // Loaded when the first program asks: pages do without.
    let cli: CliFace | undefined;
    const programRoutes = async (): Promise<readonly Route[]> => {
        const { cliFace } = await import('./cliFace.ts');
        const { SourceTracking } = await import('../metadata/sourceTracking.ts');
        const isTracked = TRACKED_KINDS.has(org.world.organization.kind);
        cli = cliFace({
            gateway: switchable.gateway,
            worldFile: project.worldFile,
            sourceDirs: () => project.orgDirs,
            isDeployedMetadata: () => project.orgDirs !== project.sourceDirs,
            candidateFolder: project.candidateFolder,
            sourceTracking: isTracked ? new SourceTracking(project.trackingFile) : null,
            activate,
            log
        });
        return cli.routes(sessions);
    };
    const server = await startOrgServer(
        {
            gateway: switchable.gateway,
            sourceDirs: project.orgDirs,
            port: options.port,
            mode: options.mode,
            keepIn: project.keptFolder,
            log,
            reset,
            sessions,
            routes: programRoutes
        },
        await browserSide
    );
    try {
        if (!project.hasData) await loadData(server, org, options);
    } catch (error) {
        await server.close();
        org.close();
        throw error;
    }
    const ticking = setInterval(() => tick(org, log), TICK_MS);
    return {
        url: server.url,
        accessToken: server.issueToken(administratorOf(org), project.accessSecret()),
        close: async () => {
            clearInterval(ticking);
            cli?.close();
            await server.close();
            org.close();
            project.unlock();
        }
    };
}

interface EngineParts {
    readonly openOrg: typeof import('../engine/org.ts').openOrg;
    readonly orgGateway: typeof import('./engine/orgGateway.ts').orgGateway;
    readonly startOrgServer: typeof import('./orgServer.ts').startOrgServer;
}

/** Loads the engine piece by piece: a browser that comes meanwhile is answered between two of them. */
async function engineParts(): Promise<EngineParts> {
    await turn();
    for (const load of ENGINE_PIECES) {
        await load();
        await turn();
    }
    const { openOrg } = await import('../engine/org.ts');
    await turn();
    const { orgGateway } = await import('./engine/orgGateway.ts');
    const { startOrgServer } = await import('./orgServer.ts');
    await turn();
    return { openOrg, orgGateway, startOrgServer };
}

/** Lets the sockets be looked at: one that was accepted is read a round later. */
async function turn(): Promise<void> {
    for (let round = 0; round < 3; round++) await new Promise((done) => setImmediate(done));
}

function tick(org: Org, log: (line: string) => void): void {
    try {
        org.tick();
    } catch (error) {
        log(`A job failed: ${error instanceof Error ? error.message : String(error)}`);
    }
}

async function loadData(server: OrgServer, org: Org, { project, data, log }: LocalOrgOptions): Promise<void> {
    if (data !== 'none' && project.dataLoader !== undefined) {
        const loader = (await import(project.dataLoader)) as DataLoader;
        const { dataUser } = org.world.rest;
        const alias = typeof dataUser === 'string' ? dataUser : administratorOf(org);
        const started = performance.now();
        let shownAt = started;
        await loader.loadDemoData({
            baseUrl: server.url,
            accessToken: server.issueToken(alias),
            profile: data,
            asOf: new Date(org.clock.now()).toISOString(),
            onProgress: (done, total, what) => {
                if (performance.now() - shownAt < PROGRESS_EVERY_MS) return;
                shownAt = performance.now();
                log(`Loading demo data: ${what} ${done}/${total} (${Math.round((100 * done) / Math.max(1, total))} %)`);
            }
        });
        log(`Demo data (${data}) loaded in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    }
    project.markComplete({ profile: data });
}

/** Who loads data when the world names nobody. */
function administratorOf(org: Org): string {
    return org.world.users.find((user) => user.profile === 'System Administrator' && user.isActive)?.alias ?? '';
}
