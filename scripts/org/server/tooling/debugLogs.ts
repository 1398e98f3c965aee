/** Debug logs over the Tooling API: the table ApexLog, the text of a log, and deleting one. */
import type { DebugLog } from '../../engine/debugLogs.ts';
import { idOfNumber } from '../../metadata/ids.ts';
import type { Gateway } from '../gateway.ts';
import { HttpError, notFound } from '../httpError.ts';
import { userIdOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';
import type { Row } from './rowQuery.ts';
import type { Table } from './testTables.ts';

const PREFIX = '07L';

const FIELDS = [
    'Id',
    'Application',
    'DurationMilliseconds',
    'LastModifiedDate',
    'Location',
    'LogLength',
    'LogUserId',
    'LogUser.Id',
    'LogUser.Name',
    'Operation',
    'Request',
    'StartTime',
    'Status',
    'SystemModstamp'
];

export function debugLogId(log: DebugLog): string {
    return idOfNumber(PREFIX, log.number);
}

/** Newest first, so that logs of the same instant stay in order. */
export function debugLogTables(gateway: Gateway): Table[] {
    return [
        {
            name: 'ApexLog',
            fields: FIELDS,
            rows: () =>
                gateway
                    .debugLogs()
                    .map((log) => rowOf(gateway, log))
                    .reverse()
        }
    ];
}

function rowOf(gateway: Gateway, log: DebugLog): Row {
    const [started, ended] = [log.startedAt, log.startedAt + log.durationMs].map((at) =>
        new Date(at).toISOString().replace('Z', '+0000')
    );
    const isPage = log.operation === '/aura';
    return {
        Id: debugLogId(log),
        Application: isPage ? 'Browser' : 'Unknown',
        DurationMilliseconds: log.durationMs,
        LastModifiedDate: ended,
        Location: 'SystemLog',
        LogLength: Buffer.byteLength(log.body),
        LogUserId: log.userId,
        LogUser: {
            Id: log.userId,
            Name: gateway.users.find((user) => user.id === log.userId)?.name ?? 'Automated Process'
        },
        Operation: log.operation,
        Request: isPage ? 'Application' : 'Api',
        StartTime: started,
        Status: log.status,
        SystemModstamp: ended
    };
}

/** As on the platform, only who sees all data sees logs: they show what others' requests read. */
export function requireLogReader(gateway: Gateway, context: RequestContext): void {
    if (gateway.access(userIdOf(gateway, context)).hasUserPermission('ViewAllData')) return;
    throw new HttpError(403, {
        errorCode: 'INSUFFICIENT_ACCESS',
        message: 'Debug logs need the permission "View All Data".'
    });
}

export function debugLogRoutes(gateway: Gateway): Route[] {
    const logOf = (context: RequestContext): DebugLog => {
        requireLogReader(gateway, context);
        const id = context.params['id']?.slice(0, 15);
        const found = gateway.debugLogs().find((log) => debugLogId(log).slice(0, 15) === id);
        if (!found) throw notFound();
        return found;
    };
    const body = (root: string): Route => ({
        method: 'GET',
        pattern: `/services/data/:version/${root}sobjects/ApexLog/:id/Body`,
        access: 'token',
        handler: (context) => ({
            body: logOf(context).body,
            headers: { 'content-type': 'text/plain; charset=utf-8' }
        })
    });
    return [
        body(''),
        body('tooling/'),
        {
            method: 'DELETE',
            pattern: '/services/data/:version/tooling/sobjects/ApexLog/:id',
            access: 'token',
            handler: (context) => {
                gateway.deleteDebugLog(logOf(context).number);
                return { status: 204 };
            }
        }
    ];
}
