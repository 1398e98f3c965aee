/** Addresses: fields that are made of others. Queries do not know them; a whole record shows them. */
import type { FieldDef } from '../../schema/model.ts';

const PARTS = ['city', 'country', 'latitude', 'longitude', 'postalCode', 'state', 'street'] as const;

export const isCompound = (field: FieldDef): boolean => field.type === 'address' || field.type === 'location';

/** Values of the addresses among the fields, put together from a record that has their parts. */
export function compoundValues(
    fields: readonly FieldDef[],
    record: Readonly<Record<string, unknown>>
): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const field of fields.filter((each) => each.type === 'address')) {
        const prefix = field.name.replace(/Address$/, '');
        const parts = PARTS.map((part): [string, unknown] => {
            const name = prefix + part.charAt(0).toUpperCase() + part.slice(1);
            return [part, record[name] ?? null];
        });
        values[field.name] = parts.every(([, value]) => value === null) ? null : Object.fromEntries(parts);
    }
    return values;
}
