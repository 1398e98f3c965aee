/** What every offline check is: a name, a sentence on what it proves, and a run that lists problems. */

/** One thing to mend, at a place that an editor can open. */
export interface Problem {
    /** Relative to the package's root. */
    readonly path: string;
    readonly line?: number;
    readonly column?: number;
    readonly message: string;
}

export interface CheckResult {
    readonly problems: readonly Problem[];
    /** What was looked at, in words: `214 files`. A check that looked at nothing proves nothing. */
    readonly examined: string;
    /** Set when the check could not run (no Java, ...): it then counts as failed, with this sentence as the reason. */
    readonly impossible?: string;
}

export interface Check {
    /** As used on the command line: `npm run check -- metadata-schema`. */
    readonly name: string;
    readonly proves: string;
    run(root: string): Promise<CheckResult> | CheckResult;
}

/** `path:line:column message`, leaving out what is not known. */
export function problemText(problem: Problem): string {
    const place = [problem.path, problem.line, problem.line === undefined ? undefined : problem.column];
    return `${place.filter((part) => part !== undefined).join(':')} ${problem.message}`;
}
