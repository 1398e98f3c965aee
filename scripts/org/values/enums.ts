/** Constants of Apex enums. */
import { typeToken, type TypeToken } from './typeToken.ts';

/** One constant. Constants are compared by identity, so make them through `enumConstants`. */
export class EnumValue {
    readonly type: TypeToken;
    readonly name: string;
    readonly ordinal: number;

    constructor(type: TypeToken, name: string, ordinal: number) {
        this.type = type;
        this.name = name;
        this.ordinal = ordinal;
    }

    toString(): string {
        return this.name;
    }
}

const constants = new Map<string, readonly EnumValue[]>();

/**
 * The constants of an enum in declaration order. Asking again with the same type and names gives the same objects;
 * other names (a class was compiled again) replace them.
 */
export function enumConstants(typeName: string, names: readonly string[]): readonly EnumValue[] {
    const known = constants.get(typeName);
    if (known && known.length === names.length && known.every((constant, index) => constant.name === names[index]))
        return known;
    const type = typeToken(typeName);
    const made = names.map((name, ordinal) => new EnumValue(type, name, ordinal));
    constants.set(typeName, made);
    return made;
}

/** A constant of an enum that was declared through `enumConstants`; ignores case. Undefined when there is none. */
export function enumConstant(typeName: string, name: string): EnumValue | undefined {
    const wanted = name.toLowerCase();
    return constants.get(typeName)?.find((constant) => constant.name.toLowerCase() === wanted);
}
