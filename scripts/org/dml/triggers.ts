/** Firing of triggers: frames, errors that they add, exceptions that they let through, depth. */
import type { ObjectDef } from '../schema/model.ts';
import type { Transaction, TriggerMoment } from '../runtime/transaction.ts';
import { inCodeUnit } from '../runtime/requestLog.ts';
import { framesOfStack, frameText, isRaisedInEmittedCode } from '../runtime/stacks.ts';
import { apexException, ApexException } from '../values/exceptions.ts';
import type { SObject } from '../values/sobject.ts';
import { fail } from './types.ts';
import type { RowError } from './types.ts';

const maximumDepth = 16;
const depthKey = Symbol('trigger depth');
/** Ids that a log line names at most. */
const IDS_SHOWN = 5;

/** One record as a trigger sees it, with the place where its errors go. */
export interface TriggerRow {
    readonly errors: RowError[];
    readonly newRecord: SObject | null;
    readonly oldRecord: SObject | null;
}

/**
 * Runs every trigger of the moment over the rows. Errors added with `addError` and exceptions become errors of the rows.
 * LimitException, Unsupported and failed assertions pass through.
 */
export function fireTriggers(
    tx: Transaction,
    def: ObjectDef,
    moment: TriggerMoment,
    rows: readonly TriggerRow[]
): void {
    const triggers = tx.triggersOf(def, moment);
    if (triggers.length === 0 || rows.length === 0) {
        return;
    }
    const depth = tx.slot(depthKey, () => ({ value: 0 }));
    if (depth.value >= maximumDepth) {
        const message = `${triggers[0]!.name}: maximum trigger depth exceeded`;
        rows.forEach((row) => fail(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message));
        return;
    }
    const frame = {
        moment,
        object: def,
        newRecords: moment.endsWith('delete') && moment !== 'after undelete' ? null : rows.map((row) => row.newRecord!),
        oldRecords: moment.endsWith('insert') || moment === 'after undelete' ? null : rows.map((row) => row.oldRecord!),
        size: rows.length
    };
    depth.value++;
    try {
        tx.withTriggerFrame(frame, () => {
            for (const trigger of triggers) {
                const run = (): void => inCodeUnit(tx, unitName(trigger.name, def, moment, rows), trigger.run);
                runOne(trigger.name, moment, run, rows);
            }
        });
    } finally {
        depth.value--;
    }
    rows.forEach(collectErrors);
}

/** `T on Account trigger event BeforeUpdate`, with the ids of the records, or `for [new]`. */
function unitName(name: string, def: ObjectDef, moment: TriggerMoment, rows: readonly TriggerRow[]): string {
    const ids = rows.map((row) => (row.newRecord ?? row.oldRecord)?.id ?? 'new');
    const shown = ids.length > IDS_SHOWN ? [...ids.slice(0, IDS_SHOWN), '...'] : ids;
    return `${name} on ${def.name} trigger event ${eventName(moment).replace(' ', '')} for [${shown.join(', ')}]`;
}

/** `Before Update` */
function eventName(moment: TriggerMoment): string {
    return moment.replace(/(?:^|\s)(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

function runOne(name: string, moment: TriggerMoment, run: () => void, rows: readonly TriggerRow[]): void {
    try {
        run();
    } catch (thrown) {
        const problem = asApexException(thrown);
        if (problem === null) {
            throw thrown;
        }
        const message = `${name}: execution of ${eventName(moment)}\n\ncaused by: ${problem.toString()}\n\n${stackText(problem)}`;
        rows.forEach((row) => fail(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message));
    }
}

// A null dereference in compiled code arrives as a TypeError of JavaScript.
function asApexException(thrown: unknown): ApexException | null {
    if (thrown instanceof TypeError && isRaisedInEmittedCode(thrown)) {
        const exception = apexException('NullPointerException', 'Attempt to de-reference a null object');
        exception.stack = thrown.stack ?? '';
        return exception;
    }
    return thrown instanceof ApexException ? thrown : null;
}

// The stack of a trigger ends with the trigger: who saved is not part of it.
function stackText(problem: ApexException): string {
    const frames = framesOfStack(problem.stack ?? '');
    const ownEnd = frames.findIndex((frame) => frame.kind === 'trigger') + 1;
    return frames
        .slice(0, ownEnd || frames.length)
        .map(frameText)
        .join('\n');
}

// Errors may stand on the new or on the old record: on delete only the old one is there.
function collectErrors(row: TriggerRow): void {
    for (const record of [row.newRecord, row.oldRecord]) {
        if (record === null) {
            continue;
        }
        for (const error of record.errors) {
            fail(row, error.statusCode, error.message, error.field === null ? [] : [error.field]);
        }
        record.errors = [];
    }
}
