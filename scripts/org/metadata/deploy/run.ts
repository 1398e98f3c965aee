/** One deploy from its zip to its verdict: shape, types, compilation, references, components, tests, coverage. */
import { relative, resolve, sep } from 'node:path';
import { metadataProblems } from '../../../shared/metadataForm.ts';
import { readMetadataTypes } from '../../../shared/metadataTypes.ts';
import { ToolError } from '../../../shared/toolError.ts';
import { openOrg, type Org } from '../../engine/org.ts';
import type { Diagnostic } from '../../runtime/program.ts';
import { XmlError } from '../../schema/xml.ts';
import { discoverTests } from '../../test/discovery.ts';
import type { TestReport } from '../../test/report.ts';
import { readMembers, writeMembers } from '../folder.ts';
import { memberKey, type Member, type MemberFile, type Members } from '../members.ts';
import type { MemberChange } from '../sourceTracking.ts';
import { isActedOn } from '../types.ts';
import { readZip, ZipProblem } from '../zip.ts';
import { candidateOf, type Candidate, type Change } from './candidate.ts';
import { ComponentCompiler, offerOfOrg } from './components.ts';
import { coverageWarnings, type CoverageWarning } from './coverageGate.ts';
import { failureMessage, type ComponentProblem, type DeployMessage } from './messages.ts';
import { readPayload, type Payload } from './payload.ts';
import { brokenReferences, placeOf } from './references.ts';
import { runOrgTests } from '../../test/orgTests.ts';

export const TEST_LEVELS = ['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg'] as const;
export type TestLevel = (typeof TEST_LEVELS)[number];

export interface DeployRequest {
    readonly zip: Uint8Array;
    /** False: `package.xml` lies in a folder of the zip. */
    readonly isSinglePackage: boolean;
    readonly testLevel: TestLevel;
    readonly tests: readonly string[];
    /** Metadata of the org as it is. */
    readonly sourceDirs: readonly string[];
    /** True when all of it came by deploys, false when the org runs source folders. */
    readonly isDeployedMetadata: boolean;
    readonly worldFile: string | undefined;
    /** Where the metadata of the org as it would be is written. */
    readonly candidateFolder: string;
}

export interface DeployProgress {
    readonly stateDetail: string;
    readonly componentsTotal: number;
    readonly componentsDone: number;
    readonly testsTotal: number;
    readonly testsDone: number;
    readonly testErrors: number;
}

export interface DeployVerdict {
    readonly succeeded: boolean;
    readonly successes: readonly DeployMessage[];
    readonly failures: readonly DeployMessage[];
    readonly componentsTotal: number;
    /** Null when no tests were asked for or components failed before them. */
    readonly tests: TestReport | null;
    readonly coverageWarnings: readonly CoverageWarning[];
    /** A fault of the deploy as a whole. */
    readonly errorMessage: string | null;
    /** True when the org would be no different. */
    readonly changesNothing: boolean;
    /** What of the org would be different. */
    readonly changes: readonly MemberChange[];
}

/**
 * Runs a deploy against a copy of the org. Nothing of the org itself changes.
 * @param onProgress told now and then
 */
export async function runDeploy(
    request: DeployRequest,
    onProgress: (progress: DeployProgress) => void
): Promise<DeployVerdict> {
    const run = new DeployRun(request, onProgress);
    try {
        return await run.verdict();
    } catch (error) {
        if (error instanceof ZipProblem || error instanceof ToolError) return run.refused(error.message);
        if (error instanceof XmlError) {
            return run.refused(`The package's XML is broken: ${error.message} (line ${error.line})`);
        }
        throw error;
    }
}

interface FileOwner {
    readonly member: Member;
    readonly file: MemberFile;
}

class DeployRun {
    private readonly request: DeployRequest;
    private readonly onProgress: (progress: DeployProgress) => void;
    private readonly createdDate = new Date().toISOString();
    private progress: DeployProgress = {
        stateDetail: '',
        componentsTotal: 0,
        componentsDone: 0,
        testsTotal: 0,
        testsDone: 0,
        testErrors: 0
    };

    constructor(request: DeployRequest, onProgress: (progress: DeployProgress) => void) {
        this.request = request;
        this.onProgress = onProgress;
    }

