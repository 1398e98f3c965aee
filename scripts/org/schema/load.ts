/** Loads the object model of a package: standard objects, plus what the metadata files below the folders say. */
import { assembleSchema, PrefixRegistry } from './assemble.ts';
import { makeField } from './fieldDefaults.ts';
import { readField, readValues } from './fieldReader.ts';
import { hasCampaignInfluence, influenceModels, isOfCampaignInfluence } from './campaignInfluence.ts';
import { linkObjects } from './link.ts';
import {
    readCustomObject,
    readFieldSet,
    readListView,
    readRecordType,
    readSharingModel,
    readValidationRule
} from './objectReader.ts';
import { readPermissions } from './permissionReader.ts';
import { readSharingRules } from './sharingRuleReader.ts';
import { Diagnostics, readMetadata } from './source.ts';
import { STANDARD_VALUE_SETS, standardObjects } from './standard/index.ts';
import { children, flagOf, textOf } from './xml.ts';
import type { SchemaParts } from './assemble.ts';
import type { FieldSource } from './fieldReader.ts';
import type {
    CustomMetadataRecord,
    FieldDef,
    LabelDef,
    ObjectDef,
    PermissionGrant,
    PicklistValue,
    Schema
} from './model.ts';
import type { ObjectMembers } from './objectReader.ts';
import type { MetadataFile, SourceKind } from './source.ts';
import type { Diagnostic } from '../runtime/program.ts';
import type { XmlElement } from './xml.ts';

export interface LoadResult {
    /** Complete as far as the files could be read, so that later checks can go on. */
    readonly schema: Schema;
    /** What the schema was assembled of: plain data. */
    readonly parts: SchemaParts;
    readonly diagnostics: readonly Diagnostic[];
}

export interface LoadOptions {
    /** Folders with source-format metadata at any depth. */
    readonly sourceDirs: readonly string[];
    /** Folder that paths in messages are relative to; the working directory when absent. */
    readonly root?: string;
}

interface ObjectSources {
    file: MetadataFile | null;
    fields: FieldSource[];
    members: ObjectMembers;
}

class Loader {
    private readonly diagnostics = new Diagnostics();
    private readonly files: readonly MetadataFile[];
    private readonly valueSets = new Map<string, readonly PicklistValue[]>();
    private readonly sources = new Map<string, ObjectSources & { name: string }>();
    /** Component key to the path of its first file. */
    private readonly seen = new Map<string, string>();

    constructor(options: LoadOptions) {
        this.files = readMetadata(options.sourceDirs, options.root ?? process.cwd(), this.diagnostics);
    }

    load(): LoadResult {
        for (const file of this.ofKind('GlobalValueSet')) {
            if (this.isFirst(file)) this.valueSets.set(file.name.toLowerCase(), readValues(file.root, 'customValue'));
        }
        this.collectObjects();
        const standard = this.standardObjects();
        const objects = this.withSharingRules(
            linkObjects([...standard, ...this.customObjects(standard)], this.pathOfObjects(), this.diagnostics)
        );
        const parts: SchemaParts = {
            objects,
            permissionSets: this.grants('PermissionSet'),
            profiles: this.grants('Profile'),
            customPermissions: new Map(
                this.firstOf('CustomPermission').map((file) => [file.name, textOf(file.root, 'label') ?? file.name])
            ),
            permissionSetGroups: new Map(
                this.firstOf('PermissionSetGroup').map((file) => [
                    file.name,
                    {
                        label: textOf(file.root, 'label') ?? file.name,
                        permissionSets: children(file.root, 'permissionSets').map((each) => each.text.trim())
                    }
                ])
            ),
            customMetadata: this.customMetadata(objects),
            labels: this.labels(),
            cachePartitions: this.firstOf('PlatformCachePartition').map((file) => ({
                name: file.name,
                label: textOf(file.root, 'masterLabel') ?? file.name,
                isDefault: flagOf(file.root, 'isDefaultPartition') ?? false
            })),
            influenceModels: influenceModels(
                this.firstOf('CampaignSettings'),
                this.firstOf('CampaignInfluenceModel'),
                this.diagnostics
            )
        };
        return { schema: assembleSchema(parts), parts, diagnostics: this.diagnostics.list };
    }

