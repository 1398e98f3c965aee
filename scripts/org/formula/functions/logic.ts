/** Logical functions and those that look at blanks, picklists and the state before the save. */
import type { Value } from '../../runtime/program.ts';
import type { FormulaContext } from '../context.ts';
import { equalValues, order, requireType } from '../operators.ts';
import { FormulaSyntaxError, isBlank, toFormulaValue } from '../types.ts';
import type { Bound, FieldReference } from '../types.ts';
import { commonType, requireCount, simple } from './spec.ts';
import type { Call, FunctionTable } from './spec.ts';

const anyType = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'picklist', 'multipicklist'] as const;

/** Functions by upper-case name. */
export const logicFunctions: FunctionTable = {
    IF: (call) => {
        requireCount(call, 3);
        const [condition, yes, no] = call.args as [Bound, Bound, Bound];
        requireType(condition, ['boolean'], "function 'IF()'");
        const type = commonType(call, [yes, no]);
        return {
            type,
            offset: call.offset,
            run: (context) => (condition.run(context) === true ? yes.run(context) : no.run(context))
        };
    },
    CASE: bindCase,
    AND: (call) => allBoolean(call, (args) => (context) => args.every((arg) => arg.run(context) === true)),
    OR: (call) => allBoolean(call, (args) => (context) => args.some((arg) => arg.run(context) === true)),
    NOT: simple(['boolean'], 'boolean', ([value]) => !value),
    ISBLANK: simple([anyType], 'boolean', ([value]) => isBlank(value), { strict: false }),
    // Text is never null for ISNULL: an empty text field has a value, which is empty.
    ISNULL: (call) => {
        requireCount(call, 1);
        const [arg] = call.args as [Bound];
        const run: Bound['run'] = arg.type === 'text' ? () => false : (context) => isBlank(arg.run(context));
        return { type: 'boolean', offset: call.offset, run };
    },
    BLANKVALUE: (call) => substitute(call, true),
    NULLVALUE: (call) => substitute(call, call.args[0]?.type !== 'text'),
    ISNUMBER: simple(
        ['text'],
        'boolean',
        ([value]) => /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/.test(value ?? ''),
        {
            strict: false
        }
    ),
    ISPICKVAL: (call) => {
        requireCount(call, 2);
        const [field, wanted] = call.args as [Bound, Bound];
        requireType(field, ['picklist'], "function 'ISPICKVAL()'");
        if (wanted.literal === undefined) {
            throw new FormulaSyntaxError(
                "Incorrect parameter type for function 'ISPICKVAL()'. Expected Text literal",
                wanted.offset
            );
        }
        return {
            type: 'boolean',
            offset: call.offset,
            run: (context) => (field.run(context) ?? '') === wanted.literal
        };
    },
    INCLUDES: (call) => {
        requireCount(call, 2);
        const [field, wanted] = call.args as [Bound, Bound];
        requireType(field, ['multipicklist'], "function 'INCLUDES()'");
        requireType(wanted, ['text'], "function 'INCLUDES()'");
        const run: Bound['run'] = (context) =>
            String(field.run(context) ?? '')
                .split(';')
                .includes(wanted.run(context) ?? '');
        return { type: 'boolean', offset: call.offset, run };
    },
    ISNEW: simple([], 'boolean', (_args, context) => context.isNew),
    ISCHANGED: (call) => {
        requireCount(call, 1);
        const [arg] = call.args as [Bound];
        const reference = requireReference(call, arg);
        const run: Bound['run'] = (context) =>
            !context.isNew && !same(arg.run(context), priorValue(reference, context), arg.type);
        return { type: 'boolean', offset: call.offset, run };
    },
    PRIORVALUE: (call) => {
        requireCount(call, 1);
        const [arg] = call.args as [Bound];
        const reference = requireReference(call, arg);
        return { type: arg.type, offset: call.offset, reference, run: (context) => priorValue(reference, context) };
    }
};

function priorValue(reference: FieldReference, context: FormulaContext): Value {
    return toFormulaValue(
        context.isNew ? context.field(reference.path) : context.prior(reference.path),
        reference.field
    );
}

function same(left: Value, right: Value, type: Bound['type']): boolean {
    if (isBlank(left) || isBlank(right)) {
        return isBlank(left) && isBlank(right);
    }
    return type === 'boolean' || typeof left === 'string' ? left === right : order(left, right) === 0;
}

function requireReference(call: Call, arg: Bound): FieldReference {
    if (arg.reference === undefined) {
        throw new FormulaSyntaxError(`Incorrect parameter for function '${call.name}()'. Expected a field`, arg.offset);
    }
    return arg.reference;
}

function allBoolean(call: Call, build: (args: readonly Bound[]) => Bound['run']): Bound {
    requireCount(call, 1, Infinity);
    call.args.forEach((arg) => requireType(arg, ['boolean'], `function '${call.name}()'`));
    return { type: 'boolean', offset: call.offset, run: build(call.args) };
}

function substitute(call: Call, replaces: boolean): Bound {
    requireCount(call, 2);
    const [value, fallback] = call.args as [Bound, Bound];
    const type = commonType(call, [value, fallback]);
    const run: Bound['run'] = (context) => {
        const first = value.run(context);
        return replaces && isBlank(first) ? fallback.run(context) : first;
    };
    return { type, offset: call.offset, run };
}

function bindCase(call: Call): Bound {
    if (call.args.length < 4 || call.args.length % 2 !== 0) {
        const expected = Math.max(4, call.args.length + 1);
        throw new FormulaSyntaxError(
            `Incorrect number of parameters for function 'CASE()'. Expected ${expected}, received ${call.args.length}`,
            call.offset
        );
    }
    const subject = call.args[0]!;
    const otherwise = call.args[call.args.length - 1]!;
    const branches: { when: Bound; then: Bound }[] = [];
    for (let index = 1; index < call.args.length - 1; index += 2) {
        branches.push({ when: call.args[index]!, then: call.args[index + 1]! });
    }
    const isPicklist = subject.type === 'picklist';
    for (const { when } of branches) {
        requireType(when, isPicklist ? ['text'] : [subject.type], "function 'CASE()'");
    }
    const asText = isPicklist || subject.type === 'text';
    const type = commonType(call, [...branches.map((branch) => branch.then), otherwise]);
    const run: Bound['run'] = (context) => {
        const value = subject.run(context);
        const hit = branches.find(({ when }) => equalValues(value, when.run(context), asText) === true);
        return (hit?.then ?? otherwise).run(context);
    };
    return { type, offset: call.offset, run };
}
