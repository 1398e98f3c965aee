/**
 * Rules of PMD for Apex, and those that Salesforce's security review adds, that the package is held against. Rules of
 * taste are left out: our own form is that of the formatter and of the house rules.
 */
import type { Rule } from '../check.ts';

export interface ApexRule extends Rule {
    /** Where the rule is defined in PMD's libraries. */
    readonly ref: string;
    /** Tests may do it: they run a handful of records and throw nothing away. */
    readonly isForProductionOnly: boolean;
    readonly properties: Readonly<Record<string, string>>;
}

const SECURITY = 'category/apex/security.xml';
const PERFORMANCE = 'category/apex/performance.xml';
const ERRORS = 'category/apex/errorprone.xml';
const PRACTICE = 'category/apex/bestpractices.xml';
const REVIEW = 'sfca/rulesets/AppExchange_apex.xml';

const SECRET = 'a secret in source is read by everybody who reads the source, and deployed to every org';
const SECRET_MEND = 'keep it in a named credential or in protected custom metadata';
const LIMIT = 'it runs once per record: two hundred records meet a governor limit that one record never showed';

type Row = readonly [
    ref: string,
    name: string,
    why: string,
    mend: string,
    options?: { readonly isForProductionOnly?: boolean; readonly properties?: Readonly<Record<string, string>> }
];

const PRODUCTION = { isForProductionOnly: true };

