/** Calls of `@AuraEnabled` methods from the browser host. */
import type { MethodMeta, Program } from '../runtime/program.ts';
import { inCodeUnit } from '../runtime/requestLog.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Schema } from '../schema/model.ts';
import { ApexException, AssertException, LimitException, Unsupported } from '../values/exceptions.ts';
import { metaChain } from '../values/userMethods.ts';
import { fromJson, toJson, type Json } from './auraJson.ts';
import type { OrgTransaction } from './transaction.ts';

/** Body of a failed call, as the platform shapes it. */
export interface ControllerError {
    readonly exceptionType: string;
    readonly isUserDefinedException: boolean;
    readonly message: string;
    readonly stackTrace: string;
}

export type ControllerAnswer =
    | { readonly state: 'SUCCESS'; readonly returnValue: Json }
    | { readonly state: 'ERROR'; readonly error: ControllerError };

/** An `@AuraEnabled` static method by class and name, ignoring case; undefined when there is none. */
export function controllerMethod(program: Program, className: string, methodName: string): MethodMeta | undefined {
    return program
        .classNamed(className)
        ?.methods.find(
            (method) =>
                method.isStatic &&
                method.name.toLowerCase() === methodName.toLowerCase() &&
                method.annotations.some((annotation) => annotation.name === 'auraenabled')
        );
}

/** True for methods whose result a wire may keep: they may not write. */
export function isCacheable(method: MethodMeta): boolean {
    return method.annotations.some(
        (annotation) => annotation.name === 'auraenabled' && annotation.params.cacheable?.toLowerCase() === 'true'
    );
}

/** Reads the arguments, calls the method, writes the result. Apex exceptions pass through. */
export function invokeController(
    tx: OrgTransaction,
    program: Program,
    schema: Schema,
    className: string,
    method: MethodMeta,
    params: Readonly<Record<string, Json>>
): Json {
    if (isCacheable(method)) {
        tx.limits.forbidDml();
    }
    const reader = { schema, classNamed: (name: string) => program.classNamed(name) };
    const byLowerName = new Map(Object.entries(params).map(([name, value]) => [name.toLowerCase(), value]));
    const args = method.parameters.map((parameter) =>
        fromJson(byLowerName.get(parameter.name.toLowerCase()), parameter.type, reader)
    );
    return inCodeUnit(tx, `apex://${className}/ACTION$${method.name}`, () => toJson(method.invoke(null, args)));
}

/**
 * The body for an error that Apex code threw; undefined for mistakes of the local org itself, which must stay loud.
 */
export function controllerError(error: unknown, runtime: Runtime): ControllerError | undefined {
    const failure = runtime.normalizeError(error);
    if (failure instanceof ApexException) {
        return {
            exceptionType: failure.typeName,
            isUserDefinedException: metaChain(failure).length > 0,
            message: failure.message ?? 'Script-thrown exception',
            stackTrace: runtime.stackTraceOf(failure)
        };
    }
    if (failure instanceof LimitException || failure instanceof AssertException || failure instanceof Unsupported) {
        return {
            exceptionType: failure.name,
            isUserDefinedException: false,
            message: failure.message,
            stackTrace: runtime.stackTraceOf(failure)
        };
    }
    return undefined;
}
