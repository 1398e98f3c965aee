import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { loadSchema } from '../load.ts';
import type { LoadResult } from '../load.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function load(files: Readonly<Record<string, string>>): LoadResult {
    const folder = mkdtempSync(join(tmpdir(), 'schema-'));
    folders.push(folder);
    for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
    }
    return loadSchema({ sourceDirs: [folder], root: folder });
}

const object = (inner = '', label = 'Thing'): string =>
    `${HEAD}<CustomObject>\n<label>${label}</label><pluralLabel>${label}s</pluralLabel>\n<nameField><type>Text</type><label>Thing Name</label></nameField>\n${inner}\n</CustomObject>`;
const field = (name: string, inner: string): string =>
    `${HEAD}<CustomField>\n    <fullName>${name}</fullName>\n    <label>${name}</label>\n    ${inner}\n</CustomField>`;

const THING = { 'a/objects/Thing__c/Thing__c.object-meta.xml': object() };

test('loads an object with the fields of its folder, whatever domain they lie in', () => {
    const { schema, diagnostics } = load({
        ...THING,
        'b/objects/Thing__c/fields/Due__c.field-meta.xml': field(
            'Due__c',
            '<type>DateTime</type><inlineHelpText>When</inlineHelpText>'
        ),
        'b/objects/Thing__c/fields/Sum__c.field-meta.xml': field(
            'Sum__c',
            '<type>Number</type><precision>10</precision><scale>2</scale><required>true</required>'
        ),
        'b/objects/Thing__c/fields/Lead__c.field-meta.xml': field(
            'Lead__c',
            '<type>Lookup</type><referenceTo>Lead</referenceTo><relationshipName>Things</relationshipName>'
        ),
        'b/objects/Thing__c/validationRules/R.validationRule-meta.xml': `${HEAD}<ValidationRule><fullName>R</fullName><active>true</active><errorConditionFormula>Sum__c &lt; 0</errorConditionFormula><errorMessage>No</errorMessage><errorDisplayField>Sum__c</errorDisplayField></ValidationRule>`,
        'b/objects/Thing__c/fieldSets/F.fieldSet-meta.xml': `${HEAD}<FieldSet><fullName>F</fullName><label>Set</label><displayedFields><field>Name</field></displayedFields></FieldSet>`
    });
    assert.deepEqual(diagnostics, []);
    const thing = schema.object('THING__C')!;
    assert.equal(thing.kind, 'custom');
    assert.match(thing.keyPrefix, /^a[0-9A-Za-z]{2}$/);
    assert.equal(schema.objectByPrefix(thing.keyPrefix), thing);
    assert.deepEqual(
        [...thing.fields.values()].map((each) => each.name),
        [
            'Id',
            'OwnerId',
            'IsDeleted',
            'Name',
            'CreatedDate',
            'CreatedById',
            'LastModifiedDate',
            'LastModifiedById',
            'SystemModstamp',
            'Due__c',
            'Lead__c',
            'Sum__c'
        ]
    );
    assert.equal(schema.field(thing, 'sum__C')?.isPermissionable, false);
    assert.equal(schema.field(thing, 'Due__c')?.inlineHelpText, 'When');
    assert.equal(schema.parentRelationship(thing, 'lead__r')?.name, 'Lead__c');
    assert.ok(
        schema
            .childRelationships(schema.object('Lead')!)
            .some((each) => each.name === 'Things__r' && each.childObject === thing)
    );
    assert.deepEqual(thing.validationRules[0], {
        name: 'R',
        isActive: true,
        formula: 'Sum__c < 0',
        formulaAt: { path: 'b/objects/Thing__c/validationRules/R.validationRule-meta.xml', line: 2, column: 60 },
        message: 'No',
        errorField: 'Sum__c'
    });
    assert.deepEqual(thing.fieldSets[0]?.fields, ['Name']);
});

test('gives an object the same prefix whatever else is there', () => {
    const alone = load(THING).schema.object('Thing__c')?.keyPrefix;
    const together = load({ ...THING, 'a/objects/Able__c/Able__c.object-meta.xml': object() }).schema.object(
        'Thing__c'
    )?.keyPrefix;
    assert.equal(alone, together);
});

