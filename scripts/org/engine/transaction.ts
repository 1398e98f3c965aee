/** One unit of work, and the stack of those that are open. */
import { randomBytes } from 'node:crypto';
import type { ObjectDef, Schema } from '../schema/model.ts';
import type { Program } from '../runtime/program.ts';
import type {
    AsyncWork,
    Clock,
    RunningUser,
    Transaction,
    TriggerFrame,
    TriggerMoment,
    TriggerUnit
} from '../runtime/transaction.ts';
import type { Store } from '../store/store.ts';
import { LimitException } from '../values/exceptions.ts';
import type { OpenLog } from './debugLogs.ts';
import { LimitCounters } from './limits.ts';

const MAXIMUM_TRIGGER_DEPTH = 16;
/** Which table of limits a context has. */
function limitsOf(context: Transaction['context']): LimitCounters {
    if (context === 'queueable') {
        return new LimitCounters('queueable');
    }
    return new LimitCounters(context === 'batch' || context === 'future' ? 'async' : 'sync');
}

/** The triggers of a program by object and moment. */
export class TriggerIndex {
    private readonly byKey = new Map<string, TriggerUnit[]>();

    constructor(program: Program) {
        for (const trigger of [...program.triggers].sort((a, b) => a.name.localeCompare(b.name))) {
            for (const moment of trigger.moments) {
                const key = `${trigger.object.toLowerCase()}:${moment}`;
                this.byKey.set(key, [...(this.byKey.get(key) ?? []), trigger]);
            }
        }
    }

    of(object: ObjectDef, moment: TriggerMoment): readonly TriggerUnit[] {
        return this.byKey.get(`${object.name.toLowerCase()}:${moment}`) ?? [];
    }
}

export interface TransactionOptions {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: Clock;
    readonly user: RunningUser;
    readonly isTest: boolean;
    readonly context: Transaction['context'];
    readonly triggers: TriggerIndex;
}

/** Id of a request as the platform writes them. */
function newRequestId(): string {
    return `LOCAL${randomBytes(12).toString('hex').toUpperCase()}`;
}

export class OrgTransaction implements Transaction {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: Clock;
    readonly isTest: boolean;
    readonly requestId = newRequestId();
    readonly context: Transaction['context'];
    /** Work that modules gave for after the commit. */
    readonly pending: AsyncWork[] = [];
    limits: LimitCounters;
    log: OpenLog | null = null;
    user: RunningUser;
    private readonly triggers: TriggerIndex;
    private readonly frames: TriggerFrame[] = [];
    private readonly slots = new Map<symbol, unknown>();

    constructor(options: TransactionOptions) {
        this.schema = options.schema;
        this.store = options.store;
        this.clock = options.clock;
        this.user = options.user;
        this.isTest = options.isTest;
        this.context = options.context;
        this.triggers = options.triggers;
        this.limits = limitsOf(options.context);
    }

    triggersOf(object: ObjectDef, moment: TriggerMoment): readonly TriggerUnit[] {
        return this.triggers.of(object, moment);
    }

    get triggerFrame(): TriggerFrame | undefined {
        return this.frames.at(-1);
    }

    withTriggerFrame<T>(frame: TriggerFrame, work: () => T): T {
        if (this.frames.length >= MAXIMUM_TRIGGER_DEPTH) {
            throw new LimitException('Maximum trigger depth exceeded');
        }
        this.frames.push(frame);
        try {
            return work();
        } finally {
            this.frames.pop();
        }
    }

    withUser<T>(user: RunningUser, work: () => T): T {
        const previous = this.user;
        this.user = user;
        try {
            return work();
        } finally {
            this.user = previous;
        }
    }

    enqueue(work: AsyncWork): void {
        this.pending.push(work);
    }

    slot<T>(key: symbol, create: () => T): T {
        if (!this.slots.has(key)) {
            this.slots.set(key, create());
        }
        return this.slots.get(key) as T;
    }

    /** Gives a slot its value before anybody asks. */
    setSlot(key: symbol, value: unknown): void {
        this.slots.set(key, value);
    }
}

/** The open transactions, innermost last. There is one stack: the org does one thing at a time. */
export class TransactionStack {
    private readonly open: OrgTransaction[] = [];

    /** @throws Error when nothing runs: a mistake in the local org, as Apex only runs inside of transactions */
    get current(): OrgTransaction {
        const top = this.open.at(-1);
        if (!top) {
            throw new Error('No transaction is open');
        }
        return top;
    }

    get depth(): number {
        return this.open.length;
    }

    within<T>(transaction: OrgTransaction, work: () => T): T {
        this.open.push(transaction);
        try {
            return work();
        } finally {
            this.open.pop();
        }
    }
}
