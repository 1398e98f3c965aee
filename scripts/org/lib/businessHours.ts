/** `BusinessHours`: arithmetic on the org's calendars and holidays. */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryModule } from '../runtime/library.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { rowsWhere } from '../store/select.ts';
import { apexException, Unsupported } from '../values/exceptions.ts';
import type { SObject } from '../values/sobject.ts';
import { ApexDatetime } from '../values/temporal.ts';
import type { ApexTime } from '../values/temporal.ts';
import { addOpenTime, isOpenAt, nextOpening, openTimeBetween } from './businessCalendar.ts';
import type { BusinessCalendar, OpenInterval } from './businessCalendar.ts';
import { requireArguments } from './support.ts';
import { toId18 } from '../values/ids.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const minutesPerDay = 1440;

/** The calendar of a BusinessHours record. Throws InvalidParameterValueException when there is none. */
function calendarOf(tx: Transaction, id: string): BusinessCalendar {
    const def = tx.schema.object('BusinessHours');
    const row = def && tx.store.row(def, toId18(id) ?? id);
    if (row === undefined) {
        throw apexException('InvalidParameterValueException', `Invalid business hours id: ${id}`);
    }
    return {
        timeZone: row.fields.get('TimeZoneSidKey') ?? 'GMT',
        days: weekdays.map((day) => openInterval(row, day)),
        holidays: holidaysOf(tx, row.id!)
    };
}

// Midnight as the end is the end of the day; both at midnight mean open all day; no times mean closed.
function openInterval(row: SObject, day: string): OpenInterval | null {
    const start: ApexTime | null = row.fields.get(`${day}StartTime`) ?? null;
    const end: ApexTime | null = row.fields.get(`${day}EndTime`) ?? null;
    if (start === null || end === null) {
        return null;
    }
    const minuteOf = (time: ApexTime): number => Math.floor(time.msOfDay / 60_000);
    return { start: minuteOf(start), end: end.msOfDay === 0 ? minutesPerDay : minuteOf(end) };
}

/**
 * No object of the platform shows which holidays belong to which calendar; the world's loader notes it in the holiday's
 * description as `BusinessHours:<id>`.
 */
function holidaysOf(tx: Transaction, calendarId: string): BusinessCalendar['holidays'] {
    const def = tx.schema.object('Holiday');
    const rows = def === undefined ? [] : rowsWhere(tx.store, def, { Description: `BusinessHours:${calendarId}` });
    return rows.map((row) => {
        if (row.fields.get('IsRecurrence') === true) {
            throw new Unsupported('recurring holidays');
        }
        const isAllDay = row.fields.get('IsAllDay') === true;
        return {
            epochDay: row.fields.get('ActivityDate').epochDay,
            start: isAllDay ? 0 : (row.fields.get('StartTimeInMinutes') ?? 0),
            end: isAllDay ? minutesPerDay : (row.fields.get('EndTimeInMinutes') ?? minutesPerDay)
        };
    });
}

export const businessHoursLibrary: LibraryModule = (context) => {
    const calendar = (id: string): BusinessCalendar => calendarOf(context.tx(), id);
    const add = (id: string, start: ApexDatetime, milliseconds: bigint): ApexDatetime | null => {
        requireArguments(id, start, milliseconds);
        const result = addOpenTime(calendar(id), start.epochMs, Number(milliseconds));
        return result === null ? null : ApexDatetime.fromEpochMs(result);
    };
    return [
        libraryClass('BusinessHours', {
            'static Datetime add(String businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
            'static Datetime addGmt(String businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
            'static Long diff(String businessHoursId, Datetime startDate, Datetime endDate)': (
                id: string,
                start: ApexDatetime,
                end: ApexDatetime
            ) => {
                requireArguments(id, start, end);
                return BigInt(openTimeBetween(calendar(id), start.epochMs, end.epochMs));
            },
            'static Boolean isWithin(String businessHoursId, Datetime targetDate)': (
                id: string,
                target: ApexDatetime
            ) => {
                requireArguments(id, target);
                return isOpenAt(calendar(id), target.epochMs);
            },
            'static Datetime nextStartDate(String businessHoursId, Datetime targetDate)': (
                id: string,
                target: ApexDatetime
            ) => {
                requireArguments(id, target);
                const result = nextOpening(calendar(id), target.epochMs);
                return result === null ? null : ApexDatetime.fromEpochMs(result);
            }
        })
    ];
};
