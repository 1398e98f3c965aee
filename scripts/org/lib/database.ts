/** `Database`: DML with results, dynamic queries, savepoints, lead conversion. */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryModule, Member, RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { AccessMode, Transaction } from '../runtime/transaction.ts';
import {
    convertLeads,
    deleteRecords,
    insertRecords,
    mergeRecords,
    undeleteRecords,
    updateRecords,
    upsertRecords
} from '../dml/save.ts';
import type { DmlOptions, RowResult } from '../dml/save.ts';
import { ApexList } from '../values/collections.ts';
import { apexException } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import { accessOfCall, AccessLevelValue } from './accessLevels.ts';
import {
    DmlResultValue,
    LeadConvertResultValue,
    LeadConvertValue,
    MergeResultValue,
    resultList
} from './databaseResults.ts';
import { SObjectFieldToken } from './describeTokens.ts';
import { DmlOptionsValue } from './dmlOptions.ts';
import { queryMembers } from './databaseQueries.ts';
import { requireArguments } from './support.ts';

/** A value of type `Savepoint`. */
const OPEN_SAVEPOINTS = Symbol('open savepoints');

class SavepointValue {
    readonly typeName = 'Savepoint';
    readonly token: number;
    isReleased = false;

    constructor(token: number) {
        this.token = token;
    }
}

type Save = (tx: Transaction, records: readonly SObject[], options: DmlOptions) => RowResult[];
type ResultName = 'Database.SaveResult' | 'Database.DeleteResult' | 'Database.UndeleteResult';

/** The ways to say how a call behaves; the text is the rest of its signature. */
const variants = [
    '',
    ', Boolean allOrNone',
    ', AccessLevel accessLevel',
    ', Boolean allOrNone, AccessLevel accessLevel'
];
const optionVariants = [', Database.DMLOptions options', ', Database.DMLOptions options, AccessLevel accessLevel'];

function optionsOf(context: RuntimeContext, args: readonly Value[]): DmlOptions {
    let allOrNone = true;
    let truncates = false;
    let level: AccessLevelValue | null = null;
    for (const arg of args) {
        if (typeof arg === 'boolean') {
            allOrNone = arg;
        } else if (arg instanceof DmlOptionsValue) {
            allOrNone = arg.allOrNone;
            truncates = arg.truncates;
        } else if (arg instanceof AccessLevelValue) {
            level = arg;
        } else {
            requireArguments(arg);
        }
    }
    return { allOrNone, truncates, access: accessOfCall(context, level) };
}

function recordsOf(tx: Transaction, value: Value): SObject[] {
    requireArguments(value);
    const items: Value[] = value instanceof ApexList ? value.items : [value];
    requireArguments(...items);
    return items.map((item) => (item instanceof SObject ? item : recordOfId(tx, String(item))));
}

function recordOfId(tx: Transaction, id: string): SObject {
    const def = tx.schema.objectByPrefix(id.slice(0, 3));
    if (def === undefined) {
        throw apexException('TypeException', `Invalid id value for the SObject type: ${id}`);
    }
    const record = new SObject(def);
    record.load('Id', id);
    return record;
}

/** All overloads of a verb over records and, for deletes, ids. */
function verbMembers(
    context: RuntimeContext,
    verb: string,
    result: ResultName,
    save: Save,
    takesOptions: boolean,
    takesIds: boolean
): Record<string, Member> {
    const members: Record<string, Member> = {};
    const one = (value: Value, ...rest: Value[]): Value =>
        new DmlResultValue(result, save(context.tx(), recordsOf(context.tx(), value), optionsOf(context, rest))[0]!);
    const many = (value: Value, ...rest: Value[]): Value =>
        resultList(result, save(context.tx(), recordsOf(context.tx(), value), optionsOf(context, rest)));
    for (const variant of takesOptions ? [...variants, ...optionVariants] : variants) {
        members[`static ${result} ${verb}(SObject record${variant})`] = one;
        members[`static List<${result}> ${verb}(List<SObject> records${variant})`] = many;
        if (takesIds) {
            members[`static ${result} ${verb}(Id recordId${variant})`] = one;
            members[`static List<${result}> ${verb}(List<Id> recordIds${variant})`] = many;
        }
    }
    return members;
}

function upsertMembers(context: RuntimeContext): Record<string, Member> {
    const members: Record<string, Member> = {};
    const run = (value: Value, rest: readonly Value[]): RowResult[] => {
        const field = rest.find((arg): arg is SObjectFieldToken => arg instanceof SObjectFieldToken);
        const others = rest.filter((arg) => arg !== field);
        const records = recordsOf(context.tx(), value);
        return upsertRecords(context.tx(), records, field?.field.name ?? null, optionsOf(context, others));
    };
    for (const key of ['', ', SObjectField externalIdField']) {
        for (const variant of variants) {
            members[`static Database.UpsertResult upsert(SObject record${key}${variant})`] = (
                value: Value,
                ...rest: Value[]
            ) => new DmlResultValue('Database.UpsertResult', run(value, rest)[0]!);
            members[`static List<Database.UpsertResult> upsert(List<SObject> records${key}${variant})`] = (
                value: Value,
                ...rest: Value[]
            ) => resultList('Database.UpsertResult', run(value, rest));
        }
    }
    return members;
}

