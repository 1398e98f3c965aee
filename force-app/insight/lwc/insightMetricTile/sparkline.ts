/** Points of a trend as a line in a small picture. Pure. */

export const WIDTH = 120;
export const HEIGHT = 32;
const MARGIN = 3;

export interface Spark {
    /** Lines between neighbours that both have a value; a gap stays a gap. */
    readonly lines: readonly { readonly key: string; readonly points: string }[];
    readonly dots: readonly { readonly key: string; readonly x: number; readonly y: number }[];
}

/** Rates from 0 to 1, oldest first; a missing rate leaves a gap. */
export function sparkOf(rates: readonly (number | null | undefined)[]): Spark {
    const step = rates.length > 1 ? (WIDTH - 2 * MARGIN) / (rates.length - 1) : 0;
    const points = rates.map((rate, index) =>
        rate == null
            ? undefined
            : {
                  key: String(index),
                  x: round(MARGIN + index * step),
                  y: round(HEIGHT - MARGIN - rate * (HEIGHT - 2 * MARGIN))
              }
    );
    const runs: { x: number; y: number; key: string }[][] = [[]];
    for (const point of points) {
        if (point === undefined) {
            runs.push([]);
        } else {
            runs.at(-1)?.push(point);
        }
    }
    return {
        lines: runs
            .filter((run) => run.length > 1)
            .map((run) => ({ key: run[0]?.key ?? '', points: run.map(({ x, y }) => `${x},${y}`).join(' ') })),
        dots: points.filter((point) => point !== undefined)
    };
}

function round(value: number): number {
    return Math.round(value * 10) / 10;
}
