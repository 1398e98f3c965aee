/**
 * How much of everything a profile holds. Quotas, not chance, so that the widgets show what the story says.
 * `small` follows the demo recipe: 300 leads, 180 passes, 4,000 touches; `mini` fits a Developer Edition.
 */

export type Profile = 'mini' | 'small';

/** Passes of one stretch of time, counted by how they ended. */
export interface PeriodQuota {
    readonly label: string;
    /** Days before `asOf`: the stretch is [asOf - from, asOf - to). */
    readonly fromDays: number;
    readonly toDays: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly expired: number;
    readonly pending: number;
    /** Of accepted + rejected. */
    readonly onTime: number;
    readonly late: number;
}

/** Opportunities of one origin, counted by how they stand. */
export interface OpportunityQuota {
    readonly won: number;
    readonly lost: number;
    readonly open: number;
    /** Of the open ones. */
    readonly stalled: number;
}

export interface Quotas {
    readonly leadsWithPass: number;
    readonly leadsWithTwoPasses: number;
    readonly inquiries: number;
    readonly disqualified: number;
    readonly excluded: number;
    readonly periods: readonly PeriodQuota[];
    /** Code of the reason to number of rejections. */
    readonly reasons: Readonly<Record<string, number>>;
    /** Code of the engagement type to number of touches. */
    readonly touches: Readonly<Record<string, number>>;
    /** Touches of the one lead that shows paging. */
    readonly busiestLead: number;
    readonly hospitals: number;
    readonly institutions: number;
    readonly campaigns: number;
    readonly implicitAccepts: number;
    readonly reroutes: number;
    /** Passes of the last 60 days, pending ones included. */
    readonly youngPasses: number;
    /** Accepted so lately that the first contact is not due yet. */
    readonly freshAccepts: number;
    /** Accepted, never worked, taken back. */
    readonly idleAccepts: number;
    /** Qualified passes: of those older than 60 days, of these within the last 45 days, and of the younger ones. */
    readonly sqls: { readonly mature: number; readonly matureButRecent: number; readonly young: number };
    /** Opportunities of qualifications older than 45 days, and of the younger ones. */
    readonly opportunitiesOfSqls: { readonly mature: number; readonly young: number };
    readonly opportunities: Readonly<Record<'marketing' | 'sales' | 'partner', OpportunityQuota>>;
}

const SMALL_PERIODS: readonly PeriodQuota[] = [
    {
        label: 'earlier 12 months',
        fromDays: 728,
        toDays: 364,
        accepted: 36,
        rejected: 10,
        expired: 4,
        pending: 0,
        onTime: 36,
        late: 10
    },
    {
        label: 'quarter -3',
        fromDays: 364,
        toDays: 273,
        accepted: 20,
        rejected: 6,
        expired: 2,
        pending: 0,
        onTime: 22,
        late: 4
    },
    {
        label: 'quarter -2',
        fromDays: 273,
        toDays: 182,
        accepted: 23,
        rejected: 7,
        expired: 1,
        pending: 0,
        onTime: 26,
        late: 4
    },
    {
        label: 'quarter -1',
        fromDays: 182,
        toDays: 91,
        accepted: 27,
        rejected: 6,
        expired: 1,
        pending: 0,
        onTime: 30,
        late: 3
    },
    {
        label: 'latest quarter',
        fromDays: 91,
        toDays: 0,
        accepted: 26,
        rejected: 4,
        expired: 1,
        pending: 6,
        onTime: 29,
        late: 1
    }
];

