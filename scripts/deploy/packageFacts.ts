/** What the package brings: names of its members, types of its fields, the platform objects it needs. */
import { readMembers } from '../org/metadata/folder.ts';
import { textOfFile } from '../org/metadata/members.ts';
import { providerOf, type ProviderFact } from './providers.ts';

export interface PackageFacts {
    /** Type to full names. */
    readonly members: ReadonlyMap<string, readonly string[]>;
    /** `Object.Field__c` to its type in metadata, e.g. `Lookup`. */
    readonly fieldTypes: ReadonlyMap<string, string>;
    /** Platform objects that have fields of the package, or permissions in it. */
    readonly platformObjects: readonly string[];
    /** Platform records that the timeline shows where there are any. */
    readonly providers: readonly ProviderFact[];
    readonly apiVersion: number;
}

const COMMON = new Set(['User', 'Organization', 'Group']);

/** @param sourceDirs package directories, absolute */
export function readPackageFacts(sourceDirs: readonly string[], apiVersion: number): PackageFacts {
    const members = new Map<string, string[]>();
    const fieldTypes = new Map<string, string>();
    const objects = new Set<string>();
    const providers: ProviderFact[] = [];
    const use = (object: string): void => {
        if (object && !object.includes('__') && !COMMON.has(object)) objects.add(object);
    };
    for (const member of readMembers(sourceDirs).values()) {
        members.set(member.type, [...(members.get(member.type) ?? []), member.fullName]);
        const [file] = member.files;
        if (!file) continue;
        if (member.type === 'ApexClass') {
            const source = member.files.find(({ path }) => path.endsWith('.cls'));
            const provider = source && providerOf(textOfFile(source));
            if (provider) providers.push(provider);
        }
        if (member.type === 'CustomField') {
            const text = textOfFile(file);
            fieldTypes.set(member.fullName, /<type>\s*(\w+)\s*<\/type>/.exec(text)?.[1] ?? '');
            use(member.fullName.split('.')[0] ?? '');
        }
        if (member.type === 'PermissionSet') {
            for (const [, object] of textOfFile(file).matchAll(/<object>\s*(\w+)\s*<\/object>/g)) use(object ?? '');
        }
    }
    providers.sort((a, b) => (a.object < b.object ? -1 : 1));
    return { members, fieldTypes, platformObjects: [...objects].sort(), providers, apiVersion };
}
