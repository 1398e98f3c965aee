/** Record ids: 15 case-sensitive characters, or 18 with a checksum. */

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three checksum characters of a 15-character id. */
function checksum(id15: string): string {
    let suffix = '';
    for (let block = 0; block < 3; block++) {
        let bits = 0;
        for (let index = 0; index < 5; index++) {
            const character = id15.charCodeAt(block * 5 + index);
            if (character >= 65 && character <= 90) bits |= 1 << index;
        }
        suffix += SUFFIX[bits];
    }
    return suffix;
}

/** True for 15 or 18 letters and digits; the checksum of 18 has to fit. */
export function isValidId(text: string): boolean {
    if (text.length === 15) return /^[0-9A-Za-z]{15}$/.test(text);
    if (text.length !== 18 || !/^[0-9A-Za-z]{15}[A-Z0-5]{3}$/i.test(text)) return false;
    return repairedId(text) !== null;
}

/** The 18-character form of a valid id with the case of its letters as the checksum says; null when it is no id. */
export function toId18(text: string): string | null {
    if (text.length === 15) return /^[0-9A-Za-z]{15}$/.test(text) ? text + checksum(text) : null;
    if (text.length !== 18 || !/^[0-9A-Za-z]{15}[A-Z0-5]{3}$/i.test(text)) return null;
    const suffix = text.slice(15);
    if (checksum(text.slice(0, 15)) === suffix) return text;
    return repairedId(text);
}

/** Rebuilds upper and lower case from the checksum; null when it asks for an upper-case digit. */
function repairedId(text: string): string | null {
    const suffix = text.slice(15).toUpperCase();
    let id = '';
    for (let block = 0; block < 3; block++) {
        const bits = SUFFIX.indexOf(suffix[block]!);
        for (let index = 0; index < 5; index++) {
            const character = text[block * 5 + index]!;
            const isUpper = (bits >> index) & 1;
            if (isUpper && /\d/.test(character)) return null;
            id += isUpper ? character.toUpperCase() : character.toLowerCase();
        }
    }
    return id + suffix;
}
