/** Picks instants at which people work: weekdays, office hours of a territory, no holiday in the days after. */
import type { Territory } from './names.ts';
import type { Random } from '../shared/random.ts';
import { DAY, day, HOUR } from './records.ts';

/** Winter offset of each zone in hours; office hours may shift by one in summer, which changes nothing here. */
const OFFSETS: Readonly<Record<string, number>> = {
    'America/New_York': -5,
    'America/Chicago': -6,
    'America/Los_Angeles': -8,
    'America/Toronto': -5,
    'Europe/Berlin': 1,
    'Europe/London': 0,
    'Europe/Stockholm': 1
};
const WEEKDAY_WEIGHTS: readonly (readonly [number, number])[] = [
    [1, 18],
    [2, 21],
    [3, 21],
    [4, 20],
    [5, 16]
];

export interface OfficeCalendar {
    /** A working instant in [from, to), in whole minutes; `weekday` 1 is Monday. */
    workingInstant(from: number, to: number, territory: Territory, weekday?: number): number;
    /** The instant itself, or the following Monday 10:00 when it falls on a weekend. */
    notOnWeekend(epochMs: number, territory: Territory): number;
}

/** @param holidays days off anywhere in the demo world, `yyyy-MM-dd` */
export function officeCalendar(random: Random, holidays: ReadonlySet<string>): OfficeCalendar {
    const localHour = (epochDay: number, territory: Territory, hour: number): number =>
        epochDay + (hour - (OFFSETS[territory.zone] ?? 0)) * HOUR + random.between(0, 59) * 60_000;
    const isQuietWeek = (epochMs: number): boolean =>
        ![0, 1, 2, 3, 4, 5, 6].some((offset) => holidays.has(day(epochMs + offset * DAY)));
    const midnight = (epochMs: number): number => Math.floor(epochMs / DAY) * DAY;
    return {
        workingInstant(from, to, territory, weekday) {
            for (let attempt = 0; attempt < 2000; attempt++) {
                const epochDay = midnight(from + random.next() * (to - from));
                const wanted = weekday ?? random.weighted(WEEKDAY_WEIGHTS);
                const moved = epochDay + (wanted - new Date(epochDay).getUTCDay()) * DAY;
                const chosen = localHour(moved, territory, random.between(10, 15));
                if (chosen >= from && chosen < to && isQuietWeek(moved)) {
                    return chosen;
                }
            }
            throw new Error(
                `There is no working week between ${day(from)} and ${day(to)}: widen the period of the demo quotas`
            );
        },
        notOnWeekend(epochMs, territory) {
            const weekday = new Date(epochMs).getUTCDay();
            const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
            return shift === 0 ? epochMs : localHour(midnight(epochMs) + shift * DAY, territory, 10);
        }
    };
}
