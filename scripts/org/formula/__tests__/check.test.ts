import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFormulas } from '../check.ts';
import { field, object, schemaOf } from '../../schema/__tests__/smallModel.ts';

test('every formula that does not compile is listed with its place, kind and position', () => {
    const rule = (name: string, formula: string) => ({ name, isActive: true, formula, message: 'm' });
    const thing = object(
        'Thing__c',
        'a00',
        [
            field('Number__c', 'double'),
            field('Good__c', 'double', { formula: 'Number__c + 1' }),
            field('Text__c', 'string', { formula: 'Number__c + 1' }),
            field('Default__c', 'boolean', { defaultFormula: 'Nope__c' }),
            field('Pick__c', 'picklist', { defaultFormula: '"a"' }),
            field('Multi__c', 'multipicklist', { defaultFormula: '"a"' }),
            field('Number_pick__c', 'picklist', { defaultFormula: '1' })
        ],
        {
            validationRules: [
                rule('Fine', 'Number__c > 1'),
                rule('Unknown', 'VLOOKUP(Number__c) > 1'),
                rule('Number', '1')
            ]
        }
    );
    const problems = checkFormulas(schemaOf([thing]));
    assert.deepEqual(
        problems.map(({ place, source, kind, offset }) => [place, source, kind, offset]),
        [
            ['Thing__c.Text__c', 'calculated field', 'error', 0],
            ['Thing__c.Default__c', 'default value', 'error', 0],
            ['Thing__c.Number_pick__c', 'default value', 'error', 0],
            ['Thing__c.Unknown', 'validation rule', 'unsupported', 0],
            ['Thing__c.Number', 'validation rule', 'error', 0]
        ]
    );
    assert.match(problems[0]!.message, /incompatible with expected data type \(text\)/);
});
