/** `JSONParser`: walks over JSON token by token. */
import type { Member, RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { EnumValue } from '../values/enums.ts';
import { apexException } from '../values/exceptions.ts';
import { typeToken } from '../values/typeToken.ts';
import { JsonReader } from './jsonDeserialize.ts';
import { JsonTokens, type JsonToken } from './jsonTokens.ts';
import { readNode } from './jsonTree.ts';
import { libraryEnum } from './libraryEnum.ts';
import type { TypeValue } from './type.ts';

export const jsonToken = libraryEnum('JSONToken', 'System', [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE'
]);

/** An Apex `JSONParser`. */
export class ParserValue {
    readonly typeName = 'JSONParser';
    private readonly tokens: JsonTokens;
    current: JsonToken | null = null;
    lastCleared: JsonToken | null = null;

    constructor(text: string) {
        this.tokens = new JsonTokens(text);
    }

    next(): JsonToken | null {
        this.current = this.tokens.next();
        return this.current;
    }

    /** The current token; throws JSONException when there is none. */
    required(): JsonToken {
        if (!this.current) throw apexException('JSONException', 'No current token');
        return this.current;
    }

    skipChildren(): void {
        if (this.current?.kind !== 'START_OBJECT' && this.current?.kind !== 'START_ARRAY') return;
        for (let depth = 1; depth > 0;) {
            const token = this.next();
            if (!token) return;
            if (token.kind.startsWith('START_')) depth++;
            else if (token.kind.startsWith('END_')) depth--;
        }
    }

    toText(): string {
        return 'JSONParser';
    }
}

function tokenValue(token: JsonToken | null): EnumValue | null {
    return token && jsonToken.of(token.kind);
}

/** `getIntegerValue()` and so on: the current token as a value of that type. */
function scalar(context: RuntimeContext, type: string): (self: ParserValue) => Value {
    const target = typeToken(type);
    return (self) => {
        const token = self.required();
        if (!token.kind.startsWith('VALUE_')) {
            throw apexException('JSONException', `Current token (${token.kind}) is no value of type ${type}`);
        }
        return new JsonReader(context, false).read(readNode({ next: () => self.next() }, token), target);
    };
}

function readValueAs(context: RuntimeContext, self: ParserValue, type: TypeValue, isStrict: boolean): Value {
    if (!self.current) self.next();
    if (self.current?.kind === 'FIELD_NAME') self.next();
    const node = readNode({ next: () => self.next() }, self.required());
    return new JsonReader(context, isStrict).read(node, type.token);
}

/** Members of `JSONParser`. */
export function jsonParserMembers(context: RuntimeContext): Record<string, Member> {
    return {
        'void clearCurrentToken()': (self: ParserValue) => {
            self.lastCleared = self.current;
            self.current = null;
        },
        'Blob getBlobValue()': scalar(context, 'Blob'),
        'Boolean getBooleanValue()': scalar(context, 'Boolean'),
        'String getCurrentName()': (self: ParserValue) => self.current?.name ?? null,
        'JSONToken getCurrentToken()': (self: ParserValue) => tokenValue(self.current),
        'Datetime getDateTimeValue()': scalar(context, 'Datetime'),
        'Date getDateValue()': scalar(context, 'Date'),
        'Decimal getDecimalValue()': scalar(context, 'Decimal'),
        'Double getDoubleValue()': scalar(context, 'Double'),
        'Id getIdValue()': scalar(context, 'Id'),
        'Integer getIntegerValue()': scalar(context, 'Integer'),
        'JSONToken getLastClearedToken()': (self: ParserValue) => tokenValue(self.lastCleared),
        'Long getLongValue()': scalar(context, 'Long'),
        'String getText()': (self: ParserValue) => self.current?.text ?? null,
        'Time getTimeValue()': scalar(context, 'Time'),
        'Boolean hasCurrentToken()': (self: ParserValue) => self.current !== null,
        'JSONToken nextToken()': (self: ParserValue) => tokenValue(self.next()),
        'JSONToken nextValue()': (self: ParserValue) => {
            const token = self.next();
            return tokenValue(token?.kind === 'FIELD_NAME' ? self.next() : token);
        },
        'Object readValueAs(Type type)': (self: ParserValue, type: TypeValue) =>
            readValueAs(context, self, type, false),
        'Object readValueAsStrict(Type type)': (self: ParserValue, type: TypeValue) =>
            readValueAs(context, self, type, true),
        'void skipChildren()': (self: ParserValue) => self.skipChildren()
    };
}
