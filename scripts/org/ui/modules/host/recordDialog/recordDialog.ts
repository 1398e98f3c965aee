import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { request, UI_API } from 'host/http';
import { fetchLayout } from 'host/layouts';
import type { Layout } from 'host/layouts';
import type { RecordValue } from 'host/objectInfo';
import { onNavigation } from 'host/router';
import { plainText } from 'host/plainText';

export interface SavedRecord {
    readonly id: string;
    readonly apiName: string;
    readonly name: string;
}

interface Cell {
    readonly key: string;
    readonly name: string;
    readonly isInput: boolean;
    readonly isOutput: boolean;
    readonly isRequired: boolean;
    /** The value that the field begins with, where it is not the record's. */
    readonly given: { readonly value?: unknown };
}

interface Section {
    readonly key: string;
    readonly title: string;
    readonly cellClass: string;
    readonly cells: readonly Cell[];
}

const ONE_COLUMN = 'slds-col slds-size_1-of-1';

/**
 * Creates, clones or edits a record in a modal: with the fields of the page layout, or with those that are named.
 * `open` resolves with the saved record, or with undefined.
 */
export default class RecordDialog extends LightningModal {
    @api objectApiName = '';
    /** Record to edit, or to clone. */
    @api recordId: string | undefined;
    @api mode: 'new' | 'edit' | 'clone' = 'new';
    /** Values that a new record begins with. */
    @api defaults: Readonly<Record<string, unknown>> = {};
    /** Values that are saved and not shown. */
    @api hiddenValues: Readonly<Record<string, unknown>> = {};
    /** Fields instead of those of the layout. */
    @api fields: readonly { readonly name: string; readonly behavior: string }[] | undefined;

    declare readonly refs: { submit?: HTMLButtonElement };
    errorText = '';
    sections: readonly Section[] = [];
    private stop: (() => void) | undefined;

    override connectedCallback(): void {
        let isFirst = true;
        // The browser's back button leaves the page that the dialog belongs to.
        this.stop = onNavigation(() => {
            if (!isFirst) this.close(undefined);
            isFirst = false;
        });
        void this.prepare();
    }

    override disconnectedCallback(): void {
        this.stop?.();
    }

    get isReady(): boolean {
        return this.sections.length > 0;
    }

    /** A clone is a new record. */
    get savedId(): string | undefined {
        return this.mode === 'edit' ? this.recordId : undefined;
    }

    handleCancel(): void {
        this.close(undefined);
    }

    handleSave(): void {
        this.refs.submit?.click();
    }

    handleSubmit(event: CustomEvent<{ fields: Record<string, unknown> }>): void {
        event.preventDefault();
        const form = event.target as unknown as { submit(fields: Record<string, unknown>): void };
        form.submit({ ...this.unshownDefaults(), ...event.detail.fields, ...this.hiddenValues });
    }

    handleSuccess(event: CustomEvent<RecordValue>): void {
        const { id, apiName, fields } = event.detail;
        this.close({ id, apiName, name: plainText(fields['Name']?.value) });
    }

    /** Default values of fields that the form does not show are saved all the same. */
    private unshownDefaults(): Record<string, unknown> {
        if (this.mode === 'edit') return {};
        const shown = new Set(this.sections.flatMap((section) => section.cells.map((cell) => cell.name)));
        return Object.fromEntries(Object.entries(this.defaults).filter(([name]) => !shown.has(name)));
    }

    private async prepare(): Promise<void> {
        try {
            const given = { ...(this.mode === 'clone' ? await this.cloned() : {}), ...this.defaults };
            this.sections = this.fields
                ? [
                      {
                          key: 'own',
                          title: '',
                          cellClass: ONE_COLUMN,
                          cells: this.fields.map((field) => ownCell(field, given))
                      }
                  ]
                : sectionsOf(
                      await fetchLayout(this.objectApiName, { mode: this.mode === 'edit' ? 'Edit' : 'Create' }),
                      this.mode,
                      given
                  );
        } catch (error) {
            this.errorText = (error as { body?: { message?: string } }).body?.message ?? String(error);
        }
    }

    /** Values of the record to clone. */
    private async cloned(): Promise<Record<string, unknown>> {
        const record = (await request('GET', `${UI_API}/records/${String(this.recordId)}?layoutTypes=Full`)) as {
            fields: Record<string, { value: unknown }>;
        };
        return Object.fromEntries(
            Object.entries(record.fields)
                .filter(([, { value }]) => value !== null && typeof value !== 'object')
                .map(([name, { value }]) => [name, value])
        );
    }
}

function sectionsOf(layout: Layout, mode: RecordDialog['mode'], given: Readonly<Record<string, unknown>>): Section[] {
    return layout.sections.flatMap((section) => {
        const cells = section.layoutRows.flatMap((row, line) =>
            row.layoutItems.map((item, column): Cell => {
                const name = item.layoutComponents[0]?.apiName ?? '';
                const isEditable = mode === 'edit' ? item.editableForUpdate : item.editableForNew;
                return {
                    key: `${line}:${column}`,
                    name,
                    isInput: name !== '' && isEditable,
                    // What nobody can enter is shown of a record that exists.
                    isOutput: name !== '' && !isEditable && mode === 'edit',
                    isRequired: item.required && isEditable,
                    given: name in given && isEditable ? { value: given[name] } : {}
                };
            })
        );
        if (!cells.some((cell) => cell.isInput)) return [];
        const width = section.columns > 1 ? ' slds-medium-size_1-of-2' : '';
        return [
            {
                key: section.id,
                title: section.useHeading ? section.heading : '',
                cellClass: `${ONE_COLUMN}${width}`,
                cells
            }
        ];
    });
}

function ownCell(
    field: { readonly name: string; readonly behavior: string },
    given: Readonly<Record<string, unknown>>
): Cell {
    return {
        key: field.name,
        name: field.name,
        isInput: field.behavior !== 'Readonly',
        isOutput: field.behavior === 'Readonly',
        isRequired: field.behavior === 'Required',
        given: field.name in given ? { value: given[field.name] } : {}
    };
}