    private ofKind(kind: SourceKind): MetadataFile[] {
        return this.files.filter((file) => file.kind === kind);
    }

    private firstOf(kind: SourceKind): MetadataFile[] {
        return this.ofKind(kind).filter((file) => this.isFirst(file));
    }

    /** False, with a diagnostic, when another file has the same component. */
    private isFirst(file: { kind: string; name: string; path: string; objectName?: string }, at?: XmlElement): boolean {
        const owner = file.objectName ? `${file.objectName}.` : '';
        const key = `${file.kind} ${owner}${file.name}`.toLowerCase();
        const first = this.seen.get(key);
        if (first === undefined) {
            this.seen.set(key, file.path);
            return true;
        }
        this.diagnostics.error(file.path, `${file.kind} ${owner}${file.name} is already in ${first}.`, at);
        return false;
    }

    // ---- objects -------------------------------------------------------------------------------------------

    private sourcesOf(name: string): ObjectSources {
        const key = name.toLowerCase();
        let sources = this.sources.get(key);
        if (!sources) {
            const members = { validationRules: [], fieldSets: [], listViews: [], recordTypes: [] };
            sources = { name, file: null, fields: [], members };
            this.sources.set(key, sources);
        }
        return sources;
    }

    private collectObjects(): void {
        for (const file of this.ofKind('CustomObject')) {
            if (!this.isFirst({ ...file, objectName: '' })) continue;
            const sources = this.sourcesOf(file.name);
            sources.file = file;
            for (const each of children(file.root, 'fields')) this.addMember('CustomField', file, each, null);
            for (const each of children(file.root, 'validationRules'))
                this.addMember('ValidationRule', file, each, null);
            for (const each of children(file.root, 'fieldSets')) this.addMember('FieldSet', file, each, null);
            for (const each of children(file.root, 'listViews')) this.addMember('ListView', file, each, null);
            for (const each of children(file.root, 'recordTypes')) this.addMember('RecordType', file, each, null);
        }
        for (const kind of ['CustomField', 'ValidationRule', 'FieldSet', 'ListView', 'RecordType'] as const) {
            for (const file of this.ofKind(kind)) this.addMember(kind, file, file.root, file.name);
        }
    }

    /** @param fileName name according to the member's own file, null inside an object file */
    private addMember(kind: SourceKind, file: MetadataFile, element: XmlElement, fileName: string | null): void {
        const objectName = fileName === null ? file.name : file.objectName;
        const name = textOf(element, 'fullName') ?? fileName ?? '';
        if (!this.isFirst({ kind, name, path: file.path, objectName }, element)) return;
        const { fields, members } = this.sourcesOf(objectName);
        if (kind === 'CustomField') fields.push({ path: file.path, element, fileName });
        else if (kind === 'ValidationRule') {
            members.validationRules.push(readValidationRule(element, name, file.path, this.diagnostics));
        } else if (kind === 'FieldSet') members.fieldSets.push(readFieldSet(element, name));
        else if (kind === 'ListView') members.listViews.push(readListView(element, name));
        else members.recordTypes.push(readRecordType(element, name));
    }

    private pathOfObjects(): Map<string, string> {
        const paths = new Map<string, string>();
        for (const [key, sources] of this.sources) {
            const path = sources.file?.path ?? sources.fields[0]?.path;
            if (path !== undefined) paths.set(key, path);
            for (const field of sources.fields) {
                paths.set(`${key}.${(textOf(field.element, 'fullName') ?? '').toLowerCase()}`, field.path);
            }
        }
        return paths;
    }

