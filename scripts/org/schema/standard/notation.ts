/**
 * Compact notation for standard objects, one line a field:
 *
 *   Name string(255) name required "Account Name"
 *   Industry picklist [Banking; *Other]                     a star marks the default value
 *   AnnualRevenue currency(18,0)
 *   ParentId ref(Account) rel=Parent child=ChildAccounts    cascade, restrict: what deleting the parent does
 *   Billing address                                         expands to BillingStreet, BillingCity, ...
 *
 * Flags: name, required, readonly (never written), createonly, updateonly, unique, external, restricted, auto(FORMAT),
 * nofls (field-level security does not apply), nofilter, default(FORMULA).
 */
import { labelFromName, makeField } from '../fieldDefaults.ts';
import { auditFields, idField, isDeletedField, ownerField } from '../systemFields.ts';
import type { FieldDef, FieldType, ObjectDef, PicklistValue, SharingModel } from '../model.ts';

export interface StandardObject {
    readonly name: string;
    readonly prefix: string;
    readonly label?: string;
    readonly plural?: string;
    /** Absent: no sharing, everybody who has the object permission sees all rows. */
    readonly sharing?: SharingModel;
    readonly owner?: 'user' | 'userOrQueue';
    /** 'full' (default): deleted flag and audit fields; 'audit': no deleted flag; 'none': only the Id. */
    readonly system?: 'full' | 'audit' | 'none';
    readonly isSetup?: boolean;
    /** Only read by queries: no DML. */
    readonly isReadOnly?: boolean;
    /** Records are deactivated instead of deleted. */
    readonly isKept?: boolean;
    readonly isQueryable?: boolean;
    /** Field of the share object that names the record, when there is one: `LeadId`. */
    readonly shareParent?: string;
    readonly hasHistory?: boolean;
    readonly fields: string;
}

const TYPES: Readonly<Record<string, FieldType>> = {
    ref: 'reference',
    bool: 'boolean',
    int: 'integer',
    text: 'textarea'
};
const DEFAULT_LENGTH: Partial<Record<FieldType, number>> = {
    string: 255,
    textarea: 255,
    email: 80,
    phone: 40,
    url: 255,
    picklist: 255,
    multipicklist: 4099,
    combobox: 255,
    reference: 18
};

function picklist(text: string): PicklistValue[] {
    return text
        .split(';')
        .map((each) => each.trim())
        .filter((each) => each !== '')
        .map((each) => {
            const value = each.replace(/^\*/, '');
            return { value, label: value, isDefault: each.startsWith('*'), isActive: true };
        });
}

/** `Billing address` as its parts and the compound field. */
function addressFields(prefix: string): FieldDef[] {
    const part = (suffix: string, type: FieldType, length?: number): FieldDef =>
        makeField({ name: prefix + suffix, type, ...(length ? { length } : {}) });
    return [
        part('Street', 'textarea', 255),
        part('City', 'string', 40),
        part('State', 'string', 80),
        part('PostalCode', 'string', 20),
        part('Country', 'string', 80),
        makeField({ name: `${prefix}Latitude`, type: 'double', precision: 18, scale: 15 }),
        makeField({ name: `${prefix}Longitude`, type: 'double', precision: 18, scale: 15 }),
        part('GeocodeAccuracy', 'picklist', 40),
        makeField({ name: `${prefix}Address`, type: 'address', isCreateable: false, isUpdateable: false })
    ];
}

const LINE = /^(\w+)\s+(\w+)(?:\(([^)]*)\))?(.*)$/;

