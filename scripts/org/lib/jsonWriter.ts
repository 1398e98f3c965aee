/** Writes JSON piece by piece, compact or indented as the platform does. */
import { apexException } from '../values/exceptions.ts';

interface Level {
    readonly isObject: boolean;
    count: number;
    isValueDue: boolean;
}

/** A string with quotes; control characters, quotes and backslashes escaped. */
export function quoteJson(text: string): string {
    // JSON.stringify also escapes lone surrogates, which is what a writer of valid text has to do.
    return JSON.stringify(text);
}

/** Throws JSONException when a name or a value comes where it may not stand. */
export class JsonWriter {
    private text = '';
    private readonly levels: Level[] = [];
    private readonly isPretty: boolean;

    constructor(isPretty: boolean) {
        this.isPretty = isPretty;
    }

    get result(): string {
        return this.text;
    }

    /** Objects and arrays that are still open. */
    get depth(): number {
        return this.levels.length;
    }

    startObject(): void {
        this.beforeValue('start an object');
        this.text += '{';
        this.levels.push({ isObject: true, count: 0, isValueDue: false });
    }

    endObject(): void {
        const level = this.levels.at(-1);
        if (!level?.isObject) throw this.failure('Current context not an object');
        this.levels.pop();
        if (this.isPretty) this.text += level.count > 0 ? this.lineBreak() : ' ';
        this.text += '}';
    }

    startArray(): void {
        this.beforeValue('start an array');
        this.text += '[';
        this.levels.push({ isObject: false, count: 0, isValueDue: false });
    }

    endArray(): void {
        const level = this.levels.at(-1);
        if (!level || level.isObject) throw this.failure('Current context not an array');
        this.levels.pop();
        this.text += this.isPretty ? ' ]' : ']';
    }

    fieldName(name: string): void {
        const level = this.levels.at(-1);
        if (!level?.isObject || level.isValueDue) throw this.failure('Can not write a field name, expecting a value');
        if (level.count > 0) this.text += ',';
        if (this.isPretty) this.text += this.lineBreak();
        this.text += `${quoteJson(name)}${this.isPretty ? ' : ' : ':'}`;
        level.count++;
        level.isValueDue = true;
    }

    /** A value that is JSON text already: a number, a literal, a quoted string. */
    raw(text: string): void {
        this.beforeValue('write value');
        this.text += text;
    }

    private beforeValue(action: string): void {
        const level = this.levels.at(-1);
        if (!level) {
            if (this.text) this.text += ' ';
            return;
        }
        if (level.isObject) {
            if (!level.isValueDue) throw this.failure(`Can not ${action}, expecting field name`);
            level.isValueDue = false;
            return;
        }
        if (level.count > 0) this.text += this.isPretty ? ', ' : ',';
        else if (this.isPretty) this.text += ' ';
        level.count++;
    }

    /** Arrays do not indent: only open objects count. */
    private lineBreak(): string {
        return `\n${'  '.repeat(this.levels.filter((level) => level.isObject).length)}`;
    }

    private failure(message: string): unknown {
        return apexException('JSONException', message);
    }
}