test('adds custom fields to standard objects and replaces their value sets', () => {
    const { schema, diagnostics } = load({
        'x/objects/Lead/fields/Score__c.field-meta.xml': field(
            'Score__c',
            '<type>Number</type><precision>3</precision><scale>0</scale><externalId>true</externalId>'
        ),
        'x/standardValueSets/LeadStatus.standardValueSet-meta.xml': `${HEAD}<StandardValueSet><standardValue><fullName>Fresh</fullName><default>true</default></standardValue><standardValue><fullName>Done</fullName><converted>true</converted></standardValue></StandardValueSet>`
    });
    assert.deepEqual(diagnostics, []);
    const lead = schema.object('Lead')!;
    assert.ok(schema.field(lead, 'Score__c')?.isExternalId);
    assert.deepEqual(
        schema
            .field(lead, 'Status')
            ?.picklistValues?.map((each) => [each.value, each.isDefault, each.flags?.['converted'] ?? false]),
        [
            ['Fresh', true, false],
            ['Done', false, true]
        ]
    );
    assert.equal(
        schema.field(lead, 'Owner') ?? schema.parentRelationship(lead, 'Owner')?.referenceTo?.join(),
        'Group,User'
    );
});

test('makes details follow their master and types roll-ups after what they sum', () => {
    const { schema, diagnostics } = load({
        ...THING,
        'a/objects/Part__c/Part__c.object-meta.xml': object('<sharingModel>ControlledByParent</sharingModel>', 'Part'),
        'a/objects/Part__c/fields/Thing__c.field-meta.xml': field(
            'Thing__c',
            '<type>MasterDetail</type><referenceTo>Thing__c</referenceTo><relationshipName>Parts</relationshipName><relationshipOrder>0</relationshipOrder>'
        ),
        'a/objects/Part__c/fields/Day__c.field-meta.xml': field('Day__c', '<type>Date</type>'),
        'a/objects/Thing__c/fields/Last__c.field-meta.xml': field(
            'Last__c',
            '<type>Summary</type><summaryForeignKey>Part__c.Thing__c</summaryForeignKey><summarizedField>Part__c.Day__c</summarizedField><summaryOperation>max</summaryOperation>'
        )
    });
    assert.deepEqual(diagnostics, []);
    const part = schema.object('Part__c')!;
    assert.equal(part.sharingModel, 'ControlledByParent');
    assert.ok(!part.fields.has('ownerid'));
    assert.equal(schema.field(part, 'Thing__c')?.isUpdateable, false);
    assert.equal(schema.field(schema.object('Thing__c')!, 'Last__c')?.type, 'date');
    assert.equal(schema.object('Part__Share'), undefined);
});

test('derives share and history objects', () => {
    const { schema } = load({
        'a/objects/Thing__c/Thing__c.object-meta.xml': object(
            '<sharingModel>Private</sharingModel><enableHistory>true</enableHistory>'
        )
    });
    assert.deepEqual([...schema.object('Thing__Share')!.fields.keys()].slice(1, 4), [
        'parentid',
        'userorgroupid',
        'accesslevel'
    ]);
    assert.ok(schema.object('LeadShare')?.fields.has('leadaccesslevel'));
    assert.ok(schema.object('Thing__History') && schema.object('LeadHistory'));
});

test('reads custom metadata, labels, permission sets, custom permissions and value sets', () => {
    const { schema, diagnostics } = load({
        'a/objects/Rule__mdt/Rule__mdt.object-meta.xml': `${HEAD}<CustomObject><label>Rule</label><pluralLabel>Rules</pluralLabel></CustomObject>`,
        'a/objects/Rule__mdt/fields/Hours__c.field-meta.xml': field(
            'Hours__c',
            '<type>Number</type><precision>5</precision><scale>0</scale>'
        ),
        'a/objects/Rule__mdt/fields/Kind__c.field-meta.xml': field(
            'Kind__c',
            '<type>Picklist</type><valueSet><valueSetName>Kinds</valueSetName></valueSet>'
        ),
        'a/globalValueSets/Kinds.globalValueSet-meta.xml': `${HEAD}<GlobalValueSet><customValue><fullName>K</fullName><default>false</default></customValue></GlobalValueSet>`,
        'b/customMetadata/Rule.First.md-meta.xml': `${HEAD}<CustomMetadata xmlns:xsi="x"><label>The first</label><protected>false</protected><values><field>hours__c</field><value xsi:type="xsd:double">48.0</value></values><values><field>Kind__c</field><value xsi:nil="true"/></values></CustomMetadata>`,
        'b/labels/CustomLabels.labels-meta.xml': `${HEAD}<CustomLabels><labels><fullName>Hello</fullName><language>en_US</language><value> Hi &amp; bye</value></labels></CustomLabels>`,
        'b/permissionsets/Rep.permissionset-meta.xml': `${HEAD}<PermissionSet><label>Rep</label><classAccesses><apexClass>Foo</apexClass><enabled>true</enabled></classAccesses><classAccesses><apexClass>Bar</apexClass><enabled>false</enabled></classAccesses><customPermissions><enabled>true</enabled><name>Skip</name></customPermissions><fieldPermissions><editable>true</editable><field>Lead.Title</field><readable>true</readable></fieldPermissions><objectPermissions><allowRead>true</allowRead><allowEdit>false</allowEdit><object>Lead</object><viewAllRecords>true</viewAllRecords></objectPermissions><userPermissions><enabled>true</enabled><name>RunReports</name></userPermissions></PermissionSet>`,
        'b/customPermissions/Skip.customPermission-meta.xml': `${HEAD}<CustomPermission><label>Skip it</label></CustomPermission>`
    });
    assert.deepEqual(diagnostics, []);
    assert.equal(schema.object('Rule__mdt')?.kind, 'customMetadata');
    assert.deepEqual(schema.customMetadata[0]?.values, { Hours__c: '48.0', Kind__c: null });
    assert.equal(schema.field(schema.object('Rule__mdt')!, 'Kind__c')?.picklistValues?.[0]?.value, 'K');
    assert.equal(schema.labels.get('hello')?.value, ' Hi & bye');
    const rep = schema.permissionSets.get('Rep')!;
    assert.deepEqual([...rep.classes, ...rep.customPermissions, ...rep.userPermissions], ['foo', 'skip', 'RunReports']);
    assert.deepEqual(rep.objects.get('lead'), {
        read: true,
        create: false,
        edit: false,
        delete: false,
        viewAll: true,
        modifyAll: false
    });
    assert.deepEqual(rep.fields.get('lead.title'), { read: true, edit: true });
    assert.ok(schema.customPermissions.has('Skip'));
});

