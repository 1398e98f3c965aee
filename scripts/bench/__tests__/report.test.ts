import assert from 'node:assert/strict';
import { it } from 'node:test';
import { markdown } from '../large/report.ts';

it('puts every figure into one line with a column for each share, and draws the times', () => {
    const rows = [
        { name: 'a day', value: 4, unit: 's', share: 0.1 },
        { name: 'a day: QueryRows', value: 12.4, unit: '%', share: 0.1 },
        { name: 'a day: DmlRows', value: 0.1, unit: '%', share: 0.1 },
        { name: 'rows', value: 1200, unit: '', share: 0.1 },
        { name: 'a day', value: 10, unit: 's', share: 1 },
        { name: 'a day: QueryRows', value: 31, unit: '%', share: 1 },
        { name: 'a day: DmlRows', value: 0.2, unit: '%', share: 1 },
        { name: 'rows', value: 12000, unit: '', share: 1 }
    ];
    assert.equal(
        markdown(rows),
        [
            '| figure           | 10 %  | 100 %  | 100 % against 10 % |',
            '| ---------------- | ----- | ------ | ------------------ |',
            '| a day            | 4.0 s | 10.0 s | 2.5                |',
            '| a day: QueryRows | 12 %  | 31 %   | 2.5                |',
            '| rows             | 1,200 | 12,000 | 10.0               |',
            '',
            '```',
            'a day',
            `   10 % ${'█'.repeat(16)} 4.0 s`,
            `  100 % ${'█'.repeat(40)} 10.0 s`,
            '```'
        ].join('\n')
    );
});
