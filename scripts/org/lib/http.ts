/** Callouts: requests and responses are real, the wire is not. Only mocks answer. */
import { abstractMember, libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { Blob } from '../values/blob.ts';
import { ApexList } from '../values/collections.ts';
import { apexException, Unsupported } from '../values/exceptions.ts';
import { typeToken } from '../values/typeToken.ts';
import { services, testControl } from './services.ts';

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder();

/** Headers ignore the case of their names. */
class Message {
    private readonly headers = new Map<string, { name: string; value: string | null }>();
    bytes: Uint8Array = new Uint8Array();

    header(name: string): string | null {
        return this.headers.get(name.toLowerCase())?.value ?? null;
    }

    setHeader(name: string, value: string | null): void {
        this.headers.set(name.toLowerCase(), { name, value });
    }

    get headerNames(): string[] {
        return [...this.headers.values()].map((header) => header.name);
    }

    get body(): string {
        return fromUtf8.decode(this.bytes);
    }

    set body(text: string | null) {
        this.bytes = utf8.encode(text ?? '');
    }
}

class HttpRequestValue extends Message {
    readonly typeName = 'HttpRequest';
    endpoint: string | null = null;
    method: string | null = null;
    timeoutMs: number | null = null;
    compressed = false;

    toText(): string {
        return `System.HttpRequest[Endpoint=${this.endpoint ?? 'null'}, Method=${this.method ?? 'null'}]`;
    }
}

class HttpResponseValue extends Message {
    readonly typeName = 'HttpResponse';
    status: string | null = null;
    statusCode = 0;

    toText(): string {
        return `System.HttpResponse[Status=${this.status ?? 'null'}, StatusCode=${this.statusCode}]`;
    }
}

/** Answers from static resources, in place of a class. */
class StaticResourceMock {
    readonly typeName = 'StaticResourceCalloutMock';
    readonly resources = new Map<string, string>();
    readonly headers = new Map<string, string>();
    status: string | null = null;
    statusCode = 200;
}

function send(context: RuntimeContext, request: HttpRequestValue): Value {
    const tx = context.tx();
    if (request.endpoint === null || request.endpoint === '') {
        throw apexException('CalloutException', 'No endpoint specified');
    }
    tx.limits.consume('callouts');
    const mock = testControl(tx)?.mocks.get('httpcalloutmock');
    if (mock instanceof StaticResourceMock) {
        return staticResponse(context, mock, request);
    }
    if (mock !== undefined && mock !== null) {
        return context.invoke(mock, 'respond', [request]);
    }
    if (tx.isTest) {
        throw apexException('CalloutException', 'Methods defined as TestMethod do not support Web service callouts');
    }
    throw new Unsupported(`callout to ${request.endpoint} (only mocks answer)`);
}

function staticResponse(context: RuntimeContext, mock: StaticResourceMock, request: HttpRequestValue): Value {
    const endpoint = request.endpoint ?? '';
    const name =
        mock.resources.get(endpoint) ?? mock.resources.get(endpoint.replace(/\?.*$/, '')) ?? mock.resources.get('');
    const bytes = name === undefined ? undefined : services(context.tx()).staticResource(name);
    if (bytes === undefined) {
        throw apexException('CalloutException', `No static resource for ${endpoint}`);
    }
    const response = new HttpResponseValue();
    response.bytes = bytes;
    response.statusCode = mock.statusCode;
    response.status = mock.status;
    for (const [header, value] of mock.headers) {
        response.setHeader(header, value);
    }
    return response;
}

const stringList = (items: readonly string[]): ApexList => new ApexList(typeToken('List<String>'), [...items]);

const messageMembers = {
    'String getBody()': (self: Message) => self.body,
    'void setBody(String body)': (self: Message, body: string | null) => {
        self.body = body;
    },
    'Blob getBodyAsBlob()': (self: Message) => new Blob(self.bytes),
    'void setBodyAsBlob(Blob body)': (self: Message, body: Blob) => {
        self.bytes = body.bytes;
    },
    'String getHeader(String name)': (self: Message, name: string) => self.header(name),
    'void setHeader(String name, String value)': (self: Message, name: string, value: string | null) =>
        self.setHeader(name, value)
};

/** What both mocks with static resources let a test say of the answer. */
const STATIC_ANSWER = {
    'void setStatusCode(Integer code)': (self: StaticResourceMock, code: number) => {
        self.statusCode = code;
    },
    'void setStatus(String status)': (self: StaticResourceMock, status: string) => {
        self.status = status;
    },
    'void setHeader(String name, String value)': (self: StaticResourceMock, name: string, value: string) => {
        self.headers.set(name, value);
    }
};

export const httpLibrary: LibraryModule = (context) => [
    libraryClass('Http', {
        'new()': () => ({ typeName: 'Http', toText: () => 'System.Http' }),
        'HttpResponse send(HttpRequest request)': (_self: Value, request: HttpRequestValue) => send(context, request)
    }),
    libraryClass('HttpRequest', {
        ...messageMembers,
        'new()': () => new HttpRequestValue(),
        'String getEndpoint()': (self: HttpRequestValue) => self.endpoint,
        'void setEndpoint(String endpoint)': (self: HttpRequestValue, endpoint: string) => {
            self.endpoint = endpoint;
        },
        'String getMethod()': (self: HttpRequestValue) => self.method,
        'void setMethod(String method)': (self: HttpRequestValue, method: string) => {
            self.method = method;
        },
        'void setTimeout(Integer milliseconds)': (self: HttpRequestValue, milliseconds: number) => {
            self.timeoutMs = milliseconds;
        },
        'Boolean getCompressed()': (self: HttpRequestValue) => self.compressed,
        'void setCompressed(Boolean compressed)': (self: HttpRequestValue, compressed: boolean) => {
            self.compressed = compressed;
        },
        'String toString()': (self: HttpRequestValue) => self.toText()
    }),
    libraryClass('HttpResponse', {
        ...messageMembers,
        'new()': () => new HttpResponseValue(),
        'Integer getStatusCode()': (self: HttpResponseValue) => self.statusCode,
        'void setStatusCode(Integer code)': (self: HttpResponseValue, code: number) => {
            self.statusCode = code;
        },
        'String getStatus()': (self: HttpResponseValue) => self.status,
        'void setStatus(String status)': (self: HttpResponseValue, status: string) => {
            self.status = status;
        },
        'List<String> getHeaderKeys()': (self: HttpResponseValue) => stringList(self.headerNames),
        'String toString()': (self: HttpResponseValue) => self.toText()
    }),
    libraryClass(
        'HttpCalloutMock',
        { 'abstract HttpResponse respond(HttpRequest request)': abstractMember },
        { kind: 'interface' }
    ),
    libraryClass(
        'WebServiceMock',
        {
            'abstract void doInvoke(Object stub, Object request, Map<String,Object> response, String endpoint, String soapAction, String requestName, String responseNS, String responseName, String responseType)':
                abstractMember
        },
        { kind: 'interface' }
    ),
    libraryClass(
        'StaticResourceCalloutMock',
        {
            'new()': () => new StaticResourceMock(),
            'void setStaticResource(String name)': (self: StaticResourceMock, name: string) => {
                self.resources.set('', name);
            },
            ...STATIC_ANSWER
        },
        { interfaces: ['HttpCalloutMock'] }
    ),
    libraryClass(
        'MultiStaticResourceCalloutMock',
        {
            'new()': () => new StaticResourceMock(),
            'void setStaticResource(String endpoint, String name)': (
                self: StaticResourceMock,
                endpoint: string,
                name: string
            ) => {
                self.resources.set(endpoint, name);
            },
            ...STATIC_ANSWER
        },
        { interfaces: ['HttpCalloutMock'] }
    )
];
