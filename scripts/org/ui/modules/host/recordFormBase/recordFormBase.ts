import { LightningElement, api } from 'lwc';
import { request, UI_API } from 'host/http';
import type { ObjectInfo, RecordValue } from 'host/objectInfo';
import { pathsOf } from 'host/objectInfo';
import { fieldNameOf, objectNameOf } from 'host/recordForms';
import type { FormField } from 'host/recordForms';

/** What view and edit forms share: they collect their fields, then read the record for exactly these. */
export default class RecordFormBase extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: unknown;

    protected readonly fields = new Map<string, FormField>();
    protected info: ObjectInfo | undefined;
    private isReading = false;

    handleField(event: CustomEvent<FormField>): void {
        event.stopPropagation();
        this.fields.set(fieldNameOf(event.detail.fieldName), event.detail);
        if (this.isReading) return;
        this.isReading = true;
        // All fields of the first rendering announce themselves before the next microtask.
        void Promise.resolve().then(() => this.read());
    }

    protected async read(): Promise<void> {
        this.isReading = false;
        try {
            const objectName = objectNameOf(this.objectApiName);
            this.info = (await request('GET', `${UI_API}/object-info/${objectName}`)) as ObjectInfo;
            const { info } = this;
            let record: RecordValue | undefined;
            if (this.recordId) {
                const paths = [...this.fields.keys()].flatMap((name) => pathsOf(info, name));
                record = (await request(
                    'GET',
                    `${UI_API}/records/${this.recordId}?optionalFields=${paths.join(',')}`
                )) as RecordValue;
            }
            for (const field of this.fields.values()) field.show(info, record);
            this.dispatchEvent(new CustomEvent('load', { detail: { records: record ? { [record.id]: record } : {} } }));
        } catch (error) {
            this.dispatchEvent(
                new CustomEvent('error', { detail: (error as { body?: unknown }).body ?? { message: String(error) } })
            );
        }
    }
}
