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
import { LOG_TOPIC, streamingRoutes, TEST_TOPIC, type Topic } from './streaming/streamingRoutes.ts';
import { debugLogId, debugLogRoutes, debugLogTables, requireLogReader } from './tooling/debugLogs.ts';
import { TestRuns } from './tooling/testRuns.ts';
import { TraceFlags } from './tooling/traceFlags.ts';
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
    const traceFlags = new TraceFlags(gateway);
    return {
        routes: (sessions) => [
            ...soapRoutes(gateway, sessions, [metadataService(metadata), apexService(gateway)]),
            ...metadataRestRoutes(metadata),
            ...toolingRoutes(
                gateway,
                [
                    () => testRuns.tables(),
                    () => trackingTables(options.sourceTracking),
                    () => debugLogTables(gateway),
                    () => traceFlags.tables()
                ],
                testRuns
            ),
            ...debugLogRoutes(gateway),
            ...traceFlags.routes(),
            ...streamingRoutes([testTopic(testRuns), logTopic(gateway, traceFlags)]),
            ...bulkRoutes(gateway),
            ...frontDoorRoutes(gateway, sessions)
        ],
        close: () => queue.close()
    };
}

function testTopic(testRuns: TestRuns): Topic {
    return {
        name: TEST_TOPIC,
        type: 'updated',
        happened: () => testRuns.finished().map(({ id, userId }) => ({ key: id, sobject: { Id: id, UserId: userId } }))
    };
}

/** Logs of the users whom a trace flag traces; whoever may read logs hears of them. */
function logTopic(gateway: Gateway, traceFlags: TraceFlags): Topic {
    return {
        name: LOG_TOPIC,
        type: 'created',
        happened: () =>
            gateway.debugLogs().map((log) => ({
                key: `${log.number} ${log.startedAt}`,
                sobject: { Id: debugLogId(log) },
                isHeard: traceFlags.traces(log.userId)
            })),
        requireListener: (context) => requireLogReader(gateway, context)
    };
}
