/**
 * `npm run check [-- name...]`: everything that can be proven without an org.
 * Exit 0: nothing found. 1: problems, or a check that could not run. 2: unknown check.
 */
import { performance } from 'node:perf_hooks';
import { apexSemanticsCheck } from '../check/apexSemantics.ts';
import { bundlesCheck } from '../check/bundles.ts';
import { problemText, type Check } from '../check/check.ts';
import { houseRulesCheck } from '../check/houseRules.ts';
import { metadataSchemaCheck } from '../check/metadataSchema.ts';
import { policyCheck } from '../check/policy.ts';
import { templateTypesCheck } from '../check/templateTypes.ts';
import { formatCheck, lintCheck, typesCheck } from '../check/tools.ts';

const CHECKS: readonly Check[] = [
    formatCheck,
    lintCheck,
    typesCheck,
    templateTypesCheck,
    bundlesCheck,
    houseRulesCheck,
    metadataSchemaCheck,
    policyCheck,
    apexSemanticsCheck
];
const MOST_SHOWN = 40;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
    console.error(
        `No check is called ${unknown.join(', ')}. There are: ${CHECKS.map((check) => check.name).join(', ')}`
    );
    process.exit(2);
}

let passed = 0;
let failed = 0;
for (const check of CHECKS.filter((candidate) => wanted.length === 0 || wanted.includes(candidate.name))) {
    const start = performance.now();
    const { problems, examined, impossible } = await check.run(process.cwd());
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (problems.length === 0 && impossible === undefined) {
        passed++;
        console.log(`ok    ${check.name}: ${check.proves} (${examined}, ${seconds} s)`);
        continue;
    }
    failed++;
    console.log(`FAIL  ${check.name}: ${impossible ?? `${problems.length} problems`} (${examined}, ${seconds} s)`);
    problems.slice(0, MOST_SHOWN).forEach((problem) => console.log(`      ${problemText(problem)}`));
    if (problems.length > MOST_SHOWN) {
        console.log(`      showing ${MOST_SHOWN} of ${problems.length}`);
    }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
