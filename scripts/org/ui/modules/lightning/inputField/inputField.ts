import { LightningElement, api } from 'lwc';
import { request, UI_API } from 'host/http';
import { plainLabel } from 'host/objectInfo';
import type { FieldInfo, ObjectInfo, RecordValue } from 'host/objectInfo';
import { FIELD_EVENT, fieldNameOf, inputType } from 'host/recordForms';
import type { FormField } from 'host/recordForms';
import { plainText } from 'host/plainText';

/** `lightning-input-field`: the input that the type of the field asks for. */
export default class InputField extends LightningElement {
    @api fieldName: unknown;
    @api required = false;
    @api disabled = false;
    @api variant = 'standard';

    errorText = '';
    options: { label: string; value: string }[] = [];
    private field: FieldInfo | undefined;
    private currentValue: unknown;
    private isTouched = false;

    @api
    get value(): unknown {
        return this.currentValue;
    }
    set value(value: unknown) {
        this.currentValue = value;
        this.isTouched = true;
    }

    @api
    reset(): void {
        this.isTouched = false;
    }

    @api
    focus(): void {
        (this.template?.querySelector('[data-input]') as HTMLElement | null)?.focus();
    }

    override connectedCallback(): void {
        const fieldName = fieldNameOf(this.fieldName);
        const detail: FormField = {
            fieldName,
            show: (info, record) => void this.show(info, record),
            current: () => (this.isTouched ? (this.currentValue ?? null) : undefined),
            isMissing: () => this.required && !this.disabled && (this.currentValue ?? '') === '',
            complain: (message) => {
                this.errorText = message;
            },
            focus: () => this.focus()
        };
        this.dispatchEvent(new CustomEvent(FIELD_EVENT, { bubbles: true, composed: true, detail }));
    }

    get label(): string {
        return plainLabel(this.field?.label ?? '');
    }

    get help(): string {
        return this.field?.inlineHelpText ?? '';
    }

    get isRequired(): boolean {
        return this.required;
    }

    get isPicklist(): boolean {
        return this.field?.dataType === 'Picklist';
    }

    get isMultiple(): boolean {
        return this.field?.dataType === 'MultiPicklist';
    }

    get chosen(): string[] {
        return typeof this.currentValue === 'string' ? this.currentValue.split(';').filter(Boolean) : [];
    }

    get isLookup(): boolean {
        return this.field?.dataType === 'Reference';
    }

    get isLong(): boolean {
        return this.field?.dataType === 'TextArea';
    }

    get target(): string {
        return this.field?.referenceToInfos[0]?.apiName ?? '';
    }

    get type(): string | undefined {
        return this.field && inputType(this.field);
    }

    handleChange(event: CustomEvent<{ value?: unknown; checked?: boolean }>): void {
        event.stopPropagation();
        this.change(this.type === 'checkbox' ? event.detail.checked : event.detail.value);
    }

    handleMultiple(event: CustomEvent<{ value: readonly string[] }>): void {
        event.stopPropagation();
        this.change(event.detail.value.join(';'));
    }

    handleLookup(event: CustomEvent<{ recordId: string | null }>): void {
        event.stopPropagation();
        this.change(event.detail.recordId);
    }

    private change(value: unknown): void {
        this.currentValue = value === '' ? null : value;
        this.isTouched = true;
        this.errorText = '';
        this.dispatchEvent(new CustomEvent('change', { detail: { value: this.currentValue } }));
    }

    private async show(info: ObjectInfo, record: RecordValue | undefined): Promise<void> {
        const name = fieldNameOf(this.fieldName);
        this.field = info.fields[name];
        if (!this.isTouched) this.currentValue = record?.fields[name]?.value ?? null;
        if (!this.isPicklist && !this.isMultiple) return;
        const answer = (await request(
            'GET',
            `${UI_API}/object-info/${info.apiName}/picklist-values/012000000000000AAA/${name}`
        )) as {
            values: { label: string; value: string }[];
            defaultValue: { value: string } | null;
        };
        // A new record begins with the default, which the server would give it too.
        if (!record && !this.isTouched) this.currentValue = answer.defaultValue?.value ?? null;
        const held = plainText(record?.fields[name]?.value)
            .split(';')
            .filter((value) => value !== '' && !answer.values.some((each) => each.value === value));
        // What a record holds can be picked although it is no value of the field (any more), as on the platform.
        this.options = [
            ...answer.values.map(({ label, value }) => ({ label, value })),
            ...held.map((value) => ({ label: value, value }))
        ];
    }
}
