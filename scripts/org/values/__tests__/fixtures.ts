/** Small object definitions and classes for tests of values and library. */
import type { ClassMeta, FieldMeta, MethodMeta, Value } from '../../runtime/program.ts';
import type { FieldDef, FieldType, ObjectDef } from '../../schema/model.ts';
import { field, object } from '../../schema/__tests__/smallModel.ts';
import { ApexObject } from '../exceptions.ts';
import { typeToken } from '../typeToken.ts';

/** Fields and objects of the platform. */
export function fieldDef(name: string, type: FieldType, extra: Partial<FieldDef> = {}): FieldDef {
    return field(name, type, { isPermissionable: true, ...extra });
}

export function objectDef(name: string, keyPrefix: string, fields: readonly FieldDef[]): ObjectDef {
    return object(name, keyPrefix, fields, { kind: 'standard', sharingModel: 'Private' });
}

export const account = objectDef('Account', '001', [
    fieldDef('Id', 'id'),
    fieldDef('Name', 'string'),
    fieldDef('IsActive__c', 'boolean'),
    fieldDef('AnnualRevenue', 'currency'),
    fieldDef('NumberOfEmployees', 'integer'),
    fieldDef('Since__c', 'date'),
    fieldDef('CreatedDate', 'datetime'),
    fieldDef('Number__c', 'string', { isAutoNumber: true }),
    fieldDef('ParentId', 'reference', {
        referenceTo: ['Account'],
        relationshipName: 'Parent',
        childRelationshipName: 'ChildAccounts'
    })
]);

/** What a test class is made of. */
export interface ClassShape {
    readonly fields?: Readonly<Record<string, string>>;
    /** `equals/1` to a function of (self, ...arguments). */
    readonly methods?: Readonly<Record<string, (self: Value, ...args: Value[]) => Value>>;
    readonly superclass?: typeof ApexObject;
}

/** A class as the compiler makes it: JavaScript class with metadata. */
export function apexClass(name: string, shape: ClassShape): typeof ApexObject & { meta: ClassMeta } {
    const base = shape.superclass ?? ApexObject;
    const type = class extends base {} as unknown as typeof ApexObject & { meta: ClassMeta };
    const names = Object.keys(shape.fields ?? {});
    const fields: FieldMeta[] = names.map((field) => ({
        name: field,
        type: typeToken(shape.fields![field]!),
        isStatic: false,
        isTransient: false,
        isFinal: false,
        visibility: 'public',
        annotations: [],
        isProperty: false,
        isReadable: true,
        isWritable: true,
        get: (self) => self[field] ?? null,
        set: (self, value) => {
            self[field] = value;
        }
    }));
    const methods: MethodMeta[] = Object.entries(shape.methods ?? {}).map(([key, work]) => ({
        name: key.split('/')[0]!,
        isStatic: false,
        isAbstract: false,
        visibility: 'public',
        parameters: Array.from({ length: Number(key.split('/')[1]) }, () => ({ name: 'p', type: typeToken('Object') })),
        returnType: typeToken('Object'),
        annotations: [],
        line: 1,
        invoke: (self, args) => work(self, ...args)
    }));
    type.meta = {
        name,
        kind: 'class',
        isAbstract: false,
        visibility: 'public',
        sharing: 'none',
        apiVersion: 66,
        path: `${name}.cls`,
        line: 1,
        superclass: shape.superclass?.meta ? shape.superclass.meta.token : null,
        interfaces: [],
        annotations: [],
        isTest: false,
        methods,
        fields,
        enumValues: [],
        token: typeToken(name),
        construct: () => new type(),
        source: ''
    };
    return type;
}

/** An instance with field values. */
export function instance(type: typeof ApexObject, values: Record<string, Value> = {}): Value {
    return Object.assign(new type(), values);
}
