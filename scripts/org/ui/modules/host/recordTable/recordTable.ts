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

    get columns(): { key: string; label: string }[] {
        return this.fieldNames.map((name) => ({ key: name, label: plainLabel(this.info.fields[name]?.label ?? name) }));
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
