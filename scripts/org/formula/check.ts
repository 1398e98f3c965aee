/** Compiles every formula of a schema, so that what the platform would refuse at deploy is known before anything runs. */
import type { FieldDef, ObjectDef, Schema } from '../schema/model.ts';
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
    /** Characters from the start of the formula; 0 when the whole formula is meant. */
    readonly offset: number;
    /** 'unsupported' names a feature that the local org does not have. */
    readonly kind: 'error' | 'unsupported';
}

/** All problems of all objects, in the order of the schema. */
export function checkFormulas(schema: Schema): FormulaProblem[] {
    return schema.objects.flatMap((object) => [...checkFields(schema, object), ...checkRules(schema, object)]);
}

function checkFields(schema: Schema, object: ObjectDef): FormulaProblem[] {
    const problems: FormulaProblem[] = [];
    for (const field of object.fields.values()) {
        const place = `${object.name}.${field.name}`;
        if (field.formula !== undefined) {
            problems.push(...check(schema, object, field.formula, place, 'calculated field', resultTypes(field)));
        }
        if (field.defaultFormula !== undefined) {
            problems.push(...check(schema, object, field.defaultFormula, place, 'default value', resultTypes(field)));
        }
    }
    return problems;
}

function checkRules(schema: Schema, object: ObjectDef): FormulaProblem[] {
    return object.validationRules.flatMap((rule) =>
        check(schema, object, rule.formula, `${object.name}.${rule.name}`, 'validation rule', ['boolean'])
    );
}

function resultTypes(field: FieldDef): readonly FormulaType[] {
    const type = typeOfField(field);
    return type === 'picklist' || type === 'multipicklist' || type === null ? ['text'] : [type];
}

function check(
    schema: Schema,
    object: ObjectDef,
    text: string,
    place: string,
    source: FormulaProblem['source'],
    wanted: readonly FormulaType[]
): FormulaProblem[] {
    try {
        const { type } = compileFormula(text, object, schema);
        if (type === 'null' || wanted.includes(type)) {
            return [];
        }
        const message = `Formula result is data type (${type}), incompatible with expected data type (${wanted.join(', ')})`;
        return [{ place, source, message, offset: 0, kind: 'error' }];
    } catch (problem) {
        if (problem instanceof FormulaSyntaxError) {
            return [{ place, source, message: problem.message, offset: problem.offset, kind: 'error' }];
        }
        if (problem instanceof Unsupported) {
            return [{ place, source, message: problem.message, offset: 0, kind: 'unsupported' }];
        }
        throw problem;
    }
}
