/** Files: the bundle from memory, base components and SLDS from disk, static resources of the source tree. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { packageFolder, packageManifest, uiRoot } from '../ui/build/packages.ts';
import { resourceContent } from '../ui/build/scopedModules.ts';
import type { SourceTree } from '../ui/build/sourceTree.ts';
import type { Vendor } from '../ui/build/vendor.ts';
import { notFound } from './httpError.ts';
import type { Reply, Route } from './router.ts';

const TYPES: Readonly<Record<string, string>> = {
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.gif': 'image/gif',
    '.woff2': 'font/woff2',
    '.json': 'application/json; charset=utf-8'
};
const FOR_EVER = 'public, max-age=31536000, immutable';
const SLDS = '@salesforce-ux/design-system-2';
const publicFolder = join(uiRoot, 'public');

/** Addresses of what pages load beside modules; they change with the content, so that browsers may keep it. */
export function hostFiles(): { readonly styles: readonly string[]; readonly boot: string } {
    const own = (file: string): string => {
        const hash = createHash('sha1').update(readFileSync(join(publicFolder, file)));
        return `/host/${file}?v=${hash.digest('hex').slice(0, 12)}`;
    };
    return {
        styles: [`/slds/slds2.cosmos.css?v=${packageManifest(SLDS).version}`, own('page.css')],
        boot: own('boot.js')
    };
}

export interface AssetOptions {
    readonly vendor: () => Vendor;
    /** Files of the current bundle, by name. */
    readonly appFiles: () => ReadonlyMap<string, string>;
    readonly tree: () => SourceTree;
}

export function assetRoutes(options: AssetOptions): Route[] {
    const open = (pattern: string, handler: Route['handler']): Route => ({
        method: 'GET',
        pattern,
        access: 'open',
        handler
    });
    return [
        open('/vendor/:key/*file', (context) =>
            fileReply(options.vendor().folder, context.params['file'] ?? '', FOR_EVER)
        ),
        open('/app/*file', (context) => {
            const code = options.appFiles().get(context.params['file'] ?? '');
            if (code === undefined) throw notFound('There is no such file in the bundle.');
            return { body: code, headers: { 'content-type': TYPES['.js'] ?? '', 'cache-control': FOR_EVER } };
        }),
        open('/slds/*file', (context) =>
            fileReply(
                join(packageFolder(SLDS), 'dist', 'css', 'bundled'),
                context.params['file'] ?? '',
                context.query.has('v') ? FOR_EVER : 'public, max-age=3600'
            )
        ),
        open('/assets/*file', (context) =>
            fileReply(
                join(packageFolder('@salesforce-ux/design-system'), 'assets'),
                context.params['file'] ?? '',
                'public, max-age=3600'
            )
        ),
        ...['boot.js', 'page.css'].map((file) =>
            open(`/host/${file}`, (context) =>
                fileReply(publicFolder, file, context.query.has('v') ? FOR_EVER : 'no-cache')
            )
        ),
        open('/resource/:name', (context) => {
            const resource = resourceContent(options.tree(), context.params['name'] ?? '');
            if (!resource) throw notFound(`There is no static resource ${context.params['name'] ?? ''}.`);
            return {
                body: readFileSync(resource.path),
                headers: { 'content-type': resource.contentType, 'cache-control': 'no-cache' }
            };
        }),
        open('/resource/:name/*file', (context) => {
            const meta = options
                .tree()
                .files('resource')
                .find((path) => path.endsWith(`${sep}${context.params['name'] ?? ''}.resource-meta.xml`));
            if (!meta) throw notFound(`There is no static resource ${context.params['name'] ?? ''}.`);
            return fileReply(meta.replace(/\.resource-meta\.xml$/, ''), context.params['file'] ?? '', 'no-cache');
        })
    ];
}

/** @throws HttpError 404 when the file is not there or lies outside the folder. */
function fileReply(folder: string, file: string, cacheControl: string): Reply {
    const path = normalize(join(folder, file));
    if (!path.startsWith(folder + sep) || file.includes('\0')) throw notFound('There is no such file.');
    try {
        return {
            body: readFileSync(path),
            headers: {
                'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
                'cache-control': cacheControl
            }
        };
    } catch {
        throw notFound('There is no such file.');
    }
}
