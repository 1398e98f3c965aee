import { api } from 'lwc';
import getPipelineRows from '@salesforce/apex/RevenueController.getPipelineRows';
import LightningModal from 'lightning/modal';
import { serverNow } from 'c/clockSource';
import type { Filters } from 'c/insightQuery';
import type { ListReader } from 'c/insightRows';
import { labels } from './labels';
import { DEAL_CSV_HEADS, DEAL_HEADS, dealPage } from './pipelineRowModel';

/** Modal: the opportunities behind a part of the pipeline. */
export default class InsightPipelineDetail extends LightningModal {
    /** Opportunities created in the period, or those open at its end: created or open. */
    @api view = '';
    /** Which of them: sourced, influencedNotSourced or neither. */
    @api pipelinePart = '';
    @api period = '';
    @api filters: Filters = {};
    /** Of the amounts. */
    @api currencyCode?: string;

    readonly labels = labels;
    readonly heads = DEAL_HEADS;
    readonly csvHeads = DEAL_CSV_HEADS;
    /** One function as long as the modal is open: its question does not change. */
    readonly read: ListReader = async (cursor) => {
        const { period: periodKey, view, pipelinePart: part, filters } = this;
        const page = await getPipelineRows({ periodKey, view, part, filters, cursor });
        return dealPage(page, this.currencyCode, serverNow());
    };

    handleClose(): void {
        this.close();
    }
}
