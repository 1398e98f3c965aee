import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSoql } from '../../../soql/parser.ts';
import type { Gateway } from '../../gateway.ts';
import { HttpError } from '../../httpError.ts';
import type { Reply, RequestContext } from '../../router.ts';
import { queryRows, type Row } from '../rowQuery.ts';
import { TraceFlags } from '../traceFlags.ts';

const USER = '005000000000001AAA';
const START = Date.UTC(2026, 0, 15, 12, 0);

function open(mayRead = true) {
    const clock = { now: START };
    const gateway = {
        users: [{ id: USER, alias: 'root' }],
        access: () => ({ hasUserPermission: () => mayRead })
    } as unknown as Gateway;
    const flags = new TraceFlags(gateway, () => clock.now);
    const routes = flags.routes();
    const send = (method: string, object: string, body: object | null, id?: string): Reply => {
        const route = routes.find(
            (each) => each.method === method && each.pattern.endsWith(`${object}${id === undefined ? '' : '/:id'}`)
        );
        const context = { params: { id }, json: () => body, session: { alias: 'root' } } as unknown as RequestContext;
        return route?.handler(context) as Reply;
    };
    const idOf = (reply: Reply): string => (reply.json as { id: string }).id;
    const query = (text: string): Row[] => {
        const parsed = parseSoql(text);
        const table = flags.tables().find(({ name }) => name === parsed.from.object);
        assert.ok(table);
        return queryRows(parsed, table.name, table.fields, table.rows());
    };
    return { clock, flags, send, idOf, query };
}

const until = (hours: number): string => new Date(START + hours * 3_600_000).toUTCString();
const refuses = (errorCode: string) => (error: unknown) =>
    error instanceof HttpError && (error.body as { errorCode: string }[])[0]?.errorCode === errorCode;

// Tooling API, TraceFlag and DebugLevel; the requests are those of the sf CLI.
describe('trace flags', () => {
    it('trace a user from their start to their expiration', () => {
        const { clock, flags, send, idOf, query } = open();
        const level = { developerName: 'Mine', MasterLabel: 'Mine', ApexCode: 'FINEST', Visualforce: 'FINER' };
        const levelId = idOf(send('POST', 'DebugLevel', level));
        const flag = { tracedentityid: USER, logtype: 'DEVELOPER_LOG', debuglevelid: levelId, StartDate: START };
        const flagId = idOf(send('POST', 'TraceFlag', { ...flag, ExpirationDate: until(1) }));

        assert.equal(flags.traces(USER), true);
        assert.equal(flags.traces('005000000000002AAA'), false);
        assert.deepEqual(
            query(
                `SELECT Id, expirationdate, debuglevel.apexcode FROM TraceFlag WHERE logtype='DEVELOPER_LOG' AND TracedEntityId='${USER}' ORDER BY CreatedDate DESC LIMIT 1`
            ).map((row) => [row['Id'], row['ExpirationDate'], (row['DebugLevel'] as Row)['ApexCode']]),
            [[flagId, '2026-01-15T13:00:00.000+0000', 'FINEST']]
        );
        clock.now = START + 3_600_000;
        assert.equal(flags.traces(USER), false);
        send('PATCH', 'TraceFlag', { Id: flagId, StartDate: clock.now, ExpirationDate: until(2) }, flagId);
        assert.equal(flags.traces(USER), true);
        send('DELETE', 'TraceFlag', null, flagId);
        assert.equal(flags.traces(USER), false);
        assert.throws(() => send('GET', 'TraceFlag', null, flagId), refuses('NOT_FOUND'));
        assert.throws(() => send('GET', 'TraceFlag', null, levelId), refuses('NOT_FOUND'));
        assert.equal((send('GET', 'DebugLevel', null, levelId).json as Row)['Workflow'], 'NONE');
    });

    it('say what is wrong with them', () => {
        const { send, idOf } = open();
        const DebugLevelId = idOf(send('POST', 'DebugLevel', { DeveloperName: 'L' }));
        const good = { TracedEntityId: USER, LogType: 'USER_DEBUG', DebugLevelId, ExpirationDate: until(24) };
        const wrong: readonly (readonly [string, object])[] = [
            ['REQUIRED_FIELD_MISSING', { ...good, ExpirationDate: null }],
            ['FIELD_INTEGRITY_EXCEPTION', { ...good, ExpirationDate: until(25) }],
            ['FIELD_INTEGRITY_EXCEPTION', { ...good, ExpirationDate: until(0) }],
            ['INVALID_CROSS_REFERENCE_KEY', { ...good, TracedEntityId: '005000000000009AAA' }],
            ['INVALID_CROSS_REFERENCE_KEY', { ...good, DebugLevelId: USER }],
            ['NOT_IMPLEMENTED', { ...good, LogType: 'CLASS_TRACING' }],
            ['JSON_PARSER_ERROR', { ...good, ExpirationDate: 'soon' }],
            ['INVALID_FIELD', { ...good, Colour: 'red' }]
        ];
        for (const [code, flag] of wrong) assert.throws(() => send('POST', 'TraceFlag', flag), refuses(code));
        const levels: readonly (readonly [string, object])[] = [
            ['REQUIRED_FIELD_MISSING', {}],
            ['DUPLICATE_DEVELOPER_NAME', { DeveloperName: 'L' }],
            ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', { DeveloperName: 'M', ApexCode: 'LOUD' }]
        ];
        for (const [code, level] of levels) assert.throws(() => send('POST', 'DebugLevel', level), refuses(code));
        send('POST', 'TraceFlag', good);
    });

    it('are for whoever may read logs', () => {
        const { send } = open(false);
        assert.throws(() => send('POST', 'DebugLevel', { DeveloperName: 'L' }), refuses('INSUFFICIENT_ACCESS'));
    });
});
