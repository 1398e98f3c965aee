/**
 * The object model: what metadata XML and the built-in standard objects become.
 * Everything that stores, queries, saves or describes records reads this and nothing else.
 * Names are canonical API names; every lookup by name ignores case.
 */
import type { FilterLogic } from './filterLogic.ts';

/** How a field is stored and which Apex type it has. Values are the names that describe calls use. */
export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'email'
    | 'phone'
    | 'url'
    | 'picklist'
    | 'multipicklist'
    | 'combobox'
    | 'boolean'
    | 'integer'
    | 'long'
    | 'double'
    | 'currency'
    | 'percent'
    | 'date'
    | 'datetime'
    | 'time'
    | 'reference'
    | 'address'
    | 'location'
    | 'base64'
    | 'anytype';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
    readonly isDefault: boolean;
    readonly isActive: boolean;
    /** Only for LeadStatus, OpportunityStage and the like: flags such as `converted`, `won`, `closed`. */
    readonly flags?: Readonly<Record<string, boolean | number | string>>;
}

export type DeleteConstraint = 'SetNull' | 'Restrict' | 'Cascade';

export interface RollupDef {
    readonly operation: 'count' | 'sum' | 'min' | 'max';
    /** API name of the child object. */
    readonly childObject: string;
    /** API name of the master-detail field on the child. */
    readonly childField: string;
    /** API name of the summarised field of the child; absent for `count`. */
    readonly summarizedField?: string;
    readonly filters: readonly FilterDef[];
}

/** One criterion of a roll-up or a lookup filter. */
export interface FilterDef {
    readonly field: string;
    readonly operation: string;
    readonly value: string;
    /** Lookup filters: the field whose value takes the place of `value`. */
    readonly valueField?: string;
}

/** What the target of a lookup has to meet. */
export interface LookupFilterDef {
    /** Fields are paths: `Account.Industry`, `$Source.Region__c`, `$User.Id`. */
    readonly filters: readonly FilterDef[];
    readonly logic: FilterLogic;
    readonly message: string;
}

/** A place in a metadata file; line and column count from 1. */
export interface SourcePlace {
    readonly path: string;
    readonly line: number;
    readonly column: number;
}

export interface FieldDef {
    /** Canonical API name, e.g. `Due_At__c`. */
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    readonly isCustom: boolean;
    /** Characters; text types only. */
    readonly length?: number;
    readonly precision?: number;
    readonly scale?: number;
    /** A value is needed to save (metadata `required`, or a standard field that cannot be nil). */
    readonly isRequired: boolean;
    readonly isUnique: boolean;
    readonly isCaseSensitive: boolean;
    readonly isExternalId: boolean;
    readonly isAutoNumber: boolean;
    /** e.g. `A-{00000}`. */
    readonly autoNumberFormat?: string;
    readonly isNameField: boolean;
    readonly isCreateable: boolean;
    readonly isUpdateable: boolean;
    readonly isFilterable: boolean;
    readonly isSortable: boolean;
    readonly isGroupable: boolean;
    /** FLS does not apply (Id, Name of a master, system fields, required fields). */
    readonly isPermissionable: boolean;
    /** Formula source; the field is calculated and read only. */
    readonly formula?: string;
    readonly formulaTreatsBlankAsZero?: boolean;
    readonly rollup?: RollupDef;
    /** Default value as a formula source, e.g. `TODAY()`, `"MQL"`, `false`. */
    readonly defaultFormula?: string;
    /** Where the formula, or the default value, is written; absent for standard fields. */
    readonly formulaAt?: SourcePlace;
    readonly picklistValues?: readonly PicklistValue[];
    readonly isRestrictedPicklist?: boolean;
    /** API names of the objects that a reference may point to; more than one means polymorphic. */
    readonly referenceTo?: readonly string[];
    /** `Lead__r`, `Owner`: the name that SOQL and Apex use for the parent record. */
    readonly relationshipName?: string;
    /** `Things__r`, `Contacts`: the name that subqueries on the parent use. */
    readonly childRelationshipName?: string;
    readonly isMasterDetail?: boolean;
    readonly masterDetailOrder?: 0 | 1;
    readonly isReparentable?: boolean;
    readonly deleteConstraint?: DeleteConstraint;
    /** Only filters that are required: an optional one is for pages. */
    readonly lookupFilter?: LookupFilterDef;
    readonly inlineHelpText?: string;
    readonly description?: string;
}

