/** JSON of library types. A type without a form here is refused, as the platform refuses it. */
import type { Value } from '../runtime/program.ts';
import type { TypeToken } from '../values/typeToken.ts';
import type { JsonNode } from './jsonTree.ts';

/** A library value that can be written: as a string, or as an object with these members. */
export interface JsonWritable {
    toJson(): string | readonly (readonly [name: string, value: Value])[];
}

/** Reads a member of the object, null when it is not there; names compare without regard to case. */
export type MemberReader = (name: string, type: TypeToken) => Value;

/** Makes a library value from its JSON object. */
export type JsonFactory = (member: MemberReader) => Value;

const factories = new Map<string, JsonFactory>();

/** Says how values of a library type are made from JSON. */
export function readableFromJson(typeName: string, factory: JsonFactory): void {
    factories.set(typeName.toLowerCase(), factory);
}

/** The value of a library type that a JSON object describes; undefined when the type cannot be read. */
export function readLibraryValue(
    typeName: string,
    node: ReadonlyMap<string, JsonNode>,
    read: (node: JsonNode, type: TypeToken) => Value
): Value | undefined {
    const members = new Map([...node].map(([name, content]) => [name.toLowerCase(), content]));
    return factories.get(typeName.toLowerCase())?.((name, type) => read(members.get(name.toLowerCase()) ?? null, type));
}

/** True for library values that say what their JSON is. */
export function isJsonWritable(value: Value): value is JsonWritable {
    return typeof (value as Partial<JsonWritable> | null)?.toJson === 'function';
}
