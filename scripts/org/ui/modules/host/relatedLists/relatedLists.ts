import { LightningElement, api, wire } from 'lwc';
import { getRelatedListsInfo } from 'lightning/uiRelatedListApi';

interface ListsAnswer {
    readonly relatedLists: readonly {
        readonly label: string;
        readonly relatedListId: string;
        readonly columns: readonly string[];
        readonly sortBy: string | null;
        readonly isSupported: boolean;
    }[];
}

/** Stand-in of `force:relatedListContainer`: the related lists of the page layout. */
export default class RelatedLists extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    @wire(getRelatedListsInfo, { parentObjectApiName: '$objectApiName' })
    private answer: { data?: ListsAnswer } | undefined;

    get lists(): object[] {
        return (this.answer?.data?.relatedLists ?? []).map((list) => ({
            ...list,
            message: `The local org has no related list ${list.label}. In an org it is shown here.`
        }));
    }
}
