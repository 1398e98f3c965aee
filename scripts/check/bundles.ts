/**
 * Compiles every Lightning web component with the platform's own compiler (npm `@lwc/sfdc-lwc-compiler`), and looks up in
 * the source tree everything that a deploy would look up: labels, Apex methods, components, objects and fields.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readApexSurface } from '../build/apexTypes.ts';
import { findBundles, type Bundle } from '../build/bundles.ts';
import { javaScriptOf, sourceMapOf } from '../build/components.ts';
import { readLabels } from '../build/typings.ts';
import {
    compileBundle,
    type ComponentFault,
    type ComponentReference,
    type Place
} from '../shared/componentCompiler.ts';
import { baseComponents, missingText, type Offer } from '../shared/componentOffer.ts';
import { positionAt, readText } from '../shared/sourceFiles.ts';
import { ToolError } from '../shared/toolError.ts';
import { documentOf, textOf } from '../shared/xmlTree.ts';
import type { Check, CheckResult, Problem, Rule } from './check.ts';
import { isCustom, readPackageModel, type PackageModel } from './packageModel.ts';

const COMPILE_RULE: Rule = {
    name: 'bundle-compile',
    why: 'an org compiles every bundle of a deploy; one that does not compile stops all of it',
    mend: 'change the code as the compiler says; the number LWC1234 leads to its documentation'
};
const REFERENCE_RULE: Rule = {
    name: 'bundle-reference',
    why: 'an org looks up every label, Apex method, component, object and field that a bundle imports, and refuses the deploy when one is missing',
    mend: 'correct the name, or add what is missing; an Apex method needs @AuraEnabled'
};

/** Where neither the bundle nor the project says it. */
const LATEST_API_VERSION = 66;

export const bundlesCheck: Check = {
    name: 'bundles',
    proves: "the platform's compiler takes every component, and everything it refers to exists",
    async run(root): Promise<CheckResult> {
        const bundles = findBundles(root).filter(({ files }) => files.some((file) => CODE.test(file)));
        const offer = offerOf(await readPackageModel(root));
        const problems: Problem[] = [];
        for (const bundle of bundles) {
            problems.push(...(await compileProblems(root, bundle, offer)));
        }
        return { problems, examined: `${bundles.length} bundles` };
    }
};

const CODE = /\.(ts|js|html|css)$/;

async function compileProblems(root: string, bundle: Bundle, offer: Offer): Promise<Problem[]> {
    const files: Record<string, string> = {};
    const sources: Record<string, string> = {};
    const isWritten = (file: string): boolean =>
        !bundle.files.includes(file.replace(/\.js$/, '.ts')) || !file.endsWith('.js');
    try {
        for (const file of bundle.files.filter((name) => /\.(ts|js|html|css|svg)$/.test(name) && isWritten(name))) {
            const text = readText(root, join(bundle.folder, file));
            sources[file.replace(/\.ts$/, '.js')] = text;
            files[file.replace(/\.ts$/, '.js')] = file.endsWith('.ts')
                ? javaScriptOf(text, join(bundle.folder, file))
                : text;
        }
    } catch (error) {
        if (error instanceof ToolError) {
            return [unreadable(bundle, error)];
        }
        throw error;
    }
    const { faults, references, isSilent } = await compileBundle(bundle.name, files, apiVersion(root, bundle));
    const sourceOf = (file: string | undefined): string => {
        const source = (file ?? '').replace(/\.js$/, '.ts');
        return join(bundle.folder, bundle.files.includes(source) ? source : (file ?? ''));
    };
    const missing = references.flatMap((reference) => {
        const message = missingText(reference, offer);
        return message === undefined
            ? []
            : [
                  problem(
                      REFERENCE_RULE,
                      sourceOf(reference.file),
                      message,
                      placeOf(reference, sources[reference.file] ?? '')
                  )
              ];
    });
    return [
        ...faults.map((fault) => {
            const path = sourceOf(fault.file);
            const message = fault.message.split('\n')[0] ?? '';
            return problem(COMPILE_RULE, path, message, sourcePlace(fault, path, sources[fault.file ?? ''] ?? ''));
        }),
        ...missing,
        ...(isSilent ? [problem(COMPILE_RULE, bundle.folder, 'does not compile', { line: 1 })] : [])
    ];
}

