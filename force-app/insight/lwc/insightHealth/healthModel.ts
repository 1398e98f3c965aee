/** A health score in words. Pure. */
import type { CsvRow } from 'c/insightExport';
import { decimal, percent } from 'c/insightFormats';
import { signed, type Step } from 'c/insightWaterfall';
import { fill } from 'c/labelText';
import { dateWords } from 'c/timeWords';
import { labels } from './labels';

export interface BandWords {
    readonly words: string;
    readonly icon: string;
    readonly variant: string;
}

export interface DimensionRow {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly score: string;
    readonly weight: string;
    readonly moved: string;
    /** How it is counted and where it comes from, or why it is missing and what will supply it. */
    readonly notes: readonly { readonly key: string; readonly text: string }[];
    readonly isMissing: boolean;
    readonly isPresent: boolean;
}

const DIGITS = 2;
const NOTHING_MOVED = 0.005;

/** The band in words plus icon; colour never says it alone. */
export function bandWords(band: string | null | undefined): BandWords {
    switch (band) {
        case 'strong':
            return { words: labels.Strong, icon: 'utility:success', variant: 'success' };
        case 'watch':
            return { words: labels.Watch, icon: 'utility:preview', variant: '' };
        case 'risk':
            return { words: labels.Risk, icon: 'utility:warning', variant: 'warning' };
        default:
            return { words: labels.None, icon: 'utility:dash', variant: '' };
    }
}

/** Where the score goes, with points per quarter; why not when that cannot be said. */
export function directionWords({ direction, slope, trend }: Apex.HealthView): string {
    const points = slope == null ? '' : signed(slope);
    switch (direction) {
        case 'improving':
            return fill(labels.Improving, points);
        case 'declining':
            return fill(labels.Declining, points);
        case 'stable':
            return fill(labels.Stable, points);
        default:
            return (trend ?? []).length > 1 ? labels.NotComparable : '';
    }
}

/** `+8.39 points since Q1 2026`; empty without a comparable quarter before. */
export function changeWords({ change, beforeLabel }: Apex.HealthView): string {
    return change == null ? '' : fill(labels.Change, signed(change), beforeLabel ?? '');
}

/** How much of the score is known, and what that means. */
export function coverageWords({ score, coverage, coverageMinimum, dimensionsMinimum }: Apex.HealthView): string {
    if (score == null) {
        return fill(labels.TooLittle, coverage ?? 0, coverageMinimum ?? 0, dimensionsMinimum ?? 0);
    }
    return coverage === 100 ? fill(labels.Coverage, 100) : fill(labels.Incomplete, coverage ?? 0);
}

/** What moved the score; what rounding leaves over is a step of its own, so that the steps lead from one to the other. */
export function stepsOf({ dimensions, change }: Apex.HealthView): Step[] {
    const steps = (dimensions ?? [])
        .filter(({ moved }) => moved != null)
        .map(({ name = '', label = '', moved }) => ({ key: name, label, points: moved ?? 0 }));
    const rest = (change ?? 0) - steps.reduce((sum, { points }) => sum + points, 0);
    return Math.abs(rest) < NOTHING_MOVED
        ? steps
        : [...steps, { key: 'rest', label: labels.Rounding, points: Math.round(rest * 100) / 100 }];
}

/** Every dimension, missing ones included. */
export function dimensionRows(dimensions: readonly Apex.HealthDimension[]): DimensionRow[] {
    return dimensions.map((dimension) => {
        const isMissing = dimension.score == null;
        const texts = isMissing || dimension.isNotAsked ? [dimension.missing] : sourceTexts(dimension);
        return {
            key: dimension.name ?? '',
            label: dimension.label ?? '',
            value: dimension.isNotAsked ? labels.NotAsked : isMissing ? labels.Missing : valueWords(dimension),
            score: decimal(dimension.score, 1),
            weight: `${decimal(dimension.weight, DIGITS)} %`,
            moved: dimension.moved == null ? '' : signed(dimension.moved),
            notes: [dimension.counting, ...texts, boundsWords(dimension)]
                .filter((text): text is string => Boolean(text))
                .map((text, index) => ({ key: String(index), text })),
            isMissing,
            isPresent: !isMissing
        };
    });
}

function sourceTexts({ source, measuredOn, n, isCarried }: Apex.HealthDimension): string[] {
    const texts = [fill(labels.From, source ?? '', measuredOn ? dateWords(measuredOn) : '')];
    if (n) {
        texts.push(fill(labels.Cases, n));
    }
    if (isCarried) {
        texts.push(labels.Carried);
    }
    return texts;
}

function boundsWords({ floor, target, unit }: Apex.HealthDimension): string {
    return fill(labels.Bounds, inUnit(floor, unit), inUnit(target, unit));
}

function valueWords({ value, unit }: Apex.HealthDimension): string {
    return inUnit(value, unit);
}

function inUnit(value: number | null | undefined, unit: string | null | undefined): string {
    if (unit === 'percent') {
        return percent(value);
    }
    return value == null ? decimal(value) : fill(labels.Points, decimal(value, DIGITS));
}

export const HEALTH_HEADS = [
    labels.ColumnDimension,
    labels.ColumnValue,
    labels.Unit,
    labels.Score,
    labels.Weight,
    labels.Floor,
    labels.Target,
    labels.ColumnN,
    labels.MeasuredOn,
    labels.Source
] as const;

/** The dimensions with bare values; what is missing is blank. */
export function healthCsv(dimensions: readonly Apex.HealthDimension[]): CsvRow[] {
    return dimensions.map(({ label, value, unit, score, weight, floor, target, n, measuredOn, source }) => [
        label,
        value,
        unit,
        score,
        weight,
        floor,
        target,
        n,
        measuredOn,
        source
    ]);
}
