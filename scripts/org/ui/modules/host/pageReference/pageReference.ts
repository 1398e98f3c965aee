/** Page references and their addresses, both ways, as in Lightning Experience. */

export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string | undefined>>;
    readonly state: Readonly<Record<string, string>>;
}

/** Address of a page reference; undefined for a type that has none. */
export function urlOf(reference: Partial<PageReference>): string | undefined {
    const attributes = reference.attributes ?? {};
    const path = pathOf(reference.type ?? '', attributes);
    if (path === undefined) return undefined;
    const query = new URLSearchParams(
        Object.entries(reference.state ?? {}).filter(
            (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== null
        )
    ).toString();
    return query === '' ? path : `${path}?${query}`;
}

function pathOf(type: string, attributes: PageReference['attributes']): string | undefined {
    const {
        recordId,
        objectApiName,
        actionName,
        apiName,
        pageName,
        url,
        componentName,
        appTarget,
        relationshipApiName
    } = attributes;
    switch (type) {
        case 'standard__recordPage':
            return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName ?? 'view'}`;
        case 'standard__recordRelationshipPage':
            return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/related/${relationshipApiName}/view`;
        case 'standard__objectPage':
            return `/lightning/o/${objectApiName}/${actionName ?? 'list'}`;
        case 'standard__navItemPage':
            return `/lightning/n/${apiName}`;
        case 'standard__namedPage':
            return `/lightning/page/${pageName}`;
        case 'standard__component':
            return `/lightning/cmp/${componentName}`;
        case 'standard__app':
            return `/lightning/app/${(appTarget ?? '').replace(/^.*__/, '')}`;
        case 'standard__webPage':
            return url;
        default:
            return undefined;
    }
}

/** Page reference of an address of this site; the home page for anything unknown. */
export function referenceOf(path: string, search: string): PageReference {
    const state = Object.freeze(Object.fromEntries(new URLSearchParams(search)));
    const [, kind, ...rest] = path
        .replace(/^\/+|\/+$/g, '')
        .split('/')
        .map(decodeURIComponent);
    // Components cannot change where they are by changing this: they navigate to a copy.
    const make = (type: string, attributes: PageReference['attributes']): PageReference =>
        Object.freeze({ type, attributes: Object.freeze(attributes), state });
    if (kind === 'r') {
        const hasObject =
            !/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(rest[0] ?? '') || /^[a-zA-Z0-9]{15,18}$/.test(rest[1] ?? '');
        const [objectApiName, recordId, ...action] = hasObject ? rest : [undefined, ...rest];
        if (action[0] === 'related') {
            return make('standard__recordRelationshipPage', {
                recordId,
                objectApiName,
                relationshipApiName: action[1],
                actionName: 'view'
            });
        }
        return make('standard__recordPage', { recordId, objectApiName, actionName: action[0] ?? 'view' });
    }
    if (kind === 'o') return make('standard__objectPage', { objectApiName: rest[0], actionName: rest[1] ?? 'list' });
    if (kind === 'n') return make('standard__navItemPage', { apiName: rest[0] });
    if (kind === 'cmp') return make('standard__component', { componentName: rest[0] });
    if (kind === 'app') return make('standard__app', { appTarget: rest[0] });
    return make('standard__namedPage', { pageName: rest[0] ?? 'home' });
}
