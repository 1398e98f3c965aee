/** Reasons as bars with their cumulative line. Pure. */
import { count, percent } from 'c/insightFormats';
import { fine, within } from 'c/insightGeometry';
import { labels } from './labels';

export interface Reason {
    readonly key: string;
    readonly label: string;
    /** Marketing, Sales, Neutral or Routing. */
    readonly side: string;
    readonly count: number;
    /** Of all, 0 to 1. */
    readonly share: number;
    /** Of this and all before it, 0 to 1. */
    readonly cumulative: number;
}

export interface ReasonRow {
    readonly key: string;
    readonly number: string;
    readonly label: string;
    readonly side: string;
    readonly swatch: string;
    readonly count: string;
    readonly share: string;
    readonly cumulative: string;
}

export interface ReasonBar {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly className: string;
    readonly number: string;
    readonly middle: number;
}

export interface SideTotal {
    readonly key: string;
    readonly words: string;
    readonly swatch: string;
}

export const WIDTH = 300;
export const HEIGHT = 130;
export const BASE = 112;
const TOP = 6;
const GAP = 0.25;

const NEUTRAL = 'Neutral';
const SIDES: Readonly<Record<string, string>> = {
    Marketing: labels.SideMarketing,
    Sales: labels.SideSales,
    Routing: labels.SideRouting,
    [NEUTRAL]: labels.SideNeither
};

function sideOf(side: string): string {
    return SIDES[side] ? side : NEUTRAL;
}

function sideWords(side: string): string {
    return SIDES[side] ?? labels.SideNeither;
}

function classOf(side: string): string {
    return `side-${sideOf(side).toLowerCase()}`;
}

/** Bars stand on one scale with the line: the full height is all reasons together, as a Pareto chart has it. */
export function reasonBars(reasons: readonly Reason[]): ReasonBar[] {
    const slot = WIDTH / Math.max(reasons.length, 1);
    return reasons.map((reason, index) => {
        const height = within(reason.share) * (BASE - TOP);
        return {
            key: reason.key,
            x: fine(slot * (index + GAP / 2)),
            y: fine(BASE - height),
            width: fine(slot * (1 - GAP)),
            height: fine(height),
            className: classOf(reason.side),
            number: String(index + 1),
            middle: fine(slot * (index + 0.5))
        };
    });
}

/** Points of the cumulative line, over the middle of each bar. */
export function cumulativeLine(reasons: readonly Reason[]): string {
    const slot = WIDTH / Math.max(reasons.length, 1);
    return reasons
        .map((reason, index) => {
            const y = BASE - within(reason.cumulative) * (BASE - TOP);
            return `${fine(slot * (index + 0.5))},${fine(y)}`;
        })
        .join(' ');
}

export function reasonRows(reasons: readonly Reason[]): ReasonRow[] {
    return reasons.map((reason, index) => ({
        key: reason.key,
        number: String(index + 1),
        label: reason.label,
        side: sideWords(reason.side),
        swatch: `swatch ${classOf(reason.side)}`,
        count: count(reason.count),
        share: percent(reason.share),
        cumulative: percent(reason.cumulative)
    }));
}

/** How many each side has to answer for. */
export function sideTotals(reasons: readonly Reason[]): SideTotal[] {
    const totals = new Map<string, number>();
    for (const reason of reasons) {
        const key = sideOf(reason.side);
        totals.set(key, (totals.get(key) ?? 0) + reason.count);
    }
    return [...totals]
        .sort(([, one], [, other]) => other - one)
        .map(([key, total]) => ({
            key,
            words: `${sideWords(key)}: ${count(total)}`,
            swatch: `swatch ${classOf(key)}`
        }));
}
