/** From JavaScript stack texts to Apex frames. Emitted scripts are named `apex:<unit number>/<name>`. */
import type { ClassRecord } from './record.ts';
import type { StackFrame } from './runtime.ts';

const framePattern = /apex:(\d+)\/[^\s():]*:(\d+):\d+/g;
const scriptPattern = /^apex:(\d+)\//;
const units: ClassRecord[] = [];

/** Deep enough for triggers that call triggers; the default of 10 would lose the entry point. */
const DEPTH = 100;
Error.stackTraceLimit = DEPTH;
/** Calls between Apex and whoever in the runtime asks which Apex that is, and some of Apex. */
const NEAR = 12;

/** Registers a unit. @returns the file name its script has to have */
export function registerUnit(record: ClassRecord): string {
    units.push(record);
    return `apex:${units.length - 1}/${record.name}`;
}

/** Frame with the record it belongs to, innermost first. */
function framesWithRecords(jsStack: string): { record: ClassRecord; frame: StackFrame }[] {
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

interface RunningFrame {
    readonly record: ClassRecord;
    /** Line of Apex. */
    readonly line: number;
}

/** The Apex among the innermost calls of this moment, without a text of the stack, which is most of the cost of one. */
function runningFrames(depth: number): { readonly frames: readonly RunningFrame[]; readonly isWhole: boolean } {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
    const { prepareStackTrace } = Error;
    const holder: { stack?: unknown } = {};
    let sites: readonly NodeJS.CallSite[];
    Error.stackTraceLimit = depth;
    Error.prepareStackTrace = (_error, calls) => calls;
    try {
        Error.captureStackTrace(holder, runningFrames);
        sites = holder.stack as readonly NodeJS.CallSite[];
    } finally {
        Error.stackTraceLimit = DEPTH;
        Error.prepareStackTrace = prepareStackTrace;
    }
    const frames = sites.flatMap((site) => {
        const unit = scriptPattern.exec(site.getFileName() ?? '')?.[1];
        const record = unit === undefined ? undefined : units[Number(unit)];
        const origin = record?.origins[(site.getLineNumber() ?? 0) - 1];
        return record && origin ? [{ record, line: origin.line }] : [];
    });
    return { frames, isWhole: sites.length < depth };
}

/** The innermost Apex that runs; undefined when the org itself is at work. */
export function runningFrame(): RunningFrame | undefined {
    const { frames, isWhole } = runningFrames(NEAR);
    return frames[0] ?? (isWhole ? undefined : runningFrames(DEPTH).frames[0]);
}

/**
 * Asks the classes of the Apex that runs, innermost first, until one has an answer.
 * @param answerOf undefined: the class that called is to be asked
 * @param otherwise told the outermost class when none had an answer
 */
export function askCallers<T>(
    answerOf: (record: ClassRecord) => T | undefined,
    otherwise: (outermost: ClassRecord | undefined) => T
): T {
    let outermost: ClassRecord | undefined;
    for (const depth of [NEAR, DEPTH]) {
        const { frames, isWhole } = runningFrames(depth);
        for (const { record } of frames) {
            const answer = answerOf(record);
            if (answer !== undefined) return answer;
        }
        outermost = frames.at(-1)?.record;
        if (isWhole) break;
    }
    return otherwise(outermost);
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
