/** Faults in Apex: what does not compile, what PMD finds, what only a path through several methods shows. */
import { apexClass, apexMeta, MARK, type Fault } from './fault.ts';

type Row = readonly [what: string, rule: string, lines: readonly string[]];

/** One class a fault; `X` in the lines is its name. */
export function faults(prefix: string, rows: readonly Row[], domain = 'handoff'): Fault[] {
    return rows.map(([what, rule, lines], index) => {
        const name = `${prefix}${index}`;
        return { what, rule, files: apexClass(domain, name, ...lines.map((line) => line.replace(/\bX\b/g, name))) };
    });
}

export const withMethod = (...body: readonly string[]): string[] => [
    'public with sharing class X {',
    '    public void go() {',
    ...body.map((line) => (line.startsWith(MARK) ? `${MARK}        ${line.slice(MARK.length)}` : `        ${line}`)),
    '    }',
    '}'
];
export const withTest = (...body: readonly string[]): string[] => [
    '@IsTest',
    ...withMethod(...body).map((line) => line.replace('public with sharing', 'private'))
];

export const COMPILE_FAULTS = faults('Uncompiled', [
    ['an unknown type', 'apex-semantics', withMethod(`${MARK}Binder binder = null;`)],
    ['an unknown variable', 'apex-semantics', withMethod(`${MARK}total = 3;`)],
    ['an unknown method', 'apex-semantics', withMethod(`${MARK}FileSelector.cuont(null);`)],
    ['too many parameters', 'apex-semantics', withMethod(`${MARK}FileSelector.countOf(null, null);`)],
    ['a missing bracket', 'apex-semantics', withMethod('Integer a = 1;', `${MARK}Integer b = (a + 1;`)],
    ['text for a number', 'apex-semantics', withMethod(`${MARK}Integer a = 'one';`)],
    ['a field that is not there', 'apex-semantics', withMethod('File__c f = new File__c();', `${MARK}f.Scoer__c = 1;`)],
    ['an unknown object', 'apex-semantics', withMethod(`${MARK}List<Folder__c> folders;`)],
    ['a variable declared twice', 'apex-semantics', withMethod('Integer a = 1;', `${MARK}Integer a = 2;`)],
    [
        'an interface that is not kept',
        'apex-semantics',
        [`${MARK}public with sharing class X implements Schedulable {`, '}']
    ]
]);

const SECRET_HEADER = "request.setHeader('Authorization', 'Bearer 00Dabcdefghijklmnop');";

