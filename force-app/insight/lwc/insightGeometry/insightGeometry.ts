/** Shapes of charts as numbers and paths. Pure. */

/** A bar is drawn in a space this wide and this high; the page stretches it. */
export const BAR_WIDTH = 100;
export const BAR_HEIGHT = 10;
/** Distance of the lines that stand for what is not settled. */
const HATCH_STEP = 3;
const DIGITS = 100;

/** A number that a picture can use: two digits are finer than a pixel. */
export function fine(value: number): number {
    return Math.round(value * DIGITS) / DIGITS;
}

/** Between 0 and 1; 0 of nothing. */
export function within(share: number | null | undefined): number {
    return Math.min(1, Math.max(0, share ?? 0));
}

/** Part of a whole; null without a whole. */
export function shareOf(part: number | null | undefined, whole: number | null | undefined): number | null {
    return part == null || !whole ? null : part / whole;
}

/** A scale's end: the smallest of 1, 2, 2.5, 5 times a power of ten that holds the largest value. */
export function niceMaximum(largest: number): number {
    if (largest <= 0) {
        return 1;
    }
    const power = 10 ** Math.floor(Math.log10(largest));
    return ([1, 2, 2.5, 5, 10].find((step) => step * power >= largest) ?? 10) * power;
}

/** Slanted lines from one x to another over the height of a bar: unsettled, whatever the colour. */
export function hatch(from: number, to: number, top = 0, height = BAR_HEIGHT): string {
    const lines: string[] = [];
    for (let x = from; x < to; x += HATCH_STEP) {
        const end = Math.min(x + HATCH_STEP, to);
        const reached = height * ((end - x) / HATCH_STEP);
        lines.push(`M${fine(x)} ${fine(top + height)}L${fine(end)} ${fine(top + height - reached)}`);
    }
    return lines.join('');
}

/** A bar from the left, or in the middle; its other end may be of another width. */
export function barPath(start: number, end = start, isCentred = false): string {
    const shape = (share: number): readonly [number, number] => {
        const width = BAR_WIDTH * within(share);
        const left = isCentred ? (BAR_WIDTH - width) / 2 : 0;
        return [fine(left), fine(left + width)];
    };
    const [topLeft, topRight] = shape(start);
    const [bottomLeft, bottomRight] = shape(end);
    return `M${topLeft} 0L${topRight} 0L${bottomRight} ${BAR_HEIGHT}L${bottomLeft} ${BAR_HEIGHT}Z`;
}
