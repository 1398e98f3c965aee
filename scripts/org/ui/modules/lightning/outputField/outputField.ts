import { LightningElement, api } from 'lwc';
import { shownField } from 'host/objectInfo';
import type { ShownField } from 'host/objectInfo';
import { FIELD_EVENT, fieldNameOf } from 'host/recordForms';
import type { FormField } from 'host/recordForms';

/** `lightning-output-field`. */
export default class OutputField extends LightningElement {
    @api fieldName: unknown;
    @api variant = 'standard';

    field: ShownField | undefined;

    override connectedCallback(): void {
        const fieldName = fieldNameOf(this.fieldName);
        const detail: FormField = {
            fieldName,
            show: (info, record) => {
                this.field = record && shownField(info, record, fieldName);
            },
            current: () => undefined,
            isMissing: () => false,
            complain: () => undefined,
            focus: () => undefined
        };
        this.dispatchEvent(new CustomEvent(FIELD_EVENT, { bubbles: true, composed: true, detail }));
    }

    get labelClass(): string {
        return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
    }
}
