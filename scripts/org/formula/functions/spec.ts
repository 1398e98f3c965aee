/** How functions of the formula language are written down: argument types, result type, code. */
import type { Value } from '../../runtime/program.ts';
import type { FormulaContext } from '../context.ts';
import { requireType } from '../operators.ts';
import { FormulaSyntaxError } from '../types.ts';
import type { Bound, FormulaType } from '../types.ts';

/** One use of a function in a formula. */
export interface Call {
    readonly name: string;
    readonly args: readonly Bound[];
    readonly offset: number;
}

/** Compiles one call. Throws FormulaSyntaxError for a wrong number or type of arguments. */
export type FormulaFunction = (call: Call) => Bound;

export type FunctionTable = Readonly<Record<string, FormulaFunction>>;

/** Checks the number of arguments. `most` may be Infinity. */
export function requireCount(call: Call, least: number, most: number = least): void {
    const count = call.args.length;
    if (count < least || count > most) {
        const expected = count < least ? least : most;
        throw new FormulaSyntaxError(
            `Incorrect number of parameters for function '${call.name}()'. Expected ${expected}, received ${count}`,
            call.offset
        );
    }
}

/** Types of one parameter; a name ending with `?` in `simple` marks the first optional one. */
export type ParameterType = FormulaType | readonly FormulaType[];

export interface SimpleOptions {
    /** Parameters after this many may be left out; default: none. */
    readonly required?: number;
    /** Null in any of the given arguments makes the result null without running the code; default true. */
    readonly strict?: boolean;
}

/** A function whose arguments are all evaluated before it runs. Missing optional arguments arrive as undefined. */
export function simple(
    parameters: readonly ParameterType[],
    type: FormulaType,
    code: (args: readonly Value[], context: FormulaContext) => Value,
    options: SimpleOptions = {}
): FormulaFunction {
    return (call) => {
        requireCount(call, options.required ?? parameters.length, parameters.length);
        checkTypes(call, parameters);
        const strict = options.strict ?? true;
        const args = call.args;
        const run: Bound['run'] = (context) => {
            const values = args.map((arg) => arg.run(context));
            if (strict && values.includes(null)) {
                return null;
            }
            const result = code(values, context);
            return result === '' ? null : result;
        };
        return { type, offset: call.offset, run };
    };
}

function checkTypes(call: Call, parameters: readonly ParameterType[]): void {
    call.args.forEach((arg, index) => {
        const parameter = parameters[index]!;
        requireType(arg, typeof parameter === 'string' ? [parameter] : parameter, `function '${call.name}()'`);
    });
}

/** The one type that all branches share. Throws FormulaSyntaxError when they differ. */
export function commonType(call: Call, branches: readonly Bound[]): FormulaType {
    let type: FormulaType = 'null';
    for (const branch of branches) {
        if (type === 'null') {
            type = branch.type;
        } else {
            requireType(branch, [type], `function '${call.name}()'`);
        }
    }
    // A branch that is a bare picklist cannot be the value of anything.
    const bare = branches.find((branch) => branch.type === 'picklist' || branch.type === 'multipicklist');
    if (bare !== undefined) {
        requireType(bare, ['text'], `function '${call.name}()'`);
    }
    return type;
}
