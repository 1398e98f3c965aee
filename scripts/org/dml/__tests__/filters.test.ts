import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '../../runtime/program.ts';
import type { FieldType } from '../../schema/model.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDate } from '../../values/temporal.ts';
import { meets, type Comparing } from '../filters.ts';
import { customField } from './testOrg.ts';

// Metadata API, FilterItem; help page "Filter Operators Reference".
const cases: readonly (readonly [FieldType, Value, operation: string, text: string, expected: boolean])[] = [
    ['string', 'East', 'equals', 'east', true],
    ['string', 'East', 'equals', 'North, East', true],
    ['string', 'East', 'notEqual', 'North, East', false],
    ['string', 'East', 'notEqual', 'North, South', true],
    ['string', null, 'equals', '', true],
    ['string', null, 'equals', 'East', false],
    ['string', null, 'notEqual', 'East', true],
    ['string', 'East', 'startsWith', 'no, ea', true],
    ['string', 'East', 'startsWith', 'as', false],
    ['string', 'East', 'contains', 'AS', true],
    ['string', 'East', 'contains', 'z', false],
    ['string', 'East', 'notContain', 'z, y', true],
    ['string', 'East', 'notContain', 'z, as', false],
    ['string', 'East', 'lessThan', 'north', true],
    ['multipicklist', 'A;B', 'includes', 'B', true],
    ['multipicklist', 'A;B', 'excludes', 'B', false],
    ['double', Decimal.of(5), 'equals', '5.00', true],
    ['double', Decimal.of(5), 'lessThan', '5', false],
    ['double', Decimal.of(5), 'lessOrEqual', '5', true],
    ['double', Decimal.of(5), 'greaterThan', '5', false],
    ['double', Decimal.of(5), 'greaterOrEqual', '5', true],
    ['double', Decimal.of(5), 'greaterThan', '-5', true],
    ['double', null, 'lessThan', '5', false],
    ['double', null, 'equals', '', true],
    ['double', Decimal.of(5), 'equals', '', false],
    ['double', Decimal.of(0), 'notEqual', '', true],
    ['double', null, 'greaterOrEqual', '5', false],
    ['date', ApexDate.of(2026, 1, 31), 'lessThan', '2026-02-01', true],
    ['date', ApexDate.of(2026, 1, 31), 'greaterThan', '2026-02-01', false],
    ['date', ApexDate.of(2026, 1, 31), 'equals', '2026-01-31', true],
    ['boolean', true, 'equals', 'True', true],
    ['boolean', true, 'equals', '1', true],
    ['boolean', false, 'equals', 'True', false],
    ['boolean', false, 'notEqual', 'True', true],
    // A checkbox of a record that is not there is not checked.
    ['boolean', null, 'equals', 'False', true],
    ['boolean', null, 'equals', 'True', false]
];
for (const [type, value, operation, text, expected] of cases) {
    test(`${type} ${String(value)} ${operation} "${text}" is ${String(expected)}`, () => {
        assert.equal(meets(customField('F__c', type), value, operation, text), expected);
    });
}

const comparings: readonly (readonly [FieldType, string, string, string, Comparing, boolean])[] = [
    ['string', 'East', 'equals', 'east', { isCaseSensitive: true }, false],
    ['string', 'East', 'equals', 'north, East', { isCaseSensitive: true }, true],
    ['textarea', 'East', 'contains', 'AS', { isCaseSensitive: true }, false],
    ['textarea', 'East', 'startsWith', 'Ea', { isCaseSensitive: true }, true],
    ['picklist', 'East', 'equals', 'east', { isCaseSensitive: true }, true],
    ['string', 'a, b', 'equals', 'A, B', { isSingle: true }, true],
    ['string', 'a', 'equals', 'a, b', { isSingle: true }, false]
];
for (const [type, value, operation, text, comparing, expected] of comparings) {
    test(`${type} ${value} ${operation} "${text}" is ${String(expected)} with ${JSON.stringify(comparing)}`, () => {
        assert.equal(meets(customField('F__c', type), value, operation, text, comparing), expected);
    });
}

test('an operation that there is not is a mistake of the tool', () => {
    assert.throws(() => meets(customField('F__c', 'string'), 'x', 'resembles', 'y'), /unknown operation resembles/);
});
