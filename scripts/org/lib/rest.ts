/** `RestContext`, `RestRequest`, `RestResponse`: what an Apex REST method reads and writes. */
import { libraryClass, type LibraryModule, type Member } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { Blob } from '../values/blob.ts';
import { ApexMap } from '../values/collections.ts';
import { typeToken } from '../values/typeToken.ts';

/** Holder with one slot per property. */
class Bag {
    readonly typeName: string;
    readonly values = new Map<string, Value>();

    constructor(typeName: string) {
        this.typeName = typeName;
    }
}

const REST: unique symbol = Symbol('restContext');

/** Read-write properties `type name` on a Bag. */
function properties(declared: readonly string[]): Record<string, Member> {
    return Object.fromEntries(
        declared.map((declaration) => {
            const name = declaration.split(' ').at(-1) as string;
            return [
                `${declaration} { get; set; }`,
                {
                    get: (self: Bag) => self.values.get(name) ?? null,
                    set: (self: Bag, value: Value) => {
                        self.values.set(name, value);
                    }
                }
            ];
        })
    );
}

const stringMap = (): ApexMap => textMap([]);

const addHeader = (self: Bag, name: string, value: string): void => self.values.get('headers').set(name, value);

/** A request to an Apex REST method. */
export interface RestCall {
    readonly method: string;
    /** Path behind `/services/apexrest`. */
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}

export interface RestAnswer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}

/** Fills `RestContext` for a call. */
export function openRestCall(tx: Transaction, call: RestCall): void {
    const request = new Bag('RestRequest');
    const response = new Bag('RestResponse');
    request.values.set('headers', textMap(Object.entries(call.headers)));
    request.values.set('params', textMap([...call.query]));
    request.values.set('httpMethod', call.method);
    request.values.set('requestURI', call.path);
    request.values.set('resourcePath', `/services/apexrest${call.path}`);
    request.values.set('requestBody', new Blob(call.body));
    response.values.set('headers', textMap([]));
    const context = contextOf(tx);
    context.values.set('request', request);
    context.values.set('response', response);
}

/** What the method left in `RestContext.response`. */
export function restAnswer(tx: Transaction): RestAnswer {
    const response = contextOf(tx).values.get('response') as Bag;
    const headers = response.values.get('headers') as ApexMap;
    const body = response.values.get('responseBody');
    return {
        status: Number(response.values.get('statusCode') ?? 200),
        headers: Object.fromEntries([...headers.keys()].map((name) => [String(name), String(headers.get(name))])),
        body: body instanceof Blob ? body.bytes : new Uint8Array()
    };
}

const contextOf = (tx: Transaction): Bag => tx.slot(REST, () => new Bag('RestContext'));

const textMap = (entries: readonly (readonly [string, string])[]): ApexMap =>
    new ApexMap(typeToken('Map<String,String>'), entries);

export const restLibrary: LibraryModule = (context) => {
    const current = (): Bag => contextOf(context.tx());
    return [
        libraryClass('RestContext', {
            'static RestRequest request { get; set; }': {
                get: () => current().values.get('request') ?? null,
                set: (value: Value) => {
                    current().values.set('request', value);
                }
            },
            'static RestResponse response { get; set; }': {
                get: () => current().values.get('response') ?? null,
                set: (value: Value) => {
                    current().values.set('response', value);
                }
            }
        }),
        libraryClass('RestRequest', {
            'new()': () => {
                const bag = new Bag('RestRequest');
                bag.values.set('headers', stringMap());
                bag.values.set('params', stringMap());
                return bag;
            },
            ...properties([
                'Map<String,String> headers',
                'Map<String,String> params',
                'String httpMethod',
                'String remoteAddress',
                'Blob requestBody',
                'String requestURI',
                'String resourcePath'
            ]),
            'void addHeader(String name, String value)': addHeader,
            'void addParameter(String name, String value)': (self: Bag, name: string, value: string) =>
                self.values.get('params').set(name, value)
        }),
        libraryClass('RestResponse', {
            'new()': () => {
                const bag = new Bag('RestResponse');
                bag.values.set('headers', stringMap());
                return bag;
            },
            ...properties(['Map<String,String> headers', 'Blob responseBody', 'Integer statusCode']),
            'void addHeader(String name, String value)': addHeader
        })
    ];
};
