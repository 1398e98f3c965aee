/** `JSONGenerator`: writes JSON piece by piece. */
import type { Member } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { apexException } from '../values/exceptions.ts';
import { writeValue } from './jsonSerialize.ts';
import { JsonWriter } from './jsonWriter.ts';

/** An Apex `JSONGenerator`. */
export class GeneratorValue {
    readonly typeName = 'JSONGenerator';
    readonly writer: JsonWriter;
    isClosed = false;

    constructor(isPretty: boolean) {
        this.writer = new JsonWriter(isPretty);
    }

    /** The writer; throws JSONException after `close()`. */
    get open(): JsonWriter {
        if (this.isClosed) throw apexException('JSONException', 'The generator is closed');
        return this.writer;
    }

    toText(): string {
        return 'JSONGenerator';
    }
}

const write = (self: GeneratorValue, value: Value): void => writeValue(self.open, value, false);

function writeField(self: GeneratorValue, name: string, value: Value): void {
    self.open.fieldName(name);
    writeValue(self.open, value, false);
}

/** `writeString(String)` and `writeStringField(String, String)` of each type. */
const TYPED: readonly (readonly [string, string])[] = [
    ['Blob', 'Blob'],
    ['Boolean', 'Boolean'],
    ['Date', 'Date'],
    ['DateTime', 'Datetime'],
    ['Id', 'Id'],
    ['Number', 'Decimal'],
    ['Number', 'Double'],
    ['Number', 'Integer'],
    ['Number', 'Long'],
    ['Object', 'Object'],
    ['String', 'String'],
    ['Time', 'Time']
];

/** Members of `JSONGenerator`. */
export const jsonGeneratorMembers: Record<string, Member> = {
    ...Object.fromEntries(
        TYPED.flatMap(([name, type]) => [
            [`void write${name}(${type} value)`, write],
            [`void write${name}Field(String name, ${type} value)`, writeField]
        ])
    ),
    'void close()': (self: GeneratorValue) => {
        self.isClosed = true;
    },
    'String getAsString()': (self: GeneratorValue) => {
        self.isClosed = true;
        return self.writer.result;
    },
    'Boolean isClosed()': (self: GeneratorValue) => self.isClosed,
    'void writeEndArray()': (self: GeneratorValue) => self.open.endArray(),
    'void writeEndObject()': (self: GeneratorValue) => self.open.endObject(),
    'void writeFieldName(String name)': (self: GeneratorValue, name: string) => self.open.fieldName(name),
    'void writeNull()': (self: GeneratorValue) => self.open.raw('null'),
    'void writeNullField(String name)': (self: GeneratorValue, name: string) => {
        self.open.fieldName(name);
        self.open.raw('null');
    },
    'void writeStartArray()': (self: GeneratorValue) => self.open.startArray(),
    'void writeStartObject()': (self: GeneratorValue) => self.open.startObject()
};