    private report(change: Partial<DeployProgress>): void {
        this.progress = { ...this.progress, ...change };
        this.onProgress(this.progress);
    }

    refused(errorMessage: string): DeployVerdict {
        return this.result({ errorMessage });
    }

    private result(values: Partial<DeployVerdict>): DeployVerdict {
        return {
            succeeded: false,
            successes: [],
            failures: [],
            componentsTotal: this.progress.componentsTotal,
            tests: null,
            coverageWarnings: [],
            errorMessage: null,
            changesNothing: false,
            changes: [],
            ...values
        };
    }

    async verdict(): Promise<DeployVerdict> {
        const payload = readPayload(packageFiles(await readZip(this.request.zip), this.request.isSinglePackage));
        if (!payload) {
            const missing = { type: '', fullName: 'package.xml', fileName: 'package.xml', severity: 'Error' as const };
            return this.failed([{ ...missing, message: 'No package.xml found' }], 1);
        }
        const total = payload.members.size + payload.deletedBefore.length + payload.deletedAfter.length;
        this.report({ componentsTotal: total, stateDetail: 'Reading the package' });
        const shape = [...payload.problems, ...schemaProblems(payload)];
        const candidate = candidateOf(readMembers(this.request.sourceDirs), payload);
        writeMembers(this.request.candidateFolder, candidate.members.values());
        const { sourceDirs, worldFile } = {
            sourceDirs: [this.request.candidateFolder],
            worldFile: this.request.worldFile
        };
        this.report({ stateDetail: 'Compiling' });
        const org = openOrg({
            sourceDirs,
            dataFile: ':memory:',
            keepGoing: true,
            ...(worldFile === undefined ? {} : { worldFile })
        });
        try {
            return await this.judge(org, payload, candidate, shape);
        } finally {
            org.close();
        }
    }

    private async judge(
        org: Org,
        payload: Payload,
        candidate: Candidate,
        shape: readonly ComponentProblem[]
    ): Promise<DeployVerdict> {
        const compiled = this.compileProblems(org, payload, candidate);
        const references = this.referenceProblems(org, payload, candidate);
        const components = await this.componentProblems(org, payload, candidate);
        const all = withoutEchoes([...shape, ...compiled, ...references, ...components]);
        const errors = all.filter(({ severity }) => severity === 'Error');
        const warnings = [...all.filter(({ severity }) => severity === 'Warning'), ...candidate.warnings];
        if (errors.length > 0) return this.failed(errors, this.progress.componentsTotal);
        const successes = this.successMessages(candidate.changes, warnings);
        const done = { successes, changesNothing: changesNothing(candidate), changes: memberChanges(candidate) };
        this.report({ componentsDone: this.progress.componentsTotal });
        if (this.request.testLevel === 'NoTestRun') return this.result({ ...done, succeeded: true });
        const tests = this.runTests(org);
        const isPassed = tests.tests.every((test) => test.outcome === 'pass');
        const short = isPassed ? coverageWarnings(tests.coverage, this.gated(payload)) : [];
        return this.result({ ...done, tests, coverageWarnings: short, succeeded: isPassed && short.length === 0 });
    }

    private failed(errors: readonly ComponentProblem[], componentsTotal: number): DeployVerdict {
        return this.result({
            failures: errors.map((problem) => failureMessage(problem, this.createdDate)),
            componentsTotal: Math.max(componentsTotal, errors.length)
        });
    }

    /** Names that the gate of 75 % looks at one by one; null for the rule of the whole org. */
    private gated(payload: Payload): ReadonlySet<string> | null {
        if (this.request.testLevel !== 'RunSpecifiedTests') return null;
        return new Set(
            [...payload.members.values()]
                .filter(({ type }) => type === 'ApexClass' || type === 'ApexTrigger')
                .map(({ fullName }) => fullName.toLowerCase())
        );
    }

    // ---- compilation ---------------------------------------------------------------------------------------

