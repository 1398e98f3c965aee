/** What a transaction uses of the platform's limits, measured by the Apex that runs in it. */
import { join } from 'node:path';
import { openOrg, type Org } from '../org/engine/org.ts';
import { ROOT } from './package.ts';
import type { Row } from './table.ts';

/** Apex that prints what the transaction has used, one share in percent per limit. */
export const PRINT_USED = [
    ['Queries', 'Queries'],
    ['QueryRows', 'QueryRows'],
    ['DmlStatements', 'DmlStatements'],
    ['DmlRows', 'DmlRows'],
    ['CpuTime', 'CpuTime'],
    ['HeapSize', 'HeapSize']
]
    .map(
        ([used, allowed]) =>
            `System.debug('USED ${used} ' + Limits.get${used}() * 100.0 / Limits.getLimit${allowed}());`
    )
    .join('\n');

/** Percent of a limit, by limit. */
export type Shares = ReadonlyMap<string, number>;

/** An org with the package and nobody's data, on a working morning. */
export function openPackageOrg(dataFile = ':memory:'): Org {
    const org = openOrg({
        sourceDirs: [join(ROOT, 'force-app')],
        worldFile: join(ROOT, 'config/local-org.json'),
        dataFile
    });
    org.clock.freeze(Date.UTC(2026, 5, 1, 14));
    return org;
}

/** Id of the user behind a persona. */
export function userOf(org: Org, alias: string): string {
    const userId = org.users.get(alias);
    if (userId === undefined) {
        throw new Error(`There is no user ${alias}`);
    }
    return userId;
}

/** Runs Apex as a user and gives what it printed; throws what it throws. */
export function run(org: Org, userId: string, text: string): string {
    const result = org.executeAnonymous(userId, text);
    if (!result.success) {
        throw new Error(
            result.compileProblem ?? `${result.exceptionMessage ?? ''}\n${result.exceptionStackTrace ?? ''}`
        );
    }
    return result.log.join('\n');
}

/** What PRINT_USED printed. */
export function sharesIn(log: string): Shares {
    return new Map(
        [...log.matchAll(/USED (\w+) ([\d.]+)/g)].map(([, name = '', share = '0']) => [name, Number(share)])
    );
}

/** The larger share of each limit. */
export function larger(one: Shares, other: Shares): Shares {
    return new Map([...other].map(([name, share]) => [name, Math.max(share, one.get(name) ?? 0)]));
}

/** One row per limit. */
export function sharesOf(what: string, shares: Shares): Row[] {
    return [...shares].map(([name, value]) => ({ name: `${what}: ${name}`, value, unit: '%' }));
}
