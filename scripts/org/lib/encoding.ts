/** `EncodingUtil`, `Url` and `UUID` */
import type { JsonWritable } from './jsonForms.ts';
import { randomUUID } from 'node:crypto';
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { Blob } from '../values/blob.ts';
import { apexException } from '../values/exceptions.ts';
import { requireArguments } from './support.ts';

/** As Java's URLEncoder: letters, digits and `.-*_` stay, blanks become `+`. */
function urlEncode(text: string, charset: string): string {
    requireArguments(text, charset);
    let result = '';
    for (const byte of bytesOf(text, charset)) {
        const character = String.fromCharCode(byte);
        if (/[a-zA-Z0-9.\-*_]/.test(character)) result += character;
        else if (character === ' ') result += '+';
        else result += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return result;
}

function urlDecode(text: string, charset: string): string {
    requireArguments(text, charset);
    const bytes: number[] = [];
    const plain = text.replaceAll('+', ' ');
    for (let index = 0; index < plain.length; index++) {
        const escape = /^%([0-9a-fA-F]{2})/.exec(plain.slice(index, index + 3));
        if (escape) {
            bytes.push(parseInt(escape[1]!, 16));
            index += 2;
        } else {
            bytes.push(...bytesOf(plain[index]!, charset));
        }
    }
    return Buffer.from(bytes).toString(encodingOf(charset));
}

function encodingOf(charset: string): BufferEncoding {
    const name = charset.toLowerCase();
    if (name === 'utf-8' || name === 'utf8') return 'utf8';
    if (name === 'iso-8859-1' || name === 'us-ascii' || name === 'windows-1252') return 'latin1';
    throw apexException('IllegalArgumentException', `Unsupported encoding: ${charset}`);
}

function bytesOf(text: string, charset: string): Buffer {
    return Buffer.from(text, encodingOf(charset));
}

function base64Decode(text: string): Blob {
    requireArguments(text);
    return new Blob(Uint8Array.from(Buffer.from(text, 'base64')));
}

function fromHex(text: string): Blob {
    requireArguments(text);
    if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
        throw apexException('InvalidParameterValueException', 'Invalid hexadecimal text');
    }
    return new Blob(Uint8Array.from(Buffer.from(text, 'hex')));
}

/** An Apex `Url`. */
class UrlValue {
    readonly typeName = 'Url';
    readonly text: string;
    private readonly parts: URL;

    constructor(text: string) {
        requireArguments(text);
        if (!/^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(text)) {
            throw apexException('StringException', `no protocol: ${text}`);
        }
        this.text = text;
        try {
            this.parts = new URL(text);
        } catch {
            throw apexException('StringException', `Invalid URL: ${text}`);
        }
    }

    get protocol(): string {
        return this.parts.protocol.slice(0, -1);
    }

    get host(): string {
        return this.parts.hostname;
    }

    get authority(): string {
        const match = /^[^:]+:\/\/([^/?#]*)/.exec(this.text);
        return match?.[1] ?? '';
    }

    get userInfo(): string | null {
        const at = this.authority.lastIndexOf('@');
        return at < 0 ? null : this.authority.slice(0, at);
    }

    /** -1 when the URL names none, as Java says. */
    get port(): number {
        return Number(/:(\d+)$/.exec(this.authority)?.[1] ?? -1);
    }

    get defaultPort(): number {
        return { http: 80, https: 443, ftp: 21 }[this.protocol] ?? -1;
    }

    get path(): string {
        return /^[^:]+:(?:\/\/[^/?#]*)?([^?#]*)/.exec(this.text)?.[1] ?? '';
    }

    get query(): string | null {
        return /\?([^#]*)/.exec(this.text)?.[1] ?? null;
    }

    get ref(): string | null {
        return /#(.*)$/s.exec(this.text)?.[1] ?? null;
    }

    get file(): string {
        return this.query === null ? this.path : `${this.path}?${this.query}`;
    }

    apexEquals(other: Value): boolean {
        return other instanceof UrlValue && other.text === this.text;
    }

    toText(): string {
        return this.text;
    }
}

/** What `Url.getOrgDomainUrl()` says: the org is on this machine. */
const ORG_URL = 'http://localhost';

const urlMembers = {
    'new(String spec)': (spec: string) => new UrlValue(spec),
    'new(Url context, String spec)': (context: UrlValue, spec: string) => {
        requireArguments(context, spec);
        return new UrlValue(new URL(spec, context.text).href);
    },
    'new(String protocol, String host, String file)': (protocol: string, host: string, file: string) =>
        new UrlValue(`${protocol}://${host}${file}`),
    'new(String protocol, String host, Integer port, String file)': (
        protocol: string,
        host: string,
        port: number,
        file: string
    ) => new UrlValue(`${protocol}://${host}${port < 0 ? '' : `:${port}`}${file}`),
    'static Url getOrgDomainUrl()': () => new UrlValue(ORG_URL),
    'static Url getSalesforceBaseUrl()': () => new UrlValue(ORG_URL),
    'static Url getCurrentRequestUrl()': () => new UrlValue(ORG_URL),
    'String getAuthority()': (self: UrlValue) => self.authority,
    'Integer getDefaultPort()': (self: UrlValue) => self.defaultPort,
    'String getFile()': (self: UrlValue) => self.file,
    'String getHost()': (self: UrlValue) => self.host,
    'String getPath()': (self: UrlValue) => self.path,
    'Integer getPort()': (self: UrlValue) => self.port,
    'String getProtocol()': (self: UrlValue) => self.protocol,
    'String getQuery()': (self: UrlValue) => self.query,
    'String getRef()': (self: UrlValue) => self.ref,
    'String getUserInfo()': (self: UrlValue) => self.userInfo,
    'Boolean sameFile(Url other)': (self: UrlValue, other: UrlValue) =>
        self.text.replace(/#.*$/s, '') === other.text.replace(/#.*$/s, ''),
    'String toExternalForm()': (self: UrlValue) => self.text,
    'String toString()': (self: UrlValue) => self.text
};

/** An Apex `UUID`. */
class UuidValue implements JsonWritable {
    readonly typeName = 'UUID';
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }

    apexEquals(other: Value): boolean {
        return other instanceof UuidValue && other.text === this.text;
    }

    toText(): string {
        return this.text;
    }

    toJson(): string {
        return this.text;
    }
}

/** `EncodingUtil`, `Url`, `UUID` */
export const encodingLibrary: LibraryModule = () => [
    libraryClass('EncodingUtil', {
        'static String base64Encode(Blob data)': (data: Blob) => {
            requireArguments(data);
            return Buffer.from(data.bytes).toString('base64');
        },
        'static Blob base64Decode(String text)': base64Decode,
        'static String convertToHex(Blob data)': (data: Blob) => {
            requireArguments(data);
            return Buffer.from(data.bytes).toString('hex');
        },
        'static Blob convertFromHex(String text)': fromHex,
        'static String urlEncode(String text, String charset)': urlEncode,
        'static String urlDecode(String text, String charset)': urlDecode
    }),
    libraryClass('Url', urlMembers),
    libraryClass('UUID', {
        'static UUID randomUUID()': () => new UuidValue(randomUUID()),
        'static UUID fromString(String text)': (text: string) => {
            requireArguments(text);
            if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
                throw apexException('IllegalArgumentException', `Invalid UUID string: ${text}`);
            }
            return new UuidValue(text.toLowerCase());
        },
        'String toString()': (self: UuidValue) => self.text
    })
];
