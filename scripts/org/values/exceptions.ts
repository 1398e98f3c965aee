/** The root of user classes, the Apex exception tree, and the two failures that Apex cannot catch. */
import type { ClassMeta } from '../runtime/program.ts';

/** Root of all classes that Apex code declares. Compiled classes carry `static meta`. */
export class ApexObject {
    static meta: ClassMeta | null = null;
}

export interface StackFrame {
    readonly className: string;
    /** A class when absent. */
    readonly kind?: 'class' | 'trigger' | 'anonymous';
    readonly method: string;
    readonly line: number;
}

export interface DmlErrorData {
    /** Row of the record in the list that was saved. */
    readonly index: number;
    readonly id: string | null;
    readonly message: string;
    readonly statusCode: string;
    readonly fields: readonly string[];
}

let mapStack: (jsStack: string) => readonly StackFrame[] = () => [];

/** The runtime tells how a JavaScript stack text becomes Apex frames (line map of the compiler). */
export function setStackMapper(mapper: (jsStack: string) => readonly StackFrame[]): void {
    mapStack = mapper;
}

/**
 * Built-in exception types and their superclass. All but a handful extend Exception directly.
 * Names are as `getTypeName()` gives them.
 */
export const BUILT_IN_EXCEPTIONS: ReadonlyMap<string, string> = new Map(
    [
        'AssertException',
        'AsyncException',
        'AuraException',
        'AuraHandledException',
        'BigObjectException',
        'CalloutException',
        'DataWeaveScriptException',
        'DmlException',
        'DuplicateMessageException',
        'EmailException',
        'ExternalObjectException',
        'FatalCursorException',
        'FinalException',
        'FlowException',
        'HandledException',
        'IllegalArgumentException',
        'InvalidHeaderException',
        'InvalidParameterValueException',
        'InvalidReadTimeoutException',
        'JSONException',
        'LicenseException',
        'LimitException',
        'ListException',
        'MathException',
        'NoAccessException',
        'NoDataFoundException',
        'NoSuchElementException',
        'NullPointerException',
        'ProcedureException',
        'QueryException',
        'RequiredFeatureMissingException',
        'SearchException',
        'SecurityException',
        'SerializationException',
        'SObjectException',
        'StringException',
        'TouchHandledException',
        'TransientCursorException',
        'TypeException',
        'UnexpectedException',
        'UnsupportedOperationException',
        'VisualforceException',
        'XmlException'
    ].map((name) => [`System.${name}`, name === 'AuraHandledException' ? 'System.HandledException' : 'Exception'])
);

const builtInByLowerName = new Map([...BUILT_IN_EXCEPTIONS.keys()].map((name) => [name.toLowerCase(), name]));

/** `System.QueryException` for any spelling of `QueryException`; other names come back as they are. */
export function canonicalExceptionName(name: string): string {
    const lower = name.toLowerCase();
    return builtInByLowerName.get(lower.startsWith('system.') ? lower : `system.${lower}`) ?? name;
}

const NOTHING_INACCESSIBLE: ReadonlyMap<string, ReadonlySet<string>> = new Map();

/** What `throw` throws. User exceptions extend it; built-in ones are instances with `typeName` set. */
export class ApexException extends ApexObject {
    message: string | null = null;
    cause: ApexException | null = null;
    /** `System.QueryException` for built-in types, the class name for user ones. */
    typeName: string;
    /** Rows of a System.DmlException; empty for others. */
    dmlErrors: DmlErrorData[] = [];
    /** What a query in user mode may not read: object to fields (QueryException.getInaccessibleFields). */
    inaccessibleFields: ReadonlyMap<string, ReadonlySet<string>> = NOTHING_INACCESSIBLE;
    /** True after setMessage: an AuraHandledException hides its message before. */
    isMessageSet = false;
    /** JavaScript stack at construction; the runtime may replace it (null pointer errors keep the original one). */
    declare stack: string;

    constructor() {
        super();
        this.typeName = (this.constructor as typeof ApexObject).meta?.name ?? 'Exception';
        Error.captureStackTrace(this, ApexException);
    }

    /** Apex frames, innermost first. */
    get frames(): readonly StackFrame[] {
        return mapStack(this.stack);
    }

    /** For logs and failure lists: `System.DmlException: Insert failed. ...`. */
    override toString(): string {
        return this.message === null ? this.typeName : `${this.typeName}: ${this.message}`;
    }
}

/** What `getMessage()` says of exceptions without a message, and of AuraHandledException unless setMessage was called. */
const NO_MESSAGE = 'Script-thrown exception';

/** The text of `getMessage()`. */
export function messageOf(exception: ApexException): string {
    const isHidden = exception.typeName === 'System.AuraHandledException' && !exception.isMessageSet;
    return isHidden ? NO_MESSAGE : (exception.message ?? NO_MESSAGE);
}

/** A built-in exception, `NullPointerException` or `System.NullPointerException`. */
export function apexException(
    typeName: string,
    message: string | null,
    cause: ApexException | null = null
): ApexException {
    const exception = new ApexException();
    exception.typeName = canonicalExceptionName(typeName);
    exception.message = message;
    exception.cause = cause;
    return exception;
}

/** A System.DmlException with its rows. `message` is the whole text, as `getMessage()` gives it. */
export function dmlException(message: string, errors: readonly DmlErrorData[]): ApexException {
    const exception = apexException('DmlException', message);
    exception.dmlErrors = [...errors];
    return exception;
}

/** True when a `catch (typeName e)` takes this value: built-in names with or without `System.`, user classes by name. */
export function isExceptionOf(thrown: unknown, typeName: string): boolean {
    if (!(thrown instanceof ApexException)) return false;
    const wanted = canonicalExceptionName(typeName);
    if (wanted.toLowerCase() === 'exception' || wanted.toLowerCase() === 'system.exception') return true;
    for (let name: string | undefined = thrown.typeName; name; name = BUILT_IN_EXCEPTIONS.get(name)) {
        if (name === wanted) return true;
    }
    let type = thrown.constructor as typeof ApexObject;
    while (type && type !== ApexException && type !== ApexObject) {
        if (type.meta?.name.toLowerCase() === wanted.toLowerCase()) return true;
        type = Object.getPrototypeOf(type) as typeof ApexObject;
    }
    return false;
}

/** A governor limit was passed. Not part of the Apex tree: no Apex `catch` sees it. */
export class LimitException extends Error {
    readonly typeName = 'System.LimitException';

    constructor(message: string) {
        super(message);
        this.name = 'System.LimitException';
    }

    /** Apex frames, innermost first. */
    get frames(): readonly StackFrame[] {
        return mapStack(this.stack ?? '');
    }
}

/**
 * A failed assertion. The reference says of System.assert: "You can't catch an assertion failure using a try/catch block
 * even though it is logged as an exception." So it is not part of the Apex tree either.
 */
export class AssertException extends Error {
    readonly typeName = 'System.AssertException';

    constructor(message: string) {
        super(message);
        this.name = 'System.AssertException';
    }

    /** Apex frames, innermost first. */
    get frames(): readonly StackFrame[] {
        return mapStack(this.stack ?? '');
    }
}

/** The local org does not have that feature. Not part of the Apex tree: no Apex `catch` sees it. */
export class Unsupported extends Error {
    readonly feature: string;

    constructor(feature: string) {
        super(`Unsupported: ${feature}`);
        this.name = 'Unsupported';
        this.feature = feature;
    }
}
