/** Apex that no other Apex, metadata, component or tool names. */
import { basename } from 'node:path';
import { positionAt } from '../../shared/sourceFiles.ts';
import type { Finding } from '../check.ts';
import { countOf, type SourceFile, type SourceWords } from './words.ts';

/** Called by the platform through an interface of its own, or by whoever is given the object. */
const OF_THE_PLATFORM = new Set(
    'execute start finish compare compareto iterator hasnext next tostring equals hashcode call'.split(' ')
);
const MEMBER =
    /(@AuraEnabled(?:\([^)]*\))?\s+|@InvocableVariable(?:\([^)]*\))?\s+)?\b(?:public|global|protected|private)\s+((?:(?:static|final|virtual|abstract|override|transient)\s+)*)[\w.<>[\], ]+?\s+(\w+)\s*([(;={])/g;
/** What other systems call by address. */
const CALLED_FROM_OUTSIDE = /@RestResource|@InvocableMethod/i;

interface Member {
    readonly file: SourceFile;
    readonly name: string;
    readonly offset: number;
    readonly isSent: boolean;
    readonly isMethod: boolean;
}

const isApex = ({ path }: SourceFile): boolean => /\.(cls|trigger)$/.test(path);
const isComponent = ({ path }: SourceFile): boolean => /\/lwc\/[^/]+\/[^/]+\.(ts|html)$/.test(path);

export function idleClasses(source: SourceWords): Finding[] {
    return source.files
        .filter((file) => file.path.endsWith('.cls') && !file.isTest && !CALLED_FROM_OUTSIDE.test(file.code))
        .filter((file) => {
            const name = basename(file.path, '.cls');
            return countOf(source, name, (other) => other !== file && !other.isTest) === 0;
        })
        .map(({ path }) => ({ path, message: `nothing but tests names the class ${basename(path, '.cls')}` }));
}

/** Methods, constants and properties that stand nowhere but at their own declaration. */
export function idleMembers(source: SourceWords): Finding[] {
    return membersOf(source.files)
        .filter(({ name }) => countOf(source, name, (file) => !file.isTest) <= 1)
        .map(({ file, name, offset }) => finding(file, offset, `nothing but tests uses ${name}`));
}

/** Fields for components that are declared, filled in once, and read by none. */
export function unreadFields(source: SourceWords): Finding[] {
    return membersOf(source.files)
        .filter(({ isSent, isMethod }) => isSent && !isMethod)
        .filter(({ name }) => countOf(source, name, (file) => isComponent(file) && !file.isTest) === 0)
        .filter(({ name }) => countOf(source, name, (file) => isApex(file) && !file.isTest) === 2)
        .map(({ file, name, offset }) => finding(file, offset, `${name} is sent to components, and none reads it`));
}

function membersOf(files: readonly SourceFile[]): Member[] {
    return files
        .filter((file) => isApex(file) && !file.isTest)
        .flatMap((file) =>
            [...file.code.matchAll(MEMBER)]
                .filter(([text, , modifiers = '', name = '']) => !isType(text) && !isInherited(modifiers, name))
                .map((match) => ({
                    file,
                    name: match[3] ?? '',
                    offset: match.index + match[0].search(/\b(public|global|protected|private)\b/),
                    isSent: match[1] !== undefined,
                    isMethod: match[4] === '('
                }))
        );
}

function isType(declaration: string): boolean {
    return /\b(class|interface|enum)\b/.test(declaration);
}

function isInherited(modifiers: string, name: string): boolean {
    return modifiers.includes('override') || OF_THE_PLATFORM.has(name.toLowerCase());
}

function finding({ path, code }: SourceFile, offset: number, message: string): Finding {
    return { path, line: positionAt(code, offset).line, message };
}
