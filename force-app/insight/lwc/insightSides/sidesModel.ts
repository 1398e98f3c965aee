/** Both sides' promises and what became of them. Pure. */
import { figure, percent } from 'c/insightFormats';
import { BAR_WIDTH, fine, within } from 'c/insightGeometry';
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface ItemLine {
    readonly key: string;
    readonly label: string;
    readonly actual: string;
    readonly agreed: string;
    readonly ratio: string;
    readonly weight: string;
    readonly width: number;
    readonly barClass: string;
    readonly state: string;
    readonly icon: string;
    readonly metricId: string | undefined;
}

export interface SideCard {
    readonly key: string;
    readonly label: string;
    readonly score: string;
    readonly weight: string;
    readonly items: readonly ItemLine[];
}

function itemLine(item: Apex.ScoreItem, index: number): ItemLine {
    const { ratio } = item;
    const isKept = ratio != null && ratio >= 1;
    return {
        key: String(index),
        label: item.label ?? '',
        actual: figure(item.actual, item.unit),
        agreed: fill(labels.Agreed, figure(item.agreed, item.unit)),
        ratio: percent(ratio),
        weight: fill(labels.Weight, percent(item.weight)),
        width: fine(BAR_WIDTH * within(ratio)),
        barClass: isKept ? 'bar kept' : 'bar',
        state: ratio == null ? labels.NoCases : isKept ? labels.Kept : labels.NotKept,
        icon: ratio == null ? 'utility:dash' : isKept ? 'utility:success' : 'utility:warning',
        metricId: item.metricId
    };
}

export function sideCards(sides: readonly Apex.ScoreSide[]): SideCard[] {
    return sides.map((side, index) => ({
        key: side.key ?? String(index),
        label: side.label ?? '',
        score: percent(side.score),
        weight: fill(labels.Weight, percent(side.weight)),
        items: (side.items ?? []).map(itemLine)
    }));
}
