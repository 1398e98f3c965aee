/** Loads the demo world through the org's own REST API, so that triggers and rules see every record. */
import { readFileSync } from 'node:fs';
import { ToolError } from '../shared/toolError.ts';
import { generateDemoData } from './generate.ts';
import type { Profile } from './quotas.ts';
import type { DemoRecord } from './records.ts';

const API = '/services/data/v66.0';
const BATCH = 200;
/** Objects that are written by external id, so that a second run changes nothing. */
const EXTERNAL_IDS: Readonly<Record<string, string>> = { Engagement__c: 'External_Key__c' };

export interface LoadOptions {
    readonly baseUrl: string;
    readonly accessToken: string;
    readonly profile: Profile;
    /** The org's clock as ISO text; everything lies before it. */
    readonly asOf: string;
    readonly onProgress: (done: number, total: number, what: string) => void;
}

interface SaveResult {
    readonly id: string | null;
    readonly success: boolean;
    readonly errors: readonly {
        readonly statusCode: string;
        readonly message: string;
        readonly fields: readonly string[];
    }[];
}

/**
 * Makes and loads the records of a profile.
 *
 * @throws ToolError with the first records that the org refused, and why
 */
export async function loadDemoData(options: LoadOptions): Promise<void> {
    const data = generateDemoData({
        profile: options.profile,
        asOf: Date.parse(options.asOf),
        holidays: worldHolidays()
    });
    const ids = await peopleAndGroups(options);
    const total = data.steps.reduce((sum, step) => sum + step.records.length, 0);
    let done = 0;
    for (const step of data.steps) {
        for (let start = 0; start < step.records.length; start += BATCH) {
            const batch = step.records.slice(start, start + BATCH);
            const results = await save(options, step.object, batch, ids);
            batch.forEach((record, index) => ids.set(record.key, results[index]?.id ?? ''));
            done += batch.length;
            options.onProgress(done, total, step.object);
        }
    }
    await startSweep(options);
}

/** What the Repair button of the team console does: from then on clocks warn, breach and expire by themselves. */
async function startSweep(options: LoadOptions): Promise<void> {
    const outcome = await request<{ isOk: boolean; message?: string }>(
        options,
        'POST',
        '/apex/HandoffListController/repairHeartbeat',
        {}
    );
    if (!outcome.isOk) {
        throw new ToolError('SweepNotStarted', `The sweep did not start: ${outcome.message ?? 'no reason was given'}`, [
            'May the demo user administer the app, and is there a free slot for a scheduled job?'
        ]);
    }
}

function worldHolidays(): ReadonlySet<string> {
    const world = JSON.parse(readFileSync(new URL('../../config/local-org.json', import.meta.url), 'utf8')) as {
        businessHours: { holidays: { date: string }[] }[];
    };
    return new Set(world.businessHours.flatMap((calendar) => calendar.holidays.map((holiday) => holiday.date)));
}

async function peopleAndGroups(options: LoadOptions): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    const users = await query<{ Id: string; Username: string }>(options, 'SELECT Id, Username FROM User');
    users.forEach((user) => ids.set(`user:${user.Username.split('@')[0]}`, user.Id));
    const groups = await query<{ Id: string; DeveloperName: string }>(
        options,
        "SELECT Id, DeveloperName FROM Group WHERE Type = 'Queue'"
    );
    groups.forEach((group) => ids.set(`group:${group.DeveloperName}`, group.Id));
    return ids;
}

async function query<T>(options: LoadOptions, soql: string): Promise<readonly T[]> {
    const answer = await request<{ records: readonly T[] }>(
        options,
        'GET',
        `${API}/query?q=${encodeURIComponent(soql)}`
    );
    return answer.records;
}

async function save(
    options: LoadOptions,
    object: string,
    records: readonly DemoRecord[],
    ids: ReadonlyMap<string, string>
): Promise<readonly SaveResult[]> {
    const body = {
        allOrNone: false,
        records: records.map((record) => ({ attributes: { type: object }, ...record.fields, ...resolved(record, ids) }))
    };
    const externalId = EXTERNAL_IDS[object];
    const results = externalId
        ? await request<readonly SaveResult[]>(
              options,
              'PATCH',
              `${API}/composite/sobjects/${object}/${externalId}`,
              body
          )
        : await request<readonly SaveResult[]>(options, 'POST', `${API}/composite/sobjects`, body);
    const refused = results.flatMap((result, index) =>
        result.success ? [] : [`${records[index]!.key}: ${refusal(result)}`]
    );
    if (refused.length > 0) {
        throw new ToolError(
            'DemoDataRefused',
            `The org refused ${refused.length} of ${records.length} records of ${object}.\n${refused.slice(0, 5).join('\n')}`,
            [
                'Is the demo user an administrator with the migration permission set?',
                'Start over with an empty org: npm start -- --reset'
            ]
        );
    }
    return results;
}

function resolved(record: DemoRecord, ids: ReadonlyMap<string, string>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(record.references).map(([field, key]) => {
            const id = ids.get(key);
            if (!id) {
                throw new ToolError(
                    'DemoReferenceMissing',
                    `${record.key} names ${key} in ${field}, which the org does not have.`,
                    ['Compare config/local-org.json (users, groups) with scripts/data/names.ts']
                );
            }
            return [field, id];
        })
    );
}

function refusal(result: SaveResult): string {
    return result.errors.map((error) => `${error.statusCode} ${error.message}`).join('; ');
}

async function request<T>(options: LoadOptions, method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(options.baseUrl + path, {
        method,
        headers: { Authorization: `Bearer ${options.accessToken}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    if (!response.ok) {
        throw new ToolError(
            'DemoRequestFailed',
            `${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`,
            ['Start over with an empty org: npm start -- --reset']
        );
    }
    return JSON.parse(text) as T;
}
