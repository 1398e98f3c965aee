/** The package under measure and small tools for measuring it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startOrgUnderTest, type OrgUnderTest } from '../e2e/orgUnderTest.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Runs work on the app with the small demo data, in memory and in Chromium. */
export async function withApp<T>(work: (app: OrgUnderTest) => Promise<T>): Promise<T> {
    const app = await startOrgUnderTest('small');
    try {
        return await work(app);
    } finally {
        await app.close();
    }
}

/** Milliseconds that work took, and what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<[milliseconds: number, result: T]> {
    const started = performance.now();
    const result = await work();
    return [performance.now() - started, result];
}

/** Writes records in batches of 200 through the REST API, as the user who may load history. */
export async function insertAll(
    app: OrgUnderTest,
    object: string,
    records: readonly object[],
    externalId?: string
): Promise<string[]> {
    const ids: string[] = [];
    for (let start = 0; start < records.length; start += 200) {
        const batch = records.slice(start, start + 200).map((fields) => ({ attributes: { type: object }, ...fields }));
        const path = '/services/data/v66.0/composite/sobjects' + (externalId ? `/${object}/${externalId}` : '');
        const { body } = await app.api('loader', externalId ? 'PATCH' : 'POST', path, {
            allOrNone: true,
            records: batch
        });
        const results = body as { id: string; success: boolean; errors: unknown }[];
        const refused = results.find((result) => !result.success);
        if (refused) {
            throw new Error(`${object} was refused: ${JSON.stringify(refused.errors)}`);
        }
        ids.push(...results.map((result) => result.id));
    }
    return ids;
}

export function requireFile(path: string): string {
    if (!existsSync(path)) {
        throw new Error(`${path} is missing: run npm ci`);
    }
    return path;
}
