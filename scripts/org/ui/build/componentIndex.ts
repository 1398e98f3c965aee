/** Finds component bundles by namespace and name in the folders that hold them. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

export interface Bundle {
    readonly namespace: string;
    readonly name: string;
    readonly folder: string;
    /** From `<name>.js-meta.xml`; undefined when the bundle does not say. */
    readonly apiVersion: number | undefined;
    /** True for namespaces of the host and of npm's base components. */
    readonly isPlatform: boolean;
}

export interface BundleSource {
    readonly namespace: string;
    /** Folders whose direct children are bundles. */
    readonly folders: readonly string[];
    readonly isPlatform: boolean;
}

/** Every bundle of the given sources, by `namespace/name`. Two bundles of one name: the first one wins. */
export class ComponentIndex {
    private readonly byName = new Map<string, Bundle>();
    private readonly byFolder = new Map<string, Bundle>();

    constructor(sources: readonly BundleSource[]) {
        for (const source of sources) for (const folder of source.folders) this.addFolder(source, folder);
    }

    find(specifier: string): Bundle | undefined {
        return this.byName.get(specifier);
    }

    /** The bundle that a file belongs to; files in sub-folders belong to the bundle above. */
    owner(path: string): Bundle | undefined {
        const parts = path.split(sep);
        for (let length = parts.length - 1; length > 0; length--) {
            const bundle = this.byFolder.get(parts.slice(0, length).join(sep));
            if (bundle) return bundle;
        }
        return undefined;
    }

    inNamespace(namespace: string): Bundle[] {
        return [...this.byName.values()].filter((bundle) => bundle.namespace === namespace);
    }

    private addFolder(source: BundleSource, folder: string): void {
        if (!existsSync(folder)) return;
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
            if (!entry.isDirectory() || entry.name.startsWith('_') || entry.name.startsWith('.')) continue;
            const bundle: Bundle = {
                namespace: source.namespace,
                name: entry.name,
                folder: join(folder, entry.name),
                apiVersion: source.isPlatform ? undefined : apiVersionOf(join(folder, entry.name)),
                isPlatform: source.isPlatform
            };
            const key = `${source.namespace}/${entry.name}`;
            if (!this.byName.has(key)) this.byName.set(key, bundle);
            this.byFolder.set(bundle.folder, bundle);
        }
    }
}

/** Main file of a bundle: TypeScript before JavaScript (the latter may be its build output), then markup, then style. */
export function bundleEntry(bundle: Bundle): string | undefined {
    const stem = join(bundle.folder, basename(bundle.folder));
    return ['.ts', '.js', '.html', '.css'].map((extension) => stem + extension).find((path) => existsSync(path));
}

/** True when the path is a file (not a folder). */
export function isFile(path: string): boolean {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function apiVersionOf(folder: string): number | undefined {
    const meta = join(folder, `${basename(folder)}.js-meta.xml`);
    if (!existsSync(meta)) return undefined;
    const match = /<apiVersion>\s*(\d+)/.exec(readFileSync(meta, 'utf8'));
    return match ? Number(match[1]) : undefined;
}
