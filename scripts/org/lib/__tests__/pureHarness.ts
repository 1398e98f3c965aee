/** Calls members of the pure library as compiled Apex would, against a small fake org. */
import type { LibraryClass, RuntimeContext } from '../../runtime/library.ts';
import type { ClassMeta, Value } from '../../runtime/program.ts';
import type { ChildRelationship, ObjectDef } from '../../schema/model.ts';
import { ApexObject } from '../../values/exceptions.ts';
import { userMethods, metaChain } from '../../values/userMethods.ts';
import { readSignature } from '../../types/signatures.ts';
import { typeToken } from '../../values/typeToken.ts';
import { account } from '../../values/__tests__/fixtures.ts';
import { pureLibraries } from '../pure.ts';

export interface Harness {
    /** Static method, instance method (receiver first) or `new`, by class, name and number of arguments. */
    readonly call: (target: string, ...args: Value[]) => Value;
    readonly context: RuntimeContext;
    readonly classes: readonly LibraryClass[];
    /** Classes that `Type.forName` and JSON know. */
    readonly metas: ClassMeta[];
    readonly user: { timeZone: string; locale: string };
    now: number;
}

const objects: readonly ObjectDef[] = [account];

function find(name: string): ObjectDef | undefined {
    return objects.find((def) => def.name.toLowerCase() === name.toLowerCase());
}

export function createHarness(): Harness {
    const metas: ClassMeta[] = [];
    const user = { timeZone: 'America/Chicago', locale: 'en_US' };
    const slots = new Map<symbol, unknown>();
    const parent = account.fields.get('parentid')!;
    const children: ChildRelationship[] = [{ name: 'ChildAccounts', childObject: account, field: parent }];
    const transaction = {
        schema: {
            object: find,
            objectByPrefix: (prefix: string) => objects.find((def) => def.keyPrefix === prefix),
            objects,
            parentRelationship: (_: ObjectDef, name: string) => (name.toLowerCase() === 'parent' ? parent : undefined),
            childRelationships: () => children
        },
        clock: { now: () => harness.now },
        user,
        slot: (key: symbol, create: () => unknown) => {
            if (!slots.has(key)) slots.set(key, create());
            return slots.get(key);
        }
    };
    const context = {
        tx: () => transaction,
        program: () => ({
            classNamed: (name: string) => metas.find((one) => one.name.toLowerCase() === name.toLowerCase())
        }),
        invoke: (target: Value, method: string, args: Value[]) => {
            if (!(target instanceof ApexObject)) return target[method](...args);
            const found = metaChain(target)
                .flatMap((meta) => meta.methods)
                .find((one) => one.name === method);
            return (found ?? userMethods(target).compareTo)!.invoke(target, args);
        },
        isInstance: (value: Value, type: { name: string }) =>
            value instanceof ApexObject && metaChain(value).some((meta) => meta.name === type.name),
        callStack: () => [{ className: 'Caller', method: 'run', line: 7 }],
        callerAccess: () => ({ withSharing: true, defaultMode: 'system' })
    } as unknown as RuntimeContext;
    const classes = pureLibraries.flatMap((module) => [...module(context)]);

    function call(target: string, ...args: Value[]): Value {
        const [name = '', member = ''] = target.split('.');
        const own = classes.filter((one) => one.name.split('<')[0] === name);
        const inherited = classes.filter((one) => one.name === own[0]?.superclass || one.name === 'Object');
        for (const one of [...own, ...inherited]) {
            for (const [text, implementation] of Object.entries(one.members)) {
                if (typeof implementation !== 'function') continue;
                const signature = readSignature(text);
                const isGeneric = signature.kind === 'constructor' && one.name.includes('<');
                const receiver = (signature.kind === 'method' && !signature.isStatic) || isGeneric ? 1 : 0;
                const fits = signature.name === member && signature.parameters.length + receiver === args.length;
                if (
                    fits &&
                    signature.parameters.every((parameter, at) =>
                        isOf(args[at + receiver], parameter.type.parts[0]!.name)
                    )
                ) {
                    return implementation(...args);
                }
            }
        }
        throw new Error(`No ${target} for ${args.length} arguments`);
    }
    const harness: Harness = { call, context, classes, metas, user, now: Date.UTC(2026, 0, 15, 12, 0, 0) };
    return harness;
}

const JS_TYPES: Readonly<Record<string, string>> = {
    Integer: 'number',
    Long: 'bigint',
    String: 'string',
    Id: 'string',
    Boolean: 'boolean'
};

/** Rough overload resolution: by the JavaScript type of primitives and the class name of the others. */
function isOf(value: Value, type: string): boolean {
    if (value === null || type === 'Object' || type.length === 1) return true;
    const wanted = JS_TYPES[type];
    if (wanted) return typeof value === wanted;
    if (typeof value !== 'object') return false;
    const own = value.constructor.name;
    const names: Readonly<Record<string, string>> = {
        Double: 'ApexDouble',
        Date: 'ApexDate',
        Datetime: 'ApexDatetime',
        Time: 'ApexTime',
        List: 'ApexList',
        Set: 'ApexSet',
        Map: 'ApexMap'
    };
    return own === (names[type] ?? type) || !(type in names || ['Decimal', 'Blob'].includes(type));
}

export const LIST_OF_STRING = typeToken('List<String>');
