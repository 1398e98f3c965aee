/** One project as a running local org: opens it, shows it, loads demo data when it is new, starts over on request. */
import { createServer } from 'node:net';
import { ToolError } from '../../shared/toolError.ts';
import { openOrg } from '../engine/org.ts';
import type { Org } from '../engine/org.ts';
import type { OrgKind } from '../engine/world.ts';
import { SourceTracking } from '../metadata/sourceTracking.ts';
import { cliFace } from './cliFace.ts';
import { orgGateway } from './engine/orgGateway.ts';
import { buildBrowserSide, startOrgServer } from './orgServer.ts';
import type { OrgServer } from './orgServer.ts';
import type { Project } from './project.ts';
import { switchableGateway } from './switchableGateway.ts';

export type DataProfile = 'mini' | 'small' | 'none';

export interface LocalOrgOptions {
    readonly project: Project;
    /** 0: any free port. */
    readonly port: number;
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
const TICK_MS = 15_000;
const PROGRESS_EVERY_MS = 1000;

/** @throws ToolError for everything that a person can put right: source, world file, data, port. */
export async function startLocalOrg(options: LocalOrgOptions): Promise<LocalOrg> {
    const { project, log } = options;
    await requireFreePort(options.port);
    project.lock();
    if (options.startsOver || !project.hasData) project.deleteData();
    project.lock();

    // Bundling goes on in threads of its own while the org opens.
    const browserSide = buildBrowserSide(project.orgDirs, options.mode, log);
    browserSide.catch(() => undefined);
    let org = open(project);
    const switchable = switchableGateway(orgGateway(org));
    const reset = async (): Promise<void> => {
        org.close();
        project.deleteData();
        project.lock();
        org = open(project);
        switchable.use(orgGateway(org));
        await server.useSource(project.orgDirs);
        await loadData(server, org, options);
    };
    const activate = async (): Promise<void> => {
        org.close();
        try {
            project.activateCandidate();
            org = open(project);
            switchable.use(orgGateway(org));
        } catch (error) {
            project.restoreMetadata();
            org = open(project);
            switchable.use(orgGateway(org));
            throw error instanceof ToolError
                ? error
                : new ToolError('DeployError', error instanceof Error ? error.message : String(error));
        }
        project.dropFormerMetadata();
        log('The org has its own metadata from now on; --reset goes back to the source folders.');
        await server.useSource(project.orgDirs);
    };
    const cli = cliFace({
        gateway: switchable.gateway,
        worldFile: project.worldFile,
        sourceDirs: () => project.orgDirs,
        isDeployedMetadata: () => project.orgDirs !== project.sourceDirs,
        candidateFolder: project.candidateFolder,
        sourceTracking: TRACKED_KINDS.has(org.world.organization.kind)
            ? new SourceTracking(project.trackingFile)
            : null,
        activate,
        log
    });
    const server = await startOrgServer(
        {
            gateway: switchable.gateway,
            sourceDirs: project.orgDirs,
            port: options.port,
            mode: options.mode,
            log,
            reset,
            routes: cli.routes
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
            cli.close();
            await server.close();
            org.close();
            project.unlock();
        }
    };
}

function open(project: Project): Org {
    project.prepareDataFolder();
    const { orgDirs: sourceDirs, dataFile, worldFile } = project;
    return openOrg({ sourceDirs, dataFile, ...(worldFile === undefined ? {} : { worldFile }) });
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

/** Found out before anything slow is done. */
function requireFreePort(port: number): Promise<void> {
    return new Promise((free, fail) => {
        const probe = createServer();
        probe.once('error', (error: NodeJS.ErrnoException) => fail(portError(port, error)));
        probe.listen(port, '127.0.0.1', () => probe.close(() => free()));
    });
}

function portError(port: number, error: NodeJS.ErrnoException): ToolError {
    if (error.code !== 'EADDRINUSE') {
        return new ToolError('PortError', `Port ${port} cannot be used: ${error.message}`, [
            'Use another port: npm start -- --port 7300'
        ]);
    }
    return new ToolError('PortError', `Port ${port} is taken by another program, perhaps by an earlier "npm start".`, [
        'Stop the other program (Ctrl+C in its terminal)',
        `Use another port: npm start -- --port ${port + 1}`
    ]);
}
