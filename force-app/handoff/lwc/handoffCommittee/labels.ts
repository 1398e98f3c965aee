/** Texts of this bundle. */
import Add from '@salesforce/label/c.Handoff_Action_AddMember';
import NoInstitution from '@salesforce/label/c.Handoff_Empty_Committee';
import Candidates from '@salesforce/label/c.Handoff_Label_Candidates';
import Role from '@salesforce/label/c.Handoff_Label_CommitteeRole';
import Coverage from '@salesforce/label/c.Handoff_Label_Coverage';
import Decides from '@salesforce/label/c.Handoff_Label_Decides';
import DecidingRole from '@salesforce/label/c.Handoff_Label_DecidingRole';
import Engaged from '@salesforce/label/c.Handoff_Label_Engaged';
import Name from '@salesforce/label/c.Handoff_Label_MemberName';
import Missing from '@salesforce/label/c.Handoff_Label_MissingRoles';
import PickRole from '@salesforce/label/c.Handoff_Label_PickRole';
import Committee from '@salesforce/label/c.Handoff_Title_Committee';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Add,
    Candidates,
    Committee,
    Coverage,
    Decides,
    DecidingRole,
    Engaged,
    Loading,
    Missing,
    Name,
    NoInstitution,
    PickRole,
    Role
};
