/** How many took how long, as bars on a scale of time. Pure. */
import { count, decimal } from 'c/insightFormats';
import { fine, niceMaximum } from 'c/insightGeometry';

export interface Bucket {
    /** Days, from and up to, the end excluded. */
    readonly from: number;
    readonly to: number;
    readonly count: number;
    /** The same in words. */
    readonly label: string;
}

export interface Column {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

export interface Mark {
    readonly key: string;
    readonly x: number;
    readonly className: string;
}

export interface Tick {
    readonly key: string;
    readonly x: number;
    readonly text: string;
    readonly anchor: string;
}

export interface BucketRow {
    readonly key: string;
    readonly range: string;
    readonly count: string;
}

export const WIDTH = 300;
export const HEIGHT = 120;
export const BASE = 102;
const TOP = 4;
const GAP = 1.5;
const TICKS = 4;

function span(buckets: readonly Bucket[]): readonly [number, number] {
    return [buckets[0]?.from ?? 0, Math.max(buckets.at(-1)?.to ?? 1, (buckets[0]?.from ?? 0) + 1)];
}

/** Where a number of days stands; beyond the last bucket is its edge. */
function placeOf(days: number, buckets: readonly Bucket[]): number {
    const [start, end] = span(buckets);
    return (WIDTH * Math.min(Math.max(days - start, 0), end - start)) / (end - start);
}

export function columns(buckets: readonly Bucket[]): Column[] {
    const top = niceMaximum(Math.max(0, ...buckets.map((bucket) => bucket.count)));
    return buckets.map((bucket) => {
        const left = placeOf(bucket.from, buckets);
        const height = (bucket.count / top) * (BASE - TOP);
        return {
            key: String(bucket.from),
            x: fine(left + GAP / 2),
            y: fine(BASE - height),
            width: fine(Math.max(placeOf(bucket.to, buckets) - left - GAP, 0)),
            height: fine(height)
        };
    });
}

/** Lines at median and P90; the mean is a number, and draws nobody's eye. */
export function marks(buckets: readonly Bucket[], median?: number | null, p90?: number | null): Mark[] {
    return [
        { key: 'median', days: median },
        { key: 'p90', days: p90 }
    ].flatMap(({ key, days }) => (days == null ? [] : [{ key, className: key, x: fine(placeOf(days, buckets)) }]));
}

/** A few round places on the scale. */
export function ticks(buckets: readonly Bucket[]): Tick[] {
    const [start, end] = span(buckets);
    return Array.from({ length: TICKS + 1 }, (_, index) => {
        const days = start + ((end - start) * index) / TICKS;
        return {
            key: String(index),
            x: fine((WIDTH * index) / TICKS),
            text: decimal(days, 0),
            anchor: index === 0 ? 'start' : index === TICKS ? 'end' : 'middle'
        };
    });
}

export function bucketRows(buckets: readonly Bucket[]): BucketRow[] {
    return buckets.map((bucket) => ({
        key: String(bucket.from),
        range: bucket.label,
        count: count(bucket.count)
    }));
}
