/** Calls of `@RestResource` classes: which method answers, and what it reads and writes. */
import { openRestCall, restAnswer, type RestAnswer, type RestCall } from '../lib/rest.ts';
import type { ClassMeta, MethodMeta, Program } from '../runtime/program.ts';
import { Unsupported } from '../values/exceptions.ts';
import type { OrgTransaction } from './transaction.ts';

export interface RestTarget {
    readonly resource: ClassMeta;
    /** Undefined when the class answers other HTTP methods only. */
    readonly method: MethodMeta | undefined;
    /** HTTP methods that the class answers. */
    readonly allowed: readonly string[];
}

const HTTP = /^http(get|post|put|patch|delete)$/;

/** The class whose mapping fits best: an exact one before a wildcard, a longer one before a shorter. */
export function restTarget(program: Program, httpMethod: string, path: string): RestTarget | undefined {
    const [best] = program.classes
        .map((resource) => ({ resource, mapping: mappingOf(resource) }))
        .filter(({ mapping }) => mapping !== undefined && fits(mapping, path))
        .sort((a, b) => rank(b.mapping!) - rank(a.mapping!));
    if (best === undefined) {
        return undefined;
    }
    const verbs = best.resource.methods.flatMap((method) =>
        method.annotations
            .map((annotation) => HTTP.exec(annotation.name)?.[1]?.toUpperCase())
            .filter((verb) => verb !== undefined)
            .map((verb) => ({ verb, method }))
    );
    return {
        resource: best.resource,
        method: verbs.find(({ verb }) => verb === httpMethod)?.method,
        allowed: verbs.map(({ verb }) => verb)
    };
}

/** Runs the method with `RestContext` filled. Apex exceptions pass through. */
export function invokeRest(tx: OrgTransaction, method: MethodMeta, call: RestCall): RestAnswer {
    if (method.parameters.length > 0) {
        throw new Unsupported(`Apex REST method with parameters: ${method.name}`);
    }
    openRestCall(tx, call);
    const result = method.invoke(null, []);
    if (result !== null && result !== undefined) {
        throw new Unsupported(`Apex REST method with a result: ${method.name}`);
    }
    return restAnswer(tx);
}

/** An answer that is an error, in the platform's shape. */
export function restRefusal(status: number, errorCode: string, message: string): RestAnswer {
    const body = new TextEncoder().encode(JSON.stringify([{ errorCode, message }]));
    return { status, headers: { 'Content-Type': 'application/json' }, body };
}

function mappingOf(resource: ClassMeta): string | undefined {
    return resource.annotations.find((annotation) => annotation.name === 'restresource')?.params['urlmapping'];
}

function fits(mapping: string, path: string): boolean {
    const stem = mapping.replace(/\/\*$/, '');
    return path === stem || path === `${stem}/` || (mapping.endsWith('/*') && path.startsWith(`${stem}/`));
}

function rank(mapping: string): number {
    return mapping.length * 2 + (mapping.endsWith('/*') ? 0 : 1);
}
