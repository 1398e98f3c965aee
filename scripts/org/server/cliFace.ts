/** The local org as the sf CLI sees it: everything beyond records, for which programs and pages share their routes. */
import { Deployments, type DeployTarget } from '../metadata/deploy/deployments.ts';
import { JobQueue } from '../metadata/jobs.ts';
import { Retrievals } from '../metadata/retrievals.ts';
import { apexService } from './apex/apexService.ts';
import { bulkRoutes } from './bulk/bulkRoutes.ts';
import { frontDoorRoutes } from './frontDoor.ts';
import type { Gateway } from './gateway.ts';
import { metadataRestRoutes, metadataService } from './metadata/metadataApi.ts';
import type { Route } from './router.ts';
import type { Sessions } from './session.ts';
import { soapRoutes } from './soap/soapRoutes.ts';
import { streamingRoutes } from './streaming/streamingRoutes.ts';
import { debugLogRoutes, debugLogTables } from './tooling/debugLogs.ts';
import { TestRuns } from './tooling/testRuns.ts';
import { trackingTables } from './tooling/trackingTables.ts';
import { toolingRoutes } from './tooling/toolingRoutes.ts';

export interface CliFaceOptions extends DeployTarget {
    readonly gateway: Gateway;
    readonly log: (line: string) => void;
}

export interface CliFace {
    readonly routes: (sessions: Sessions) => readonly Route[];
    /** Ends deploys and test runs that are still on their way. */
    close(): void;
}

export function cliFace(options: CliFaceOptions): CliFace {
    const { gateway, log } = options;
    const sourceDirs = (): readonly string[] => options.sourceDirs();
    const queue = new JobQueue();
    const deployments = new Deployments(options, queue, log);
    const metadata = { gateway, deployments, retrievals: new Retrievals(sourceDirs), sourceDirs };
    const testRuns = new TestRuns({ gateway, worldFile: options.worldFile, sourceDirs }, queue, log);
    return {
        routes: (sessions) => [
            ...soapRoutes(gateway, sessions, [metadataService(metadata), apexService(gateway)]),
            ...metadataRestRoutes(metadata),
            ...toolingRoutes(
                gateway,
                [() => testRuns.tables(), () => trackingTables(options.sourceTracking), () => debugLogTables(gateway)],
                testRuns
            ),
            ...debugLogRoutes(gateway),
            ...streamingRoutes(() => testRuns.finished()),
            ...bulkRoutes(gateway),
            ...frontDoorRoutes(gateway, sessions)
        ],
        close: () => queue.close()
    };
}
