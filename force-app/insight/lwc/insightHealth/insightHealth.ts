import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getHealth from '@salesforce/apex/HealthController.getHealth';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { decimal } from 'c/insightFormats';
import type { LinePoint } from 'c/insightLine';
import type { Step } from 'c/insightWaterfall';
import { fill } from 'c/labelText';
import { dateWords } from 'c/timeWords';
import {
    bandWords,
    changeWords,
    coverageWords,
    dimensionRows,
    directionWords,
    stepsOf,
    type BandWords,
    type DimensionRow
} from './healthModel';
import { labels } from './labels';

const COMPANY = 'Company';
const SEPARATOR = '|';

/** The Alignment Health Score, with everything that went into it. Stands on home and app pages. */
export default class InsightHealth extends LightningElement {
    readonly labels = labels;
    private chosenLevel = COMPANY;
    private chosenKey = '';
    private health: Platform.WireResult<Apex.HealthView> = {};
    private refreshId?: number | string;

    /** Company, Region or Team. */
    @api
    get level(): string {
        return this.chosenLevel;
    }

    set level(level: string | undefined) {
        this.chosenLevel = level || COMPANY;
    }

    /** Name of the region or team. */
    @api
    get key(): string {
        return this.chosenKey;
    }

    set key(key: string | undefined) {
        this.chosenKey = key ?? '';
    }

    @wire(getHealth, { level: '$level', key: '$key' })
    wiredHealth(result: Platform.WireResult<Apex.HealthView>): void {
        this.health = result;
    }

    get view(): Apex.HealthView {
        return this.health.data ?? {};
    }

    get error(): unknown {
        return this.health.error;
    }

    get isLoading(): boolean {
        return this.health.data === undefined && this.error === undefined;
    }

    get isEmpty(): boolean {
        return !this.view.quarterLabel;
    }

    get levels(): { label: string; value: string }[] {
        return (this.view.levels ?? []).map(({ level = '', key, label = '' }) => ({
            label,
            value: level + SEPARATOR + (key ?? '')
        }));
    }

    get hasLevels(): boolean {
        return this.levels.length > 1;
    }

    get levelValue(): string {
        return this.level + SEPARATOR + this.key;
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

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => this.readAgain());
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleLevel(event: CustomEvent<{ value: string }>): void {
        const [level = COMPANY, key = ''] = event.detail.value.split(SEPARATOR);
        this.chosenLevel = level;
        this.chosenKey = key;
    }

    handleRetry(): void {
        void this.readAgain();
    }

    private async readAgain(): Promise<void> {
        await refreshApex(this.health);
    }
}