    private standardObjects(): ObjectDef[] {
        const replaced = new Map<string, PicklistValue[]>();
        for (const file of this.firstOf('StandardValueSet')) {
            const targets = STANDARD_VALUE_SETS[file.name];
            if (!targets) this.diagnostics.unsupported(file.path, `Standard value set ${file.name}`, file.root);
            const values = readValues(file.root, 'standardValue');
            for (const [object, field] of targets ?? []) replaced.set(`${object}.${field}`.toLowerCase(), values);
        }
        const isInfluenceOn = hasCampaignInfluence(this.ofKind('CampaignSettings'));
        return standardObjects()
            .filter((object) => isInfluenceOn || !isOfCampaignInfluence(object.name))
            .map((object) => this.extendStandard(object, replaced));
    }

    private extendStandard(object: ObjectDef, replaced: ReadonlyMap<string, PicklistValue[]>): ObjectDef {
        const fields = new Map(object.fields);
        for (const [key, field] of fields) {
            const values = replaced.get(`${object.name}.${field.name}`.toLowerCase());
            if (values) fields.set(key, { ...field, picklistValues: values });
        }
        const sources = this.sources.get(object.name.toLowerCase());
        if (!sources) return { ...object, fields };
        if (sources.members.recordTypes.length > 0) fields.set('recordtypeid', recordTypeField());
        for (const source of sources.fields) {
            const name = (textOf(source.element, 'fullName') ?? source.fileName ?? '').toLowerCase();
            const known = fields.get(name);
            if (known) fields.set(name, this.overriddenField(known, source));
            else if (!name.endsWith('__c')) {
                this.diagnostics.unsupported(source.path, `Standard field ${object.name}.${source.fileName ?? name}`);
            } else
                for (const field of readField(source, this.valueSets, this.diagnostics))
                    fields.set(field.name.toLowerCase(), field);
        }
        const model = sources.file ? readSharingModel(sources.file, this.diagnostics) : null;
        return {
            ...object,
            fields,
            ...sources.members,
            sharingModel: model ?? object.sharingModel,
            ...(sources.file && flagOf(sources.file.root, 'enableHistory') ? { hasHistory: true } : {})
        };
    }

    private withSharingRules(objects: ObjectDef[]): ObjectDef[] {
        const files = new Map(this.firstOf('SharingRules').map((file) => [file.name.toLowerCase(), file]));
        const shared = objects.map((object) => {
            const file = files.get(object.name.toLowerCase());
            files.delete(object.name.toLowerCase());
            return file ? { ...object, sharingRules: readSharingRules(file, object, this.diagnostics) } : object;
        });
        for (const file of files.values()) {
            if (file.name.includes('__')) {
                this.diagnostics.error(file.path, `There is no object ${file.name}.`, file.root);
            } else this.diagnostics.unsupported(file.path, `Sharing rules of ${file.name}`, file.root);
        }
        return shared;
    }

    /** A package may give a standard field another label, help text or values. */
    private overriddenField(known: FieldDef, source: FieldSource): FieldDef {
        const label = textOf(source.element, 'label');
        const help = textOf(source.element, 'inlineHelpText');
        return { ...known, ...(label ? { label } : {}), ...(help ? { inlineHelpText: help } : {}) };
    }

