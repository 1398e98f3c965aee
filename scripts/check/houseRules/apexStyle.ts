/** Apex rules of the house that no compiler checks: explicit access, sharing, layers, sizes, API version, asserts. */
import { positionAt } from '../../shared/sourceFiles.ts';
import type { Problem, Rule } from '../check.ts';
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

type Search = (file: ApexFile, report: (offset: number, message: string) => void) => void;

const everyQueryNamesItsAccess: Search = (file, report) => {
    for (const match of file.code.matchAll(/\[\s*(SELECT|FIND)\b[^\]]*\]/gi)) {
        if (!file.isTest && !/WITH\s+(USER_MODE|SYSTEM_MODE)/i.test(match[0])) {
            report(match.index, 'a query says WITH USER_MODE or WITH SYSTEM_MODE');
        }
    }
};

const everyDmlNamesItsAccess: Search = (file, report) => {
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

const everyClassDeclaresSharing: Search = (file, report) => {
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

const systemModeLivesInTheGateway: Search = (file, report) => {
    if (file.isTest || isSystemGateway(file.name)) {
        return;
    }
    for (const match of file.code.matchAll(/SYSTEM_MODE|\bas\s+system\b|without\s+sharing/gi)) {
        report(match.index, 'system mode lives in a gateway named SystemDb: give it a method with a purpose there');
    }
};

const layersKeepTheirJob: Search = (file, report) => {
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

const triggersAreOneLine: Search = (file, report) => {
    if (!file.entry.file.endsWith('.trigger')) {
        return;
    }
    const body = file.code.slice(file.code.indexOf('{') + 1, file.code.lastIndexOf('}'));
    if (body.split(';').filter((part) => part.trim() !== '').length > 1) {
        report(0, 'a trigger is one line that calls its handler');
    }
};

const assertsCarryASentence: Search = (file, report) => {
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

const noLeftovers: Search = (file, report) => {
    const leftovers = printsFigures(file) ? /SeeAllData/gi : /System\s*\.\s*debug|SeeAllData/gi;
    for (const match of file.code.matchAll(leftovers)) {
        report(match.index, `${match[0]} does not belong into the package`);
    }
    const lines = file.text.split('\n').length;
    if (lines > MAXIMUM_LINES) {
        report(0, `has ${lines} lines; ${MAXIMUM_LINES} is the most: split it by job`);
    }
};

const exceptionsSayWhy: Search = (file, report) => {
    for (const match of file.text.matchAll(/\/\/\s*NOPMD(?!, because \S+ \S+)|@SuppressWarnings\b/gi)) {
        report(match.index, `${match[0]} makes an exception and does not say why`);
    }
};

const RULES: readonly { readonly rule: Rule; readonly search: Search }[] = [
    {
        rule: {
            name: 'house-query-access',
            why: 'the default access mode of a query changes with the API version, and a reader cannot see it',
            mend: 'write WITH USER_MODE; system mode belongs into a gateway'
        },
        search: everyQueryNamesItsAccess
    },
    {
        rule: {
            name: 'house-dml-access',
            why: 'the default access mode of DML changes with the API version, and a reader cannot see it',
            mend: 'write "as user" or pass AccessLevel.USER_MODE; system mode belongs into a gateway'
        },
        search: everyDmlNamesItsAccess
    },
    {
        rule: {
            name: 'house-sharing',
            why: 'a class without a sharing keyword takes that of its caller, which nobody sees',
            mend: 'declare the class with sharing or inherited sharing'
        },
        search: everyClassDeclaresSharing
    },
    {
        rule: {
            name: 'house-system-mode',
            why: 'what runs without the rights of the user is reviewed in one place per domain',
            mend: "add a method with a purpose to the domain's SystemDb gateway and call that"
        },
        search: systemModeLivesInTheGateway
    },
    {
        rule: {
            name: 'house-layers',
            why: 'controllers, services and selectors each have one job, so that a newcomer finds a query at once',
            mend: 'move the statement to the layer that the message names'
        },
        search: layersKeepTheirJob
    },
    {
        rule: {
            name: 'house-triggers',
            why: 'logic in a trigger can be neither called nor tested by itself',
            mend: 'move the logic to the handler'
        },
        search: triggersAreOneLine
    },
    {
        rule: {
            name: 'house-asserts',
            why: 'a failing test is read long after it was written',
            mend: 'use Assert, and say in the last argument what should hold'
        },
        search: assertsCarryASentence
    },
    {
        rule: {
            name: 'house-leftovers',
            why: 'debug output, data of an org in tests and oversized classes cost every reader time',
            mend: 'take it out; split a large class by job'
        },
        search: noLeftovers
    },
    {
        rule: {
            name: 'house-exception',
            why: 'nobody who reads it later can tell whether the exception still holds',
            mend: 'write "// NOPMD, because ..." on the line itself; @SuppressWarnings hides a whole class'
        },
        search: exceptionsSayWhy
    }
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
            for (const { rule, search } of RULES) {
                search(file, (offset, message) =>
                    problems.push({ path: entry.path, line: positionAt(text, offset).line, rule, message })
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
