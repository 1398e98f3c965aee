/** The fields that the platform puts on objects of each kind by itself. */
import { makeField } from './fieldDefaults.ts';
import type { FieldDef } from './model.ts';

const SYSTEM = { isCreateable: false, isUpdateable: false, isPermissionable: false } as const;

/** Record id; first field of every object. */
export function idField(label = 'Record ID'): FieldDef {
    return makeField({ name: 'Id', type: 'id', label, length: 18, isRequired: true, ...SYSTEM });
}

function userReference(name: string, label: string): FieldDef {
    return makeField({
        name,
        type: 'reference',
        label,
        length: 18,
        referenceTo: ['User'],
        relationshipName: name.slice(0, -2),
        ...SYSTEM
    });
}

/** Who created and changed the record, and when. */
export function auditFields(): FieldDef[] {
    return [
        makeField({ name: 'CreatedDate', type: 'datetime', ...SYSTEM }),
        userReference('CreatedById', 'Created By ID'),
        makeField({ name: 'LastModifiedDate', type: 'datetime', ...SYSTEM }),
        userReference('LastModifiedById', 'Last Modified By ID'),
        makeField({ name: 'SystemModstamp', type: 'datetime', ...SYSTEM })
    ];
}

export function isDeletedField(): FieldDef {
    return makeField({ name: 'IsDeleted', type: 'boolean', label: 'Deleted', ...SYSTEM });
}

/** @param owners `['User']`, or `['Group', 'User']` where queues may own records. */
export function ownerField(owners: readonly string[], childRelationshipName?: string): FieldDef {
    return makeField({
        name: 'OwnerId',
        type: 'reference',
        label: 'Owner ID',
        length: 18,
        referenceTo: owners,
        relationshipName: 'Owner',
        isPermissionable: false,
        ...(childRelationshipName ? { childRelationshipName } : {})
    });
}

/** Fields of every custom metadata type. */
export function customMetadataFields(): FieldDef[] {
    const text = (name: string, length: number): FieldDef =>
        makeField({ name, type: 'string', length, isPermissionable: false });
    return [
        idField(),
        { ...text('DeveloperName', 40), label: 'Custom Metadata Record Name' },
        { ...text('MasterLabel', 40), label: 'Label' },
        text('Label', 40),
        text('Language', 10),
        text('NamespacePrefix', 15),
        { ...text('QualifiedApiName', 70), isNameField: false },
        makeField({ name: 'SystemModstamp', type: 'datetime', ...SYSTEM })
    ];
}

/** Fields of every platform event. */
export function platformEventFields(): FieldDef[] {
    return [
        makeField({ name: 'ReplayId', type: 'string', length: 40, ...SYSTEM }),
        makeField({ name: 'EventUuid', type: 'string', length: 36, ...SYSTEM }),
        makeField({ name: 'CreatedDate', type: 'datetime', ...SYSTEM }),
        userReference('CreatedById', 'Created By ID')
    ];
}
