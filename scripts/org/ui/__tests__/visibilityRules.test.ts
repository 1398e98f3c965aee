/** Visibility rules of Lightning pages, by table. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isVisibleWith, type VisibilityFacts } from '../modules/host/visibilityRules/visibilityRules.ts';

const value = (of: unknown) => ({ value: of });
const FACTS: VisibilityFacts = {
    record: {
        fields: {
            Status: value('Open'),
            Amount: value(1200),
            Due: value('2026-11-23'),
            IsVip: value(true),
            Empty: value(null),
            Owner: value({ fields: { Name: value('Rita Rep') } })
        }
    },
    user: { fields: { Title: value('Chief Clerk') } },
    known: { '$Client.FormFactor': 'Large', '$User.Profile.Name': 'Standard User' },
    hasPermission: (name) => name === 'Can_Do'
};
const rule = (left: string, operator: string, right: string) => ({ criteria: [{ left, operator, right }] });

describe('a visibility rule', () => {
    for (const [left, operator, right, expected] of [
        ['{!Record.Status}', 'EQUAL', 'open', true],
        ['{!$Record.Status}', 'NE', 'Open', false],
        ['{!Record.Status}', 'CONTAINS', 'PE', true],
        ['{!Record.Owner.Name}', 'EQUAL', 'Rita Rep', true],
        ['{!Record.Amount}', 'GT', '1000', true],
        ['{!Record.Amount}', 'LE', '1000', false],
        ['{!Record.Due}', 'LT', '2026-11-24', true],
        ['{!Record.Empty}', 'LT', '1', false],
        ['{!Record.Empty}', 'EQUAL', '', true],
        ['{!Record.IsVip}', 'EQUAL', 'true', true],
        ['{!$User.Title}', 'CONTAINS', 'chief', true],
        ['{!$User.Profile.Name}', 'EQUAL', 'Standard User', true],
        ['{!$Permission.CustomPermission.Can_Do}', 'EQUAL', 'true', true],
        ['{!$Permission.StandardPermission.ViewSetup}', 'EQUAL', 'true', false],
        ['{!$Client.FormFactor}', 'EQUAL', 'Small', false]
    ] as const) {
        it(`${left} ${operator} "${right}" is ${expected}`, () => {
            assert.equal(isVisibleWith(rule(left, operator, right), FACTS), expected);
        });
    }

    it('combines its criteria by the filter, and by AND without one', () => {
        const criteria = [
            { left: '{!Record.Status}', operator: 'EQUAL', right: 'Open' },
            { left: '{!Record.Amount}', operator: 'GT', right: '5000' },
            { left: '{!Record.IsVip}', operator: 'EQUAL', right: 'true' }
        ];
        const shown = (booleanFilter?: string): boolean =>
            isVisibleWith({ criteria, ...(booleanFilter === undefined ? {} : { booleanFilter }) }, FACTS);

        assert.deepEqual(
            [shown(), shown('1 AND (2 OR 3)'), shown('1 AND NOT 3'), shown('2 OR (NOT 2 AND 3)')],
            [false, true, false, true]
        );
    });

    it('hides its component while the record is not there', () => {
        const { known, hasPermission } = FACTS;

        assert.equal(isVisibleWith(rule('{!Record.Status}', 'NE', 'Closed'), { known, hasPermission }), false);
    });

    it('is refused where the local org does not know the expression or the operator', () => {
        assert.throws(
            () => isVisibleWith(rule('{!$Weather.Sun}', 'EQUAL', 'true'), FACTS),
            /does not know \{!\$Weather/
        );
        assert.throws(() => isVisibleWith(rule('{!Record.Status}', 'LIKE', 'O'), FACTS), /operator LIKE/);
    });
});
