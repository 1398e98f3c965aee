/** SOQL, SOSL and DML statements of compiled Apex, joined to the data layer. */
import {
    deleteRecords,
    insertRecords,
    mergeRecords,
    undeleteRecords,
    updateRecords,
    upsertRecords
} from '../dml/save.ts';
import type { DataOperations } from '../runtime/runtime.ts';
import { testControl } from '../lib/services.ts';
import { countQuery, runQuery, runSearch } from '../soql/run.ts';

/** The data layer as compiled code calls it. DML statements are all-or-none. */
export function dataOperations(): DataOperations {
    return {
        query: runQuery,
        count: countQuery,
        search: (tx, text, binds, access) =>
            runSearch(tx, text, binds, access, testControl(tx)?.fixedSearchResults ?? null),
        dml(tx, verb, records, externalIdField, access) {
            const options = { allOrNone: true, access };
            switch (verb) {
                case 'insert':
                    insertRecords(tx, records, options);
                    break;
                case 'update':
                    updateRecords(tx, records, options);
                    break;
                case 'upsert':
                    upsertRecords(tx, records, externalIdField, options);
                    break;
                case 'delete':
                    deleteRecords(tx, records, options);
                    break;
                case 'undelete':
                    undeleteRecords(tx, records, options);
                    break;
            }
        },
        merge(tx, master, losers, access) {
            mergeRecords(tx, master, losers, { allOrNone: true, access });
        }
    };
}
