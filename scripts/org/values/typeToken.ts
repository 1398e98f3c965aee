/** Names of Apex types at run time, interned: the same text gives the same object. */

export interface TypeToken {
    /** Canonical text without blanks, e.g. `Map<Id,List<Account>>`. */
    readonly name: string;
    /** `Map` */
    readonly base: string;
    readonly args: readonly TypeToken[];
}

const interned = new Map<string, TypeToken>();
const COLLECTIONS: Readonly<Record<string, string>> = {
    list: 'List',
    set: 'Set',
    map: 'Map',
    iterator: 'Iterator',
    iterable: 'Iterable'
};

/** Cuts `A,Map<B,C>` at the commas of the outermost level. */
function splitArguments(text: string): string[] {
    const parts: string[] = [];
    let depth = 0;
    let start = 0;
    for (let index = 0; index < text.length; index++) {
        const character = text[index];
        if (character === '<') depth++;
        else if (character === '>') depth--;
        else if (character === ',' && depth === 0) {
            parts.push(text.slice(start, index));
            start = index + 1;
        }
    }
    parts.push(text.slice(start));
    return parts;
}

function parse(text: string): TypeToken {
    if (text.endsWith('[]')) return genericToken('List', [typeToken(text.slice(0, -2))]);
    const open = text.indexOf('<');
    if (open < 0 || !text.endsWith('>')) return { name: text, base: text, args: [] };
    const base = text.slice(0, open);
    const args = splitArguments(text.slice(open + 1, -1)).map(typeToken);
    return genericToken(COLLECTIONS[base.toLowerCase()] ?? base, args);
}

/** Token of a generic type from its parts. */
export function genericToken(base: string, args: readonly TypeToken[]): TypeToken {
    const name = args.length ? `${base}<${args.map((arg) => arg.name).join(',')}>` : base;
    let token = interned.get(name);
    if (!token) {
        token = { name, base, args };
        interned.set(name, token);
    }
    return token;
}

/** Parses and interns a type's text. `Account[]` is `List<Account>`. */
export function typeToken(name: string): TypeToken {
    const known = interned.get(name);
    if (known) return known;
    const text = name.replace(/\s+/g, '');
    const parsed = interned.get(text) ?? parse(text);
    const token = interned.get(parsed.name) ?? parsed;
    interned.set(token.name, token);
    interned.set(name, token);
    return token;
}

export const OBJECT_TYPE = typeToken('Object');
