/** Tests of classes that do not compile: each is reported by name, so that a run never looks better than it is. */
import type { Diagnostic, Program, SourceFile } from '../runtime/program.ts';
import type { TestFilter } from './discovery.ts';
import type { TestResult } from './report.ts';

const CLASS_NAME = /\bclass\s+(\w+)/i;
const TEST_METHOD = /(?:@istest\b(?:\s*\([^)]*\))?[\s\w@]*?|\btestmethod\b[\s\w]*?)\bvoid\s+(\w+)\s*\(\s*\)/gi;
const STATIC_TESTMETHOD = /\btestmethod\s+void\s+(\w+)\s*\(\s*\)/gi;

/** Text without comments and string contents, so that words in them are not taken for code. */
function codeOf(text: string): string {
    return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (match) =>
        match.startsWith("'") ? "''" : ' '
    );
}

function isTestClass(code: string): boolean {
    const declaration = CLASS_NAME.exec(code);
    return declaration !== null && /@istest\b/i.test(code.slice(0, declaration.index));
}

function methodNames(code: string, className: string): string[] {
    const start = code.search(new RegExp(`\\bclass\\s+${className}\\b`, 'i'));
    const body = code.slice(Math.max(start, 0));
    const found = new Set<string>();
    for (const pattern of [TEST_METHOD, STATIC_TESTMETHOD]) {
        for (const match of body.matchAll(pattern)) {
            found.add(match[1] as string);
        }
    }
    return found.size > 0 ? [...found] : ['(class)'];
}

/** Results for the tests of classes that are in the sources and not in the program. */
export function uncompiledTests(
    sources: readonly SourceFile[],
    program: Program,
    diagnostics: readonly Diagnostic[],
    filter: TestFilter | null
): TestResult[] {
    const wanted = filter?.names.map((name) => name.toLowerCase()) ?? null;
    const results: TestResult[] = [];
    for (const source of sources) {
        const code = codeOf(source.text);
        const className = CLASS_NAME.exec(code)?.[1] ?? '';
        if (source.kind !== 'class' || !isTestClass(code) || program.classNamed(className)) {
            continue;
        }
        const own = diagnostics.filter((diagnostic) => diagnostic.path === source.path);
        const first = own.find((diagnostic) => diagnostic.kind === 'error') ?? own[0];
        for (const method of methodNames(code, className)) {
            const names = [className.toLowerCase(), `${className}.${method}`.toLowerCase()];
            if (wanted === null || names.some((name) => wanted.includes(name))) {
                results.push({
                    class: className,
                    method,
                    outcome: first?.kind === 'unsupported' ? 'unsupported' : 'fail',
                    message: first
                        ? `Does not compile: ${first.path}:${first.line}:${first.column} ${first.message}`
                        : 'Does not compile',
                    stack: null,
                    ms: 0
                });
            }
        }
    }
    return results;
}
