/** `Messaging`: e-mails and custom notifications are captured in the outbox; nothing leaves the machine. */
import { libraryClass, type LibraryModule, type Member, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { rowsWhere } from '../store/select.ts';
import { apexException, Unsupported } from '../values/exceptions.ts';
import { typeToken } from '../values/typeToken.ts';
import { services } from './services.ts';

const MAXIMUM_RECIPIENTS = 500;
const NOTIFICATION_TITLE_LENGTH = 250;
const NOTIFICATION_BODY_LENGTH = 750;

/** An e-mail or notification under construction. */
class Draft {
    readonly typeName: string;
    readonly values = new Map<string, Value>();

    constructor(typeName: string) {
        this.typeName = typeName;
    }

    text(name: string): string | null {
        return this.values.get(name) ?? null;
    }

    texts(name: string): string[] {
        const list = this.values.get(name) as ApexList | null | undefined;
        return list ? list.items.map(String) : [];
    }
}

/** `setX` and, for e-mails, `getX` and the property `x` for every declared property. */
function draftMembers(declared: readonly string[], isReadable: boolean): Record<string, Member> {
    const members: Record<string, Member> = {};
    for (const declaration of declared) {
        const [type, name] = declaration.split(' ') as [string, string];
        const suffix = name.charAt(0).toUpperCase() + name.slice(1);
        const set = (self: Draft, value: Value): void => {
            self.values.set(name, value);
        };
        const get = (self: Draft): Value => self.values.get(name) ?? null;
        members[`void set${suffix}(${type} value)`] = set;
        if (isReadable) {
            members[`${type} get${suffix}()`] = get;
            members[`${type} ${name} { get; set; }`] = { get, set };
        }
    }
    return members;
}

const EMAIL_PROPERTIES = [
    'List<String> toAddresses',
    'List<String> ccAddresses',
    'List<String> bccAddresses',
    'String subject',
    'String plainTextBody',
    'String htmlBody',
    'String senderDisplayName',
    'String replyTo',
    'String inReplyTo',
    'String references',
    'String charset',
    'Id targetObjectId',
    'Id templateId',
    'Id whatId',
    'Id orgWideEmailAddressId',
    'Boolean saveAsActivity',
    'Boolean bccSender',
    'Boolean useSignature',
    'Boolean treatBodiesAsTemplate',
    'Boolean treatTargetObjectAsRecipient',
    'List<Messaging.EmailFileAttachment> fileAttachments',
    'List<String> entityAttachments',
    'String optOutPolicy'
];

/** Row of `Messaging.sendEmail`. */
class SendEmailResult {
    readonly typeName = 'Messaging.SendEmailResult';
    readonly error: string | null;

    constructor(error: string | null) {
        this.error = error;
    }
}

function emailProblem(draft: Draft): string | null {
    const hasRecipient =
        draft.texts('toAddresses').length +
            draft.texts('ccAddresses').length +
            draft.texts('bccAddresses').length +
            (draft.text('targetObjectId') === null ? 0 : 1) >
        0;
    if (!hasRecipient) {
        return 'REQUIRED_FIELD_MISSING: Add a recipient to send an email.';
    }
    const wrong = draft.texts('toAddresses').find((address) => !isIdOrAddress(address));
    if (wrong !== undefined) {
        return `INVALID_EMAIL_ADDRESS: Email address is invalid: ${wrong}`;
    }
    const hasBody =
        draft.text('plainTextBody') !== null || draft.text('htmlBody') !== null || draft.text('templateId') !== null;
    return hasBody ? null : 'REQUIRED_FIELD_MISSING: Missing body, need at least one of html or plainText';
}

function isIdOrAddress(address: string): boolean {
    return /^[^@\s]+@[^@\s]+$/.test(address) || /^00[35Q][a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/.test(address);
}

function sendEmails(context: RuntimeContext, emails: ApexList, allOrNone: boolean): ApexList {
    const tx = context.tx();
    tx.limits.consume('emailInvocations');
    const results = emails.items.map((draft: Draft, index: number) => {
        if (draft.text('templateId') !== null) {
            throw new Unsupported('e-mail templates');
        }
        const problem = emailProblem(draft);
        if (problem !== null && allOrNone) {
            throw apexException(
                'EmailException',
                `SendEmail failed. First exception on row ${index}; first error: ${problem}: []`
            );
        }
        if (problem === null) {
            services(tx).outbox.emails.push({
                sentAt: tx.clock.now(),
                fromUserId: tx.user.id,
                toAddresses: draft.texts('toAddresses'),
                ccAddresses: draft.texts('ccAddresses'),
                bccAddresses: draft.texts('bccAddresses'),
                targetObjectId: draft.text('targetObjectId'),
                subject: draft.text('subject'),
                plainTextBody: draft.text('plainTextBody'),
                htmlBody: draft.text('htmlBody')
            });
        }
        return new SendEmailResult(problem);
    });
    return new ApexList(typeToken('List<Messaging.SendEmailResult>'), results);
}

function reserve(context: RuntimeContext, count: number): void {
    if (count < 0) {
        throw apexException('InvalidParameterValueException', 'The count cannot be negative');
    }
    // A developer org may send 5,000 external e-mails a day; nothing is sent, so the reserve is always there below that.
    if (count > 5000) {
        throw apexException('HandledException', 'The daily limit for the org would be exceeded by this request.');
    }
    void context;
}

/** Users, with groups and queues taken apart; ids of anything else fail as on the platform. */
function recipientsOf(context: RuntimeContext, ids: readonly string[]): string[] {
    const tx = context.tx();
    const groupMember = tx.schema.object('GroupMember');
    const found = new Set<string>();
    const visit = (id: string, depth: number): void => {
        if (id.startsWith('005')) {
            found.add(id);
        } else if (id.startsWith('00G') && groupMember && depth < 5) {
            for (const member of rowsWhere(tx.store, groupMember, { GroupId: id })) {
                visit(String(member.get('UserOrGroupId')), depth + 1);
            }
        } else {
            throw apexException('IllegalArgumentException', `Invalid recipient id: ${id}`);
        }
    };
    ids.forEach((id) => visit(id, 0));
    return [...found];
}

function sendNotification(context: RuntimeContext, draft: Draft, recipients: ApexSet): void {
    const tx = context.tx();
    const required = (name: string): string => {
        const value = draft.text(name);
        if (value === null || value === '') {
            throw apexException('IllegalArgumentException', `Missing required notification parameter: ${name}`);
        }
        return value;
    };
    const typeId = required('notificationTypeId');
    const title = required('title');
    const body = required('body');
    if (draft.text('targetId') === null && draft.text('targetPageRef') === null) {
        throw apexException(
            'IllegalArgumentException',
            'Missing required notification parameter: targetId or targetPageRef'
        );
    }
    if (recipients.size === 0 || recipients.size > MAXIMUM_RECIPIENTS) {
        throw apexException('IllegalArgumentException', `A notification needs 1 to ${MAXIMUM_RECIPIENTS} recipients`);
    }
    if (title.length > NOTIFICATION_TITLE_LENGTH || body.length > NOTIFICATION_BODY_LENGTH) {
        throw apexException('IllegalArgumentException', 'The title or body of the notification is too long');
    }
    services(tx).outbox.notifications.push({
        sentAt: tx.clock.now(),
        typeId,
        title,
        body,
        targetId: draft.text('targetId'),
        targetPageRef: draft.text('targetPageRef'),
        senderId: draft.text('senderId'),
        recipientIds: recipientsOf(context, [...recipients.values()].map(String))
    });
}

export const messagingLibrary: LibraryModule = (context) => {
    const inMessaging = { namespace: 'Messaging' };
    return [
        libraryClass('Messaging.Email', {}, { ...inMessaging, isAbstract: true }),
        libraryClass(
            'Messaging.SingleEmailMessage',
            { 'new()': () => new Draft('Messaging.SingleEmailMessage'), ...draftMembers(EMAIL_PROPERTIES, true) },
            { ...inMessaging, superclass: 'Messaging.Email' }
        ),
        libraryClass(
            'Messaging.EmailFileAttachment',
            {
                'new()': () => new Draft('Messaging.EmailFileAttachment'),
                ...draftMembers(['String fileName', 'Blob body', 'String contentType', 'Boolean inline'], true)
            },
            inMessaging
        ),
        libraryClass(
            'Messaging.SendEmailResult',
            {
                'Boolean isSuccess()': (self: SendEmailResult) => self.error === null,
                'List<Messaging.SendEmailError> getErrors()': (self: SendEmailResult) =>
                    new ApexList(typeToken('List<Messaging.SendEmailError>'), self.error === null ? [] : [self])
            },
            inMessaging
        ),
        libraryClass(
            'Messaging.SendEmailError',
            { 'String getMessage()': (self: SendEmailResult) => self.error },
            inMessaging
        ),
        libraryClass(
            'Messaging.CustomNotification',
            {
                'new()': () => new Draft('Messaging.CustomNotification'),
                'new(String typeId, String sender, String title, String body, String targetId, String targetPageRef)': (
                    typeId: Value,
                    sender: Value,
                    title: Value,
                    body: Value,
                    targetId: Value,
                    targetPageRef: Value
                ) => {
                    const draft = new Draft('Messaging.CustomNotification');
                    const given = {
                        notificationTypeId: typeId,
                        senderId: sender,
                        title,
                        body,
                        targetId,
                        targetPageRef
                    };
                    Object.entries(given).forEach(([name, value]) => draft.values.set(name, value));
                    return draft;
                },
                ...draftMembers(
                    [
                        'Id notificationTypeId',
                        'Id senderId',
                        'Id targetId',
                        'String targetPageRef',
                        'String title',
                        'String body'
                    ],
                    false
                ),
                'void send(Set<String> users)': (self: Draft, users: ApexSet) => sendNotification(context, self, users)
            },
            inMessaging
        ),
        libraryClass(
            'Messaging',
            {
                'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': (emails: ApexList) =>
                    sendEmails(context, emails, true),
                'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNone)': (
                    emails: ApexList,
                    allOrNone: boolean
                ) => sendEmails(context, emails, allOrNone),
                'static void reserveSingleEmailCapacity(Integer count)': (count: number) => reserve(context, count),
                'static void reserveMassEmailCapacity(Integer count)': (count: number) => reserve(context, count)
            },
            { namespace: 'System' }
        )
    ];
};
