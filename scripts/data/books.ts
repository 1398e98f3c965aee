/** What the books and the surveys of the demo company say: costs, margin, targets, meetings held, answers. */
import { day, DAY, type ApexStep, type DemoRecord } from './records.ts';

const QUARTERS = 13;
const MONTHS_OF_QUARTER = 3;
const SALES_COST = 640_000;
const MARKETING_COST = 210_000;
const GROWTH = 8_000;
const TARGET = 600_000;
const QUARTERS_OF_YEAR = 4;
const MARGIN = 68;
const CHURN = 12;
const CUSTOMER_REVENUE = 120_000;

/** The latest first: share of meetings held, then the answers of sales and of marketing, as the recipe has them. */
const RESULTS: readonly (readonly [cadence: number, sales: string, marketing: string])[] = [
    [89.3, '5,4,4,3,3,4,2,5,3,4', '4,4,3,3,4,2,3,4,3,3'],
    [84, '4,3,4,3,2,4,3,3,4,3', '3,3,4,3,2,4,3,3,3,3'],
    [78, '3,3,4,3,2,3,4,3,3,3', '3,3,3,4,2,3,3,3,3,3'],
    [70, '3,3,3,2,3,3,4,2,3,3', '3,3,2,3,3,3,2,3,3,3']
];

interface Quarter {
    /** As finance inputs name it. */
    readonly name: string;
    readonly start: number;
    readonly end: number;
}

/** Calendar quarters, the one under way first. */
function quartersBack(asOf: number, count: number): Quarter[] {
    const now = new Date(asOf);
    const first = Math.floor(now.getUTCMonth() / MONTHS_OF_QUARTER);
    return Array.from({ length: count }, (_, back) => {
        const start = new Date(Date.UTC(now.getUTCFullYear(), (first - back) * MONTHS_OF_QUARTER, 1));
        return {
            name: `${start.getUTCFullYear()}-Q${start.getUTCMonth() / MONTHS_OF_QUARTER + 1}`,
            start: start.getTime(),
            end: Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + MONTHS_OF_QUARTER, 1)
        };
    });
}

/** Costs and a target for every quarter, margin and churn once a year, and what each campaign cost when it began. */
export function makeFinance(campaigns: readonly DemoRecord[], asOf: number): DemoRecord[] {
    const quarters = quartersBack(asOf, QUARTERS);
    const input = (kind: string, quarter: Quarter, value: number, campaign?: string): DemoRecord => ({
        key: `finance:${kind}:${quarter.name}:${campaign ?? ''}`,
        object: 'Finance_Input__c',
        fields: { Kind__c: kind, Quarter__c: quarter.name, Value__c: value, Source__c: 'demo ledger' },
        references: campaign === undefined ? {} : { Campaign__c: campaign }
    });
    const yearly = quarters.filter((_, back) => back % QUARTERS_OF_YEAR === 0);
    return [
        ...quarters.flatMap((quarter, back) => [
            input('Sales cost', quarter, SALES_COST - GROWTH * back),
            input('Marketing cost', quarter, MARKETING_COST - GROWTH * back),
            input('Shared target', quarter, TARGET)
        ]),
        ...yearly.flatMap((quarter) => [
            input('Gross margin', quarter, MARGIN),
            input('Yearly churn', quarter, CHURN),
            input('Yearly revenue per customer', quarter, CUSTOMER_REVENUE)
        ]),
        ...campaigns.flatMap(({ key, fields }) => {
            const start = Date.parse(String(fields['StartDate']));
            const quarter = quarters.find((candidate) => start >= candidate.start && start < candidate.end);
            return quarter ? [input('Program cost', quarter, Number(fields['ActualCost']), key)] : [];
        })
    ];
}

/** Meetings and surveys of four quarters; the one under way was measured last week. */
export function makeHealthResults(asOf: number): DemoRecord[] {
    return quartersBack(asOf, RESULTS.length).flatMap((quarter, back) => {
        const [cadence, sales, marketing] = RESULTS[back]!;
        const measuredOn = day(Math.max(quarter.start, Math.min(quarter.end - DAY, asOf - 5 * DAY)));
        const result = (dimension: string, fields: DemoRecord['fields']): DemoRecord => ({
            key: `health:${dimension}:${quarter.name}`,
            object: 'Health_Input__c',
            fields: { Dimension__c: dimension, Level__c: 'Company', Measured_On__c: measuredOn, ...fields },
            references: {}
        });
        return [
            result('Meeting_Cadence', { Value__c: cadence, Source__c: 'demo meeting calendar' }),
            result('Sales_Satisfaction', { Single_Answers__c: sales, Source__c: 'demo pulse survey' }),
            result('Marketing_Satisfaction', { Single_Answers__c: marketing, Source__c: 'demo pulse survey' })
        ];
    });
}

/** What otherwise the first night does: keeps figures of past quarters as reported and scores the health. */
export const nightStep: ApexStep = {
    what: 'Metric_Snapshot__c',
    count: 1,
    apex: () => 'SnapshotService.startIfDue();'
};
