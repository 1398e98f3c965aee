/** Bundles the host's own modules and every component of the source tree, in memory; each component is its own chunk. */
import { join } from 'node:path';
import { ComponentIndex, bundleEntry } from './componentIndex.ts';
import { lwcPlugin } from './lwcPlugin.ts';
import { uiRoot } from './packages.ts';
import { scopedModules } from './scopedModules.ts';
import type { SourceTree } from './sourceTree.ts';
import type { Vendor } from './vendor.ts';

export interface BuildProblem {
    readonly file: string;
    readonly message: string;
}

export interface AppBundle {
    /** File name (`main.js`, `chunks/...`) to text. */
    readonly files: ReadonlyMap<string, string>;
    /** What did not compile or resolve. The components concerned show the message in their place. */
    readonly problems: readonly BuildProblem[];
    readonly milliseconds: number;
}

const COMPONENTS_MODULE = 'host/components';

/** Folder of the host's own browser modules; a child is a namespace. */
const modulesFolder = join(uiRoot, 'modules');

export async function buildAppBundle(
    tree: SourceTree,
    vendor: Vendor,
    mode: 'development' | 'production'
): Promise<AppBundle> {
    const started = performance.now();
    const { rolldown } = await import('rolldown');
    const problems: BuildProblem[] = [];
    const components = new ComponentIndex([
        { namespace: 'host', folders: [join(modulesFolder, 'host')], isPlatform: true },
        { namespace: 'lightning', folders: [join(modulesFolder, 'lightning')], isPlatform: true },
        { namespace: 'c', folders: tree.lwcFolders, isPlatform: false }
    ]);
    const scoped = scopedModules(tree);
    const bundle = await rolldown({
        input: { main: join(modulesFolder, 'main.ts') },
        transform: { define: { 'process.env.NODE_ENV': JSON.stringify(mode), 'import.meta.env.SSR': 'false' } },
        // A component that asks a module for an export it does not have must not take the others down.
        shimMissingExports: true,
        onLog(level, log) {
            if (log.code === 'SHIMMED_EXPORT') problems.push({ file: log.id ?? '', message: log.message });
            else if (level === 'warn' && log.code !== 'CIRCULAR_DEPENDENCY')
                problems.push({ file: log.id ?? '', message: log.message });
        },
        plugins: [
            lwcPlugin({
                components,
                virtualModule: (specifier) =>
                    specifier === COMPONENTS_MODULE ? loadersModule(components) : scoped(specifier),
                externalUrl: (specifier) => vendorUrl(vendor, components, specifier),
                onBrokenModule: (message, file) => problems.push({ file, message })
            })
        ]
    });
    const output = await bundle.generate({
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'host', test: /[\\/]ui[\\/]modules[\\/]/, priority: 1 }] }
    });
    await bundle.close();
    const files = new Map<string, string>();
    for (const item of output.output) if (item.type === 'chunk') files.set(item.fileName, item.code);
    return { files, problems, milliseconds: performance.now() - started };
}

function vendorUrl(vendor: Vendor, components: ComponentIndex, specifier: string): string | undefined {
    if (specifier === 'lwc') return `/vendor/${vendor.key}/lwc.js`;
    if (components.find(specifier)) return undefined;
    return vendor.modules.has(specifier) ? `/vendor/${vendor.key}/${specifier}.js` : undefined;
}

/** `loaders['c/name']()` gives the module: a page names its components in metadata. */
function loadersModule(components: ComponentIndex): string {
    const lines = components
        .inNamespace('c')
        .filter((bundle) => bundleEntry(bundle)?.match(/\.(ts|js)$/))
        .map((bundle) => `'c/${bundle.name}': () => import('c/${bundle.name}')`);
    return `export const loaders = {\n${lines.join(',\n')}\n};`;
}
