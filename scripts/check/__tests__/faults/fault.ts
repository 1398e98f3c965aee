/** One planted fault, and how its files are written down. */

export interface Fault {
    readonly what: string;
    /** Content by path; the line of the fault begins with the mark. */
    readonly files: Readonly<Record<string, string>>;
    /** Where something is missing, and so nothing can be marked. */
    readonly path?: string;
    /** Name of the rule that must find it. */
    readonly rule: string;
}

/** Stands in front of the line that must be found; it is taken out before the file is written. */
export const MARK = '▶';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACES =
    'xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';

/** A metadata file of one type, one element a line. */
export function xml(type: string, ...lines: readonly string[]): string {
    return `${HEAD}\n<${type} ${NAMESPACES}>\n${lines.join('\n')}\n</${type}>\n`;
}

export function apexMeta(kind: 'ApexClass' | 'ApexTrigger' = 'ApexClass'): string {
    return xml(kind, '<apiVersion>66.0</apiVersion>', '<status>Active</status>');
}

/** A class in its domain with its own metadata; the first line is line 1 of the file. */
export function apexClass(domain: string, name: string, ...lines: readonly string[]): Record<string, string> {
    const path = `force-app/${domain}/classes/${name}.cls`;
    return { [path]: `${lines.join('\n')}\n`, [`${path}-meta.xml`]: apexMeta() };
}

export function componentMeta(...lines: readonly string[]): string {
    return xml(
        'LightningComponentBundle',
        '<apiVersion>66.0</apiVersion>',
        '<description>For a test.</description>',
        ...lines
    );
}

const HIDDEN = componentMeta('<isExposed>false</isExposed>');

/** A bundle of the domain `handoff`. */
export function bundle(
    name: string,
    parts: {
        readonly ts?: readonly string[];
        readonly html?: readonly string[];
        readonly css?: readonly string[];
        readonly meta?: string;
    }
): Record<string, string> {
    const folder = `force-app/handoff/lwc/${name}/${name}`;
    const className = name.charAt(0).toUpperCase() + name.slice(1);
    const code = parts.ts ?? [
        "import { LightningElement } from 'lwc';",
        '',
        `export default class ${className} extends LightningElement {}`
    ];
    return {
        [`${folder}.ts`]: `${code.join('\n')}\n`,
        [`${folder}.html`]: `${(parts.html ?? ['<template></template>']).join('\n')}\n`,
        ...(parts.css ? { [`${folder}.css`]: `${parts.css.join('\n')}\n` } : {}),
        [`${folder}.js-meta.xml`]: parts.meta ?? HIDDEN
    };
}

/** A class of a component with members. */
export function component(name: string, ...members: readonly string[]): string[] {
    return [
        "import { api, LightningElement } from 'lwc';",
        '',
        `export default class ${name} extends LightningElement {`,
        '    @api label?: string;',
        ...members,
        '}'
    ];
}
