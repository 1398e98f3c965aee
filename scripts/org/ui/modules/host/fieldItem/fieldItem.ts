import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { pathsOf, shownField } from 'host/objectInfo';
import type { ObjectInfo, RecordValue, ShownField } from 'host/objectInfo';

/** One field that the page itself places (Dynamic Forms), read-only. */
export default class FieldItem extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api fieldName = '';

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    private info: { data?: ObjectInfo } | undefined;

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$paths' })
    private record: { data?: RecordValue } | undefined;

    get paths(): string[] | undefined {
        const info = this.info?.data;
        const paths = info ? pathsOf(info, this.fieldName) : [];
        return paths.length > 0 ? paths : undefined;
    }

    get field(): ShownField | undefined {
        const info = this.info?.data;
        const record = this.record?.data;
        return info && record ? shownField(info, record, this.fieldName) : undefined;
    }
}