function mergeMembers(context: RuntimeContext): Record<string, Member> {
    const members: Record<string, Member> = {};
    const run = (master: SObject, losers: Value, rest: readonly Value[]): MergeResultValue => {
        requireArguments(master);
        const options = optionsOf(context, rest);
        return new MergeResultValue(mergeRecords(context.tx(), master, recordsOf(context.tx(), losers), options));
    };
    for (const variant of variants) {
        for (const type of ['SObject duplicate', 'Id duplicateId']) {
            members[`static Database.MergeResult merge(SObject master, ${type}${variant})`] = (
                master: SObject,
                loser: Value,
                ...rest: Value[]
            ) => run(master, loser, rest);
        }
        for (const type of ['List<SObject> duplicates', 'List<Id> duplicateIds']) {
            members[`static List<Database.MergeResult> merge(SObject master, ${type}${variant})`] = (
                master: SObject,
                losers: Value,
                ...rest: Value[]
            ) => new ApexList(typeToken('List<Database.MergeResult>'), [run(master, losers, rest)]);
        }
    }
    return members;
}

function convertMembers(context: RuntimeContext): Record<string, Member> {
    const members: Record<string, Member> = {};
    const run = (requests: readonly LeadConvertValue[], rest: readonly Value[]): LeadConvertResultValue[] => {
        requireArguments(...requests);
        return convertLeads(
            context.tx(),
            requests.map((request) => request.request()),
            optionsOf(context, rest)
        ).map((result) => new LeadConvertResultValue(result));
    };
    for (const variant of [...variants, ...optionVariants]) {
        members[`static Database.LeadConvertResult convertLead(Database.LeadConvert leadToConvert${variant})`] = (
            request: LeadConvertValue,
            ...rest: Value[]
        ) => run([request], rest)[0]!;
        members[
            `static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leadsToConvert${variant})`
        ] = (requests: ApexList, ...rest: Value[]) => {
            requireArguments(requests);
            return new ApexList(typeToken('List<Database.LeadConvertResult>'), run(requests.items, rest));
        };
    }
    return members;
}

function transactionMembers(context: RuntimeContext): Record<string, Member> {
    const tx = (): Transaction => context.tx();
    const use = (savepoint: SavepointValue): SavepointValue => {
        requireArguments(savepoint);
        if (savepoint.isReleased) {
            throw apexException('TypeException', 'Savepoint is no longer valid');
        }
        return savepoint;
    };
    const open = (): SavepointValue[] => tx().slot(OPEN_SAVEPOINTS, () => [] as SavepointValue[]);
    // Savepoints that were set after this one are gone with it.
    const endLater = (savepoint: SavepointValue): void => {
        const list = open();
        list.splice(list.indexOf(savepoint) + 1).forEach((later) => (later.isReleased = true));
    };
    return {
        'static Savepoint setSavepoint()': () => {
            tx().limits.consume('dmlStatements');
            const savepoint = new SavepointValue(tx().store.savepoint());
            open().push(savepoint);
            return savepoint;
        },
        'static void rollback(Savepoint savepoint)': (savepoint: SavepointValue) => {
            tx().limits.consume('dmlStatements');
            tx().store.rollbackTo(use(savepoint).token);
            endLater(savepoint);
        },
        'static void releaseSavepoint(Savepoint savepoint)': (savepoint: SavepointValue) => {
            use(savepoint);
            tx().store.release(savepoint.token);
            endLater(savepoint);
            savepoint.isReleased = true;
        }
    };
}

function recycleBinMembers(context: RuntimeContext): Record<string, Member> {
    const empty = (value: Value): RowResult[] => {
        const tx = context.tx();
        const records = recordsOf(tx, value);
        tx.limits.consume('dmlStatements');
        return records.map((record) => {
            const stored = tx.store.row(record.def, record.id!);
            const isInBin = stored !== undefined && stored.fields.get('IsDeleted') === true;
            if (isInBin) {
                tx.store.purgeRow(record.def, record.id!);
            }
            const error = { statusCode: 'INVALID_ID_FIELD', message: 'record is not in the recycle bin', fields: [] };
            return { id: record.id, success: isInBin, errors: isInBin ? [] : [error] };
        });
    };
    const name = 'Database.EmptyRecycleBinResult';
    return {
        [`static ${name} emptyRecycleBin(SObject record)`]: (value: Value) =>
            new DmlResultValue(name, empty(value)[0]!),
        [`static List<${name}> emptyRecycleBin(List<SObject> records)`]: (value: Value) =>
            resultList(name, empty(value)),
        [`static List<${name}> emptyRecycleBin(List<Id> recordIds)`]: (value: Value) => resultList(name, empty(value))
    };
}

/** Access of a query call. */
export type { AccessMode };

export const databaseLibrary: LibraryModule = (context) => [
    libraryClass('Database', {
        ...verbMembers(context, 'insert', 'Database.SaveResult', insertRecords, true, false),
        ...verbMembers(context, 'update', 'Database.SaveResult', updateRecords, true, false),
        ...verbMembers(context, 'delete', 'Database.DeleteResult', deleteRecords, false, true),
        ...verbMembers(context, 'undelete', 'Database.UndeleteResult', undeleteRecords, false, true),
        ...upsertMembers(context),
        ...mergeMembers(context),
        ...convertMembers(context),
        ...transactionMembers(context),
        ...recycleBinMembers(context),
        ...queryMembers(context)
    }),
    libraryClass('Savepoint', {})
];
