/** Runs the stages of a deploy or a removal one after the other, and tells how it goes. */
import { performance } from 'node:perf_hooks';
import { ToolError } from '../shared/toolError.ts';
import type { OrgIdentity } from './target.ts';

/** Where progress goes. */
export interface Teller {
    stage(number: number, total: number, name: string): void;
    progress(what: string, done: number, total: number): void;
    line(text: string): void;
}

/** What a stage did. */
export interface Done {
    readonly summary: string;
    readonly changed: boolean;
}

export interface StageResult extends Done {
    readonly name: string;
    readonly seconds: number;
}

export type Stage = readonly [name: string, work: () => Promise<Done>];

/** A stage that changes nothing. */
export const unchanged = (summary: string): Done => ({ summary, changed: false });

/** A stage that changed the org. */
export const changed = (summary: string): Done => ({ summary, changed: true });

/**
 * Names the org and its user, and asks before an org in which people work.
 * @param actions what to do when nobody confirmed
 * @throws ToolError `NotConfirmed`
 */
export async function confirmTarget(
    identity: OrgIdentity,
    tell: Teller,
    confirm: (identity: OrgIdentity) => Promise<boolean>,
    actions: readonly string[]
): Promise<void> {
    tell.line(
        `User ${identity.userName} of ${identity.organizationName} (${identity.edition}, ${identity.instanceUrl})`
    );
    if (identity.isProduction && !(await confirm(identity))) {
        const message = `${identity.organizationName} is a production org, and nobody confirmed.`;
        throw new ToolError('NotConfirmed', message, [...actions]);
    }
}

/** @throws ToolError of the first stage that fails */
export async function runStages(stages: readonly Stage[], tell: Teller): Promise<StageResult[]> {
    const results: StageResult[] = [];
    for (const [index, [name, work]] of stages.entries()) {
        tell.stage(index + 1, stages.length, name);
        const started = performance.now();
        const done = await work();
        const seconds = Math.round((performance.now() - started) / 100) / 10;
        results.push({ name, ...done, seconds });
        tell.line(`${name}: ${done.summary} (${seconds} s)`);
    }
    return results;
}
