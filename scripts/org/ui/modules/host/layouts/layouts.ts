/** Layouts of an object and actions of its records, as the server resolves them from metadata. */
import { request, UI_API } from 'host/http';
import { stableText, wireAdapter } from 'host/wireAdapter';

export interface LayoutItem {
    readonly editableForNew: boolean;
    readonly editableForUpdate: boolean;
    readonly required: boolean;
    readonly layoutComponents: readonly { readonly apiName: string | null; readonly componentType: string }[];
}

export interface Layout {
    readonly sections: readonly {
        readonly id: string;
        readonly heading: string;
        readonly useHeading: boolean;
        readonly columns: number;
        readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
    }[];
}

export interface ActionInfo {
    readonly name: string;
    readonly label: string;
    readonly kind: 'edit' | 'clone' | 'delete' | 'screen' | 'headless' | 'create' | 'update' | 'unsupported';
    readonly component?: string;
    readonly form?: {
        readonly targetObject: string | null;
        readonly targetParentField: string | null;
        readonly fields: readonly { readonly name: string; readonly behavior: string }[];
        readonly predefined: readonly { readonly field: string; readonly value: string }[];
        readonly successMessage: string | null;
    };
    readonly feature?: string;
}

/** Wire adapter: `{objectApiName, layoutType: 'Full' | 'Compact', mode: 'View' | 'Edit' | 'Create'}`. */
export const getLayout = wireAdapter({
    isReady: (config) => Boolean(config['objectApiName']),
    key: (config) => `layout:${stableText(config)}`,
    fetch: (config) => fetchLayout(String(config['objectApiName']), config)
});

export function fetchLayout(
    objectApiName: string,
    { layoutType = 'Full', mode = 'View' }: { readonly layoutType?: unknown; readonly mode?: unknown }
): Promise<Layout> {
    const query = `layoutType=${String(layoutType)}&mode=${String(mode)}`;
    return request('GET', `${UI_API}/layout/${objectApiName}?${query}`) as Promise<Layout>;
}

/** Wire adapter: the actions of a record's page, or those that are named. */
export const getActions = wireAdapter({
    isReady: (config) => Boolean(config['objectApiName']),
    key: (config) => `actions:${stableText(config)}`,
    fetch: (config) => {
        const names = ((config['names'] as readonly string[] | undefined) ?? []).join(',');
        return request(
            'GET',
            `/host/actions/${String(config['objectApiName'])}${names === '' ? '' : `?names=${encodeURIComponent(names)}`}`
        );
    }
});

/** Wire adapter: the names of the buttons above the lists of an object. */
export const getListActions = wireAdapter({
    isReady: (config) => Boolean(config['objectApiName']),
    key: (config) => `list-actions:${stableText(config)}`,
    fetch: (config) => request('GET', `/host/list-actions/${String(config['objectApiName'])}`)
});

/** Fields of a layout in the order of reading. */
export function fieldsOf(layout: Layout): string[] {
    return layout.sections.flatMap((section) =>
        section.layoutRows.flatMap((row) =>
            row.layoutItems.flatMap((item) => item.layoutComponents.flatMap(({ apiName }) => apiName ?? []))
        )
    );
}
