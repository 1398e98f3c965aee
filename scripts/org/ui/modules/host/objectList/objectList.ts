import { LightningElement, api, wire } from 'lwc';
import { getListInfosByObjectName, getListRecordsByName } from 'lightning/uiListsApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getListActions } from 'host/layouts';
import { listColumns } from 'host/listColumns';
import type { ObjectInfo, RecordValue } from 'host/objectInfo';
import { go } from 'host/router';

interface ViewAnswer {
    readonly lists: readonly {
        readonly apiName: string;
        readonly label: string;
        readonly columns: readonly string[];
    }[];
}
interface ListAnswer {
    readonly records: readonly RecordValue[];
    readonly count: number;
    readonly totalCount: number;
}
const PAGE = 50;
const WAIT_MS = 250;

/** The records of one object, by list view, fifty at a time. */
export default class ObjectList extends LightningElement {
    @api objectApiName = '';
    @api viewName: string | undefined;

    errorText = '';
    pageSize = PAGE;
    sortBy: string | undefined;
    searchTerm: string | undefined;
    info: ObjectInfo | undefined;
    private views: ViewAnswer['lists'] | undefined;
    private answer: ListAnswer | undefined;
    private waiting: ReturnType<typeof setTimeout> | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredInfo({ data, error }: { data?: ObjectInfo; error?: { body: { message: string } } }): void {
        if (data) this.info = data;
        if (error) this.errorText = error.body.message;
    }

    @wire(getListInfosByObjectName, { objectApiName: '$objectApiName' })
    wiredViews({ data, error }: { data?: ViewAnswer; error?: { body: { message: string } } }): void {
        if (data) this.views = data.lists;
        if (error) this.errorText = error.body.message;
    }

    @wire(getListActions, { objectApiName: '$objectApiName' })
    private buttons: { data?: { actions: readonly string[] } } | undefined;

    @wire(getListRecordsByName, {
        objectApiName: '$objectApiName',
        listViewApiName: '$activeView',
        pageSize: '$pageSize',
        sortBy: '$sortBy',
        searchTerm: '$searchTerm'
    })
    wiredRecords({ data, error }: { data?: ListAnswer; error?: { body: { message: string } } }): void {
        if (data) this.answer = data;
        if (error) this.errorText = error.body.message;
    }

    get activeView(): string | undefined {
        if (!this.views) return undefined;
        return (this.views.find((view) => view.apiName === this.viewName) ?? this.views[0])?.apiName;
    }

    get viewOptions(): { label: string; value: string }[] {
        return (this.views ?? []).map((view) => ({ label: view.label, value: view.apiName }));
    }

    get viewLabel(): string {
        return this.views?.find((view) => view.apiName === this.activeView)?.label ?? '';
    }

    get fieldNames(): string[] {
        const { info } = this;
        if (!info) return [];
        const columns = this.views?.find((view) => view.apiName === this.activeView)?.columns ?? [];
        const named = columns.filter((name) => name in info.fields);
        return named.length > 0 ? named : listColumns(info);
    }

    get records(): readonly RecordValue[] {
        return this.answer?.records ?? [];
    }

    get isLoaded(): boolean {
        return this.info !== undefined && this.answer !== undefined;
    }

    get hasMore(): boolean {
        return this.answer !== undefined && this.answer.records.length < this.answer.totalCount;
    }

    get countText(): string {
        if (!this.answer) return '';
        const shown = this.answer.records.length;
        const total = this.answer.totalCount;
        if (total === 0) return 'No records.';
        return shown < total ? `Showing ${shown} of ${total}` : `${total} ${total === 1 ? 'record' : 'records'}`;
    }

    get iconName(): string {
        return this.info?.themeInfo.iconName ?? 'standard:record';
    }

    get pluralLabel(): string {
        return this.info?.labelPlural ?? this.objectApiName;
    }

    handleView(event: CustomEvent<{ value: string }>): void {
        this.pageSize = PAGE;
        this.sortBy = undefined;
        go({
            type: 'standard__objectPage',
            attributes: { objectApiName: this.objectApiName, actionName: 'list' },
            state: { filterName: event.detail.value }
        });
    }

    get sortedBy(): string {
        return this.sortBy ?? '';
    }

    get canCreate(): boolean {
        return this.buttons?.data?.actions.includes('New') === true;
    }

    handleSort(event: CustomEvent<{ sortBy: string }>): void {
        this.sortBy = event.detail.sortBy;
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        clearTimeout(this.waiting);
        const term = event.detail.value.trim();
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- one request per pause, not per key
        this.waiting = setTimeout(() => {
            this.searchTerm = term === '' ? undefined : term;
        }, WAIT_MS);
    }

    handleNew(): void {
        go({
            type: 'standard__objectPage',
            attributes: { objectApiName: this.objectApiName, actionName: 'new' },
            state: {}
        });
    }

    handleMore(): void {
        this.pageSize += PAGE;
    }
}