/** Where a reference stands; the compiler does not say it of every kind, so its name is looked up in the text. */
function placeOf({ id, locations }: ComponentReference, source: string): Place {
    const offset = [`'${id}'`, `/${id}'`, `/${id}"`, `<${id}`, id]
        .map((name) => source.indexOf(name))
        .find((found) => found >= 0);
    return offset === undefined ? (locations?.[0] ?? { line: 1 }) : positionAt(source, offset);
}

/** Where a fault of the compiled bundle stands in what people wrote. */
function sourcePlace({ message, at }: ComponentFault, path: string, source: string): Place {
    const framed = /^> *(\d+) \|/m.exec(message)?.[1];
    const line = at?.line ?? (framed === undefined ? undefined : Number(framed));
    if (line === undefined || !path.endsWith('.ts')) {
        return at ?? { line: 1 };
    }
    const entry = sourceMapOf(source, path).findEntry(line - 1, at?.column ?? Number.MAX_SAFE_INTEGER);
    return 'originalLine' in entry ? { line: entry.originalLine + 1 } : { line };
}

/** What is no TypeScript; the message names `path:line:column` itself. */
function unreadable(bundle: Bundle, { message }: ToolError): Problem {
    const [, path = bundle.folder, line, column, text = message] = /^(\S+):(\d+):(\d+) (.*)$/s.exec(message) ?? [];
    return problem(COMPILE_RULE, path, text, { line: Number(line ?? 1), column: Number(column ?? 1) });
}

function problem(rule: Rule, path: string, message: string, location?: Place): Problem {
    return {
        path,
        rule,
        message,
        ...(location?.line === undefined ? {} : { line: location.line }),
        ...(location?.column === undefined ? {} : { column: location.column })
    };
}

function offerOf(model: PackageModel): Offer {
    const named = (kind: string): string[] => model.ofKind(kind).map(({ name }) => name);
    const methods = model.files
        .filter((path) => path.endsWith('.cls'))
        .flatMap((path) => readApexSurface(model.text(path)).methods);
    return {
        bundles: new Set(findBundles(model.root).map(({ name }) => name)),
        labels: new Set(readLabels(model.root).map(({ name }) => name)),
        apexMethods: new Set(methods.map(({ className, name }) => `${className}.${name}`)),
        schema: { has: (name) => isInSchema(name.split('.'), model) },
        customPermissions: new Set(named('customPermission')),
        messageChannels: new Set(named('messageChannel').map((name) => `${name}__c`)),
        staticResources: new Set(named('resource')),
        contentAssets: new Set(named('asset')),
        lightning: new Set(Object.keys(baseComponents()))
    };
}

/** `Object`, `Object.Field`, or a path over a lookup, which ends where the lookup is not of the package. */
function isInSchema([object = '', ...path]: readonly string[], model: PackageModel): boolean {
    if (!model.hasObject(object) || (!isCustom(object) && !model.standard.has(object))) {
        return false;
    }
    const [step, ...rest] = path;
    if (step === undefined || rest.length === 0) {
        return step === undefined || model.hasField(object, step);
    }
    const target = model.targetOf(object, step);
    const isLookup = target !== undefined || !/__r$/i.test(step);
    return isLookup && (target === undefined || isInSchema([target, ...rest], model));
}

/** API version of a bundle; that of the project where its own says nothing sound. */
function apiVersion(root: string, bundle: Bundle): number {
    const path = join(root, bundle.folder, `${bundle.name}.js-meta.xml`);
    const own = existsSync(path) ? textOf(documentOf(readFileSync(path, 'utf8')), 'apiVersion') : '';
    const project = JSON.parse(readText(root, 'sfdx-project.json')) as { sourceApiVersion?: string };
    return Number(own) || Number(project.sourceApiVersion) || LATEST_API_VERSION;
}
