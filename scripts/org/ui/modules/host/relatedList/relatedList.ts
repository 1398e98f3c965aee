import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getListInfosByObjectName } from 'lightning/uiListsApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { pathsOf } from 'host/objectInfo';
import type { ObjectInfo, RecordValue } from 'host/objectInfo';
import { listColumns } from 'host/listColumns';

interface ListAnswer {
    readonly records: readonly RecordValue[];
    readonly count: number;
    readonly nextPageToken: string | null;
}
const ROWS = 6;
const FURTHER_ROWS = 20;
const MOST_COLUMNS = 4;

/** Stand-in of `force:relatedListSingleContainer`. */
export default class RelatedList extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    /** Name of the child relationship, with `__r` for custom ones. */
    @api relatedListApiName: string | undefined;
    @api relatedListLabel: string | undefined;
    @api rowsToDisplay: string | number | undefined;
    /** Fields of the columns, as the layout names them; none: those of a list view. */
    @api columnNames: readonly string[] | undefined;
    /** Field, with `-` before it for descending. */
    @api sortBy: string | undefined;

    errorText = '';
    /** Rows that were asked for beyond the first ones. */
    private furtherRows = 0;
    private answer: ListAnswer | undefined;
    private childObject: string | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredParent({ data }: { data?: ObjectInfo }): void {
        if (!data) return;
        this.childObject = data.childRelationships.find(
            (child) => child.relationshipName === this.relatedListApiName
        )?.childObjectApiName;
        if (!this.childObject)
            this.errorText = `${data.label} has no related list "${String(this.relatedListApiName)}", or you may not see it.`;
    }

    @wire(getObjectInfo, { objectApiName: '$childObject' })
    private wiredInfo: { data?: ObjectInfo } | undefined;

    /** A list view of the child object says which fields tell its records apart. */
    @wire(getListInfosByObjectName, { objectApiName: '$childObject' })
    private views: { data?: { lists: readonly { columns: readonly string[] }[] }; error?: unknown } | undefined;

    @wire(getRelatedListRecords, {
        parentRecordId: '$recordId',
        relatedListId: '$readyListName',
        fields: '$paths',
        pageSize: '$pageSize',
        sortBy: '$sortOrder'
    })
    wiredRecords({ data, error }: { data?: ListAnswer; error?: { body: { message: string } } }): void {
        if (data) this.answer = data;
        if (error) this.errorText = error.body.message;
    }

    get info(): ObjectInfo | undefined {
        return this.wiredInfo?.data;
    }

    /** Undefined until the columns are known: the list is fetched once, with all of them. */
    get readyListName(): string | undefined {
        const isKnown = this.views?.data !== undefined || this.views?.error !== undefined;
        return this.info && isKnown ? this.relatedListApiName : undefined;
    }

    get sortOrder(): string | undefined {
        return this.sortBy ?? undefined;
    }

    get firstRows(): number {
        return Number(this.rowsToDisplay) || ROWS;
    }

    get pageSize(): number {
        return this.firstRows + this.furtherRows;
    }

    get fieldNames(): string[] {
        const { info } = this;
        if (!info) return [];
        if (this.columnNames && this.columnNames.length > 0) return [...this.columnNames];
        const columns = this.views?.data?.lists.find((view) => view.columns.length > 0)?.columns ?? [];
        const named = columns.filter((name) => name in info.fields);
        return (named.length > 0 ? named : listColumns(info)).slice(0, MOST_COLUMNS);
    }

    get paths(): string[] {
        const { info } = this;
        return info ? this.fieldNames.flatMap((name) => pathsOf(info, name)) : [];
    }

    get records(): readonly RecordValue[] {
        return this.answer?.records ?? [];
    }

    get hasRecords(): boolean {
        return this.info !== undefined && this.records.length > 0;
    }

    get isLoaded(): boolean {
        return this.answer !== undefined;
    }

    override get title(): string {
        return this.relatedListLabel ?? this.info?.labelPlural ?? '';
    }

    get iconName(): string {
        return this.info?.themeInfo.iconName ?? 'standard:related_list';
    }

    get countText(): string {
        const count = this.answer?.count ?? 0;
        if (this.hasMore) return `The first ${count}; there are more.`;
        return `${count} ${count === 1 ? 'record' : 'records'}`;
    }

    get hasMore(): boolean {
        return Boolean(this.answer?.nextPageToken);
    }

    handleMore(): void {
        this.furtherRows += FURTHER_ROWS;
    }
}