export const ANALYSIS_FAULTS: readonly Fault[] = [
    ...faults('Analysed', [
        [
            'a query in a loop',
            'apex-OperationWithLimitsInLoop',
            withMethod(
                'for (Integer i = 0; i < 9; i++) {',
                `${MARK}    List<Lead> leads = [SELECT Id FROM Lead WHERE Name = 'x' WITH USER_MODE LIMIT 1];`,
                '    leads.clear();',
                '}'
            )
        ],
        [
            'DML in a loop',
            'apex-OperationWithLimitsInLoop',
            withMethod('for (Lead person : new List<Lead>()) {', `${MARK}    update as user person;`, '}')
        ],
        [
            'a query without access',
            'apex-ApexCRUDViolation',
            withMethod(`${MARK}List<Lead> leads = [SELECT Id FROM Lead LIMIT 1];`, 'leads.clear();')
        ],
        [
            'DML without access',
            'apex-ApexCRUDViolation',
            withMethod('Lead person = new Lead();', `${MARK}insert person;`)
        ],
        [
            'a query of everything',
            'apex-AvoidNonRestrictiveQueries',
            withMethod(`${MARK}List<Lead> leads = [SELECT Id FROM Lead WITH USER_MODE];`, 'leads.clear();')
        ],
        ['debug output', 'apex-AvoidDebugStatements', withMethod(`${MARK}System.debug(LoggingLevel.INFO, 'x');`)],
        [
            'text of a user in a query',
            'apex-ApexSOQLInjection',
            [
                'public with sharing class X {',
                '    public List<Lead> go(String name) {',
                `${MARK}        return Database.query('SELECT Id FROM Lead WHERE Name = \\'' + name + '\\' LIMIT 1');`,
                '    }',
                '}'
            ]
        ],
        [
            'a class without sharing',
            'apex-ApexSharingViolations',
            [
                `${MARK}public class X {`,
                '    public List<Lead> go() {',
                '        return [SELECT Id FROM Lead LIMIT 1];',
                '    }',
                '}'
            ]
        ],
        [
            'a fixed vector',
            'apex-ApexBadCrypto',
            withMethod(
                "Blob vector = Blob.valueOf('0000000000000000');",
                'Blob key = Crypto.generateAesKey(128);',
                `${MARK}Blob data = Crypto.encrypt('AES128', key, vector, Blob.valueOf('x'));`,
                'data.size();'
            )
        ],
        [
            'plain http',
            'apex-ApexInsecureEndpoint',
            withMethod('HttpRequest request = new HttpRequest();', `${MARK}request.setEndpoint('http://example.com');`)
        ],
        [
            'a secret in a header',
            'apex-ApexSuggestUsingNamedCred',
            withMethod('HttpRequest request = new HttpRequest();', `${MARK}${SECRET_HEADER}`)
        ],
        [
            'a secret in a field',
            'apex-AvoidHardcodedCredentialsInFieldDecls',
            [
                'public with sharing class X {',
                `${MARK}    private static final String PASSWORD = 'hunter2hunter2';`,
                '}'
            ]
        ],
        [
            'an id in code',
            'apex-AvoidHardcodingId',
            ['public with sharing class X {', `${MARK}    private static final Id OWNER = '005000000000001AAA';`, '}']
        ],
        [
            'an empty catch',
            'apex-EmptyCatchBlock',
            withMethod('try {', '    FileSelector.countOf(null);', `${MARK}} catch (Exception problem) {`, '}')
        ],
        ['an empty condition', 'apex-EmptyIfStmt', withMethod(`${MARK}if (FileSelector.countOf(null) > 0) {`, '}')],
        ['an empty loop', 'apex-EmptyWhileStmt', withMethod(`${MARK}while (FileSelector.countOf(null) > 0) {`, '}')],
        [
            'an empty attempt',
            'apex-EmptyTryOrFinallyBlock',
            withMethod(`${MARK}try {`, '} catch (Exception problem) {', '    throw problem;', '}')
        ],
        [
            'a variable that nobody reads',
            'apex-UnusedLocalVariable',
            withMethod(`${MARK}Integer total = FileSelector.countOf(null);`)
        ],
        [
            'the whole org described in a loop',
            'apex-OperationWithHighCostInLoop',
            withMethod('for (Integer i = 0; i < 9; i++) {', `${MARK}    Schema.getGlobalDescribe();`, '}')
        ],
        [
            'an eager description',
            'apex-EagerlyLoadedDescribeSObjectResult',
            withMethod(
                `${MARK}DescribeSObjectResult described = Lead.SObjectType.getDescribe();`,
                'described.getName();'
            )
        ],
        [
            'a future method',
            'apex-AvoidFutureAnnotation',
            [
                'public with sharing class X {',
                `${MARK}    @future`,
                '    public static void go() {',
                '        FileSelector.countOf(null);',
                '    }',
                '}'
            ]
        ],
        [
            'equals without hashCode',
            'apex-OverrideBothEqualsAndHashcode',
            [
                'public with sharing class X {',
                `${MARK}    public Boolean equals(Object other) {`,
                '        return other == this;',
                '    }',
                '}'
            ]
        ],
        [
            'a method named like its class',
            'apex-MethodWithSameNameAsEnclosingClass',
            [
                'public with sharing class X {',
                `${MARK}    public void X() {`,
                '        FileSelector.countOf(null);',
                '    }',
                '}'
            ]
        ],
        [
            'an annotation that does nothing',
            'apex-AvoidNonExistentAnnotations',
            [
                'public with sharing class X {',
                '    @NonExistent',
                `${MARK}    public void go() {`,
                '        FileSelector.countOf(null);',
                '    }',
                '}'
            ]
        ],
        [
            'a hidden getter for components',
            'apex-InaccessibleAuraEnabledGetter',
            [
                'public with sharing class X {',
                '    @AuraEnabled',
                `${MARK}    public Integer total { private get; set; }`,
                '}'
            ]
        ],
        [
            'a password set by code',
            'apex-ApexDangerousMethods',
            withMethod(`${MARK}Configuration.disableTriggerCRUDSecurity();`)
        ],
        [
            'a session id in code',
            'apex-AvoidUnauthorizedGetSessionIdInApex',
            withMethod(`${MARK}String key = UserInfo.getSessionId();`, 'key.length();')
        ],
        // Planted: the check has to find it.
        [
            'a test over the data of the org',
            'apex-ApexUnitTestShouldNotUseSeeAllDataTrue',
            [
                '@IsTest(SeeAllData=true)',
                `${MARK}private class X {`,
                '    @IsTest',
                '    static void go() {',
                "        Assert.isTrue(true, 'x');",
                '    }',
                '}'
            ]
        ],
        [
            'a test method outside of a test class',
            'apex-TestMethodsMustBeInTestClasses',
            [
                `${MARK}public with sharing class X {`,
                '    @IsTest',
                '    static void go() {',
                '        FileSelector.countOf(null);',
                '    }',
                '}'
            ]
        ],
        [
            'a variable in a test that nobody reads',
            'apex-UnusedLocalVariable',
            withTest(`${MARK}Integer total = FileSelector.countOf(null);`)
        ],
        ['syntax that cannot be read', 'apex-unreadable', withMethod('Integer a = 1;', `${MARK}Integer b = (a + 1;`)]
    ]),
    {
        what: 'one record of a trigger',
        rule: 'apex-AvoidDirectAccessTriggerMap',
        files: {
            'force-app/handoff/triggers/FirstTrigger.trigger': `trigger FirstTrigger on Lead(before insert) {\n${MARK}    FileSelector.countOf(Trigger.new[0].Id);\n}\n`,
            'force-app/handoff/triggers/FirstTrigger.trigger-meta.xml': apexMeta('ApexTrigger')
        }
    }
];

