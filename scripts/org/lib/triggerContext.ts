/** `Trigger`: what the innermost firing is about; null or false outside of triggers. */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import type { TriggerFrame, TriggerMoment } from '../runtime/transaction.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import type { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import { libraryEnum } from './libraryEnum.ts';

const triggerOperation = libraryEnum('TriggerOperation', 'System', [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE'
]);

interface FrameCollections {
    newList?: ApexList | null;
    oldList?: ApexList | null;
    newMap?: ApexMap | null;
    oldMap?: ApexMap | null;
}

/** The same list and map objects for the whole firing, as code compares and mutates their records. */
const collections = new WeakMap<TriggerFrame, FrameCollections>();

function cached(frame: TriggerFrame): FrameCollections {
    let entry = collections.get(frame);
    if (!entry) {
        entry = {};
        collections.set(frame, entry);
    }
    return entry;
}

function listOf(frame: TriggerFrame, records: SObject[] | null): ApexList | null {
    return records === null ? null : new ApexList(typeToken(`List<${frame.object.name}>`), [...records]);
}

function mapOf(frame: TriggerFrame, records: SObject[] | null): ApexMap | null {
    if (records === null) {
        return null;
    }
    const map = new ApexMap(typeToken(`Map<Id,${frame.object.name}>`));
    for (const record of records) {
        map.set(record.id, record);
    }
    return map;
}

export const triggerLibrary: LibraryModule = (context) => {
    const frame = (): TriggerFrame | undefined => context.tx().triggerFrame;
    const moment = (): TriggerMoment | '' => frame()?.moment ?? '';
    const is = (part: string) => () => moment().split(' ').includes(part);
    return [
        triggerOperation.libraryClass,
        libraryClass('Trigger', {
            'static List<SObject> new': () => {
                const now = frame();
                return now ? (cached(now).newList ??= listOf(now, now.newRecords)) : null;
            },
            'static List<SObject> old': () => {
                const now = frame();
                return now ? (cached(now).oldList ??= listOf(now, now.oldRecords)) : null;
            },
            'static Map<Id,SObject> newMap': () => {
                const now = frame();
                // Records have no id yet before insert, so there is no map.
                if (!now || now.moment === 'before insert') {
                    return null;
                }
                return (cached(now).newMap ??= mapOf(now, now.newRecords));
            },
            'static Map<Id,SObject> oldMap': () => {
                const now = frame();
                return now ? (cached(now).oldMap ??= mapOf(now, now.oldRecords)) : null;
            },
            'static Boolean isExecuting': () => frame() !== undefined,
            'static Boolean isBefore': is('before'),
            'static Boolean isAfter': is('after'),
            'static Boolean isInsert': is('insert'),
            'static Boolean isUpdate': is('update'),
            'static Boolean isDelete': is('delete'),
            'static Boolean isUndelete': is('undelete'),
            'static Integer size': () => frame()?.size ?? 0,
            'static TriggerOperation operationType': () => {
                const now = moment();
                return now === '' ? null : triggerOperation.of(now.toUpperCase().replace(' ', '_'));
            }
        })
    ];
};
