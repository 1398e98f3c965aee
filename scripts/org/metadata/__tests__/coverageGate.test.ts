import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverageWarnings } from '../deploy/coverageGate.ts';

const unit = (name: string, covered: number, total: number, kind: 'class' | 'trigger' = 'class') => ({
    name,
    path: name,
    kind,
    lines: new Map(Array.from({ length: total }, (_, line) => [line + 1, line < covered ? 1 : 0]))
});

describe('coverage gate', () => {
    for (const [what, coverage, deployed, messages] of [
        ['lets 75 % of all Apex pass', [unit('A', 1, 2), unit('B', 2, 2)], null, []],
        ['stops below 75 % of all Apex', [unit('A', 1, 3), unit('B', 2, 2)], null, [/Average test coverage.* is 60%/]],
        ['wants every trigger run at all', [unit('A', 100, 100), unit('T', 0, 2, 'trigger')], null, [/Trigger is 0%/]],
        ['has nothing against an org without Apex', [], null, []],
        ['looks at deployed classes one by one', [unit('A', 3, 4), unit('B', 2, 3)], ['a', 'b'], [/Class is 66%/]],
        ['leaves other classes alone', [unit('A', 3, 4), unit('B', 0, 3)], ['a'], []],
        ['has nothing against a class without statements', [unit('A', 0, 0)], ['a'], []]
    ] as const) {
        it(what, () => {
            const warnings = coverageWarnings(coverage, deployed ? new Set(deployed) : null);

            assert.equal(warnings.length, messages.length);
            messages.forEach((message, index) => assert.match(warnings[index]?.message ?? '', message));
        });
    }
});
