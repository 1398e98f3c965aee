/** `package.xml` and the `destructiveChanges` files. */
import { children, parseXml, textOf } from '../schema/xml.ts';
import { element, writeXml } from './xmlText.ts';

export interface Manifest {
    /** Type name to the names of its members; `*` stands for all. */
    readonly types: ReadonlyMap<string, readonly string[]>;
    readonly version: string | null;
}

/** @throws XmlError when the text is not well-formed or no package */
export function readManifest(text: string): Manifest {
    const root = parseXml(text);
    const types = new Map<string, string[]>();
    for (const each of children(root, 'types')) {
        const name = textOf(each, 'name') ?? '';
        const members = children(each, 'members').map((member) => member.text.trim());
        types.set(name, [...(types.get(name) ?? []), ...members]);
    }
    return { types, version: textOf(root, 'version') ?? null };
}

export function writeManifest(members: Iterable<{ type: string; fullName: string }>, version: string): string {
    const byType = new Map<string, string[]>();
    for (const { type, fullName } of members) byType.set(type, [...(byType.get(type) ?? []), fullName]);
    const types = [...byType]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, names]) =>
            element('types', [...names.sort().map((each) => element('members', [], each)), element('name', [], name)])
        );
    return writeXml(element('Package', [...types, element('version', [], version)])).text;
}
