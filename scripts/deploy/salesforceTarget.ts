/** An org behind the sf CLI's own libraries: its logins, its connection, its deploys. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ConfigAggregator, Org, OrgConfigProperties, type Connection } from '@salesforce/core';
import {
    ComponentSet,
    ComponentStatus,
    DestructiveChangesType,
    MetadataApiDeploy,
    RegistryAccess,
    SourceComponent,
    type DeployResult
} from '@salesforce/source-deploy-retrieve';
import { writeManifest } from '../org/metadata/manifest.ts';
import { ToolError } from '../shared/toolError.ts';
import type { DeployOrder, DeployOutcome, DeployStatus, FieldFact, OrgIdentity, TargetOrg } from './target.ts';

const PROBE_MS = 5000;
const PROBLEMS_SHOWN = 50;
/** The libraries stop at 10,000 unless they are told; an export that stops there would lose data. */
const MOST_RECORDS = 100_000_000;
/** Orgs in which nobody works for a living. */
const DEVELOPER_EDITION = 'Developer Edition';

/** Where and as whom requests go that the sf CLI's libraries do not make. */
export interface Login {
    readonly instanceUrl: string;
    readonly accessToken: string;
}

interface ErrorLike {
    readonly name?: string;
    readonly errorCode?: string;
    readonly message?: string;
}

/**
 * Finds a login of the sf CLI.
 * @param alias alias or user name; undefined for the default target org
 * @param sourceDirs package directories, absolute
 * @throws ToolError when there is no such login or nobody answers at its address
 */
export async function salesforceTarget(
    alias: string | undefined,
    root: string,
    sourceDirs: readonly string[]
): Promise<{ readonly org: TargetOrg; readonly login: Login }> {
    const configured = (await ConfigAggregator.create()).getPropertyValue(OrgConfigProperties.TARGET_ORG);
    const name = alias ?? (typeof configured === 'string' ? configured : undefined);
    if (name === undefined) {
        throw new ToolError('NoTargetOrg', 'No org is named, and there is no default one.', [
            'Name one: --target-org ALIAS',
            'Log in to one first: npx sf org login web --alias ALIAS'
        ]);
    }
    let org: Org;
    try {
        org = await Org.create({ aliasOrUsername: name });
    } catch (error) {
        throw new ToolError('UnknownOrg', `There is no login called ${name}: ${(error as Error).message}`, [
            `Log in: npx sf org login web --alias ${name}`,
            'See the logins there are: npx sf org list'
        ]);
    }
    const connection = org.getConnection();
    await requireAnswer(connection.instanceUrl);
    const { instanceUrl, accessToken } = connection;
    return {
        org: new SalesforceTarget(connection, root, sourceDirs),
        login: { instanceUrl, accessToken: accessToken ?? '' }
    };
}

/** A host that is gone would otherwise be waited for, for a minute. @throws ToolError */
async function requireAnswer(instanceUrl: string): Promise<void> {
    try {
        await fetch(new URL('/services/data', instanceUrl), { signal: AbortSignal.timeout(PROBE_MS) });
    } catch (error) {
        const reason = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).message;
        throw new ToolError('NoAnswer', `Nobody answers at ${instanceUrl} (${reason}).`, [
            'Is the network there, and the address right?',
            'For the local org: is npm start still running?'
        ]);
    }
}

class SalesforceTarget implements TargetOrg {
    private readonly connection: Connection;
    private readonly root: string;
    private readonly sourceDirs: readonly string[];
    private components: ComponentSet | undefined;

    constructor(connection: Connection, root: string, sourceDirs: readonly string[]) {
        this.connection = connection;
        this.root = root;
        this.sourceDirs = sourceDirs;
    }

