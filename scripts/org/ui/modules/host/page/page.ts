import { LightningElement } from 'lwc';
import { activeApp, itemUrl, openApp } from 'host/activeApp';
import { decodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { request, UI_API } from 'host/http';
import type { ObjectInfo } from 'host/objectInfo';
import RecordDialog from 'host/recordDialog';
import type { SavedRecord } from 'host/recordDialog';
import { currentReference, go, goToUrl, onNavigation } from 'host/router';
import type { PageReference } from 'host/pageReference';
import { settings } from 'host/settings';
import type { PageDefinition } from 'host/pageTypes';

interface PageAnswer {
    readonly title: string;
    readonly objectApiName: string | null;
    readonly page: PageDefinition;
}

/** Shows what the current page reference names: a page from metadata, a list of records, or why there is none. */
export default class Page extends LightningElement {
    message = '';
    messageTitle = '';
    messageVariant: 'info' | 'error' = 'info';
    private shown: { key: string; definition: PageDefinition; recordId?: string; objectApiName?: string } | undefined;
    private list: { objectApiName: string; viewName: string | undefined } | undefined;
    private generation = 0;
    private stop: (() => void) | undefined;

    override connectedCallback(): void {
        this.stop = onNavigation((reference) => void this.show(reference));
    }

    override disconnectedCallback(): void {
        this.stop?.();
    }

    get showList(): boolean {
        return this.list !== undefined;
    }

    get listKeys(): string[] {
        return this.list ? [this.list.objectApiName] : [];
    }

    get viewName(): string | undefined {
        return this.list?.viewName;
    }

    get showPage(): boolean {
        return this.shown !== undefined;
    }

    /** A list of one: a new key builds the page anew when the record or the page changes. */
    get pages(): object[] {
        return this.shown ? [this.shown] : [];
    }

    private async show(reference: PageReference): Promise<void> {
        const generation = ++this.generation;
        const { attributes } = reference;
        try {
            switch (reference.type) {
                case 'standard__app':
                    openApp(attributes['appTarget'] ?? '');
                    goToUrl(firstUrl(), { replace: true });
                    return;
                case 'standard__objectPage':
                    if (attributes['actionName'] === 'home')
                        return go({ ...reference, attributes: { ...attributes, actionName: 'list' } });
                    if (attributes['actionName'] === 'new') return await this.create(reference);
                    if (attributes['actionName'] !== 'list')
                        return this.tell(
                            'Not part of the local org',
                            `Objects have no page for "${String(attributes['actionName'])}" here.`
                        );
                    this.settle(generation, undefined);
                    this.placeList(attributes['objectApiName'] ?? '', reference.state['filterName']);
                    document.title = attributes['objectApiName'] ?? '';
                    return;
                case 'standard__recordPage': {
                    if (attributes['actionName'] === 'edit' || attributes['actionName'] === 'clone')
                        return await this.edit(reference, attributes['actionName']);
                    if (attributes['actionName'] !== 'view')
                        return this.tell(
                            'Not part of the local org',
                            `Records have no page for "${String(attributes['actionName'])}" here.`
                        );
                    const recordId = attributes['recordId'] ?? '';
                    const answer = await this.load(`record/${recordId}`);
                    if (generation !== this.generation) return;
                    this.settle(generation, {
                        key: `${recordId}:${answer.page.name}`,
                        definition: answer.page,
                        recordId,
                        objectApiName: answer.objectApiName ?? undefined
                    });
                    document.title = answer.title;
                    return;
                }
                case 'standard__navItemPage':
                case 'standard__component':
                case 'standard__namedPage': {
                    const path =
                        reference.type === 'standard__namedPage'
                            ? `named/${attributes['pageName'] ?? 'home'}`
                            : reference.type === 'standard__component'
                              ? `component/${attributes['componentName'] ?? ''}`
                              : `tab/${attributes['apiName'] ?? ''}`;
                    const answer = await this.load(path);
                    if (generation !== this.generation) return;
                    this.settle(generation, { key: `${path}:${answer.page.name}`, definition: answer.page });
                    document.title = answer.title;
                    return;
                }
                default:
                    this.tell('Not part of the local org', `Pages of the type ${reference.type} cannot be shown.`);
            }
        } catch (error) {
            if (generation !== this.generation) return;
            const body = (error as { body?: { message?: string } }).body;
            this.tell('This page cannot be shown', body?.message ?? String(error), 'error');
        }
    }

    /** A dialog over the page that was shown before, or over the list of the object. */
    private async create(reference: PageReference): Promise<void> {
        const objectApiName = reference.attributes['objectApiName'] ?? '';
        const hasPage = this.shown !== undefined || this.list !== undefined;
        if (!hasPage) this.placeList(objectApiName, undefined);
        const info = (await request('GET', `${UI_API}/object-info/${objectApiName}`)) as ObjectInfo;
        const saved = await RecordDialog.open<SavedRecord>({
            label: `New ${info.label}`,
            size: 'medium',
            objectApiName,
            mode: 'new',
            defaults: decodeDefaultFieldValues(reference.state['defaultFieldValues'] ?? '')
        });
        this.leaveDialog(reference, info, saved, hasPage, {
            type: 'standard__objectPage',
            attributes: { objectApiName, actionName: 'list' },
            state: {}
        });
    }

    /** A dialog over the record's page. */
    private async edit(reference: PageReference, mode: 'edit' | 'clone'): Promise<void> {
        const recordId = reference.attributes['recordId'] ?? '';
        const hasPage = this.shown?.recordId === recordId;
        const answer = hasPage ? undefined : await this.load(`record/${recordId}`);
        if (answer) {
            this.message = '';
            this.list = undefined;
            this.shown = {
                key: `${recordId}:${answer.page.name}`,
                definition: answer.page,
                recordId,
                objectApiName: answer.objectApiName ?? undefined
            };
        }
        const objectApiName = this.shown?.objectApiName ?? '';
        const info = (await request('GET', `${UI_API}/object-info/${objectApiName}`)) as ObjectInfo;
        const saved = await RecordDialog.open<SavedRecord>({
            label: `${mode === 'edit' ? 'Edit' : 'Clone'} ${info.label}`,
            size: 'medium',
            objectApiName,
            recordId,
            mode
        });
        this.leaveDialog(reference, info, saved, hasPage, {
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName, actionName: 'view' },
            state: {}
        });
    }

    /** After a save to the record, else back to where the dialog was opened; nowhere when somebody went away meanwhile. */
    private leaveDialog(
        reference: PageReference,
        info: ObjectInfo,
        saved: SavedRecord | undefined,
        hasPage: boolean,
        below: PageReference
    ): void {
        if (currentReference() !== reference) return;
        if (!saved) {
            if (hasPage) history.back();
            else go(below, { replace: true });
            return;
        }
        const isEdited = reference.attributes['actionName'] === 'edit';
        const title = `${info.label} "${saved.name}" was ${isEdited ? 'saved' : 'created'}.`;
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        go(
            {
                type: 'standard__recordPage',
                attributes: { recordId: saved.id, objectApiName: info.apiName, actionName: 'view' },
                state: {}
            },
            { replace: true }
        );
    }

    private placeList(objectApiName: string, viewName: string | undefined): void {
        this.message = '';
        this.shown = undefined;
        this.list = { objectApiName, viewName };
    }

    private load(path: string): Promise<PageAnswer> {
        const query = new URLSearchParams({ app: activeApp()?.name ?? '', formFactor: settings.formFactor });
        return request('GET', `/host/page/${path}?${query.toString()}`) as Promise<PageAnswer>;
    }

    private settle(generation: number, shown: Page['shown']): void {
        if (generation !== this.generation) return;
        this.message = '';
        this.list = undefined;
        this.shown = shown;
        globalThis.localOrgReady = true;
    }

    private tell(title: string, message: string, variant: 'info' | 'error' = 'info'): void {
        this.shown = undefined;
        this.list = undefined;
        this.messageTitle = title;
        this.message = message;
        this.messageVariant = variant;
        globalThis.localOrgReady = true;
    }
}

function firstUrl(): string {
    const first = activeApp()?.items[0];
    return first ? itemUrl(first) : '/lightning/page/home';
}
