/** Joins the classes of several library modules: one platform class (`System`, `Id`) may be written in several files. */
import type { LibraryClass, LibraryModule } from '../runtime/library.ts';

/** One module that gives every class once, with the members of all entries of the same name. Throws on a clash. */
export function mergeLibraries(modules: readonly LibraryModule[]): LibraryModule {
    return (context) => {
        const merged = new Map<string, LibraryClass>();
        for (const entry of modules.flatMap((module) => [...module(context)])) {
            const key = `${entry.namespace}.${entry.name}`.toLowerCase();
            const known = merged.get(key);
            merged.set(key, known ? joined(known, entry) : entry);
        }
        return [...merged.values()];
    };
}

function joined(first: LibraryClass, second: LibraryClass): LibraryClass {
    const clash = Object.keys(second.members).find((signature) => signature in first.members);
    if (clash) throw new Error(`${first.name} has two implementations of ${clash}`);
    return {
        ...first,
        superclass: first.superclass ?? second.superclass,
        interfaces: [...new Set([...first.interfaces, ...second.interfaces])],
        isAbstract: first.isAbstract || second.isAbstract,
        isExtensible: first.isExtensible || second.isExtensible,
        members: { ...first.members, ...second.members },
        enumValues: [...first.enumValues, ...second.enumValues]
    };
}
