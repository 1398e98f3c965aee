/** Plants faults of every kind in a small sound package and counts those that the checks find, at their line. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { apexAnalysisCheck } from '../apexAnalysis.ts';
import { apexSemanticsCheck } from '../apexSemantics.ts';
import { bordersCheck } from '../borders.ts';
import { bundlesCheck } from '../bundles.ts';
import type { Check, Problem } from '../check.ts';
import { componentLintCheck } from '../componentLint.ts';
import { graphEngineCheck } from '../graphEngine.ts';
import { houseRulesCheck } from '../houseRules.ts';
import { idleCheck } from '../idle.ts';
import { metadataSchemaCheck } from '../metadataSchema.ts';
import { pagesCheck } from '../pages.ts';
import { permissionsCheck } from '../permissions.ts';
import { referencesCheck } from '../references.ts';
import { sldsCheck } from '../slds.ts';
import { templateTypesCheck } from '../templateTypes.ts';
import { ANALYSIS_FAULTS, COMPILE_FAULTS, GRAPH_FAULTS } from './faults/apex.ts';
import { BASE } from './faults/base.ts';
import { BUNDLE_FAULTS, LINT_FAULTS, SLDS_FAULTS, TYPE_FAULTS } from './faults/components.ts';
import { MARK, type Fault } from './faults/fault.ts';
import { BORDER_FAULTS, HOUSE_FAULTS } from './faults/house.ts';
import { IDLE_FAULTS } from './faults/idle.ts';
import { PAGE_FAULTS } from './faults/pages.ts';
import { PERMISSION_FAULTS } from './faults/permissions.ts';
import { REFERENCE_FAULTS } from './faults/references.ts';
import { SCHEMA_FAULTS } from './faults/schema.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const LEAST_FAULTS = 100;
const LEAST_SHARE = 0.97;

const PLAN: readonly (readonly [Check, readonly Fault[]])[] = [
    [apexSemanticsCheck, COMPILE_FAULTS],
    [apexAnalysisCheck, ANALYSIS_FAULTS],
    [graphEngineCheck, GRAPH_FAULTS],
    [metadataSchemaCheck, SCHEMA_FAULTS],
    [referencesCheck, REFERENCE_FAULTS],
    [permissionsCheck, PERMISSION_FAULTS],
    [pagesCheck, PAGE_FAULTS],
    [bundlesCheck, BUNDLE_FAULTS],
    [componentLintCheck, LINT_FAULTS],
    [templateTypesCheck, TYPE_FAULTS],
    [sldsCheck, SLDS_FAULTS],
    [bordersCheck, BORDER_FAULTS],
    [houseRulesCheck, HOUSE_FAULTS],
    [idleCheck, IDLE_FAULTS]
];

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The base with all faults of one check beside each other. */
function packageWith(faults: readonly Fault[]): string {
    const root = mkdtempSync(join(tmpdir(), 'faults-'));
    folders.push(root);
    const shared = ['tsconfig.json', 'config/types/platform.d.ts'].map(
        (path) => [path, readFileSync(join(REPOSITORY, path), 'utf8')] as const
    );
    const files = [...Object.entries(BASE), ...shared, ...faults.flatMap((fault) => Object.entries(fault.files))];
    for (const [path, text] of files) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text.replaceAll(MARK, ''));
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
    return root;
}

/** Where the mark stands; a fault without one is found anywhere in its files. */
function markOf({ files }: Fault): { path: string; line: number } | undefined {
    const marked = Object.entries(files).find(([, text]) => text.includes(MARK));
    return marked && { path: marked[0], line: marked[1].slice(0, marked[1].indexOf(MARK)).split('\n').length };
}

function pathsOf({ files, path }: Fault): string[] {
    return [...Object.keys(files), ...(path === undefined ? [] : [path])];
}

function isFound(fault: Fault, problems: readonly Problem[]): boolean {
    const mark = markOf(fault);
    return problems.some(({ path, line, rule }) => {
        const isPlace = mark ? path === mark.path && line === mark.line : pathsOf(fault).includes(path);
        return rule.name === fault.rule && isPlace;
    });
}

describe('seeded faults', () => {
    const missed: string[] = [];
    const elsewhere: string[] = [];
    let planted = 0;

    before(async () => {
        await Promise.all(
            PLAN.map(async ([check, faults]) => {
                const { problems, impossible } = await check.run(packageWith(faults));
                assert.equal(impossible, undefined, `${check.name} runs`);
                planted += faults.length;
                const paths = new Set(faults.flatMap(pathsOf));
                for (const fault of faults.filter((candidate) => !isFound(candidate, problems))) {
                    const near = problems.filter(({ path }) => pathsOf(fault).includes(path));
                    const told = near.map(({ path, line, rule, message }) => `${path}:${line} ${rule.name} ${message}`);
                    missed.push(`${check.name}: ${fault.what} (${fault.rule}); found instead: ${told.join('; ')}`);
                }
                for (const { path, line, rule, message } of problems.filter((problem) => !paths.has(problem.path))) {
                    elsewhere.push(`${check.name}: ${path}:${line} ${rule.name} ${message}`);
                }
            })
        );
    });

    it('are found where they are', () => {
        console.log(`seeded faults: found ${planted - missed.length} of ${planted}`);
        missed.forEach((each) => console.log(`missed: ${each}`));

        assert.ok(planted >= LEAST_FAULTS, `${planted} faults are planted`);
        assert.ok(planted - missed.length >= LEAST_SHARE * planted, `missed:\n${missed.join('\n')}`);
    });

    it('are all that is found', () => {
        assert.deepEqual(elsewhere, []);
    });
});
