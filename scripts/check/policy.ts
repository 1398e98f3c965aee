/**
 * Refuses impossible policies before they reach an org. The rules are those of the package's own Apex, run on the local
 * org over the metadata as it stands, so that this check and the set-up page always say the same.
 */
import { join } from 'node:path';
import { diagnosticText, openOrg } from '../org/engine/org.ts';
import { filesBelow, packageDirectories } from '../shared/sourceFiles.ts';
import { ToolError } from '../shared/toolError.ts';
import { breaking, type Check, type CheckResult, type Finding, type Rule } from './check.ts';

const AUDIT = 'MetadataAudit';
const MARK = 'POLICY-FINDINGS ';
const CONFIGURATION = /\.md-meta\.xml$/;

const RULE: Rule = {
    name: 'policy',
    why: 'an impossible policy deploys without a word and then hands over, clocks or routes wrongly',
    mend: 'change the record to what the message allows'
};

interface PolicyFinding {
    readonly severity: 'error' | 'warning';
    readonly kind: string;
    readonly name: string | null;
    readonly subject: string;
    readonly message: string;
}

export const policyCheck: Check = {
    name: 'policy',
    proves: 'policies, rejection reasons, routing rules, the gate, metrics and commitments have possible values',
    run(root): CheckResult {
        const records = packageDirectories(root)
            .flatMap((directory) => filesBelow(root, directory))
            .filter((path) => CONFIGURATION.test(path));
        try {
            const findings = audit(packageDirectories(root).map((directory) => join(root, directory)));
            return {
                problems: breaking(
                    RULE,
                    findings.map((finding) => findingOf(finding, records))
                ),
                examined: `${records.length} configuration records by the rules of the set-up page`
            };
        } catch (error) {
            if (error instanceof ToolError) {
                return { problems: [], examined: '0 records', impossible: error.message };
            }
            throw error;
        }
    }
};

function audit(sourceDirs: readonly string[]): PolicyFinding[] {
    const org = openOrg({ sourceDirs, keepGoing: true });
    try {
        const broken = org.diagnostics.find((diagnostic) => CONFIGURATION.test(diagnostic.path));
        if (broken) {
            throw refusal(diagnosticText(broken));
        }
        const answer = org.executeAnonymous(
            org.administratorId,
            `System.debug('${MARK}' + JSON.serialize(${AUDIT}.findings()));`
        );
        const line = answer.log.find((candidate) => candidate.includes(MARK));
        if (!line) {
            throw refusal(answer.compileProblem ?? answer.exceptionMessage ?? 'they gave no answer');
        }
        return JSON.parse(line.slice(line.indexOf(MARK) + MARK.length)) as PolicyFinding[];
    } finally {
        org.close();
    }
}

function refusal(reason: string): ToolError {
    return new ToolError('PolicyCheckError', `The rules of ${AUDIT} did not run: ${reason}`, ['Run npm run test:apex']);
}

function findingOf(finding: PolicyFinding, records: readonly string[]): Finding {
    const file = `/${finding.kind.replace('__mdt', '')}.${finding.name ?? ''}.md-meta.xml`;
    const path = records.find((record) => record.replaceAll('\\', '/').endsWith(file)) ?? finding.kind;
    return { path, message: `${finding.subject}: ${finding.message}` };
}
