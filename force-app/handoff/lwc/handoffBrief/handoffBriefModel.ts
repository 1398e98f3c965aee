/** Lines of the brief, made of what is known. Pure. */
import LOCALE from '@salesforce/i18n/locale';
import { fill } from 'c/labelText';
import { instantOf, nearTime } from 'c/timeWords';
import { labels } from './labels';

export interface BriefLine {
    readonly key: string;
    readonly term: string;
    readonly text: string;
}

/** The lead's own facts in the order a rep asks for them; lines without a fact are left out. */
export function briefLines(brief: Apex.Brief, now: number): BriefLine[] {
    const whyNowAt = instantOf(brief.whyNowAt);
    const where = [
        brief.institutionName ?? brief.company,
        brief.institutionType,
        brief.beds ? fill(labels.Beds, brief.beds.toLocaleString(LOCALE)) : '',
        brief.tier ? fill(labels.Account, brief.tier) : ''
    ];
    return [
        {
            key: 'whyNow',
            term: labels.WhyNow,
            parts: [brief.whyNow, brief.whyNow && whyNowAt !== undefined ? nearTime(whyNowAt, now) : ''],
            by: ', '
        },
        { key: 'who', term: labels.Who, parts: [...new Set([brief.role, brief.specialty])], by: ', ' },
        { key: 'where', term: labels.Where, parts: where, by: ' · ' },
        { key: 'interest', term: labels.Interest, parts: [brief.interest], by: '' },
        { key: 'lately', term: labels.Lately, parts: (brief.lately ?? []).map((touch) => touch.label), by: ' · ' }
    ]
        .map(({ key, term, parts, by }) => ({ key, term, text: parts.filter(Boolean).join(by) }))
        .filter((line) => line.text !== '');
}

/** `Fit A (90)`, `Engagement 64`, `Context 5 of 5`: only what was measured. */
export function scoreTexts(brief: Apex.Brief): string[] {
    return [
        brief.fitScore == null ? '' : fill(labels.Fit, brief.fitGrade ?? '', Math.round(brief.fitScore)),
        brief.engagementScore == null ? '' : fill(labels.Engagement, Math.round(brief.engagementScore)),
        brief.contextTotal ? fill(labels.Context, brief.contextFilled ?? 0, brief.contextTotal) : ''
    ].filter((text) => text !== '');
}
