/** `@salesforce/*` modules as source text, derived from the source tree. Names that the tree does not have are an error. */
import { existsSync } from 'node:fs';
import { i18nModule } from './i18nModules.ts';
import { memberName, nodes, readXml, text } from './sourceTree.ts';
import type { SourceTree } from './sourceTree.ts';

/** Answers with the module's source, or undefined when the name is no scoped module. Throws for a name that has no member. */
export type ScopedModules = (specifier: string) => string | undefined;

const LITERAL = (value: unknown): string => `export default ${JSON.stringify(value)};`;

export function scopedModules(tree: SourceTree): ScopedModules {
    const labels = new Map<string, string>();
    for (const path of tree.files('labels')) {
        for (const label of nodes(readXml(path), 'labels')) {
            const name = text(label, 'fullName');
            if (name) labels.set(name, text(label, 'value') ?? '');
        }
    }
    const resources = new Map(tree.files('resource').map((path) => [memberName(path), path]));
    const channels = new Set(tree.files('messageChannel').map((path) => `${memberName(path)}__c`));

    const kinds: Readonly<Record<string, (name: string) => string | undefined>> = {
        apex: (name) => {
            const [, className, method] = /^(?:\w+\.)?(\w+)\.(\w+)$/.exec(name) ?? [];
            if (!className || !method) return undefined;
            return `import { apexMethod } from 'host/apex'; export default apexMethod('${className}', '${method}');`;
        },
        schema: (name) => {
            const [objectApiName, ...path] = name.split('.');
            return LITERAL(path.length > 0 ? { fieldApiName: path.join('.'), objectApiName } : { objectApiName });
        },
        label: (name) => {
            const value = labels.get(name.replace(/^c\./, ''));
            return value === undefined ? undefined : LITERAL(value);
        },
        resourceUrl: (name) => (resources.has(name) ? LITERAL(`/resource/${name}`) : undefined),
        customPermission: (name) =>
            `export default globalThis.localOrg.customPermissions.includes('${name}') ? true : undefined;`,
        userPermission: (name) =>
            `export default globalThis.localOrg.userPermissions.includes('${name}') ? true : undefined;`,
        messageChannel: (name) =>
            channels.has(name)
                ? `import { messageChannel } from 'host/messageChannels'; export default messageChannel('${name}');`
                : undefined
    };
    return (specifier) => {
        if (!specifier.startsWith('@salesforce/')) return undefined;
        if (specifier === '@salesforce/apex') return `export { refreshApex, getSObjectValue } from 'host/apex';`;
        const fixed = i18nModule(specifier) ?? i18nData(specifier);
        if (fixed !== undefined) return fixed;
        const [, kind = '', name = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(specifier) ?? [];
        return kinds[kind]?.(name);
    };
}

/** Formats of en-US that components may import; the base components bring their own copy. */
function i18nData(specifier: string): string | undefined {
    const data: Readonly<Record<string, unknown>> = {
        '@salesforce/i18n/dir': 'ltr',
        '@salesforce/i18n/firstDayOfWeek': 1,
        '@salesforce/i18n/dateTime.shortDateFormat': 'M/d/yyyy',
        '@salesforce/i18n/dateTime.mediumDateFormat': 'MMM d, yyyy',
        '@salesforce/i18n/dateTime.longDateFormat': 'MMMM d, yyyy',
        '@salesforce/i18n/dateTime.shortTimeFormat': 'h:mm a',
        '@salesforce/i18n/dateTime.shortDateTimeFormat': 'M/d/yyyy h:mm a',
        '@salesforce/i18n/dateTime.mediumDateTimeFormat': 'MMM d, yyyy h:mm:ss a',
        '@salesforce/i18n/number.currencySymbol': '$',
        '@salesforce/i18n/number.decimalSeparator': '.',
        '@salesforce/i18n/number.groupingSeparator': ',',
        '@salesforce/i18n/number.percentFormat': '#,##0%',
        '@salesforce/i18n/number.currencyFormat': '¤#,##0.00',
        '@salesforce/i18n/number.numberFormat': '#,##0.###'
    };
    return specifier in data ? LITERAL(data[specifier]) : undefined;
}

/** Path of the content of a static resource; undefined when it has none (or is a folder). */
export function resourceContent(tree: SourceTree, name: string): { path: string; contentType: string } | undefined {
    const meta = tree.files('resource').find((path) => memberName(path) === name);
    if (meta === undefined) return undefined;
    const contentType = text(readXml(meta), 'contentType') ?? 'application/octet-stream';
    const stem = meta.replace(/\.resource-meta\.xml$/, '');
    const path = [
        stem,
        `${stem}.resource`,
        `${stem}.js`,
        `${stem}.css`,
        `${stem}.json`,
        `${stem}.svg`,
        `${stem}.png`,
        `${stem}.txt`
    ].find((candidate) => existsSync(candidate));
    return path === undefined ? undefined : { path, contentType };
}
