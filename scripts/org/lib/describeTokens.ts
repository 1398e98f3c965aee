/**
 * The values behind `Account.SObjectType`, `Account.Name` and their describe results.
 * One instance per object and field, so that identity is equality.
 */
import type { FieldDef, FieldSetDef, ObjectDef, PicklistValue, ChildRelationship } from '../schema/model.ts';

/** `Schema.SObjectType`. */
export class SObjectTypeToken {
    readonly typeName = 'SObjectType';
    readonly def: ObjectDef;

    constructor(def: ObjectDef) {
        this.def = def;
    }

    toText(): string {
        return this.def.name;
    }

    toString(): string {
        return this.def.name;
    }
}

/** `Schema.SObjectField`. */
export class SObjectFieldToken {
    readonly typeName = 'SObjectField';
    readonly object: ObjectDef;
    readonly field: FieldDef;

    constructor(object: ObjectDef, field: FieldDef) {
        this.object = object;
        this.field = field;
    }

    toText(): string {
        return this.field.name;
    }

    toString(): string {
        return this.field.name;
    }
}

/** `Schema.DescribeSObjectResult`. */
export class ObjectDescribe {
    readonly typeName = 'DescribeSObjectResult';
    readonly def: ObjectDef;

    constructor(def: ObjectDef) {
        this.def = def;
    }

    toText(): string {
        return `Schema.DescribeSObjectResult[${this.def.name}]`;
    }
}

/** `Schema.DescribeFieldResult`. */
export class FieldDescribe {
    readonly typeName = 'DescribeFieldResult';
    readonly object: ObjectDef;
    readonly field: FieldDef;

    constructor(object: ObjectDef, field: FieldDef) {
        this.object = object;
        this.field = field;
    }

    toText(): string {
        return `Schema.DescribeFieldResult[${this.object.name}.${this.field.name}]`;
    }
}

/** `DescribeSObjectResult.fields` and `.fieldSets`: holders that only offer `getMap()`. */
export class DescribeMapHolder {
    readonly typeName: 'SObjectTypeFields' | 'SObjectTypeFieldSets';
    readonly def: ObjectDef;

    constructor(typeName: 'SObjectTypeFields' | 'SObjectTypeFieldSets', def: ObjectDef) {
        this.typeName = typeName;
        this.def = def;
    }
}

/** `Schema.FieldSet`. */
export class FieldSetToken {
    readonly typeName = 'FieldSet';
    readonly object: ObjectDef;
    readonly set: FieldSetDef;

    constructor(object: ObjectDef, set: FieldSetDef) {
        this.object = object;
        this.set = set;
    }

    toText(): string {
        return this.set.name;
    }
}

/** `Schema.FieldSetMember`. */
export class FieldSetMemberToken {
    readonly typeName = 'FieldSetMember';
    readonly object: ObjectDef;
    /** Dotted path from the object. */
    readonly path: string;
    readonly field: FieldDef;

    constructor(object: ObjectDef, path: string, field: FieldDef) {
        this.object = object;
        this.path = path;
        this.field = field;
    }
}

/** `Schema.PicklistEntry`. */
export class PicklistEntryToken {
    readonly typeName = 'PicklistEntry';
    readonly entry: PicklistValue;

    constructor(entry: PicklistValue) {
        this.entry = entry;
    }
}

/** `Schema.ChildRelationship`. */
export class ChildRelationshipToken {
    readonly typeName = 'ChildRelationship';
    readonly relationship: ChildRelationship;

    constructor(relationship: ChildRelationship) {
        this.relationship = relationship;
    }
}

/** `Schema.RecordTypeInfo`. Every object has the master record type. */
export class RecordTypeInfoToken {
    readonly typeName = 'RecordTypeInfo';
    readonly name: string;
    readonly developerName: string;
    readonly id: string;
    readonly isMaster: boolean;
    readonly isActive: boolean;

    constructor(name: string, developerName: string, id: string, isMaster: boolean, isActive: boolean) {
        this.name = name;
        this.developerName = developerName;
        this.id = id;
        this.isMaster = isMaster;
        this.isActive = isActive;
    }
}

function interned<K extends object, V>(create: (key: K) => V): (key: K) => V {
    const known = new WeakMap<K, V>();
    return (key) => {
        let value = known.get(key);
        if (value === undefined) {
            value = create(key);
            known.set(key, value);
        }
        return value;
    };
}

/** The token of an object. */
export const sobjectTypeOf = interned((def: ObjectDef) => new SObjectTypeToken(def));
/** The describe result of an object. */
export const describeOf = interned((def: ObjectDef) => new ObjectDescribe(def));

const fieldTokens = interned((_def: ObjectDef) => new Map<string, SObjectFieldToken>());
const fieldDescribes = interned((_def: ObjectDef) => new Map<string, FieldDescribe>());

/** The token of a field. */
export function fieldTokenOf(object: ObjectDef, field: FieldDef): SObjectFieldToken {
    const tokens = fieldTokens(object);
    let token = tokens.get(field.name);
    if (!token) {
        token = new SObjectFieldToken(object, field);
        tokens.set(field.name, token);
    }
    return token;
}

/** The describe result of a field. */
export function fieldDescribeOf(object: ObjectDef, field: FieldDef): FieldDescribe {
    const describes = fieldDescribes(object);
    let describe = describes.get(field.name);
    if (!describe) {
        describe = new FieldDescribe(object, field);
        describes.set(field.name, describe);
    }
    return describe;
}

const relationshipTokens = interned((_field: FieldDef) => new Map<string, ChildRelationshipToken>());

/** The token of a child relationship. */
export function childRelationshipOf(relationship: ChildRelationship): ChildRelationshipToken {
    const tokens = relationshipTokens(relationship.field);
    const key = `${relationship.childObject.name}.${relationship.name}`;
    let token = tokens.get(key);
    if (!token) {
        token = new ChildRelationshipToken(relationship);
        tokens.set(key, token);
    }
    return token;
}