function fieldsOfLine(line: string): FieldDef[] {
    const found = LINE.exec(line);
    if (!found) throw new Error(`Standard object table: cannot read "${line}"`);
    const [, name = '', typeName = '', args = '', rest = ''] = found;
    if (typeName === 'address') return addressFields(name === 'Plain' ? '' : name);
    const type = TYPES[typeName] ?? (typeName as FieldType);
    const values = /\[([^\]]*)\]/.exec(rest)?.[1];
    const label = /"([^"]*)"/.exec(rest)?.[1] ?? labelFromName(name);
    const flags = new Set(
        rest
            .replace(/\[[^\]]*\]|"[^"]*"/g, '')
            .trim()
            .split(/\s+/)
    );
    const option = (key: string): string | undefined =>
        new RegExp(`(?:^|\\s)${key}(?:=(\\S+)|\\(([^)]*)\\))`)
            .exec(rest)
            ?.slice(1)
            .find((each) => each !== undefined);
    const isNumber = type === 'double' || type === 'currency' || type === 'percent';
    const numbers = args.split(',').map(Number);
    const relationshipName = option('rel') ?? (type === 'reference' ? name.replace(/Id$/, '') : undefined);
    const childName = option('child');
    const defaultFormula = option('default');
    const autoNumberFormat = option('auto');
    const isReadOnly = flags.has('readonly') || autoNumberFormat !== undefined;
    const isRequired = flags.has('required');
    const length = isNumber ? undefined : type === 'reference' ? 18 : args ? numbers[0] : DEFAULT_LENGTH[type];
    const constraint = flags.has('cascade') ? 'Cascade' : flags.has('restrict') ? 'Restrict' : 'SetNull';
    return [
        makeField({
            name,
            type,
            label,
            ...(length === undefined ? {} : { length }),
            ...(isNumber ? { precision: numbers[0] || 18, scale: numbers[1] ?? 2 } : {}),
            isRequired,
            isUnique: flags.has('unique'),
            isExternalId: flags.has('external'),
            isNameField: flags.has('name'),
            isAutoNumber: autoNumberFormat !== undefined,
            isCreateable: !isReadOnly && !flags.has('updateonly'),
            isUpdateable: !isReadOnly && !flags.has('createonly'),
            isPermissionable: !isRequired && !flags.has('name') && !flags.has('nofls'),
            ...(flags.has('nofilter') ? { isFilterable: false, isSortable: false, isGroupable: false } : {}),
            ...(autoNumberFormat ? { autoNumberFormat } : {}),
            ...(values === undefined
                ? {}
                : { picklistValues: picklist(values), isRestrictedPicklist: flags.has('restricted') }),
            ...(defaultFormula ? { defaultFormula } : {}),
            ...(type === 'reference'
                ? { referenceTo: args.split(',').map((each) => each.trim()), deleteConstraint: constraint }
                : {}),
            ...(relationshipName ? { relationshipName } : {}),
            ...(childName ? { childRelationshipName: childName } : {})
        })
    ];
}

/** Object model of one table; custom fields are added to it later. */
export function standardObject(table: StandardObject): ObjectDef {
    const system = table.system ?? 'full';
    const fields: FieldDef[] = [idField(`${table.label ?? labelFromName(table.name)} ID`)];
    if (system === 'full') fields.push(isDeletedField());
    if (table.owner) fields.push(ownerField(table.owner === 'user' ? ['User'] : ['Group', 'User']));
    if (system !== 'none') fields.push(...auditFields());
    for (const line of table.fields.split('\n')) {
        if (line.trim() !== '') fields.push(...fieldsOfLine(line.trim()));
    }
    const label = table.label ?? labelFromName(table.name);
    const isWritable = table.isReadOnly !== true;
    return {
        name: table.name,
        label,
        pluralLabel: table.plural ?? `${label}s`,
        kind: 'standard',
        keyPrefix: table.prefix,
        sharingModel: table.sharing ?? 'FullAccess',
        fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
        validationRules: [],
        fieldSets: [],
        listViews: [],
        ...(table.hasHistory ? { hasHistory: true } : {}),
        ...(table.shareParent ? { shareParentField: table.shareParent } : {}),
        isSetupObject: table.isSetup ?? false,
        isCreateable: isWritable,
        isUpdateable: isWritable,
        isDeletable: isWritable && table.isKept !== true,
        isQueryable: table.isQueryable ?? true
    };
}

/** Values of a standard picklist, of which some mean something more. */
export function valueList(name: string, meaning: string): StandardObject {
    return {
        name,
        prefix: '01J',
        system: 'audit',
        isReadOnly: true,
        fields: `
    MasterLabel string(255)
    ApiName string(255)
    SortOrder int
    IsDefault bool
    ${meaning} bool`
    };
}