export interface ValidationRuleDef {
    readonly name: string;
    readonly isActive: boolean;
    readonly formula: string;
    readonly formulaAt?: SourcePlace;
    readonly message: string;
    /** API name of the field that shows the message; absent: top of page. */
    readonly errorField?: string;
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'ControlledByParent' | 'FullAccess';

export type ObjectKind =
    | 'standard'
    | 'custom'
    | 'customMetadata'
    | 'customSettingList'
    | 'customSettingHierarchy'
    | 'platformEvent'
    | 'share'
    | 'history';

export interface FieldSetDef {
    readonly name: string;
    readonly label: string;
    readonly fields: readonly string[];
}

export interface ListViewDef {
    readonly name: string;
    readonly label: string;
    readonly columns: readonly string[];
    readonly scope: string;
    readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

export interface ObjectDef {
    readonly name: string;
    readonly label: string;
    readonly pluralLabel: string;
    readonly kind: ObjectKind;
    /** Three characters, e.g. `00Q`; custom ones are given out in a stable order (`a00`, `a01`, ...). */
    readonly keyPrefix: string;
    readonly sharingModel: SharingModel;
    /** Keyed by lower-case API name, in declaration order, system fields first. */
    readonly fields: ReadonlyMap<string, FieldDef>;
    readonly validationRules: readonly ValidationRuleDef[];
    readonly fieldSets: readonly FieldSetDef[];
    readonly listViews: readonly ListViewDef[];
    readonly recordTypes?: readonly RecordTypeDef[];
    readonly sharingRules?: readonly SharingRuleDef[];
    /** Tasks and events may name it in WhatId. */
    readonly hasActivities?: boolean;
    /** Field history is tracked: there is a history object. */
    readonly hasHistory?: boolean;
    /** Field of the share object that names the record, e.g. `LeadId`; absent when there is no share object. */
    readonly shareParentField?: string;
    /** Setup objects (User, Group, ...) may not be saved in one transaction with others. */
    readonly isSetupObject: boolean;
    readonly isCreateable: boolean;
    readonly isUpdateable: boolean;
    readonly isDeletable: boolean;
    readonly isQueryable: boolean;
    /** Platform events: published at once, whatever becomes of the transaction, or with its commit. */
    readonly publishes?: 'immediately' | 'afterCommit';
    readonly description?: string;
}

/** Whom a sharing rule shares with, or whose records it shares. */
export interface SharingTarget {
    readonly kind: 'role' | 'roleAndSubordinates' | 'group' | 'queue' | 'allInternalUsers';
    /** Developer name of the role, group or queue; empty for all internal users. */
    readonly name: string;
}

/** A rule that shares records of one object: those of certain owners, or those that meet criteria. */
export interface SharingRuleDef {
    readonly name: string;
    readonly level: 'Read' | 'Edit' | 'All';
    readonly sharedTo: SharingTarget;
    readonly records:
        | { readonly kind: 'owned'; readonly by: SharingTarget }
        | { readonly kind: 'meeting'; readonly filters: readonly FilterDef[]; readonly logic: FilterLogic };
    /** Accounts: what the rule gives on their contacts, opportunities and cases; keys are objects. */
    readonly children: Readonly<Record<string, string>>;
}

export interface RecordTypeDef {
    readonly developerName: string;
    readonly label: string;
    readonly isActive: boolean;
    readonly description?: string;
}

/** A child relationship seen from the parent. */
export interface ChildRelationship {
    readonly name: string;
    readonly childObject: ObjectDef;
    readonly field: FieldDef;
}

/** What a permission set or profile grants. Keys are lower-case API names. */
export interface PermissionGrant {
    readonly name: string;
    readonly label: string;
    readonly description?: string;
    readonly objects: ReadonlyMap<string, ObjectPermission>;
    /** Key `object.field`. */
    readonly fields: ReadonlyMap<string, { readonly read: boolean; readonly edit: boolean }>;
    readonly classes: ReadonlySet<string>;
    readonly customPermissions: ReadonlySet<string>;
    /** `ModifyAllData`, `ViewAllData`, `ApiEnabled`, ... in canonical spelling. */
    readonly userPermissions: ReadonlySet<string>;
    readonly customMetadataTypes: ReadonlySet<string>;
    readonly tabs: ReadonlyMap<string, string>;
    readonly applications: ReadonlySet<string>;
}

export interface ObjectPermission {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
}

/** One custom metadata record, from `customMetadata/Type.Name.md-meta.xml`. */
export interface CustomMetadataRecord {
    /** API name of the type, with suffix. */
    readonly type: string;
    readonly developerName: string;
    readonly label: string;
    readonly isProtected?: boolean;
    /** File it came from, as shown in messages. */
    readonly path?: string;
    /** Field API name to raw text; absent or nil means null. */
    readonly values: Readonly<Record<string, string | null>>;
}

export interface LabelDef {
    readonly name: string;
    readonly value: string;
    readonly language: string;
}

/** A model of customizable campaign influence. */
export interface InfluenceModelDef {
    readonly developerName: string;
    readonly label: string;
    readonly description: string | null;
    readonly isDefault: boolean;
    readonly isLocked: boolean;
}

/** The whole object model of one org. */
export interface Schema {
    /** Any spelling of an API name; undefined when there is none. */
    object(name: string): ObjectDef | undefined;
    objectByPrefix(keyPrefix: string): ObjectDef | undefined;
    readonly objects: readonly ObjectDef[];
    field(object: ObjectDef, name: string): FieldDef | undefined;
    /** Field whose `relationshipName` matches. */
    parentRelationship(object: ObjectDef, relationshipName: string): FieldDef | undefined;
    childRelationships(object: ObjectDef): readonly ChildRelationship[];
    readonly permissionSets: ReadonlyMap<string, PermissionGrant>;
    readonly profiles: ReadonlyMap<string, PermissionGrant>;
    readonly customPermissions: ReadonlySet<string>;
    /** Label and description of custom permissions; keys as in `customPermissions`. */
    readonly customPermissionLabels: ReadonlyMap<string, string>;
    /** Names of permission sets by permission set group. */
    readonly permissionSetGroups: ReadonlyMap<
        string,
        { readonly label: string; readonly permissionSets: readonly string[] }
    >;
    /** Platform cache partitions of the package. */
    readonly cachePartitions?: readonly {
        readonly name: string;
        readonly label: string;
        readonly isDefault: boolean;
    }[];
    /** Models of customizable campaign influence; none where it is not switched on. */
    readonly influenceModels?: readonly InfluenceModelDef[];
    readonly customMetadata: readonly CustomMetadataRecord[];
    readonly labels: ReadonlyMap<string, LabelDef>;
}
