import { LightningElement } from 'lwc';
import { activeApp, itemUrl, openApp } from 'host/activeApp';
import { request } from 'host/http';
import { go, goToUrl, onNavigation } from 'host/router';
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

    connectedCallback(): void {
        this.stop = onNavigation((reference) => void this.show(reference));
    }

    disconnectedCallback(): void {
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
                    if (attributes['actionName'] !== 'list')
                        return this.tell(
                            'Not part of the local org',
                            'Records are created and edited by components or through the API here.'
                        );
                    this.settle(generation, undefined);
                    this.list = {
                        objectApiName: attributes['objectApiName'] ?? '',
                        viewName: reference.state['filterName']
                    };
                    document.title = attributes['objectApiName'] ?? '';
                    return;
                case 'standard__recordPage': {
                    if (attributes['actionName'] !== 'view')
                        return this.tell(
                            'Not part of the local org',
                            'Records are edited by components or through the API here.'
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
