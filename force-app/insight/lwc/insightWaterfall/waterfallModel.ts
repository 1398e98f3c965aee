/** Steps from one score to the next as floating bars. Pure. */
import { decimal } from 'c/insightFormats';
import { fine } from 'c/insightGeometry';

export interface Step {
    readonly key: string;
    readonly label: string;
    /** Points by which it moved the score. */
    readonly points: number;
}

export interface WaterfallRow {
    readonly key: string;
    readonly label: string;
    readonly x: number;
    readonly width: number;
    readonly className: string;
    readonly words: string;
}

export interface Scale {
    readonly low: number;
    readonly high: number;
}

export const WIDTH = 100;
const STEP = 5;
const DIGITS = 2;
const THINNEST = 0.6;

/** The ends of the axis: round numbers around everything that is drawn. */
export function scaleOf(before: number, steps: readonly Step[], after: number): Scale {
    const reached = [before, after];
    steps.reduce((at, step) => {
        reached.push(at + step.points);
        return at + step.points;
    }, before);
    const low = Math.floor(Math.min(...reached) / STEP - 1) * STEP;
    const high = Math.ceil(Math.max(...reached) / STEP + 1) * STEP;
    return { low: Math.max(0, low), high: Math.min(100, high) };
}

/** Points of a column stand one below the other, so all have the same digits. */
function fixed(points: number): string {
    return decimal(points, DIGITS, DIGITS);
}

/** The score before, each step from where the one before ended, and the score after. */
export function waterfallRows(
    before: Step,
    steps: readonly Step[],
    after: Step
): { rows: WaterfallRow[]; scale: Scale } {
    const scale = scaleOf(before.points, steps, after.points);
    const at = (score: number): number => ((score - scale.low) / (scale.high - scale.low || 1)) * WIDTH;
    const whole = (step: Step): WaterfallRow => ({
        key: step.key,
        label: step.label,
        x: 0,
        width: fine(at(step.points)),
        className: 'whole',
        words: fixed(step.points)
    });
    let from = before.points;
    const moved = steps.map((step) => {
        const until = from + step.points;
        const row = {
            key: step.key,
            label: step.label,
            x: fine(at(Math.min(from, until))),
            width: fine(Math.max(at(Math.max(from, until)) - at(Math.min(from, until)), THINNEST)),
            className: step.points < 0 ? 'fall' : 'rise',
            words: signed(step.points, fixed)
        };
        from = until;
        return row;
    });
    return { rows: [whole(before), ...moved, whole(after)], scale };
}

/** `+8.39`, `−1.2`, `0`: a true minus, so that it is read as one. */
export function signed(points: number, say = (value: number): string => decimal(value, DIGITS)): string {
    const text = say(Math.abs(points));
    return points > 0 ? `+${text}` : points < 0 ? `−${text}` : text;
}
