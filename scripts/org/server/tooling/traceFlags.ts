/**
 * Trace flags and debug levels of the Tooling API: they say whose debug logs a listener is told of. They are kept in
 * memory, and what logs contain does not depend on their levels.
 */
import { idOfNumber } from '../../metadata/ids.ts';
import type { Gateway } from '../gateway.ts';
import { badRequest, HttpError, notFound } from '../httpError.ts';
import { jsonObject } from '../rest/records.ts';
import type { RequestContext, Route } from '../router.ts';
import { requireLogReader } from './debugLogs.ts';
import type { Row } from './rowQuery.ts';
import type { Table } from './testTables.ts';

const CATEGORIES = [
    'ApexCode',
    'ApexProfiling',
    'Callout',
    'Database',
    'Nba',
    'System',
    'Validation',
    'Visualforce',
    'Wave',
    'Workflow'
];
const LEVELS = ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST'];
/** Logs of a user; classes and triggers cannot be traced here. */
const LOG_TYPES = ['DEVELOPER_LOG', 'USER_DEBUG'];
const LONGEST_MS = 24 * 60 * 60_000;

interface Kind {
    readonly name: 'DebugLevel' | 'TraceFlag';
    readonly prefix: string;
    readonly writable: readonly string[];
    readonly dates: readonly string[];
}

const KINDS: readonly Kind[] = [
    {
        name: 'DebugLevel',
        prefix: '7dl',
        writable: ['DeveloperName', 'MasterLabel', 'Language', ...CATEGORIES],
        dates: []
    },
    {
        name: 'TraceFlag',
        prefix: '7tf',
        writable: ['TracedEntityId', 'LogType', 'DebugLevelId', 'StartDate', 'ExpirationDate'],
        dates: ['StartDate', 'ExpirationDate']
    }
];

/** The trace flags of one server. */
export class TraceFlags {
    private readonly gateway: Gateway;
    private readonly now: () => number;
    private readonly rows = new Map<string, Record<string, unknown>>();
    private count = 0;

    /** @param now real time, which is what tools write into a flag; the org's clock may stand anywhere */
    constructor(gateway: Gateway, now: () => number = Date.now) {
        this.gateway = gateway;
        this.now = now;
    }

    /** Whether a flag in force traces the user. */
    traces(userId: string): boolean {
        return this.of('TraceFlag').some(
            (row) =>
                row['TracedEntityId'] === userId &&
                Date.parse(String(row['StartDate'])) <= this.now() &&
                this.now() < Date.parse(String(row['ExpirationDate']))
        );
    }

    tables(): Table[] {
        const audit = ['Id', 'CreatedDate'];
        const level = KINDS[0]?.writable ?? [];
        return [
            { name: 'DebugLevel', fields: [...audit, ...level], rows: () => this.of('DebugLevel') },
            {
                name: 'TraceFlag',
                fields: [...audit, ...(KINDS[1]?.writable ?? []), ...level.map((name) => `DebugLevel.${name}`)],
                rows: () =>
                    this.of('TraceFlag').map((row) => ({
                        ...row,
                        DebugLevel: this.rows.get(String(row['DebugLevelId'])) ?? null
                    }))
            }
        ];
    }

    routes(): Route[] {
        const base = '/services/data/:version/tooling/sobjects';
        const route = (
            method: string,
            pattern: string,
            kind: Kind,
            work: (context: RequestContext) => object
        ): Route => ({
            method,
            pattern: `${base}/${kind.name}${pattern}`,
            access: 'token',
            handler: (context) => {
                requireLogReader(this.gateway, context);
                return work(context);
            }
        });
        return KINDS.flatMap((kind) => [
            route('POST', '', kind, (context) => {
                const id = this.insert(kind, jsonObject(context.json()));
                return { status: 201, json: { id, success: true, errors: [], warnings: [], infos: [] } };
            }),
            route('GET', '/:id', kind, (context) => ({ json: this.row(kind, context.params['id'] ?? '') })),
            route('PATCH', '/:id', kind, (context) => {
                this.update(kind, context.params['id'] ?? '', jsonObject(context.json()));
                return { status: 204 };
            }),
            route('DELETE', '/:id', kind, (context) => {
                this.rows.delete(String(this.row(kind, context.params['id'] ?? '')['Id']));
                return { status: 204 };
            })
        ]);
    }

    private of(name: Kind['name']): Row[] {
        const { prefix } = KINDS.find((kind) => kind.name === name) as Kind;
        return [...this.rows.values()].filter((row) => String(row['Id']).startsWith(prefix));
    }

