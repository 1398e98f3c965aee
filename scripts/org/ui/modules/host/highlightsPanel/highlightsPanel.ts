import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { pathsOf, shownField } from 'host/objectInfo';
import type { ObjectInfo, RecordValue, ShownField } from 'host/objectInfo';
import { fieldsOf, getLayout } from 'host/layouts';
import type { Layout } from 'host/layouts';
import { plainText } from 'host/plainText';

/** Stand-in of `force:highlightsPanel`: name of the record, key fields of its compact layout, actions. */
export default class HighlightsPanel extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    /** The page itself says which actions there are (dynamic actions). */
    @api enableActionsConfiguration: string | boolean | undefined;
    @api actionNames: string | readonly string[] | undefined;
    @api numVisibleActions: string | number | undefined;

    errorText = '';
    private compact: Layout | undefined;
    private info: ObjectInfo | undefined;
    private record: RecordValue | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredInfo({ data, error }: { data?: ObjectInfo; error?: { body: { message: string } } }): void {
        if (data) this.info = data;
        if (error) this.errorText = error.body.message;
    }

    @wire(getLayout, { objectApiName: '$objectApiName', layoutType: 'Compact', mode: 'View' })
    wiredLayout({ data, error }: { data?: Layout; error?: { body: { message: string } } }): void {
        if (data) this.compact = data;
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
        const { compact, info } = this;
        return compact && info ? fieldsOf(compact).filter((name) => !info.nameFields.includes(name)) : [];
    }

    get paths(): string[] | undefined {
        const { compact, info } = this;
        if (!info || !compact) return undefined;
        return [...info.nameFields, ...this.keyFields].flatMap((name) => pathsOf(info, name));
    }

    /** Undefined: those of the layout. */
    get namedActions(): readonly string[] | undefined {
        const isOwn = String(this.enableActionsConfiguration) === 'true';
        return isOwn && this.actionNames !== undefined ? [this.actionNames].flat() : undefined;
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
        if (whole) return plainText(whole);
        return info.nameFields
            .map((name) => plainText(record.fields[name]?.value))
            .join(' ')
            .trim();
    }

    get fields(): ShownField[] {
        const { info, record } = this;
        if (!info || !record) return [];
        return this.keyFields.flatMap((name) => shownField(info, record, name) ?? []);
    }
}
