/**
 * Where requests and jobs enter a package: methods that components, flows and web clients call, jobs, triggers. While
 * they are watched, their compiled functions tell of every call, also of those that tests make directly.
 */
import type { ClassMeta, MethodMeta, Program, Value } from '../runtime/program.ts';
import { emittedNames, recordsByMeta } from '../runtime/stub.ts';

export interface EntryPoint {
    /** `Class.method`, or the name of a trigger. */
    readonly name: string;
    /** As people say it: `@AuraEnabled`, `REST`, `Queueable`, `trigger`, ... */
    readonly kind: string;
}

/** Told of each call; what it returns is called when the call is over. */
export type EntryListener = (entry: EntryPoint) => () => void;

const KINDS_BY_ANNOTATION: Readonly<Record<string, string>> = {
    auraenabled: '@AuraEnabled',
    invocablemethod: '@InvocableMethod',
    future: '@future',
    httpget: 'REST',
    httppost: 'REST',
    httpput: 'REST',
    httppatch: 'REST',
    httpdelete: 'REST'
};

/** Methods through which the platform calls classes that implement an interface of its own. */
const METHODS_OF_INTERFACES: Readonly<Record<string, readonly string[]>> = {
    Queueable: ['execute'],
    Schedulable: ['execute'],
    Finalizer: ['execute'],
    'Database.Batchable': ['start', 'execute', 'finish'],
    'Messaging.InboundEmailHandler': ['handleInboundEmail']
};

/** Type of the argument that tells one `execute` from the other where a class implements several interfaces. */
const CONTEXTS: Readonly<Record<string, string>> = {
    Queueable: 'QueueableContext',
    Schedulable: 'SchedulableContext',
    Finalizer: 'FinalizerContext',
    'Database.Batchable': 'Database.BatchableContext'
};

interface Watched {
    readonly entry: EntryPoint;
    readonly holder: Record<string, Value>;
    readonly emitted: string;
}

/**
 * Calls the listener around every entry into code that is no test.
 * @returns what ends the watch
 */
export function watchEntryPoints(program: Program, listener: EntryListener): () => void {
    const undo: (() => void)[] = [];
    for (const { entry, holder, emitted } of program.classes.flatMap((meta) => entriesOf(meta, program))) {
        const isOwn = Object.hasOwn(holder, emitted);
        const original = holder[emitted] as (this: Value, ...args: Value[]) => Value;
        holder[emitted] = function (this: Value, ...args: Value[]): Value {
            const leave = listener(entry);
            try {
                return original.apply(this, args);
            } finally {
                leave();
            }
        };
        undo.push(() => {
            if (isOwn) holder[emitted] = original;
            else delete holder[emitted];
        });
    }
    for (const trigger of program.triggers) {
        const original = trigger.run;
        trigger.run = () => {
            const leave = listener({ name: trigger.name, kind: `trigger on ${trigger.object}` });
            try {
                original.call(trigger);
            } finally {
                leave();
            }
        };
        undo.push(() => (trigger.run = original));
    }
    return () => undo.forEach((step) => step());
}

function entriesOf(meta: ClassMeta, program: Program): Watched[] {
    const record = recordsByMeta.get(meta);
    if (!record || isOfTest(meta, program) || meta.kind !== 'class') return [];
    const statics = meta.methods
        .filter((method) => method.isStatic)
        .flatMap((method) => {
            const kind = method.annotations.map(({ name }) => KINDS_BY_ANNOTATION[name]).find(Boolean);
            const emitted = emittedNames.get(method);
            return kind && emitted ? [{ entry: entryOf(meta, method, kind), holder: record, emitted }] : [];
        });
    if (meta.isAbstract) return statics;
    const interfaces = Object.entries(METHODS_OF_INTERFACES).filter(([name]) =>
        [...record.types].some((type) => type.name === name || type.name.startsWith(`${name}<`))
    );
    const jobs = interfaces.flatMap(([name, methods]) =>
        methods
            .flatMap((method) => inherited(meta, method, CONTEXTS[name], program))
            .map((method) => ({
                entry: entryOf(meta, method, name.split('.').at(-1) ?? name),
                holder: record.J.prototype as Record<string, Value>,
                emitted: emittedNames.get(method) as string
            }))
    );
    return [...statics, ...jobs];
}

const entryOf = (meta: ClassMeta, method: MethodMeta, kind: string): EntryPoint => ({
    name: `${meta.name}.${method.name}`,
    kind
});

function isOfTest(meta: ClassMeta, program: Program): boolean {
    return meta.isTest || program.classNamed(meta.name.split('.')[0] ?? '')?.isTest === true;
}

/** The method of that name that an instance has, its own or an inherited one, whose first parameter is that context. */
function inherited(meta: ClassMeta, name: string, context: string | undefined, program: Program): MethodMeta[] {
    for (
        let at: ClassMeta | undefined = meta;
        at;
        at = at.superclass ? program.classNamed(at.superclass.name) : undefined
    ) {
        const found = at.methods.find(
            (method) =>
                !method.isStatic &&
                !method.isAbstract &&
                method.name.toLowerCase() === name.toLowerCase() &&
                (context === undefined || method.parameters[0]?.type.name.endsWith(context.split('.').at(-1) ?? '')) &&
                emittedNames.has(method)
        );
        if (found) return [found];
    }
    return [];
}
