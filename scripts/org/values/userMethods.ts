/** Finds the methods that user classes may define to take part in equality, hashing, text and order. */
import type { ClassMeta, FieldMeta, MethodMeta } from '../runtime/program.ts';
import { ApexException, ApexObject } from './exceptions.ts';

export interface UserMethods {
    readonly equals: MethodMeta | null;
    readonly hashCode: MethodMeta | null;
    readonly toString: MethodMeta | null;
    readonly compareTo: MethodMeta | null;
    /** Instance fields of the whole hierarchy, superclass first. */
    readonly fields: readonly FieldMeta[];
}

const cache = new WeakMap<object, UserMethods>();

/** Class metadata of an instance, most derived first. Library instances without metadata give an empty list. */
export function metaChain(instance: ApexObject): ClassMeta[] {
    const chain: ClassMeta[] = [];
    let type = instance.constructor as typeof ApexObject;
    while (type && type !== ApexObject && type !== ApexException && typeof type === 'function') {
        if (Object.hasOwn(type, 'meta') && type.meta) chain.push(type.meta);
        type = Object.getPrototypeOf(type) as typeof ApexObject;
    }
    return chain;
}

/** The methods of one instance's class, looked up once per class. */
export function userMethods(instance: ApexObject): UserMethods {
    const type = instance.constructor;
    let methods = cache.get(type);
    if (!methods) {
        const chain = metaChain(instance);
        const find = (name: string, count: number): MethodMeta | null => {
            for (const meta of chain) {
                const found = meta.methods.find(
                    (method) =>
                        !method.isStatic &&
                        !method.isAbstract &&
                        method.parameters.length === count &&
                        method.name.toLowerCase() === name
                );
                if (found) return found;
            }
            return null;
        };
        methods = {
            equals: find('equals', 1),
            hashCode: find('hashcode', 0),
            toString: find('tostring', 0),
            compareTo: find('compareto', 1),
            fields: [...chain].reverse().flatMap((meta) => meta.fields.filter((field) => !field.isStatic))
        };
        cache.set(type, methods);
    }
    return methods;
}
