import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseMutants, mutantsOf } from '../mutants.ts';
import { mutationOptions } from '../run.ts';
import { scriptMutantsOf } from '../scriptMutants.ts';

const CLASS = `public with sharing class Clock {
    // a comment with a == b
    public Boolean isLate(Datetime at, Datetime due) {
        List<Map<Id, String>> rows = [SELECT Id FROM Lead WHERE CreatedDate < :at];
        return at > due && due != null;
    }
}
`;

describe('mutantsOf', () => {
    it('breaks operators in code and leaves comments, queries and type arguments alone', () => {
        const found = mutantsOf('Clock.cls', CLASS).map((mutant) => [mutant.line, mutant.before, mutant.after]);
        assert.deepEqual(found, [
            [5, '>', '<='],
            [5, '&&', '||'],
            [5, '!=', '==']
        ]);
    });

    it('changes exactly the operator', () => {
        const [first] = mutantsOf('Clock.cls', CLASS);
        assert.equal(first?.text, CLASS.replace('at > due', 'at <= due'));
    });

    it('leaves test classes alone', () => {
        assert.deepEqual(mutantsOf('ClockTest.cls', `@IsTest\n${CLASS}`), []);
    });
});

describe('chooseMutants', () => {
    it('takes one of each class before a second of any', () => {
        const all = ['A.cls', 'B.cls', 'C.cls'].flatMap((path) => mutantsOf(path, CLASS));
        let number = 0;
        const chosen = chooseMutants(all, 3, () => (number += 0.37) % 1);
        assert.deepEqual(new Set(chosen.map((mutant) => mutant.path)).size, 3);
    });
});

describe('scriptMutantsOf', () => {
    it('breaks comparisons and logic of TypeScript, not types, texts or comments', () => {
        const text =
            "// a === b\nconst f = <T,>(a: T | null, b = 'x && y') => a !== null && (1 < 2 || `${b}` >= '');\n";
        assert.deepEqual(
            scriptMutantsOf('f.ts', text).map((mutant) => [mutant.line, mutant.before, mutant.after]),
            [
                [2, '&&', '||'],
                [2, '!==', '==='],
                [2, '||', '&&'],
                [2, '<', '>='],
                [2, '>=', '>']
            ]
        );
        assert.ok(scriptMutantsOf('f.ts', text)[1]?.text.includes('a === null && (1'));
    });
});

describe('mutationOptions', () => {
    const defaults = { count: 20, seed: 1, atLeast: 17 };

    it('takes whole numbers, and the defaults for what is not given', () => {
        assert.deepEqual(mutationOptions([], defaults), defaults);
        assert.deepEqual(mutationOptions(['--count', '3', '--seed', '9'], defaults), {
            count: 3,
            seed: 9,
            atLeast: 17
        });
    });

    it('refuses anything else', () => {
        assert.equal(mutationOptions(['--count', '0'], defaults), null);
        assert.equal(mutationOptions(['--seed', 'x'], defaults), null);
        assert.equal(mutationOptions(['--sed', '3'], defaults), null);
    });
});
