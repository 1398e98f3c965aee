/** Checks and completes what one object says about another, once all of them are known. */
import { makeField } from './fieldDefaults.ts';
import type { Diagnostics } from './source.ts';
import type { FieldDef, ObjectDef } from './model.ts';

/**
 * @param paths file of `object` and of `object.field`, keys in lower case
 * @returns the objects with canonical reference names and with the types of roll-up fields
 */
export function linkObjects(
    objects: readonly ObjectDef[],
    paths: ReadonlyMap<string, string>,
    diagnostics: Diagnostics
): ObjectDef[] {
    const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
    const pathOf = (object: ObjectDef, field: FieldDef): string => {
        const key = object.name.toLowerCase();
        return paths.get(`${key}.${field.name.toLowerCase()}`) ?? paths.get(key) ?? object.name;
    };

    const linkReference = (object: ObjectDef, field: FieldDef): FieldDef => {
        const targets: string[] = [];
        for (const name of field.referenceTo ?? []) {
            const target = name.startsWith('*') ? name : byName.get(name.toLowerCase())?.name;
            if (target) targets.push(target);
            else if (/__(c|mdt|e)$/i.test(name)) {
                diagnostics.error(
                    pathOf(object, field),
                    `${object.name}.${field.name} refers to ${name}, which does not exist.`
                );
            } else diagnostics.unsupported(pathOf(object, field), `Standard object ${name}`);
        }
        if (field.isMasterDetail && (targets[0] === 'Lead' || targets[0] === 'User')) {
            diagnostics.error(
                pathOf(object, field),
                `${targets[0]} cannot be the master of a master-detail relationship.`
            );
        }
        return { ...field, referenceTo: targets };
    };

    const linkRollup = (object: ObjectDef, field: FieldDef): FieldDef => {
        const { rollup } = field;
        if (!rollup) return field;
        const childObject = byName.get(rollup.childObject.toLowerCase());
        const childField = childObject?.fields.get(rollup.childField.toLowerCase());
        if (!childObject || !childField?.isMasterDetail) {
            const name = `${rollup.childObject}.${rollup.childField}`;
            diagnostics.error(pathOf(object, field), `summaryForeignKey ${name} is no master-detail field.`);
            return field;
        }
        const names = { childObject: childObject.name, childField: childField.name };
        if (rollup.operation === 'count') return { ...field, scale: 0, rollup: { ...rollup, ...names } };
        const summarized = childObject.fields.get((rollup.summarizedField ?? '').toLowerCase());
        if (!summarized) {
            const name = rollup.summarizedField ?? '(none)';
            diagnostics.error(pathOf(object, field), `summarizedField ${name} is no field of ${childObject.name}.`);
            return field;
        }
        return makeField({
            ...field,
            type: summarized.type,
            scale: summarized.scale ?? 0,
            precision: 18,
            rollup: { ...rollup, ...names, summarizedField: summarized.name }
        });
    };

    return objects.map((object) => {
        const childNames = new Map<string, string>();
        const fields = new Map(object.fields);
        for (const [key, field] of object.fields) {
            if (field.referenceTo) fields.set(key, linkReference(object, field));
            else if (field.rollup) fields.set(key, linkRollup(object, field));
            if (!field.childRelationshipName || !field.isCustom) continue;
            const name = `${field.referenceTo?.[0] ?? ''}.${field.childRelationshipName}`.toLowerCase();
            const other = childNames.get(name);
            if (other) {
                const message = `${object.name}.${field.name} and ${other} have the same relationshipName.`;
                diagnostics.error(pathOf(object, field), message);
            }
            childNames.set(name, field.name);
        }
        return { ...object, fields };
    });
}