    private compileProblems(org: Org, payload: Payload, candidate: Candidate): ComponentProblem[] {
        const owners = ownersByPath(candidate.members);
        return org.diagnostics.flatMap((diagnostic) => {
            const path = relative(this.request.candidateFolder, resolve(diagnostic.path)).split(sep).join('/');
            const owner = owners.get(path);
            if (!owner) return [this.problemOfOrg(diagnostic)];
            const { member, file } = owner;
            const isDeployed = payload.members.has(memberKey(member.type, member.fullName));
            if (diagnostic.kind === 'unsupported') {
                if (!isDeployed) return [];
                const message = `The local org does not support this and stops where it runs: ${diagnostic.message}`;
                return [
                    { ...nameOf(member, file), message, severity: 'Warning' as const, at: placeOf(file, diagnostic) }
                ];
            }
            const at = placeOf(file, diagnostic);
            if (isDeployed) {
                return [{ ...nameOf(member, file), message: diagnostic.message, severity: 'Error' as const, at }];
            }
            const what =
                member.type === 'ApexTrigger' ? 'trigger' : member.type === 'ApexClass' ? 'class' : 'component';
            const message = `Dependent ${what} is invalid and needs recompilation: ${member.type} ${member.fullName}: line ${at.line}, column ${at.column}: ${diagnostic.message}`;
            return [{ ...nameOf(member, file), message, severity: 'Error' as const }];
        });
    }

    private problemOfOrg(diagnostic: Diagnostic): ComponentProblem {
        return {
            type: '',
            fullName: diagnostic.path,
            fileName: diagnostic.path,
            message: diagnostic.message,
            severity: diagnostic.kind === 'error' ? 'Error' : 'Warning',
            at: diagnostic
        };
    }

    private referenceProblems(org: Org, payload: Payload, candidate: Candidate): ComponentProblem[] {
        return brokenReferences(candidate.members, org.schema).flatMap((broken) => {
            const { member, file, message, severity, at } = broken;
            if (payload.members.has(memberKey(member.type, member.fullName))) {
                return [{ ...nameOf(member, file), message, severity, at }];
            }
            if (severity === 'Warning' || !candidate.deletedKeys.has(broken.target)) return [];
            return [{ ...nameOf(member, file), message: `This is still referred to: ${message}`, severity, at }];
        });
    }

    private async componentProblems(org: Org, payload: Payload, candidate: Candidate): Promise<ComponentProblem[]> {
        // What was deployed before was compiled then, against the same org.
        if (this.request.isDeployedMetadata && changesNothing(candidate)) return [];
        const isTouched = candidate.deletedKeys.size > 0;
        const bundles = [...candidate.members.values()].filter(
            (member) =>
                member.type === 'LightningComponentBundle' &&
                (isTouched || payload.members.has(memberKey(member.type, member.fullName)))
        );
        if (bundles.length === 0) return [];
        const compiler = new ComponentCompiler(offerOfOrg(candidate.members, org.schema, org.program));
        const problems: ComponentProblem[] = [];
        const others = this.progress.componentsTotal - bundles.length;
        for (const [index, bundle] of bundles.entries()) {
            // TypeScript without its JavaScript only comes from a source folder, never from a deploy.
            const isSource = bundle.files.some((file) => file.path === `lwc/${bundle.fullName}/${bundle.fullName}.ts`);
            if (!isSource) problems.push(...(await compiler.problemsOf(bundle)));
            // Of bundles that only have to be looked at again, none counts.
            const componentsDone = Math.min(Math.max(0, others) + index, this.progress.componentsTotal);
            this.report({ stateDetail: `Compiling ${bundle.fullName}`, componentsDone });
        }
        return problems;
    }

    private successMessages(changes: readonly Change[], warnings: readonly ComponentProblem[]): DeployMessage[] {
        const left = [...warnings];
        const messages = changes.map(({ member, kind }): DeployMessage => {
            const index = left.findIndex((each) => each.type === member.type && each.fullName === member.fullName);
            const [warning] = index < 0 ? [] : left.splice(index, 1);
            const isKept = !isActedOn(member.type) && kind !== 'deleted';
            const problem =
                warning?.message ??
                (isKept ? `The local org keeps ${member.type} ${member.fullName} and does nothing with it` : undefined);
            return {
                componentType: member.type,
                fullName: member.fullName,
                fileName: member.files[0]?.origin ?? 'destructiveChanges.xml',
                success: true,
                created: kind === 'created',
                changed: kind === 'changed',
                deleted: kind === 'deleted',
                createdDate: this.createdDate,
                ...(problem === undefined ? {} : { problem, problemType: 'Warning' as const }),
                ...(warning?.at ? { lineNumber: warning.at.line, columnNumber: warning.at.column } : {})
            };
        });
        return [...messages, ...left.map((warning) => failureMessage(warning, this.createdDate))];
    }

