/** The profiles that every org has. A package ships none. */
import type { FieldDef, ObjectDef, ObjectPermission, PermissionGrant, Schema } from '../schema/model.ts';

const everything: ObjectPermission = {
    read: true,
    create: true,
    edit: true,
    delete: true,
    viewAll: false,
    modifyAll: false
};
const readOnly: ObjectPermission = { ...everything, create: false, edit: false, delete: false };

/** Standard objects that the profile "Standard User" works with. */
const salesObjects = [
    'Account',
    'Contact',
    'Lead',
    'Opportunity',
    'OpportunityLineItem',
    'Case',
    'Contract',
    'Order',
    'OrderItem',
    'Task',
    'Event',
    'Note',
    'Attachment',
    'ContentVersion',
    'ContentDocument',
    'Idea',
    'EmailMessage',
    'EmailMessageRelation'
];
const catalogueObjects = [
    'Campaign',
    'CampaignMember',
    'Product2',
    'Pricebook2',
    'PricebookEntry',
    'Asset',
    'Solution',
    'Individual'
];

const standardUserPermissions = [
    'ApiEnabled',
    'RunReports',
    'ConvertLeads',
    'EditTask',
    'EditEvent',
    'ActivitiesAccess',
    'LightningExperienceUser',
    'ViewHelpLink',
    'ViewRoles',
    'ViewSetup'
];

const noDelete: ObjectPermission = { ...everything, delete: false };

/** Standard profiles keep the deletion of cases for administrators. */
const undeletable = new Set(['case']);

/** Fields of Data.com companies, which only administrators get. */
const companyFields = new Set([
    'dunsnumber',
    'tradestyle',
    'naicscode',
    'naicsdesc',
    'yearstarted',
    'sicdesc',
    'companydunsnumber'
]);

interface ProfileRecipe {
    readonly full: readonly string[];
    readonly read: readonly string[];
    readonly userPermissions: readonly string[];
}

const recipes: Readonly<Record<string, ProfileRecipe>> = {
    // The administrator's rights come from being one; the grant only lends the name.
    'system administrator': { full: [], read: [], userPermissions: [] },
    'standard user': { full: salesObjects, read: catalogueObjects, userPermissions: standardUserPermissions },
    'marketing user': {
        full: [...salesObjects, 'Campaign', 'CampaignMember'],
        read: catalogueObjects,
        userPermissions: [...standardUserPermissions, 'MarketingUser', 'ImportLeads']
    },
    'read only': {
        full: [],
        read: [...salesObjects, ...catalogueObjects],
        userPermissions: ['ActivitiesAccess', 'ApiEnabled', 'RunReports', 'LightningExperienceUser']
    },
    'minimum access - salesforce': {
        full: [],
        read: [],
        userPermissions: ['ActivitiesAccess', 'LightningExperienceUser']
    }
};

const canonicalNames: Readonly<Record<string, string>> = {
    'system administrator': 'System Administrator',
    'standard user': 'Standard User',
    'marketing user': 'Marketing User',
    'read only': 'Read Only',
    'minimum access - salesforce': 'Minimum Access - Salesforce'
};

/** Names of the profiles that are there without anyone making them. */
export const builtInProfileNames: readonly string[] = Object.values(canonicalNames);

const cache = new WeakMap<Schema, Map<string, PermissionGrant>>();

/** The grant of a built-in profile, any spelling; undefined for other names. */
export function builtInProfile(schema: Schema, name: string): PermissionGrant | undefined {
    const key = name.toLowerCase();
    const recipe = recipes[key];
    if (recipe === undefined) {
        return undefined;
    }
    let grants = cache.get(schema);
    if (grants === undefined) {
        grants = new Map();
        cache.set(schema, grants);
    }
    let grant = grants.get(key);
    if (grant === undefined) {
        grant = cook(schema, canonicalNames[key]!, recipe);
        grants.set(key, grant);
    }
    return grant;
}

function cook(schema: Schema, name: string, recipe: ProfileRecipe): PermissionGrant {
    const objects = new Map<string, ObjectPermission>();
    const fields = new Map<string, { read: boolean; edit: boolean }>();
    const add = (objectName: string, permission: ObjectPermission): void => {
        const def = schema.object(objectName);
        if (def === undefined || objects.has(def.name.toLowerCase())) {
            return;
        }
        objects.set(def.name.toLowerCase(), permission);
        for (const field of standardFields(def)) {
            fields.set(`${def.name}.${field.name}`.toLowerCase(), { read: true, edit: permission.edit });
        }
    };
    recipe.full.forEach((each) => add(each, undeletable.has(each.toLowerCase()) ? noDelete : everything));
    recipe.read.forEach((each) => add(each, readOnly));
    return {
        name,
        label: name,
        objects,
        fields,
        classes: new Set(),
        customPermissions: new Set(),
        userPermissions: new Set(recipe.userPermissions),
        customMetadataTypes: new Set(),
        tabs: new Map(),
        applications: new Set()
    };
}

// Fields that a package adds to a standard object are granted by permission sets only.
function standardFields(def: ObjectDef): FieldDef[] {
    return [...def.fields.values()].filter((field) => !field.isCustom && !companyFields.has(field.name.toLowerCase()));
}
