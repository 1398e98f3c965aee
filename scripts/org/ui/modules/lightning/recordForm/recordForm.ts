import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfo } from 'host/objectInfo';
import { fieldsOf, getLayout } from 'host/layouts';
import type { Layout } from 'host/layouts';
import { fieldNameOf, objectNameOf } from 'host/recordForms';

const TWELFTHS = 12;

/**
 * `lightning-record-form`: the fields that are named, or those of a layout, to read or to edit. As on the platform, a
 * record is shown until somebody edits it, and a form without a record begins as an empty one.
 */
export default class RecordForm extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: unknown;
    @api layoutType: string | undefined;
    @api fields: readonly unknown[] | undefined;
    @api mode: 'view' | 'readonly' | 'edit' | undefined;
    @api columns: number | string = 1;

    private isOpened = false;
    private info: ObjectInfo | undefined;
    private layout: Layout | undefined;

    get objectName(): string | undefined {
        return this.objectApiName ? objectNameOf(this.objectApiName) : undefined;
    }

    @wire(getObjectInfo, { objectApiName: '$objectName' })
    wiredInfo({ data }: { data?: ObjectInfo }): void {
        if (data) this.info = data;
    }

    @wire(getLayout, { objectApiName: '$layoutObject', layoutType: '$layoutKind', mode: '$layoutMode' })
    wiredLayout({ data }: { data?: Layout }): void {
        if (data) this.layout = data;
    }

    /** No layout is asked for where the fields are named. */
    get layoutObject(): string | undefined {
        return this.fields ? undefined : this.objectName;
    }

    get layoutKind(): string {
        return this.layoutType?.toLowerCase() === 'full' ? 'Full' : 'Compact';
    }

    get layoutMode(): string {
        return this.isEditing ? (this.recordId ? 'Edit' : 'Create') : 'View';
    }

    get fieldNames(): readonly string[] {
        if (this.fields) return this.fields.map((field) => fieldNameOf(field));
        const { info, layout } = this;
        if (!info || !layout) return [];
        const names = fieldsOf(layout);
        if (this.layoutKind === 'Full') return [...new Set(names)];
        return [...new Set([...(info.fields['Name'] ? ['Name'] : info.nameFields), ...names])];
    }

    get isReady(): boolean {
        return this.fieldNames.length > 0;
    }

    get isEditing(): boolean {
        return this.isOpened || this.mode === 'edit' || (!this.recordId && this.mode !== 'readonly');
    }

    get canEdit(): boolean {
        return this.mode !== 'readonly';
    }

    get columnClass(): string {
        return `slds-col slds-size_${TWELFTHS / Math.max(1, Number(this.columns))}-of-12`;
    }

    handleEdit(): void {
        this.isOpened = true;
    }

    handleCancel(): void {
        this.isOpened = false;
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleSuccess(event: CustomEvent<unknown>): void {
        this.isOpened = false;
        this.repeat(event);
    }

    /** The inner form's events are the form's own. */
    repeat(event: CustomEvent<unknown>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }

    handleSubmit(event: CustomEvent<unknown>): void {
        const own = new CustomEvent('submit', { cancelable: true, detail: event.detail });
        if (!this.dispatchEvent(own)) event.preventDefault();
    }
}
