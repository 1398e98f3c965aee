/** How one field of a reason is shown. Pure. */
import type { Problems } from './rejectionModel';

export interface FieldView {
    readonly name: string;
    readonly label: string;
    readonly help: string;
    readonly value: string;
    readonly isRequired: boolean;
    readonly isDate: boolean;
    readonly isText: boolean;
    readonly isTextArea: boolean;
    readonly isPicklist: boolean;
    readonly isLookup: boolean;
    readonly options: { readonly label: string; readonly value: string }[];
    readonly min?: string;
    readonly max?: string;
    readonly objectName: string;
    readonly problem: string;
    readonly className: string;
}

const KNOWN = new Set(['date', 'textarea', 'picklist', 'lookup']);

/** Fields in the order of the reason; a kind that is not known is a line of text. */
export function fieldViews(
    fields: readonly Apex.RejectionField[],
    values: Readonly<Record<string, string>>,
    problems: Problems
): FieldView[] {
    return fields.map((field) => {
        const name = field.name ?? '';
        const problem = problems[name] ?? '';
        return {
            name,
            label: field.label ?? name,
            help: field.help ?? '',
            value: values[name] ?? '',
            isRequired: field.isRequired === true,
            isDate: field.type === 'date',
            isText: !KNOWN.has(field.type ?? ''),
            isTextArea: field.type === 'textarea',
            isPicklist: field.type === 'picklist',
            isLookup: field.type === 'lookup',
            options: (field.options ?? []).map(({ label = '', value = '' }) => ({ label, value })),
            ...(field.min ? { min: field.min } : {}),
            ...(field.max ? { max: field.max } : {}),
            objectName: field.objectName ?? '',
            problem,
            className: `slds-form-element slds-m-bottom_small${problem ? ' slds-has-error' : ''}`
        };
    });
}
