/** Seeded damage to texts: the same seed gives the same cases. */

const TOKENS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[A-Za-z_]\w*|\d+(?:\.\d+)?|\s+|[^\s\w]/g;
const STRANGE = [
    'null',
    "''",
    '0',
    '-1',
    '2147483648',
    '9223372036854775807L',
    '1e999',
    '.',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ',',
    ';',
    '?',
    ':',
    '=>',
    '\u0000',
    '\u2028',
    '\ud800',
    '<!--',
    '\\',
    "'",
    '"'
];

/** One to three changes: tokens go, double, swap places, come from elsewhere, or the text ends early. */
export function mutate(text: string, others: readonly string[], next: () => number): string {
    const tokens = text.match(TOKENS) ?? [];
    const foreign = others[Math.floor(next() * others.length)]?.match(TOKENS) ?? [];
    const any = (length: number): number => Math.floor(next() * Math.max(length, 1));
    const changes = 1 + any(3);
    for (let i = 0; i < changes; i++) {
        const at = any(tokens.length);
        const to = any(tokens.length);
        switch (any(7)) {
            case 0:
                tokens.splice(at, 1);
                break;
            case 1:
                tokens.splice(at, 0, tokens[at] ?? '');
                break;
            case 2:
                [tokens[at], tokens[to]] = [tokens[to] ?? '', tokens[at] ?? ''];
                break;
            case 3:
                tokens[at] = foreign[any(foreign.length)] ?? '';
                break;
            case 4:
                tokens[at] = STRANGE[any(STRANGE.length)] as string;
                break;
            case 5:
                tokens[at] = tokens[to] ?? '';
                break;
            default:
                if (next() < 0.2) tokens.length = at;
                else tokens[at] = (tokens[at] ?? '').toUpperCase();
        }
    }
    return tokens.join('');
}
