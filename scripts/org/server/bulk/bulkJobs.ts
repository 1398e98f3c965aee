/** Bulk API 2.0: jobs that load a CSV, and jobs that write a query's rows as one. */
import { setImmediate } from 'node:timers/promises';
import { idOfNumber } from '../../metadata/ids.ts';
import { API_VERSION } from '../../runtime/apiVersion.ts';
import { parseSoql } from '../../soql/parser.ts';
import { errorBodyOf } from '../errorBodies.ts';
import type { Gateway, RecordInput, SaveOperation, SaveResult } from '../gateway.ts';
import { badRequest, HttpError } from '../httpError.ts';
import { queryColumns, type QueryColumns } from '../rest/queryColumns.ts';
import { csvOfRecords, DELIMITERS, fieldsOf, readCsv, writeCsv, type CsvForm, type Table } from './csv.ts';

type State = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

interface Job {
    readonly id: string;
    readonly kind: 'ingest' | 'query';
    readonly userId: string;
    readonly operation: string;
    readonly object: string;
    readonly createdDate: string;
    readonly externalIdField: string | undefined;
    readonly columnDelimiter: string;
    readonly lineEnding: string;
    readonly form: CsvForm;
    state: State;
    errorMessage: string | null;
    milliseconds: number;
    csv: string;
    columns: readonly string[];
    rows: readonly (readonly string[])[];
    results: SaveResult[];
    /** Rows of a query. */
    records: number;
}

const INGEST_OPERATIONS: Readonly<Record<string, SaveOperation>> = {
    insert: 'insert',
    update: 'update',
    upsert: 'upsert',
    delete: 'delete'
};
const CHUNK = 200;
const KEPT = 50;

export class BulkJobs {
    private readonly gateway: Gateway;
    private readonly jobs = new Map<string, Job>();
    private count = 0;

    constructor(gateway: Gateway) {
        this.gateway = gateway;
    }

    private add(userId: string, kind: Job['kind'], body: Readonly<Record<string, unknown>>, object: string): Job {
        const text = (name: string, fallback: string): string => {
            const value = body[name] ?? fallback;
            if (typeof value !== 'string') throw badRequest('INVALIDJOB', `InvalidJob : ${name} must be text.`);
            return value;
        };
        const contentType = text('contentType', 'CSV');
        if (contentType !== 'CSV')
            throw badRequest('INVALIDJOB', `InvalidJob : Unsupported content type ${contentType}.`);
        const columnDelimiter = text('columnDelimiter', 'COMMA');
        const delimiter = DELIMITERS[columnDelimiter];
        const lineEnding = text('lineEnding', 'LF');
        if (delimiter === undefined || !['LF', 'CRLF'].includes(lineEnding)) {
            throw badRequest('INVALIDJOB', `InvalidJob : Unknown form ${columnDelimiter} with ${lineEnding}.`);
        }
        const externalIdField = body['externalIdFieldName'];
        const job: Job = {
            id: idOfNumber('750', ++this.count),
            kind,
            userId,
            operation: text('operation', kind === 'query' ? 'query' : ''),
            object,
            createdDate: new Date().toISOString(),
            externalIdField: typeof externalIdField === 'string' ? externalIdField : undefined,
            columnDelimiter,
            lineEnding,
            form: { delimiter, lineEnding: lineEnding === 'CRLF' ? '\r\n' : '\n' },
            state: kind === 'query' ? 'UploadComplete' : 'Open',
            errorMessage: null,
            milliseconds: 0,
            csv: '',
            columns: [],
            rows: [],
            results: [],
            records: 0
        };
        this.jobs.set(job.id, job);
        const [oldest] = this.jobs.keys();
        if (this.jobs.size > KEPT && oldest !== undefined) this.jobs.delete(oldest);
        return job;
    }

