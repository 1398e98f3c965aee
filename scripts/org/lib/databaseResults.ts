/** Results of `Database` methods: SaveResult and its siblings, Error, LeadConvert and its result. */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryClass, LibraryModule, Member } from '../runtime/library.ts';
import type { LeadConversion, LeadConversionResult, MergeOutcome, RowError, RowResult } from '../dml/save.ts';
import { ApexList } from '../values/collections.ts';
import { typeToken } from '../values/typeToken.ts';
import { setSaveResultFactory } from './eventBus.ts';
import { statusCode } from './enums.ts';

type ResultType =
    | 'Database.SaveResult'
    | 'Database.UpsertResult'
    | 'Database.DeleteResult'
    | 'Database.UndeleteResult'
    | 'Database.EmptyRecycleBinResult';

/** A value of one of the result types. */
export class DmlResultValue {
    readonly typeName: ResultType;
    readonly result: RowResult;

    constructor(typeName: ResultType, result: RowResult) {
        this.typeName = typeName;
        this.result = result;
    }

    toText(): string {
        const { id, success, errors } = this.result;
        const texts = errors.map((error) => new ErrorValue(error).toText()).join(', ');
        return `${this.typeName}[getErrors=(${texts});getId=${id};isSuccess=${success};]`;
    }
}

/** `Database.MergeResult`. */
export class MergeResultValue {
    readonly typeName = 'Database.MergeResult';
    readonly result: MergeOutcome;

    constructor(result: MergeOutcome) {
        this.result = result;
    }
}

/** `Database.Error`. */
export class ErrorValue {
    readonly typeName = 'Database.Error';
    readonly error: RowError;

    constructor(error: RowError) {
        this.error = error;
    }

