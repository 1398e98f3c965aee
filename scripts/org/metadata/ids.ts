/** Ids of things that have a name and no record. */
const DIGITS = 12;

/**
 * An id that stands for a name: the same for the same name, whatever its case.
 * @param prefix three characters, e.g. `01p`
 */
export function idOfText(prefix: string, text: string): string {
    let hash = 0n;
    for (const character of text.toLowerCase()) {
        hash = (hash * 31n + BigInt(character.codePointAt(0) ?? 0)) % 10n ** BigInt(DIGITS);
    }
    return idOfNumber(prefix, hash);
}

/** @param prefix three characters, e.g. `0Af` */
export function idOfNumber(prefix: string, number: number | bigint): string {
    return `${prefix}${String(number).padStart(DIGITS, '0')}AAA`;
}
