/** Dynamic queries of `Database`, query locators and their iterators. */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryModule, Member, RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { AccessMode } from '../runtime/transaction.ts';
import type { SoqlQuery } from '../soql/ast.ts';
import { parseSoql } from '../soql/parser.ts';
import { SoqlSyntaxError } from '../soql/syntaxError.ts';
import { countQuery, runQuery } from '../soql/run.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { apexException } from '../values/exceptions.ts';
import type { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import { accessOfCall, AccessLevelValue } from './accessLevels.ts';
import { requireArguments } from './support.ts';

/** A value of type `Database.QueryLocator`. */
class QueryLocatorValue {
    readonly typeName = 'Database.QueryLocator';
    readonly text: string;
    private readonly read: () => readonly SObject[];

    constructor(text: string, read: () => readonly SObject[]) {
        this.text = text;
        this.read = read;
    }

    /** Runs the query. */
    records(): readonly SObject[] {
        return this.read();
    }
}

/** A value of type `Database.QueryLocatorIterator`. */
class QueryLocatorIteratorValue {
    readonly typeName = 'Database.QueryLocatorIterator';
    readonly records: readonly SObject[];
    position = 0;

    constructor(records: readonly SObject[]) {
        this.records = records;
    }
}

type BindSource = (expression: string) => Value;

interface Prepared {
    readonly query: SoqlQuery;
    readonly binds: readonly Value[];
    readonly access: AccessMode;
}

function prepare(context: RuntimeContext, text: string, bindOf: BindSource, level: AccessLevelValue | null): Prepared {
    requireArguments(text);
    let query: SoqlQuery;
    try {
        query = parseSoql(text);
    } catch (problem) {
        if (problem instanceof SoqlSyntaxError) {
            throw apexException('QueryException', problem.message);
        }
        throw problem;
    }
    const access = accessOfCall(context, level);
    // A mode in the text wins over the one of the class.
    const mode = query.with === 'USER_MODE' ? 'user' : query.with === null ? access.mode : 'system';
    return { query, binds: query.binds.map((bind) => bindOf(bind.source.trim())), access: { ...access, mode } };
}

function rows(context: RuntimeContext, prepared: Prepared): ApexList {
    const { query, binds, access } = prepared;
    const tx = context.tx();
    if (query.isCount) {
        throw apexException('QueryException', 'COUNT() queries must be run with Database.countQuery');
    }
    const element = query.isAggregate ? 'AggregateResult' : (tx.schema.object(query.from.object)?.name ?? 'SObject');
    return new ApexList(typeToken(`List<${element}>`), runQuery(tx, query, binds, access));
}

function count(context: RuntimeContext, prepared: Prepared): number {
    const { query, binds, access } = prepared;
    if (!query.isCount) {
        throw apexException('QueryException', 'Database.countQuery takes a query that selects COUNT() only');
    }
    return countQuery(context.tx(), query, binds, access);
}

/** Binds of `Database.query` are variables of the calling method. */
function variablesOf(context: RuntimeContext): BindSource {
    return (expression) => {
        if (context.bindOf === undefined) {
            throw apexException('QueryException', `Variable does not exist: ${expression}`);
        }
        return context.bindOf(expression);
    };
}

/** Binds of the `...WithBinds` methods come from a map whose keys ignore case. */
function bindsOfMap(map: ApexMap): BindSource {
    requireArguments(map);
    const values = new Map<string, Value>();
    for (const [key, value] of map.entries()) {
        values.set(String(key).toLowerCase(), value);
    }
    return (expression) => {
        const [name] = expression.split('.');
        const value = values.get(expression.toLowerCase());
        if (value === undefined) {
            const problem = `Key '${name ?? expression}' does not exist in the bindMap`;
            throw apexException('QueryException', problem);
        }
        return value;
    };
}

/** Members of `Database` that query. */
export function queryMembers(context: RuntimeContext): Record<string, Member> {
    const plain = (text: string, level: AccessLevelValue | null): Prepared =>
        prepare(context, text, variablesOf(context), level);
    const bound = (text: string, map: ApexMap, level: AccessLevelValue): Prepared =>
        prepare(context, text, bindsOfMap(map), level);
    const locator = (text: string, prepared: Prepared): QueryLocatorValue =>
        new QueryLocatorValue(text, () => rows(context, prepared).items);
    return {
        'static List<SObject> query(String queryText)': (text: string) => rows(context, plain(text, null)),
        'static List<SObject> query(String queryText, AccessLevel accessLevel)': (
            text: string,
            level: AccessLevelValue
        ) => rows(context, plain(text, level)),
        'static List<SObject> queryWithBinds(String queryText, Map<String,Object> bindMap, AccessLevel accessLevel)': (
            text: string,
            map: ApexMap,
            level: AccessLevelValue
        ) => rows(context, bound(text, map, level)),
        'static Integer countQuery(String queryText)': (text: string) => count(context, plain(text, null)),
        'static Integer countQuery(String queryText, AccessLevel accessLevel)': (
            text: string,
            level: AccessLevelValue
        ) => count(context, plain(text, level)),
        'static Integer countQueryWithBinds(String queryText, Map<String,Object> bindMap, AccessLevel accessLevel)': (
            text: string,
            map: ApexMap,
            level: AccessLevelValue
        ) => count(context, bound(text, map, level)),
        'static Database.QueryLocator getQueryLocator(String queryText)': (text: string) =>
            locator(text, plain(text, null)),
        'static Database.QueryLocator getQueryLocator(String queryText, AccessLevel accessLevel)': (
            text: string,
            level: AccessLevelValue
        ) => locator(text, plain(text, level)),
        'static Database.QueryLocator getQueryLocator(List<SObject> queryResult)': (list: ApexList) => {
            requireArguments(list);
            return new QueryLocatorValue('', () => list.items);
        },
        'static Database.QueryLocator getQueryLocatorWithBinds(String queryText, Map<String,Object> bindMap, AccessLevel accessLevel)':
            (text: string, map: ApexMap, level: AccessLevelValue) => locator(text, bound(text, map, level))
    };
}

export const queryLocatorLibrary: LibraryModule = () => [
    libraryClass(
        'Database.QueryLocator',
        {
            'String getQuery()': (self: QueryLocatorValue) => self.text,
            'Database.QueryLocatorIterator iterator()': (self: QueryLocatorValue) =>
                new QueryLocatorIteratorValue(self.records())
        },
        { namespace: 'Database', interfaces: ['Iterable<SObject>'] }
    ),
    libraryClass(
        'Database.QueryLocatorIterator',
        {
            'Boolean hasNext()': (self: QueryLocatorIteratorValue) => self.position < self.records.length,
            'SObject next()': (self: QueryLocatorIteratorValue) => {
                const record = self.records[self.position];
                if (record === undefined) {
                    throw apexException('NoSuchElementException', 'The query locator has no more records');
                }
                self.position++;
                return record;
            }
        },
        { namespace: 'Database', interfaces: ['Iterator<SObject>'] }
    )
];
