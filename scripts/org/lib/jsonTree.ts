/** JSON values in memory, numbers as written. */
import { apexException } from '../values/exceptions.ts';
import { JsonTokens, type JsonToken } from './jsonTokens.ts';

/** A number with its digits, so that Decimal keeps its scale and Long its size. */
export class JsonNumber {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

export type JsonNode = string | boolean | null | JsonNumber | JsonNode[] | Map<string, JsonNode>;

/** Reads the value that starts with `first`; afterwards the reader stands behind its last token. */
export function readNode(tokens: { next(): JsonToken | null }, first: JsonToken): JsonNode {
    switch (first.kind) {
        case 'VALUE_STRING':
            return first.text;
        case 'VALUE_NUMBER_INT':
        case 'VALUE_NUMBER_FLOAT':
            return new JsonNumber(first.text);
        case 'VALUE_TRUE':
            return true;
        case 'VALUE_FALSE':
            return false;
        case 'VALUE_NULL':
            return null;
        case 'START_ARRAY': {
            const items: JsonNode[] = [];
            for (let token = tokens.next()!; token.kind !== 'END_ARRAY'; token = tokens.next()!) {
                items.push(readNode(tokens, token));
            }
            return items;
        }
        case 'START_OBJECT': {
            const fields = new Map<string, JsonNode>();
            for (let token = tokens.next()!; token.kind !== 'END_OBJECT'; token = tokens.next()!) {
                fields.set(token.text, readNode(tokens, tokens.next()!));
            }
            return fields;
        }
        default:
            throw apexException('JSONException', `Unexpected token ${first.kind}`);
    }
}

/** Parses a whole text. Throws JSONException, also for an empty text. */
export function parseJson(source: string): JsonNode {
    const tokens = new JsonTokens(source);
    const first = tokens.next();
    if (!first) throw apexException('JSONException', 'No content to map to Object due to end of input');
    const node = readNode(tokens, first);
    tokens.next();
    return node;
}
