import { api, wire } from 'lwc';
import getHealth from '@salesforce/apex/HealthController.getHealth';
import type { Choice } from 'c/insightChoices';
import type { CsvRow } from 'c/insightExport';
import { decimal } from 'c/insightFormats';
import type { LinePoint } from 'c/insightLine';
import type { Step } from 'c/insightWaterfall';
import InsightWidget, { type Told } from 'c/insightWidget';
import { fill } from 'c/labelText';
import { dateWords } from 'c/timeWords';
import {
    bandWords,
    changeWords,
    coverageWords,
    dimensionRows,
    directionWords,
    healthCsv,
    HEALTH_HEADS,
    stepsOf,
    type BandWords,
    type DimensionRow
} from './healthModel';
import { labels } from './labels';

const COMPANY = 'Company';
const LEVEL = 'level';
const SEPARATOR = '|';

/** The Alignment Health Score, with everything that went into it. Stands on home and app pages. */
export default class InsightHealth extends InsightWidget<Apex.HealthView> {
    /** Whom the score is about at first: Company, Region or Team. */
    @api level?: string;
    /** Name of the region or team; blank for the company. */
    @api key?: string;

    readonly labels = labels;

    @wire(getHealth, { level: '$shownLevel', key: '$shownKey' })
    wiredHealth(result: Platform.WireResult<Apex.HealthView>): void {
        this.result = result;
    }

    protected override get isAnswered(): boolean {
        const { level, key } = this.data.level ?? {};
        return (level ?? this.shownLevel) === this.shownLevel && (key ?? '') === this.shownKey;
    }

    /** The score says itself as of when it is. */
    protected override get told(): Told {
        return {};
    }

    protected override get choices(): Choice[] {
        const options = (this.data.levels ?? []).map(({ level = '', key, label = '' }) => ({
            label,
            value: level + SEPARATOR + (key ?? '')
        }));
        return options.length > 1 ? [{ key: LEVEL, label: labels.Level, value: this.whom, options }] : [];
    }

    protected override get csvHeads(): readonly string[] {
        return HEALTH_HEADS;
    }

    protected override get csvRows(): CsvRow[] {
        return healthCsv(this.view.dimensions ?? []);
    }

    get shownLevel(): string {
        return this.whom.split(SEPARATOR)[0] || COMPANY;
    }

    get shownKey(): string {
        return this.whom.split(SEPARATOR)[1] ?? '';
    }

    get view(): Apex.HealthView {
        return this.data;
    }

    override get empty(): string {
        return this.view.quarterLabel ? '' : labels.Empty;
    }

    get score(): string {
        return decimal(this.view.score, 2);
    }

    get hasScore(): boolean {
        return this.view.score != null;
    }

    get band(): BandWords {
        return bandWords(this.view.band);
    }

    get coverage(): string {
        return coverageWords(this.view);
    }

    get change(): string {
        return changeWords(this.view);
    }

    get direction(): string {
        return directionWords(this.view);
    }

    get asOf(): string {
        const { asOf, quarterLabel = '', isRunning } = this.view;
        return fill(isRunning ? labels.Running : labels.AsOf, quarterLabel ?? '', asOf ? dateWords(asOf) : '');
    }

    get version(): string {
        return fill(labels.Version, this.view.version ?? 0);
    }

    get late(): string {
        return this.view.status?.isHealthy === false ? (this.view.status.message ?? '') : '';
    }

    get points(): LinePoint[] {
        return (this.view.trend ?? []).map(({ label = '', score, recomputed }) => ({
            label: label ?? '',
            value: score ?? null,
            second: recomputed ?? null
        }));
    }

    get hasTrend(): boolean {
        return this.points.filter(({ value, second }) => value != null || second != null).length > 1;
    }

    get hasMoved(): boolean {
        return this.view.change != null;
    }

    get before(): Step {
        return { key: 'before', label: this.view.beforeLabel ?? '', points: this.view.beforeScore ?? 0 };
    }

    get after(): Step {
        return { key: 'after', label: this.view.quarterLabel ?? '', points: this.view.score ?? 0 };
    }

    get steps(): Step[] {
        return stepsOf(this.view);
    }

    get movedText(): string {
        return fill(labels.Moved, this.view.beforeLabel ?? '', this.view.quarterLabel ?? '');
    }

    get rows(): DimensionRow[] {
        return dimensionRows(this.view.dimensions ?? []);
    }

    /** Level and name of whom the score is about. */
    private get whom(): string {
        return this.chosen[LEVEL] ?? (this.level || COMPANY) + SEPARATOR + (this.key ?? '');
    }
}
