/**
 * Business hours for an org that has none of its own yet: those of the example company that routing and policy name. The
 * API may create them, Apex may not, and nobody may delete them: a name that is there is left as it is.
 */
import { weekdays, type WorldBusinessHours } from '../org/engine/world.ts';
import { changed, unchanged, type Done } from './stages.ts';
import type { TargetOrg } from './target.ts';

const END_OF_DAY = '24:00';

/** @param calendars of the example company */
export async function addCalendars(org: TargetOrg, calendars: readonly WorldBusinessHours[]): Promise<Done> {
    const rows = await org.query<{ Name: string }>('SELECT Name FROM BusinessHours');
    const there = new Set(rows.map(({ Name }) => Name.toLowerCase()));
    const missing = calendars.filter(({ name, isDefault }) => !isDefault && !there.has(name.toLowerCase()));
    if (missing.length === 0) return unchanged('they are there already');
    for (const calendar of missing) await org.insert('BusinessHours', fieldsOf(calendar));
    const names = missing.map(({ name }) => name).join(', ');
    return changed(`${names}; add their holidays in Setup, Holidays`);
}

/** Midnight to midnight is a whole day; a day without times is closed. */
function fieldsOf({ name, timeZone, days }: WorldBusinessHours): Record<string, unknown> {
    const time = (text: string): string => `${text === END_OF_DAY ? '00:00' : text}:00.000Z`;
    const times: Record<string, string> = {};
    for (const day of weekdays) {
        const span = days[day];
        if (!span) continue;
        const column = day.charAt(0).toUpperCase() + day.slice(1);
        times[`${column}StartTime`] = time(span[0]);
        times[`${column}EndTime`] = time(span[1]);
    }
    return { Name: name, IsActive: true, IsDefault: false, TimeZoneSidKey: timeZone, ...times };
}
