/** `Assert`, and the assertions, `debug`, `equals` and `hashCode` of `System`. */
import { libraryClass, type LibraryModule, type Member } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { typeNameOf } from '../values/convert.ts';
import type { EnumValue } from '../values/enums.ts';
import { collectionEquals, hashCode } from '../values/equality.ts';
import { AssertException } from '../values/exceptions.ts';
import { toText } from '../values/text.ts';
import { writeDebug } from './debugLog.ts';
import type { TypeValue } from './type.ts';

function fail(message: Value, detail = ''): never {
    const said = message === undefined || message === null ? '' : toText(message);
    throw new AssertException(['Assertion Failed', said, detail].filter((part) => part !== '').join(': '));
}

function assertTrue(condition: boolean | null, message?: Value): void {
    if (condition !== true) fail(message);
}

function assertFalse(condition: boolean | null, message?: Value): void {
    if (condition !== false) fail(message);
}

function assertEqual(expected: Value, actual: Value, message?: Value): void {
    if (!collectionEquals(expected, actual)) {
        fail(message, `Expected: ${toText(expected)}, Actual: ${toText(actual)}`);
    }
}

function assertNotEqual(expected: Value, actual: Value, message?: Value): void {
    if (collectionEquals(expected, actual)) fail(message, `Same value: ${toText(actual)}`);
}

/** Both forms of an assertion: without and with a message. */
function withMessage(signature: string, implementation: (...args: Value[]) => void): Record<string, Member> {
    const longer = signature.replace(/\)$/, ', Object message)').replace('(, ', '(');
    return { [`static void ${signature}`]: implementation, [`static void ${longer}`]: implementation };
}

/** `Assert`, `System` (in part) */
export const assertLibrary: LibraryModule = (context) => {
    const isInstance = (instance: Value, type: TypeValue): boolean =>
        instance !== null && context.isInstance(instance, type.token);
    return [
        libraryClass('Assert', {
            ...withMessage('areEqual(Object expected, Object actual)', assertEqual),
            ...withMessage('areNotEqual(Object notExpected, Object actual)', assertNotEqual),
            ...withMessage('isTrue(Boolean condition)', assertTrue),
            ...withMessage('isFalse(Boolean condition)', assertFalse),
            ...withMessage('isNull(Object value)', (value, message) => {
                if (value !== null) fail(message, `Expected: null, Actual: ${toText(value)}`);
            }),
            ...withMessage('isNotNull(Object value)', (value, message) => {
                if (value === null) fail(message, 'Expected a non-null value');
            }),
            ...withMessage('isInstanceOfType(Object instance, Type expectedType)', (instance, type, message) => {
                if (!isInstance(instance, type)) {
                    fail(message, `Expected type: ${type.token.name}, Actual type: ${typeNameOf(instance)}`);
                }
            }),
            ...withMessage('isNotInstanceOfType(Object instance, Type notExpectedType)', (instance, type, message) => {
                if (isInstance(instance, type)) fail(message, `Not expected type: ${type.token.name}`);
            }),
            'static void fail()': () => fail(null),
            'static void fail(Object message)': (message: Value) => fail(message)
        }),
        libraryClass('System', {
            ...withMessage('assert(Boolean condition)', assertTrue),
            ...withMessage('assertEquals(Object expected, Object actual)', assertEqual),
            ...withMessage('assertNotEquals(Object notExpected, Object actual)', assertNotEqual),
            'static void debug(Object message)': (message: Value) => writeDebug(context, 'DEBUG', message),
            'static void debug(LoggingLevel level, Object message)': (level: EnumValue, message: Value) =>
                writeDebug(context, level?.name ?? 'DEBUG', message),
            'static Boolean equals(Object left, Object right)': collectionEquals,
            'static Integer hashCode(Object value)': hashCode
        })
    ];
};
