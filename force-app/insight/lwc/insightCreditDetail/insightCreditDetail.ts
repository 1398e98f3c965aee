import { api } from 'lwc';
import getCredits from '@salesforce/apex/RevenueController.getCredits';
import LightningModal from 'lightning/modal';
import { serverNow } from 'c/clockSource';
import type { Filters } from 'c/insightQuery';
import type { ListReader } from 'c/insightRows';
import { CREDIT_CSV_HEADS, CREDIT_HEADS, creditPage } from './creditModel';
import { labels } from './labels';

/** Modal: the credits behind an amount, each with its touch, weight and rule version. */
export default class InsightCreditDetail extends LightningModal {
    /** Campaign, program, channel or region; blank for revenue that has none. */
    @api lineKey = '';
    /** Level of the line. */
    @api level = '';
    /** Model that split the revenue. */
    @api model = '';
    @api period = '';
    @api filters: Filters = {};

    readonly labels = labels;
    readonly heads = CREDIT_HEADS;
    readonly csvHeads = CREDIT_CSV_HEADS;
    /** One function as long as the modal is open: its question does not change. */
    readonly read: ListReader = async (cursor) => {
        const { lineKey: key, level, model, period: periodKey, filters } = this;
        return creditPage(await getCredits({ key, level, model, periodKey, filters, cursor }), serverNow());
    };

    handleClose(): void {
        this.close();
    }
}
