/** The same revenue split by several models, side by side. Pure. */
import { money, percent } from 'c/insightFormats';
import { BAR_HEIGHT, BAR_WIDTH, fine, within } from 'c/insightGeometry';
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface SpreadCell {
    readonly amount?: number | null | undefined;
    /** Of all won revenue, 0 to 1. */
    readonly share?: number | null | undefined;
}

export interface SpreadLine {
    readonly key: string;
    readonly label: string;
    /** A record to open; none for channels, regions and revenue without a touch. */
    readonly recordId?: string | undefined;
    readonly cells: readonly SpreadCell[];
    /** Largest share less smallest, 0 to 1. */
    readonly spread: number;
}

export interface DrawnCell {
    readonly key: string;
    readonly amount: string;
    readonly share: string;
    readonly width: number;
    readonly openText: string;
    /** Line and model, to find the credits. */
    readonly line: string;
    readonly model: string;
}

export interface DrawnSpread {
    readonly key: string;
    readonly label: string;
    readonly recordId: string | undefined;
    readonly cells: readonly DrawnCell[];
    readonly spread: string;
    readonly isHigh: boolean;
}

/** From this spread on a line depends on the model more than on what happened. */
const HIGH_SPREAD = 0.1;

export interface ModelHead {
    readonly key: string;
    readonly label: string;
}

export function drawnSpreads(
    lines: readonly SpreadLine[],
    models: readonly ModelHead[],
    currencyCode: string | undefined,
    digits: number
): DrawnSpread[] {
    const largest = Math.max(0, ...lines.flatMap((line) => line.cells.map((cell) => cell.share ?? 0)));
    return lines.map((line) => ({
        key: line.key,
        label: line.label,
        recordId: line.recordId,
        cells: models.map((model, place) => {
            const cell = line.cells[place];
            const amount = money(cell?.amount ?? 0, currencyCode, digits);
            return {
                key: model.key,
                amount,
                share: percent(cell?.share),
                width: fine(BAR_WIDTH * within(largest ? (cell?.share ?? 0) / largest : 0)),
                openText: fill(labels.CreditsOf, line.label, model.label, amount),
                line: line.key,
                model: model.key
            };
        }),
        spread: fill(labels.Points, percent(line.spread).replace(' %', '')),
        isHigh: line.spread >= HIGH_SPREAD
    }));
}

export const CELL_BOX = `0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`;
