/** Date and time functions. Dates of an instant are taken in the running user's time zone. */
import { Decimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { localParts } from '../../values/zones.ts';
import type { Value } from '../../runtime/program.ts';
import type { FormulaContext } from '../context.ts';
import { requireType, timeOfDay } from '../operators.ts';
import { FormulaRuntimeError } from '../types.ts';
import type { Bound } from '../types.ts';
import { requireCount, simple } from './spec.ts';
import type { FunctionTable } from './spec.ts';

const msPerDay = 86_400_000;

/** Functions by upper-case name. */
export const dateFunctions: FunctionTable = {
    TODAY: simple([], 'date', (_args, context) => localDate(context.now, context)),
    NOW: simple([], 'datetime', (_args, context) => ApexDatetime.fromEpochMs(context.now)),
    TIMENOW: simple([], 'time', (_args, context) => timeOfDay(context.now % msPerDay)),
    DATE: simple(['number', 'number', 'number'], 'date', ([year, month, day]) =>
        validDate(Math.trunc(year.toNumber()), Math.trunc(month.toNumber()), Math.trunc(day.toNumber()))
    ),
    DATEVALUE: simple([['text', 'datetime', 'date']], 'date', ([value], context) => {
        if (value instanceof ApexDatetime) {
            return localDate(value.epochMs, context);
        }
        return value instanceof ApexDate ? value : parseDate(value);
    }),
    DATETIMEVALUE: simple([['text', 'date', 'datetime']], 'datetime', ([value]) => {
        if (value instanceof ApexDate) {
            return ApexDatetime.fromEpochMs(value.epochDay * msPerDay);
        }
        return value instanceof ApexDatetime ? value : parseDatetime(value);
    }),
    TIMEVALUE: simple([['text', 'datetime']], 'time', ([value]) =>
        value instanceof ApexDatetime ? timeOfDay(((value.epochMs % msPerDay) + msPerDay) % msPerDay) : parseTime(value)
    ),
    YEAR: simple(['date'], 'number', ([date]) => Decimal.of(date.year)),
    MONTH: simple(['date'], 'number', ([date]) => Decimal.of(date.month)),
    DAY: simple(['date'], 'number', ([date]) => Decimal.of(date.day)),
    // Sunday is 1; the epoch's first day was a Thursday.
    WEEKDAY: simple(['date'], 'number', ([date]) => Decimal.of(((((date.epochDay + 4) % 7) + 7) % 7) + 1)),
    DAYOFYEAR: simple(['date'], 'number', ([date]) =>
        Decimal.of(date.epochDay - ApexDate.of(date.year, 1, 1).epochDay + 1)
    ),
    ADDMONTHS: (call) => {
        requireCount(call, 2);
        const [date, months] = call.args as [Bound, Bound];
        requireType(date, ['date', 'datetime'], "function 'ADDMONTHS()'");
        requireType(months, ['number'], "function 'ADDMONTHS()'");
        const run: Bound['run'] = (context) => {
            const start = date.run(context);
            const count = months.run(context);
            return start === null || count === null ? null : plusMonths(start, Math.trunc(count.toNumber()));
        };
        return { type: date.type, offset: call.offset, run };
    },
    HOUR: simple(['time'], 'number', ([time]) => Decimal.of(Math.floor(time.msOfDay / 3_600_000))),
    MINUTE: simple(['time'], 'number', ([time]) => Decimal.of(Math.floor(time.msOfDay / 60_000) % 60)),
    SECOND: simple(['time'], 'number', ([time]) => Decimal.of(Math.floor(time.msOfDay / 1000) % 60)),
    MILLISECOND: simple(['time'], 'number', ([time]) => Decimal.of(time.msOfDay % 1000)),
    UNIXTIMESTAMP: simple([['datetime', 'date']], 'number', ([value]) =>
        Decimal.of(value instanceof ApexDate ? value.epochDay * 86_400 : Math.floor(value.epochMs / 1000))
    ),
    FROMUNIXTIME: simple(['number'], 'datetime', ([seconds]) =>
        ApexDatetime.fromEpochMs(Math.trunc(seconds.toNumber()) * 1000)
    )
};

function localDate(epochMs: number, context: FormulaContext): ApexDate {
    const parts = localParts(context.timeZone, epochMs);
    return ApexDate.of(parts.year, parts.month, parts.day);
}

function validDate(year: number, month: number, day: number): ApexDate {
    const date = ApexDate.of(year, month, day);
    // Too many days of a month end in another month, or a year later in the same one.
    if (date.month !== month || date.day !== day) {
        throw new FormulaRuntimeError(`DATE: ${year}-${month}-${day} does not exist`);
    }
    return date;
}

function parseDate(text: string): ApexDate {
    const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
    if (parts === null) {
        throw new FormulaRuntimeError(`DATEVALUE: '${text}' is not a date`);
    }
    return validDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function parseDatetime(text: string): ApexDatetime {
    const parts = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})Z?$/.exec(text.trim());
    if (parts === null) {
        throw new FormulaRuntimeError(`DATETIMEVALUE: '${text}' is not a date and time`);
    }
    const [, year, month, day, hour, minute, second] = parts;
    const date = validDate(Number(year), Number(month), Number(day));
    const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
    return ApexDatetime.fromEpochMs(date.epochDay * msPerDay + seconds * 1000);
}

function parseTime(text: string): ApexTime {
    const parts = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?$/.exec(text.trim());
    if (parts === null) {
        throw new FormulaRuntimeError(`TIMEVALUE: '${text}' is not a time`);
    }
    const seconds = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
    return timeOfDay(seconds * 1000 + Number((parts[4] ?? '0').padEnd(3, '0')));
}

// The last day of a month stays the last day: 28 February plus one month is 31 March.
function plusMonths(value: Value, months: number): Value {
    if (value instanceof ApexDate) {
        const isLastDay = value.addDays(1).day === 1;
        return isLastDay ? value.addDays(1).addMonths(months).addDays(-1) : value.addMonths(months);
    }
    const day = Math.floor(value.epochMs / msPerDay);
    const moved = plusMonths(ApexDate.fromEpochDay(day), months) as ApexDate;
    return ApexDatetime.fromEpochMs(moved.epochDay * msPerDay + (value.epochMs - day * msPerDay));
}
