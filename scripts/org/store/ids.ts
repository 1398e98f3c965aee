/** Record ids: key prefix, twelve base-62 digits, checksum. */
import { toId18 } from '../values/ids.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The n-th id of an object; n counts from 1. Ids of one object sort as their numbers do. */
export function idOfNumber(keyPrefix: string, n: number): string {
    let digits = '';
    for (let rest = n, place = 0; place < 12; place++, rest = Math.floor(rest / 62))
        digits = DIGITS[rest % 62] + digits;
    return toId18(keyPrefix + digits) ?? keyPrefix + digits;
}

/** Inverse of idOfNumber. */
export function numberOfId(id: string): number {
    let n = 0;
    for (const char of id.slice(3, 15)) n = n * 62 + Math.max(0, DIGITS.indexOf(char));
    return n;
}
