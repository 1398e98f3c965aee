/** Reads a source tree: Apex classes and triggers, static resources, queues, groups and notification types. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { API_VERSION } from '../runtime/apiVersion.ts';
import type { SourceFile } from '../runtime/program.ts';
import { ToolError } from '../../shared/toolError.ts';

const DEFAULT_API_VERSION = Number(API_VERSION);
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.sfdx', '.sf', 'lwc', 'aura', '__tests__']);

/** A queue or public group of the package. */
export interface PackageGroup {
    readonly developerName: string;
    readonly name: string;
    readonly type: 'Queue' | 'Regular';
    /** Objects whose records a queue may own. */
    readonly objects: readonly string[];
    readonly email: string | null;
}

export interface NotificationType {
    readonly developerName: string;
    readonly label: string;
}

export interface StaticResourceFile {
    readonly name: string;
    readonly path: string;
    /** MIME type. */
    readonly contentType: string | null;
}

/** What the engine needs of a source tree beyond its object model. */
export interface SourceTree {
    readonly apex: readonly SourceFile[];
    /** By lower-case name. */
    readonly staticResources: ReadonlyMap<string, StaticResourceFile>;
    readonly groups: readonly PackageGroup[];
    readonly notificationTypes: readonly NotificationType[];
    readonly roles: readonly {
        readonly developerName: string;
        readonly name: string;
        readonly parent: string | null;
    }[];
}

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false });

function xmlRoot(path: string, root: string): Record<string, unknown> {
    const parsed = parser.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return (parsed[root] ?? {}) as Record<string, unknown>;
}

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const textOf = (value: unknown): string | null =>
    value === undefined || value === '' ? null : `${value as string | number | boolean}`;

function* filesBelow(folder: string): Generator<string> {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
            if (!SKIPPED_FOLDERS.has(entry.name)) {
                yield* filesBelow(path);
            }
        } else if (entry.isFile()) {
            yield path;
        }
    }
}

/** API version of a class or trigger from its `-meta.xml`; what the project file says when there is none. */
function apiVersionOf(path: string, fallback: number): number {
    const meta = `${path}-meta.xml`;
    if (!existsSync(meta)) {
        return fallback;
    }
    const found = /<apiVersion>\s*([\d.]+)\s*<\/apiVersion>/.exec(readFileSync(meta, 'utf8'));
    return found ? Number(found[1]) : fallback;
}

/**
 * @param sourceDirs folders of the source tree, in order; a class that is in two of them is taken from the first
 * @throws ToolError when a folder is not there
 */
export function readSourceTree(sourceDirs: readonly string[], apiVersion = DEFAULT_API_VERSION): SourceTree {
    const apex = new Map<string, SourceFile>();
    const staticResources = new Map<string, StaticResourceFile>();
    const groups: PackageGroup[] = [];
    const notificationTypes: NotificationType[] = [];
    const roles: { developerName: string; name: string; parent: string | null }[] = [];
    for (const dir of sourceDirs) {
        if (!existsSync(dir) || !statSync(dir).isDirectory()) {
            throw new ToolError('SourceError', `There is no folder ${dir}`, [
                'Pass the folder of a Salesforce source tree with --source-dir, e.g. force-app'
            ]);
        }
        for (const path of filesBelow(resolve(dir))) {
            const name = basename(path);
            const apexFile = /^(.+)\.(cls|trigger)$/.exec(name);
            const metaFile = /^(.+)\.([a-zA-Z]+)-meta\.xml$/.exec(name);
            if (apexFile) {
                const kind = apexFile[2] === 'cls' ? 'class' : 'trigger';
                const key = `${kind}:${(apexFile[1] as string).toLowerCase()}`;
                if (!apex.has(key)) {
                    apex.set(key, {
                        path: relative(process.cwd(), path),
                        text: readFileSync(path, 'utf8'),
                        kind,
                        apiVersion: apiVersionOf(path, apiVersion)
                    });
                }
            } else if (metaFile) {
                const [, base = '', suffix = ''] = metaFile;
                switch (suffix) {
                    case 'resource': {
                        const file = readdirSync(dirname(path)).find(
                            (each) =>
                                each.replace(/\.[^.]+$/, '') === base &&
                                !each.endsWith('-meta.xml') &&
                                statSync(join(dirname(path), each)).isFile()
                        );
                        if (file !== undefined) {
                            staticResources.set(base.toLowerCase(), {
                                name: base,
                                path: join(dirname(path), file),
                                contentType: textOf(xmlRoot(path, 'StaticResource').contentType)
                            });
                        }
                        break;
                    }
                    case 'queue': {
                        const queue = xmlRoot(path, 'Queue');
                        groups.push({
                            developerName: base,
                            name: textOf(queue.name) ?? base,
                            type: 'Queue',
                            email: textOf(queue.email),
                            objects: listOf(queue.queueSobject).map((each) =>
                                String((each as Record<string, unknown>).sobjectType)
                            )
                        });
                        break;
                    }
                    case 'group':
                        groups.push({
                            developerName: base,
                            name: textOf(xmlRoot(path, 'Group').name) ?? base,
                            type: 'Regular',
                            email: null,
                            objects: []
                        });
                        break;
                    case 'role': {
                        const role = xmlRoot(path, 'Role');
                        roles.push({
                            developerName: base,
                            name: textOf(role.name) ?? base,
                            parent: textOf(role.parentRole)
                        });
                        break;
                    }
                    case 'notiftype':
                        notificationTypes.push({
                            developerName: base,
                            label: textOf(xmlRoot(path, 'CustomNotificationType').masterLabel) ?? base
                        });
                        break;
                    default:
                        break;
                }
            }
        }
    }
    return { apex: [...apex.values()], staticResources, groups, notificationTypes, roles };
}
