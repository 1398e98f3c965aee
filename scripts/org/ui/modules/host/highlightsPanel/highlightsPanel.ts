import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { pathsOf, shownField } from 'host/objectInfo';
import type { ObjectInfo, RecordValue, ShownField } from 'host/objectInfo';
import { keyFieldsOf } from 'host/recordLayouts';

/** Stand-in of `force:highlightsPanel`: name of the record, its key fields, its owner. */
export default class HighlightsPanel extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    errorText = '';
    private info: ObjectInfo | undefined;
    private record: RecordValue | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredInfo({ data, error }: { data?: ObjectInfo; error?: { body: { message: string } } }): void {
        if (data) this.info = data;
        if (error) this.errorText = error.body.message;
    }

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$paths' })
    wiredRecord({ data, error }: { data?: RecordValue; error?: { body: { message: string } } }): void {
        if (data) {
            this.record = data;
            this.errorText = '';
        }
        if (error) this.errorText = error.body.message;
    }

    get isLoaded(): boolean {
        return this.info !== undefined && this.record !== undefined;
    }

    get keyFields(): readonly string[] {
        return this.info ? keyFieldsOf(this.info) : [];
    }

    get paths(): string[] | undefined {
        const { info } = this;
        if (!info) return undefined;
        return [...info.nameFields, ...this.keyFields].flatMap((name) => pathsOf(info, name));
    }

    get objectLabel(): string {
        return this.info?.label ?? '';
    }

    get iconName(): string {
        return this.info?.themeInfo.iconName ?? 'standard:record';
    }

    get recordName(): string {
        const { info, record } = this;
        if (!info || !record) return '';
        const whole = record.fields['Name']?.value;
        if (whole) return String(whole);
        return info.nameFields
            .map((name) => record.fields[name]?.value ?? '')
            .join(' ')
            .trim();
    }

    get fields(): ShownField[] {
        const { info, record } = this;
        if (!info || !record) return [];
        return this.keyFields.flatMap((name) => shownField(info, record, name) ?? []);
    }
}