    async identity(): Promise<OrgIdentity> {
        return this.translated(async () => {
            const apiVersion = Number(await this.connection.retrieveMaxApiVersion());
            const me = await this.connection.request<Record<string, string>>('/services/oauth2/userinfo');
            const [organization] = await this.query<Record<string, string | boolean | null>>(
                'SELECT Name, OrganizationType, IsSandbox, TrialExpirationDate FROM Organization'
            );
            const edition = String(organization?.['OrganizationType'] ?? 'unknown edition');
            const isForTrials =
                organization?.['IsSandbox'] === true ||
                Boolean(organization?.['TrialExpirationDate']) ||
                edition === DEVELOPER_EDITION;
            return {
                userId: me['user_id'] ?? '',
                userName: me['preferred_username'] ?? '',
                organizationName: String(organization?.['Name'] ?? ''),
                edition,
                isProduction: !isForTrials,
                instanceUrl: this.connection.instanceUrl,
                apiVersion
            };
        });
    }

    async query<T extends object>(soql: string): Promise<T[]> {
        return this.translated(
            async () => (await this.connection.query<T>(soql, { autoFetch: true, maxFetch: MOST_RECORDS })).records
        );
    }

    async fieldsOf(object: string): Promise<readonly FieldFact[] | null> {
        try {
            const { fields } = await this.connection.describe(object);
            return fields.map(({ name, type }) => ({ name, type }));
        } catch (error) {
            if (codeOf(error) === 'NOT_FOUND') return null;
            throw translated(error);
        }
    }

    async memberNames(type: string): Promise<readonly string[]> {
        return this.translated(async () =>
            (await this.connection.metadata.list({ type })).map(({ fullName }) => fullName)
        );
    }

    async insert(object: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
        await this.translated(() => this.connection.sobject(object).create({ ...fields }));
    }

    async remove(object: string, ids: readonly string[]): Promise<void> {
        await this.translated(async () => {
            for (const id of ids) await this.connection.sobject(object).destroy(id);
        });
    }

