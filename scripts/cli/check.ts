/**
 * `npm run check [-- name...]`: everything that can be proven without an org.
 * `npm run check:graph`: what only the Graph Engine sees; it takes minutes and runs when asked by name.
 * `npm run check -- --source-dir DIR [name...]`: what holds for any package, of the Salesforce project in DIR.
 * Exit 0: nothing found. 1: problems, or a check that could not run. 2: unknown check or flag.
 */
import { performance } from 'node:perf_hooks';
import { resolve } from 'node:path';
import { apexAnalysisCheck } from '../check/apexAnalysis.ts';
import { apexSemanticsCheck } from '../check/apexSemantics.ts';
import { bordersCheck } from '../check/borders.ts';
import { bundlesCheck } from '../check/bundles.ts';
import { problemText, type Check, type CheckResult } from '../check/check.ts';
import { componentLintCheck } from '../check/componentLint.ts';
import { graphEngineCheck } from '../check/graphEngine.ts';
import { houseRulesCheck } from '../check/houseRules.ts';
import { idleCheck } from '../check/idle.ts';
import { metadataSchemaCheck } from '../check/metadataSchema.ts';
import { pagesCheck } from '../check/pages.ts';
import { permissionsCheck } from '../check/permissions.ts';
import { policyCheck } from '../check/policy.ts';
import { referencesCheck } from '../check/references.ts';
import { sldsCheck } from '../check/slds.ts';
import { templateTypesCheck } from '../check/templateTypes.ts';
import { formatCheck, lintCheck, typesCheck } from '../check/tools.ts';
import { ToolError } from '../shared/toolError.ts';
import { flagsOf } from './flags.ts';

/** Hold for any package. Those that wait for a program of their own come first, so that the others run meanwhile. */
const GENERAL: readonly Check[] = [
    apexSemanticsCheck,
    apexAnalysisCheck,
    bundlesCheck,
    metadataSchemaCheck,
    referencesCheck,
    permissionsCheck,
    pagesCheck,
    sldsCheck
];
/** Hold for this repository: its form, its tools and the rules of the house. */
const OURS: readonly Check[] = [
    lintCheck,
    formatCheck,
    typesCheck,
    templateTypesCheck,
    bordersCheck,
    houseRulesCheck,
    idleCheck,
    policyCheck
];
/** Take minutes, and run only when they are named. */
const ON_REQUEST: readonly Check[] = [graphEngineCheck];
/** As many as processors on the smallest machine that runs it. */
const LANES = 2;
const MOST_SHOWN = 40;

const { values, positionals } = flagsOf('Usage: npm run check [-- [--source-dir DIR] NAME...]', {
    options: { 'source-dir': { type: 'string' } },
    allowPositionals: true
});
const foreign = values['source-dir'];
const root = resolve(foreign ?? process.cwd());
const usual =
    foreign === undefined ? [...OURS.slice(0, 1), ...GENERAL, ...OURS.slice(1)] : [...GENERAL, componentLintCheck];
const checks = [...usual, ...ON_REQUEST];
const unknown = positionals.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
    console.error(`No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}`);
    process.exit(2);
}

let passed = 0;
let failed = 0;
const waiting = positionals.length === 0 ? [...usual] : checks.filter(({ name }) => positionals.includes(name));
await Promise.all(Array.from({ length: LANES }, work));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function work(): Promise<void> {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
        const start = performance.now();
        const result = await outcome(check);
        report(check, result, ((performance.now() - start) / 1000).toFixed(1));
    }
}

async function outcome(check: Check): Promise<CheckResult> {
    try {
        return await check.run(root);
    } catch (error) {
        if (error instanceof ToolError) {
            return { problems: [], examined: 'nothing', impossible: [error.message, ...error.actions].join(' ') };
        }
        throw error;
    }
}

function report(check: Check, { problems, examined, impossible }: CheckResult, seconds: string): void {
    if (problems.length === 0 && impossible === undefined) {
        passed++;
        console.log(`ok    ${check.name}: ${check.proves} (${examined}, ${seconds} s)`);
        return;
    }
    failed++;
    console.log(`FAIL  ${check.name}: ${impossible ?? `${problems.length} problems`} (${examined}, ${seconds} s)`);
    problems.slice(0, MOST_SHOWN).forEach((problem) => console.log(indented(problemText(problem))));
    if (problems.length > MOST_SHOWN) {
        console.log(`      showing ${MOST_SHOWN} of ${problems.length}`);
    }
}

function indented(text: string): string {
    return text.replace(/^/gm, '      ');
}
