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

const ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/** True for 15 or 18 letters and digits. The checksum of 18 repairs their case; it refuses nothing. */
export function isValidId(text: string): boolean {
    return ID.test(text);
}

/** The 18-character form of a valid id with the case of its letters as the checksum says; null when it is no id. */
export function toId18(text: string): string | null {
    if (!isValidId(text)) return null;
    if (text.length === 15) return text + checksum(text);
    return checksum(text.slice(0, 15)) === text.slice(15) ? text : repairedId(text);
}

/** Rebuilds upper and lower case from the checksum. One that asks for an upper-case digit is none: the id stays. */
function repairedId(text: string): string {
    const suffix = text.slice(15).toUpperCase();
    let id = '';
    for (let block = 0; block < 3; block++) {
        const bits = SUFFIX.indexOf(suffix[block]!);
        for (let index = 0; index < 5; index++) {
            const character = text[block * 5 + index]!;
            const isUpper = (bits >> index) & 1;
            if (bits < 0 || (isUpper && /\d/.test(character))) return text;
            id += isUpper ? character.toUpperCase() : character.toLowerCase();
        }
    }
    return id + suffix;
}
