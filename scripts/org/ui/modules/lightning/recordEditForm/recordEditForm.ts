import { api } from 'lwc';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { objectNameOf } from 'host/recordForms';
import RecordFormBase from 'host/recordFormBase';

interface SaveFailure {
    readonly body?: {
        readonly message: string;
        readonly output?: {
            readonly errors: readonly { readonly message: string }[];
            readonly fieldErrors: Readonly<Record<string, readonly { readonly message: string }[]>>;
        };
    };
}

/** `lightning-record-edit-form`: collects, saves, and shows each message at its field. */
export default class RecordEditForm extends RecordFormBase {
    handleSubmit(event: Event): void {
        event.preventDefault();
        this.submitFields();
    }

    /** A `lightning-button type="submit"` lies in another shadow: the browser does not submit the form for it. */
    handleClick(event: MouseEvent): void {
        const submits = event
            .composedPath()
            .some(
                (node) =>
                    (node as HTMLButtonElement).tagName === 'BUTTON' && (node as HTMLButtonElement).type === 'submit'
            );
        if (!submits) return;
        event.preventDefault();
        this.submitFields();
    }

    @api
    submit(fields?: Record<string, unknown>): void {
        void this.save(fields ?? this.values());
    }

    private submitFields(): void {
        const missing = [...this.fields.values()].filter((field) => field.isMissing());
        for (const field of missing) field.complain('Complete this field.');
        missing[0]?.focus();
        if (missing.length > 0) return;
        const fields = this.values();
        const event = new CustomEvent('submit', { cancelable: true, detail: { fields } });
        this.dispatchEvent(event);
        if (!event.defaultPrevented) void this.save(fields);
    }

    private values(): Record<string, unknown> {
        return Object.fromEntries(
            [...this.fields].flatMap(([name, field]) => {
                const value = field.current();
                return value === undefined ? [] : [[name, value]];
            })
        );
    }

    private async save(fields: Record<string, unknown>): Promise<void> {
        for (const field of this.fields.values()) field.complain('');
        try {
            const saved = this.recordId
                ? await updateRecord({ fields: { ...fields, Id: this.recordId } })
                : await createRecord({ apiName: objectNameOf(this.objectApiName), fields });
            this.dispatchEvent(new CustomEvent('success', { detail: saved }));
        } catch (error) {
            const body = (error as SaveFailure).body;
            for (const [name, messages] of Object.entries(body?.output?.fieldErrors ?? {})) {
                this.fields.get(name)?.complain(messages.map((message) => message.message).join(' '));
            }
            [...this.fields.entries()].find(([name]) => name in (body?.output?.fieldErrors ?? {}))?.[1].focus();
            const general = body?.output?.errors.map((each) => each.message).join(' ');
            const detail = { message: body?.message ?? String(error), detail: general ?? '', output: body?.output };
            this.dispatchEvent(new CustomEvent('error', { detail }));
            this.querySelectorAll('lightning-messages').forEach((element) => {
                (element as unknown as { message: string }).message = general || detail.message;
            });
        }
    }
}
