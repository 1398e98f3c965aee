/** Every file of the package and of the tooling with the words that its code is made of. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesWithTests, packageDirectories, readText } from '../../shared/sourceFiles.ts';
import { isTestClass } from '../houseRules/source.ts';

export interface SourceFile {
    readonly path: string;
    /** Comments blanked out, literals kept: classes and permissions are also named in text. Offsets stay the same. */
    readonly code: string;
    /** Words in lower case, with how often each is there. */
    readonly words: ReadonlyMap<string, number>;
    readonly isTest: boolean;
}

export interface SourceWords {
    readonly files: readonly SourceFile[];
    /** Files that name a word, whatever its case. */
    readonly naming: (word: string) => readonly SourceFile[];
}

/** Folders of the tooling, which may name what the package brings. */
const TOOLING = ['scripts', 'config'];
const READ = /\.(cls|trigger|ts|js|cjs|html|json)$|-meta\.xml$/;
/** Permission sets name whatever there is, and typings are made from it. */
const NAMES_EVERYTHING = /\.permissionset-meta\.xml$|\.(cls|trigger)-meta\.xml$|(^|\/)types\/generated\//;
const HELPS_TESTS = /(^|\/)(__tests__|config\/jest|scripts\/e2e)\/|\.(test|e2e)\.ts$/;

export function readWords(root: string): SourceWords {
    const folders = [...packageDirectories(root), ...TOOLING.filter((folder) => existsSync(join(root, folder)))];
    const settings = readdirSync(root).filter((file) => /\.config\.(js|ts)$/.test(file));
    const below = folders.flatMap((folder) => filesWithTests(root, folder)).map((path) => path.replaceAll('\\', '/'));
    const paths = [...settings, ...below];
    const built = new Set(paths.filter((path) => path.endsWith('.ts')).map((path) => path.replace(/\.ts$/, '.js')));
    const files = paths
        .filter((path) => READ.test(path) && !NAMES_EVERYTHING.test(path) && !built.has(path))
        .map((path) => sourceFile(path, readText(root, path)));
    const naming = new Map<string, SourceFile[]>();
    for (const file of files) {
        for (const word of file.words.keys()) {
            const others = naming.get(word);
            if (others) others.push(file);
            else naming.set(word, [file]);
        }
    }
    return { files, naming: (word) => naming.get(word.toLowerCase()) ?? [] };
}

function sourceFile(path: string, text: string): SourceFile {
    const code = withoutComments(text);
    const words = new Map<string, number>();
    for (const [word] of code.matchAll(/\w+/g)) {
        const key = word.toLowerCase();
        words.set(key, (words.get(key) ?? 0) + 1);
    }
    const isTest = HELPS_TESTS.test(path) || (path.endsWith('.cls') && isTestClass(text));
    return { path, code, words, isTest };
}

/** How often a word stands in those files that count, whatever its case. */
export function countOf(source: SourceWords, word: string, counts: (file: SourceFile) => boolean): number {
    const key = word.toLowerCase();
    return source
        .naming(word)
        .filter(counts)
        .reduce((sum, { words }) => sum + (words.get(key) ?? 0), 0);
}

function withoutComments(text: string): string {
    return text.replace(
        /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g,
        (match) => (/^['"`]/.test(match) ? match : match.replace(/[^\n]/g, ' '))
    );
}
