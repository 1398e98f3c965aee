/** Texts of this bundle. */
import Details from '@salesforce/label/c.Engagement_Action_Details';
import Address from '@salesforce/label/c.Engagement_Label_Address';
import Asset from '@salesforce/label/c.Engagement_Label_Asset';
import By from '@salesforce/label/c.Engagement_Label_By';
import Campaign from '@salesforce/label/c.Engagement_Label_Campaign';
import Counts from '@salesforce/label/c.Engagement_Label_Counts';
import Ignored from '@salesforce/label/c.Engagement_Label_Ignored';
import Informational from '@salesforce/label/c.Engagement_Label_Informational';
import Moment from '@salesforce/label/c.Engagement_Label_Moment';
import NoPoints from '@salesforce/label/c.Engagement_Label_NoPoints';
import NoPointsSales from '@salesforce/label/c.Engagement_Label_NoPointsSales';
import PlusPoints from '@salesforce/label/c.Engagement_Label_PlusPoints';
import Points from '@salesforce/label/c.Engagement_Label_Points';
import Sales from '@salesforce/label/c.Engagement_Label_Sales';
import Source from '@salesforce/label/c.Engagement_Label_Source';
import When from '@salesforce/label/c.Engagement_Label_When';
import Who from '@salesforce/label/c.Engagement_Label_Who';

export const labels = {
    Address,
    Asset,
    By,
    Campaign,
    Counts,
    Details,
    Ignored,
    Informational,
    Moment,
    NoPoints,
    NoPointsSales,
    PlusPoints,
    Points,
    Sales,
    Source,
    When,
    Who
};
