/** Texts of this bundle. */
import DownloadCsv from '@salesforce/label/c.Insight_Action_DownloadCsv';
import CsvProgress from '@salesforce/label/c.Insight_Label_CsvProgress';
import CsvStarting from '@salesforce/label/c.Insight_Label_CsvStarting';
import Cancel from '@salesforce/label/c.Shared_Action_Cancel';

export const labels = {
    Cancel,
    CsvProgress,
    CsvStarting,
    DownloadCsv
};
