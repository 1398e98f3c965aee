/** `JSON`, `JSONParser`, `JSONGenerator`, `JSONToken` */
import { libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { JsonReader, untypedValue } from './jsonDeserialize.ts';
import { jsonGeneratorMembers, GeneratorValue } from './jsonGenerator.ts';
import { jsonParserMembers, jsonToken, ParserValue } from './jsonParser.ts';
import { serializeJson } from './jsonSerialize.ts';
import { parseJson } from './jsonTree.ts';
import { requireArguments } from './support.ts';
import type { TypeValue } from './type.ts';

function deserialize(context: RuntimeContext, text: string, type: TypeValue, isStrict: boolean): Value {
    requireArguments(text, type);
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
