/** Interfaces and context objects of asynchronous Apex: Queueable, Finalizer, Schedulable, Batchable. */
import { abstractMember, libraryClass, type LibraryModule } from '../runtime/library.ts';
import { apexException } from '../values/exceptions.ts';
import { libraryEnum } from './libraryEnum.ts';
import type { FinalizerContextValue, JobContext } from '../async/contexts.ts';
import { services } from './services.ts';

/** `AsyncOptions`. */
export class AsyncOptionsValue {
    readonly typeName = 'AsyncOptions';
    minimumDelayMinutes: number | null = null;
    maximumDepth: number | null = null;
    signature: string | null = null;
}

/** Collects the parts of a duplicate signature; parts are joined with a separator that text cannot contain. */
class SignatureBuilder {
    readonly typeName = 'QueueableDuplicateSignature.Builder';
    readonly parts: string[] = [];
}

const parentJobResult = libraryEnum('ParentJobResult', 'System', ['SUCCESS', 'UNHANDLED_EXCEPTION']);

export const asyncTypesLibrary: LibraryModule = (context) => {
    const depth = () => services(context.tx()).jobs.currentDepth(context.tx());
    const needDepth = () => {
        const found = depth();
        if (!found) {
            throw apexException('AsyncException', 'This method can only be called from a Queueable job.');
        }
        return found;
    };
    return [
        parentJobResult.libraryClass,
        libraryClass(
            'Queueable',
            { 'abstract void execute(QueueableContext context)': abstractMember },
            { kind: 'interface' }
        ),
        libraryClass('QueueableContext', { 'Id getJobId()': (self: JobContext) => self.jobId }, { kind: 'interface' }),
        libraryClass(
            'Schedulable',
            { 'abstract void execute(SchedulableContext context)': abstractMember },
            { kind: 'interface' }
        ),
        libraryClass(
            'SchedulableContext',
            { 'Id getTriggerId()': (self: JobContext) => self.jobId },
            { kind: 'interface' }
        ),
        libraryClass(
            'Finalizer',
            { 'abstract void execute(FinalizerContext context)': abstractMember },
            { kind: 'interface' }
        ),
        libraryClass(
            'FinalizerContext',
            {
                'Id getAsyncApexJobId()': (self: FinalizerContextValue) => self.jobId,
                'String getRequestId()': (self: FinalizerContextValue) => self.requestId,
                'ParentJobResult getResult()': (self: FinalizerContextValue) =>
                    parentJobResult.of(self.exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION'),
                'Exception getException()': (self: FinalizerContextValue) => self.exception
            },
            { kind: 'interface' }
        ),
        libraryClass('AsyncOptions', {
            'new()': () => new AsyncOptionsValue(),
            'Integer MinimumQueueableDelayInMinutes { get; set; }': {
                get: (self: AsyncOptionsValue) => self.minimumDelayMinutes,
                set: (self: AsyncOptionsValue, value: number | null) => {
                    self.minimumDelayMinutes = value;
                }
            },
            'Integer MaximumQueueableStackDepth { get; set; }': {
                get: (self: AsyncOptionsValue) => self.maximumDepth,
                set: (self: AsyncOptionsValue, value: number | null) => {
                    self.maximumDepth = value;
                }
            },
            'QueueableDuplicateSignature DuplicateSignature { get; set; }': {
                get: (self: AsyncOptionsValue) => self.signature,
                set: (self: AsyncOptionsValue, value: string | null) => {
                    self.signature = value;
                }
            }
        }),
        libraryClass('QueueableDuplicateSignature', {}),
        libraryClass('QueueableDuplicateSignature.Builder', {
            'new()': () => new SignatureBuilder(),
            'QueueableDuplicateSignature.Builder addId(Id value)': (self: SignatureBuilder, value: string) =>
                addPart(self, value),
            'QueueableDuplicateSignature.Builder addInteger(Integer value)': (self: SignatureBuilder, value: number) =>
                addPart(self, String(value)),
            'QueueableDuplicateSignature.Builder addString(String value)': (self: SignatureBuilder, value: string) =>
                addPart(self, value),
            'QueueableDuplicateSignature build()': (self: SignatureBuilder) => self.parts.join('\u001f')
        }),
        libraryClass('AsyncInfo', {
            'static Boolean hasMaxStackDepth()': () => (depth()?.maximum ?? null) !== null,
            'static Integer getCurrentQueueableStackDepth()': () => needDepth().depth,
            'static Integer getMaximumQueueableStackDepth()': () => needDepth().maximum,
            'static Integer getMinimumQueueableDelayInMinutes()': () => null
        }),
        ...batchClasses()
    ];
};

function addPart(builder: SignatureBuilder, part: string): SignatureBuilder {
    builder.parts.push(part);
    return builder;
}

function batchClasses() {
    return [
        libraryClass(
            'Database.Batchable<T>',
            {
                'abstract Object start(Database.BatchableContext context)': abstractMember,
                'abstract void execute(Database.BatchableContext context, List<T> scope)': abstractMember,
                'abstract void finish(Database.BatchableContext context)': abstractMember
            },
            { kind: 'interface', namespace: 'Database' }
        ),
        libraryClass(
            'Database.BatchableContext',
            {
                'Id getJobId()': (self: JobContext) => self.jobId,
                'Id getChildJobId()': (self: JobContext) => self.childJobId
            },
            { kind: 'interface', namespace: 'Database' }
        ),
        ...['Stateful', 'AllowsCallouts', 'RaisesPlatformEvents'].map((marker) =>
            libraryClass(`Database.${marker}`, {}, { kind: 'interface', namespace: 'Database' })
        )
    ];
}
