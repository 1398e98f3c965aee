/** Every question that a page asks about the shared figures, as Apex, over twelve months. */
import { larger, PRINT_USED, run, sharesIn, userOf, type Shares } from '../consumption.ts';
import type { Org } from '../../org/engine/org.ts';

/** Of all pairs of a metric and a dimension, so many stand for all: each metric and each dimension is among them. */
const NTH_PAIR = 4;
const NO_FILTERS = 'new Map<String, String>()';
const YEAR = "'last-12-months'";

/** A kind of question with the Apex that asks it. */
export interface Questions {
    readonly kind: string;
    readonly texts: readonly string[];
}

/** What asking took, and the most that one question used. */
export interface Answers {
    readonly kind: string;
    readonly seconds: number;
    readonly most: Shares;
}

export function questions(org: Org): Questions[] {
    const printed = run(
        org,
        userOf(org, 'morgan'),
        `for (Metric_Definition__mdt each : MetricDefinitions.active()) {
            System.debug('METRIC ' + each.DeveloperName + ' ' + String.join(MetricDefinitions.basesOf(each), ','));
            for (Metric_Dimension__mdt dimension : MetricDimensions.all()) {
                if (dimension.Object__c == each.Object__c) {
                    System.debug('PAIR ' + each.DeveloperName + ' ' + dimension.Dimension__c);
                }
            }
        }`
    );
    const metrics = [...printed.matchAll(/METRIC (\w+) ([\w,]+)/g)].map(([, id = '', bases = '']) => ({
        id,
        bases: bases.split(',')
    }));
    const pairs = [...printed.matchAll(/PAIR (\w+) (\w+)/g)].filter((_, index) => index % NTH_PAIR === 0);
    return [
        {
            kind: 'one metric with its trend',
            texts: metrics.flatMap(({ id, bases }) =>
                bases.map((basis) => `MetricController.getMetric('${id}', ${YEAR}, '${basis}', ${NO_FILTERS});`)
            )
        },
        {
            kind: 'one metric by a dimension',
            texts: pairs.map(
                ([, id = '', dimension = '']) =>
                    `MetricController.getBreakdown('${id}', ${YEAR}, null, '${dimension}', ${NO_FILTERS});`
            )
        },
        {
            kind: 'a page of rows of one metric',
            texts: metrics.flatMap(({ id }) =>
                ["'denominator'", "'numerator'"].map(
                    (part) => `MetricController.getMetricRows('${id}', ${YEAR}, null, ${part}, ${NO_FILTERS}, null);`
                )
            )
        },
        {
            kind: 'funnel, rejections, diagnosis, scorecard or health',
            texts: [
                `MetricController.getFunnel(${YEAR}, ${NO_FILTERS});`,
                `MetricController.getRejections(${YEAR}, ${NO_FILTERS});`,
                `MetricController.getDiagnosis(${YEAR}, ${NO_FILTERS});`,
                `MetricController.getScorecard(${YEAR}, ${NO_FILTERS});`,
                'HealthController.getHealth(null, null);'
            ]
        },
        {
            kind: 'pipeline, win rates or cycles',
            texts: [
                `RevenueController.getPipeline(${YEAR}, 'created', ${NO_FILTERS});`,
                `RevenueController.getPipeline(${YEAR}, 'open', ${NO_FILTERS});`,
                `RevenueController.getWinRates(${YEAR}, 'period', ${NO_FILTERS});`,
                `RevenueController.getWinRates(${YEAR}, 'cohort', ${NO_FILTERS});`,
                `RevenueController.getCycleLengths(${YEAR}, ${NO_FILTERS});`
            ]
        },
        {
            kind: 'attribution by two models at a level',
            texts: ['campaign', 'program', 'channel', 'region'].map(
                (level) => `RevenueController.getAttribution(${YEAR}, '${level}', null, ${NO_FILTERS});`
            )
        },
        {
            kind: 'what one campaign earned, or a page of credits',
            texts: [
                `RevenueController.getCampaignCredit([SELECT Id FROM Campaign ORDER BY Id LIMIT 1].Id, ${YEAR});`,
                `RevenueController.getCredits('none', 'campaign', 'Linear', ${YEAR}, ${NO_FILTERS}, null);`
            ]
        }
    ];
}

/** Asks as a manager of sales, each question in a transaction of its own. */
export function ask(org: Org, { kind, texts }: Questions): Answers {
    let most: Shares = new Map();
    const started = performance.now();
    for (const text of texts) most = larger(most, sharesIn(run(org, userOf(org, 'morgan'), `${text}\n${PRINT_USED}`)));
    return { kind: `${kind} (${texts.length} asked)`, seconds: (performance.now() - started) / 1000, most };
}
