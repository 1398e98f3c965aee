/** Standard objects of products, prices, contracts and orders. */
import type { StandardObject } from './notation.ts';

export const commerceObjects: readonly StandardObject[] = [
    {
        name: 'Product2',
        prefix: '01t',
        label: 'Product',
        hasHistory: true,
        fields: `
    Name string(255) name required "Product Name"
    ProductCode string(255)
    Description string(4000) "Product Description"
    IsActive bool "Active"
    Family picklist [None] "Product Family"
    ExternalDataSourceId string(18)
    ExternalId string(255)
    DisplayUrl url
    QuantityUnitOfMeasure picklist [Each]
    IsArchived bool readonly
    StockKeepingUnit string(180) "Product SKU"
    LastViewedDate datetime readonly
    LastReferencedDate datetime readonly`
    },
    {
        name: 'Pricebook2',
        prefix: '01s',
        label: 'Price Book',
        fields: `
    Name string(255) name required "Price Book Name"
    IsActive bool "Active"
    IsArchived bool readonly
    Description string(255)
    IsStandard bool readonly
    LastViewedDate datetime readonly
    LastReferencedDate datetime readonly`
    },
    {
        name: 'PricebookEntry',
        prefix: '01u',
        label: 'Price Book Entry',
        plural: 'Price Book Entries',
        fields: `
    Name string(255) name readonly "Product Name"
    Pricebook2Id ref(Pricebook2) rel=Pricebook2 child=PricebookEntries required cascade createonly
    Product2Id ref(Product2) rel=Product2 child=PricebookEntries required cascade createonly
    UnitPrice currency(16,2) required "List Price"
    IsActive bool "Active"
    UseStandardPrice bool
    ProductCode string(255) readonly
    IsArchived bool readonly`
    },
    {
        name: 'Asset',
        prefix: '02i',
        sharing: 'ControlledByParent',
        owner: 'user',
        shareParent: 'AssetId',
        fields: `
    ContactId ref(Contact) rel=Contact child=Assets
    AccountId ref(Account) rel=Account child=Assets cascade
    ParentId ref(Asset) rel=Parent child=ChildAssets
    RootAssetId ref(Asset) rel=RootAsset readonly
    Product2Id ref(Product2) rel=Product2 child=Assets
    ProductCode string(255) readonly
    IsCompetitorProduct bool
    Name string(255) name required "Asset Name"
    SerialNumber string(80)
    InstallDate date
    PurchaseDate date
    UsageEndDate date
    Status picklist [Shipped; Installed; Registered; Obsolete; Purchased]
    Price currency(18,2)
    Quantity double(10,2)
    Description text(32000)`
    },
    {
        name: 'Contract',
        prefix: '800',
        sharing: 'ControlledByParent',
        owner: 'user',
        fields: `
    AccountId ref(Account) rel=Account child=Contracts required cascade
    Pricebook2Id ref(Pricebook2) rel=Pricebook2 child=Contracts
    OwnerExpirationNotice picklist [15; 30; 45; 60; 90; 120]
    StartDate date "Contract Start Date"
    EndDate date readonly "Contract End Date"
    Billing address
    ContractTerm int
    Status picklist [*Draft; In Approval Process; Activated] required
    CompanySignedId ref(User) rel=CompanySigned
    CompanySignedDate date
    CustomerSignedId ref(Contact) rel=CustomerSigned
    CustomerSignedTitle string(40)
    CustomerSignedDate date
    SpecialTerms text(4000)
    ActivatedById ref(User) rel=ActivatedBy readonly
    ActivatedDate datetime
    StatusCode picklist [Draft; InApproval; Activated; Terminated; Expired; Rejected; Negotiating; AwaitingSignature; SignatureDeclined; Signed; Cancelled; Expired2; Terminated2] readonly
    Description text(32000)
    ContractNumber string(30) name auto({00000000})
    Name string(80) "Contract Name"
    LastActivityDate date readonly`
    },
    {
        name: 'Order',
        prefix: '801',
        sharing: 'ControlledByParent',
        owner: 'userOrQueue',
        fields: `
    ContractId ref(Contract) rel=Contract child=Orders
    AccountId ref(Account) rel=Account child=Orders cascade
    Pricebook2Id ref(Pricebook2) rel=Pricebook2 child=Orders
    OpportunityId ref(Opportunity) rel=Opportunity child=Orders
    EffectiveDate date required "Order Start Date"
    EndDate date "Order End Date"
    Status picklist [*Draft; Activated] required
    Description text(32000)
    Type picklist
    Billing address
    Shipping address
    ActivatedDate datetime
    ActivatedById ref(User) rel=ActivatedBy
    StatusCode picklist [Draft; Activated] readonly
    OrderNumber string(30) name auto({00000000})
    Name string(80) "Order Name"
    TotalAmount currency(16,2) readonly`
    },
    {
        name: 'OrderItem',
        prefix: '802',
        label: 'Order Product',
        fields: `
    Product2Id ref(Product2) rel=Product2 child=OrderItems createonly
    OrderId ref(Order) rel=Order child=OrderItems required cascade createonly
    PricebookEntryId ref(PricebookEntry) rel=PricebookEntry child=OrderItems createonly
    AvailableQuantity double(18,2) readonly
    Quantity double(18,2) required
    UnitPrice currency(16,2)
    ListPrice currency(16,2) readonly
    TotalPrice currency(16,2) readonly
    ServiceDate date
    EndDate date
    Description string(255)
    OrderItemNumber string(30) name auto({0000000000})`
    },
    {
        name: 'OperatingHours',
        prefix: '0OH',
        fields: `
    Name string(255) name required
    TimeZone picklist
    Description string(255)`
    }
];
