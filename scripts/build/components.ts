/**
 * Turns the TypeScript of every Lightning web component into the JavaScript beside it that an org receives. Only types
 * are removed: decorators and modern syntax stay, because the platform's compiler wants to see them.
 */
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { ToolError } from '../shared/toolError.ts';
import { findBundles, type Bundle } from './bundles.ts';

export interface ComponentBuild {
    /** Bundles looked at. */
    readonly bundles: number;
    /** JavaScript files that are new or differ from what lay there. */
    readonly written: readonly string[];
    /** JavaScript files deleted, because no TypeScript stands behind them any more. */
    readonly removed: readonly string[];
}

const OPTIONS: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    newLine: ts.NewLineKind.LineFeed,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    useDefineForClassFields: true
};

/** @throws ToolError when a file cannot be parsed. */
export function buildComponents(root: string): ComponentBuild {
    const bundles = findBundles(root);
    const written: string[] = [];
    const removed: string[] = [];
    for (const bundle of bundles) {
        const outputs = new Set<string>();
        for (const file of bundle.files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))) {
            const source = join(bundle.folder, file);
            const output = source.replace(/\.ts$/, '.js');
            outputs.add(output);
            if (writeIfDifferent(join(root, output), javaScriptOf(readFileSync(join(root, source), 'utf8'), source))) {
                written.push(output);
            }
        }
        for (const stale of staleOutputs(bundle, outputs)) {
            rmSync(join(root, stale));
            removed.push(stale);
        }
        if (isLeftover(bundle) && readdirSync(join(root, bundle.folder)).length === 0)
            rmdirSync(join(root, bundle.folder));
    }
    return { bundles: bundles.length, written, removed };
}

/** JavaScript of one TypeScript file. @throws ToolError naming file and line when the text is no TypeScript. */
export function javaScriptOf(text: string, path: string): string {
    const result = ts.transpileModule(text, { compilerOptions: OPTIONS, fileName: path, reportDiagnostics: true });
    const problem = result.diagnostics?.find((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
    if (problem) {
        const at = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0) ?? { line: 0, character: 0 };
        throw new ToolError(
            'ComponentError',
            `${path}:${at.line + 1}:${at.character + 1} ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`,
            ['Mend the line, then run npm run build again.']
        );
    }
    return result.outputText;
}

/** From places in that JavaScript back to places in its TypeScript. */
export function sourceMapOf(text: string, path: string): SourceMap {
    const { sourceMapText = '{}' } = ts.transpileModule(text, {
        compilerOptions: { ...OPTIONS, sourceMap: true },
        fileName: path
    });
    return new SourceMap(JSON.parse(sourceMapText) as SourceMapPayload);
}

/**
 * A bundle is written in TypeScript as a whole, so JavaScript without a source in it is a left-over. So is a folder with
 * nothing but JavaScript: git took the bundle away and left what it ignores.
 */
function staleOutputs(bundle: Bundle, outputs: ReadonlySet<string>): string[] {
    const isTypeScript = bundle.files.some((file) => file.endsWith('.ts'));
    return isTypeScript || isLeftover(bundle)
        ? bundle.files
              .filter((file) => file.endsWith('.js'))
              .map((file) => join(bundle.folder, file))
              .filter((path) => !outputs.has(path))
        : [];
}

const isLeftover = ({ files }: Bundle): boolean => files.every((file) => file.endsWith('.js'));

/** Leaves equal files alone, so that watchers do not see a change. */
export function writeIfDifferent(path: string, text: string): boolean {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) {
        return false;
    }
    writeFileSync(path, text);
    return true;
}
