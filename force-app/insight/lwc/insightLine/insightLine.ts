import { api, LightningElement } from 'lwc';
import { decimal } from 'c/insightFormats';
import { labels } from './labels';
import { BASE, columns, HEIGHT, lineOf, WIDTH, type Line, type LinePoint } from './lineModel';

export type { LinePoint };

interface Row {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly second: string;
}

/** Values over time as a line, each written beside its dot, with a table for those who do not see it. */
export default class InsightLine extends LightningElement {
    /** Name of the picture and of its table. */
    @api caption = '';
    /** Points, the earliest first. */
    @api points: readonly LinePoint[] = [];
    /** Upper end of the scale; the lower is 0. */
    @api maximum = 100;
    /** Names of the lines; the second only where points have a second value. */
    @api name = '';
    @api secondName = '';

    readonly labels = labels;
    readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
    readonly width = WIDTH;
    readonly base = BASE;
    readonly namesAt = HEIGHT - 6;

    get columns(): { key: string; x: number; label: string }[] {
        return columns(this.points);
    }

    get line(): Line {
        return lineOf(
            this.points.map(({ value }) => value),
            this.maximum
        );
    }

    get second(): Line {
        return lineOf(
            this.points.map(({ second }) => second),
            this.maximum
        );
    }

    get hasSecond(): boolean {
        return this.points.some(({ second }) => second != null);
    }

    get rows(): Row[] {
        return this.points.map(({ label, value, second }, index) => ({
            key: String(index),
            label,
            value: decimal(value, 2),
            second: decimal(second, 2)
        }));
    }
}
