/** Bundles the host's own modules and every component of the source tree, in memory; each component is its own chunk. */
import { join } from 'node:path';
import { ComponentIndex, bundleEntry } from './componentIndex.ts';
import { lwcPlugin } from './lwcPlugin.ts';
import { uiRoot } from './packages.ts';
import { scopedModules } from './scopedModules.ts';
import type { SourceTree } from './sourceTree.ts';
import { wholeName } from './vendor.ts';
import type { Vendor } from './vendor.ts';

export interface BuildProblem {
    readonly file: string;
    readonly message: string;
}

export interface AppBundle {
    /** File name (`main-HASH.js`, `chunks/NAME-HASH.js`) to text; a name says what is in the file, for ever. */
    readonly files: ReadonlyMap<string, string>;
    /** What did not compile or resolve. The components concerned show the message in their place. */
    readonly problems: readonly BuildProblem[];
    /**
     * Addresses of everything that a module needs before it can run, itself first: of `main` and of `c/<component>`.
     * A page that names them in its head has them loaded at once and not one after the other.
     */
    readonly needs: ReadonlyMap<string, readonly string[]>;
    readonly milliseconds: number;
}

const COMPONENTS_MODULE = 'host/components';
const ALL_VENDOR = 'host/allVendor';
/** Warnings of the bundler that say nothing about the components. */
const NO_PROBLEM: ReadonlySet<string> = new Set(['CIRCULAR_DEPENDENCY', 'PLUGIN_TIMINGS']);

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
            else if (level === 'warn' && !NO_PROBLEM.has(log.code ?? ''))
                problems.push({ file: log.id ?? '', message: log.message });
        },
        plugins: [
            lwcPlugin({
                components,
                virtualModule: (specifier) =>
                    specifier === COMPONENTS_MODULE
                        ? loadersModule(components)
                        : (scoped(specifier) ?? vendorModule(vendor, components, specifier)),
                externalUrl: (specifier) => vendorUrl(vendor, components, specifier),
                onBrokenModule: (message, file) => problems.push({ file, message })
            })
        ]
    });
    const output = await bundle.generate({
        format: 'esm',
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
            groups: [
                { name: 'host', test: /[\\/]ui[\\/]modules[\\/]/, priority: 1 },
                // Labels, schema tokens and the like: one small file instead of a hundred tiny ones.
                { name: 'names', test: /^\0virtual:(@salesforce|lightning)\// }
            ]
        }
    });
    await bundle.close();
    const files = new Map<string, string>();
    const imports = new Map<string, readonly string[]>();
    const entries = new Map<string, string>();
    for (const item of output.output) {
        if (item.type !== 'chunk') continue;
        files.set(item.fileName, item.code);
        imports.set(item.fileName, item.imports);
        if (item.facadeModuleId !== null) entries.set(item.facadeModuleId, item.fileName);
    }
    const main = output.output.find((item) => item.type === 'chunk' && item.isEntry)?.fileName ?? '';
    const needs = new Map([['main', needsOf(main, imports, vendor)]]);
    for (const component of components.inNamespace('c')) {
        const file = entries.get(bundleEntry(component) ?? '');
        if (file !== undefined) needs.set(`c/${component.name}`, needsOf(file, imports, vendor));
    }
    return { files, problems, needs, milliseconds: performance.now() - started };
}

/** Addresses of a file of the bundle and of everything that it imports, in our bundle and in the vendor's. */
function needsOf(file: string, imports: ReadonlyMap<string, readonly string[]>, vendor: Vendor): string[] {
    const vendorRoot = `/vendor/${vendor.key}/`;
    const found = new Set<string>();
    const visit = (url: string): void => {
        if (found.has(url)) return;
        found.add(url);
        if (url.startsWith(vendorRoot)) {
            for (const next of vendor.imports[url.slice(vendorRoot.length)] ?? []) visit(vendorRoot + next);
        } else {
            for (const next of imports.get(url.slice('/app/'.length)) ?? []) {
                visit(next.startsWith('/') ? next : `/app/${next}`);
            }
        }
    };
    visit(`/app/${file}`);
    return [...found];
}

function vendorUrl(vendor: Vendor, components: ComponentIndex, specifier: string): string | undefined {
    if (specifier === 'lwc') return `/vendor/${vendor.key}/lwc.js`;
    if (specifier === ALL_VENDOR) return `/vendor/${vendor.key}/all.js`;
    if (components.find(specifier) || specifier in vendor.exports) return undefined;
    return vendor.modules.has(specifier) ? `/vendor/${vendor.key}/${specifier}.js` : undefined;
}

/** A base component as part of the one file that has them all; undefined for any other module. */
function vendorModule(vendor: Vendor, components: ComponentIndex, specifier: string): string | undefined {
    const names = components.find(specifier) ? undefined : vendor.exports[specifier];
    if (!names) return undefined;
    const whole = wholeName(specifier);
    const own = names.filter((name) => name !== 'default').map((name) => `export const ${name} = ${whole}.${name};`);
    const standard = names.includes('default') ? [`export default ${whole}.default;`] : [];
    return [`import { ${whole} } from '${ALL_VENDOR}';`, ...own, ...standard].join('\n');
}

/** `loaders['c/name']()` gives the module: a page names its components in metadata. */
function loadersModule(components: ComponentIndex): string {
    const lines = components
        .inNamespace('c')
        .filter((bundle) => bundleEntry(bundle)?.match(/\.(ts|js)$/))
        .map((bundle) => `'c/${bundle.name}': () => import('c/${bundle.name}')`);
    return `export const loaders = {\n${lines.join(',\n')}\n};`;
}
