/**
 * Types of metadata that the local org takes: where their files lie and what they are called. Names, folders and suffixes
 * come from the registry of `@salesforce/source-deploy-retrieve`, so that both sides of a deploy agree.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface ChildType {
    readonly name: string;
    /** Element within the parent's file in Metadata API form, and folder in source form. */
    readonly element: string;
    readonly suffix: string;
}

export interface MetadataType {
    readonly name: string;
    /** Folder of a deployed zip. */
    readonly directory: string;
    /** Without the dot; empty for bundles. */
    readonly suffix: string;
    readonly inFolder: boolean;
    /**
     * `code`: a text with a `-meta.xml` beside it; `resource`: bytes with one; `bundle`: a folder; `object`: one file with
     * members of other types in it; `labels`: one file with all labels; `plain`: one file.
     */
    readonly form: 'code' | 'resource' | 'bundle' | 'object' | 'labels' | 'plain';
    /** False: kept, listed and given back, and nothing happens by it. */
    readonly isActedOn: boolean;
}

interface RegistryType {
    readonly name: string;
    readonly directoryName: string;
    readonly suffix?: string;
    readonly inFolder: boolean;
    readonly children?: { readonly types: Readonly<Record<string, RegistryType>> };
}

interface Registry {
    readonly types: Readonly<Record<string, RegistryType>>;
}

/** What the local org reads and acts on. */
const ACTED_ON = [
    'ApexClass',
    'ApexTrigger',
    'CustomApplication',
    'CustomLabels',
    'CustomMetadata',
    'CustomNotificationType',
    'CustomObject',
    'CustomPermission',
    'CustomTab',
    'FlexiPage',
    'GlobalValueSet',
    'Group',
    'LightningComponentBundle',
    'Layout',
    'LightningMessageChannel',
    'PermissionSet',
    'PermissionSetGroup',
    'PlatformCachePartition',
    'Profile',
    'Queue',
    'QuickAction',
    'Role',
    'SharingRules',
    'StandardValueSet',
    'StaticResource'
] as const;

/** What it keeps for those who list and retrieve it: each deploy says so with a warning. */
const KEPT = [
    'CspTrustedSite',
    'PathAssistant',
    'RemoteSiteSetting',
    'Report',
    'ReportFolder',
    'ReportType',
    'Settings'
] as const;

/** Members of an object that the local org reads; its other members are kept. */
const ACTED_ON_CHILDREN = new Set([
    'CompactLayout',
    'CustomField',
    'FieldSet',
    'ListView',
    'RecordType',
    'ValidationRule'
]);

const FORMS: Readonly<Record<string, MetadataType['form']>> = {
    ApexClass: 'code',
    ApexTrigger: 'code',
    StaticResource: 'resource',
    LightningComponentBundle: 'bundle',
    CustomObject: 'object',
    CustomLabels: 'labels'
};

function readRegistry(): Registry {
    const path = createRequire(import.meta.url).resolve(
        '@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json'
    );
    return JSON.parse(readFileSync(path, 'utf8')) as Registry;
}

const registry = readRegistry();

function typeOf(name: string, isActedOn: boolean): MetadataType {
    const known = registry.types[name.toLowerCase()];
    if (!known) throw new Error(`The registry of the platform's types has no ${name}`);
    return {
        name,
        directory: known.directoryName,
        suffix: known.suffix ?? '',
        inFolder: known.inFolder,
        form: FORMS[name] ?? 'plain',
        isActedOn
    };
}

/** Top-level types by name. */
export const metadataTypes: ReadonlyMap<string, MetadataType> = new Map([
    ...ACTED_ON.map((name) => [name, typeOf(name, true)] as const),
    ...KEPT.map((name) => [name, typeOf(name, false)] as const)
]);

/** Members of an object, by element name. */
export const objectChildren: ReadonlyMap<string, ChildType> = new Map(
    Object.values(registry.types['customobject']?.children?.types ?? {}).map((child) => [
        child.directoryName,
        { name: child.name, element: child.directoryName, suffix: child.suffix ?? '' }
    ])
);

/** Types whose members stand in the file of a member of another type: child type to parent type. */
export const parentTypes: ReadonlyMap<string, string> = new Map([
    ...[...objectChildren.values()].map(({ name }) => [name, 'CustomObject'] as const),
    ['CustomLabel', 'CustomLabels']
]);

/** True for types of members, top-level or not. */
export function isKnownType(name: string): boolean {
    return metadataTypes.has(name) || parentTypes.has(name);
}

/** False for types that are kept and not acted on. */
export function isActedOn(name: string): boolean {
    return metadataTypes.get(name)?.isActedOn ?? (name === 'CustomLabel' || ACTED_ON_CHILDREN.has(name));
}

/** Name of the platform's type with that folder of a zip, whether the local org takes it or not. */
export function platformTypeOfDirectory(directory: string): string | undefined {
    return Object.values(registry.types).find((type) => type.directoryName === directory)?.name;
}

/** True for every type that the platform has, whether the local org takes it or not. */
export function isPlatformType(name: string): boolean {
    return (
        name.toLowerCase() in registry.types ||
        Object.values(registry.types).some((type) =>
            Object.values(type.children?.types ?? {}).some((child) => child.name === name)
        )
    );
}
