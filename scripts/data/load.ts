/** Loads the demo world through the org's own REST API, so that triggers and rules see every record. */
import { readFileSync } from 'node:fs';
import { ToolError } from '../shared/toolError.ts';
import { API, BATCH, refusalText, type SaveResult } from './collections.ts';
import { nightStep } from './books.ts';
import { generateDemoData } from './generate.ts';
import type { Profile } from './quotas.ts';
import { isApexStep, type ApexStep, type DemoRecord, type RecordStep } from './records.ts';

/** Objects that are written by external id, so that a second run changes nothing. */
const EXTERNAL_IDS: Readonly<Record<string, string>> = { Engagement__c: 'External_Key__c' };

export interface LoadOptions {
    readonly baseUrl: string;
    readonly accessToken: string;
    readonly profile: Profile;
    /** The org's clock as ISO text; everything lies before it. */
    readonly asOf: string;
    /** Leaves out what the first night would compute, which takes longer than all the rest. */
    readonly isBeforeFirstNight?: boolean;
    readonly onProgress: (done: number, total: number, what: string) => void;
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
    const steps = data.steps.filter((step) => !(options.isBeforeFirstNight && step === nightStep));
    const total = steps.reduce((sum, step) => sum + (isApexStep(step) ? step.count : step.records.length), 0);
    let done = 0;
    for (const step of steps) {
        if (isApexStep(step)) {
            await runApex(options, step, ids);
            done += step.count;
            options.onProgress(done, total, step.what);
            continue;
        }
        for (let start = 0; start < step.records.length; start += BATCH) {
            const batch = step.records.slice(start, start + BATCH);
            const results = await save(options, step, batch, ids);
            batch.forEach((record, index) => ids.set(record.key, results[index]?.id ?? ids.get(record.key) ?? ''));
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
    { object, isUpdate }: RecordStep,
    records: readonly DemoRecord[],
    ids: ReadonlyMap<string, string>
): Promise<readonly SaveResult[]> {
    const body = {
        allOrNone: false,
        records: records.map((record) => ({
            attributes: { type: object },
            ...(isUpdate ? { Id: ids.get(record.key) } : {}),
            ...record.fields,
            ...resolved(record, ids)
        }))
    };
    const externalId = EXTERNAL_IDS[object];
    const results = externalId
        ? await request<readonly SaveResult[]>(
              options,
              'PATCH',
              `${API}/composite/sobjects/${object}/${externalId}`,
              body
          )
        : await request<readonly SaveResult[]>(options, isUpdate ? 'PATCH' : 'POST', `${API}/composite/sobjects`, body);
    const refused = results.flatMap((result, index) =>
        result.success ? [] : [`${records[index]!.key}: ${refusalText(result)}`]
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

/** @throws ToolError when the code does not compile or ends with an exception */
async function runApex(options: LoadOptions, step: ApexStep, ids: ReadonlyMap<string, string>): Promise<void> {
    const idOf = (key: string): string => {
        const id = ids.get(key);
        if (!id) {
            throw new ToolError('DemoReferenceMissing', `${step.what} names ${key}, which the org does not have.`, []);
        }
        return id;
    };
    const text = encodeURIComponent(step.apex(idOf));
    const result = await request<{ success: boolean; compileProblem: string | null; exceptionMessage: string | null }>(
        options,
        'GET',
        `${API}/tooling/executeAnonymous?anonymousBody=${text}`
    );
    if (!result.success) {
        throw new ToolError(
            'DemoApexFailed',
            `${step.what} failed: ${result.compileProblem ?? result.exceptionMessage ?? 'no reason was given'}`,
            ['Is the demo user an administrator?', 'Start over with an empty org: npm start -- --reset']
        );
    }
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
