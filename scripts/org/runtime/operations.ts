/**
 * What compiled Apex needs from the rest of the local org. The engine implements these two interfaces and hands them
 * to `createRuntime`, so that `compile` and `runtime` import neither `soql` nor `dml` nor `lib`.
 */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { SoqlQuery } from '../soql/ast.ts';
import type { SObject } from '../values/sobject.ts';
import type { TypeToken } from '../values/typeToken.ts';
import type { MethodMeta, Value } from './program.ts';
import type { AccessMode, Transaction } from './transaction.ts';

export type DmlVerb = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** SOQL, SOSL and DML statements of Apex. Every DML call is all-or-none and throws a DmlException on failure. */
export interface DataOperations {
    /** Rows of `[SELECT ...]`, also of aggregates. `binds` are the values of `query.binds`, in order. */
    query(tx: Transaction, query: SoqlQuery, binds: readonly Value[], access: AccessMode): SObject[];
    /** `[SELECT COUNT() ...]`. */
    count(tx: Transaction, query: SoqlQuery, binds: readonly Value[], access: AccessMode): number;
    /**
     * `[FIND ...]`. `text` is what stands between the brackets, each bind replaced by `:b0`, `:b1`, ...
     * @returns one list per object of the RETURNING clause.
     */
    search(tx: Transaction, text: string, binds: readonly Value[], access: AccessMode): SObject[][];
    /** `externalIdField` is a canonical field name; upsert only. */
    dml(tx: Transaction, verb: DmlVerb, records: SObject[], externalIdField: string | null, access: AccessMode): void;
    /** `merge master loser(s)`; losers are records. */
    merge(tx: Transaction, master: SObject, losers: SObject[], access: AccessMode): void;
}

/** Language constructs whose values belong to classes of the platform library. */
export interface PlatformOperations {
    /** `Account.SObjectType`: a value of type `SObjectType`. */
    sobjectType(object: ObjectDef): Value;
    /** `Account.Name`, `Account.fields.Name`: a value of type `SObjectField`. */
    fieldToken(object: ObjectDef, field: FieldDef): Value;
    /** `Schema.SObjectType.Account`: a value of type `DescribeSObjectResult`. */
    describeObject(object: ObjectDef): Value;
    /** `Schema.SObjectType.Account.fields.Name`: a value of type `DescribeFieldResult`. */
    describeField(object: ObjectDef, field: FieldDef): Value;
    /** `Schema.SObjectType.Account.fieldSets.X`: a value of type `FieldSet`. */
    fieldSet(object: ObjectDef, name: string): Value;
    /** `Foo.class`: a value of type `Type`. */
    typeValue(type: TypeToken): Value;
    /** `System.Label.X`; the compiler checked that the label is there. */
    label(name: string): string;
    /** `Page.X`: a value of type `PageReference`. Throws Unsupported where there is none. */
    page(name: string): Value;
    /**
     * `Rule__mdt.getInstance('x')`, `Rule__mdt.getAll()`, `Setting__c.getInstance()`, `.getOrgDefaults()`, `.getValues(x)`.
     * `method` is in lower case.
     */
    customRecord(
        object: ObjectDef,
        method: 'getinstance' | 'getall' | 'getorgdefaults' | 'getvalues',
        args: readonly Value[]
    ): Value;
    /** A call of a method with `@future`: `method.invoke(null, args)` is to run later. */
    future(tx: Transaction, className: string, method: MethodMeta, args: readonly Value[]): void;
    /** `System.runAs(user) { ... }`: `user` is a User record or a version number. */
    runAs(tx: Transaction, user: Value, work: () => void): void;
}
