/** Compiles formula source for one object into a function; checks names and types on the way. */
import { Decimal } from '../values/decimal.ts';
import { Unsupported } from '../values/exceptions.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/model.ts';
import type { Value } from '../runtime/program.ts';
import type { FormulaContext } from './context.ts';
import { dateFunctions } from './functions/date.ts';
import { logicFunctions } from './functions/logic.ts';
import { numberFunctions } from './functions/number.ts';
import type { FunctionTable } from './functions/spec.ts';
import { textFunctions } from './functions/text.ts';
import { bindBinary, requireType } from './operators.ts';
import { parseFormula } from './parser.ts';
import type { FormulaNode } from './parser.ts';
import { FormulaRuntimeError, FormulaSyntaxError, toFormulaValue, typeOfField } from './types.ts';
import type { Bound, FieldReference, FormulaType } from './types.ts';

export type { FormulaContext } from './context.ts';
export { FormulaRuntimeError, FormulaSyntaxError } from './types.ts';
export type { FormulaType } from './types.ts';

export interface FormulaOptions {
    /** `formulaTreatBlanksAs = BlankAsZero`: a blank number field counts as 0. Default false. */
    readonly blankAsZero?: boolean;
}

export interface CompiledFormula {
    readonly type: FormulaType;
    /** Every field path that the formula reads, canonical names, without globals. */
    readonly references: readonly (readonly string[])[];
    /** Null, string, Decimal, boolean, ApexDate, ApexDatetime or ApexTime. Throws FormulaRuntimeError (`#Error!`). */
    evaluate(context: FormulaContext): Value;
}

const functions: FunctionTable = { ...logicFunctions, ...textFunctions, ...numberFunctions, ...dateFunctions };

/**
 * Throws FormulaSyntaxError (with offset) for what the platform would refuse,
 * Unsupported for a function or global that the local org does not have.
 */
export function compileFormula(
    text: string,
    object: ObjectDef,
    schema: Schema,
    options: FormulaOptions = {}
): CompiledFormula {
    const binder = new Binder(object, schema, options.blankAsZero ?? false);
    const bound = binder.bind(parseFormula(text));
    return { type: bound.type, references: [...binder.references.values()], evaluate: bound.run };
}

class Binder {
    readonly references = new Map<string, readonly string[]>();
    private readonly object: ObjectDef;
    private readonly schema: Schema;
    private readonly blankAsZero: boolean;

    constructor(object: ObjectDef, schema: Schema, blankAsZero: boolean) {
        this.object = object;
        this.schema = schema;
        this.blankAsZero = blankAsZero;
    }

    bind(node: FormulaNode): Bound {
        const offset = node.offset;
        switch (node.kind) {
            case 'number': {
                const value = Decimal.of(node.text);
                return { type: 'number', offset, run: () => value };
            }
            case 'text': {
                const value = node.text === '' ? null : node.text;
                return { type: 'text', offset, literal: node.text, run: () => value };
            }
            case 'constant': {
                const value = node.value;
                return { type: value === null ? 'null' : 'boolean', offset, run: () => value };
            }
            case 'path':
                return node.segments[0]!.startsWith('$')
                    ? this.global(node.segments, offset)
                    : this.path(node.segments, offset);
            case 'call': {
                const code = functions[node.name];
                if (code === undefined) {
                    throw new Unsupported(`formula function ${node.name}()`);
                }
                return code({ name: node.name, args: node.args.map((arg) => this.bind(arg)), offset });
            }
            case 'unary':
                return bindUnary(node.operator, this.bind(node.operand), offset);
            case 'binary':
                return bindBinary(node.operator, this.bind(node.left), this.bind(node.right), offset);
        }
    }

    private path(segments: readonly string[], offset: number): Bound {
        const reference = this.resolve(segments, offset);
        const type = typeOfField(reference.field);
        if (type === null) {
            throw new FormulaSyntaxError(`Field ${segments.join('.')} cannot be used in a formula`, offset);
        }
        this.references.set(reference.path.join('.'), reference.path);
        const { path, field } = reference;
        const blank = type === 'number' && this.blankAsZero ? Decimal.of(0) : null;
        return { type, offset, reference, run: (context) => toFormulaValue(context.field(path), field) ?? blank };
    }

