/** DmlException in the platform's words. */
import type { ApexException } from '../values/exceptions.ts';
import { dmlException } from '../values/exceptions.ts';
import type { RowError } from './types.ts';

/** A row that failed, as the exception lists it. */
export interface FailedRow {
    readonly index: number;
    readonly id: string | null;
    readonly errors: readonly RowError[];
}

/**
 * `Insert failed. First exception on row 0; first error: CODE, message: [Field__c]`
 * @param verb `Insert`, `Update`, `Upsert`, `Delete`, `Undelete`, `Merge`, `ConvertLead`
 */
export function operationFailed(verb: string, rows: readonly FailedRow[]): ApexException {
    const failed = rows.filter((row) => row.errors.length > 0).sort((left, right) => left.index - right.index);
    const first = failed[0]!;
    const error = first.errors[0]!;
    const withId = first.id === null ? '' : ` with id ${first.id}`;
    const text =
        `${verb} failed. First exception on row ${first.index}${withId}; ` +
        `first error: ${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`;
    const data = failed.flatMap((row) => row.errors.map((each) => ({ ...each, index: row.index, id: row.id })));
    return dmlException(text, data);
}
