/** `Schema.DisplayType` and `Schema.SoapType`, and how a field of the model maps to them. */
import type { FieldDef, FieldType } from '../schema/model.ts';
import type { EnumValue } from '../values/enums.ts';
import { libraryEnum } from './libraryEnum.ts';

export const displayType = libraryEnum('DisplayType', 'Schema', [
    'ADDRESS',
    'ANYTYPE',
    'BASE64',
    'BOOLEAN',
    'COMBOBOX',
    'COMPLEXVALUE',
    'CURRENCY',
    'DATACATEGORYGROUPREFERENCE',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'EMAIL',
    'ENCRYPTEDSTRING',
    'ID',
    'INTEGER',
    'JSON',
    'LOCATION',
    'LONG',
    'MULTIPICKLIST',
    'PERCENT',
    'PHONE',
    'PICKLIST',
    'REFERENCE',
    'SOBJECT',
    'STRING',
    'TEXTAREA',
    'TIME',
    'URL'
]);

export const soapType = libraryEnum('SoapType', 'Schema', [
    'ADDRESS',
    'ANYTYPE',
    'BASE64BINARY',
    'BOOLEAN',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'ID',
    'INTEGER',
    'LOCATION',
    'STRING',
    'TIME'
]);

const SOAP_NAMES: Readonly<Partial<Record<FieldType, string>>> = {
    id: 'ID',
    reference: 'ID',
    boolean: 'BOOLEAN',
    integer: 'INTEGER',
    long: 'INTEGER',
    double: 'DOUBLE',
    currency: 'DOUBLE',
    percent: 'DOUBLE',
    date: 'DATE',
    datetime: 'DATETIME',
    time: 'TIME',
    address: 'ADDRESS',
    location: 'LOCATION',
    base64: 'BASE64BINARY',
    anytype: 'ANYTYPE'
};

/** The display type of a field. */
export function displayTypeOf(field: FieldDef): EnumValue {
    return displayType.of(field.type.toUpperCase());
}

/** The SOAP type of a field; everything textual is STRING. */
export function soapTypeOf(field: FieldDef): EnumValue {
    return soapType.of(SOAP_NAMES[field.type] ?? 'STRING');
}
