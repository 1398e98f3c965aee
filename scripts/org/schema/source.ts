/** Finds and reads metadata files below the source folders; every fault becomes a diagnostic with path and line. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { featureWithoutEffect } from './withoutEffect.ts';
import { parseXml, XmlError } from './xml.ts';
import type { XmlElement } from './xml.ts';
import type { Diagnostic } from '../runtime/program.ts';
import type { SourcePlace } from './model.ts';

/** Kinds of metadata that become part of the schema, by file suffix. */
const SUFFIXES = {
    '.object-meta.xml': 'CustomObject',
    '.object': 'CustomObject',
    '.field-meta.xml': 'CustomField',
    '.validationRule-meta.xml': 'ValidationRule',
    '.fieldSet-meta.xml': 'FieldSet',
    '.listView-meta.xml': 'ListView',
    '.recordType-meta.xml': 'RecordType',
    '.sharingRules-meta.xml': 'SharingRules',
    '.md-meta.xml': 'CustomMetadata',
    '.labels-meta.xml': 'CustomLabels',
    '.permissionset-meta.xml': 'PermissionSet',
    '.permissionsetgroup-meta.xml': 'PermissionSetGroup',
    '.profile-meta.xml': 'Profile',
    '.customPermission-meta.xml': 'CustomPermission',
    '.cachePartition-meta.xml': 'PlatformCachePartition',
    '.campaignInfluenceModel-meta.xml': 'CampaignInfluenceModel',
    'Campaign.settings-meta.xml': 'CampaignSettings',
    '.globalValueSet-meta.xml': 'GlobalValueSet',
    '.standardValueSet-meta.xml': 'StandardValueSet'
} as const;

export type SourceKind = (typeof SUFFIXES)[keyof typeof SUFFIXES];

export interface MetadataFile {
    readonly kind: SourceKind;
    /** File name without its suffix. */
    readonly name: string;
    /** Name of the folder two levels up for members of an object, of the folder itself for an object. */
    readonly objectName: string;
    readonly path: string;
    readonly root: XmlElement;
}

const SKIPPED_FOLDERS = new Set([
    'node_modules',
    '.git',
    '__tests__',
    '.sf',
    '.sfdx',
    'staticresources',
    'lwc',
    'aura'
]);

/** Collects diagnostics; one per load. */
export class Diagnostics {
    readonly list: Diagnostic[] = [];

    /** @param at element with line and column; absent means the whole file */
    error(path: string, message: string, at?: { readonly line: number; readonly column: number }): void {
        this.list.push({ path, line: at?.line ?? 1, column: at?.column ?? 1, message, kind: 'error' });
    }

    unsupported(path: string, message: string, at?: { readonly line: number; readonly column: number }): void {
        this.list.push({ path, line: at?.line ?? 1, column: at?.column ?? 1, message, kind: 'unsupported' });
    }
}

/** The place of a formula's element, for the definition that is made of it. */
export function formulaPlace(path: string, at: XmlElement | undefined): { formulaAt?: SourcePlace } {
    return at ? { formulaAt: { path, line: at.line, column: at.column } } : {};
}

function walk(folder: string, visit: (path: string) => void): void {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
            if (!SKIPPED_FOLDERS.has(entry.name)) walk(path, visit);
        } else visit(path);
    }
}

function classify(path: string): { kind: SourceKind; name: string } | null {
    const file = basename(path);
    for (const [suffix, kind] of Object.entries(SUFFIXES)) {
        if (file.endsWith(suffix)) return { kind, name: file.slice(0, -suffix.length) };
    }
    return null;
}

/**
 * Reads every metadata file of a known kind below the folders.
 * @param root folder that paths in messages are relative to
 */
export function readMetadata(sourceDirs: readonly string[], root: string, diagnostics: Diagnostics): MetadataFile[] {
    const files: MetadataFile[] = [];
    for (const folder of sourceDirs) {
        if (!existsSync(folder) || !statSync(folder).isDirectory()) {
            diagnostics.error(relative(root, folder) || folder, 'The source folder does not exist.');
            continue;
        }
        walk(folder, (absolute) => {
            const known = classify(absolute);
            const path = relative(root, absolute);
            const idle = featureWithoutEffect(absolute);
            if (idle) diagnostics.unsupported(path, `${idle} (has no effect in the local org)`);
            if (!known) return;
            const parts = absolute.split(/[\\/]/);
            const isMember = ['CustomField', 'ValidationRule', 'FieldSet', 'ListView', 'RecordType'].includes(
                known.kind
            );
            const objectName = parts.at(isMember ? -3 : -2) ?? '';
            try {
                const element = parseXml(readFileSync(absolute, 'utf8'));
                if (element.name !== known.kind) {
                    diagnostics.error(
                        path,
                        `The root element is <${element.name}>, expected <${known.kind}>.`,
                        element
                    );
                } else files.push({ ...known, objectName, path, root: element });
            } catch (error) {
                if (error instanceof XmlError) diagnostics.error(path, error.message, error);
                else diagnostics.error(path, `The file cannot be read: ${(error as Error).message}`);
            }
        });
    }
    return files;
}
