import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getReport from '@salesforce/apex/HandoffSetupController.getReport';
import { labels } from './labels';
import { areaViews, asOf, summary, type AreaView, type Summary } from './setupModel';

/** What holds in the set-up and what is wrong with it, area by area. */
export default class HandoffSetup extends LightningElement {
    readonly labels = labels;
    isChecking = false;
    private report: Platform.WireResult<Apex.SetupReport> = {};

    @wire(getReport)
    wiredReport(result: Platform.WireResult<Apex.SetupReport>): void {
        this.report = result;
    }

    get error(): unknown {
        return this.report.error;
    }

    get isLoading(): boolean {
        return this.report.data === undefined && this.error === undefined;
    }

    get summary(): Summary {
        return summary(this.report.data ?? {});
    }

    get areas(): AreaView[] {
        return areaViews(this.report.data ?? {});
    }

    get asOf(): string {
        return asOf(this.report.data ?? {});
    }

    async handleCheck(): Promise<void> {
        this.isChecking = true;
        try {
            await refreshApex(this.report);
        } finally {
            this.isChecking = false;
        }
    }
}
