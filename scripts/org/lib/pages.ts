/** `PageReference` and `ApexPages`, as far as controllers without Visualforce use them. */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import type { EnumValue } from '../values/enums.ts';
import { SObject } from '../values/sobject.ts';
import { toText } from '../values/text.ts';
import { typeToken } from '../values/typeToken.ts';
import { libraryEnum } from './libraryEnum.ts';
import { CURRENT_PAGE } from './testClass.ts';

const severity = libraryEnum('ApexPages.Severity', 'ApexPages', ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING']);
const MESSAGES: unique symbol = Symbol('pageMessages');

/** A `PageReference`: a path and parameters. */
class PageReferenceValue {
    readonly typeName = 'PageReference';
    readonly path: string;
    readonly parameters: ApexMap = new ApexMap(typeToken('Map<String,String>'));
    readonly headers: ApexMap = new ApexMap(typeToken('Map<String,String>'));
    anchor: string | null = null;
    redirect = false;

    constructor(url: string) {
        const [path = '', query = ''] = url.split('?');
        this.path = path;
        for (const [name, value] of new URLSearchParams(query)) {
            this.parameters.set(name, value);
        }
    }

    get url(): string {
        const query = [...this.parameters.entries()]
            .map(([name, value]) => `${encodeURIComponent(String(name))}=${encodeURIComponent(String(value ?? ''))}`)
            .join('&');
        return this.path + (query === '' ? '' : `?${query}`) + (this.anchor === null ? '' : `#${this.anchor}`);
    }

    toText(): string {
        return `System.PageReference[${this.url}]`;
    }
}

class PageMessage {
    readonly typeName = 'ApexPages.Message';
    readonly severity: EnumValue;
    readonly summary: string;
    readonly detail: string;

    constructor(level: EnumValue, summary: string, detail: string) {
        this.severity = level;
        this.summary = summary;
        this.detail = detail;
    }
}

/** `ApexPages.StandardController`: holds a record; its actions need Visualforce. */
class StandardController {
    readonly typeName = 'ApexPages.StandardController';
    readonly record: SObject;

    constructor(record: SObject) {
        this.record = record;
    }
}

export const pagesLibrary: LibraryModule = (context) => {
    const messages = (): PageMessage[] => context.tx().slot(MESSAGES, () => [] as PageMessage[]);
    const add = (message: PageMessage): void => {
        messages().push(message);
    };
    const inPages = { namespace: 'ApexPages' };
    return [
        severity.libraryClass,
        libraryClass('PageReference', {
            'new(String url)': (url: string) => new PageReferenceValue(url),
            'new(SObject record)': (record: SObject) => new PageReferenceValue(`/${record.id ?? ''}`),
            'String getUrl()': (self: PageReferenceValue) => self.url,
            'Map<String,String> getParameters()': (self: PageReferenceValue) => self.parameters,
            'Map<String,String> getHeaders()': (self: PageReferenceValue) => self.headers,
            'Boolean getRedirect()': (self: PageReferenceValue) => self.redirect,
            'PageReference setRedirect(Boolean redirect)': (self: PageReferenceValue, redirect: boolean) => {
                self.redirect = redirect;
                return self;
            },
            'String getAnchor()': (self: PageReferenceValue) => self.anchor,
            'PageReference setAnchor(String anchor)': (self: PageReferenceValue, anchor: string) => {
                self.anchor = anchor;
                return self;
            }
        }),
        libraryClass('ApexPages', {
            'static void addMessage(ApexPages.Message message)': (message: PageMessage) => add(message),
            'static void addMessages(Exception error)': (error: Value) =>
                add(new PageMessage(severity.of('ERROR'), toText(error.message), '')),
            'static List<ApexPages.Message> getMessages()': () =>
                new ApexList(typeToken('List<ApexPages.Message>'), [...messages()]),
            'static Boolean hasMessages()': () => messages().length > 0,
            'static Boolean hasMessages(ApexPages.Severity level)': (level: EnumValue) =>
                messages().some((message) => message.severity === level),
            'static PageReference currentPage()': () =>
                context.tx().slot(CURRENT_PAGE, () => ({ page: null as Value })).page
        }),
        libraryClass(
            'ApexPages.Message',
            {
                'new(ApexPages.Severity level, String summary)': (level: EnumValue, summary: string) =>
                    new PageMessage(level, summary, summary),
                'new(ApexPages.Severity level, String summary, String detail)': (
                    level: EnumValue,
                    summary: string,
                    detail: string
                ) => new PageMessage(level, summary, detail),
                'String getSummary()': (self: PageMessage) => self.summary,
                'String getDetail()': (self: PageMessage) => self.detail,
                'ApexPages.Severity getSeverity()': (self: PageMessage) => self.severity
            },
            inPages
        ),
        libraryClass(
            'ApexPages.StandardController',
            {
                'new(SObject record)': (record: SObject) => new StandardController(record),
                'SObject getRecord()': (self: StandardController) => self.record,
                'Id getId()': (self: StandardController) => self.record.id
            },
            inPages
        )
    ];
};
