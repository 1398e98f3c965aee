/** `RestContext`, `RestRequest`, `RestResponse`: what an Apex REST method reads and writes. */
import { libraryClass, type LibraryModule, type Member } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
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

const stringMap = (): ApexMap => new ApexMap(typeToken('Map<String,String>'));

const addHeader = (self: Bag, name: string, value: string): void => self.values.get('headers').set(name, value);

export const restLibrary: LibraryModule = (context) => {
    const current = (): Bag => context.tx().slot(REST, () => new Bag('RestContext'));
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
