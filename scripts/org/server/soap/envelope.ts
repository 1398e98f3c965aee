/** SOAP envelopes: reading a call, writing an answer, and faults in the platform's shape. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One call: `<deploy>...</deploy>` of the body as nested values; text stays text. */
export interface SoapCall {
    readonly method: string;
    readonly args: SoapNode;
    readonly sessionId: string | null;
}

export interface SoapNode {
    readonly [element: string]: SoapValue;
}
export type SoapValue = string | SoapNode | readonly (string | SoapNode)[];

/** A call that is answered with a fault: its code, e.g. `INVALID_SESSION_ID`, and a sentence. */
export class SoapFault extends Error {
    readonly code: string;

    constructor(code: string, message: string) {
        super(message);
        this.name = 'SoapFault';
        this.code = code;
    }
}

const parser = new XMLParser({
    ignoreAttributes: true,
    removeNSPrefix: true,
    parseTagValue: false,
    // Apex code keeps its lines.
    trimValues: false,
    processEntities: true,
    htmlEntities: true
});

/** @throws SoapFault when the text is no SOAP envelope with one call */
export function readCall(text: string): SoapCall {
    if (/<!DOCTYPE/i.test(text.slice(0, 2000))) throw malformed('a document type is not allowed');
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw malformed(`line ${valid.err.line}: ${valid.err.msg}`);
    const envelope = nodeOf((parser.parse(text) as SoapNode)['Envelope']);
    const calls = Object.entries(nodeOf(envelope['Body']));
    const [call] = calls;
    if (!call || calls.length > 1) throw malformed('the body of an envelope holds one call');
    const session = nodeOf(nodeOf(envelope['Header'])['SessionHeader'])['sessionId'];
    return { method: call[0], args: nodeOf(call[1]), sessionId: typeof session === 'string' ? session : null };
}

const malformed = (detail: string): SoapFault =>
    new SoapFault('UNKNOWN_EXCEPTION', `The request is no SOAP: ${detail}`);

/** The value as elements, without the white space between them; an empty one when it is text or absent. */
export function nodeOf(value: SoapValue | undefined): SoapNode {
    if (typeof value !== 'object' || Array.isArray(value)) return {};
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== '#text'));
}

/** The value as a list: none, one or many alike. */
export function listOf(value: SoapValue | undefined): readonly (string | SoapNode)[] {
    if (value === undefined) return [];
    return Array.isArray(value) ? (value as readonly (string | SoapNode)[]) : [value as string | SoapNode];
}

/** Text of an element; empty when there is none. */
export function textOf(value: SoapValue | undefined): string {
    return typeof value === 'string' ? value : '';
}

/** Texts of all elements of one name. */
export function textsOf(value: SoapValue | undefined): string[] {
    return listOf(value).filter((item): item is string => typeof item === 'string' && item !== '');
}

export function escapeXml(text: string): string {
    return text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&apos;')
        .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** Elements of a value: lists repeat their element, null is nil, undefined is left out. */
function xmlOf(name: string, value: unknown): string {
    if (value === undefined) return '';
    if (value === null) return `<${name} xsi:nil="true"/>`;
    if (Array.isArray(value)) return value.map((item) => xmlOf(name, item)).join('');
    if (typeof value === 'object') {
        const inner = Object.entries(value).map(([key, each]) => xmlOf(key, each));
        return `<${name}>${inner.join('')}</${name}>`;
    }
    return `<${name}>${escapeXml(`${value as string | number | boolean}`)}</${name}>`;
}

const envelope = (namespace: string, body: string, header = ''): string =>
    `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${header}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

/** The answer to a call. A list gives one `<result>` each. A debug log travels in the header. */
export function answerXml(namespace: string, method: string, result: unknown, debugLog?: string): string {
    const header =
        debugLog === undefined ? '' : `<soapenv:Header>${xmlOf('DebuggingInfo', { debugLog })}</soapenv:Header>`;
    return envelope(namespace, `<${method}Response>${xmlOf('result', result)}</${method}Response>`, header);
}

export function faultXml(namespace: string, code: string, message: string): string {
    return envelope(
        namespace,
        `<soapenv:Fault><faultcode>sf:${escapeXml(code)}</faultcode><faultstring>${escapeXml(`${code}: ${message}`)}</faultstring></soapenv:Fault>`
    );
}
