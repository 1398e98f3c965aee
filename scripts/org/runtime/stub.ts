/** Instances whose methods are answered by a handler: Test.createStub. */
import { ApexObject } from '../values/exceptions.ts';
import { typeToken } from '../values/typeToken.ts';
import type { ClassMeta, MethodMeta, Program, Value } from './program.ts';
import type { ClassRecord } from './record.ts';
import type { StubHandler } from './runtime.ts';

/** A method's emitted name, kept beside the metadata that the rest of the org sees. */
export const emittedNames = new WeakMap<MethodMeta, string>();
/** Compiled unit of a class. */
export const recordsByMeta = new WeakMap<ClassMeta, ClassRecord>();

interface StubClass {
    new (): Value;
    handlers: WeakMap<object, StubHandler>;
}

const stubClasses = new WeakMap<ClassMeta, StubClass>();

/** Everything that may be called on an instance: own and inherited methods, most derived first. */
function instanceMethods(meta: ClassMeta, program: Program): MethodMeta[] {
    const methods = new Map<string, MethodMeta>();
    const pending: (ClassMeta | undefined)[] = [meta];
    while (pending.length) {
        const one = pending.shift();
        if (!one) continue;
        for (const method of one.methods) {
            const emitted = emittedNames.get(method);
            if (emitted === undefined || method.isStatic || methods.has(emitted)) continue;
            // A private method stays what it is: nobody outside can call it, and nothing inside runs in a stub.
            if (method.visibility !== 'private') methods.set(emitted, method);
        }
        if (one.superclass) pending.push(program.classNamed(one.superclass.name));
        for (const parent of one.interfaces) pending.push(program.classNamed(parent.name));
    }
    return [...methods.values()];
}

/** The platform derives a class for stubs; its name shows in `String.valueOf(stub)`. */
function stubMeta(meta: ClassMeta, methods: readonly MethodMeta[]): ClassMeta {
    const name = `${meta.name}__sfdc_ApexStub`;
    const toString: MethodMeta = {
        name: 'toString',
        isStatic: false,
        isAbstract: false,
        visibility: 'public',
        parameters: [],
        returnType: typeToken('String'),
        annotations: [],
        line: meta.line,
        invoke: () => name
    };
    return { ...meta, name, superclass: meta.token, methods: [toString, ...methods], fields: [] };
}

function stubClassOf(meta: ClassMeta, program: Program): StubClass {
    const known = stubClasses.get(meta);
    if (known) return known;
    const record = recordsByMeta.get(meta);
    const base: new () => Value = meta.kind === 'class' && record ? record.J : ApexObject;
    const handlers = new WeakMap<object, StubHandler>();
    const stub = class extends base {} as unknown as StubClass & { types: unknown; meta: ClassMeta };
    stub.handlers = handlers;
    const methods = instanceMethods(meta, program);
    stub.types = record?.types;
    stub.meta = stubMeta(meta, methods);
    for (const method of methods) {
        const emitted = emittedNames.get(method) as string;
        Object.defineProperty(stub.prototype, emitted, {
            value(this: object, ...args: Value[]): Value {
                const handle = handlers.get(this);
                return handle ? (handle(this, method, args) ?? null) : null;
            }
        });
    }
    stubClasses.set(meta, stub);
    return stub;
}

/** Makes a stub; see `Runtime.createStub`. */
export function makeStub(meta: ClassMeta, program: Program, handle: StubHandler): Value {
    const stubClass = stubClassOf(meta, program);
    const instance = new stubClass();
    stubClass.handlers.set(instance, handle);
    return instance;
}