    private row(kind: Kind, id: string): Record<string, unknown> {
        const found = [...this.rows.values()].find((row) => String(row['Id']).slice(0, 15) === id.slice(0, 15));
        if (!found || !id.startsWith(kind.prefix)) throw notFound();
        return found;
    }

    private insert(kind: Kind, body: Readonly<Record<string, unknown>>): string {
        const values = this.valuesOf(kind, body);
        const levels = Object.fromEntries(CATEGORIES.map((name) => [name, 'NONE']));
        const row = { ...(kind.name === 'DebugLevel' ? levels : { StartDate: isoOf(this.now()) }), ...values };
        this.check(kind, row, null);
        const id = idOfNumber(kind.prefix, ++this.count);
        this.rows.set(id, { Id: id, CreatedDate: isoOf(this.now()), ...row });
        return id;
    }

    private update(kind: Kind, id: string, body: Readonly<Record<string, unknown>>): void {
        const known = this.row(kind, id);
        const row = { ...known, ...this.valuesOf(kind, body) };
        this.check(kind, row, String(known['Id']));
        this.rows.set(String(known['Id']), row);
    }

    private valuesOf(kind: Kind, body: Readonly<Record<string, unknown>>): Record<string, unknown> {
        const values: Record<string, unknown> = {};
        for (const [given, value] of Object.entries(body)) {
            // An Id in the body of an update is that of the path.
            if (given === 'Id') continue;
            const name = kind.writable.find((each) => each.toLowerCase() === given.toLowerCase());
            if (name === undefined) {
                throw badRequest('INVALID_FIELD', `No such column '${given}' on sobject of type ${kind.name}`, [given]);
            }
            values[name] = kind.dates.includes(name) ? dateOf(name, value) : value;
        }
        return values;
    }

    private check(kind: Kind, row: Readonly<Record<string, unknown>>, id: string | null): void {
        if (kind.name === 'DebugLevel') this.checkLevel(row, id);
        else this.checkFlag(row);
    }

    private checkLevel(row: Readonly<Record<string, unknown>>, id: string | null): void {
        const name = row['DeveloperName'];
        if (typeof name !== 'string' || name === '') throw missing('DeveloperName');
        for (const category of CATEGORIES) {
            if (!LEVELS.includes(String(row[category]))) {
                const message = `${category}: bad value for restricted picklist field: ${String(row[category])}`;
                throw badRequest('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [category]);
            }
        }
        const same = this.of('DebugLevel').find((other) => other['DeveloperName'] === name && other['Id'] !== id);
        if (same) {
            const message = `The developer name you entered is already in use: ${name}`;
            throw badRequest('DUPLICATE_DEVELOPER_NAME', message, ['DeveloperName']);
        }
    }

    private checkFlag(row: Readonly<Record<string, unknown>>): void {
        for (const name of ['TracedEntityId', 'LogType', 'DebugLevelId', 'ExpirationDate']) {
            if ((row[name] ?? null) === null) throw missing(name);
        }
        if (!LOG_TYPES.includes(String(row['LogType']))) {
            throw new HttpError(501, {
                errorCode: 'NOT_IMPLEMENTED',
                message: `Unsupported: trace flag of the type ${String(row['LogType'])}`
            });
        }
        if (!this.gateway.users.some((user) => user.id === row['TracedEntityId'])) {
            throw badRequest('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['TracedEntityId']);
        }
        if (!this.of('DebugLevel').some((level) => level['Id'] === row['DebugLevelId'])) {
            throw badRequest('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['DebugLevelId']);
        }
        const length = Date.parse(String(row['ExpirationDate'])) - Date.parse(String(row['StartDate']));
        if (length <= 0 || length > LONGEST_MS) {
            const message = 'The expiration date has to be after the start date, by 24 hours at most.';
            throw badRequest('FIELD_INTEGRITY_EXCEPTION', message, ['ExpirationDate']);
        }
    }
}

function missing(field: string): HttpError {
    return badRequest('REQUIRED_FIELD_MISSING', `Required fields are missing: [${field}]`, [field]);
}

/** Tools send milliseconds or the text of a date. */
function dateOf(name: string, value: unknown): string | null {
    if (value === null) return null;
    const at = typeof value === 'number' ? value : Date.parse(typeof value === 'string' ? value : '');
    if (Number.isNaN(at)) throw badRequest('JSON_PARSER_ERROR', `${name} is no date.`, [name]);
    return isoOf(at);
}

function isoOf(at: number): string {
    return new Date(at).toISOString().replace('Z', '+0000');
}
