/** From JavaScript stack texts to Apex frames. Emitted scripts are named `apex:<unit number>/<name>`. */
import type { ClassRecord } from './record.ts';
import type { StackFrame } from './runtime.ts';

const framePattern = /apex:(\d+)\/[^\s():]*:(\d+):\d+/g;
const units: ClassRecord[] = [];

/** Deep enough for triggers that call triggers; the default of 10 would lose the entry point. */
Error.stackTraceLimit = 100;

/** Registers a unit. @returns the file name its script has to have */
export function registerUnit(record: ClassRecord): string {
    units.push(record);
    return `apex:${units.length - 1}/${record.name}`;
}

/** Frame with the record it belongs to, innermost first. */
export function framesWithRecords(jsStack: string): { record: ClassRecord; frame: StackFrame }[] {
    const frames: { record: ClassRecord; frame: StackFrame }[] = [];
    for (const match of jsStack.matchAll(framePattern)) {
        const record = units[Number(match[1])];
        const origin = record?.origins[Number(match[2]) - 1];
        if (!record || !origin) continue;
        frames.push({
            record,
            frame: {
                className: record.name,
                kind: record.kind,
                method: origin.method,
                line: origin.line
            }
        });
    }
    return frames;
}

export function framesOfStack(jsStack: string): StackFrame[] {
    return framesWithRecords(jsStack).map((entry) => entry.frame);
}

/** `Class.Foo.bar: line 12, column 1`: the platform knows the statement's line and says column 1 for all of them. */
export function frameText(frame: StackFrame): string {
    const place = `line ${frame.line}, column 1`;
    if (frame.kind === 'trigger') return `Trigger.${frame.className}: ${place}`;
    if (frame.kind === 'anonymous') return `AnonymousBlock: ${place}`;
    return `Class.${frame.className}.${frame.method}: ${place}`;
}

/** True when the error was raised by emitted code itself and not by a function that it called. */
export function isRaisedInEmittedCode(error: Error): boolean {
    const stack = error.stack ?? '';
    const firstFrame = stack.indexOf('\n    at ');
    if (firstFrame < 0) return false;
    const end = stack.indexOf('\n', firstFrame + 1);
    return stack.slice(firstFrame, end < 0 ? undefined : end).includes('apex:');
}
