/**
 * Pre-builds what never changes between runs (LWC engine, synthetic shadow, base components) into `.cache/vendor-<key>`.
 * The key covers versions and configuration, so a stale folder is never used.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ComponentIndex } from './componentIndex.ts';
import { lwcPlugin } from './lwcPlugin.ts';
import { cacheRoot, lwcEntry, packageFolder, packageManifest } from './packages.ts';
import { i18nModule } from './i18nModules.ts';

export interface Vendor {
    /** Folder of ES modules: `lwc.js`, `synthetic-shadow.js`, `lightning/<name>.js`, `chunks/`. */
    readonly folder: string;
    /** Changes when the content does: part of the URL, so that browsers may keep files for ever. */
    readonly key: string;
    /** `lightning/<name>` of every base component that npm supplies. */
    readonly modules: ReadonlySet<string>;
    /** Names that a module of `all.js` exports; `all.js` holds each as a whole, under the name that `wholeName` gives. */
    readonly exports: Readonly<Record<string, readonly string[]>>;
    /** Files that a file imports, by file name. */
    readonly imports: Readonly<Record<string, readonly string[]>>;
    readonly wasBuilt: boolean;
}

export interface VendorOptions {
    /** 'production': smaller and faster, without LWC's warnings. */
    readonly mode: 'development' | 'production';
    readonly onBuildStart?: () => void;
}

/** Written last: a folder without it was not finished. Holds what its files import and export. */
const COMPLETE = 'complete.json';

const ALL_MODULES = 'host/allModules';

/** Not buildable from the npm package, or supplied by the host. */
const NOT_FROM_NPM =
    /^lightning\/(navigation|primitiveFigure|barcodeScanner|iconSvgTemplates(Rtl)?|iconSvgTemplates\w+Rtl)$/;

interface BaseComponentsManifest {
    lwc: { modules: { name?: string; path?: string }[]; expose: string[] };
}

/** Ready-made vendor folder; builds it when it is absent (5 to 10 seconds). */
export async function prepareVendor(options: VendorOptions): Promise<Vendor> {
    const manifest = packageManifest('lightning-base-components') as unknown as BaseComponentsManifest;
    const exposed = manifest.lwc.expose.filter((name) => !NOT_FROM_NPM.test(name));
    const key = vendorKey(options.mode);
    const folder = join(cacheRoot, `vendor-${key}`);
    const vendor = { folder, key, modules: new Set(exposed) };
    if (existsSync(join(folder, COMPLETE))) return { ...vendor, ...filesIn(folder), wasBuilt: false };
    options.onBuildStart?.();
    const temporary = `${folder}.${process.pid}`;
    const files = await buildVendor(temporary, exposed, manifest, options.mode);
    writeFileSync(join(temporary, COMPLETE), JSON.stringify(files));
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
    return { ...vendor, ...files, wasBuilt: true };
}

type VendorFiles = Pick<Vendor, 'imports' | 'exports'>;

function filesIn(folder: string): VendorFiles {
    return JSON.parse(readFileSync(join(folder, COMPLETE), 'utf8')) as VendorFiles;
}

/** Name of a module within `all.js`: `lightning/icon` is `lightning_icon`. */
export function wholeName(specifier: string): string {
    return specifier.replace(/\W/g, '_');
}

function vendorKey(mode: string): string {
    const hash = createHash('sha1').update(mode);
    for (const name of ['lightning-base-components', 'lwc', '@lwc/engine-dom', '@lwc/synthetic-shadow', 'rolldown']) {
        hash.update(`${name}@${packageManifest(name).version}\n`);
    }
    const here = dirname(fileURLToPath(import.meta.url));
    for (const file of readdirSync(here)
        .filter((name) => /^(vendor|lwcPlugin|lwcCompiler|i18nModules)\.ts$/.test(name))
        .sort()) {
        hash.update(readFileSync(join(here, file)));
    }
    return hash.digest('hex').slice(0, 12);
}

async function buildVendor(
    folder: string,
    exposed: readonly string[],
    manifest: BaseComponentsManifest,
    mode: VendorOptions['mode']
): Promise<VendorFiles> {
    const { rolldown } = await import('rolldown');
    const root = packageFolder('lightning-base-components');
    const scopedFiles = new Map(
        manifest.lwc.modules.flatMap((entry) => (entry.name && entry.path ? [[entry.name, entry.path]] : []))
    );
    const bundle = await rolldown({
        input: {
            ...Object.fromEntries(exposed.map((name) => [name, name])),
            all: ALL_MODULES,
            lwc: lwcEntry('@lwc/engine-dom'),
            'synthetic-shadow': lwcEntry('@lwc/synthetic-shadow')
        },
        treeshake: false,
        transform: {
            define: {
                'process.env.NODE_ENV': JSON.stringify(mode),
                'import.meta.env.SSR': 'false',
                'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': 'true'
            }
        },
        onLog: () => undefined,
        plugins: [
            lwcPlugin({
                keepsCompiled: false,
                components: new ComponentIndex([
                    { namespace: 'lightning', folders: [join(root, 'src', 'lightning')], isPlatform: true }
                ]),
                virtualModule: (specifier) => {
                    if (specifier === ALL_MODULES) return allModules(exposed);
                    if (/RtlTemplates|iconSvgTemplates\w+Rtl$/.test(specifier)) {
                        return `export * from '${specifier.replace(/Rtl$/, '')}'; export { default } from '${specifier.replace(/Rtl$/, '')}';`;
                    }
                    const own = i18nModule(specifier);
                    if (own !== undefined) return own;
                    const path = scopedFiles.get(specifier);
                    return path === undefined ? undefined : readFileSync(join(root, path), 'utf8');
                }
            })
        ]
    });
    const { output } = await bundle.write({
        dir: folder,
        format: 'esm',
        minify: mode === 'production',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // The engine must not share a chunk with synthetic shadow, which has to run before it.
        codeSplitting: {
            groups: [
                { name: 'engine', test: /node_modules[\\/](lwc[\\/]|@lwc[\\/](?!synthetic-shadow))/, priority: 2 },
                {
                    name: 'base',
                    test: (id: string) =>
                        (id.includes('/src/lightning/') && !id.includes('iconSvgTemplates')) ||
                        id.startsWith('\0virtual:@salesforce'),
                    priority: 1
                }
            ]
        }
    });
    await bundle.close();
    const chunks = output.filter((file) => file.type === 'chunk');
    return {
        imports: Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk.imports])),
        exports: Object.fromEntries(
            chunks
                .filter((chunk) => inOneFile(chunk.name) && exposed.includes(chunk.name))
                .map((chunk) => [chunk.name, chunk.exports])
        )
    };
}

/** Icons are many and loaded when they are needed. */
function inOneFile(specifier: string): boolean {
    return !/iconSvgTemplates/.test(specifier);
}

/** One file with all base components: a page that uses thirty asks once and not thirty times. */
function allModules(exposed: readonly string[]): string {
    return exposed
        .filter(inOneFile)
        .map((specifier) => `export * as ${wholeName(specifier)} from '${specifier}';`)
        .join('\n');
}
