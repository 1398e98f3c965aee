/** Standard objects of activities, service, files and mail. */
import type { StandardObject } from './notation.ts';

const CONTENT = `
    ContentDocumentId ref(ContentDocument) rel=ContentDocument`;

export const serviceObjects: readonly StandardObject[] = [
    {
        name: 'Task',
        prefix: '00T',
        sharing: 'Private',
        owner: 'userOrQueue',
        fields: `
    WhoId ref(Contact,Lead) rel=Who child=Tasks "Name ID"
    WhatId ref(*what) rel=What child=Tasks "Related To ID"
    WhoCount int readonly
    WhatCount int readonly
    Subject combobox(255) [Call; Send Letter; Send Quote; Other]
    ActivityDate date "Due Date Only"
    Status picklist [*Not Started; In Progress; Completed; Waiting on someone else; Deferred] required
    Priority picklist [High; *Normal; Low] required
    IsHighPriority bool readonly "High Priority"
    Description text(32000) "Description"
    AccountId ref(Account) rel=Account readonly nofls
    IsClosed bool readonly "Closed"
    IsArchived bool readonly "Archived"
    CallDurationInSeconds int "Call Duration"
    CallType picklist [Internal; Inbound; Outbound]
    CallDisposition string(255) "Call Result"
    CallObject string(255) "Call Object Identifier"
    ReminderDateTime datetime
    IsReminderSet bool "Reminder Set"
    RecurrenceActivityId ref(Task) rel=RecurrenceActivity readonly
    IsRecurrence bool createonly
    RecurrenceStartDateOnly date
    RecurrenceEndDateOnly date
    RecurrenceType picklist
    RecurrenceInterval int
    RecurrenceTimeZoneSidKey picklist
    CompletedDateTime datetime readonly
    TaskSubtype picklist [*Task; Email; ListEmail; Cadence; Call; LinkedIn] createonly
    Type picklist [Call; Meeting; Other; Email]`
    },
    {
        name: 'Event',
        prefix: '00U',
        sharing: 'Private',
        owner: 'userOrQueue',
        fields: `
    WhoId ref(Contact,Lead) rel=Who child=Events "Name ID"
    WhatId ref(*what) rel=What child=Events "Related To ID"
    WhoCount int readonly
    WhatCount int readonly
    Subject combobox(255) [Call; Email; Meeting; Send Letter/Quote; Other]
    Location string(255)
    IsAllDayEvent bool
    ActivityDateTime datetime "Due Date Time"
    ActivityDate date "Due Date Only"
    DurationInMinutes int "Duration"
    StartDateTime datetime
    EndDateTime datetime
    EndDate date readonly
    Description text(32000)
    AccountId ref(Account) rel=Account readonly nofls
    IsPrivate bool "Private"
    ShowAs picklist [*Busy; OutOfOffice; Free]
    IsChild bool readonly
    IsGroupEvent bool readonly
    GroupEventType picklist readonly
    IsArchived bool readonly
    RecurrenceActivityId ref(Event) rel=RecurrenceActivity readonly
    IsRecurrence bool createonly
    ReminderDateTime datetime
    IsReminderSet bool
    EventSubtype picklist [*Event] createonly
    Type picklist [Email; Meeting; Other; Call]`
    },
    {
        name: 'Case',
        prefix: '500',
        sharing: 'ReadWriteTransfer',
        owner: 'userOrQueue',
        shareParent: 'CaseId',
        hasHistory: true,
        fields: `
    MasterRecordId ref(Case) rel=MasterRecord readonly nofls
    CaseNumber string(30) name auto({00000000})
    ContactId ref(Contact) rel=Contact child=Cases
    AccountId ref(Account) rel=Account child=Cases
    AssetId ref(Asset) rel=Asset child=Cases
    ParentId ref(Case) rel=Parent child=Cases
    BusinessHoursId ref(BusinessHours) rel=BusinessHours
    SuppliedName string(80) "Web Name"
    SuppliedEmail email "Web Email"
    SuppliedPhone string(40) "Web Phone"
    SuppliedCompany string(80) "Web Company"
    Type picklist [Mechanical; Electrical; Electronic; Structural; Other]
    Status picklist [*New; Working; Escalated; Closed]
    Reason picklist [Installation; Equipment Complexity; Performance; Breakdown; Equipment Design; Feedback; Other]
    Origin picklist [Phone; Email; Web]
    Subject string(255)
    Priority picklist [High; *Medium; Low]
    Description text(32000)
    IsClosed bool readonly
    ClosedDate datetime readonly
    IsEscalated bool
    ContactPhone phone readonly
    ContactMobile phone readonly
    ContactEmail email readonly
    ContactFax phone readonly
    Comments text(4000) createonly
    LastViewedDate datetime readonly
    LastReferencedDate datetime readonly`
    },
    {
        name: 'CaseComment',
        prefix: '00a',
        fields: `
    ParentId ref(Case) rel=Parent child=CaseComments required cascade createonly
    IsPublished bool
    CommentBody text(4000)`
    },
    {
        name: 'Solution',
        prefix: '501',
        owner: 'user',
        fields: `
    SolutionNumber string(30) auto({00000000})
    SolutionName string(255) name required
    IsPublished bool
    Status picklist [*Draft; Reviewed; Duplicate]
    SolutionNote text(32000)`
    },
    {
        name: 'EmailMessage',
        prefix: '02s',
        fields: `
    ParentId ref(Case) rel=Parent child=EmailMessages cascade createonly
    ActivityId ref(Task) rel=Activity createonly
    CreatedByName string(255) readonly
    RelatedToId ref(*what) rel=RelatedTo child=Emails createonly
    TextBody text(131072)
    HtmlBody text(131072)
    Headers text(32000)
    Subject string(3000)
    Name string(255) readonly
    FromName string(1000)
    FromAddress email(1000)
    ToAddress string(4000)
    CcAddress string(4000)
    BccAddress string(4000)
    Incoming bool createonly "Is Incoming"
    HasAttachment bool readonly
    Status picklist [*0; 1; 2; 3; 4; 5] required
    MessageDate datetime
    MessageIdentifier string(765) createonly
    ThreadIdentifier string(765) createonly
    IsClientManaged bool createonly
    IsTracked bool
    IsOpened bool readonly
    FirstOpenedDate datetime
    LastOpenedDate datetime
    IsBounced bool readonly
    EmailTemplateId ref(EmailTemplate) rel=EmailTemplate
    IsExternallyVisible bool`
    },
    {
        name: 'EmailMessageRelation',
        prefix: '0e4',
        fields: `
    EmailMessageId ref(EmailMessage) rel=EmailMessage child=EmailMessageRelations required cascade createonly nofls
    RelationId ref(Contact,Lead,User) rel=Relation child=EmailMessageRelations createonly nofls
    RelationType picklist [ToAddress; CcAddress; BccAddress; FromAddress; OtherAddress] required createonly nofls
    RelationAddress string(4000) createonly nofls
    RelationObjectType picklist [Contact; Lead; User] readonly nofls`
    },
    {
        name: 'ListEmail',
        prefix: '0XB',
        owner: 'user',
        fields: `
    Name string(255) name
    Subject string(255)
    HtmlBody text(131072)
    TextBody text(131072)
    FromName string(80)
    FromAddress email
    Status picklist [*Draft; Scheduled; Sent]
    HasAttachment bool readonly
    ScheduledDate datetime
    TotalSent int readonly
    CampaignId ref(Campaign) rel=Campaign child=ListEmails
    RelatedToId ref(*what) rel=RelatedTo child=ListEmails`
    },
    {
        name: 'EmailTemplate',
        prefix: '00X',
        system: 'audit',
        owner: 'user',
        isSetup: true,
        fields: `
    Name string(80) name required
    DeveloperName string(80) required unique
    NamespacePrefix string(15) readonly
    FolderId ref(Folder,Organization,User) rel=Folder
    FolderName string(256) readonly
    BrandTemplateId string(18)
    TemplateStyle picklist [none; freeForm]
    IsActive bool
    TemplateType picklist [text; html; custom; visualforce]
    RelatedEntityType picklist
    UiType picklist [Aloha; SFX]
    Encoding picklist [UTF-8; ISO-8859-1]
    Description text(255)
    Subject string(255)
    HtmlValue text(384000)
    Body text(384000)
    TimesUsed int readonly
    LastUsedDate datetime readonly
    ApiVersion double(18,1)
    Markup text(1048576)`
    },
    {
        name: 'Note',
        prefix: '002',
        owner: 'user',
        fields: `
    ParentId ref(*any) rel=Parent child=Notes required cascade createonly
    Title string(80) required name
    IsPrivate bool
    Body text(32000)`
    },
    {
        name: 'Attachment',
        prefix: '00P',
        owner: 'user',
        fields: `
    ParentId ref(*any) rel=Parent child=Attachments required cascade createonly
    Name string(255) name required "File Name"
    IsPrivate bool
    ContentType string(120)
    BodyLength int readonly
    Body base64 required
    Description text(500)`
    },
    {
        name: 'Document',
        prefix: '015',
        fields: `
    FolderId ref(Folder,User) rel=Folder required
    AuthorId ref(User) rel=Author
    Name string(255) name required "Document Name"
    DeveloperName string(80) unique
    NamespacePrefix string(15) readonly
    ContentType string(120)
    Type string(40)
    IsPublic bool
    BodyLength int readonly
    Body base64
    Url url
    Description text(255)
    Keywords string(255)
    IsInternalUseOnly bool
    IsBodySearchable bool readonly`
    },
    {
        name: 'Folder',
        prefix: '00l',
        system: 'audit',
        isSetup: true,
        fields: `
    ParentId ref(Folder) rel=Parent
    Name string(40) name
    DeveloperName string(80)
    AccessType picklist [Shared; Public; Hidden; PublicInternal]
    IsReadonly bool
    Type picklist [Document; Email; Report; Dashboard; EmailTemplate]
    NamespacePrefix string(15) readonly`
    },
    {
        name: 'ContentDocument',
        prefix: '069',
        owner: 'user',
        fields: `
    ParentId ref(ContentWorkspace) rel=Parent
    IsArchived bool
    ArchivedById ref(User) rel=ArchivedBy
    ArchivedDate date
    Title string(255) name
    PublishStatus picklist [*P; R; U]
    LatestPublishedVersionId ref(ContentVersion) rel=LatestPublishedVersion readonly
    ContentSize int readonly
    FileType string(20) readonly
    FileExtension string(40) readonly
    Description text(1000)
    ContentModifiedDate datetime readonly
    SharingOption picklist [*A; R]
    SharingPrivacy picklist [*N; P]`
    },
    {
        name: 'ContentVersion',
        prefix: '068',
        owner: 'user',
        fields: `${CONTENT} child=ContentVersions createonly
    IsLatest bool readonly
    ContentUrl url
    VersionNumber string(20) readonly
    Title string(255) name
    Description text(1000)
    ReasonForChange string(1000)
    SharingOption picklist [*A; R]
    SharingPrivacy picklist [*N; P]
    PathOnClient string(500) createonly
    RatingCount int readonly
    ContentModifiedDate datetime readonly
    ContentModifiedById ref(User) rel=ContentModifiedBy readonly
    PositiveRatingCount int readonly
    NegativeRatingCount int readonly
    FeaturedContentDate date readonly
    TagCsv text(2000)
    FileType string(20) readonly
    PublishStatus picklist [*P; R; U] readonly
    VersionData base64
    ContentSize int readonly
    FileExtension string(40) readonly
    FirstPublishLocationId ref(*any) rel=FirstPublishLocation createonly
    Origin picklist [*C; H] createonly
    ContentLocation picklist [*S; E; L] createonly
    IsMajorVersion bool createonly
    IsAssetEnabled bool
    Checksum string(50) readonly
    TextPreview string(255) readonly`
    },
    {
        name: 'ContentDocumentLink',
        prefix: '06A',
        system: 'none',
        fields: `
    LinkedEntityId ref(*any) rel=LinkedEntity child=ContentDocumentLinks required cascade createonly${CONTENT} child=ContentDocumentLinks required cascade createonly
    IsDeleted bool readonly
    SystemModstamp datetime readonly
    ShareType picklist [V; C; I]
    Visibility picklist [AllUsers; InternalUsers; SharedUsers]`
    },
    {
        name: 'ContentWorkspace',
        prefix: '058',
        label: 'Library',
        plural: 'Libraries',
        system: 'audit',
        fields: `
    Name string(255) name required
    DeveloperName string(80)
    Description text(1000)`
    },
    {
        name: 'FeedItem',
        prefix: '0D5',
        fields: `
    ParentId ref(*any) rel=Parent child=Feeds required cascade createonly
    Type picklist [*TextPost; LinkPost; ContentPost; TrackedChange]
    Title string(255)
    Body text(10000)
    LinkUrl url
    IsRichText bool
    RelatedRecordId string(18)
    Visibility picklist [*AllUsers; InternalUsers]
    Status picklist [*Published; PendingReview; Draft]
    CommentCount int readonly
    LikeCount int readonly`
    },
    {
        name: 'FeedComment',
        prefix: '0D7',
        fields: `
    FeedItemId ref(FeedItem) rel=FeedItem child=FeedComments required cascade createonly
    ParentId ref(*any) rel=Parent readonly
    CommentBody text(10000)
    CommentType picklist [*TextComment; ContentComment]`
    },
    {
        name: 'Topic',
        prefix: '0TO',
        system: 'audit',
        fields: `
    Name string(150) name required
    Description text(2000)
    TalkingAbout int readonly`
    },
    {
        name: 'TopicAssignment',
        prefix: '0TP',
        system: 'none',
        fields: `
    TopicId ref(Topic) rel=Topic child=TopicAssignments required cascade createonly
    EntityId ref(*any) rel=Entity child=TopicAssignments required cascade createonly
    CreatedDate datetime readonly
    CreatedById ref(User) rel=CreatedBy readonly
    SystemModstamp datetime readonly`
    }
];