    /** @throws HttpError 404 */
    private find(id: string, userId: string, kind: Job['kind']): Job {
        const job = [...this.jobs.values()].find((each) => each.id.slice(0, 15) === id.slice(0, 15));
        if (!job || job.kind !== kind || job.userId !== userId) {
            throw new HttpError(404, { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' });
        }
        return job;
    }

    // ---- ingest ----------------------------------------------------------------------------------------------

    /** @throws HttpError 400 for an operation, object or field that is not there */
    createIngest(userId: string, body: Readonly<Record<string, unknown>>): Record<string, unknown> {
        const { object, operation } = body;
        if (typeof object !== 'string' || typeof operation !== 'string') {
            throw badRequest('INVALIDJOB', 'InvalidJob : A job names its object and its operation.');
        }
        if (operation === 'hardDelete') throw badRequest('FEATURENOTENABLED', 'Unsupported: bulk operation hardDelete');
        if (!(operation in INGEST_OPERATIONS)) {
            throw badRequest('INVALIDJOB', `InvalidJob : Unknown operation ${operation}.`);
        }
        const def = this.gateway.schema.object(object);
        if (!def) throw badRequest('INVALIDENTITY', `InvalidEntity : Unable to find object: ${object}`);
        if (operation === 'upsert' && typeof body['externalIdFieldName'] !== 'string') {
            throw badRequest('INVALIDJOB', 'InvalidJob : An upsert names its externalIdFieldName.');
        }
        return this.infoOf(this.add(userId, 'ingest', body, def.name));
    }

    /** Takes the rows of a job. @throws HttpError 400 when it has some already */
    upload(userId: string, id: string, csv: string): void {
        const job = this.find(id, userId, 'ingest');
        if (job.state !== 'Open') throw badRequest('INVALIDJOBSTATE', `Job ${job.id} is not open.`);
        job.csv = csv;
    }

    /** Closes or aborts a job. @throws HttpError 400 for another state */
    setState(userId: string, id: string, kind: Job['kind'], state: unknown): Record<string, unknown> {
        const job = this.find(id, userId, kind);
        const isOver = ['JobComplete', 'Failed', 'Aborted'].includes(job.state);
        if (state === 'Aborted' && !isOver) job.state = 'Aborted';
        else if (state === 'UploadComplete' && job.state === 'Open') {
            job.state = 'UploadComplete';
            void this.load(job);
        } else
            throw badRequest('INVALIDJOBSTATE', `The state of job ${job.id} cannot become ${JSON.stringify(state)}.`);
        return this.infoOf(job);
    }

    private async load(job: Job): Promise<void> {
        const started = performance.now();
        // The client sees its job waiting before it sees it done.
        await setImmediate();
        try {
            const table = readCsv(job.csv, job.form);
            this.requireKnownColumns(job, table);
            job.columns = table.columns;
            job.rows = table.rows;
            for (let at = 0; at < table.rows.length && job.state !== 'Aborted'; at += CHUNK) {
                job.state = 'InProgress';
                job.results.push(...this.saveChunk(job, table.rows.slice(at, at + CHUNK)));
                job.milliseconds = Math.round(performance.now() - started);
                await setImmediate();
            }
            if (job.state !== 'Aborted') job.state = 'JobComplete';
        } catch (error) {
            job.state = 'Failed';
            job.errorMessage = messageOf(error);
        }
        job.csv = '';
        job.milliseconds = Math.round(performance.now() - started);
    }

    /** @throws HttpError 400 */
    private requireKnownColumns(job: Job, table: Table): void {
        const def = this.gateway.object(job.object);
        for (const column of table.columns) {
            const [head = '', ...rest] = column.split('.');
            const isKnown =
                rest.length === 0
                    ? this.gateway.schema.field(def, head) !== undefined
                    : this.gateway.schema.parentRelationship(def, head) !== undefined;
            if (!isKnown) throw badRequest('INVALIDJOB', `InvalidBatch : Field name not found : ${column}`);
        }
    }

    private saveChunk(job: Job, rows: readonly (readonly string[])[]): SaveResult[] {
        const inputs = rows.map((row): RecordInput => {
            const fields = fieldsOf(job.columns, row);
            const idName = Object.keys(fields).find((name) => name.toLowerCase() === 'id');
            const id = idName === undefined ? undefined : fields[idName];
            if (idName !== undefined) delete fields[idName];
            const isDelete = job.operation === 'delete';
            return {
                type: job.object,
                fields: isDelete ? {} : fields,
                ...(typeof id === 'string' && job.operation !== 'insert' ? { id } : {})
            };
        });
        const save = (chunk: readonly RecordInput[]): SaveResult[] =>
            this.gateway.save(job.userId, INGEST_OPERATIONS[job.operation] ?? 'insert', chunk, {
                allOrNone: false,
                ...(job.externalIdField === undefined ? {} : { externalIdField: job.externalIdField })
            });
        try {
            return save(inputs);
        } catch (error) {
            if (!errorBodyOf(error)) throw error;
            // A value that does not fit its field fails its own row only.
            return inputs.map((input) => {
                try {
                    return save([input])[0] ?? failed('UNKNOWN_EXCEPTION', 'no result');
                } catch (own) {
                    if (!errorBodyOf(own)) throw own;
                    return failed(codeOf(own), messageOf(own));
                }
            });
        }
    }

    /** CSV of the rows that were saved, that failed, or that were not reached. */
    results(userId: string, id: string, which: string): string {
        const job = this.find(id, userId, 'ingest');
        const rows = job.rows.map((row, index) => ({ row, result: job.results[index] }));
        if (which === 'unprocessedrecords') {
            return writeCsv([job.columns, ...rows.filter(({ result }) => !result).map(({ row }) => row)], job.form);
        }
        if (which === 'successfulResults') {
            const done = rows.flatMap(({ row, result }) => (result?.success ? [{ row, result }] : []));
            return writeCsv(
                [
                    ['sf__Id', 'sf__Created', ...job.columns],
                    ...done.map(({ row, result }) => {
                        const isCreated = result.created ?? job.operation === 'insert';
                        return [result.id ?? '', String(isCreated), ...row];
                    })
                ],
                job.form
            );
        }
        if (which !== 'failedResults') {
            throw new HttpError(404, { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' });
        }
        const wrong = rows.flatMap(({ row, result }) => (result && !result.success ? [{ row, result }] : []));
        return writeCsv(
            [
                ['sf__Id', 'sf__Error', ...job.columns],
                ...wrong.map(({ row, result }) => [result.id ?? '', errorText(result), ...row])
            ],
            job.form
        );
    }

    // ---- query -----------------------------------------------------------------------------------------------

    /** @throws HttpError 400 for what the bulk API does not query */
    createQuery(userId: string, body: Readonly<Record<string, unknown>>): Record<string, unknown> {
        const { query, operation } = body;
        if (typeof query !== 'string') throw badRequest('INVALIDJOB', 'InvalidJob : A query job has a query.');
        if (operation !== 'query' && operation !== 'queryAll') {
            throw badRequest('INVALIDJOB', `InvalidJob : Unknown operation ${JSON.stringify(operation)}.`);
        }
        const parsed = parseSoql(query);
        if (parsed.isCount || parsed.isAggregate || parsed.select.some((item) => item.kind === 'subquery')) {
            throw badRequest('INVALIDJOB', 'InvalidJob : A query job cannot aggregate, and has no subqueries.');
        }
        const def = this.gateway.schema.object(parsed.from.object);
        if (!def) {
            throw badRequest('INVALID_TYPE', `sObject type '${parsed.from.object}' is not supported.`);
        }
        const job = this.add(userId, 'query', body, def.name);
        void this.runQuery(job, operation === 'queryAll' && !parsed.allRows ? `${query} ALL ROWS` : query);
        return this.infoOf(job);
    }

    private async runQuery(job: Job, soql: string): Promise<void> {
        const started = performance.now();
        await setImmediate();
        try {
            const records = this.gateway.query(job.userId, soql, { utcSuffix: 'Z' });
            const paths = queryColumns(this.gateway.schema, parseSoql(soql)).columnMetadata.flatMap(pathsOf);
            job.csv = csvOfRecords(paths, records, job.form);
            job.records = records.length;
            if (job.state !== 'Aborted') job.state = 'JobComplete';
        } catch (error) {
            job.state = 'Failed';
            job.errorMessage = messageOf(error);
        }
        job.milliseconds = Math.round(performance.now() - started);
    }

    /** Rows of a finished query; all in one part. @throws HttpError 400 before it is finished */
    queryResults(userId: string, id: string): { readonly csv: string; readonly records: number } {
        const job = this.find(id, userId, 'query');
        if (job.state !== 'JobComplete') throw badRequest('INVALIDJOBSTATE', `Job ${job.id} is ${job.state}.`);
        return { csv: job.csv, records: job.records };
    }

    // ---- both ------------------------------------------------------------------------------------------------

    info(userId: string, id: string, kind: Job['kind']): Record<string, unknown> {
        return this.infoOf(this.find(id, userId, kind));
    }

    remove(userId: string, id: string, kind: Job['kind']): void {
        const job = this.find(id, userId, kind);
        if (!['JobComplete', 'Failed', 'Aborted'].includes(job.state)) {
            throw badRequest('INVALIDJOBSTATE', `Job ${job.id} is ${job.state} and cannot be deleted.`);
        }
        this.jobs.delete(job.id);
    }

    private infoOf(job: Job): Record<string, unknown> {
        const failures = job.results.filter((result) => !result.success).length;
        return {
            id: job.id,
            operation: job.operation,
            object: job.object,
            createdById: job.userId,
            createdDate: job.createdDate,
            systemModstamp: job.createdDate,
            state: job.state,
            concurrencyMode: 'Parallel',
            contentType: 'CSV',
            apiVersion: Number(API_VERSION),
            lineEnding: job.lineEnding,
            columnDelimiter: job.columnDelimiter,
            jobType: job.kind === 'query' ? 'V2Query' : 'V2Ingest',
            ...(job.kind === 'ingest'
                ? { contentUrl: `services/data/v${API_VERSION}/jobs/ingest/${job.id}/batches` }
                : {}),
            ...(job.externalIdField === undefined ? {} : { externalIdFieldName: job.externalIdField }),
            numberRecordsProcessed: job.kind === 'query' ? job.records : job.results.length,
            ...(job.kind === 'ingest' ? { numberRecordsFailed: failures } : {}),
            retries: 0,
            totalProcessingTime: job.milliseconds,
            ...(job.kind === 'ingest' ? { apiActiveProcessingTime: job.milliseconds, apexProcessingTime: 0 } : {}),
            ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage })
        };
    }
}

function pathsOf(column: QueryColumns['columnMetadata'][number]): string[][] {
    if (column.joinColumns.length === 0) return [[column.columnName]];
    return column.joinColumns.flatMap(pathsOf).map((path) => [column.columnName, ...path]);
}

const failed = (statusCode: string, message: string): SaveResult => ({
    id: null,
    success: false,
    errors: [{ statusCode, message, fields: [] }]
});

/** As the bulk API writes it: code, sentence, fields. */
function errorText(result: SaveResult): string {
    return result.errors
        .map(
            ({ statusCode, message, fields }) =>
                `${statusCode}:${message}:${fields.length > 0 ? fields.join(' ') : ''}--`
        )
        .join('; ');
}

function firstItem(error: unknown): { errorCode?: string; message?: string } | undefined {
    const body = errorBodyOf(error)?.body;
    return (Array.isArray(body) ? body[0] : body) as { errorCode?: string; message?: string } | undefined;
}

const codeOf = (error: unknown): string => firstItem(error)?.errorCode ?? 'UNKNOWN_EXCEPTION';

const messageOf = (error: unknown): string => firstItem(error)?.message ?? (error as Error).message;
