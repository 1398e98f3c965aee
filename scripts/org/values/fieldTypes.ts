/** Apex types of record fields. */
import type { FieldDef, FieldType } from '../schema/model.ts';

const APEX_TYPES: Readonly<Record<FieldType, string>> = {
    id: 'Id',
    string: 'String',
    textarea: 'String',
    email: 'String',
    phone: 'String',
    url: 'String',
    picklist: 'String',
    multipicklist: 'String',
    combobox: 'String',
    boolean: 'Boolean',
    integer: 'Integer',
    long: 'Long',
    double: 'Decimal',
    currency: 'Decimal',
    percent: 'Decimal',
    date: 'Date',
    datetime: 'Datetime',
    time: 'Time',
    reference: 'Id',
    address: 'Address',
    location: 'Location',
    base64: 'Blob',
    anytype: 'Object'
};

/** Relationships of custom metadata to definitions hold API names, not ids. */
const NAMED_DEFINITIONS = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

/** Name of the Apex type that a field's value has. */
export function apexTypeOfField(field: FieldDef): string {
    if (field.type === 'reference' && field.referenceTo?.some((target) => NAMED_DEFINITIONS.has(target)))
        return 'String';
    return APEX_TYPES[field.type];
}
