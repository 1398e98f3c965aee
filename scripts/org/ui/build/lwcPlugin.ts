/** The rolldown plugin of the host: resolves `namespace/bundle`, `lwc`, scoped modules, and compiles component files. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import type { Plugin } from 'rolldown';
import { bundleEntry, isFile } from './componentIndex.ts';
import type { ComponentIndex } from './componentIndex.ts';
import { compileComponentFile, DEFAULT_API_VERSION } from './lwcCompiler.ts';
import { lwcEntry } from './packages.ts';

export interface LwcPluginOptions {
    readonly components: ComponentIndex;
    /** Source text of modules that have no file (`@salesforce/...`); undefined: not one of those. Throws for a bad name. */
    readonly virtualModule: (specifier: string) => string | undefined;
    /** URL of a module that is served as is and stays out of the bundle. */
    readonly externalUrl?: (specifier: string) => string | undefined;
    /**
     * What becomes of a file that does not compile or an import that does not resolve: undefined fails the build,
     * a reporter makes the module throw when it is evaluated, so that only its own component is lost.
     */
    readonly onBrokenModule?: (message: string, file: string) => void;
    /** False: what is compiled is kept by somebody else. */
    readonly keepsCompiled?: boolean;
}

const VIRTUAL = '\0virtual:';
const EMPTY_TEMPLATE = '\0empty-template';
const EMPTY_STYLE = '\0empty-style';
const BROKEN = '\0broken:';
/** These only style native shadow; under synthetic shadow the one global stylesheet does it. */
const NATIVE_SHADOW_STYLE =
    /(\.slds|\.lbc\.native|\.lbc\.empty)\.css$|[\\/]slds(Common|MediaObject|Utils\w+|GenAiUtils)[\\/]/;

export function lwcPlugin(options: LwcPluginOptions): Plugin {
    return {
        name: 'local-org-lwc',
        resolveId(specifier, importer) {
            return resolveModule(options, specifier, importer);
        },
        load(id) {
            return loadModule(options, id);
        }
    };
}

type Resolution = string | { id: string; external: true } | null;

function resolveModule(options: LwcPluginOptions, specifier: string, importer: string | undefined): Resolution {
    if (specifier.startsWith('\0')) return specifier;
    const external = options.externalUrl?.(specifier);
    if (external !== undefined) return { id: external, external: true };
    if (specifier === 'lwc') return lwcEntry('@lwc/engine-dom');
    if (specifier.startsWith('@lwc/')) return lwcEntry(specifier);
    if (options.virtualModule(specifier) !== undefined) return VIRTUAL + specifier;
    if (specifier.startsWith('.')) return resolveRelative(options, specifier, importer);
    const bundle = options.components.find(specifier);
    const entry = bundle && bundleEntry(bundle);
    if (entry) return entry;
    if (/^[a-zA-Z]\w*\/\w+$/.test(specifier) || specifier.startsWith('@salesforce/')) {
        return broken(options, `There is no module "${specifier}".`, importer);
    }
    return null;
}

function resolveRelative(options: LwcPluginOptions, specifier: string, importer: string | undefined): Resolution {
    if (importer === undefined) return null;
    const [path = '', query] = specifier.split('?');
    const target = resolve(dirname(importer.split('?')[0] ?? ''), path);
    const suffix = query ? `?${query}` : '';
    const candidates = [target, `${target}.ts`, `${target}.js`, target.replace(/\.js$/, '.ts')];
    const found = candidates.find((candidate) => isFile(candidate));
    if (found) return found + suffix;
    if (target.endsWith('.html')) return EMPTY_TEMPLATE;
    if (target.endsWith('.css')) return EMPTY_STYLE;
    if (!options.components.owner(importer)) return null;
    return broken(options, `There is no file "${specifier}".`, importer);
}

function broken(options: LwcPluginOptions, message: string, importer: string | undefined): string {
    if (!options.onBrokenModule) throw new Error(`${message} Imported by ${importer ?? 'the entry'}.`);
    options.onBrokenModule(message, importer ?? '');
    return BROKEN + message;
}

function loadModule(options: LwcPluginOptions, id: string): { code: string; moduleType: 'js' } | null {
    const js = (code: string): { code: string; moduleType: 'js' } => ({ code, moduleType: 'js' });
    if (id.startsWith(VIRTUAL)) return js(options.virtualModule(id.slice(VIRTUAL.length)) ?? '');
    if (id === EMPTY_TEMPLATE) return js('export default undefined;');
    if (id === EMPTY_STYLE) return js('export default [];');
    if (id.startsWith(BROKEN)) return js(throwing(id.slice(BROKEN.length)));
    const [path = '', query] = id.split('?');
    const bundle = options.components.owner(path);
    if (!bundle || !['.js', '.ts', '.html', '.css'].includes(extname(path))) return null;
    if (bundle.isPlatform && bundle.namespace === 'lightning' && NATIVE_SHADOW_STYLE.test(path))
        return js('export default [];');
    if (!existsSync(path)) return null;
    try {
        return js(
            compileComponentFile(
                {
                    path,
                    source: readFileSync(path, 'utf8'),
                    namespace: bundle.namespace,
                    name: bundle.name,
                    apiVersion: bundle.apiVersion ?? DEFAULT_API_VERSION,
                    isPlatform: bundle.isPlatform,
                    scopedStyles: query === 'scoped=true'
                },
                options.keepsCompiled
            )
        );
    } catch (error) {
        if (!options.onBrokenModule) throw error;
        const message = error instanceof Error ? error.message : String(error);
        options.onBrokenModule(message, path);
        return js(throwing(message));
    }
}

/** Fails when evaluated, in a way that the bundler cannot see through: it would drop the code that follows a plain throw. */
function throwing(message: string): string {
    return `globalThis.localOrgBroken(${JSON.stringify(message)});\nexport default undefined;`;
}
