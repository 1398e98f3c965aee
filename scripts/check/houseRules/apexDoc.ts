/** What Apex says about itself: each method that others may call tells its purpose, every parameter and what it returns. */
import { positionAt } from '../../shared/sourceFiles.ts';
import type { Finding } from '../check.ts';
import { apexCode, isTestClass, type PackageSource, type SourceEntry } from './source.ts';

const METHOD =
    /\b(?:public|global|protected)\s+((?:(?:static|virtual|abstract|override)\s+)*)([\w.<>[\], ]+?\s+)?(\w+)\s*\(([^)]*)\)\s*[;{]/g;
/** Annotations between the comment and the method. */
const ANNOTATIONS = /(?:@\w+(?:\([^)]*\))?\s*)+$/;
const COMMENT = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/$/;

/** A method of an interface is told about there, what overrides or extends something at that. */
export function methodsAreDocumented(source: PackageSource): Finding[] {
    const classes = source.entries.filter((entry) => entry.file.endsWith('.cls') && !isTestClass(entry.text()));
    return classes.flatMap(findingsIn);
}

function findingsIn(entry: SourceEntry): Finding[] {
    const { path } = entry;
    const original = entry.text();
    const code = apexCode(original);
    const isImplementer = /\bimplements\b/.test(code);
    const isExtension = /\bextends\b/.test(code);
    return [...code.matchAll(METHOD)].flatMap((match) => {
        const [, modifiers = '', type = '', name = '', list = ''] = match;
        const parameters = parametersOf(list);
        const isOfInterface = isImplementer && !/\bstatic\b/.test(modifiers);
        const isConstructor = type === '';
        if (modifiers.includes('override') || (isConstructor && (isExtension || parameters.length === 0))) {
            return [];
        }
        const comment = COMMENT.exec(original.slice(0, match.index).replace(ANNOTATIONS, '').trimEnd())?.[0];
        if (comment === undefined) {
            return isOfInterface ? [] : [finding(`${name} does not say what it is for`)];
        }
        const told = [...comment.matchAll(/@param\s+(\w+)/g)].map(([, parameter = '']) => parameter);
        const returns = type.trim() !== '' && !/\bvoid$/.test(type.trim());
        return [
            ...parameters
                .filter((parameter) => !told.includes(parameter))
                .map((parameter) => finding(`${name} does not tell of its parameter ${parameter}`)),
            ...told
                .filter((parameter) => !parameters.includes(parameter))
                .map((parameter) => finding(`${name} tells of ${parameter}, which it does not take`)),
            ...(returns && !comment.includes('@return') ? [finding(`${name} does not say what it returns`)] : [])
        ];

        function finding(message: string): Finding {
            return { path, line: positionAt(code, match.index).line, message };
        }
    });
}

/** Names of the parameters; the commas of type arguments separate none. */
function parametersOf(list: string): string[] {
    let flat = list;
    while (/<[^<>]*>/.test(flat)) {
        flat = flat.replace(/<[^<>]*>/g, '');
    }
    return flat
        .split(',')
        .map((parameter) => parameter.trim().split(/\s+/).at(-1) ?? '')
        .filter(Boolean);
}
