import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = resolve(import.meta.dirname, '..');
const TESTS = join(ROOT, 'engine/__tests__/behaviour');
/** Behaviours without a source, at most, of all. */
const SHARE_OF_BELIEFS = 0.1;

interface Row {
    readonly says: string;
    readonly where: string;
    readonly source: string;
}

const rows: readonly Row[] = readFileSync(join(ROOT, 'BEHAVIOUR.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|\s*(behaviour\s*\||-)/.test(line))
    .map((line) => {
        const [says = '', where = '', source = ''] = line
            .split(/(?<!\\)\|/)
            .slice(1, -1)
            .map((cell) => cell.trim());
        return { says, where, source };
    });

describe('the ledger of behaviours', () => {
    it('says of each where it is and where it comes from', () => {
        assert.ok(rows.length > 200);
        assert.deepEqual(
            rows.filter((row) => row.says === '' || row.where === '' || row.source === ''),
            []
        );
    });

    it('names each behaviour once', () => {
        const seen = new Set<string>();
        const twice = rows.map((row) => row.says).filter((says) => seen.size === seen.add(says).size);
        assert.deepEqual(twice, []);
    });

    it('points to files that are there', () => {
        const files = rows.flatMap((row) =>
            [...row.where.matchAll(/`([^`]+\.ts)`/g)].map((match) => match[1] as string)
        );
        assert.deepEqual(
            files.filter((file) => !existsSync(join(ROOT, file)) && !existsSync(join(TESTS, file))),
            []
        );
    });

    it('has a source for more than nine of ten', () => {
        const beliefs = rows.filter((row) => row.source.includes('belief')).map((row) => row.says);
        assert.ok(
            beliefs.length < rows.length * SHARE_OF_BELIEFS,
            `${beliefs.length} of ${rows.length} are beliefs:\n${beliefs.join('\n')}`
        );
    });
});
