/** The `$` object: everything that emitted code calls. Its members are a contract with `compile/`. */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { SoqlQuery } from '../soql/ast.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { convert, toId } from '../values/convert.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { enumConstant } from '../values/enums.ts';
import { apexEquals, identityEquals, stringsEqual } from '../values/equality.ts';
import { ApexException, ApexObject, apexException, isExceptionOf, Unsupported } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate, ApexDatetime } from '../values/temporal.ts';
import { toText } from '../values/text.ts';
import { typeToken } from '../values/typeToken.ts';
import type { TypeToken } from '../values/typeToken.ts';
import * as arithmetic from './arithmetic.ts';
import { castTo, isInstance, toNumericType } from './instance.ts';
import type { TypeWorld } from './instance.ts';
import type { Implementation } from './library.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import type { DmlVerb, DataOperations, PlatformOperations } from './operations.ts';
import type { Value } from './program.ts';
import type { ClassRecord } from './record.ts';
import { logThrown } from './requestLog.ts';
import { askCallers } from './stacks.ts';
import type { AccessMode, Transaction } from './transaction.ts';
import { findUserMethod } from './userCalls.ts';

/** First API version whose classes run in user mode and with sharing unless they say otherwise. */
const userModeSince = 67;
const chunkSize = 200;
/** Turns of loops between two looks at the clock. */
const turnsPerTick = 100_000;

export interface DollarOptions {
    readonly data: DataOperations;
    readonly platform: PlatformOperations;
    readonly library: LibraryIndex;
    readonly world: TypeWorld;
    readonly transaction: () => Transaction;
    readonly normalizeError: (error: unknown) => unknown;
    /** Variables that dynamic queries of the moment may name, innermost call last. */
    readonly binders: Readonly<Record<string, () => Value>>[];
}

/** Whether sharing rules apply to code of that class; asks the callers when the class leaves it to them. */
export function isWithSharing(record: ClassRecord | null): boolean {
    const said = record === null ? undefined : sharingSaidBy(record);
    // `inherited sharing` at the entry point means with sharing.
    return said ?? askCallers(sharingSaidBy, (outermost) => outermost?.sharing === 'inherited');
}

/** Whether sharing rules apply to code of a class; undefined when it leaves that to its callers. */
function sharingSaidBy({ kind, sharing, apiVersion }: ClassRecord): boolean | undefined {
    if (sharing === 'with') return true;
    if (sharing === 'without') return false;
    // A trigger sees everything, whoever saved the record; an anonymous block what its user sees.
    if (kind === 'trigger') return false;
    if (kind === 'anonymous') return true;
    return sharing === 'none' && apiVersion >= userModeSince ? true : undefined;
}

/** Access of data operations in code of that class that says nothing itself. */
function defaultAccess(record: ClassRecord | null): AccessMode {
    const mode = defaultMode(record);
    return { mode, withSharing: mode === 'user' || isWithSharing(record) };
}

/** The mode of such code. */
export function defaultMode(record: ClassRecord | null): AccessMode['mode'] {
    return record && record.apiVersion >= userModeSince && record.kind === 'class' ? 'user' : 'system';
}

