/** A line over time in a small picture. Pure. */
import { decimal } from 'c/insightFormats';
import { fine } from 'c/insightGeometry';

export interface LinePoint {
    readonly label: string;
    readonly value: number | null;
    /** The same under other rules; null where there is none. */
    readonly second?: number | null;
}

export interface Dot {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly labelAt: number;
    readonly text: string;
}

export interface Line {
    readonly paths: readonly { readonly key: string; readonly points: string }[];
    readonly dots: readonly Dot[];
}

export const WIDTH = 320;
export const HEIGHT = 120;
export const BASE = 100;
const TOP = 18;
const SIDE = 24;
const LABEL_ABOVE = 6;
const DIGITS = 2;

/** Where the columns of the points stand. */
export function columns(points: readonly LinePoint[]): { key: string; x: number; label: string }[] {
    return points.map(({ label }, index) => ({ key: String(index), x: xOf(index, points.length), label }));
}

/** A line through values from 0 to a maximum; a missing value leaves a gap. */
export function lineOf(values: readonly (number | null | undefined)[], maximum: number): Line {
    const dots: (Dot | undefined)[] = values.map((value, index) => {
        if (value == null) return undefined;
        const y = fine(BASE - (Math.min(Math.max(value, 0), maximum) / maximum) * (BASE - TOP));
        return {
            key: String(index),
            x: xOf(index, values.length),
            y,
            labelAt: fine(y - LABEL_ABOVE),
            text: decimal(value, DIGITS)
        };
    });
    const runs: Dot[][] = [[]];
    for (const dot of dots) {
        if (dot === undefined) {
            runs.push([]);
        } else {
            runs.at(-1)?.push(dot);
        }
    }
    return {
        paths: runs
            .filter((run) => run.length > 1)
            .map((run) => ({ key: run[0]?.key ?? '', points: run.map(({ x, y }) => `${x},${y}`).join(' ') })),
        dots: dots.filter((dot) => dot !== undefined)
    };
}

function xOf(index: number, count: number): number {
    return count < 2 ? WIDTH / 2 : fine(SIDE + (index * (WIDTH - 2 * SIDE)) / (count - 1));
}
