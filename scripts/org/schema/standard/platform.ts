/** Standard objects of the org itself: calendar, jobs, code, definitions. */
import { valueList, type StandardObject } from './notation.ts';

export const platformObjects: readonly StandardObject[] = [
    {
        name: 'PlatformCachePartition',
        prefix: '0Er',
        system: 'audit',
        isSetup: true,
        isReadOnly: true,
        fields: `
    DeveloperName string(80) name
    Language picklist [*en_US]
    MasterLabel string(80)
    NamespacePrefix string(15)
    Description string(255)
    IsDefaultPartition bool`
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
    IsReadOnly bool readonly
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
    },
    // Nobody logs in to the local org: these two have no rows.
    {
        name: 'AuthSession',
        prefix: '0Ak',
        system: 'none',
        isSetup: true,
        isReadOnly: true,
        fields: `
    UsersId ref(User) rel=Users
    CreatedDate datetime
    LastModifiedDate datetime
    NumSecondsValid int
    UserType picklist(40)
    SourceIp string(39)
    LoginType picklist(40)
    SessionType picklist(40)
    SessionSecurityLevel picklist(40)
    LogoutUrl url(1500)
    ParentId ref(AuthSession) rel=Parent
    LoginHistoryId ref(LoginHistory) rel=LoginHistory
    LoginGeoId string(18)
    IsCurrent bool`
    },
    {
        name: 'LoginHistory',
        prefix: '0Ya',
        system: 'none',
        isSetup: true,
        isReadOnly: true,
        fields: `
    UserId ref(User)
    LoginTime datetime
    LoginType picklist(40)
    SourceIp string(39)
    LoginUrl string(100)
    Browser string(64)
    Platform string(64)
    Status string(128)
    Application string(64)
    ClientVersion string(64)
    ApiType string(64)
    ApiVersion string(32)
    CountryIso string(2)`
    },
    valueList('TaskStatus', 'IsClosed'),
    valueList('TaskPriority', 'IsHighPriority'),
    valueList('CaseStatus', 'IsClosed')
];
