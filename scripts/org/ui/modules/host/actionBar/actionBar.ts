import { LightningElement, api, createElement, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { deleteRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import ActionScreen from 'host/actionScreen';
import { loadComponent } from 'host/componentRegistry';
import { getActions } from 'host/layouts';
import type { ActionInfo } from 'host/layouts';
import DeleteDialog from 'host/deleteDialog';
import RecordDialog from 'host/recordDialog';
import { go } from 'host/router';

const VISIBLE = 3;

interface Invocable extends HTMLElement {
    recordId?: string;
    objectApiName?: string;
    invoke?(): unknown;
}

/** The actions of a record: standard buttons and quick actions, the first few as buttons, the others in a menu. */
export default class ActionBar extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api recordName = '';
    @api objectLabel = '';
    /** Undefined: those of the layout. */
    @api names: readonly string[] | undefined;
    @api visible: string | number | undefined;

    declare readonly refs: { headless: HTMLElement };
    private actions: readonly ActionInfo[] = [];
    /** Components without a screen live as long as the page. */
    private readonly headless = new Map<string, Promise<Invocable>>();

    @wire(getActions, { objectApiName: '$objectApiName', names: '$names' })
    wiredActions({ data }: { data?: { actions: readonly ActionInfo[] } }): void {
        if (data) this.actions = data.actions;
    }

    get shownCount(): number {
        return Number(this.visible) || VISIBLE;
    }

    get buttons(): readonly ActionInfo[] {
        return this.actions.slice(0, this.shownCount);
    }

    get menu(): readonly ActionInfo[] {
        return this.actions.slice(this.shownCount);
    }

    get hasMenu(): boolean {
        return this.menu.length > 0;
    }

    handleButton(event: Event): void {
        void this.run((event.currentTarget as unknown as { value: string }).value);
    }

    handleMenu(event: CustomEvent<{ value: string }>): void {
        void this.run(event.detail.value);
    }

    private async run(name: string): Promise<void> {
        const action = this.actions.find((each) => each.name === name);
        if (!action) return;
        try {
            await this.perform(action);
        } catch (error) {
            const body = (error as { body?: { message?: string } }).body;
            this.tell(action.label, body?.message ?? (error instanceof Error ? error.message : String(error)), 'error');
        }
    }

    private async perform(action: ActionInfo): Promise<void> {
        const { recordId, objectApiName } = this;
        switch (action.kind) {
            case 'edit':
            case 'clone':
                return go({
                    type: 'standard__recordPage',
                    attributes: { recordId, objectApiName, actionName: action.kind },
                    state: {}
                });
            case 'delete':
                return this.remove();
            case 'screen':
                await ActionScreen.open({
                    label: action.label,
                    description: action.label,
                    size: 'small',
                    component: action.component,
                    recordId,
                    objectApiName
                });
                return;
            case 'headless':
                return this.invoke(action.component ?? '');
            case 'create':
            case 'update':
                return this.fillIn(action);
            default:
                this.tell('Not part of the local org', `It has not ${action.feature ?? action.label}.`, 'warning');
        }
    }

    private async remove(): Promise<void> {
        const isSure = await DeleteDialog.open({
            label: `Delete ${this.objectLabel}`,
            size: 'small',
            objectLabel: this.objectLabel
        });
        if (!isSure) return;
        await deleteRecord(String(this.recordId));
        this.tell(`${this.objectLabel} "${this.recordName}" was deleted.`, '', 'success');
        const { objectApiName } = this;
        go(
            { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'list' }, state: {} },
            { replace: true }
        );
    }

    /** Creates a related record, or updates this one, with the fields of the action. */
    private async fillIn(action: ActionInfo): Promise<void> {
        const { form } = action;
        if (!form) return;
        const isNew = action.kind === 'create';
        const predefined = Object.fromEntries(form.predefined.map(({ field, value }) => [field, value]));
        const shown = new Set(form.fields.map((field) => field.name));
        const parent = isNew && form.targetParentField ? { [form.targetParentField]: this.recordId } : {};
        const values: Record<string, unknown> = { ...parent, ...predefined };
        const hiddenValues = Object.fromEntries(Object.entries(values).filter(([name]) => !shown.has(name)));
        const saved = await RecordDialog.open({
            label: action.label,
            size: 'small',
            objectApiName: isNew ? (form.targetObject ?? '') : this.objectApiName,
            recordId: isNew ? undefined : this.recordId,
            mode: isNew ? 'new' : 'edit',
            fields: form.fields,
            defaults: values,
            hiddenValues
        });
        if (!saved) return;
        await notifyRecordUpdateAvailable([{ recordId: String(this.recordId) }]);
        this.tell(form.successMessage ?? `${action.label}: saved.`, '', 'success');
    }

    private async invoke(component: string): Promise<void> {
        let making = this.headless.get(component);
        if (!making) this.headless.set(component, (making = this.make(component)));
        const element = await making;
        if (typeof element.invoke !== 'function') throw new Error(`c:${component} has no invoke method.`);
        await element.invoke();
    }

    private async make(component: string): Promise<Invocable> {
        const item = { key: component, component: `c:${component}`, field: null, properties: {}, visibility: null };
        const is = await loadComponent(item);
        const element = createElement(`c-${component.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, {
            is
        } as never) as unknown as Invocable;
        if ('recordId' in element) element.recordId = this.recordId;
        if ('objectApiName' in element) element.objectApiName = this.objectApiName;
        this.refs.headless.append(element);
        return element;
    }

    private tell(title: string, message: string, variant: string): void {
        this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
    }
}
