/** Stages of a cohort as a funnel. Pure. */
import type { BarLine } from 'c/insightBars';
import type { CsvRow } from 'c/insightExport';
import { bandOf, count, percent } from 'c/insightFormats';
import { shareOf } from 'c/insightGeometry';
import { fill } from 'c/labelText';
import { labels } from './labels';

type Steps = readonly Apex.FunnelStep[];

export function funnelLines(steps: Steps): BarLine[] {
    const first = steps[0]?.count;
    return steps.map((step, index) => {
        const isJudged = index > 0 && (step.band !== undefined || step.targetLow != null);
        const band = bandOf({ ...step, unit: 'percent' });
        return {
            key: step.metricId ?? step.key ?? '',
            label: step.label ?? '',
            share: shareOf(step.count, first),
            figure: count(step.count),
            detail: [
                index > 0 ? fill(labels.OfStepBefore, percent(step.rate)) : '',
                step.young ? fill(labels.StepYoung, count(step.young)) : ''
            ]
                .filter(Boolean)
                .join(' · '),
            ...(isJudged ? { note: band.words, icon: band.icon, iconVariant: band.iconVariant } : {})
        };
    });
}

export const FUNNEL_HEADS = [
    labels.ColumnStage,
    labels.ColumnCount,
    labels.ColumnRate,
    labels.TargetFrom,
    labels.TargetTo,
    labels.ColumnYoung
] as const;

export function funnelRows(steps: Steps): CsvRow[] {
    return steps.map((step) => [step.label, step.count, step.rate, step.targetLow, step.targetHigh, step.young]);
}
