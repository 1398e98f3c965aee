/** Standard objects of people, permissions, jobs and set-up. */
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
    },
    {
        name: 'BusinessHours',
        prefix: '01m',
        plural: 'Business Hours',
        system: 'audit',
        isSetup: true,
        fields: `
    Name string(80) name required
    IsActive bool
    IsDefault bool
    SundayStartTime time
    SundayEndTime time
    MondayStartTime time
    MondayEndTime time
    TuesdayStartTime time
    TuesdayEndTime time
    WednesdayStartTime time
    WednesdayEndTime time
    ThursdayStartTime time
    ThursdayEndTime time
    FridayStartTime time
    FridayEndTime time
    SaturdayStartTime time
    SaturdayEndTime time
    TimeZoneSidKey picklist(40) "Time Zone"
    LastViewedDate datetime readonly`
    },
    {
        name: 'Holiday',
        prefix: '0C0',
        system: 'audit',
        isSetup: true,
        fields: `
    Name string(80) name required "Holiday Name"
    Description string(1000)
    IsAllDay bool default(true)
    ActivityDate date "Holiday Date"
    StartTimeInMinutes int
    EndTimeInMinutes int
    IsRecurrence bool
    RecurrenceStartDate date
    RecurrenceEndDateOnly date
    RecurrenceType picklist
    RecurrenceInterval int
    RecurrenceDayOfWeekMask int
    RecurrenceDayOfMonth int
    RecurrenceInstance picklist
    RecurrenceMonthOfYear picklist`
    },
    {
        name: 'Organization',
        prefix: '00D',
        system: 'audit',
        isSetup: true,
        fields: `
    Name string(80) name required
    Division string(80)
    Plain address
    Phone phone
    Fax phone
    PrimaryContact string(80)
    DefaultLocaleSidKey picklist(40)
    TimeZoneSidKey picklist(40)
    LanguageLocaleKey picklist(40)
    FiscalYearStartMonth int
    UsesStartDateAsFiscalYearName bool
    DefaultAccountAccess picklist
    DefaultContactAccess picklist
    DefaultOpportunityAccess picklist
    DefaultLeadAccess picklist
    DefaultCaseAccess picklist
    OrganizationType picklist [*Developer Edition; Enterprise Edition] readonly
    NamespacePrefix string(15) readonly
    InstanceName string(5) readonly
    IsSandbox bool readonly
    TrialExpirationDate datetime readonly
    MonthlyPageViewsUsed int readonly`
    },
    {
        name: 'RecordType',
        prefix: '012',
        system: 'audit',
        isSetup: true,
        isReadOnly: true,
        fields: `
    Name string(80) name
    DeveloperName string(80)
    NamespacePrefix string(15)
    Description string(255)
    BusinessProcessId string(18)
    SobjectType picklist
    IsActive bool`
    },
    {
        name: 'AsyncApexJob',
        prefix: '707',
        system: 'none',
        isReadOnly: true,
        fields: `
    CreatedDate datetime
    CreatedById ref(User) rel=CreatedBy
    JobType picklist [Future; SharingRecalculation; ScheduledApex; BatchApex; BatchApexWorker; TestRequest; TestWorker; ApexToken; Queueable]
    ApexClassId ref(ApexClass) rel=ApexClass
    Status picklist [Queued; Processing; Aborted; Completed; Failed; Preparing; Holding]
    JobItemsProcessed int
    TotalJobItems int
    NumberOfErrors int
    CompletedDate datetime
    MethodName string(255)
    ExtendedStatus string(1000)
    ParentJobId ref(AsyncApexJob) rel=ParentJob
    LastProcessed string(15)
    LastProcessedOffset int
    CronTriggerId ref(CronTrigger) rel=CronTrigger`
    },
    {
        name: 'CronTrigger',
        prefix: '08e',
        label: 'Scheduled Jobs',
        system: 'none',
        isReadOnly: true,
        fields: `
    CronJobDetailId ref(CronJobDetail) rel=CronJobDetail
    NextFireTime datetime
    PreviousFireTime datetime
    State picklist [WAITING; ACQUIRED; EXECUTING; COMPLETE; ERROR; DELETED; PAUSED; BLOCKED; PAUSED_BLOCKED]
    StartTime datetime
    EndTime datetime
    CronExpression string(255)
    TimeZoneSidKey picklist(40)
    OwnerId ref(User) rel=Owner
    CreatedById ref(User) rel=CreatedBy
    CreatedDate datetime
    LastModifiedById ref(User) rel=LastModifiedBy
    TimesTriggered int`
    },
    {
        name: 'CronJobDetail',
        prefix: '08a',
        system: 'none',
        isReadOnly: true,
        fields: `
    Name string(64) name
    JobType picklist`
    },
    {
        name: 'ApexClass',
        prefix: '01p',
        system: 'audit',
        isSetup: true,
        isReadOnly: true,
        fields: `
    NamespacePrefix string(15)
    Name string(255) name
    ApiVersion double(18,1)
    Status picklist [*Active; Inactive; Deleted]
    IsValid bool
    BodyCrc double(18,0)
    Body text(1000000)
    LengthWithoutComments int`
    },
    {
        name: 'ApexTrigger',
        prefix: '01q',
        system: 'audit',
        isSetup: true,
        isReadOnly: true,
        fields: `
    NamespacePrefix string(15)
    Name string(255) name
    TableEnumOrId picklist
    UsageBeforeInsert bool
    UsageAfterInsert bool
    UsageBeforeUpdate bool
    UsageAfterUpdate bool
    UsageBeforeDelete bool
    UsageAfterDelete bool
    UsageIsBulk bool
    UsageAfterUndelete bool
    ApiVersion double(18,1)
    Status picklist [*Active; Inactive; Deleted]
    IsValid bool
    Body text(1000000)
    LengthWithoutComments int`
    },
    {
        name: 'ApexPage',
        prefix: '066',
        system: 'audit',
        isSetup: true,
        isReadOnly: true,
        fields: `
    NamespacePrefix string(15)
    Name string(80) name
    ApiVersion double(18,1)
    MasterLabel string(80)
    Markup text(1000000)`
    },
    {
        name: 'CustomNotificationType',
        prefix: '0ML',
        system: 'audit',
        isSetup: true,
        isReadOnly: true,
        fields: `
    DeveloperName string(80) name
    Language picklist [*en_US]
    MasterLabel string(80)
    NamespacePrefix string(15)
    CustomNotifTypeName string(80)
    Description string(255)
    Desktop bool
    Mobile bool`
    },
    {
        name: 'StaticResource',
        prefix: '081',
        system: 'audit',
        isSetup: true,
        isReadOnly: true,
        fields: `
    NamespacePrefix string(15)
    Name string(255) name
    ContentType string(120)
    BodyLength int
    Body base64
    Description text(255)
    CacheControl picklist [Private; Public]`
    },
    {
        name: 'EntityDefinition',
        prefix: '4ie',
        system: 'none',
        isSetup: true,
        isReadOnly: true,
        fields: `
    DurableId string(40)
    QualifiedApiName string(255) name
    DeveloperName string(80)
    Label string(80)
    MasterLabel string(80)
    PluralLabel string(80)
    NamespacePrefix string(15)
    KeyPrefix string(3)
    IsCustomSetting bool
    IsCustomizable bool
    IsQueryable bool
    IsTriggerable bool
    InternalSharingModel string(40)`
    },
    {
        name: 'FieldDefinition',
        prefix: '4fe',
        system: 'none',
        isSetup: true,
        isReadOnly: true,
        fields: `
    DurableId string(80)
    QualifiedApiName string(255) name
    DeveloperName string(80)
    EntityDefinitionId ref(EntityDefinition) rel=EntityDefinition child=Fields
    Label string(80)
    MasterLabel string(80)
    DataType string(80)
    Length int
    Precision int
    Scale int
    IsIndexed bool
    RelationshipName string(80)
    IsCalculated bool
    IsNillable bool
    NamespacePrefix string(15)`
    },
    {
        name: 'UserRecordAccess',
        prefix: '0x0',
        system: 'none',
        isReadOnly: true,
        fields: `
    UserId ref(User) rel=User
    RecordId ref(*any) rel=Record
    HasReadAccess bool
    HasEditAccess bool
    HasDeleteAccess bool
    HasTransferAccess bool
    HasAllAccess bool
    MaxAccessLevel picklist [None; Read; Edit; Delete; Transfer; All]`
    },
    {
        name: 'Name',
        prefix: '0Nm',
        system: 'none',
        isReadOnly: true,
        isQueryable: false,
        fields: `
    Name string(255) name
    Type picklist
    FirstName string(40)
    LastName string(80)
    Alias string(8)
    Username string(80)
    UserRoleId ref(UserRole) rel=UserRole
    ProfileId ref(Profile) rel=Profile
    IsActive bool
    Email email
    Phone phone
    Title string(128)`
    },
    {
        name: 'AggregateResult',
        prefix: '0Ag',
        system: 'none',
        isReadOnly: true,
        isQueryable: false,
        fields: ''
    },
    {
        name: 'PlatformEventBusSubscriber',
        prefix: '0M1',
        system: 'none',
        isReadOnly: true,
        fields: `
    ExternalId string(36)
    Name string(255) name
    Type string(40)
    Topic string(255)
    Position int
    Tip int
    Status string(40)`
    }
];
