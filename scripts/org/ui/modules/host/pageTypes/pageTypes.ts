/** The page as the server resolved it from metadata: regions of items, some of which hold further regions. */

export interface VisibilityRule {
    /** `1 AND (2 OR 3)`; absent: all criteria. */
    readonly booleanFilter?: string;
    readonly criteria: readonly { readonly left: string; readonly operator: string; readonly right: string }[];
}

export interface PageItem {
    readonly key: string;
    /** `c:name`, `force:detailPanel`, ...; null for a single field. */
    readonly component: string | null;
    /** Field API name of a Dynamic Forms field. */
    readonly field: string | null;
    /** Values have the types that the component declares. */
    readonly properties: Readonly<Record<string, unknown>>;
    readonly visibility: VisibilityRule | null;
}

export interface PageRegion {
    readonly name: string;
    readonly isFacet: boolean;
    readonly items: readonly PageItem[];
}

export interface PageDefinition {
    readonly name: string;
    readonly label: string;
    readonly kind: 'record' | 'home' | 'app' | 'utilityBar';
    readonly template: string;
    readonly regions: readonly PageRegion[];
}

/** What every part of a page may need to know. */
export interface PageContext {
    readonly page: PageDefinition;
    readonly recordId: string | undefined;
    readonly objectApiName: string | undefined;
    /** Item keys that a visibility rule hides at the moment. */
    readonly hidden: ReadonlySet<string>;
    /** Items whose visibility rule cannot be read, and why. */
    readonly broken?: ReadonlyMap<string, string>;
}