const FIELD_PATH = 'a/objects/Thing__c/fields/F__c.field-meta.xml';
const faulty: [string, Record<string, string>, { path: string; line: number; message: RegExp; kind?: string }[]][] = [
    [
        'broken XML, in several files at once',
        {
            ...THING,
            [FIELD_PATH]: '<CustomField>\n  <fullName>F__c</fulName>\n</CustomField>',
            'a/labels/L.labels-meta.xml': ''
        },
        [
            { path: 'a/labels/L.labels-meta.xml', line: 1, message: /empty/ },
            { path: FIELD_PATH, line: 2, message: /<\/fulName> closes <fullName> of line 2/ }
        ]
    ],
    [
        'a wrong root element',
        { ...THING, [FIELD_PATH]: '<CustomObject/>' },
        [{ path: FIELD_PATH, line: 1, message: /expected <CustomField>/ }]
    ],
    [
        'a field without type',
        { ...THING, [FIELD_PATH]: field('F__c', '') },
        [{ path: FIELD_PATH, line: 2, message: /F__c needs <type>/ }]
    ],
    [
        'an unknown type',
        { ...THING, [FIELD_PATH]: field('F__c', '<type>Textt</type>') },
        [{ path: FIELD_PATH, line: 5, message: /"Textt" is no field type/ }]
    ],
    [
        'a type that is not supported',
        { ...THING, [FIELD_PATH]: field('F__c', '<type>ExternalLookup</type>') },
        [{ path: FIELD_PATH, line: 5, message: /Field type ExternalLookup/, kind: 'unsupported' }]
    ],
    [
        'another name than the file',
        { ...THING, [FIELD_PATH]: field('G__c', '<type>Date</type>') },
        [{ path: FIELD_PATH, line: 3, message: /fullName is G__c, the file is named F__c/ }]
    ],
    [
        'a number that is none',
        { ...THING, [FIELD_PATH]: field('F__c', '<type>Text</type><length>x</length>') },
        [{ path: FIELD_PATH, line: 5, message: /<length> must be a whole number/ }]
    ],
    [
        'a missing value set',
        {
            ...THING,
            [FIELD_PATH]: field('F__c', '<type>Picklist</type><valueSet><valueSetName>No</valueSetName></valueSet>')
        },
        [{ path: FIELD_PATH, line: 5, message: /no value set No/ }]
    ],
    [
        'a lookup to nowhere',
        { ...THING, [FIELD_PATH]: field('F__c', '<type>Lookup</type><referenceTo>No__c</referenceTo>') },
        [{ path: FIELD_PATH, line: 1, message: /refers to No__c, which does not exist/ }]
    ],
    [
        'a lookup to a standard object that is not there',
        { ...THING, [FIELD_PATH]: field('F__c', '<type>Lookup</type><referenceTo>Entitlement</referenceTo>') },
        [{ path: FIELD_PATH, line: 1, message: /Standard object Entitlement/, kind: 'unsupported' }]
    ],
    [
        'a detail of Lead',
        {
            'a/objects/Thing__c/Thing__c.object-meta.xml': object('<sharingModel>ControlledByParent</sharingModel>'),
            [FIELD_PATH]: field(
                'F__c',
                '<type>MasterDetail</type><referenceTo>Lead</referenceTo><relationshipName>Things</relationshipName>'
            )
        },
        [{ path: FIELD_PATH, line: 1, message: /Lead cannot be the master/ }]
    ],
    [
        'a detail with a sharing model of its own',
        {
            'a/objects/Thing__c/Thing__c.object-meta.xml': object('<sharingModel>Private</sharingModel>'),
            [FIELD_PATH]: field(
                'F__c',
                '<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Things</relationshipName>'
            )
        },
        [{ path: 'a/objects/Thing__c/Thing__c.object-meta.xml', line: 5, message: /ControlledByParent, not Private/ }]
    ],
    [
        'the same field twice',
        {
            ...THING,
            [FIELD_PATH]: field('F__c', '<type>Date</type>'),
            'b/objects/Thing__c/fields/F__c.field-meta.xml': field('F__c', '<type>Date</type>')
        },
        [
            {
                path: 'b/objects/Thing__c/fields/F__c.field-meta.xml',
                line: 2,
                message: /CustomField Thing__c\.F__c is already in a\/objects/
            }
        ]
    ],
    [
        'the same object twice',
        { ...THING, 'b/objects/Thing__c/Thing__c.object-meta.xml': object() },
        [
            {
                path: 'b/objects/Thing__c/Thing__c.object-meta.xml',
                line: 1,
                message: /CustomObject Thing__c is already in a\//
            }
        ]
    ],
    [
        'an object without its file',
        { [FIELD_PATH]: field('F__c', '<type>Date</type>') },
        [{ path: FIELD_PATH, line: 1, message: /has members and no Thing__c\.object-meta\.xml/ }]
    ],
    [
        'a standard object that is not there',
        { 'a/objects/Entitlement/fields/F__c.field-meta.xml': field('F__c', '<type>Date</type>') },
        [
            {
                path: 'a/objects/Entitlement/fields/F__c.field-meta.xml',
                line: 1,
                message: /Standard object Entitlement/,
                kind: 'unsupported'
            }
        ]
    ],
    [
        'a metadata record of no type',
        { 'a/customMetadata/No.First.md-meta.xml': '<CustomMetadata><label>x</label></CustomMetadata>' },
        [{ path: 'a/customMetadata/No.First.md-meta.xml', line: 1, message: /no custom metadata type No__mdt/ }]
    ],
    [
        'the same label twice',
        {
            'a/labels/L.labels-meta.xml':
                '<CustomLabels>\n<labels><fullName>A</fullName><value>x</value></labels>\n<labels><fullName>a</fullName><value>y</value></labels>\n</CustomLabels>'
        },
        [{ path: 'a/labels/L.labels-meta.xml', line: 3, message: /CustomLabel a is already in/ }]
    ],
    [
        'a validation rule without message',
        {
            ...THING,
            'a/objects/Thing__c/validationRules/R.validationRule-meta.xml':
                '<ValidationRule><fullName>R</fullName><active>true</active><errorConditionFormula>true</errorConditionFormula></ValidationRule>'
        },
        [
            {
                path: 'a/objects/Thing__c/validationRules/R.validationRule-meta.xml',
                line: 1,
                message: /R needs <errorMessage>/
            }
        ]
    ]
];
for (const [name, files, expected] of faulty) {
    test(`reports ${name}`, () => {
        const { diagnostics } = load(files);
        assert.equal(diagnostics.length, expected.length, JSON.stringify(diagnostics));
        for (const { path, line, message, kind } of expected) {
            const found = diagnostics.find((each) => each.path === path);
            assert.ok(found, JSON.stringify(diagnostics));
            assert.match(found.message, message);
            assert.deepEqual([found.line, found.kind], [line, kind ?? 'error']);
        }
    });
}

test('reports a source folder that does not exist', () => {
    const { diagnostics } = loadSchema({ sourceDirs: ['/nowhere/at/all'], root: '/nowhere' });
    assert.match(diagnostics[0]?.message ?? '', /does not exist/);
});

test('gives every standard object a readable table and unique names', () => {
    const { schema } = load({});
    for (const each of schema.objects) {
        const names = [...each.fields.values()].map((found) => found.name);
        assert.equal(new Set(names).size, names.length, each.name);
        for (const found of each.fields.values()) {
            for (const target of found.referenceTo ?? [])
                assert.ok(schema.object(target), `${each.name}.${found.name} -> ${target}`);
        }
    }
    for (const [prefix, name] of [
        ['001', 'Account'],
        ['003', 'Contact'],
        ['005', 'User'],
        ['006', 'Opportunity'],
        ['00Q', 'Lead'],
        ['701', 'Campaign'],
        ['00T', 'Task'],
        ['00U', 'Event'],
        ['500', 'Case']
    ]) {
        assert.equal(schema.objectByPrefix(prefix!)?.name, name);
    }
});
