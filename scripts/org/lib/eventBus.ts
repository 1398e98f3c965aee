/** `EventBus`: publishing platform events. */
import { abstractMember, libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList } from '../values/collections.ts';
import { apexException, Unsupported } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import type { PublishResultValue } from '../async/contexts.ts';
import { services } from './services.ts';

const SAVE_RESULT_LIST = typeToken('List<Database.SaveResult>');

/** Not an error: the event was taken; the message is its UUID. */
const ENQUEUED = 'OPERATION_ENQUEUED';

/** Turns the outcome of one event into a `Database.SaveResult`; the class belongs to the data library. */
export type SaveResultFactory = (id: string | null, error: { statusCode: string; message: string } | null) => Value;

let makeSaveResult: SaveResultFactory = () => {
    throw new Unsupported('Database.SaveResult of EventBus.publish');
};

/** The engine tells how save results are made. */
export function setSaveResultFactory(factory: SaveResultFactory): void {
    makeSaveResult = factory;
}

/** What the outcome of an event looks like from here. */
interface PublishOutcome {
    readonly result: { readonly errors: readonly { readonly statusCode: string; readonly message: string }[] };
}

/** The first required field without a value. */
function missingField(event: SObject): string | null {
    for (const field of event.def.fields.values()) {
        if (
            field.isCustom &&
            field.isRequired &&
            field.type !== 'boolean' &&
            (event.fields.get(field.name) ?? null) === null
        ) {
            return field.name;
        }
    }
    return null;
}

/** The event as it is published; the caller's record stays as it is. */
function withUuid(event: SObject): SObject {
    const numbered = event.clone(false, true);
    if ((numbered.fields.get('EventUuid') ?? null) === null) {
        numbered.load('EventUuid', crypto.randomUUID());
    }
    return numbered;
}

function publish(context: RuntimeContext, events: readonly SObject[], callback: Value): Value[] {
    const tx = context.tx();
    const accepted: SObject[] = [];
    const results = events.map((event) => {
        if (event.def.kind !== 'platformEvent') {
            throw apexException('TypeException', `Invalid event type: ${event.def.name}`);
        }
        const missing = missingField(event);
        if (missing !== null) {
            return makeSaveResult(null, {
                statusCode: 'REQUIRED_FIELD_MISSING',
                message: `Required fields are missing: [${missing}]`
            });
        }
        const numbered = withUuid(event);
        accepted.push(numbered);
        return makeSaveResult(null, { statusCode: ENQUEUED, message: String(numbered.fields.get('EventUuid')) });
    });
    services(tx).events.publish(tx, accepted, callback);
    return results;
}

export const eventBusLibrary: LibraryModule = (context) => [
    libraryClass('EventBus', {
        'static Database.SaveResult publish(SObject event)': (event: SObject) => publish(context, [event], null)[0],
        'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList) =>
            new ApexList(SAVE_RESULT_LIST, publish(context, events.items, null)),
        'static Database.SaveResult publish(SObject event, Object callback)': (event: SObject, callback: Value) =>
            publish(context, [event], callback)[0],
        'static List<Database.SaveResult> publish(List<SObject> events, Object callback)': (
            events: ApexList,
            callback: Value
        ) => new ApexList(SAVE_RESULT_LIST, publish(context, events.items, callback)),
        'static String getOperationId(Database.SaveResult result)': (result: PublishOutcome) =>
            result.result.errors.find((error) => error.statusCode === ENQUEUED)?.message ?? null
    }),
    ...(['Success', 'Failure'] as const).flatMap((outcome) => [
        libraryClass(
            `EventBus.${outcome}Result`,
            {
                'List<String> getEventUuids()': (self: PublishResultValue) =>
                    new ApexList(typeToken('List<String>'), [...self.eventUuids])
            },
            { namespace: 'EventBus' }
        ),
        libraryClass(
            `EventBus.EventPublish${outcome}Callback`,
            { [`abstract void on${outcome}(EventBus.${outcome}Result result)`]: abstractMember },
            { namespace: 'EventBus', kind: 'interface' }
        )
    ]),
    libraryClass('EventBus.RetryableException', {}, { namespace: 'EventBus', superclass: 'Exception' })
];
