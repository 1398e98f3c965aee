/** What every offline check is: a name, a sentence on what it proves, and a run that lists problems. */

/** What is asked of the package, for somebody who meets it for the first time. */
export interface Rule {
    /** Unique among all checks: `reference-field`. */
    readonly name: string;
    /** What goes wrong where it is broken. */
    readonly why: string;
    /** What to do about it. */
    readonly mend: string;
}

/** Something found, at a place that an editor can open. */
export interface Finding {
    /** Relative to the package's root. */
    readonly path: string;
    readonly line?: number;
    readonly column?: number;
    readonly message: string;
}

/** One thing to mend. */
export interface Problem extends Finding {
    readonly rule: Rule;
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

/** Findings of one rule as problems. */
export function breaking(rule: Rule, findings: readonly Finding[]): Problem[] {
    return findings.map((finding) => ({ ...finding, rule }));
}

/** `path:line:column [rule] message`, leaving out what is not known, then why it matters and how to mend it. */
export function problemText({ path, line, column, rule, message }: Problem): string {
    const place = [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined);
    return `${place.join(':')} [${rule.name}] ${message}\n    Why: ${rule.why}\n    Mend: ${rule.mend}`;
}
