import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfo } from 'host/objectInfo';

/** Stand-in of `force:relatedListContainer`: one list per custom child relationship, then the well-known standard ones. */
export default class RelatedLists extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    private info: { data?: ObjectInfo } | undefined;

    get lists(): ObjectInfo['childRelationships'] {
        const wellKnown = new Set(['Contacts', 'Opportunities', 'Tasks', 'Events', 'Cases', 'CampaignMembers']);
        return (this.info?.data?.childRelationships ?? []).filter(
            (child) => child.relationshipName.endsWith('__r') || wellKnown.has(child.relationshipName)
        );
    }
}
