/**
 * Compiles every Lightning web component with the platform's own compiler (npm `@lwc/sfdc-lwc-compiler`), and looks up in
 * the source tree everything that a deploy would look up: labels, Apex methods, components, objects and fields.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { readApexSurface } from '../build/apexTypes.ts';
import { findBundles, type Bundle } from '../build/bundles.ts';
import { javaScriptOf } from '../build/components.ts';
import { readLabels, schemaNames } from '../build/typings.ts';
import { filesBelow, packageDirectories, readText } from '../shared/sourceFiles.ts';
import { ToolError } from '../shared/toolError.ts';
import type { Check, CheckResult, Problem } from './check.ts';

interface Location {
    readonly line?: number;
    readonly column?: number;
}

interface Reference {
    readonly id: string;
    readonly type: string;
    readonly file: string;
    readonly locations?: readonly Location[];
}

interface CompileReport {
    readonly success: boolean;
    readonly diagnostics: readonly {
        readonly level: number;
        readonly message: string;
        readonly filename?: string;
        readonly location?: Location;
    }[];
    readonly metadata?: { readonly references?: readonly Reference[] };
}

type Compile = (config: object) => Promise<CompileReport>;

/** What the source tree and the platform offer to components. */
export interface Offer {
    readonly bundles: ReadonlySet<string>;
    readonly labels: ReadonlySet<string>;
    readonly apexMethods: ReadonlySet<string>;
    readonly schema: ReadonlySet<string>;
    readonly customPermissions: ReadonlySet<string>;
    readonly messageChannels: ReadonlySet<string>;
    readonly staticResources: ReadonlySet<string>;
    /** Names of all `lightning` modules of the platform, in camel case. */
    readonly lightning: ReadonlySet<string>;
}

/** What `@salesforce/i18n` offers and the package may use. */
const I18N = new Set(['locale', 'timeZone', 'lang', 'dir', 'currency', 'firstDayOfWeek']);

/** Diagnostics up to this level stop a deploy: fatal and error. */
const ERROR_LEVEL = 1;

