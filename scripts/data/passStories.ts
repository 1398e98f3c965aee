/** Passes that a story needs at a given instant; each takes the place of one that the quotas ask for anyway. */
import { DAY, HOUR } from './records.ts';

export interface PassStory {
    readonly name: 'earlyFirst' | 'earlySecond' | 'bulk' | 'zoneEdge' | 'clockChange' | 'resold';
    readonly ending: 'accepted' | 'rejected';
    /** Days before `asOf`; picks the period. */
    readonly daysBack: number;
    readonly handedOffAt?: number;
    readonly qualifiedAt?: number;
    readonly decidedAt?: number;
    readonly reason?: string;
    /** Alias of the representative whose it is. */
    readonly rep?: string;
    /** The earlier pass of the same person. */
    readonly returnsFrom?: PassStory['name'];
}

const WEEK = 7 * DAY;
/** Sent back as too early; comes back a year and a week later, and is won. */
const EARLY_WEEKS = 86;
const RETURN_WEEKS = 33;
/** Five acceptances within a minute, nobody opened a brief. */
const BULK = 5;
const BULK_DAYS = 26;
const RESOLD_DAYS = 40;

/** @param asOf the org's clock, a Monday morning */
export function passStories(asOf: number): readonly PassStory[] {
    const today = Math.floor(asOf / DAY) * DAY;
    const afternoon = (daysBack: number): number => today - daysBack * DAY + 15 * HOUR;
    const edge = monthStart(asOf - 45 * DAY) + 3.5 * HOUR;
    const friday = fridayBeforeClockChange(asOf);
    const daysBack = (epochMs: number): number => (asOf - epochMs) / DAY;
    return [
        {
            name: 'earlyFirst',
            ending: 'rejected',
            daysBack: (EARLY_WEEKS * WEEK) / DAY,
            handedOffAt: afternoon((EARLY_WEEKS * WEEK) / DAY),
            reason: 'TOO_EARLY'
        },
        {
            name: 'earlySecond',
            ending: 'accepted',
            daysBack: (RETURN_WEEKS * WEEK) / DAY,
            handedOffAt: afternoon((RETURN_WEEKS * WEEK) / DAY),
            returnsFrom: 'earlyFirst'
        },
        // Qualified on the last evening of a month in New York, which is the next month in Greenwich.
        {
            name: 'zoneEdge',
            ending: 'accepted',
            daysBack: daysBack(edge),
            qualifiedAt: edge,
            handedOffAt: edge + 4 * 60_000,
            decidedAt: edge + 12 * HOUR,
            rep: 'dana'
        },
        // Handed over in Chicago on the Friday before the clocks change.
        {
            name: 'clockChange',
            ending: 'accepted',
            daysBack: daysBack(friday),
            handedOffAt: friday,
            decidedAt: friday + 70 * HOUR,
            rep: 'luis'
        },
        ...Array.from({ length: BULK }, (_, index) => ({
            name: 'bulk' as const,
            ending: 'accepted' as const,
            daysBack: BULK_DAYS,
            handedOffAt: afternoon(BULK_DAYS) + index * 7 * 60_000,
            decidedAt: afternoon(BULK_DAYS - 1) + index * 9_000,
            rep: 'cole'
        })),
        { name: 'resold', ending: 'rejected', daysBack: RESOLD_DAYS, handedOffAt: afternoon(RESOLD_DAYS + 1) }
    ];
}

function monthStart(epochMs: number): number {
    const date = new Date(epochMs);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** 15:00 in Chicago on the Friday before the first Sunday of November. */
function fridayBeforeClockChange(asOf: number): number {
    const year = new Date(asOf).getUTCFullYear();
    const sundayOf = (candidate: number): number => {
        const first = Date.UTC(candidate, 10, 1);
        return first + ((7 - new Date(first).getUTCDay()) % 7) * DAY;
    };
    const sunday = sundayOf(year) <= asOf ? sundayOf(year) : sundayOf(year - 1);
    return sunday - 2 * DAY + 20 * HOUR;
}