    toText(): string {
        const { fields, message, statusCode: code } = this.error;
        return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${code};]`;
    }
}

/** `Database.LeadConvert`: what to do with one lead. */
export class LeadConvertValue {
    readonly typeName = 'Database.LeadConvert';
    leadId: string | null = null;
    convertedStatus: string | null = null;
    accountId: string | null = null;
    contactId: string | null = null;
    opportunityId: string | null = null;
    opportunityName: string | null = null;
    ownerId: string | null = null;
    doNotCreateOpportunity = false;
    overwriteLeadSource = false;
    sendNotificationEmail = false;

    request(): LeadConversion {
        return { ...this };
    }
}

/** `Database.LeadConvertResult`. */
export class LeadConvertResultValue {
    readonly typeName = 'Database.LeadConvertResult';
    readonly result: LeadConversionResult;

    constructor(result: LeadConversionResult) {
        this.result = result;
    }
}

const errorList = typeToken('List<Database.Error>');
const idList = typeToken('List<Id>');
const stringList = typeToken('List<String>');

/** `List<Database.SaveResult>` and the like. */
export function resultList(typeName: ResultType, results: readonly RowResult[]): ApexList {
    return new ApexList(
        typeToken(`List<${typeName}>`),
        results.map((result) => new DmlResultValue(typeName, result))
    );
}

function errorsOf(errors: readonly RowError[]): ApexList {
    return new ApexList(
        errorList,
        errors.map((error) => new ErrorValue(error))
    );
}

function dmlResult(typeName: ResultType, more: Record<string, Member> = {}): LibraryClass {
    return libraryClass(
        typeName,
        {
            'Id getId()': (self: DmlResultValue) => self.result.id,
            'Boolean isSuccess()': (self: DmlResultValue) => self.result.success,
            'List<Database.Error> getErrors()': (self: DmlResultValue) => errorsOf(self.result.errors),
            'Id id': (self: DmlResultValue) => self.result.id,
            'Boolean success': (self: DmlResultValue) => self.result.success,
            'List<Database.Error> errors': (self: DmlResultValue) => errorsOf(self.result.errors),
            ...more
        },
        { namespace: 'Database' }
    );
}

type TextProperty =
    'leadId' | 'convertedStatus' | 'accountId' | 'contactId' | 'opportunityId' | 'opportunityName' | 'ownerId';
type FlagProperty = 'doNotCreateOpportunity' | 'overwriteLeadSource' | 'sendNotificationEmail';

function leadConvertMembers(): Record<string, Member> {
    const members: Record<string, Member> = { 'new()': () => new LeadConvertValue() };
    const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
    const texts: readonly (readonly [TextProperty, 'Id' | 'String'])[] = [
        ['leadId', 'Id'],
        ['convertedStatus', 'String'],
        ['accountId', 'Id'],
        ['contactId', 'Id'],
        ['opportunityId', 'Id'],
        ['opportunityName', 'String'],
        ['ownerId', 'Id']
    ];
    for (const [name, type] of texts) {
        members[`void set${capital(name)}(${type} value)`] = (self: LeadConvertValue, value: string | null) => {
            self[name] = value;
        };
        members[`${type} get${capital(name)}()`] = (self: LeadConvertValue) => self[name];
    }
    const flags: readonly FlagProperty[] = ['doNotCreateOpportunity', 'overwriteLeadSource', 'sendNotificationEmail'];
    for (const name of flags) {
        members[`void set${capital(name)}(Boolean value)`] = (self: LeadConvertValue, value: boolean | null) => {
            self[name] = value === true;
        };
        members[`Boolean ${name === 'doNotCreateOpportunity' ? 'isDoNotCreateOpportunity' : `is${capital(name)}`}()`] =
            (self: LeadConvertValue) => self[name];
    }
    return members;
}

export const databaseResultsLibrary: LibraryModule = () => {
    setSaveResultFactory((id, error) => {
        const errors = error === null ? [] : [{ message: error.message, statusCode: error.statusCode, fields: [] }];
        return new DmlResultValue('Database.SaveResult', { id, success: error === null, errors });
    });
    return [
        dmlResult('Database.SaveResult'),
        dmlResult('Database.UpsertResult', {
            'Boolean isCreated()': (self: DmlResultValue) => self.result.created === true,
            'Boolean created': (self: DmlResultValue) => self.result.created === true
        }),
        dmlResult('Database.DeleteResult'),
        dmlResult('Database.UndeleteResult'),
        dmlResult('Database.EmptyRecycleBinResult'),
        libraryClass(
            'Database.Error',
            {
                'String getMessage()': (self: ErrorValue) => self.error.message,
                'StatusCode getStatusCode()': (self: ErrorValue) => statusCode.of(self.error.statusCode),
                'List<String> getFields()': (self: ErrorValue) => new ApexList(stringList, [...self.error.fields])
            },
            { namespace: 'Database' }
        ),
        libraryClass(
            'Database.MergeResult',
            {
                'Id getId()': (self: MergeResultValue) => self.result.id,
                'Boolean isSuccess()': (self: MergeResultValue) => self.result.success,
                'List<Database.Error> getErrors()': (self: MergeResultValue) => errorsOf(self.result.errors),
                'List<Id> getMergedRecordIds()': (self: MergeResultValue) =>
                    new ApexList(idList, [...self.result.mergedIds]),
                'List<Id> getUpdatedRelatedIds()': (self: MergeResultValue) =>
                    new ApexList(idList, [...self.result.movedIds])
            },
            { namespace: 'Database' }
        ),
        libraryClass('Database.LeadConvert', leadConvertMembers(), { namespace: 'Database' }),
        libraryClass(
            'Database.LeadConvertResult',
            {
                'Id getLeadId()': (self: LeadConvertResultValue) => self.result.leadId,
                'Id getAccountId()': (self: LeadConvertResultValue) => self.result.accountId,
                'Id getContactId()': (self: LeadConvertResultValue) => self.result.contactId,
                'Id getOpportunityId()': (self: LeadConvertResultValue) => self.result.opportunityId,
                'Boolean isSuccess()': (self: LeadConvertResultValue) => self.result.success,
                'List<Database.Error> getErrors()': (self: LeadConvertResultValue) => errorsOf(self.result.errors)
            },
            { namespace: 'Database' }
        )
    ];
};