const ROWS: readonly Row[] = [
    [
        SECURITY,
        'ApexBadCrypto',
        'a fixed key or vector makes encryption guessable',
        'generate the key, or use Crypto with a managed vector'
    ],
    [
        SECURITY,
        'ApexCRUDViolation',
        'without user mode or a check, people read and write what their permissions deny them',
        'query WITH USER_MODE and write "as user", or check the access first',
        PRODUCTION
    ],
    [
        SECURITY,
        'ApexDangerousMethods',
        'it switches a protection of the org off, or logs what is confidential',
        'do without the call'
    ],
    [
        SECURITY,
        'ApexInsecureEndpoint',
        'plain http can be read and changed on its way',
        'use https, or a named credential'
    ],
    [
        SECURITY,
        'ApexOpenRedirect',
        'a link to our page can send people to somebody else’s',
        'redirect only to paths that the code itself names'
    ],
    [
        SECURITY,
        'ApexSharingViolations',
        'without a sharing keyword, data is read with the rights of whoever calls',
        'declare with sharing or inherited sharing',
        PRODUCTION
    ],
    [
        SECURITY,
        'ApexSOQLInjection',
        'text of a user becomes part of a query',
        'bind the value, and take names only from a list',
        PRODUCTION
    ],
    [
        SECURITY,
        'ApexSuggestUsingNamedCred',
        'an Authorization header built in code carries a secret in code',
        'use a named credential'
    ],
    [SECURITY, 'ApexXSSFromEscapeFalse', 'an error message can carry a script into the page', 'leave escaping on'],
    [
        SECURITY,
        'ApexXSSFromURLParam',
        'a parameter of the URL can carry a script into the page',
        'escape it before use'
    ],
    [
        PERFORMANCE,
        'AvoidDebugStatements',
        'debug output costs time in every transaction and shows data in logs',
        'take it out',
        PRODUCTION
    ],
    [
        PERFORMANCE,
        'AvoidNonRestrictiveQueries',
        'the query returns more rows with every month, until it meets the limit of rows',
        'add a condition or a limit',
        PRODUCTION
    ],
    [
        PERFORMANCE,
        'EagerlyLoadedDescribeSObjectResult',
        'it loads every list of children with the description',
        'pass SObjectDescribeOptions.DEFERRED',
        PRODUCTION
    ],
    [
        PERFORMANCE,
        'OperationWithHighCostInLoop',
        'it describes the whole org once per turn of the loop',
        'call it once before the loop',
        PRODUCTION
    ],
    [
        PERFORMANCE,
        'OperationWithLimitsInLoop',
        LIMIT,
        'collect the records in the loop, and query or write once behind it',
        PRODUCTION
    ],
    [
        ERRORS,
        'ApexCSRF',
        'merely opening the page changes data, for whoever is sent its link',
        'write when the user acts, not when the page loads'
    ],
    [
        ERRORS,
        'AvoidDirectAccessTriggerMap',
        'one record of a trigger is treated and the other 199 are not',
        'go through all records'
    ],
    [ERRORS, 'AvoidHardcodingId', 'an id is another one in every org', 'look the record up by its name'],
    [
        ERRORS,
        'AvoidInterfaceAsMapKey',
        'equals and hashCode of an interface are not called for keys',
        'use a class or a text as the key'
    ],
    [ERRORS, 'AvoidNonExistentAnnotations', 'the annotation does nothing', 'correct its name, or take it out'],
    [
        ERRORS,
        'AvoidStatefulDatabaseResult',
        'results of DML cannot be kept between batches',
        'keep ids and messages instead'
    ],
    [
        ERRORS,
        'EmptyCatchBlock',
        'what went wrong is lost',
        'handle it, or say in a comment why nothing has to happen',
        { properties: { allowCommentedBlocks: 'true' } }
    ],
    [ERRORS, 'EmptyIfStmt', 'the condition does nothing', 'take it out'],
    [
        ERRORS,
        'EmptyStatementBlock',
        'a reader cannot tell whether something was forgotten',
        'take it out',
        { properties: { reportEmptyVirtualMethod: 'false', reportEmptyPrivateNoArgConstructor: 'false' } }
    ],
    [ERRORS, 'EmptyTryOrFinallyBlock', 'it protects nothing', 'take it out'],
    [ERRORS, 'EmptyWhileStmt', 'it waits by using up processor time', 'take it out'],
    [
        ERRORS,
        'InaccessibleAuraEnabledGetter',
        'components cannot read a getter that is not public',
        'make the getter public'
    ],
    [
        ERRORS,
        'InvocableClassNoArgConstructor',
        'a flow cannot create the class',
        'add a constructor without parameters'
    ],
    [ERRORS, 'MethodWithSameNameAsEnclosingClass', 'it looks like a constructor and is none', 'rename the method'],
    [
        ERRORS,
        'OverrideBothEqualsAndHashcode',
        'sets and maps find equal objects only when both are there',
        'write the other one, too'
    ],
    [
        ERRORS,
        'TestMethodsMustBeInTestClasses',
        'a test outside of a test class does not run',
        'annotate the class with @IsTest'
    ],
    [
        ERRORS,
        'TypeShadowsBuiltInNamespace',
        'the platform’s own type of that name cannot be reached any more',
        'rename the class'
    ],
    [
        PRACTICE,
        'ApexUnitTestShouldNotUseSeeAllDataTrue',
        'the test passes or fails with the data of the org',
        'create the records that the test needs'
    ],
    [
        PRACTICE,
        'ApexUnitTestMethodShouldHaveIsTestAnnotation',
        'a method that looks like a test and does not run',
        'annotate it with @IsTest'
    ],
    [
        PRACTICE,
        'AvoidFutureAnnotation',
        'a future method takes no records, cannot be followed and cannot be chained',
        'write a Queueable'
    ],
    [
        PRACTICE,
        'AvoidLogicInTrigger',
        'logic in a trigger can be neither called nor tested by itself',
        'call a handler'
    ],
    [PRACTICE, 'UnusedLocalVariable', 'somebody meant to do something with it', 'use it, or take it out'],
    [REVIEW, 'AvoidChangeProtectionUnprotected', 'it opens protected features to everybody', 'do without the call'],
    [REVIEW, 'AvoidGetInstanceWithTaint', 'a user chooses whose settings are read', 'name the record in code'],
    [REVIEW, 'AvoidHardcodedCredentialsInFieldDecls', SECRET, SECRET_MEND],
    [REVIEW, 'AvoidHardcodedCredentialsInHttpHeader', SECRET, SECRET_MEND],
    [REVIEW, 'AvoidHardcodedCredentialsInSetPassword', SECRET, SECRET_MEND],
    [REVIEW, 'AvoidHardcodedCredentialsInVarAssign', SECRET, SECRET_MEND],
    [REVIEW, 'AvoidHardcodedCredentialsInVarDecls', SECRET, SECRET_MEND],
    [
        REVIEW,
        'AvoidInvalidCrudContentDistribution',
        'a public link to a file is made without asking for the right',
        'check the access first'
    ],
    [
        REVIEW,
        'AvoidSecurityEnforcedOldApiVersion',
        'WITH SECURITY_ENFORCED misses parts of the query',
        'write WITH USER_MODE'
    ],
    [
        REVIEW,
        'AvoidUnauthorizedApiSessionIdInApex',
        'a session id in code is the key to the whole org',
        'do without it'
    ],
    [
        REVIEW,
        'AvoidUnauthorizedGetSessionIdInApex',
        'a session id in code is the key to the whole org',
        'do without it'
    ],
    [REVIEW, 'AvoidUnsafePasswordManagementUse', 'code sets passwords of users', 'leave passwords to the platform']
];

/** By the name that PMD gives them. */
export const APEX_RULES: ReadonlyMap<string, ApexRule> = new Map(
    ROWS.map(([ref, name, why, mend, options]) => [
        name,
        {
            name: `apex-${name}`,
            why,
            mend,
            ref: `${ref}/${name}`,
            isForProductionOnly: options?.isForProductionOnly ?? false,
            properties: options?.properties ?? {}
        }
    ])
);

/** The rule set in the form that PMD reads. */
export function ruleSetXml(): string {
    const rules = [...APEX_RULES.values()].map(({ ref, properties }) => {
        const entries = Object.entries(properties).map(
            ([name, value]) => `<property name="${name}" value="${value}"/>`
        );
        return `<rule ref="${ref}">${entries.length === 0 ? '' : `<properties>${entries.join('')}</properties>`}</rule>`;
    });
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<ruleset name="Apex" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">',
        '<description>Rules of npm run check.</description>',
        ...rules,
        '</ruleset>'
    ].join('\n');
}