const entry = (...lines: readonly string[]): string[] => [
    'public with sharing class X {',
    '    @AuraEnabled',
    '    public static void go(List<Lead> people) {',
    ...lines.map((line) => (line.startsWith(MARK) ? `${MARK}        ${line.slice(MARK.length)}` : `        ${line}`)),
    '    }'
];

/** Faults that show only on a path through several methods. */
export const GRAPH_FAULTS = faults('Walked', [
    [
        'a write without a right, one call down',
        'graph-ApexFlsViolation',
        [
            ...entry('save(people);'),
            '    private static void save(List<Lead> people) {',
            `${MARK}        insert people;`,
            '    }',
            '}'
        ]
    ],
    [
        'a query without a right, one call down',
        'graph-ApexFlsViolation',
        [
            ...entry('read();'),
            '    private static List<Lead> read() {',
            `${MARK}        return [SELECT Id, Company FROM Lead LIMIT 9];`,
            '    }',
            '}'
        ]
    ],
    [
        'a write without sharing, one class away',
        'graph-DatabaseOperationsMustUseWithSharing',
        [
            ...entry('Open.save(people);'),
            '    public without sharing class Open {',
            '        public void save(List<Lead> people) {',
            `${MARK}            update as user people;`,
            '        }',
            '    }',
            '}'
        ].map((line) => line.replace('Open.save', 'new Open().save'))
    ],
    [
        'a write that a loop reaches, one call down',
        'graph-AvoidDatabaseOperationInLoop',
        [
            ...entry('for (Lead person : people) {', '    save(person);', '}'),
            '    private static void save(Lead person) {',
            `${MARK}        update as user person;`,
            '    }',
            '}'
        ]
    ],
    [
        'the whole org described twice on one path',
        'graph-AvoidMultipleMassSchemaLookups',
        [
            ...entry('Schema.getGlobalDescribe();', 'describe();'),
            '    private static void describe() {',
            `${MARK}        Schema.getGlobalDescribe();`,
            '    }',
            '}'
        ]
    ],
    [
        'a loop over one of two lists, which the engine cannot read itself',
        'graph-AvoidDatabaseOperationInLoop',
        [...entry('for (Lead person : people ?? new List<Lead>()) {', `${MARK}    delete person;`, '}'), '}']
    ]
]);
