/** Compiles every formula of a schema, so that what the platform would refuse at deploy is known before anything runs. */
import type { FieldDef, ObjectDef, Schema, SourcePlace } from '../schema/model.ts';
import { Unsupported } from '../values/exceptions.ts';
import { compileFormula, FormulaSyntaxError } from './compile.ts';
import { typeOfField } from './types.ts';
import type { FormulaType } from './types.ts';

/** One formula that does not compile. */
export interface FormulaProblem {
    /** `Object__c.Field__c` or `Object__c.Rule_name`. */
    readonly place: string;
    readonly source: 'calculated field' | 'default value' | 'validation rule';
    readonly message: string;
    readonly formula: string;
    /** Characters from the start of the formula; 0 when the whole formula is meant. */
    readonly offset: number;
    /** Where the formula is written, when that is known. */
    readonly at: SourcePlace | undefined;
    /** 'unsupported' names a feature that the local org does not have. */
    readonly kind: 'error' | 'unsupported';
}

/** All problems of all objects, in the order of the schema. */
export function checkFormulas(schema: Schema): FormulaProblem[] {
    return schema.objects.flatMap((object) => [...checkFields(schema, object), ...checkRules(schema, object)]);
}

interface Formula {
    readonly object: ObjectDef;
    readonly text: string | undefined;
    readonly place: string;
    readonly source: FormulaProblem['source'];
    readonly wanted: readonly FormulaType[];
    readonly at: SourcePlace | undefined;
}

function checkFields(schema: Schema, object: ObjectDef): FormulaProblem[] {
    return [...object.fields.values()].flatMap((field) => {
        const common = {
            object,
            place: `${object.name}.${field.name}`,
            wanted: resultTypes(field),
            at: field.formulaAt
        };
        return [
            ...check(schema, { ...common, text: field.formula, source: 'calculated field' }),
            ...check(schema, { ...common, text: field.defaultFormula, source: 'default value' })
        ];
    });
}

function checkRules(schema: Schema, object: ObjectDef): FormulaProblem[] {
    return object.validationRules.flatMap(({ name, formula, formulaAt }) =>
        check(schema, {
            object,
            text: formula,
            place: `${object.name}.${name}`,
            source: 'validation rule',
            wanted: ['boolean'],
            at: formulaAt
        })
    );
}

function resultTypes(field: FieldDef): readonly FormulaType[] {
    const type = typeOfField(field);
    return type === 'picklist' || type === 'multipicklist' || type === null ? ['text'] : [type];
}

function check(schema: Schema, given: Formula): FormulaProblem[] {
    const { text, object, place, source, wanted, at } = given;
    if (text === undefined) {
        return [];
    }
    const problem = (message: string, offset: number, kind: FormulaProblem['kind']): FormulaProblem[] => [
        { place, source, formula: text, message, offset, at, kind }
    ];
    try {
        const { type } = compileFormula(text, object, schema);
        if (type === 'null' || wanted.includes(type)) {
            return [];
        }
        const expected = wanted.join(', ');
        return problem(
            `Formula result is data type (${type}), incompatible with expected data type (${expected})`,
            0,
            'error'
        );
    } catch (error) {
        if (error instanceof FormulaSyntaxError) {
            return problem(error.message, error.offset, 'error');
        }
        if (error instanceof Unsupported) {
            return problem(`${error.feature} is not supported`, 0, 'unsupported');
        }
        throw error;
    }
}
