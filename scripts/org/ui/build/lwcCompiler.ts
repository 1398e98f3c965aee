/**
 * Compiles one file of a Lightning web component and keeps the result on disk, keyed on everything that went in.
 * The `lightning` namespace gets what the platform gives its own bundles (dynamic components, element internals);
 * every other namespace is compiled as strictly as in an org.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { cacheRoot, packageManifest } from './packages.ts';

interface CompileOutput {
    readonly code: string;
    readonly warnings?: readonly { readonly message: string }[];
}
interface LwcCompiler {
    transformSync(source: string, file: string, options: Record<string, unknown>): CompileOutput;
}

/** Release of the platform whose template and style rules apply when a bundle does not say. */
export const DEFAULT_API_VERSION = 66;

export interface ComponentFile {
    /** Absolute path. */
    readonly path: string;
    readonly source: string;
    readonly namespace: string;
    readonly name: string;
    readonly apiVersion: number;
    /** True for the host's own namespaces, which may use dynamic components. */
    readonly isPlatform: boolean;
    readonly scopedStyles: boolean;
}

const cacheFolder = join(cacheRoot, 'lwc');
const cacheStamp = `${packageManifest('@lwc/compiler').version}:${process.versions.node}:2`;
let compiler: LwcCompiler | undefined;

/** The compiler costs 300 ms to load: a warm start never needs it. */
function loadCompiler(): LwcCompiler {
    compiler ??= createRequire(import.meta.url)('@lwc/compiler') as LwcCompiler;
    return compiler;
}

function cacheKey(file: ComponentFile): string {
    return createHash('sha1')
        .update(
            `${cacheStamp}:${file.namespace}/${file.name}:${file.apiVersion}:${file.isPlatform}:${file.scopedStyles}:` +
                `${file.path.slice(file.path.lastIndexOf('.'))}\n${file.source}`
        )
        .digest('hex');
}

/**
 * JavaScript of one `.js`, `.ts`, `.html` or `.css` file of a bundle.
 * @throws the compiler's error, whose message starts with `LWC` and a number, or the type stripper's.
 */
export function compileComponentFile(file: ComponentFile, useCache = true): string {
    const key = join(cacheFolder, `${cacheKey(file)}.js`);
    if (useCache) {
        try {
            return readFileSync(key, 'utf8');
        } catch {
            // Not compiled yet.
        }
    }
    const isTypeScript = file.path.endsWith('.ts');
    const code = loadCompiler().transformSync(
        isTypeScript ? stripTypeScriptTypes(file.source) : file.source,
        isTypeScript ? file.path.replace(/\.ts$/, '.js') : file.path,
        {
            name: file.name,
            namespace: file.namespace,
            apiVersion: file.apiVersion,
            scopedStyles: file.scopedStyles,
            enableDynamicComponents: file.isPlatform,
            enableSyntheticElementInternals: file.isPlatform,
            enableLwcOn: true,
            outputConfig: { sourcemap: false }
        }
    ).code;
    if (useCache) writeCache(key, code);
    return code;
}

function writeCache(key: string, code: string): void {
    mkdirSync(cacheFolder, { recursive: true });
    const temporary = `${key}.${process.pid}.tmp`;
    writeFileSync(temporary, code);
    renameSync(temporary, key);
}