export const bundlesCheck: Check = {
    name: 'bundles',
    proves: "the platform's compiler takes every component, and everything it refers to exists",
    async run(root): Promise<CheckResult> {
        const bundles = findBundles(root);
        const offer = offerOf(root, bundles);
        const compile = (createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler') as { compile: Compile }).compile;
        const problems: Problem[] = [];
        for (const bundle of bundles) {
            problems.push(...metaProblems(root, bundle), ...(await compileProblems(root, bundle, compile, offer)));
        }
        return { problems, examined: `${bundles.length} bundles` };
    }
};

async function compileProblems(root: string, bundle: Bundle, compile: Compile, offer: Offer): Promise<Problem[]> {
    const files: Record<string, string> = {};
    try {
        for (const file of bundle.files.filter((name) => /\.(ts|html|css|svg)$/.test(name))) {
            const text = readText(root, join(bundle.folder, file));
            files[file.replace(/\.ts$/, '.js')] = file.endsWith('.ts')
                ? javaScriptOf(text, join(bundle.folder, file))
                : text;
        }
    } catch (error) {
        if (error instanceof ToolError) {
            return [{ path: bundle.folder, message: error.message }];
        }
        throw error;
    }
    const report = await compile({
        bundle: {
            type: 'platform',
            namespace: 'c',
            name: bundle.name,
            files,
            options: {
                apiVersion: apiVersion(root, bundle),
                enableLightningWebSecurityTransforms: true,
                enableLwcOn: true
            }
        },
        compilerConfigs: [{ outputConfig: { minify: false, env: { NODE_ENV: 'production' } } }]
    });
    const sourceOf = (file: string | undefined): string => join(bundle.folder, (file ?? '').replace(/\.js$/, '.ts'));
    const faults = report.diagnostics
        .filter(({ level }) => level <= ERROR_LEVEL)
        .map(({ message, filename, location }) => problem(sourceOf(filename), message, location));
    const missing = (report.metadata?.references ?? []).flatMap((reference) => {
        const message = missingText(reference, offer);
        return message === undefined ? [] : [problem(sourceOf(reference.file), message, reference.locations?.[0])];
    });
    const silent = !report.success && faults.length === 0 ? [problem(bundle.folder, 'does not compile')] : [];
    return [...faults, ...missing, ...silent];
}

function problem(path: string, message: string, location?: Location): Problem {
    return {
        path,
        message,
        ...(location?.line === undefined ? {} : { line: location.line }),
        ...(location?.column === undefined ? {} : { column: location.column })
    };
}

/** Why a reference would not resolve in an org; undefined when it does. */
export function missingText({ type, id }: Reference, offer: Offer): string | undefined {
    switch (type) {
        case 'component':
            return componentProblem(
                id.replace(/^([a-z]+)-/, '$1/').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
                offer
            );
        case 'module':
            return id === 'lwc' || id.startsWith('@salesforce/') ? undefined : componentProblem(id, offer);
        case 'label':
            return offer.labels.has(id.replace(/^c\./, '')) ? undefined : `no label ${id}`;
        case 'apexMethod':
        case 'apexClass':
            return offer.apexMethods.has(id) ? undefined : `no @AuraEnabled method ${id}`;
        case 'schema':
        case 'sobjectClass':
        case 'sobjectField':
            return offer.schema.has(id) ? undefined : `no object or field ${id} in the source tree`;
        case 'customPermission':
            return offer.customPermissions.has(id) ? undefined : `no custom permission ${id}`;
        case 'messageChannel':
            return offer.messageChannels.has(id) ? undefined : `no message channel ${id}`;
        case 'resourceUrl':
            return offer.staticResources.has(id) ? undefined : `no static resource ${id}`;
        case 'user':
        case 'userPermission':
        case 'client':
            // Of the platform: the compiler knows the modules.
            return undefined;
        case 'i18n':
            return I18N.has(id) ? undefined : `no internationalisation value ${id}`;
        default:
            return `refers to ${type} ${id}, which this check does not know how to look up`;
    }
}

function componentProblem(id: string, offer: Offer): string | undefined {
    const [namespace, name = ''] = id.split('/');
    const isKnown =
        namespace === 'lightning' ? offer.lightning.has(name) : namespace === 'c' && offer.bundles.has(name);
    return isKnown ? undefined : `no component or module ${id}`;
}

export function offerOf(root: string, bundles: readonly Bundle[]): Offer {
    const files = packageDirectories(root).flatMap((directory) => filesBelow(root, directory));
    const named = (suffix: string): Set<string> =>
        new Set(
            files
                .filter((path) => path.endsWith(`.${suffix}-meta.xml`))
                .map((path) => basename(path, `.${suffix}-meta.xml`))
        );
    const methods = files
        .filter((path) => path.endsWith('.cls'))
        .flatMap((path) => readApexSurface(readText(root, path)).methods);
    return {
        bundles: new Set(bundles.map(({ name }) => name)),
        labels: new Set(readLabels(root).map(({ name }) => name)),
        apexMethods: new Set(methods.map(({ className, name }) => `${className}.${name}`)),
        schema: new Set(schemaNames(root, files)),
        customPermissions: named('customPermission'),
        messageChannels: new Set([...named('messageChannel')].map((name) => `${name}__c`)),
        staticResources: named('resource'),
        lightning: new Set(Object.keys(baseComponents()))
    };
}

interface BaseComponent {
    readonly properties?: readonly { readonly name: string }[];
}

/** Every `lightning` module of the platform, as the base components' own package lists them. */
export function baseComponents(): Readonly<Record<string, BaseComponent>> {
    const path = createRequire(import.meta.url).resolve('lightning-base-components/metadata/raptor.json');
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, BaseComponent>;
}

interface Meta {
    readonly apiVersion?: string;
    readonly isExposed?: string;
    readonly masterLabel?: string;
    readonly description?: string;
    readonly targets?: unknown;
}

function readMeta(root: string, bundle: Bundle): Meta | undefined {
    const path = join(root, bundle.folder, `${bundle.name}.js-meta.xml`);
    if (!existsSync(path)) {
        return undefined;
    }
    const parsed = new XMLParser({ parseTagValue: false }).parse(readFileSync(path, 'utf8')) as {
        LightningComponentBundle?: Meta;
    };
    return parsed.LightningComponentBundle;
}

function apiVersion(root: string, bundle: Bundle): number {
    return Number(readMeta(root, bundle)?.apiVersion ?? '66');
}

function metaProblems(root: string, bundle: Bundle): Problem[] {
    const path = join(bundle.folder, `${bundle.name}.js-meta.xml`);
    const meta = readMeta(root, bundle);
    if (meta === undefined) {
        return [{ path, message: 'is missing: without it an org takes no bundle' }];
    }
    const project = JSON.parse(readText(root, 'sfdx-project.json')) as { sourceApiVersion: string };
    const wanted =
        meta.isExposed === 'true' ? (['masterLabel', 'description', 'targets'] as const) : (['description'] as const);
    const missing = wanted
        .filter((element) => !meta[element])
        .map((element) => ({ path, message: `has no <${element}>` }));
    return meta.apiVersion === project.sourceApiVersion
        ? missing
        : [
              ...missing,
              {
                  path,
                  message: `has API version ${meta.apiVersion}; sfdx-project.json says ${project.sourceApiVersion}`
              }
          ];
}
