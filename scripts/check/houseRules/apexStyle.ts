/** Apex rules of the house that no compiler checks: explicit access, sharing, layers, sizes, API version, asserts. */
import { positionAt } from '../../shared/sourceFiles.ts';
import type { Problem } from '../check.ts';
import { apexCode, isTestClass, type PackageSource, type SourceEntry } from './source.ts';

const MAXIMUM_LINES = 400;
const MAXIMUM_CONTROLLER_METHODS = 8;

interface ApexFile {
    readonly entry: SourceEntry;
    readonly text: string;
    /** Comments and literals blanked out. */
    readonly code: string;
    readonly isTest: boolean;
    readonly name: string;
}

type Rule = (file: ApexFile, report: (offset: number, message: string) => void) => void;

const everyQueryNamesItsAccess: Rule = (file, report) => {
    for (const match of file.code.matchAll(/\[\s*(SELECT|FIND)\b[^\]]*\]/gi)) {
        if (!file.isTest && !/WITH\s+(USER_MODE|SYSTEM_MODE)/i.test(match[0])) {
            report(match.index, 'a query says WITH USER_MODE or WITH SYSTEM_MODE');
        }
    }
};

const everyDmlNamesItsAccess: Rule = (file, report) => {
    if (file.isTest) {
        return;
    }
    for (const match of file.code.matchAll(/^\s*(insert|update|upsert|delete|undelete|merge)\s+(?!as\b)\w/gim)) {
        report(match.index + match[0].length - 1, `${match[1]} says "as user" or "as system"`);
    }
    for (const match of file.code.matchAll(
        /Database\s*\.\s*(insert|update|upsert|delete|undelete|query|countQuery|getQueryLocator)\w*\s*\(([^;]*);/gi
    )) {
        if (!/AccessLevel|accessLevel|WithBinds/.test(match[0])) {
            report(match.index, `Database.${match[1]} passes an AccessLevel`);
        }
    }
};

const everyClassDeclaresSharing: Rule = (file, report) => {
    const declaration =
        /\b(?:public|global|private)\s+(?:(?:virtual|abstract)\s+)?(with sharing|without sharing|inherited sharing)?\s*(?:(?:virtual|abstract)\s+)?class\s+\w+/i.exec(
            file.code
        );
    if (declaration && !declaration[1] && !file.isTest && !/extends\s+\w*Exception/.test(file.code)) {
        report(declaration.index, 'a class says with, without or inherited sharing');
    }
};

/** Every domain has a gateway or two of its own: shared knows nobody, so it cannot hold theirs. */
const isSystemGateway = (name: string): boolean => name.endsWith('SystemDb');

const systemModeLivesInTheGateway: Rule = (file, report) => {
    if (file.isTest || isSystemGateway(file.name)) {
        return;
    }
    for (const match of file.code.matchAll(/SYSTEM_MODE|\bas\s+system\b|without\s+sharing/gi)) {
        report(match.index, 'system mode lives in a gateway named SystemDb: give it a method with a purpose there');
    }
};

const layersKeepTheirJob: Rule = (file, report) => {
    if (file.isTest) {
        return;
    }
    const query = /\[\s*SELECT\b/i.exec(file.code);
    const dml =
        /^\s*(insert|update|upsert|delete|undelete|merge)\s+(as\b|\w)|Database\s*\.\s*(insert|update|upsert|delete)/im.exec(
            file.code
        );
    if (query && !/(Selector|SystemDb)$/.test(file.name)) {
        report(query.index, 'SOQL lives in a selector');
    }
    if (dml && !/(Service|SystemDb)$/.test(file.name)) {
        report(dml.index, 'DML lives in a service');
    }
    if (/Service$|Selector$/.test(file.name) && /@AuraEnabled\s*(\(|\n\s*public\s+static)/i.test(file.code)) {
        report(0, 'a service or selector never mentions Aura');
    }
    if (/Controller$/.test(file.name)) {
        const methods = file.code.match(/@AuraEnabled[^;{]*\bstatic\b/gi) ?? [];
        if (methods.length > MAXIMUM_CONTROLLER_METHODS) {
            report(0, `a controller has at most ${MAXIMUM_CONTROLLER_METHODS} methods, this one has ${methods.length}`);
        }
    }
};

const triggersAreOneLine: Rule = (file, report) => {
    if (!file.entry.file.endsWith('.trigger')) {
        return;
    }
    const body = file.code.slice(file.code.indexOf('{') + 1, file.code.lastIndexOf('}'));
    if (body.split(';').filter((part) => part.trim() !== '').length > 1) {
        report(0, 'a trigger is one line that calls its handler');
    }
};

const assertsCarryASentence: Rule = (file, report) => {
    for (const match of file.text.matchAll(
        /Assert\.(areEqual|areNotEqual|isTrue|isFalse|isNull|isNotNull|isInstanceOfType)\s*\(/g
    )) {
        const needed = /areEqual|areNotEqual|isInstanceOfType/.test(match[0]) ? 3 : 2;
        if (argumentCount(file.text, match.index + match[0].length) < needed) {
            report(match.index, 'an assert says in a sentence what should hold');
        }
    }
    for (const match of file.code.matchAll(/System\s*\.\s*assert\w*/gi)) {
        report(match.index, 'use the Assert class');
    }
};

/** Tests of scale print what they used. */
const printsFigures = (file: ApexFile): boolean => file.isTest && file.name.endsWith('ScaleTest');

const noLeftovers: Rule = (file, report) => {
    const leftovers = printsFigures(file) ? /SeeAllData/gi : /System\s*\.\s*debug|SeeAllData/gi;
    for (const match of file.code.matchAll(leftovers)) {
        report(match.index, `${match[0]} does not belong into the package`);
    }
    const lines = file.text.split('\n').length;
    if (lines > MAXIMUM_LINES) {
        report(0, `has ${lines} lines; ${MAXIMUM_LINES} is the most: split it by job`);
    }
};

const RULES: readonly Rule[] = [
    everyQueryNamesItsAccess,
    everyDmlNamesItsAccess,
    everyClassDeclaresSharing,
    systemModeLivesInTheGateway,
    layersKeepTheirJob,
    triggersAreOneLine,
    assertsCarryASentence,
    noLeftovers
];

export function apexStyle(source: PackageSource): Problem[] {
    return source.entries
        .filter((entry) => /\.(cls|trigger)$/.test(entry.file))
        .flatMap((entry) => {
            const text = entry.text();
            const file = {
                entry,
                text,
                code: apexCode(text),
                isTest: isTestClass(text),
                name: entry.file.replace(/\.\w+$/, '')
            };
            const problems: Problem[] = [];
            for (const rule of RULES) {
                rule(file, (offset, message) =>
                    problems.push({ path: entry.path, line: positionAt(text, offset).line, message })
                );
            }
            return problems;
        });
}

/** Counts the arguments of a call from just behind its opening bracket. */
function argumentCount(text: string, from: number): number {
    let depth = 1;
    let count = 1;
    for (let index = from; index < text.length && depth > 0; index++) {
        const character = text[index];
        if (character === "'") {
            for (index++; index < text.length && text[index] !== "'"; index++) {
                if (text[index] === '\\') {
                    index++;
                }
            }
        } else if (character === '(' || character === '{' || character === '[') {
            depth++;
        } else if (character === ')' || character === '}' || character === ']') {
            depth--;
        } else if (character === ',' && depth === 1) {
            count++;
        } else if (character === '<' && /^<[\w\s,.<>]+>[\s({]/.test(text.slice(index))) {
            index += (/^<[\w\s,.<>]+>/.exec(text.slice(index))?.[0].length ?? 1) - 1;
        }
    }
    return count;
}
