/** `Time` and `TimeZone` */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import { apexException } from '../values/exceptions.ts';
import { ApexDatetime, ApexTime } from '../values/temporal.ts';
import { isZone, offsetMinutes, zoneDisplayName } from '../values/zones.ts';
import { noNulls, requireArguments } from './support.ts';

/** An Apex `TimeZone`. */
export class TimeZoneValue {
    readonly typeName = 'TimeZone';
    readonly id: string;

    constructor(id: string) {
        this.id = id;
    }

    apexEquals(other: unknown): boolean {
        return other instanceof TimeZoneValue && other.id === this.id;
    }

    toText(): string {
        return this.id;
    }
}

/** `HH:mm:ss.SSSZ` and shorter forms; throws TypeException. */
function timeOfText(text: string): ApexTime {
    requireArguments(text);
    const time = ApexTime.parseIso(text);
    if (!time) throw apexException('TypeException', `Invalid time: ${text}`);
    return time;
}

/** `Time` and `TimeZone` */
export const timeLibrary: LibraryModule = (context) => [
    libraryClass('Time', {
        'static Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)': noNulls(
            (hour: number, minutes: number, seconds: number, milliseconds: number) =>
                ApexTime.of(hour, minutes, seconds, milliseconds)
        ),
        'static Time valueOf(String text)': timeOfText,
        'Time addHours(Integer hours)': (self: ApexTime, hours: number) => self.addMs(hours * 3_600_000),
        'Time addMinutes(Integer minutes)': (self: ApexTime, minutes: number) => self.addMs(minutes * 60_000),
        'Time addSeconds(Integer seconds)': (self: ApexTime, seconds: number) => self.addMs(seconds * 1000),
        'Time addMilliseconds(Integer milliseconds)': (self: ApexTime, ms: number) => self.addMs(ms),
        'Integer hour()': (self: ApexTime) => self.hour,
        'Integer minute()': (self: ApexTime) => self.minute,
        'Integer second()': (self: ApexTime) => self.second,
        'Integer millisecond()': (self: ApexTime) => self.millisecond,
        'String toString()': (self: ApexTime) => self.toText()
    }),
    libraryClass('TimeZone', {
        // As in Java, an unknown id gives GMT.
        'static TimeZone getTimeZone(String id)': (id: string) => {
            requireArguments(id);
            return new TimeZoneValue(isZone(id) ? id : 'GMT');
        },
        'String getDisplayName()': (self: TimeZoneValue) => {
            const now = context.tx().clock.now();
            const offset = offsetMinutes(self.id, now);
            const size = Math.abs(offset);
            const text = `${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
            return `(GMT${offset < 0 ? '-' : '+'}${text}) ${zoneDisplayName(self.id, now, 'long')} (${self.id})`;
        },
        'String getID()': (self: TimeZoneValue) => self.id,
        'Integer getOffset(Datetime instant)': (self: TimeZoneValue, instant: ApexDatetime) => {
            requireArguments(instant);
            return offsetMinutes(self.id, instant.epochMs) * 60_000;
        },
        'String toString()': (self: TimeZoneValue) => self.id
    })
];