    private resolve(segments: readonly string[], offset: number): FieldReference {
        let object = this.object;
        const path: string[] = [];
        for (const segment of segments.slice(0, -1)) {
            const [relationship, target] = segment.split(':') as [string, string | undefined];
            const lookup = this.schema.parentRelationship(object, relationship);
            const parent = lookup && this.schema.object(target ?? lookup.referenceTo?.[0] ?? '');
            if (lookup === undefined || parent === undefined) {
                throw new FormulaSyntaxError(`Field ${segments.join('.')} does not exist. Check spelling.`, offset);
            }
            path.push(lookup.relationshipName!);
            object = parent;
        }
        const field = this.schema.field(object, segments[segments.length - 1]!);
        if (field === undefined) {
            throw new FormulaSyntaxError(`Field ${segments.join('.')} does not exist. Check spelling.`, offset);
        }
        path.push(field.name);
        return { path, field };
    }

    private global(segments: readonly string[], offset: number): Bound {
        const [root, ...path] = segments as [string, ...string[]];
        const name = globalNames[root.toLowerCase()];
        if (name === undefined || path.length === 0) {
            throw new Unsupported(`formula global ${segments.join('.')}`);
        }
        const known = this.globalField(name, path, offset);
        return { type: known.type, offset, run: (context) => toFormulaValue(context.global(name, path), known.field) };
    }

    private globalField(
        name: string,
        path: readonly string[],
        offset: number
    ): { type: FormulaType; field: FieldDef | null } {
        const missing = (): never => {
            throw new FormulaSyntaxError(`Field ${name}.${path.join('.')} does not exist. Check spelling.`, offset);
        };
        if (name === '$Permission') {
            const known = [...this.schema.customPermissions].some(
                (each) => each.toLowerCase() === path[0]!.toLowerCase()
            );
            return known ? { type: 'boolean', field: null } : missing();
        }
        if (name === '$Label') {
            const known = [...this.schema.labels.keys()].some((each) => each.toLowerCase() === path[0]!.toLowerCase());
            return known ? { type: 'text', field: null } : missing();
        }
        const objectName = globalObjects[name] ?? path[0]!;
        const object = this.schema.object(objectName);
        const field = object && this.schema.field(object, path[path.length - 1]!);
        // Users, profiles and the like have more fields on the platform than the object model keeps.
        if (field === undefined) {
            return missing();
        }
        const type = typeOfField(field);
        return type === null ? missing() : { type: type === 'multipicklist' ? 'text' : type, field };
    }
}

const globalNames: Readonly<Record<string, string>> = {
    $user: '$User',
    $profile: '$Profile',
    $userrole: '$UserRole',
    $organization: '$Organization',
    $permission: '$Permission',
    $label: '$Label',
    $setup: '$Setup',
    $custommetadata: '$CustomMetadata'
};

const globalObjects: Readonly<Record<string, string>> = {
    $User: 'User',
    $Profile: 'Profile',
    $UserRole: 'UserRole',
    $Organization: 'Organization'
};

function bindUnary(operator: string, operand: Bound, offset: number): Bound {
    requireType(operand, operator === '!' ? ['boolean'] : ['number'], `operator '${operator}'`);
    const run: Bound['run'] = (context) => {
        const value = operand.run(context);
        if (value === null) {
            return null;
        }
        return operator === '!' ? !value : operator === '-' ? value.negate() : value;
    };
    return { type: operator === '!' ? 'boolean' : 'number', offset, run };
}

/** True when the condition came out true; blank counts as false. Throws FormulaRuntimeError. */
export function isTrue(formula: CompiledFormula, context: FormulaContext): boolean {
    return formula.evaluate(context) === true;
}

/**
 * Value of a calculated field as Apex and SOQL see it: numbers rounded half up to the field's decimals,
 * percentages multiplied back, a blank checkbox false, `#Error!` null.
 */
export function evaluateField(formula: CompiledFormula, field: FieldDef, context: FormulaContext): Value {
    let value: Value;
    try {
        value = formula.evaluate(context);
    } catch (problem) {
        if (problem instanceof FormulaRuntimeError) {
            return field.type === 'boolean' ? false : null;
        }
        throw problem;
    }
    return toFieldValue(value, field);
}

/** Converts a formula's value to the Apex value of a field of the given type. */
export function toFieldValue(value: Value, field: FieldDef): Value {
    if (value === null || value === '') {
        return field.type === 'boolean' ? false : null;
    }
    if (!(value instanceof Decimal)) {
        return value;
    }
    switch (field.type) {
        case 'integer':
            return Math.trunc(value.toNumber());
        case 'long':
            return value.setScale(0, 'DOWN').unscaled;
        case 'percent':
            return value.multiply(Decimal.of(100)).setScale(field.scale ?? 2, 'HALF_UP');
        case 'double':
        case 'currency':
            return field.scale === undefined ? value : value.setScale(field.scale, 'HALF_UP');
        default:
            return value;
    }
}