    async destroy(
        members: readonly { readonly type: string; readonly fullName: string }[],
        onStatus: (status: DeployStatus) => void
    ): Promise<DeployOutcome> {
        const folder = mkdtempSync(join(tmpdir(), 'destructive-'));
        const version = this.connection.getApiVersion();
        writeFileSync(join(folder, 'package.xml'), writeManifest([], version));
        writeFileSync(join(folder, 'destructiveChanges.xml'), writeManifest(members, version));
        try {
            return await this.translated(async () => {
                const deploy = new MetadataApiDeploy({
                    usernameOrConnection: this.connection,
                    mdapiPath: folder,
                    apiOptions: { singlePackage: false, testLevel: 'NoTestRun' }
                });
                await deploy.start();
                return this.followed(deploy, onStatus);
            });
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    }

    async executeApex(text: string): Promise<void> {
        const result = await this.translated(() => this.connection.tooling.executeAnonymous(text));
        if (result.success) return;
        const reason = result.compiled ? result.exceptionMessage : result.compileProblem;
        throw new ToolError('ApexError', `Apex failed at line ${result.line}: ${String(reason)}`, [
            'Does the user have the permission sets of the package?'
        ]);
    }

    private source(removed: DeployOrder['removed'] = []): ComponentSet {
        if (!this.components) {
            this.components = ComponentSet.fromSource([...this.sourceDirs]);
            const registry = new RegistryAccess();
            for (const { type, fullName } of removed) {
                const member = new SourceComponent({ type: registry.getTypeByName(type), name: fullName });
                this.components.add(member, DestructiveChangesType.POST);
            }
        }
        return this.components;
    }

    async deploy(order: DeployOrder, onStatus: (status: DeployStatus) => void): Promise<DeployOutcome> {
        return this.translated(async () => {
            const deploy = await this.source(order.removed).deploy({
                usernameOrConnection: this.connection,
                apiOptions: {
                    checkOnly: order.checkOnly,
                    testLevel: order.testLevel,
                    ...(order.tests.length > 0 ? { runTests: [...order.tests] } : {})
                }
            });
            return this.followed(deploy, onStatus);
        });
    }

    async deployValidated(id: string, onStatus: (status: DeployStatus) => void): Promise<DeployOutcome> {
        return this.translated(async () => {
            const validated = new MetadataApiDeploy({ usernameOrConnection: this.connection, id });
            const quickId = await validated.deployRecentValidation();
            const deploy = new MetadataApiDeploy({
                usernameOrConnection: this.connection,
                id: quickId,
                components: this.source()
            });
            return this.followed(deploy, onStatus);
        });
    }

    private async followed(
        deploy: MetadataApiDeploy,
        onStatus: (status: DeployStatus) => void
    ): Promise<DeployOutcome> {
        deploy.onUpdate((status) =>
            onStatus({
                componentsDone: status.numberComponentsDeployed,
                componentsTotal: status.numberComponentsTotal,
                testsDone: status.numberTestsCompleted + status.numberTestErrors,
                testsTotal: status.numberTestsTotal
            })
        );
        return outcomeOf(await deploy.pollStatus(), this.root);
    }

    private async translated<T>(work: () => Promise<T>): Promise<T> {
        try {
            return await work();
        } catch (error) {
            throw translated(error);
        }
    }
}

function outcomeOf(result: DeployResult, root: string): DeployOutcome {
    const { response } = result;
    const successes = [response.details.componentSuccesses ?? []].flat().filter((each) => each.componentType);
    const count = (name: 'created' | 'changed' | 'deleted'): number =>
        successes.filter((each) => String(each[name]) === 'true').length;
    const [created, changed, deleted] = [count('created'), count('changed'), count('deleted')];
    const tests = response.details.runTestResult;
    const problems = [
        ...(response.errorMessage ? [response.errorMessage] : []),
        ...fileProblems(result, root),
        ...[tests?.failures ?? []].flat().map((test) => `${test.name}.${test.methodName}: ${test.message}`),
        ...[tests?.codeCoverageWarnings ?? []]
            .flat()
            .map((each) => `${(each as { name?: string }).name ?? 'All Apex'}: ${each.message}`)
    ];
    const more = problems.length - PROBLEMS_SHOWN;
    return {
        id: response.id,
        succeeded: response.success,
        created,
        changed,
        deleted,
        unchanged: successes.length - created - changed - deleted,
        testsRun: response.numberTestsCompleted + response.numberTestErrors,
        problems: more > 0 ? [...problems.slice(0, PROBLEMS_SHOWN), `... and ${more} more`] : problems
    };
}

function fileProblems(result: DeployResult, root: string): string[] {
    const place = (parts: readonly (string | number | undefined)[]): string =>
        parts.filter((part) => part !== undefined && part !== '').join(':');
    const files = (result.components ? result.getFileResponses() : []).flatMap((file) => {
        if (file.state !== ComponentStatus.Failed) return [];
        const path = file.filePath ? relative(root, file.filePath) : file.fullName;
        return [`${place([path, file.lineNumber, file.columnNumber])} ${file.error}`];
    });
    if (files.length > 0) return files;
    // Without source of its own (a deletion) only the org's own words are there.
    return [result.response.details.componentFailures ?? []]
        .flat()
        .map((each) => `${place([each.componentType, each.fullName])} ${each.problem ?? ''}`);
}

const codeOf = (error: unknown): string => (error as ErrorLike).errorCode ?? (error as ErrorLike).name ?? '';

/** What went wrong, in words that say what to do. */
function translated(error: unknown): Error {
    if (error instanceof ToolError) return error;
    const { message = String(error) } = error as ErrorLike;
    const code = codeOf(error);
    if (/INVALID_SESSION_ID|INVALID_AUTH|RefreshTokenAuthError|expired/i.test(`${code} ${message}`)) {
        return new ToolError('SessionExpired', `The session is over: ${message}`, [
            'Log in again: npx sf org login web --alias ALIAS',
            'For the local org: take the token that npm start printed last'
        ]);
    }
    if (/INSUFFICIENT_ACCESS/i.test(`${code} ${message}`)) {
        return new ToolError('NotAllowed', `The user may not do that: ${message}`, [
            'Log in as an administrator (Modify All Data, or Modify Metadata Through Metadata API Functions)'
        ]);
    }
    if (/fetch failed|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT/.test(message)) {
        return new ToolError('NoAnswer', `The org does not answer any more: ${message}`, [
            'Run the same command again: what is done already is not done twice'
        ]);
    }
    return new ToolError('OrgError', message, ['Run the same command again: what is done already is not done twice'], {
        cause: error
    });
}