    private customObjects(standard: readonly ObjectDef[]): ObjectDef[] {
        const prefixes = new PrefixRegistry(standard.map((object) => object.keyPrefix));
        const known = new Set(standard.map((object) => object.name.toLowerCase()));
        const objects: ObjectDef[] = [];
        for (const [key, sources] of [...this.sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
            if (known.has(key)) continue;
            const path = sources.file?.path ?? sources.fields[0]?.path ?? sources.name;
            if (!/__(c|mdt|e)$/i.test(sources.name)) {
                this.diagnostics.unsupported(path, `Standard object ${sources.name}`);
                continue;
            }
            if (!sources.file) {
                this.diagnostics.error(path, `${sources.name} has members and no ${sources.name}.object-meta.xml.`);
                continue;
            }
            const fields = sources.fields.flatMap((each) => readField(each, this.valueSets, this.diagnostics));
            if (sources.members.recordTypes.length > 0) fields.unshift(recordTypeField());
            const first = key.endsWith('__mdt') ? 'm' : key.endsWith('__e') ? 'e' : 'a';
            const prefix = prefixes.next(sources.name, first);
            objects.push(
                readCustomObject(sources.file, sources.name, fields, sources.members, prefix, this.diagnostics)
            );
        }
        return objects;
    }

    // ---- the rest ------------------------------------------------------------------------------------------

    private grants(kind: 'PermissionSet' | 'Profile'): Map<string, PermissionGrant> {
        return new Map(this.firstOf(kind).map((file) => [file.name, readPermissions(file)]));
    }

    private labels(): Map<string, LabelDef> {
        const labels = new Map<string, LabelDef>();
        for (const file of this.ofKind('CustomLabels')) {
            for (const each of children(file.root, 'labels')) {
                const name = textOf(each, 'fullName');
                if (name === undefined) {
                    this.diagnostics.error(file.path, 'A label needs <fullName>.', each);
                    continue;
                }
                if (!this.isFirst({ kind: 'CustomLabel', name, path: file.path }, each)) continue;
                const value = each.children.find((part) => part.name === 'value')?.text ?? '';
                labels.set(name.toLowerCase(), { name, value, language: textOf(each, 'language') ?? 'en_US' });
            }
        }
        return labels;
    }

    private customMetadata(objects: readonly ObjectDef[]): CustomMetadataRecord[] {
        const types = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
        const records: CustomMetadataRecord[] = [];
        for (const file of this.ofKind('CustomMetadata')) {
            const [typeName = '', ...rest] = file.name.split('.');
            const developerName = rest.join('.');
            const type = types.get(`${typeName}__mdt`.toLowerCase());
            if (!this.isFirst({ ...file, objectName: '' })) continue;
            if (!type) {
                this.diagnostics.error(file.path, `There is no custom metadata type ${typeName}__mdt.`, file.root);
                continue;
            }
            if (!/^[A-Za-z]\w*$/.test(developerName)) {
                this.diagnostics.error(
                    file.path,
                    `"${developerName}" is no name for a record of ${typeName}__mdt.`,
                    file.root
                );
            }
            records.push({
                type: type.name,
                developerName,
                label: textOf(file.root, 'label') ?? developerName,
                isProtected: flagOf(file.root, 'protected') ?? false,
                path: file.path,
                values: this.metadataValues(file, type)
            });
        }
        return records;
    }

    private metadataValues(file: MetadataFile, type: ObjectDef): Record<string, string | null> {
        const values: Record<string, string | null> = {};
        for (const each of children(file.root, 'values')) {
            const name = textOf(each, 'field') ?? '';
            const field = type.fields.get(name.toLowerCase());
            if (!field) {
                this.diagnostics.error(file.path, `${type.name} has no field ${name}.`, each);
                continue;
            }
            const value = each.children.find((part) => part.name === 'value');
            const isNil = value === undefined || value.attributes.get('xsi:nil') === 'true' || value.text === '';
            values[field.name] = isNil ? null : value.text;
        }
        return values;
    }
}

/** Objects with record types have this field; others do not. */
function recordTypeField(): FieldDef {
    return makeField({
        name: 'RecordTypeId',
        label: 'Record Type ID',
        type: 'reference',
        length: 18,
        isPermissionable: false,
        referenceTo: ['RecordType'],
        relationshipName: 'RecordType'
    });
}

/** Reads all metadata below the folders; never throws for what stands in a file. */
export function loadSchema(options: LoadOptions): LoadResult {
    return new Loader(options).load();
}
