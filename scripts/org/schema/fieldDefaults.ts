/** One place that knows what a field of a type can do unless its source says otherwise. */
import type { FieldDef, FieldType } from './model.ts';

const NOT_FILTERABLE: ReadonlySet<FieldType> = new Set(['base64', 'address', 'location', 'anytype']);
const NOT_GROUPABLE: ReadonlySet<FieldType> = new Set([
    'base64',
    'address',
    'location',
    'anytype',
    'double',
    'currency',
    'percent',
    'datetime',
    'time',
    'multipicklist',
    'long'
]);

type Known = Pick<FieldDef, 'name' | 'type'> & Partial<FieldDef>;

/** Completes a field: flags that are not given follow from its type and from being calculated. */
export function makeField(known: Known): FieldDef {
    const isCalculated = known.formula !== undefined || known.rollup !== undefined || known.isAutoNumber === true;
    const isLongText = known.type === 'textarea' && (known.length ?? 255) > 255;
    const isFilterable = !NOT_FILTERABLE.has(known.type) && !isLongText;
    return {
        label: labelFromName(known.name),
        isCustom: known.name.endsWith('__c') || known.name.endsWith('__s'),
        isRequired: false,
        isUnique: false,
        isCaseSensitive: false,
        isExternalId: false,
        isAutoNumber: false,
        isNameField: false,
        isCreateable: !isCalculated,
        isUpdateable: !isCalculated,
        isFilterable,
        isSortable: isFilterable && known.type !== 'multipicklist',
        isGroupable: isFilterable && !NOT_GROUPABLE.has(known.type) && known.formula === undefined,
        isPermissionable: known.isRequired !== true && known.isMasterDetail !== true && known.isNameField !== true,
        ...known
    };
}

/** `NumberOfEmployees` gives `Number Of Employees`, `AccountId` gives `Account ID`, `Due_At__c` gives `Due At`. */
export function labelFromName(name: string): string {
    return name
        .replace(/__[a-z]+$/i, '')
        .replace(/_/g, ' ')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/\bId$/, 'ID');
}

/** Fields that hold text which compares without regard to case. */
export function isTextType(type: FieldType): boolean {
    return ['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox'].includes(type);
}

/** Apex type of a field's value, e.g. `Decimal`. Compound fields have none that the local org supports. */
export function apexTypeOfField(field: FieldDef): string {
    switch (field.type) {
        case 'id':
        case 'reference':
            return 'Id';
        case 'boolean':
            return 'Boolean';
        case 'integer':
            return 'Integer';
        case 'long':
            return 'Long';
        case 'double':
        case 'currency':
        case 'percent':
            return 'Decimal';
        case 'date':
            return 'Date';
        case 'datetime':
            return 'Datetime';
        case 'time':
            return 'Time';
        case 'base64':
            return 'Blob';
        case 'address':
            return 'Address';
        case 'location':
            return 'Location';
        case 'anytype':
            return 'Object';
        default:
            return 'String';
    }
}
