/** Lines of a bar list as shapes. Pure. */
import { BAR_HEIGHT, BAR_WIDTH, barPath, fine, hatch, within } from 'c/insightGeometry';
import type { BarLine, BarShape } from './insightBars';

export interface DrawnLine extends BarLine {
    readonly bar: string;
    readonly barClass: string;
    /** Lines of what is not settled; empty for what is. */
    readonly hatch: string;
    /** From the low to the high end of the interval, with its ends; empty without one. */
    readonly interval: string;
}

const WHISKER = 2;

/** Every line drawn; a funnel narrows towards the next line. */
export function drawnLines(lines: readonly BarLine[], shape: BarShape): DrawnLine[] {
    const isFunnel = shape === 'funnel';
    return lines.map((line, index) => {
        const share = within(line.share);
        const next = isFunnel ? within(lines[index + 1]?.share ?? line.share) : share;
        const isYoung = line.tone === 'young';
        const left = isFunnel ? (BAR_WIDTH * (1 - share)) / 2 : 0;
        return {
            ...line,
            detail: glued(line.detail),
            note: glued(line.note),
            bar: !line.share ? '' : barPath(share, next, isFunnel),
            barClass: `bar ${line.tone ?? 'plain'}`,
            hatch: isYoung && line.share != null ? hatch(left, left + BAR_WIDTH * share) : '',
            interval: intervalPath(line)
        };
    });
}

/** A number and its unit stay on one line. */
function glued(text = ''): string {
    return text.replace(/(\d) (?=[%\p{L}])/gu, '$1\u00A0');
}

function intervalPath({ low, high }: BarLine): string {
    if (low == null || high == null) {
        return '';
    }
    const middle = BAR_HEIGHT / 2;
    const [from, to] = [low, high].map((end) => fine(BAR_WIDTH * within(end)));
    const end = (x: number | undefined): string => `M${x} ${middle - WHISKER}L${x} ${middle + WHISKER}`;
    return `M${from} ${middle}L${to} ${middle}${end(from)}${end(to)}`;
}
