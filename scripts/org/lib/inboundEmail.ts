/** `Messaging.InboundEmailHandler` and what it is given: code that handles mail can be called and tested. */
import {
    abstractMember,
    libraryClass,
    type LibraryClass,
    type LibraryModule,
    type Member
} from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';

/** Holder of public variables. */
class Mail {
    readonly typeName: string;
    readonly values = new Map<string, Value>();

    constructor(typeName: string) {
        this.typeName = typeName;
    }
}

/** Class with a constructor without parameters and public variables `type name`. */
function mailClass(name: string, variables: readonly string[]): LibraryClass {
    const members: Record<string, Member> = { 'new()': () => new Mail(name) };
    for (const variable of variables) {
        const key = variable.split(' ').at(-1) as string;
        members[`${variable} { get; set; }`] = {
            get: (self: Mail) => self.values.get(key) ?? null,
            set: (self: Mail, value: Value) => {
                self.values.set(key, value);
            }
        };
    }
    return libraryClass(name, members, { namespace: 'Messaging' });
}

export const inboundEmailLibrary: LibraryModule = () => [
    mailClass('Messaging.InboundEmail', [
        'List<Messaging.InboundEmail.BinaryAttachment> binaryAttachments',
        'List<Messaging.InboundEmail.TextAttachment> textAttachments',
        'List<Messaging.InboundEmail.Header> headers',
        'List<String> ccAddresses',
        'List<String> toAddresses',
        'List<String> references',
        'String fromAddress',
        'String fromName',
        'String htmlBody',
        'Boolean htmlBodyIsTruncated',
        'String inReplyTo',
        'String messageId',
        'String plainTextBody',
        'Boolean plainTextBodyIsTruncated',
        'String replyTo',
        'String subject'
    ]),
    mailClass('Messaging.InboundEmail.BinaryAttachment', [
        'Blob body',
        'String fileName',
        'List<Messaging.InboundEmail.Header> headers',
        'String mimeTypeSubType'
    ]),
    mailClass('Messaging.InboundEmail.TextAttachment', [
        'String body',
        'Boolean bodyIsTruncated',
        'String charset',
        'String fileName',
        'List<Messaging.InboundEmail.Header> headers',
        'String mimeTypeSubType'
    ]),
    mailClass('Messaging.InboundEmail.Header', ['String name', 'String value']),
    mailClass('Messaging.InboundEnvelope', ['String fromAddress', 'String toAddress']),
    mailClass('Messaging.InboundEmailResult', ['Boolean success', 'String message']),
    libraryClass(
        'Messaging.InboundEmailHandler',
        {
            'abstract Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)':
                abstractMember
        },
        { namespace: 'Messaging', kind: 'interface' }
    )
];
