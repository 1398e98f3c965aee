import { LightningElement, api } from 'lwc';
import type { PageContext } from 'host/pageTypes';
import { plainText } from 'host/plainText';

const STANDARD_TITLES: Readonly<Record<string, string>> = {
    'Standard.Tab.detail': 'Details',
    'Standard.Tab.relatedLists': 'Related',
    'Standard.Tab.activity': 'Activity',
    'Standard.Tab.collaborate': 'Chatter',
    'Standard.Tab.news': 'News'
};

/** Stand-in of `flexipage:tabset` with its `flexipage:tab` items. */
export default class Tabset extends LightningElement {
    /** Name of the facet that holds the tabs. */
    @api tabs = '';
    @api pageContext!: PageContext;
    @api flexipageRegionWidth = 'LARGE';

    get shownTabs(): { key: string; label: string; facet: string; isActive: boolean }[] {
        const items = this.pageContext.page.regions.find((region) => region.name === this.tabs)?.items ?? [];
        return items
            .filter((item) => !this.pageContext.hidden.has(item.key))
            .map((item) => {
                const title = plainText(item.properties['title']);
                return {
                    key: item.key,
                    label: STANDARD_TITLES[title] ?? title,
                    facet: plainText(item.properties['body']),
                    isActive: String(item.properties['active']) === 'true'
                };
            });
    }

    get activeTab(): string | undefined {
        const tabs = this.shownTabs;
        return (tabs.find((tab) => tab.isActive) ?? tabs[0])?.key;
    }
}