    // ---- tests ---------------------------------------------------------------------------------------------

    /** @throws ToolError when a test is named that is not there */
    private runTests(org: Org): TestReport {
        const filter = this.request.testLevel === 'RunSpecifiedTests' ? { names: this.request.tests } : null;
        const { classes } = discoverTests(org.program, filter);
        const testsTotal = classes.reduce((sum, each) => sum + each.tests.length, 0);
        this.report({ testsTotal, stateDetail: 'Running tests' });
        return runOrgTests(org, filter, {
            onResult: ({ outcome }) =>
                this.report({
                    testsDone: this.progress.testsDone + 1,
                    testErrors: this.progress.testErrors + (outcome === 'pass' ? 0 : 1)
                })
        });
    }
}

/** What became different, down to the files of a bundle. */
function memberChanges({ changes }: Candidate): MemberChange[] {
    return changes.flatMap(({ member, kind }) =>
        kind === 'unchanged'
            ? []
            : [{ type: member.type, fullName: member.fullName, kind, files: member.files.map(({ path }) => path) }]
    );
}

const changesNothing = (candidate: Candidate): boolean => candidate.changes.every(({ kind }) => kind === 'unchanged');

function nameOf(member: Member, file: MemberFile): Pick<ComponentProblem, 'type' | 'fullName' | 'fileName'> {
    return { type: member.type, fullName: member.fullName, fileName: file.origin };
}

function ownersByPath(members: Members): Map<string, FileOwner> {
    const owners = new Map<string, FileOwner>();
    for (const member of members.values()) for (const file of member.files) owners.set(file.path, { member, file });
    return owners;
}

/** The package's files from its root, which is the zip's or the zip's only folder. */
function packageFiles(files: ReadonlyMap<string, Uint8Array>, isSinglePackage: boolean): Map<string, Uint8Array> {
    if (isSinglePackage && files.has('package.xml')) return new Map(files);
    const manifests = [...files.keys()].filter((path) => /^([^/]+\/)?package\.xml$/.test(path));
    if (manifests.length > 1) throw new ToolError('DeployError', 'Unsupported: a zip with more than one package');
    const root = manifests[0]?.slice(0, -'package.xml'.length) ?? '';
    return new Map(
        [...files].filter(([path]) => path.startsWith(root)).map(([path, bytes]) => [path.slice(root.length), bytes])
    );
}

/** Faults against the types of the Metadata API, each at its place in the zip. */
function schemaProblems(payload: Payload): ComponentProblem[] {
    const types = readMetadataTypes();
    return [...payload.xmlFiles].flatMap(([path, { text, owner }]) =>
        metadataProblems(path, text, types).map((problem): ComponentProblem => ({
            ...ownerAt(payload, path, problem.line ?? 1, owner),
            fileName: path,
            message: `Error parsing file: ${problem.message}`,
            severity: 'Error',
            ...(problem.line === undefined ? {} : { at: { line: problem.line, column: problem.column ?? 1 } })
        }))
    );
}

/** The member of an object's or the labels' file that stands at a line. */
function ownerAt(payload: Payload, path: string, line: number, owner: Member): { type: string; fullName: string } {
    let found = owner;
    let start = 0;
    for (const member of payload.members.values()) {
        const [file] = member.files;
        const first = file?.origin === path ? file.lines?.[0]?.line : undefined;
        if (first !== undefined && first <= line && first > start) [found, start] = [member, first];
    }
    return { type: found.type, fullName: found.fullName };
}

/** One fault a place: what two checks find alike is said once. */
function withoutEchoes(problems: readonly ComponentProblem[]): ComponentProblem[] {
    const seen = new Set<string>();
    return problems.filter((problem) => {
        const isCode = /\.(cls|trigger)$/.test(problem.fileName);
        const place = isCode || !problem.at ? `${problem.at?.line}:${problem.message}` : problem.at.line;
        const key = [problem.fileName, place, problem.severity].join('|');
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew;
    });
}