export function createDollar(options: DollarOptions) {
    const { data, platform, library, world, transaction } = options;
    const isA = (value: Value, type: TypeToken): boolean => isInstance(value, type, world);

    function access(mode: 'user' | 'system' | null, record: ClassRecord): AccessMode {
        if (mode === 'user') return { mode: 'user', withSharing: true };
        if (mode === 'system') return { mode: 'system', withSharing: isWithSharing(record) };
        return defaultAccess(record);
    }
    function queryAccess(query: SoqlQuery, record: ClassRecord): AccessMode {
        return access(query.with === 'USER_MODE' ? 'user' : query.with === null ? null : 'system', record);
    }
    function listIndex(list: ApexList, index: number): number {
        if (list === null || index === null) throw arithmetic.nullPointer();
        if (index < 0 || index >= list.items.length) {
            throw apexException('ListException', `List index out of bounds: ${index}`);
        }
        return index;
    }
    function invoke(target: Value, name: string, args: readonly Value[]): Value {
        if (target === null || target === undefined) throw arithmetic.nullPointer();
        const method = findUserMethod(target, name, args, isA);
        return (method ? method.invoke(target, args) : library.invoke(target, name, args)) ?? null;
    }
    function recordsOf(value: Value): SObject[] {
        if (value === null || value === undefined) throw arithmetic.nullPointer();
        return value instanceof ApexList ? [...value.items] : [value as SObject];
    }

    return {
        /** Turns of loops that are left until `tick`. */
        fuel: turnsPerTick,
        /** Ends a transaction that takes too long. @throws LimitException */
        tick(): void {
            this.fuel = turnsPerTick;
            transaction().limits.consume('cpuTime', 0);
        },
        ApexObject,
        ApexException,
        ApexList,
        ApexSet,
        ApexMap,
        Decimal,
        /** Value that must not be null. */
        n: arithmetic.notNull,
        /** Boolean of a condition. */
        b(value: Value): boolean {
            if (value === null || value === undefined) throw arithmetic.nullPointer();
            return value;
        },
        /** Text of an operand of a concatenation. */
        s(value: Value): string {
            return typeof value === 'string' ? value : toText(value);
        },
        divI: arithmetic.divideIntegers,
        divL: arithmetic.divideLongs,
        divD: arithmetic.divideDecimals,
        dbl: arithmetic.doubleOperation,
        dbln: (value: number) => new ApexDouble(value),
        when: arithmetic.addToTemporal,
        lt: arithmetic.isLess,
        le: arithmetic.isLessOrEqual,
        gt: arithmetic.isGreater,
        ge: arithmetic.isGreaterOrEqual,
        eq: apexEquals,
        same: identityEquals,
        /** `==` of two Strings. */
        eqs(left: string | null, right: string | null): boolean {
            return left === right || (left !== null && right !== null && stringsEqual(left, right));
        },
        shift: arithmetic.shiftLong,
        negate(value: Value): Value {
            arithmetic.notNull(value);
            return value instanceof Decimal ? value.negate() : new ApexDouble(-value.value);
        },

        toLong: (value: Value) => (value === null ? null : BigInt(value)),
        toNumeric: toNumericType,
        toId: (value: Value) => (value === null ? null : toId(value)),
        toDatetime(value: Value): Value {
            return value instanceof ApexDate ? convert(value, 'Datetime') : (value as ApexDatetime | null);
        },
        is: isA,
        cast: (value: Value, type: TypeToken) => castTo(value, type, world),

        at(list: ApexList, index: number): Value {
            const place = listIndex(list, index);
            return list.items[place];
        },
        setAt(list: ApexList, index: number, value: Value): Value {
            const place = listIndex(list, index);
            list.items[place] = value;
            return value;
        },
        newArray(type: TypeToken, size: number): ApexList {
            return new ApexList(type, Array<Value>(arithmetic.notNull(size)).fill(null));
        },
        /** What a for-each loop goes over. */
        *each(value: Value): Iterable<Value> {
            if (value === null || value === undefined) throw arithmetic.nullPointer();
            if (value instanceof ApexSet) {
                yield* value.values();
                return;
            }
            if (value instanceof ApexList) {
                for (let i = 0; i < value.items.length; i++) yield value.items[i];
                return;
            }
            const isIterator = findUserMethod(value, 'hasNext', [], isA) !== null;
            const iterator = isIterator ? value : invoke(value, 'iterator', []);
            while (invoke(iterator, 'hasNext', [])) yield invoke(iterator, 'next', []);
        },
        /** A list as array for the fast form of for-each. */
        items(value: ApexList | null): Value[] {
            if (value === null || value === undefined) throw arithmetic.nullPointer();
            return value.items;
        },
        chunks(value: ApexList): ApexList[] {
            const chunks: ApexList[] = [];
            for (let i = 0; i < value.items.length; i += chunkSize) {
                chunks.push(new ApexList(value.type, value.items.slice(i, i + chunkSize)));
            }
            return chunks;
        },
        oneRow(list: ApexList | null): Value {
            if (list === null) throw arithmetic.nullPointer();
            if (list.items.length === 1) return list.items[0];
            const problem = list.items.length ? 'more than 1 row' : 'no rows';
            throw apexException('QueryException', `List has ${problem} for assignment to SObject`);
        },

        /** `new Account(Name = 'x', ...)`: names and values alternate. */
        record(def: ObjectDef, ...fields: Value[]): SObject {
            const record = new SObject(def);
            for (let i = 0; i < fields.length; i += 2) record.put(fields[i], fields[i + 1]);
            return record;
        },
        put(record: SObject | null, field: string, value: Value): Value {
            if (record === null || record === undefined) throw arithmetic.nullPointer();
            record.put(field, value);
            return value;
        },
        /** Child records; an empty list when the query did not ask for them. */
        children(record: SObject | null, name: string, type: TypeToken): ApexList {
            if (record === null || record === undefined) throw arithmetic.nullPointer();
            return record.fields.get(name) ?? new ApexList(type);
        },
        fieldError(record: SObject | null, field: string, message: Value): void {
            if (record === null || record === undefined) throw arithmetic.nullPointer();
            record.addError(field, toText(message instanceof ApexException ? message.message : message));
        },

        query(query: SoqlQuery, binds: Value[], record: ClassRecord, type: TypeToken): ApexList {
            return new ApexList(type, data.query(transaction(), query, binds, queryAccess(query, record)));
        },
        count(query: SoqlQuery, binds: Value[], record: ClassRecord): number {
            return data.count(transaction(), query, binds, queryAccess(query, record));
        },
        search(text: string, binds: Value[], record: ClassRecord): ApexList {
            const found = data.search(transaction(), text, binds, defaultAccess(record));
            const inner = typeToken('List<SObject>');
            return new ApexList(
                typeToken('List<List<SObject>>'),
                found.map((rows) => new ApexList(inner, rows))
            );
        },
        dml(
            verb: DmlVerb,
            value: Value,
            externalIdField: string | null,
            mode: 'user' | 'system' | null,
            record: ClassRecord
        ): void {
            data.dml(transaction(), verb, recordsOf(value), externalIdField, access(mode, record));
        },
        merge(master: Value, losers: Value, mode: 'user' | 'system' | null, record: ClassRecord): void {
            if (master === null) throw arithmetic.nullPointer();
            data.merge(transaction(), master as SObject, recordsOf(losers), access(mode, record));
        },

        /** Calls a method on what may be a user's object or one of the library. */
        virtual(target: Value, name: string, implementation: Implementation | null, args: Value[]): Value {
            if (target === null || target === undefined) throw arithmetic.nullPointer();
            const method = findUserMethod(target, name, args, isA);
            if (method) return method.invoke(target, args) ?? null;
            return (implementation ? implementation(target, ...args) : library.invoke(target, name, args)) ?? null;
        },
        invoke,
        /** Runs a dynamic query; its binds are looked up among the variables, keyed by lower-case name. */
        binding(variables: Readonly<Record<string, () => Value>>, call: () => Value): Value {
            options.binders.push(variables);
            try {
                return call();
            } finally {
                options.binders.pop();
            }
        },
        future(record: ClassRecord, line: number, args: Value[]): void {
            const method = record.meta?.methods.find((one) => one.isStatic && one.line === line);
            if (!method) throw new Error(`No future method at line ${line} of ${record.name}`);
            platform.future(transaction(), record.name, method, args);
        },

        /** What Apex sees of a caught error; errors that it may not catch are thrown on. */
        caught(error: unknown): ApexException {
            const seen = options.normalizeError(error);
            if (!(seen instanceof ApexException)) throw seen;
            logThrown(transaction(), seen);
            return seen;
        },
        isException: isExceptionOf,
        thrown(value: Value): Value {
            return value ?? arithmetic.nullPointer();
        },
        enumOf(type: TypeToken, name: string | null): Value {
            if (name === null) throw arithmetic.nullPointer();
            const found = enumConstant(type.name, name);
            if (!found) throw apexException('NoSuchElementException', `No enum constant ${type.name}.${name}`);
            return found;
        },
        unsupported(feature: string): never {
            throw new Unsupported(feature);
        },

        sobjectType: (object: ObjectDef) => platform.sobjectType(object),
        fieldToken: (object: ObjectDef, field: FieldDef) => platform.fieldToken(object, field),
        describeObject: (object: ObjectDef) => platform.describeObject(object),
        describeField: (object: ObjectDef, field: FieldDef) => platform.describeField(object, field),
        fieldSet: (object: ObjectDef, name: string) => platform.fieldSet(object, name),
        typeValue: (type: TypeToken) => platform.typeValue(type),
        label: (name: string) => platform.label(name),
        page: (name: string) => platform.page(name),
        customRecord: (
            object: ObjectDef,
            method: 'getinstance' | 'getall' | 'getorgdefaults' | 'getvalues',
            args: Value[]
        ) => platform.customRecord(object, method, args),
        runAs(user: Value, work: () => Value): Value {
            let result: Value;
            platform.runAs(transaction(), user, () => {
                result = work();
            });
            return result;
        }
    };
}

export type Dollar = ReturnType<typeof createDollar>;
