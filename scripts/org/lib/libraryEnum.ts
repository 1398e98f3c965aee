/** Enums of the platform library: the class entry for the compiler and the constants for implementations. */
import { libraryClass, type LibraryClass } from '../runtime/library.ts';
import { enumConstants, type EnumValue } from '../values/enums.ts';

export interface LibraryEnum {
    readonly libraryClass: LibraryClass;
    /** The constant; throws for a name that is not declared (a mistake in the library itself). */
    of(name: string): EnumValue;
}

/**
 * @param name as in `libraryClass`: with its namespace unless that is System or Schema
 * @param values constants in declaration order
 */
export function libraryEnum(name: string, namespace: string, values: readonly string[]): LibraryEnum {
    return {
        libraryClass: libraryClass(name, {}, { kind: 'enum', namespace, enumValues: values }),
        of: (constant) => {
            const found = enumConstants(name, values).find((value) => value.name === constant);
            if (!found) {
                throw new Error(`${name} has no constant ${constant}`);
            }
            return found;
        }
    };
}
