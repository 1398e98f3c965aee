/** Standard objects of sales and marketing. */
import { valueList, type StandardObject } from './notation.ts';

const SOURCES = '[Web; Phone Inquiry; Partner Referral; Purchased List; Other]';
const INDUSTRIES =
    '[Agriculture; Apparel; Banking; Biotechnology; Chemicals; Communications; Construction; Consulting; Education; Electronics; Energy; Engineering; Entertainment; Environmental; Finance; Food & Beverage; Government; Healthcare; Hospitality; Insurance; Machinery; Manufacturing; Media; Not For Profit; Other; Recreation; Retail; Shipping; Technology; Telecommunications; Transportation; Utilities]';
const RATINGS = '[Hot; Warm; Cold]';
const VIEWED = `
    LastActivityDate date readonly nofls
    LastViewedDate datetime readonly nofls
    LastReferencedDate datetime readonly nofls`;

export const salesObjects: readonly StandardObject[] = [
    {
        name: 'Account',
        prefix: '001',
        sharing: 'ReadWrite',
        owner: 'user',
        shareParent: 'AccountId',
        hasHistory: true,
        fields: `
    MasterRecordId ref(Account) rel=MasterRecord readonly nofls
    Name string(255) name required "Account Name"
    Type picklist [Prospect; Customer - Direct; Customer - Channel; Channel Partner / Reseller; Installation Partner; Technology Partner; Other] "Account Type"
    ParentId ref(Account) rel=Parent child=ChildAccounts "Parent Account ID"
    Billing address
    Shipping address
    Phone phone "Account Phone"
    Fax phone "Account Fax"
    AccountNumber string(40)
    Website url
    PhotoUrl url readonly
    Sic string(20) "SIC Code"
    Industry picklist ${INDUSTRIES}
    AnnualRevenue currency(18,0)
    NumberOfEmployees int "Employees"
    Ownership picklist [Public; Private; Subsidiary; Other]
    TickerSymbol string(20)
    Description text(32000) "Account Description"
    Rating picklist ${RATINGS} "Account Rating"
    Site string(80) "Account Site"
    Jigsaw string(20) "Data.com Key"
    JigsawCompanyId string(20) readonly
    CleanStatus picklist [Matched; Different; Acknowledged; NotFound; Inactive; Pending; SelectMatch; Skipped]
    AccountSource picklist ${SOURCES}
    DunsNumber string(9) "D-U-N-S Number"
    Tradestyle string(255)
    NaicsCode string(8)
    NaicsDesc string(120)
    YearStarted string(4)
    SicDesc string(80) "SIC Description"
    OperatingHoursId ref(OperatingHours)${VIEWED}`
    },
    {
        name: 'Contact',
        prefix: '003',
        sharing: 'ControlledByParent',
        owner: 'user',
        shareParent: 'ContactId',
        hasHistory: true,
        fields: `
    MasterRecordId ref(Contact) rel=MasterRecord readonly nofls
    AccountId ref(Account) rel=Account child=Contacts cascade
    LastName string(80) required
    FirstName string(40)
    Salutation picklist [Mr.; Ms.; Mrs.; Dr.; Prof.; Mx.]
    Name string(121) name readonly "Full Name"
    Other address
    Mailing address
    Phone phone "Business Phone"
    Fax phone "Business Fax"
    MobilePhone phone
    HomePhone phone
    OtherPhone phone
    AssistantPhone phone "Asst. Phone"
    ReportsToId ref(Contact) rel=ReportsTo child=ReportsToContacts
    Email email
    Title string(128)
    Department string(80)
    AssistantName string(40) "Assistant's Name"
    LeadSource picklist ${SOURCES}
    Birthdate date
    Description text(32000) "Contact Description"
    HasOptedOutOfEmail bool "Email Opt Out"
    HasOptedOutOfFax bool "Fax Opt Out"
    DoNotCall bool
    LastCURequestDate datetime readonly
    LastCUUpdateDate datetime readonly
    EmailBouncedReason string(255)
    EmailBouncedDate datetime
    IsEmailBounced bool readonly
    PhotoUrl url readonly
    Jigsaw string(20)
    JigsawContactId string(20) readonly
    CleanStatus picklist [Matched; Different; Pending]
    IndividualId ref(Individual) rel=Individual child=Contacts${VIEWED}`
    },
    {
        name: 'Individual',
        prefix: '0PK',
        sharing: 'ReadWrite',
        owner: 'user',
        fields: `
    LastName string(80) required
    FirstName string(40)
    Salutation picklist [Mr.; Ms.; Mrs.; Dr.; Prof.]
    Name string(121) name readonly
    HasOptedOutTracking bool
    HasOptedOutProfiling bool
    HasOptedOutProcessing bool
    HasOptedOutSolicit bool
    ShouldForget bool
    SendIndividualData bool`
    },
    {
        name: 'Lead',
        prefix: '00Q',
        sharing: 'ReadWriteTransfer',
        owner: 'userOrQueue',
        shareParent: 'LeadId',
        hasHistory: true,
        fields: `
    MasterRecordId ref(Lead) rel=MasterRecord readonly nofls
    LastName string(80) required
    FirstName string(40)
    Salutation picklist [Mr.; Ms.; Mrs.; Dr.; Prof.; Mx.]
    Name string(121) name readonly "Full Name"
    Title string(128)
    Company string(255) required
    Plain address
    Phone phone
    MobilePhone phone
    Fax phone
    Email email
    Website url
    PhotoUrl url readonly
    Description text(32000)
    LeadSource picklist ${SOURCES}
    Status picklist [*Open - Not Contacted; Working - Contacted; Closed - Converted; Closed - Not Converted] required
    Industry picklist ${INDUSTRIES}
    Rating picklist ${RATINGS}
    AnnualRevenue currency(18,0)
    NumberOfEmployees int "Employees"
    HasOptedOutOfEmail bool "Email Opt Out"
    HasOptedOutOfFax bool "Fax Opt Out"
    DoNotCall bool
    IsConverted bool readonly nofls "Converted"
    ConvertedDate date readonly nofls
    ConvertedAccountId ref(Account) rel=ConvertedAccount readonly nofls
    ConvertedContactId ref(Contact) rel=ConvertedContact readonly nofls
    ConvertedOpportunityId ref(Opportunity) rel=ConvertedOpportunity readonly nofls
    IsUnreadByOwner bool "Unread By Owner"
    LastTransferDate date readonly
    Jigsaw string(20) "Data.com Key"
    JigsawContactId string(20) readonly
    CleanStatus picklist [Matched; Different; Pending]
    CompanyDunsNumber string(9)
    EmailBouncedReason string(255)
    EmailBouncedDate datetime
    IsEmailBounced bool readonly
    IndividualId ref(Individual) rel=Individual child=Leads${VIEWED}`
    },
    valueList('LeadStatus', 'IsConverted'),
    {
        name: 'Opportunity',
        prefix: '006',
        label: 'Opportunity',
        plural: 'Opportunities',
        sharing: 'ReadWrite',
        owner: 'user',
        shareParent: 'OpportunityId',
        hasHistory: true,
        fields: `
    AccountId ref(Account) rel=Account child=Opportunities cascade
    IsPrivate bool "Private"
    Name string(120) name required "Opportunity Name"
    Description text(32000)
    StageName picklist [Prospecting; Qualification; Needs Analysis; Value Proposition; Id. Decision Makers; Perception Analysis; Proposal/Price Quote; Negotiation/Review; Closed Won; Closed Lost] required "Stage"
    Amount currency(18,2)
    Probability percent(3,0) "Probability (%)"
    ExpectedRevenue currency(18,2) readonly "Expected Amount"
    TotalOpportunityQuantity double(18,2) "Quantity"
    CloseDate date required
    Type picklist [Existing Customer - Upgrade; Existing Customer - Replacement; Existing Customer - Downgrade; New Customer] "Opportunity Type"
    NextStep string(255)
    LeadSource picklist ${SOURCES}
    IsClosed bool readonly nofls "Closed"
    IsWon bool readonly nofls "Won"
    ForecastCategory picklist [Omitted; Pipeline; BestCase; MostLikely; Forecast; Closed] readonly
    ForecastCategoryName picklist [Omitted; Pipeline; Best Case; Most Likely; Commit; Closed] "Forecast Category"
    CampaignId ref(Campaign) rel=Campaign child=Opportunities
    HasOpportunityLineItem bool readonly "Has Line Item"
    Pricebook2Id ref(Pricebook2) rel=Pricebook2 child=Opportunities "Price Book ID"
    ContactId ref(Contact) rel=Contact createonly
    ContractId ref(Contract) rel=Contract child=Opportunities
    FiscalQuarter int readonly
    FiscalYear int readonly
    Fiscal string(6) readonly "Fiscal Period"
    PushCount int readonly
    LastStageChangeDate datetime readonly
    HasOpenActivity bool readonly
    HasOverdueTask bool readonly${VIEWED}`
    },
    {
        name: 'OpportunityStage',
        prefix: '01J',
        system: 'audit',
        isReadOnly: true,
        fields: `
    MasterLabel string(255)
    ApiName string(255)
    IsActive bool
    SortOrder int
    IsClosed bool
    IsWon bool
    ForecastCategory picklist [Omitted; Pipeline; BestCase; MostLikely; Forecast; Closed]
    ForecastCategoryName picklist [Omitted; Pipeline; Best Case; Most Likely; Commit; Closed]
    DefaultProbability percent(3,0)
    Description text(255)`
    },
    {
        name: 'OpportunityHistory',
        prefix: '008',
        isReadOnly: true,
        system: 'none',
        fields: `
    OpportunityId ref(Opportunity) rel=Opportunity child=OpportunityHistories cascade
    CreatedById ref(User) rel=CreatedBy
    CreatedDate datetime
    StageName picklist
    Amount currency(18,2)
    ExpectedRevenue currency(18,2)
    CloseDate date
    Probability percent(3,0)
    ForecastCategory picklist
    IsDeleted bool
    SystemModstamp datetime`
    },
    {
        name: 'OpportunityLineItem',
        prefix: '00k',
        label: 'Opportunity Product',
        fields: `
    OpportunityId ref(Opportunity) rel=Opportunity child=OpportunityLineItems required cascade createonly
    SortOrder int
    PricebookEntryId ref(PricebookEntry) rel=PricebookEntry child=OpportunityLineItems createonly
    Product2Id ref(Product2) rel=Product2 child=OpportunityLineItems createonly
    ProductCode string(255) readonly
    Name string(376) name readonly "Opportunity Product Name"
    Quantity double(10,2) required
    TotalPrice currency(16,2)
    UnitPrice currency(16,2) "Sales Price"
    ListPrice currency(16,2) readonly
    Discount percent(3,2)
    ServiceDate date "Date"
    Description string(255) "Line Description"
    LastViewedDate datetime readonly
    LastReferencedDate datetime readonly`
    },
    {
        name: 'OpportunityContactRole',
        prefix: '00K',
        fields: `
    OpportunityId ref(Opportunity) rel=Opportunity child=OpportunityContactRoles required cascade createonly
    ContactId ref(Contact) rel=Contact child=OpportunityContactRoles required cascade
    Role picklist [Business User; Decision Maker; Economic Buyer; Economic Decision Maker; Evaluator; Executive Sponsor; Influencer; Technical Buyer; Other]
    IsPrimary bool "Primary"`
    },
    {
        name: 'AccountContactRole',
        prefix: '02Z',
        fields: `
    AccountId ref(Account) rel=Account child=AccountContactRoles required cascade
    ContactId ref(Contact) rel=Contact child=AccountContactRoles required cascade
    Role picklist [Business User; Decision Maker; Economic Buyer; Influencer; Other]
    IsPrimary bool`
    },
    {
        name: 'AccountContactRelation',
        prefix: '07k',
        fields: `
    AccountId ref(Account) rel=Account child=AccountContactRelations required cascade createonly
    ContactId ref(Contact) rel=Contact child=AccountContactRelations required cascade createonly
    Roles multipicklist [Business User; Decision Maker; Economic Buyer; Influencer; Other]
    IsDirect bool readonly
    IsActive bool default(true)
    StartDate date
    EndDate date`
    },
    {
        name: 'AccountTeamMember',
        prefix: '01M',
        fields: `
    AccountId ref(Account) rel=Account child=AccountTeamMembers required cascade createonly
    UserId ref(User) rel=User child=AccountTeamMembers required createonly
    TeamMemberRole picklist [Account Manager; Sales Rep; Executive Sponsor]
    AccountAccessLevel picklist [Read; Edit]
    OpportunityAccessLevel picklist [None; Read; Edit]
    CaseAccessLevel picklist [None; Read; Edit]`
    },
    {
        name: 'OpportunityTeamMember',
        prefix: '00q',
        fields: `
    OpportunityId ref(Opportunity) rel=Opportunity child=OpportunityTeamMembers required cascade createonly
    UserId ref(User) rel=User child=OpportunityTeamMembers required createonly
    TeamMemberRole picklist [Account Manager; Sales Rep; Executive Sponsor]
    OpportunityAccessLevel picklist [Read; Edit]`
    },
    {
        name: 'Campaign',
        prefix: '701',
        sharing: 'ReadWrite',
        owner: 'user',
        shareParent: 'CampaignId',
        hasHistory: true,
        fields: `
    Name string(80) name required "Campaign Name"
    ParentId ref(Campaign) rel=Parent child=ChildCampaigns "Parent Campaign ID"
    Type picklist [*Conference; Webinar; Trade Show; Public Relations; Partners; Referral Program; Advertisement; Banner Ads; Direct Mail; Email; Telemarketing; Other]
    Status picklist [*Planned; In Progress; Completed; Aborted]
    StartDate date
    EndDate date
    ExpectedRevenue currency(18,0)
    BudgetedCost currency(18,0)
    ActualCost currency(18,0)
    ExpectedResponse percent(8,2) "Expected Response (%)"
    NumberSent double(18,0) "Num Sent"
    IsActive bool "Active"
    Description text(32000)
    NumberOfLeads int readonly
    NumberOfConvertedLeads int readonly
    NumberOfContacts int readonly
    NumberOfResponses int readonly
    NumberOfOpportunities int readonly
    NumberOfWonOpportunities int readonly
    AmountAllOpportunities currency(18,0) readonly
    AmountWonOpportunities currency(18,0) readonly
    CampaignMemberRecordTypeId ref(RecordType) rel=CampaignMemberRecordType${VIEWED}`
    },
    {
        name: 'CampaignMember',
        prefix: '00v',
        sharing: 'ControlledByParent',
        fields: `
    CampaignId ref(Campaign) rel=Campaign child=CampaignMembers required cascade createonly
    LeadId ref(Lead) rel=Lead child=CampaignMembers cascade createonly
    ContactId ref(Contact) rel=Contact child=CampaignMembers cascade createonly
    Status picklist [*Sent; Responded]
    HasResponded bool readonly "Responded"
    FirstRespondedDate date readonly
    Name string(255) name readonly
    Salutation string(40) readonly
    FirstName string(40) readonly
    LastName string(80) readonly
    Title string(128) readonly
    Email email readonly
    Phone phone readonly
    MobilePhone phone readonly
    CompanyOrAccount string(255) readonly
    Type string(40) readonly
    LeadSource picklist readonly
    LeadOrContactId ref(Contact,Lead) rel=LeadOrContact readonly
    LeadOrContactOwnerId ref(Group,User) rel=LeadOrContactOwner readonly
    Description text(32000) readonly
    DoNotCall bool readonly
    HasOptedOutOfEmail bool readonly`
    },
    {
        name: 'CampaignInfluenceModel',
        prefix: '03V',
        label: 'Campaign Influence Model',
        isSetup: true,
        isReadOnly: true,
        fields: `
    DeveloperName string(80)
    MasterLabel string(80) name
    Language picklist(40)
    NamespacePrefix string(15)
    ModelDescription string(255)
    IsActive bool
    IsDefaultModel bool
    IsModelLocked bool
    ModelType picklist
    RecordPreference picklist`
    },
    {
        name: 'CampaignInfluence',
        prefix: '0KK',
        label: 'Campaign Influence',
        fields: `
    CampaignId ref(Campaign) rel=Campaign child=CampaignInfluences required cascade createonly
    CampaignMemberId ref(CampaignMember) rel=CampaignMember readonly
    ContactId ref(Contact) rel=Contact child=CampaignInfluences createonly
    Influence percent(5,2) default(0)
    ModelId ref(CampaignInfluenceModel) rel=Model required createonly
    OpportunityId ref(Opportunity) rel=Opportunity child=CampaignInfluences required cascade createonly
    RevenueShare currency(18,2) readonly`
    },
    {
        name: 'CampaignMemberStatus',
        prefix: '01Y',
        label: 'Campaign Member Status',
        plural: 'Campaign Member Statuses',
        fields: `
    CampaignId ref(Campaign) rel=Campaign child=CampaignMemberStatuses required cascade createonly
    Label string(765) required
    SortOrder int
    IsDefault bool
    HasResponded bool`
    }
];
