/** Binary data, an Apex `Blob`. */
export class Blob {
    readonly bytes: Uint8Array;

    constructor(bytes: Uint8Array) {
        this.bytes = bytes;
    }

    static ofText(text: string): Blob {
        return new Blob(new TextEncoder().encode(text));
    }

    /** UTF-8 text, or null when the bytes are no UTF-8. */
    toUtf8(): string | null {
        try {
            return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
        } catch {
            return null;
        }
    }

    equals(other: Blob): boolean {
        return (
            this.bytes.length === other.bytes.length && this.bytes.every((byte, index) => byte === other.bytes[index])
        );
    }
}
