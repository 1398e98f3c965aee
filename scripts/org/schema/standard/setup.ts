/** Standard objects of people, permissions and groups. */
import type { StandardObject } from './notation.ts';

/** Permissions that queries on PermissionSet and Profile name as columns. */
const USER_PERMISSIONS = `
    PermissionsModifyAllData bool
    PermissionsViewAllData bool
    PermissionsApiEnabled bool
    PermissionsAuthorApex bool
    PermissionsViewSetup bool
    PermissionsManageUsers bool
    PermissionsCustomizeApplication bool
    PermissionsRunReports bool
    PermissionsSendCustomNotifications bool
    PermissionsAssignPermissionSets bool
    PermissionsViewAllUsers bool`;

export const setupObjects: readonly StandardObject[] = [
    {
        name: 'User',
        prefix: '005',
        system: 'audit',
        sharing: 'Read',
        isSetup: true,
        isKept: true,
        fields: `
    Username string(80) required unique
    LastName string(80) required
    FirstName string(40)
    MiddleName string(40)
    Suffix string(40)
    Name string(121) name readonly "Full Name"
    CompanyName string(80)
    Division string(80)
    Department string(80)
    Title string(80)
    Plain address
    Email email(128) required
    EmailPreferencesAutoBcc bool
    SenderEmail email
    SenderName string(80)
    Signature text(1333)
    Phone phone
    Fax phone
    MobilePhone phone "Mobile"
    Extension phone
    Alias string(8) required
    CommunityNickname string(40) "Nickname"
    BadgeText string(80) readonly
    IsActive bool default(true) "Active"
    TimeZoneSidKey picklist(40) required nofls "Time Zone"
    UserRoleId ref(UserRole) rel=UserRole child=Users "Role ID"
    LocaleSidKey picklist(40) required nofls "Locale"
    ReceivesInfoEmails bool
    ReceivesAdminInfoEmails bool
    EmailEncodingKey picklist(40) [*UTF-8; ISO-8859-1] required "Email Encoding"
    ProfileId ref(Profile) rel=Profile child=Users required
    UserType picklist(40) [*Standard; PowerPartner; CspLitePortal; CustomerSuccess; PowerCustomerSuccess; Guest; AutomatedProcess] readonly
    UserSubtype picklist readonly
    LanguageLocaleKey picklist(40) [*en_US; de; fr; es] required "Language"
    EmployeeNumber string(20)
    DelegatedApproverId ref(Group,User) rel=DelegatedApprover
    ManagerId ref(User) rel=Manager child=ManagedUsers
    LastLoginDate datetime readonly
    LastPasswordChangeDate datetime readonly
    NumberOfFailedLogins int readonly
    ContactId ref(Contact) rel=Contact child=Users
    AccountId ref(Account) rel=Account child=Users readonly
    CallCenterId string(18)
    FederationIdentifier string(512) unique
    AboutMe string(1000)
    CurrentStatus string(1000)
    FullPhotoUrl url readonly
    SmallPhotoUrl url readonly
    MediumPhotoUrl url readonly
    ForecastEnabled bool
    UserPreferencesActivityRemindersPopup bool
    UserPermissionsMarketingUser bool "Marketing User"
    UserPermissionsSFContentUser bool
    UserPermissionsKnowledgeUser bool
    UserPermissionsInteractionUser bool
    UserPermissionsSupportUser bool
    UserPermissionsCallCenterAutoLogin bool
    UserPermissionsOfflineUser bool
    DefaultGroupNotificationFrequency picklist [*N; P; D; W]
    DigestFrequency picklist [*D; W; N]
    IndividualId ref(Individual) rel=Individual
    LastViewedDate datetime readonly
    LastReferencedDate datetime readonly`
    },
    {
        name: 'UserRole',
        prefix: '00E',
        label: 'Role',
        system: 'audit',
        isSetup: true,
        fields: `
    Name string(80) name required
    ParentRoleId ref(UserRole) rel=ParentRole
    RollupDescription string(80)
    OpportunityAccessForAccountOwner picklist [None; Read; *Edit]
    CaseAccessForAccountOwner picklist [None; Read; *Edit]
    ContactAccessForAccountOwner picklist [None; Read; *Edit]
    ForecastUserId ref(User) rel=ForecastUser
    MayForecastManagerShare bool
    DeveloperName string(80) unique
    PortalType picklist [*None; CustomerPortal; Partner]`
    },
    {
        name: 'Profile',
        prefix: '00e',
        system: 'audit',
        isSetup: true,
        fields: `
    Name string(255) name required
    UserLicenseId ref(UserLicense) rel=UserLicense
    UserType picklist [*Standard] readonly
    Description string(255)${USER_PERMISSIONS}`
    },
    {
        name: 'UserLicense',
        prefix: '100',
        system: 'audit',
        isSetup: true,
        isReadOnly: true,
        fields: `
    LicenseDefinitionKey string(40)
    TotalLicenses int
    Status picklist [Active; Disabled]
    UsedLicenses int
    Name string(40) name
    MasterLabel string(40)`
    },
    {
        name: 'PermissionSet',
        prefix: '0PS',
        system: 'audit',
        isSetup: true,
        fields: `
    Name string(80) name required
    Label string(80) required
    LicenseId string(18)
    ProfileId ref(Profile) rel=Profile readonly
    IsOwnedByProfile bool readonly
    IsCustom bool readonly
    Type picklist [*Regular; Standard; Session; Group; Profile] readonly
    PermissionSetGroupId ref(PermissionSetGroup) rel=PermissionSetGroup readonly
    NamespacePrefix string(15) readonly
    HasActivationRequired bool
    Description string(255)${USER_PERMISSIONS}`
    },
    {
        name: 'PermissionSetAssignment',
        prefix: '0Pa',
        system: 'none',
        isSetup: true,
        fields: `
    PermissionSetId ref(PermissionSet) rel=PermissionSet child=Assignments cascade createonly
    PermissionSetGroupId ref(PermissionSetGroup) rel=PermissionSetGroup child=Assignments createonly
    AssigneeId ref(User) rel=Assignee child=PermissionSetAssignments required cascade createonly
    ExpirationDate datetime
    IsActive bool readonly
    IsRevoked bool readonly
    SystemModstamp datetime readonly`
    },
    {
        name: 'PermissionSetGroup',
        prefix: '0PG',
        isSetup: true,
        fields: `
    DeveloperName string(80) name required
    Language picklist [*en_US]
    MasterLabel string(80) required
    NamespacePrefix string(15) readonly
    Description string(255)
    Status picklist [*Updated; Outdated; Updating; Failed] readonly`
    },
    {
        name: 'PermissionSetGroupComponent',
        prefix: '0PM',
        isSetup: true,
        fields: `
    PermissionSetGroupId ref(PermissionSetGroup) rel=PermissionSetGroup required cascade createonly
    PermissionSetId ref(PermissionSet) rel=PermissionSet required cascade createonly`
    },
    {
        name: 'ObjectPermissions',
        prefix: '110',
        system: 'audit',
        isSetup: true,
        fields: `
    ParentId ref(PermissionSet) rel=Parent child=ObjectPerms required cascade createonly
    SobjectType picklist required createonly
    PermissionsCreate bool
    PermissionsRead bool
    PermissionsEdit bool
    PermissionsDelete bool
    PermissionsViewAllRecords bool
    PermissionsModifyAllRecords bool`
    },
    {
        name: 'FieldPermissions',
        prefix: '01k',
        system: 'none',
        isSetup: true,
        fields: `
    ParentId ref(PermissionSet) rel=Parent child=FieldPerms required cascade createonly
    SobjectType picklist required createonly
    Field picklist required createonly
    PermissionsEdit bool
    PermissionsRead bool
    SystemModstamp datetime readonly`
    },
    {
        name: 'SetupEntityAccess',
        prefix: '0J0',
        system: 'none',
        isSetup: true,
        fields: `
    ParentId ref(PermissionSet) rel=Parent child=SetupEntityAccessItems required cascade createonly
    SetupEntityId string(18) required createonly
    SetupEntityType picklist [ApexClass; ApexPage; CustomPermission; TabSet; ConnectedApplication] readonly
    SystemModstamp datetime readonly`
    },
    {
        name: 'CustomPermission',
        prefix: '0CP',
        isSetup: true,
        fields: `
    DeveloperName string(80) name required
    Language picklist [*en_US]
    MasterLabel string(80) required
    NamespacePrefix string(15) readonly
    Description string(255)
    IsProtected bool`
    },
    {
        name: 'Group',
        prefix: '00G',
        system: 'audit',
        isSetup: true,
        owner: 'user',
        fields: `
    Name string(40) name required "Name"
    DeveloperName string(80) unique
    RelatedId ref(User,UserRole) rel=Related readonly
    Type picklist [Regular; Role; RoleAndSubordinates; Organization; Queue] createonly
    Email email(255)
    QueueRoutingConfigId string(18)
    DoesSendEmailToMembers bool
    DoesIncludeBosses bool
    Description string(255)`
    },
    {
        name: 'GroupMember',
        prefix: '011',
        system: 'none',
        isSetup: true,
        fields: `
    GroupId ref(Group) rel=Group child=GroupMembers required cascade createonly
    UserOrGroupId ref(Group,User) rel=UserOrGroup required cascade createonly
    SystemModstamp datetime readonly`
    },
    {
        name: 'QueueSobject',
        prefix: '03g',
        system: 'none',
        isSetup: true,
        fields: `
    QueueId ref(Group) rel=Queue child=QueueSobjects required cascade createonly
    SobjectType picklist required createonly
    CreatedById ref(User) rel=CreatedBy readonly
    SystemModstamp datetime readonly`
    }
];
