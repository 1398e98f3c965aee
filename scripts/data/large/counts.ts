/** How much the large profile holds at a share of its size: 100,000 leads at 1, with the rates of the small one. */
import { QUOTAS, sum, type PeriodQuota } from '../quotas.ts';
import { allocate } from '../../shared/random.ts';

const LEADS = 100_000;
const PASSES = 60_000;
const SECOND_PASSES = 4_000;
const TOUCHES = 2_000_000;
const QUALIFIED = 19_200;
const CONVERTED = 9_600;
const OTHER_OPPORTUNITIES = 8_000;
const REPS = 250;
const INSTITUTIONS = 2_500;
const CAMPAIGNS = 400;

export interface LargeCounts {
    readonly leads: number;
    /** Leads with a pass, and of these with two. */
    readonly worked: number;
    readonly twice: number;
    readonly passes: number;
    readonly touches: number;
    readonly qualified: number;
    readonly converted: number;
    readonly otherOpportunities: number;
    readonly reps: number;
    readonly institutions: number;
    readonly campaigns: number;
    /** Passes per stretch of time as in the small profile, scaled. */
    readonly periods: readonly PeriodQuota[];
}

/**
 * @param share more than 0, at most 1
 * @throws RangeError for any other share
 */
export function largeCounts(share: number): LargeCounts {
    if (!(share > 0 && share <= 1))
        throw new RangeError(`A share of the large profile is above 0 and at most 1, not ${share}`);
    const of = (whole: number): number => Math.max(1, Math.round(whole * share));
    const passes = of(PASSES);
    return {
        leads: of(LEADS),
        worked: passes - of(SECOND_PASSES),
        twice: of(SECOND_PASSES),
        passes,
        touches: of(TOUCHES),
        qualified: of(QUALIFIED),
        converted: of(CONVERTED),
        otherOpportunities: of(OTHER_OPPORTUNITIES),
        reps: of(REPS),
        institutions: of(INSTITUTIONS),
        campaigns: of(CAMPAIGNS),
        periods: scaled(QUOTAS.small.periods, passes)
    };
}

/** The same rates with more passes: every number grows alike, and together they are exactly the total. */
function scaled(periods: readonly PeriodQuota[], passes: number): PeriodQuota[] {
    const ends = periods.flatMap(({ accepted, rejected, expired, pending }) => [accepted, rejected, expired, pending]);
    const shares = allocate(passes, ends);
    return periods.map((period, index) => {
        const [accepted = 0, rejected = 0, expired = 0, pending = 0] = shares.slice(index * 4, index * 4 + 4);
        const [onTime = 0, late = 0] = allocate(accepted + rejected, [period.onTime, period.late]);
        return { ...period, accepted, rejected, expired, pending, onTime, late };
    });
}

/** Marketing, sales and partner opportunities by fate, as in the small profile, for any number of them. */
export function fates(origin: 'marketing' | 'sales' | 'partner', count: number): readonly number[] {
    const { won, lost, open, stalled } = QUOTAS.small.opportunities[origin];
    return allocate(count, [won, lost, open - stalled, stalled]);
}

/** How many of the opportunities that marketing did not bring are of sales; the rest is of partners. */
export function ofSales(otherOpportunities: number): number {
    const { sales, partner } = QUOTAS.small.opportunities;
    const all = (quota: typeof sales): number => sum([quota.won, quota.lost, quota.open]);
    return Math.round((otherOpportunities * all(sales)) / (all(sales) + all(partner)));
}
