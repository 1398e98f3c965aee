/** Values of fields, properties and wires, which may be anything, as text. */
export function plainText(value: unknown): string {
    switch (typeof value) {
        case 'string':
            return value;
        case 'number':
        case 'bigint':
        case 'boolean':
            return String(value);
        default:
            return value === null || value === undefined ? '' : JSON.stringify(value);
    }
}

/** One value or several, with commas between them. */
export function plainList(value: unknown): string {
    return [value].flat().map(plainText).join(',');
}
