/** `lightning/pageReferenceUtils`: default values of a new record as text in the state of a page reference. */

import { plainText } from 'host/plainText';

export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string {
    return Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${encodeURIComponent(plainText(value))}`)
        .join(',');
}

export function decodeDefaultFieldValues(text: string): Record<string, string> {
    return Object.fromEntries(
        text
            .split(',')
            .filter((pair) => pair.includes('='))
            .map((pair) => {
                const at = pair.indexOf('=');
                return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
            })
    );
}
