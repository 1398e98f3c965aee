/** Results of `Database` methods: SaveResult and its siblings, Error, LeadConvert and its result. */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryClass, LibraryModule, Member } from '../runtime/library.ts';
import type { LeadConversion, LeadConversionResult, MergeOutcome, RowError, RowResult } from '../dml/save.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList } from '../values/collections.ts';
import { toId18 } from '../values/ids.ts';
import { typeToken } from '../values/typeToken.ts';
import { setSaveResultFactory } from './eventBus.ts';
import { statusCode } from './enums.ts';
import { readableFromJson, type JsonWritable, type MemberReader } from './jsonForms.ts';

type JsonMembers = readonly (readonly [string, Value])[];

type ResultType =
    | 'Database.SaveResult'
    | 'Database.UpsertResult'
    | 'Database.DeleteResult'
    | 'Database.UndeleteResult'
    | 'Database.EmptyRecycleBinResult';

/** A value of one of the result types. */
export class DmlResultValue implements JsonWritable {
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

    toJson(): JsonMembers {
        const { id, success, created, errors } = this.result;
        const creation: JsonMembers = this.typeName === 'Database.UpsertResult' ? [['created', created === true]] : [];
        return [['success', success], ['id', id], ['errors', errorsOf(errors)], ...creation];
    }
}

/** `Database.MergeResult`. */
export class MergeResultValue implements JsonWritable {
    readonly typeName = 'Database.MergeResult';
    readonly result: MergeOutcome;

    constructor(result: MergeOutcome) {
        this.result = result;
    }

    toJson(): JsonMembers {
        const { id, success, errors, mergedIds, movedIds } = this.result;
        return [
            ['success', success],
            ['id', id],
            ['errors', errorsOf(errors)],
            ['mergedRecordIds', new ApexList(idList, [...mergedIds])],
            ['updatedRelatedIds', new ApexList(idList, [...movedIds])]
        ];
    }
}

/** `Database.Error`. */
export class ErrorValue implements JsonWritable {
    readonly typeName = 'Database.Error';
    readonly error: RowError;

    constructor(error: RowError) {
        this.error = error;
    }

    toText(): string {
        const { fields, message, statusCode: code } = this.error;
        return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${code};]`;
    }

    toJson(): JsonMembers {
        const { fields, message, statusCode: code } = this.error;
        return [
            ['statusCode', code],
            ['message', message],
            ['fields', new ApexList(stringList, [...fields])]
        ];
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
export class LeadConvertResultValue implements JsonWritable {
    readonly typeName = 'Database.LeadConvertResult';
    readonly result: LeadConversionResult;

    constructor(result: LeadConversionResult) {
        this.result = result;
    }

    toJson(): JsonMembers {
        const { leadId, accountId, contactId, opportunityId, success, errors } = this.result;
        return [
            ['success', success],
            ['leadId', leadId],
            ['accountId', accountId],
            ['contactId', contactId],
            ['opportunityId', opportunityId],
            ['errors', errorsOf(errors)]
        ];
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

/** What all results have in common, read from JSON: tests make results that way, since these types have no constructor. */
function outcomeFromJson(member: MemberReader): { id: string | null; success: boolean; errors: RowError[] } {
    const errors = member('errors', errorList) as ApexList | null;
    return {
        id: idFromJson(member, 'id'),
        success: member('success', typeToken('Boolean')) === true,
        errors: (errors?.items ?? []).map((each) => (each as ErrorValue).error)
    };
}

/** Text that is no id, `"null"` for one, gives null: results are not as strict as an Id variable. */
function idFromJson(member: MemberReader, name: string): string | null {
    const text = member(name, typeToken('String')) as string | null;
    return text === null ? null : toId18(text);
}

function idsFromJson(member: MemberReader, name: string): string[] {
    return [...((member(name, idList) as ApexList | null)?.items ?? [])] as string[];
}

function readResultsFromJson(): void {
    readableFromJson('Database.Error', (member) => {
        const fields = member('fields', stringList) as ApexList | null;
        return new ErrorValue({
            message: (member('message', typeToken('String')) as string | null) ?? '',
            statusCode: (member('statusCode', typeToken('String')) as string | null) ?? 'UNKNOWN_EXCEPTION',
            fields: [...(fields?.items ?? [])] as string[]
        });
    });
    const plain: readonly ResultType[] = [
        'Database.SaveResult',
        'Database.DeleteResult',
        'Database.UndeleteResult',
        'Database.EmptyRecycleBinResult'
    ];
    for (const name of plain) {
        readableFromJson(name, (member) => new DmlResultValue(name, outcomeFromJson(member)));
    }
    readableFromJson('Database.UpsertResult', (member) => {
        const created = member('created', typeToken('Boolean')) === true;
        return new DmlResultValue('Database.UpsertResult', { ...outcomeFromJson(member), created });
    });
    readableFromJson('Database.MergeResult', (member) => {
        const ids = {
            mergedIds: idsFromJson(member, 'mergedRecordIds'),
            movedIds: idsFromJson(member, 'updatedRelatedIds')
        };
        return new MergeResultValue({ ...outcomeFromJson(member), ...ids });
    });
    readableFromJson('Database.LeadConvertResult', (member) => {
        const id = (name: string): string | null => idFromJson(member, name);
        const { success, errors } = outcomeFromJson(member);
        const ids = { leadId: id('leadId'), accountId: id('accountId'), contactId: id('contactId') };
        return new LeadConvertResultValue({ ...ids, opportunityId: id('opportunityId'), success, errors });
    });
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
    readResultsFromJson();
    setSaveResultFactory((id, error) => {
        const errors = error === null ? [] : [{ message: error.message, statusCode: error.statusCode, fields: [] }];
        const success = error === null || error.statusCode === 'OPERATION_ENQUEUED';
        return new DmlResultValue('Database.SaveResult', { id, success, errors });
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
