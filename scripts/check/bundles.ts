/**
 * Compiles every Lightning web component with the platform's own compiler (npm `@lwc/sfdc-lwc-compiler`), and looks up in
 * the source tree everything that a deploy would look up: labels, Apex methods, components, objects and fields.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { readApexSurface } from '../build/apexTypes.ts';
import { findBundles, type Bundle } from '../build/bundles.ts';
import { javaScriptOf } from '../build/components.ts';
import { readLabels, schemaNames } from '../build/typings.ts';
import { compileBundle, type Place } from '../shared/componentCompiler.ts';
import { baseComponents, missingText, type Offer } from '../shared/componentOffer.ts';
import { filesBelow, packageDirectories, readText } from '../shared/sourceFiles.ts';
import { ToolError } from '../shared/toolError.ts';
import type { Check, CheckResult, Problem } from './check.ts';

export const bundlesCheck: Check = {
    name: 'bundles',
    proves: "the platform's compiler takes every component, and everything it refers to exists",
    async run(root): Promise<CheckResult> {
        const bundles = findBundles(root);
        const offer = offerOf(root, bundles);
        const problems: Problem[] = [];
        for (const bundle of bundles) {
            problems.push(...metaProblems(root, bundle), ...(await compileProblems(root, bundle, offer)));
        }
        return { problems, examined: `${bundles.length} bundles` };
    }
};

async function compileProblems(root: string, bundle: Bundle, offer: Offer): Promise<Problem[]> {
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
    const { faults, references, isSilent } = await compileBundle(bundle.name, files, apiVersion(root, bundle));
    const sourceOf = (file: string | undefined): string => join(bundle.folder, (file ?? '').replace(/\.js$/, '.ts'));
    const missing = references.flatMap((reference) => {
        const message = missingText(reference, offer);
        return message === undefined ? [] : [problem(sourceOf(reference.file), message, reference.locations?.[0])];
    });
    return [
        ...faults.map(({ file, message, at }) => problem(sourceOf(file), message, at)),
        ...missing,
        ...(isSilent ? [problem(bundle.folder, 'does not compile')] : [])
    ];
}

function problem(path: string, message: string, location?: Place): Problem {
    return {
        path,
        message,
        ...(location?.line === undefined ? {} : { line: location.line }),
        ...(location?.column === undefined ? {} : { column: location.column })
    };
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
