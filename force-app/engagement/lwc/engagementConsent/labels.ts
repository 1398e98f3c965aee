/** Texts of this bundle. */
import Consent from '@salesforce/label/c.Engagement_Label_Consent';
import Some from '@salesforce/label/c.Engagement_Text_ConsentAccount';
import AllOk from '@salesforce/label/c.Engagement_Text_ConsentAccountOk';
import NoCalls from '@salesforce/label/c.Engagement_Text_ConsentNoCalls';
import NoEmail from '@salesforce/label/c.Engagement_Text_ConsentNoEmail';
import Ok from '@salesforce/label/c.Engagement_Text_ConsentOk';
import Unsubscribed from '@salesforce/label/c.Engagement_Text_ConsentUnsubscribed';

export const labels = { AllOk, Consent, NoCalls, NoEmail, Ok, Some, Unsubscribed };
