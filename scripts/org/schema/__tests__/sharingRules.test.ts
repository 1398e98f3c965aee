import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tinyTree } from '../../engine/__tests__/tinyTree.ts';
import { customField, customObject } from '../../engine/__tests__/metadata.ts';
import { loadSchema } from '../load.ts';
import type { SharingRuleDef } from '../model.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?><SharingRules xmlns="http://soap.sforce.com/2006/04/metadata">';

/** Rules of a private object, and what is said about them. */
function read(text: string, object = 'Deal__c'): { rules: readonly SharingRuleDef[]; said: string[] } {
    const tree = tinyTree({
        ...customObject('Deal__c', '<sharingModel>Private</sharingModel>'),
        ...customField('Deal__c', 'Region__c', 'Text', '<length>20</length>'),
        ...customField('Deal__c', 'Due__c', 'Date'),
        ...customField('Deal__c', 'Size__c', 'Number', '<precision>8</precision><scale>0</scale>'),
        ...customField('Deal__c', 'Next__c', 'Date', '<formula>Due__c + 1</formula>'),
        ...customObject('Part__c', '<sharingModel>ControlledByParent</sharingModel>'),
        ...customField(
            'Part__c',
            'Deal__c',
            'MasterDetail',
            '<referenceTo>Deal__c</referenceTo><relationshipName>Parts</relationshipName><relationshipOrder>0</relationshipOrder>'
        ),
        [`sharingRules/${object}.sharingRules-meta.xml`]: `${HEAD}${text}</SharingRules>`
    });
    try {
        const { schema, diagnostics } = loadSchema({ sourceDirs: [tree.dir], root: tree.dir });
        return {
            rules: schema.object(object)?.sharingRules ?? [],
            said: diagnostics.map((one) => `${one.kind}: ${one.message}`)
        };
    } finally {
        tree.remove();
    }
}

const owners = (to: string, level = 'Read', from = '<role>R</role>'): string =>
    `<sharingOwnerRules><fullName>O</fullName><accessLevel>${level}</accessLevel><sharedTo>${to}</sharedTo><sharedFrom>${from}</sharedFrom></sharingOwnerRules>`;
const criteria = (items: string, logic = ''): string =>
    `<sharingCriteriaRules><fullName>C</fullName><accessLevel>Edit</accessLevel><sharedTo><group>G</group></sharedTo>${logic}${items}</sharingCriteriaRules>`;
const item = (field: string, operation: string, value: string): string =>
    `<criteriaItems><field>${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;

// Metadata API, SharingRules.
test('rules by owner and by criteria', () => {
    const { rules, said } = read(
        owners('<roleAndSubordinatesInternal>S</roleAndSubordinatesInternal>', 'Edit', '<queue>Q</queue>') +
            criteria(
                item('region__c', 'notEqual', 'North') + item('Due__c', 'lessThan', '2026-01-31'),
                '<booleanFilter>1 OR 2</booleanFilter>'
            )
    );
    assert.deepEqual(said, []);
    assert.deepEqual(rules, [
        {
            name: 'O',
            level: 'Edit',
            sharedTo: { kind: 'roleAndSubordinates', name: 'S' },
            records: { kind: 'owned', by: { kind: 'queue', name: 'Q' } },
            children: {}
        },
        {
            name: 'C',
            level: 'Edit',
            sharedTo: { kind: 'group', name: 'G' },
            records: {
                kind: 'meeting',
                filters: [
                    { field: 'Region__c', operation: 'notEqual', value: 'North' },
                    { field: 'Due__c', operation: 'lessThan', value: '2026-01-31' }
                ],
                logic: {
                    kind: 'or',
                    operands: [
                        { kind: 'item', index: 0 },
                        { kind: 'item', index: 1 }
                    ]
                }
            },
            children: {}
        }
    ]);
});

const refused: readonly (readonly [what: string, rules: string, says: string])[] = [
    [
        'a guest rule',
        '<sharingGuestRules><fullName>G</fullName></sharingGuestRules>',
        'unsupported: Guest user sharing rule G'
    ],
    [
        'a territory rule',
        '<sharingTerritoryRules><fullName>T</fullName></sharingTerritoryRules>',
        'unsupported: Territory sharing rule T'
    ],
    ['managers', owners('<managers>boss</managers>'), 'unsupported: Sharing rule O with managers'],
    [
        'a queue to share with',
        owners('<queue>Q</queue>'),
        'error: The sharing rule O shares with a queue; only what a queue owns can be shared.'
    ],
    ['nobody to share with', owners(''), 'error: The sharing rule O needs <sharedTo>.'],
    [
        'a level that is none',
        owners('<role>R</role>', 'Full'),
        'error: The access level of the sharing rule O is "Full", none of Read, Edit, All.'
    ],
    ['no criteria', criteria(''), 'error: The sharing rule C has no criteria.'],
    [
        'a field that is not there',
        criteria(item('Lost__c', 'equals', 'x')),
        'error: The sharing rule C names Lost__c, no field of Deal__c.'
    ],
    [
        'a formula',
        criteria(item('Next__c', 'equals', '2026-01-01')),
        'error: The sharing rule C names the formula Next__c; criteria take no formulas.'
    ],
    [
        'logic that cannot be read',
        criteria(item('Region__c', 'equals', 'x'), '<booleanFilter>1 XOR 2</booleanFilter>'),
        'error: The filter logic "1 XOR 2" of the sharing rule C cannot be read.'
    ],
    [
        'a number in words',
        criteria(item('Size__c', 'equals', 'ten')),
        'error: The sharing rule C compares the number Size__c with "ten".'
    ],
    [
        'a day in words',
        criteria(item('Due__c', 'equals', 'TODAY')),
        'unsupported: Sharing rule C with Due__c equals TODAY'
    ],
    [
        'another record by its name',
        criteria(item('OwnerId', 'equals', 'Ann')),
        'unsupported: Sharing rule C with OwnerId equals Ann'
    ],
    [
        'an operation of other filters',
        criteria(item('Region__c', 'within', '5')),
        'unsupported: Sharing rule C with Region__c within 5'
    ]
];
for (const [what, text, says] of refused) {
    test(`refuses ${what}`, () => {
        assert.deepEqual(read(text), { rules: [], said: [says] });
    });
}

test('a detail has no rules of its own, an object that is not there has none at all', () => {
    assert.deepEqual(read(owners('<role>R</role>'), 'Part__c').said, [
        'error: Part__c is controlled by its parent and has no sharing rules of its own.'
    ]);
    assert.deepEqual(read(owners('<role>R</role>'), 'Lost__c').said, ['error: There is no object Lost__c.']);
    assert.deepEqual(read(owners('<role>R</role>'), 'Macro').said, ['unsupported: Sharing rules of Macro']);
});
