import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { pathsOf, shownField } from 'host/objectInfo';
import type { ObjectInfo, RecordValue, ShownField } from 'host/objectInfo';
import { fieldsOf, getLayout } from 'host/layouts';
import type { Layout } from 'host/layouts';

interface ShownSection {
    readonly key: string;
    readonly title: string;
    readonly cells: readonly { readonly key: string; readonly field: ShownField | null }[];
    readonly cellClass: string;
}

/** Stand-in of `force:detailPanel`: the sections of the page layout, with what the user may read. */
export default class DetailPanel extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api flexipageRegionWidth = 'LARGE';

    errorText = '';
    private info: ObjectInfo | undefined;
    private layout: Layout | undefined;
    private record: RecordValue | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredInfo({ data, error }: { data?: ObjectInfo; error?: { body: { message: string } } }): void {
        if (data) this.info = data;
        if (error) this.errorText = error.body.message;
    }

    @wire(getLayout, { objectApiName: '$objectApiName', layoutType: 'Full', mode: 'View' })
    wiredLayout({ data, error }: { data?: Layout; error?: { body: { message: string } } }): void {
        if (data) this.layout = data;
        if (error) this.errorText = error.body.message;
    }

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$paths' })
    wiredRecord({ data, error }: { data?: RecordValue; error?: { body: { message: string } } }): void {
        if (data) this.record = data;
        this.errorText = error ? error.body.message : '';
    }

    get paths(): string[] | undefined {
        const { info, layout } = this;
        if (!info || !layout) return undefined;
        return fieldsOf(layout).flatMap((name) => pathsOf(info, name));
    }

    get sections(): ShownSection[] {
        const { info, layout, record } = this;
        if (!info || !layout || !record) return [];
        return layout.sections.map((section) => ({
            key: section.id,
            title: section.useHeading ? section.heading : '',
            cellClass: this.cellClass(section.columns),
            cells: section.layoutRows.flatMap((row, line) =>
                row.layoutItems.map((item, column) => {
                    const name = item.layoutComponents[0]?.apiName ?? null;
                    return { key: `${line}:${column}`, field: name ? (shownField(info, record, name) ?? null) : null };
                })
            )
        }));
    }

    /** As many columns as the layout has, where there is room for them. */
    private cellClass(columns: number): string {
        const width = this.flexipageRegionWidth === 'SMALL' || columns < 2 ? '' : ' slds-medium-size_1-of-2';
        return `slds-col slds-size_1-of-1${width} slds-p-horizontal_small slds-form-element slds-form-element_readonly`;
    }
}
