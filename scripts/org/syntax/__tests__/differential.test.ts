/** Our parser against an independent grammar: both take all Apex of the package, and agree about broken variants of it. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ApexSyntaxError } from '../lexer.ts';
import { parseClass } from '../parser.ts';

const files = globSync('force-app/**/*.cls').sort();
/** Every file through the slow parser takes minutes; these are spread over the package. */
const sample = files.filter((_, index) => index % Math.max(1, Math.floor(files.length / 8)) === 0).slice(0, 8);

class Counter extends ApexErrorListener {
    count = 0;
    override apexSyntaxError(): void {
        this.count++;
    }
}

function isTakenByReference(text: string): boolean {
    const parser = ApexParserFactory.createParser(text);
    const listener = new Counter();
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    parser.compilationUnit();
    return listener.count === 0;
}

function isTakenByUs(text: string): boolean {
    try {
        parseClass(text);
        return true;
    } catch (error) {
        if (error instanceof ApexSyntaxError) return false;
        throw error;
    }
}

describe('parser', () => {
    it('takes all Apex classes of the package', () => {
        for (const file of files) assert.ok(isTakenByUs(readFileSync(file, 'utf8')), file);
    });
    for (const file of sample) {
        it(`agrees with the reference grammar about ${file} and broken variants of it`, () => {
            const text = readFileSync(file, 'utf8');
            const semicolon = text.indexOf(';', text.length / 2);
            const brace = text.lastIndexOf('}');
            const variants = [text, text.slice(0, semicolon) + text.slice(semicolon + 1), text.slice(0, brace)];
            for (const variant of variants) assert.equal(isTakenByUs(variant), isTakenByReference(variant));
        });
    }
});
