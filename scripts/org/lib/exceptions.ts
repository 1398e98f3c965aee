/** `Exception` and all built-in exception types. */
import { libraryClass, type LibraryClass, type LibraryModule, type Member } from '../runtime/library.ts';
import { framesOfStack, frameText } from '../runtime/stacks.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import {
    ApexException,
    apexException,
    BUILT_IN_EXCEPTIONS,
    messageOf,
    type DmlErrorData
} from '../values/exceptions.ts';
import { typeToken } from '../values/typeToken.ts';
import { statusCode } from './enums.ts';
import { listType } from './support.ts';

function row(self: ApexException, index: number): DmlErrorData {
    const error = self.dmlErrors[index];
    if (!error) throw apexException('ListException', `List index out of bounds: ${index}`);
    return error;
}

const common: Record<string, Member> = {
    'Exception getCause()': (self: ApexException) => self.cause,
    'Integer getLineNumber()': (self: ApexException) => self.frames[0]?.line ?? 0,
    'String getMessage()': messageOf,
    'String getStackTraceString()': (self: ApexException) =>
        framesOfStack(self.stack ?? '')
            .map(frameText)
            .join('\n'),
    'String getTypeName()': (self: ApexException) => self.typeName,
    'void initCause(Exception cause)': (self: ApexException, cause: ApexException) => {
        if (self.cause) throw apexException('IllegalArgumentException', 'Cause already initialized');
        self.cause = cause;
    },
    'void setMessage(String message)': (self: ApexException, message: string) => {
        self.message = message;
        self.isMessageSet = true;
    },
    'String toString()': (self: ApexException) => `${self.typeName}: ${messageOf(self)}`
};

/** Rows of a DmlException or EmailException. */
const rows: Record<string, Member> = {
    'Integer getNumDml()': (self: ApexException) => self.dmlErrors.length,
    'List<String> getDmlFieldNames(Integer index)': (self: ApexException, index: number) =>
        new ApexList(listType('String'), [...row(self, index).fields]),
    'String getDmlId(Integer index)': (self: ApexException, index: number) => row(self, index).id,
    'Integer getDmlIndex(Integer index)': (self: ApexException, index: number) => row(self, index).index,
    'String getDmlMessage(Integer index)': (self: ApexException, index: number) => row(self, index).message,
    'String getDmlStatusCode(Integer index)': (self: ApexException, index: number) => row(self, index).statusCode,
    'StatusCode getDmlType(Integer index)': (self: ApexException, index: number) =>
        statusCode.of(row(self, index).statusCode)
};

const MAP_OF_FIELDS = typeToken('Map<String,Set<String>>');

/** Fields that a query in user mode may not read. */
const inaccessible: Record<string, Member> = {
    'Map<String,Set<String>> getInaccessibleFields()': (self: ApexException) =>
        new ApexMap(
            MAP_OF_FIELDS,
            [...self.inaccessibleFields].map(([object, fields]) => [
                object,
                new ApexSet(MAP_OF_FIELDS.args[1]!, fields)
            ])
        )
};

/** Methods that only some of the types have. */
const OWN_MEMBERS: Readonly<Record<string, Record<string, Member>>> = {
    DmlException: rows,
    EmailException: rows,
    QueryException: inaccessible
};

/** The four constructors that every exception class has. */
function constructors(typeName: string): Record<string, Member> {
    return {
        'new()': () => apexException(typeName, null),
        'new(String message)': (message: string) => apexException(typeName, message),
        'new(Exception cause)': (cause: ApexException) => apexException(typeName, cause && messageOf(cause), cause),
        'new(String message, Exception cause)': (message: string, cause: ApexException) =>
            apexException(typeName, message, cause)
    };
}

function builtIn(typeName: string, superclass: string): LibraryClass {
    const name = typeName.slice('System.'.length);
    const own = OWN_MEMBERS[name] ?? {};
    return libraryClass(
        name,
        { ...constructors(typeName), ...own },
        { superclass: superclass.replace('System.', ''), isExtensible: true }
    );
}

/** `Exception` and its built-in subclasses */
export const exceptionLibrary: LibraryModule = () => [
    libraryClass(
        'Exception',
        {
            // Reached through `super(...)` of user classes only: Exception itself is abstract.
            ...constructors('Exception'),
            ...common
        },
        { isAbstract: true, isExtensible: true }
    ),
    ...[...BUILT_IN_EXCEPTIONS].map(([typeName, superclass]) => builtIn(typeName, superclass))
];
