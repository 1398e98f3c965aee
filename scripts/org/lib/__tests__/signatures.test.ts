import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openOrg, type Org } from '../../engine/org.ts';
import { tinyTree, type TinyTree } from '../../engine/__tests__/tinyTree.ts';
import { abstractMember, type LibraryClass } from '../../runtime/library.ts';
import type { TypeRef } from '../../syntax/ast.ts';
import { splitGenericName } from '../../types/library.ts';
import { readSignature } from '../../types/signatures.ts';
import { TypeTable } from '../../types/table.ts';

let tree: TinyTree;
let org: Org;

before(() => {
    tree = tinyTree({});
    org = openOrg({ sourceDirs: [tree.dir] });
});

after(() => {
    org.close();
    tree.remove();
});

/** Every type that a signature names. */
function namesOf(type: TypeRef): string[] {
    const own = type.parts.map((part) => part.name).join('.');
    return [own, ...type.parts.flatMap((part) => part.args.flatMap(namesOf))];
}

function membersOf(one: LibraryClass) {
    return Object.entries(one.members).map(([text, member]) => ({ text, member, signature: readSignature(text) }));
}

describe('signatures of the platform library', () => {
    it('can all be read, and have an implementation unless they are abstract', () => {
        for (const one of org.runtime.libraryClasses) {
            for (const { text, member } of membersOf(one)) {
                const isImplemented =
                    typeof member === 'function' || typeof member === 'object' || member === abstractMember;
                assert.ok(isImplemented, `${one.name}: ${text}`);
            }
        }
    });

    it('name only types that there are', () => {
        const table = new TypeTable(org.schema, org.runtime.libraryClasses);
        const unknown = new Set<string>();
        for (const one of org.runtime.libraryClasses) {
            const { parameters } = splitGenericName(one.name);
            for (const { text, signature } of membersOf(one)) {
                const types = [
                    ...(signature.type ? [signature.type] : []),
                    ...signature.parameters.map(({ type }) => type)
                ];
                for (const name of types.flatMap(namesOf)) {
                    const isKnown =
                        parameters.includes(name) ||
                        ['list', 'set', 'map'].includes(name.toLowerCase()) ||
                        table.builtIn(name, []) !== undefined;
                    if (!isKnown) {
                        unknown.add(`${one.name}: ${text} names ${name}`);
                    }
                }
            }
        }
        assert.deepEqual([...unknown], []);
    });
});
