/** What a deploy asks of an org. The real one is in salesforceTarget.ts; tests put a double there. */

export interface OrgIdentity {
    readonly userId: string;
    readonly userName: string;
    readonly organizationName: string;
    /** `Developer Edition`, `Enterprise Edition`, ... */
    readonly edition: string;
    /** Real work depends on it: not a sandbox, scratch, developer or local org. */
    readonly isProduction: boolean;
    readonly instanceUrl: string;
    /** Highest version that the org answers, e.g. 66. */
    readonly apiVersion: number;
}

export interface FieldFact {
    readonly name: string;
    /** As describe calls it, e.g. `string`, `reference`. */
    readonly type: string;
}

export const TEST_LEVELS = ['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg'] as const;
export type TestLevel = (typeof TEST_LEVELS)[number];

export interface DeployOrder {
    readonly checkOnly: boolean;
    readonly testLevel: TestLevel;
    /** Names of the tests, with `RunSpecifiedTests`. */
    readonly tests: readonly string[];
    /** Members to delete once the others are there. */
    readonly removed: readonly { readonly type: string; readonly fullName: string }[];
}

/** How far a deploy is. */
export interface DeployStatus {
    readonly componentsDone: number;
    readonly componentsTotal: number;
    readonly testsDone: number;
    readonly testsTotal: number;
}

export interface DeployOutcome {
    readonly id: string;
    readonly succeeded: boolean;
    readonly created: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly deleted: number;
    readonly testsRun: number;
    /** `path:line:column what`, one sentence each. */
    readonly problems: readonly string[];
}

export interface TargetOrg {
    /** @throws ToolError when the org cannot be reached or the session is over */
    identity(): Promise<OrgIdentity>;
    query<T extends object>(soql: string): Promise<T[]>;
    /** Fields of an object; null when the org or the user has it not. */
    fieldsOf(object: string): Promise<readonly FieldFact[] | null>;
    /** Names of the members of a metadata type. @throws ToolError when the user may not see metadata */
    memberNames(type: string): Promise<readonly string[]>;
    /** Deletes records that are there. */
    remove(object: string, ids: readonly string[]): Promise<void>;
    insert(object: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
    /** @throws ToolError with the line and the reason when it does not compile or fails */
    executeApex(text: string): Promise<void>;
    deploy(order: DeployOrder, onStatus: (status: DeployStatus) => void): Promise<DeployOutcome>;
    /** Deletes metadata; what is not there is no fault. */
    destroy(
        members: readonly { readonly type: string; readonly fullName: string }[],
        onStatus: (status: DeployStatus) => void
    ): Promise<DeployOutcome>;
    /** Deploys what a validation checked, without its tests. */
    deployValidated(id: string, onStatus: (status: DeployStatus) => void): Promise<DeployOutcome>;
}
