/** What modules of components and of the tooling export and nobody imports. */
import { positionAt } from '../../shared/sourceFiles.ts';
import type { Finding } from '../check.ts';
import type { SourceFile, SourceWords } from './words.ts';

const EXPORT = /^export (?:async )?(const|let|function\*?|class|abstract class|interface|type) (\w+)/gm;
/** Types that the signature of something exported names belong to it, though nobody imports them by name. */
const TYPES = new Set(['interface', 'type']);
/** Stand in for modules of the platform, whose exports they have whether or not a component of ours asks for them. */
const OF_THE_PLATFORM = /\/modules\/lightning\//;

/** What a page learns and keeps, and a test has to forget. */
const FOR_TESTS = new Set(['resetServerTime']);

interface Exported {
    readonly file: SourceFile;
    readonly name: string;
    readonly line: number;
    /** How often its own file names it, with the export. */
    readonly inOwn: number;
    readonly inProduction: boolean;
    readonly inTests: boolean;
}

export function idleExports(source: SourceWords): Finding[] {
    return exportsOf(source)
        .filter(({ inProduction, inTests }) => !inProduction && !inTests)
        .map(({ file, name, line }) => ({ path: file.path, line, message: `nobody imports ${name}` }));
}

export function testedOnly(source: SourceWords): Finding[] {
    return exportsOf(source)
        .filter(({ inProduction, inTests, inOwn }) => !inProduction && inTests && inOwn === 1)
        .filter(({ name }) => !FOR_TESTS.has(name))
        .map(({ file, name, line }) => ({ path: file.path, line, message: `only tests use ${name}` }));
}

function exportsOf({ files, naming }: SourceWords): Exported[] {
    return files
        .filter(({ path, isTest }) => path.endsWith('.ts') && !isTest && !OF_THE_PLATFORM.test(path))
        .flatMap((file) =>
            [...file.code.matchAll(EXPORT)].flatMap(([statement, kind = '', name = '']) => {
                const inOwn = [...file.code.matchAll(wholeWord(name))].length;
                const others = naming(name).filter(
                    (other) => other !== file && /\.[cm]?[jt]s$/.test(other.path) && wholeWord(name).test(other.code)
                );
                const exported: Exported = {
                    file,
                    name,
                    line: positionAt(file.code, file.code.indexOf(statement)).line,
                    inOwn,
                    inProduction: others.some(({ isTest }) => !isTest),
                    inTests: others.some(({ isTest }) => isTest)
                };
                return TYPES.has(kind) && inOwn > 1 ? [] : [exported];
            })
        );
}

function wholeWord(name: string): RegExp {
    return new RegExp(`\\b${name}\\b`, 'g');
}
