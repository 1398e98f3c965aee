import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { pathsOf, shownField } from 'host/objectInfo';
import type { ObjectInfo, RecordValue, ShownField } from 'host/objectInfo';
import { layoutOf } from 'host/recordLayouts';

/** Stand-in of `force:detailPanel`: what the user may read of the standard layout and every custom field. */
export default class DetailPanel extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api flexipageRegionWidth = 'LARGE';

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
        if (data) this.record = data;
        this.errorText = error ? error.body.message : '';
    }

    /** Two columns where there is room for two. */
    get fieldClass(): string {
        const columns = this.flexipageRegionWidth === 'SMALL' ? '' : ' slds-medium-size_1-of-2';
        return `slds-col slds-size_1-of-1${columns} slds-p-horizontal_small slds-form-element slds-form-element_readonly`;
    }

    get paths(): string[] | undefined {
        const { info } = this;
        if (!info) return undefined;
        return Object.keys(info.fields).flatMap((name) => pathsOf(info, name));
    }

    get sections(): { title: string; fields: ShownField[] }[] {
        const { info, record } = this;
        if (!info || !record) return [];
        return layoutOf(info)
            .map(({ title, names }) => ({
                title,
                fields: names.flatMap((name) => shownField(info, record, name) ?? [])
            }))
            .filter((section) => section.fields.length > 0);
    }
}
