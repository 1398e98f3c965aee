/** Pages for what no metadata assigns a page to. */
import type { PageDefinition, PageItem } from './pageModel.ts';

function item(key: string, component: string, properties: Record<string, unknown> = {}): PageItem {
    return { key, component, field: null, properties, visibility: null };
}

/** Header, details and related lists, as every object has in a new org. */
export const defaultRecordPage: PageDefinition = {
    name: 'Standard_Record_Page',
    label: 'Record',
    kind: 'record',
    template: 'flexipage:recordHomeTemplateDesktop',
    objectApiName: null,
    regions: [
        { name: 'header', isFacet: false, items: [item('header:0', 'force:highlightsPanel')] },
        { name: 'main', isFacet: false, items: [item('main:0', 'flexipage:tabset', { tabs: 'tabs' })] },
        {
            name: 'tabs',
            isFacet: true,
            items: [
                item('tabs:0', 'flexipage:tab', { title: 'Standard.Tab.detail', body: 'details', active: 'true' }),
                item('tabs:1', 'flexipage:tab', { title: 'Standard.Tab.relatedLists', body: 'related' })
            ]
        },
        { name: 'details', isFacet: true, items: [item('details:0', 'force:detailPanel')] },
        { name: 'related', isFacet: true, items: [item('related:0', 'force:relatedListContainer')] }
    ]
};

export const defaultHomePage: PageDefinition = {
    name: 'Standard_Home',
    label: 'Home',
    kind: 'home',
    template: 'home:desktopTemplate',
    objectApiName: null,
    regions: [
        {
            name: 'top',
            isFacet: false,
            items: [
                item('top:0', 'flexipage:richText', {
                    richTextValue: '<p>This app assigns no home page.</p>',
                    decorate: 'true'
                })
            ]
        }
    ]
};

/** A page that shows one component, for tabs of components and `standard__component` references. */
export function componentPage(
    component: string,
    label: string,
    properties: Readonly<Record<string, unknown>>
): PageDefinition {
    return {
        name: component,
        label,
        kind: 'app',
        template: 'flexipage:defaultAppHomeTemplate',
        objectApiName: null,
        regions: [{ name: 'main', isFacet: false, items: [item('main:0', component, properties)] }]
    };
}

/** Of an app that has no utility bar. */
export const emptyUtilityBar: PageDefinition = {
    name: '',
    label: 'Utility Bar',
    kind: 'utilityBar',
    template: 'one:utilityBarTemplateDesktop',
    objectApiName: null,
    regions: []
};
