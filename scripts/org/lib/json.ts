/** `JSON`, `JSONParser`, `JSONGenerator`, `JSONToken` */
import { libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { JsonReader, untypedValue } from './jsonDeserialize.ts';
import { jsonGeneratorMembers, GeneratorValue } from './jsonGenerator.ts';
import { jsonParserMembers, jsonToken, ParserValue } from './jsonParser.ts';
import { serializeJson } from './jsonSerialize.ts';
import { parseJson } from './jsonTree.ts';
import { requireArguments } from './support.ts';
import { apexException } from '../values/exceptions.ts';
import type { TypeToken } from '../values/typeToken.ts';
import type { TypeValue } from './type.ts';

/** Types whose JSON is no object and no array, or anything. */
const SCALARS = new Set('Object String Id Boolean Integer Long Double Decimal Date Datetime Time Blob'.split(' '));

/**
 * The platform looks at the first sign before it reads further: a string where a list is wanted is malformed even if the
 * string never ends.
 */
function checkStart(text: string, type: TypeToken): void {
    const first = text.trimStart()[0] ?? '';
    if (!/[{["\-\d]/.test(first) || SCALARS.has(type.name)) return;
    const isList = type.base === 'List' || type.base === 'Set';
    if (first === (isList ? '[' : '{')) return;
    const expected = isList ? "'[' at the beginning of List/Set" : "'{' at the beginning of object";
    throw apexException('JSONException', `Malformed JSON: Expected ${expected}`);
}

function deserialize(context: RuntimeContext, text: string, type: TypeValue, isStrict: boolean): Value {
    requireArguments(text, type);
    if (context.program().classNamed(type.token.name)?.kind !== 'enum') checkStart(text, type.token);
    return new JsonReader(context, isStrict).read(parseJson(text), type.token);
}

/** `JSON`, `JSONParser`, `JSONGenerator`, `JSONToken` */
export const jsonLibrary: LibraryModule = (context) => [
    libraryClass('JSON', {
        'static JSONGenerator createGenerator(Boolean isPretty)': (isPretty: boolean) =>
            new GeneratorValue(isPretty === true),
        'static JSONParser createParser(String text)': (text: string) => {
            requireArguments(text);
            return new ParserValue(text);
        },
        'static Object deserialize(String text, Type type)': (text: string, type: TypeValue) =>
            deserialize(context, text, type, false),
        'static Object deserializeStrict(String text, Type type)': (text: string, type: TypeValue) =>
            deserialize(context, text, type, true),
        'static Object deserializeUntyped(String text)': (text: string) => {
            requireArguments(text);
            return untypedValue(parseJson(text));
        },
        'static String serialize(Object value)': (value: Value) =>
            serializeJson(value, { isPretty: false, suppressNulls: false }),
        'static String serialize(Object value, Boolean suppressNulls)': (value: Value, suppressNulls: boolean) =>
            serializeJson(value, { isPretty: false, suppressNulls: suppressNulls === true }),
        'static String serializePretty(Object value)': (value: Value) =>
            serializeJson(value, { isPretty: true, suppressNulls: false }),
        'static String serializePretty(Object value, Boolean suppressNulls)': (value: Value, suppressNulls: boolean) =>
            serializeJson(value, { isPretty: true, suppressNulls: suppressNulls === true })
    }),
    libraryClass('JSONParser', jsonParserMembers(context)),
    libraryClass('JSONGenerator', jsonGeneratorMembers),
    jsonToken.libraryClass
];
