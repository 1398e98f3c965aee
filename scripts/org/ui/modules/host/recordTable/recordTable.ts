import { LightningElement, api } from 'lwc';
import { plainLabel, shownField } from 'host/objectInfo';
import type { ObjectInfo, RecordValue, ShownField } from 'host/objectInfo';

interface Row {
    readonly key: string;
    readonly cells: readonly ShownField[];
}

/** Records as a plain table; the name links to the record. */
export default class RecordTable extends LightningElement {
    @api info!: ObjectInfo;
    @api records: readonly RecordValue[] = [];
    @api fieldNames: readonly string[] = [];
    @api label = '';
    /** Sorted by: a field, with `-` before it for descending; empty: as the list comes. Undefined: not to be sorted. */
    @api sortedBy: string | undefined;

    get columns(): object[] {
        return this.fieldNames.map((name) => {
            const field = this.info.fields[name];
            const label = plainLabel(field?.label ?? name);
            const isSortable = this.sortedBy !== undefined && field?.sortable === true;
            const isSorted = isSortable && this.sortedBy?.replace('-', '') === name;
            const isDescending = isSorted && this.sortedBy?.startsWith('-') === true;
            return {
                key: name,
                label,
                isSortable,
                sortTitle: `Sort by ${label}`,
                ariaSort: isSorted ? (isDescending ? 'descending' : 'ascending') : null,
                sortIcon: isSorted ? (isDescending ? 'utility:arrowdown' : 'utility:arrowup') : null
            };
        });
    }

    handleSort(event: Event): void {
        const { name = '' } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('sort', { detail: { sortBy: this.sortedBy === name ? `-${name}` : name } }));
    }

    get rows(): Row[] {
        return this.records.map((record) => ({
            key: record.id,
            cells: this.fieldNames.map((name) => this.cell(record, name))
        }));
    }

    private cell(record: RecordValue, name: string): ShownField {
        const cell = shownField(this.info, record, name) ?? {
            key: name,
            label: name,
            type: 'String',
            value: null,
            display: null,
            url: null,
            help: null
        };
        return this.info.fields[name]?.nameField
            ? { ...cell, url: `/lightning/r/${record.apiName}/${record.id}/view` }
            : cell;
    }
}
