/** CSV of bulk jobs: records on the way in and out. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { JsonRecord } from '../gateway.ts';
import { badRequest } from '../httpError.ts';

/** Names of the bulk API for what separates columns. */
export const DELIMITERS: Readonly<Record<string, string>> = {
    BACKQUOTE: '`',
    CARET: '^',
    COMMA: ',',
    PIPE: '|',
    SEMICOLON: ';',
    TAB: '\t'
};

export interface CsvForm {
    readonly delimiter: string;
    readonly lineEnding: '\n' | '\r\n';
}

/** What stands for an empty value; a cell with nothing in it leaves the field alone. */
const NULL = '#N/A';

export interface Table {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
}

/** @throws HttpError 400 when the text is no CSV with a header */
export function readCsv(text: string, form: CsvForm): Table {
    let lines: string[][];
    try {
        lines = parse(text, { delimiter: form.delimiter, bom: true, skip_empty_lines: true });
    } catch (error) {
        throw badRequest('INVALIDJOB', `InvalidBatch : The CSV cannot be read: ${(error as Error).message}`);
    }
    const [columns, ...rows] = lines;
    if (!columns) throw badRequest('INVALIDJOB', 'InvalidBatch : The CSV has no header.');
    return { columns: columns.map((name) => name.trim()), rows };
}

/** Fields of a row; `Parent__r.Key__c` becomes a parent named by its external id. */
export function fieldsOf(columns: readonly string[], row: readonly string[]): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    columns.forEach((column, index) => {
        const text = row[index] ?? '';
        if (text === '') return;
        const value = text === NULL ? null : text;
        const [head = '', ...rest] = column.split('.');
        if (rest.length === 0) fields[head] = value;
        else fields[head] = { ...(fields[head] as object | undefined), [rest.join('.')]: value };
    });
    return fields;
}

export function writeCsv(rows: readonly (readonly (string | null)[])[], form: CsvForm): string {
    return stringify(
        rows.map((row) => [...row]),
        { delimiter: form.delimiter, record_delimiter: form.lineEnding, quoted: true }
    );
}

/** Records of a query as rows: the columns of the query, parents as `Owner.Name`. */
export function csvOfRecords(
    paths: readonly (readonly string[])[],
    records: readonly JsonRecord[],
    form: CsvForm
): string {
    const cell = (record: JsonRecord, path: readonly string[]): string => {
        const value = path.reduce<unknown>((at, name) => (at as JsonRecord | null | undefined)?.[name], record);
        return value === null || value === undefined ? '' : `${value as string | number | boolean}`;
    };
    return writeCsv(
        [paths.map((path) => path.join('.')), ...records.map((record) => paths.map((path) => cell(record, path)))],
        form
    );
}
