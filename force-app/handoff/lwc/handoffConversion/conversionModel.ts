/** What a conversion sends, and what the fields show. Pure. */
import { labels } from './labels';

export type Fields = Readonly<Record<string, string>>;

export interface Option {
    readonly label: string;
    readonly value: string;
}

/** Value of "a new one" in a list; the server knows it as nothing. */
export const NEW = 'new';

export function withNew(label: string, choices: readonly Apex.Choice[] | undefined): Option[] {
    return [{ label, value: NEW }, ...options(choices)];
}

export function options(choices: readonly Apex.Choice[] | undefined): Option[] {
    return (choices ?? []).map(({ label = '', value = '' }) => ({ label, value }));
}

export function conversionOf(fields: Fields, isNewAccount: boolean): Apex.ConversionInput {
    const chosen = (name: string): string | undefined => {
        const value = fields[name] ?? '';
        return value === '' || value === NEW ? undefined : value;
    };
    return {
        nextStep: (fields.nextStep ?? '').trim(),
        nextStepOn: chosen('nextStepOn'),
        processType: chosen('processType'),
        accountId: chosen('accountId'),
        contactId: chosen('accountId') ? chosen('contactId') : undefined,
        opportunityId: chosen('opportunityId'),
        isNewAccount: chosen('accountId') === undefined && isNewAccount
    };
}

export function buttonLabel(fields: Fields): string {
    const opportunity = fields.opportunityId ?? NEW;
    return opportunity === NEW || opportunity === '' ? labels.CreateOpportunity : labels.JoinOpportunity;
}
