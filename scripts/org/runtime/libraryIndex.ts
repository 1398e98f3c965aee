/** Library classes at run time: merging of modules, and dynamic calls of their methods. */
import { Unsupported } from '../values/exceptions.ts';
import { typeNameOf } from '../values/convert.ts';
import { SObject } from '../values/sobject.ts';
import type { TypeToken } from '../values/typeToken.ts';
import { readSignature } from '../types/signatures.ts';
import type { Implementation, LibraryClass } from './library.ts';
import type { Value } from './program.ts';

/** Several modules may each contribute members to one class (System, Database): they become one entry. */
export function mergeLibraryClasses(all: readonly LibraryClass[]): LibraryClass[] {
    const byName = new Map<string, LibraryClass>();
    for (const one of all) {
        const key = baseName(one.name).toLowerCase();
        const known = byName.get(key);
        byName.set(
            key,
            known
                ? {
                      ...known,
                      superclass: known.superclass ?? one.superclass,
                      interfaces: [...new Set([...known.interfaces, ...one.interfaces])],
                      isExtensible: known.isExtensible || one.isExtensible,
                      members: { ...known.members, ...one.members },
                      enumValues: known.enumValues.length ? known.enumValues : one.enumValues
                  }
                : one
        );
    }
    return [...byName.values()];
}

function baseName(name: string): string {
    const open = name.indexOf('<');
    return open < 0 ? name : name.slice(0, open);
}

function plainName(name: string): string {
    return baseName(name)
        .toLowerCase()
        .replace(/^(system|schema)\./, '');
}

export class LibraryIndex {
    private readonly byName = new Map<string, LibraryClass>();
    private readonly calls = new Map<string, Implementation | null>();

    constructor(classes: readonly LibraryClass[]) {
        for (const one of classes) this.byName.set(plainName(one.name), one);
    }

    /** Class of a library value. */
    classOf(value: Value): LibraryClass | undefined {
        if (value instanceof SObject) return this.byName.get('sobject');
        return this.byName.get(plainName(typeNameOf(value)));
    }

    /** The class, its superclasses and interfaces, by plain lower-case name. */
    private ancestors(start: LibraryClass): Set<string> {
        const names = new Set<string>();
        const pending = [start];
        for (let one = pending.pop(); one; one = pending.pop()) {
            const name = plainName(one.name);
            if (names.has(name)) continue;
            names.add(name);
            for (const parent of [one.superclass, ...one.interfaces]) {
                if (!parent) continue;
                names.add(plainName(parent));
                const found = this.byName.get(plainName(parent));
                if (found && found !== one) {
                    names.delete(plainName(parent));
                    pending.push(found);
                }
            }
        }
        return names;
    }

    isInstance(value: Value, type: TypeToken): boolean {
        const found = this.classOf(value);
        if (!found) return plainName(typeNameOf(value)) === plainName(type.base);
        return this.ancestors(found).has(plainName(type.base));
    }

    /** Calls an instance method of a library value by name and number of arguments. */
    invoke(target: Value, method: string, args: readonly Value[]): Value {
        const found = this.classOf(target);
        const name = found?.name ?? typeNameOf(target);
        const key = `${name}.${method.toLowerCase()}/${args.length}`;
        let implementation = this.calls.get(key);
        if (implementation === undefined) {
            implementation = found ? this.find(found, method.toLowerCase(), args.length) : null;
            this.calls.set(key, implementation);
        }
        if (implementation) return implementation(target, ...args);
        // Objects of the library that implement an interface may simply have the method.
        if (typeof target[method] === 'function') return target[method](...args) ?? null;
        throw new Unsupported(`${name}.${method}`);
    }

    private find(one: LibraryClass, lower: string, count: number): Implementation | null {
        for (const name of [plainName(one.name), ...this.ancestors(one), 'object']) {
            for (const [text, member] of Object.entries(this.byName.get(name)?.members ?? {})) {
                if (typeof member !== 'function') continue;
                const signature = readSignature(text);
                const fits =
                    signature.kind === 'method' && !signature.isStatic && signature.name.toLowerCase() === lower;
                if (fits && signature.parameters.length === count) return member;
            }
        }
        return null;
    }
}
