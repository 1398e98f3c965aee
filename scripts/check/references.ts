/** Everything that a member of the package names must be there: an org looks up each reference when it takes a deploy. */
import { breaking, type Check, type CheckResult, type Finding, type Problem, type Rule } from './check.ts';
import { readPackageModel, type PackageModel } from './packageModel.ts';
import { codeReferences } from './references/code.ts';
import { metadataReferences } from './references/metadata.ts';
import { recordProblems } from './references/records.ts';
import type { Reference, Target } from './references/reference.ts';

const WHY = 'an org looks up everything that a component names, and refuses the deploy when it is not there';

const RULES: Readonly<Record<Target, Rule>> = {
    object: ruleOf('object', 'correct the name, or add the object'),
    field: ruleOf('field', 'correct the name, or add the field to the object'),
    class: ruleOf('class', 'correct the name, or take the entry out with the class'),
    component: ruleOf('component', 'correct the name of the bundle, or take the component out'),
    label: ruleOf('label', 'add the label to a labels file, or correct its name'),
    permission: ruleOf('permission', 'correct the name of the custom permission, or add it'),
    page: ruleOf('page', 'correct the name of the page, or add it'),
    tab: ruleOf('tab', 'correct the name of the tab, or add it'),
    application: ruleOf('application', 'correct the name of the app, or add it'),
    list: ruleOf('list', 'use the relationshipName of the lookup, with __r'),
    member: ruleOf('member', 'correct the name, or add the member')
};

function ruleOf(target: Target, mend: string): Rule {
    return { name: `reference-${target}`, why: WHY, mend };
}

export const referencesCheck: Check = {
    name: 'references',
    proves: 'every object, field, class, component, label, permission, page and tab that a member names is there',
    async run(root): Promise<CheckResult> {
        const model = await readPackageModel(root);
        const references = allReferences(model);
        return {
            problems: [...references.flatMap((reference) => missing(reference)), ...recordProblems(model)],
            examined: `${references.length} references of ${model.metadata.length} metadata files and of Apex`
        };
    }
};

/** What the members of a package name, found or not. */
function allReferences(model: PackageModel): Reference[] {
    return [...metadataReferences(model), ...codeReferences(model)];
}

function missing({ path, line, target, name, isThere }: Reference): Problem[] {
    const finding: Finding = { path, line, message: `names the ${target} ${name}, which is not there` };
    return isThere ? [] : breaking(RULES[target], [finding]);
}
