/** Methods that every record has. */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryModule, Member } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { calculate } from '../formula/recordContext.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException, apexException } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import { ErrorValue } from './databaseResults.ts';
import { SObjectFieldToken, sobjectTypeOf } from './describeTokens.ts';
import { DmlOptionsValue } from './dmlOptions.ts';
import { requireArguments } from './support.ts';

const errorList = typeToken('List<Database.Error>');
/** What only these methods know of a record. */
const cloneSources = new WeakMap<SObject, string | null>();
const optionsOfRecord = new WeakMap<SObject, DmlOptionsValue>();

function nameOf(field: string | SObjectFieldToken): string {
    requireArguments(field);
    return field instanceof SObjectFieldToken ? field.field.name : field;
}

function put(self: SObject, field: string | SObjectFieldToken, value: Value): Value {
    const name = nameOf(field);
    const known = self.def.fields.get(name.toLowerCase());
    if (known !== undefined && known.type !== 'id' && !known.isCreateable && !known.isUpdateable && !self.isAggregate) {
        throw apexException('SObjectException', `Field is not writeable: ${self.def.name}.${known.name}`);
    }
    if (known === undefined && !self.isAggregate) {
        throw apexException('SObjectException', `Invalid field ${name} for ${self.def.name}`);
    }
    const previous = self.fields.get(known?.name ?? name) ?? null;
    self.put(name, value);
    return previous;
}

function get(self: SObject, field: string | SObjectFieldToken): Value {
    const name = nameOf(field);
    if (!self.isAggregate && !self.def.fields.has(name.toLowerCase())) {
        throw apexException('SObjectException', `Invalid field ${name} for ${self.def.name}`);
    }
    return self.get(name);
}

/** Relationship name behind a name or the token of a reference field. */
function relationshipOf(self: SObject, field: string | SObjectFieldToken): string {
    if (field instanceof SObjectFieldToken) {
        return field.field.relationshipName ?? field.field.name;
    }
    requireArguments(field);
    const reference = self.def.fields.get(field.toLowerCase());
    return reference?.relationshipName ?? field;
}

function getParent(self: SObject, field: string | SObjectFieldToken): Value {
    const name = relationshipOf(self, field);
    const canonical = self.canonical(name);
    if (canonical === undefined) {
        throw apexException('SObjectException', `Invalid relationship ${name} for ${self.def.name}`);
    }
    const value = self.get(canonical);
    return value instanceof SObject ? value : null;
}

function putParent(self: SObject, field: string | SObjectFieldToken, parent: SObject | null): Value {
    const previous = getParent(self, field);
    self.put(relationshipOf(self, field), parent);
    return previous;
}

function clone(self: SObject, ...flags: (boolean | null)[]): SObject {
    const [preserveId, isDeep, preserveTimestamps, preserveAutoNumber] = flags.map((flag) => flag === true);
    const copy = self.clone(preserveId, isDeep, preserveTimestamps, preserveAutoNumber);
    cloneSources.set(copy, self.id);
    return copy;
}

function messageText(message: Value): string {
    return message instanceof ApexException ? (message.message ?? 'Script-thrown exception') : String(message ?? '');
}

function addError(self: SObject, field: string | SObjectFieldToken | null, message: Value): void {
    if (field !== null) {
        const name = nameOf(field);
        if (!self.def.fields.has(name.toLowerCase())) {
            throw apexException('SObjectException', `Invalid field ${name} for ${self.def.name}`);
        }
        self.addError(name, messageText(message));
        return;
    }
    self.addError(null, messageText(message));
}

function errorMembers(): Record<string, Member> {
    const members: Record<string, Member> = {};
    for (const escape of ['', ', Boolean escape']) {
        members[`void addError(String message${escape})`] = (self: SObject, message: Value) =>
            addError(self, null, message);
        members[`void addError(Exception error${escape})`] = (self: SObject, error: Value) =>
            addError(self, null, error);
        for (const type of ['String', 'SObjectField']) {
            members[`void addError(${type} field, String message${escape})`] = (
                self: SObject,
                field: string | SObjectFieldToken,
                message: Value
            ) => addError(self, field, message);
        }
    }
    return {
        ...members,
        'Boolean hasErrors()': (self: SObject) => self.errors.length > 0,
        'List<Database.Error> getErrors()': (self: SObject) =>
            new ApexList(
                errorList,
                self.errors.map(
                    ({ field, message, statusCode }) =>
                        new ErrorValue({ message, statusCode, fields: field === null ? [] : [field] })
                )
            )
    };
}

export const sobjectLibrary: LibraryModule = (context) => [
    libraryClass('SObject', {
        'Object get(String fieldName)': get,
        'Object get(SObjectField field)': get,
        'Object put(String fieldName, Object value)': put,
        'Object put(SObjectField field, Object value)': put,
        'SObject getSObject(String fieldName)': getParent,
        'SObject getSObject(SObjectField field)': getParent,
        'SObject putSObject(String fieldName, SObject value)': putParent,
        'SObject putSObject(SObjectField field, SObject value)': putParent,
        'List<SObject> getSObjects(String fieldName)': (self: SObject, name: string) => {
            requireArguments(name);
            const canonical = self.canonical(name);
            const value = canonical === undefined ? undefined : self.fields.get(canonical);
            if (
                value === undefined &&
                !context
                    .tx()
                    .schema.childRelationships(self.def)
                    .some((each) => each.name.toLowerCase() === name.toLowerCase())
            ) {
                throw apexException('SObjectException', `Invalid aggregate relationship ${name} for ${self.def.name}`);
            }
            return value instanceof ApexList && value.items.length > 0 ? value : null;
        },
        'SObjectType getSObjectType()': (self: SObject) => sobjectTypeOf(self.def),
        'Boolean isSet(String fieldName)': (self: SObject, name: string) => self.isSet(nameOf(name)),
        'Boolean isSet(SObjectField field)': (self: SObject, field: SObjectFieldToken) => self.isSet(nameOf(field)),
        'SObject clone()': clone,
        'SObject clone(Boolean preserveId)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
            clone,
        'Boolean isClone()': (self: SObject) => cloneSources.has(self),
        'Id getCloneSourceId()': (self: SObject) => cloneSources.get(self) ?? null,
        'Map<String,Object> getPopulatedFieldsAsMap()': (self: SObject) => self.populatedFields(),
        'void recalculateFormulas()': (self: SObject) => calculate(context.tx(), self),
        'Database.DMLOptions getOptions()': (self: SObject) => optionsOfRecord.get(self) ?? null,
        'void setOptions(Database.DMLOptions options)': (self: SObject, options: DmlOptionsValue) => {
            requireArguments(options);
            optionsOfRecord.set(self, options);
            self.truncatesText = options.truncates;
        },
        ...errorMembers()
    })
];
