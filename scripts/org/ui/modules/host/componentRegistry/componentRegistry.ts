/** Component of a page item: a bundle of the source tree, or the stand-in of a standard component. */
import { loaders } from 'host/components';
import DetailPanel from 'host/detailPanel';
import FieldItem from 'host/fieldItem';
import HighlightsPanel from 'host/highlightsPanel';
import RelatedList from 'host/relatedList';
import RelatedLists from 'host/relatedLists';
import RichText from 'host/richText';
import FieldSection from 'host/fieldSection';
import StandIn from 'host/standIn';
import Tabset from 'host/tabset';
import type { PageItem } from 'host/pageTypes';

type Constructor = new () => object;

const STANDARD: Readonly<Record<string, Constructor>> = {
    'force:highlightsPanel': HighlightsPanel,
    'force:detailPanel': DetailPanel,
    'force:recordDetailPanelMobile': DetailPanel,
    'force:relatedListSingleContainer': RelatedList,
    'force:relatedListContainer': RelatedLists,
    'lst:dynamicRelatedList': RelatedList,
    'flexipage:tabset': Tabset,
    'flexipage:fieldSection': FieldSection,
    'flexipage:column': FieldSection,
    'flexipage:richText': RichText
};

/** @throws Error when the page names a component that is not in the source tree. */
export async function loadComponent(item: PageItem): Promise<Constructor> {
    if (item.component === null) return FieldItem;
    const own = /^c:(\w+)$/.exec(item.component)?.[1] ?? /^(\w+)$/.exec(item.component)?.[1];
    if (own === undefined) return STANDARD[item.component] ?? StandIn;
    const loader = (loaders as Record<string, (() => Promise<{ default: Constructor }>) | undefined>)[`c/${own}`];
    if (!loader) throw new Error(`The page names the component c:${own}, which is not in the source tree.`);
    const constructor = (await loader()).default;
    if (typeof constructor !== 'function') throw new Error(`c:${own} does not export a component.`);
    return constructor;
}
