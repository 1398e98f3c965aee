/** `/host/page/...`: which page the browser shows for a record, a tab, home or a component. */
import type { SourceTree } from '../../ui/build/sourceTree.ts';
import type { Gateway } from '../gateway.ts';
import { HttpError, notFound } from '../httpError.ts';
import { userOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';
import { objectOfId } from '../rest/records.ts';
import { readableObject } from '../uiApi/objectInfo.ts';
import { readRecord, selectFields } from '../uiApi/recordShape.ts';
import { assignedPage, readApps, readTabs } from './appModel.ts';
import type { AppDefinition } from './appModel.ts';
import { readQuickActions } from './actionModel.ts';
import type { QuickAction } from './actionModel.ts';
import { componentPage, defaultHomePage, defaultRecordPage, emptyUtilityBar } from './defaultPages.ts';
import { readLayouts } from './layoutModel.ts';
import type { Layouts } from './layoutModel.ts';
import { readPages, typedProperties } from './pageModel.ts';
import type { PageDefinition } from './pageModel.ts';

/** Everything that metadata says about pages, read again when a file changes. */
export interface PageMetadata {
    readonly tree: SourceTree;
    readonly pages: ReadonlyMap<string, PageDefinition>;
    readonly apps: readonly AppDefinition[];
    readonly tabs: ReturnType<typeof readTabs>;
    readonly layouts: Layouts;
    readonly quickActions: ReadonlyMap<string, QuickAction>;
}

/** @throws Error naming the file of malformed XML. */
export function readPageMetadata(tree: SourceTree, gateway: Gateway): PageMetadata {
    const { schema } = gateway;
    return {
        tree,
        pages: readPages(tree),
        apps: readApps(tree, schema),
        tabs: readTabs(tree, schema),
        layouts: readLayouts(tree, schema),
        quickActions: readQuickActions(tree)
    };
}

interface PageAnswer {
    readonly title: string;
    readonly objectApiName: string | null;
    readonly page: PageDefinition;
}

export function pageRoutes(gateway: Gateway, metadata: () => PageMetadata): Route[] {
    const route = (
        pattern: string,
        handler: (context: RequestContext, metadata: PageMetadata) => PageAnswer
    ): Route => ({
        method: 'GET',
        pattern: `/host/page${pattern}`,
        access: 'token',
        handler: (context) => ({ json: handler(context, metadata()) })
    });
    const appOf = (context: RequestContext, { apps }: PageMetadata): AppDefinition | undefined =>
        apps.find((app) => app.name === context.query.get('app')) ??
        apps.find((app) => app.name === gateway.defaultApp) ??
        apps[0];
    const formFactor = (context: RequestContext): string => context.query.get('formFactor') ?? 'Large';

    return [
        route('/record/:id', (context, model) => {
            const user = userOf(gateway, context);
            const id = context.params['id'] ?? '';
            const access = gateway.access(user.id);
            const def = readableObject(gateway, access, objectOfId(gateway, id));
            const nameField =
                [...def.fields.values()].find((field) => field.isNameField && field.name === 'Name') ??
                [...def.fields.values()].find((field) => field.isNameField);
            const record = readRecord(
                gateway,
                user,
                def,
                id,
                selectFields(gateway, access, def, [], nameField ? [nameField.name] : [])
            );
            if (!record) throw notFound('This record does not exist, or you may not see it.');
            const assigned = assignedPage(appOf(context, model), def.name, user.profile, formFactor(context));
            const name =
                nameField &&
                (record['fields'] as Record<string, { value: unknown } | undefined>)[nameField.name]?.value;
            const only = [...model.pages.values()].filter(
                (page) => page.kind === 'record' && page.objectApiName === def.name
            );
            return {
                title: `${typeof name === 'string' ? name : def.label} | ${def.label}`,
                objectApiName: def.name,
                page:
                    pageNamed(
                        model,
                        assigned ?? (only.length === 1 && model.apps.length === 0 ? only[0]?.name : undefined)
                    ) ?? defaultRecordPage
            };
        }),
        route('/named/:name', (context, model) => {
            if (context.params['name'] !== 'home') {
                throw new HttpError(404, {
                    errorCode: 'NOT_FOUND',
                    message: `The local org has no page called ${context.params['name'] ?? ''}.`
                });
            }
            const user = userOf(gateway, context);
            const assigned = assignedPage(appOf(context, model), 'standard-home', user.profile, formFactor(context));
            return { title: 'Home', objectApiName: null, page: pageNamed(model, assigned) ?? defaultHomePage };
        }),
        route('/tab/:name', (context, model) => {
            const name = context.params['name'] ?? '';
            const tab = model.tabs.get(name) ?? { name, label: name, kind: 'page' as const, target: name, icon: '' };
            if (tab.kind === 'component')
                return { title: tab.label, objectApiName: null, page: single(model, tab.target, tab.label) };
            const page = pageNamed(model, tab.target);
            if (!page) throw notFound(`There is no tab or page called ${name}.`);
            return { title: tab.label, objectApiName: null, page };
        }),
        route('/utility-bar', (context, model) => {
            const name = appOf(context, model)?.utilityBar ?? undefined;
            const page = name === undefined ? emptyUtilityBar : model.pages.get(name);
            if (!page)
                throw notFound(`The app names the utility bar ${String(name)}, which is not in the source tree.`);
            return { title: page.label, objectApiName: null, page };
        }),
        route('/component/:name', (context, model) => {
            const name = (context.params['name'] ?? '').replace(/^c__/, '');
            return { title: name, objectApiName: null, page: single(model, name, name) };
        })
    ];
}

function single(model: PageMetadata, component: string, label: string): PageDefinition {
    return componentPage(component, label, typedProperties(model.tree, component, {}));
}

/** @throws HttpError when an app names a page that is not in the source tree. */
function pageNamed(model: PageMetadata, name: string | undefined): PageDefinition | undefined {
    if (name === undefined) return undefined;
    const page = model.pages.get(name);
    if (
        !page &&
        name.length > 0 &&
        model.apps.some((app) => app.overrides.some((override) => override.page === name))
    ) {
        throw notFound(`The app assigns the page ${name}, which is not in the source tree.`);
    }
    return page;
}