const SMALL: Quotas = {
    leadsWithPass: 168,
    leadsWithTwoPasses: 12,
    inquiries: 96,
    disqualified: 24,
    excluded: 12,
    periods: SMALL_PERIODS,
    reasons: {
        TOO_EARLY: 8,
        AUTHORITY: 6,
        BAD_DATA: 4,
        DUPLICATE: 3,
        NOT_FIT_INSTITUTION: 3,
        BUDGET_CYCLE: 2,
        WRONG_PERSONA: 2,
        NO_CLINICAL_NEED: 2,
        CONTRACT_LOCK: 2,
        STUDENT_RESEARCH: 1
    },
    touches: {
        page_visit: 1250,
        email_open: 900,
        email_click: 420,
        download: 360,
        webinar_registered: 210,
        ad_click: 160,
        form: 150,
        webinar_attended: 140,
        trade_show_scan: 130,
        event: 90,
        video: 70,
        vac_kit: 50,
        demo_request: 40,
        evaluation_request: 30
    },
    busiestLead: 220,
    hospitals: 34,
    institutions: 60,
    campaigns: 36,
    implicitAccepts: 5,
    reroutes: 4,
    youngPasses: 30,
    freshAccepts: 7,
    idleAccepts: 9,
    sqls: { mature: 48, matureButRecent: 2, young: 4 },
    opportunitiesOfSqls: { mature: 23, young: 1 },
    opportunities: {
        marketing: { won: 7, lost: 10, open: 7, stalled: 2 },
        sales: { won: 5, lost: 13, open: 4, stalled: 1 },
        partner: { won: 1, lost: 1, open: 2, stalled: 0 }
    }
};

const MINI: Quotas = {
    leadsWithPass: 24,
    leadsWithTwoPasses: 0,
    inquiries: 11,
    disqualified: 3,
    excluded: 2,
    periods: [
        {
            label: 'earlier',
            fromDays: 364,
            toDays: 91,
            accepted: 6,
            rejected: 2,
            expired: 1,
            pending: 0,
            onTime: 6,
            late: 2
        },
        {
            label: 'latest quarter',
            fromDays: 91,
            toDays: 0,
            accepted: 7,
            rejected: 2,
            expired: 0,
            pending: 6,
            onTime: 9,
            late: 0
        }
    ],
    reasons: { TOO_EARLY: 2, AUTHORITY: 1, BAD_DATA: 1 },
    touches: {
        page_visit: 188,
        email_open: 135,
        email_click: 63,
        download: 54,
        webinar_registered: 31,
        ad_click: 24,
        form: 23,
        webinar_attended: 21,
        trade_show_scan: 19,
        event: 14,
        video: 10,
        vac_kit: 8,
        demo_request: 6,
        evaluation_request: 4
    },
    busiestLead: 220,
    hospitals: 9,
    institutions: 14,
    campaigns: 12,
    implicitAccepts: 1,
    reroutes: 1,
    youngPasses: 13,
    freshAccepts: 2,
    idleAccepts: 1,
    sqls: { mature: 4, matureButRecent: 0, young: 1 },
    opportunitiesOfSqls: { mature: 3, young: 0 },
    opportunities: {
        marketing: { won: 1, lost: 1, open: 1, stalled: 0 },
        sales: { won: 1, lost: 1, open: 1, stalled: 1 },
        partner: { won: 0, lost: 1, open: 0, stalled: 0 }
    }
};

export const QUOTAS: Readonly<Record<Profile, Quotas>> = { mini: MINI, small: SMALL };

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, number) => all + number, 0);

/** Number of passes of a profile, pending ones included. */
export function passCount(quotas: Quotas): number {
    return sum(quotas.periods.map((period) => period.accepted + period.rejected + period.expired + period.pending));
}

/** Throws when the figures of a profile contradict each other; called before anything is generated. */
export function assertQuotas(quotas: Quotas): void {
    const claim = (holds: boolean, sentence: string): void => {
        if (!holds) {
            throw new Error(`The demo quotas contradict each other: ${sentence}`);
        }
    };
    const rejected = sum(quotas.periods.map((period) => period.rejected));
    claim(
        passCount(quotas) === quotas.leadsWithPass + quotas.leadsWithTwoPasses,
        'passes are not leads with one plus leads with two'
    );
    claim(sum(Object.values(quotas.reasons)) === rejected, 'reasons do not add up to the rejections');
    const { marketing } = quotas.opportunities;
    claim(
        marketing.won + marketing.lost + marketing.open ===
            quotas.opportunitiesOfSqls.mature + quotas.opportunitiesOfSqls.young,
        'opportunities of marketing are not those that passes became'
    );
    for (const period of quotas.periods) {
        claim(
            period.onTime + period.late === period.accepted + period.rejected,
            `${period.label}: on time and late are not the decided ones`
        );
    }
}
