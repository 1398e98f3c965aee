/** Fields that a formula names. Only what is certain: custom fields, and paths over lookups of the package. */
import { isCustom, type PackageModel } from '../packageModel.ts';

export interface FormulaField {
    readonly object: string;
    readonly field: string;
}

const LITERALS = /"(?:\\.|[^"\\])*"|\/\*[\s\S]*?\*\//g;
const PATH = /(?<![\w$.])[A-Za-z]\w*(?:\.[A-Za-z]\w*)*(?!\s*\(|[\w.])/g;

/** @param object whose record the formula is calculated for */
export function formulaFields(formula: string, object: string, model: PackageModel): FormulaField[] {
    return [...formula.replace(LITERALS, ' ').matchAll(PATH)].flatMap(([path]) => fieldsOfPath(path, object, model));
}

/** Each step over `__r` is a lookup field; the last part is a field of where the steps lead. */
function fieldsOfPath(path: string, start: string, model: PackageModel): FormulaField[] {
    const parts = path.split('.');
    const fields: FormulaField[] = [];
    let object: string | undefined = start;
    for (const [index, part] of parts.entries()) {
        const isLast = index === parts.length - 1;
        if (object === undefined || (!isLast && !/__r$/i.test(part))) {
            return fields;
        }
        const field = isLast ? part : part.replace(/__r$/i, '__c');
        if (isCustom(field)) {
            fields.push({ object, field });
        }
        object = isLast ? undefined : model.targetOf(object, part);
    }
    return fields;
}
