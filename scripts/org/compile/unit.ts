/** The text of one emitted script: lines with their origin, the constants it refers to, and its statement counters. */
import type { ClassRecord, LineOrigin } from '../runtime/record.ts';
import type { Position } from '../syntax/ast.ts';
import type { Value } from '../runtime/program.ts';

/** Executions per statement of one source file. Emitted code increments `counts`. */
export class StatementCounters {
    readonly counts: number[] = [];
    private readonly lineOf: number[] = [];

    add(line: number): number {
        this.lineOf.push(line);
        this.counts.push(0);
        return this.counts.length - 1;
    }

    lines(): Map<number, number> {
        const lines = new Map<number, number>();
        for (const [index, line] of this.lineOf.entries()) {
            lines.set(line, Math.max(lines.get(line) ?? 0, this.counts[index] as number));
        }
        return new Map([...lines].sort((a, b) => a[0] - b[0]));
    }

    /** Line of each counter. */
    get places(): readonly number[] {
        return this.lineOf;
    }

    reset(): void {
        this.counts.fill(0);
    }
}

export class Unit {
    readonly record: ClassRecord;
    readonly counters: StatementCounters;
    readonly lines: string[] = [];
    readonly origins: LineOrigin[] = [];
    /** Values behind `p0`, `p1`, ... */
    readonly pool: Value[] = [];
    /** Text of the queries in the pool. */
    readonly queryTexts = new Map<Value, string>();
    private readonly poolIndex = new Map<Value, number>();

    constructor(record: ClassRecord, counters: StatementCounters) {
        this.record = record;
        this.counters = counters;
    }

    /** Emitted name of a constant. */
    constant(value: Value): string {
        let index = this.poolIndex.get(value);
        if (index === undefined) {
            index = this.pool.length;
            this.pool.push(value);
            this.poolIndex.set(value, index);
        }
        return `p${index}`;
    }

    line(js: string, origin: LineOrigin = null): void {
        this.lines.push(js);
        this.origins.push(origin);
    }

    /** Counter increment of the statement that starts there. */
    counter(at: Position): string {
        return `c[${this.counters.add(at.line)}]++;`;
    }

    /** Runs `write` and puts what it returns in front of what it wrote. */
    withHeader(write: () => string): void {
        const at = this.lines.length;
        this.line('');
        this.lines[at] = write();
    }

    /** The whole script: a function of `$`, the pool and the counters. */
    script(): string {
        const names = this.pool.map((_, i) => `p${i}=P[${i}]`).join(',');
        // The header stands on the first line, so that line numbers of the body shift by one only.
        const header = `(function($,P,c){'use strict';${names ? `const ${names};` : ''}`;
        return `${header}\n${this.lines.join('\n')}\n})`;
    }

    /** Publishes the line map; call after everything is written. */
    finish(): void {
        this.record.origins = [null, ...this.origins];
    }
}

/** A JavaScript string literal. */
export function quote(text: string): string {
    return JSON.stringify(text)
        .replace(/\u2028/g, '\\u2028')
        .replace(/\u2029/g, '\\u2029');
}
