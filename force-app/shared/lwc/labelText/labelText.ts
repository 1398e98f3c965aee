/** `{0} h left` with 31 is `31 h left`. Placeholders without a value stay, so that a mistake is seen. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
    return label.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}
