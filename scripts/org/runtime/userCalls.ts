/** Calls of methods of user objects by name, as the library does them. */
import { ApexObject } from '../values/exceptions.ts';
import { metaChain } from '../values/userMethods.ts';
import type { TypeToken } from '../values/typeToken.ts';
import type { MethodMeta, Value } from './program.ts';

type InstanceTest = (value: Value, type: TypeToken) => boolean;

const cache = new WeakMap<object, Map<string, readonly MethodMeta[]>>();

/** Methods of the instance's class hierarchy, most derived first, by lower-case name and number of parameters. */
function candidates(instance: ApexObject, lower: string, count: number): readonly MethodMeta[] {
    const type = instance.constructor;
    let byKey = cache.get(type);
    if (!byKey) cache.set(type, (byKey = new Map()));
    const key = `${lower}/${count}`;
    let found = byKey.get(key);
    if (!found) {
        found = metaChain(instance).flatMap((meta) =>
            meta.methods.filter((method) => method.parameters.length === count && method.name.toLowerCase() === lower)
        );
        byKey.set(key, found);
    }
    return found;
}

/**
 * The method of a user's object that fits; null when it has none of that name and number of arguments, or when the value
 * is no user's object. When several fit by number, the types of the arguments decide.
 */
export function findUserMethod(
    target: Value,
    name: string,
    args: readonly Value[],
    isInstance: InstanceTest
): MethodMeta | null {
    if (!(target instanceof ApexObject)) return null;
    const found = candidates(target, name.toLowerCase(), args.length);
    if (found.length <= 1) return found[0] ?? null;
    const fitting = found.filter((method) =>
        method.parameters.every((parameter, i) => args[i] === null || isInstance(args[i], parameter.type))
    );
    const specific = fitting.find((method) => method.parameters.every((parameter) => parameter.type.name !== 'Object'));
    return specific ?? fitting[0] ?? found[0] ?? null;
}
