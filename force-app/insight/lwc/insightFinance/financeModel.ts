/** Finance figures and inputs in words. Pure. */
import { decimal, figure, money, percent } from 'c/insightFormats';
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface FigureRow {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    /** The numbers in it, or which inputs are missing. */
    readonly words: string;
    readonly formula: string;
    readonly isMissing: boolean;
}

export interface CampaignRow {
    readonly key: string;
    readonly name: string;
    readonly revenue: string;
    readonly cost: string;
    readonly back: string;
    readonly times: string;
}

export interface InputRow {
    readonly key: string;
    readonly label: string;
    readonly quarter: string;
    readonly value: string;
    readonly source: string;
    readonly removeText: string;
}

const CENTS = 2;

/** Every figure; one that cannot be computed says what is missing. */
export function figureRows({ figures, currencyCode }: Apex.FinanceView): FigureRow[] {
    return (figures ?? []).map(({ id = '', label = '', value, unit, facts, missing, formula }) => ({
        key: id,
        label,
        value: unit === 'money' ? money(value, currencyCode, CENTS) : figure(value, unit, currencyCode),
        words: missing || (facts ?? ''),
        formula: formula ?? '',
        isMissing: Boolean(missing)
    }));
}

export function campaignRows({ campaigns, currencyCode }: Apex.FinanceView): CampaignRow[] {
    return (campaigns ?? []).map(({ campaignId, name, revenue, cost, returnOnCost, revenuePerCost }) => ({
        key: campaignId ?? '',
        name: name ?? '',
        revenue: money(revenue, currencyCode),
        cost: money(cost, currencyCode),
        back: percent(returnOnCost),
        times: revenuePerCost == null ? '' : fill(labels.Times, decimal(revenuePerCost, CENTS))
    }));
}

export function inputRows({ inputs, currencyCode }: Apex.FinanceView): InputRow[] {
    return (inputs ?? []).map(({ id, kind, quarter, campaignName, value, isPercent, source }) => {
        const label = [kind, campaignName].filter(Boolean).join(' · ');
        return {
            key: id ?? '',
            label,
            quarter: quarter ?? '',
            value: isPercent ? `${decimal(value, CENTS)} %` : money(value, currencyCode),
            source: source ?? '',
            removeText: fill(labels.Remove, label, quarter ?? '')
        };
    });
}
