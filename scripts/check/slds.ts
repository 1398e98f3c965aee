/** Salesforce's rules for its design system, SLDS 2, over the templates and style sheets of components. */
import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import { packageDirectories } from '../shared/sourceFiles.ts';
import type { Check, CheckResult, Problem, Rule } from './check.ts';
import { packageMissing } from './command.ts';
import { lintedProblems } from './eslintRun.ts';

const PLUGIN = '@salesforce-ux/eslint-plugin-slds';
const PREFIX = '@salesforce-ux/slds/';
const LOOK =
    'the component keeps a look of its own when the org changes its theme, its density or the version of the design system';
const NEXT = 'SLDS 2 has not got it: the style is lost in an org that has switched';

/** By the names of the plugin, without its prefix. */
const RULES: ReadonlyMap<string, Rule> = new Map(
    (
        [
            ['no-slds-class-overrides', LOOK, 'give the element a class of its own and style that'],
            ['no-deprecated-classes-slds2', NEXT, 'use the class that the message names'],
            ['no-deprecated-slds-classes', NEXT, 'use the class that the message names'],
            ['lwc-token-to-slds-hook', NEXT, 'use the styling hook that the message names'],
            ['enforce-sds-to-slds-hooks', NEXT, 'write --slds instead of --sds'],
            ['no-sldshook-fallback-for-lwctoken', NEXT, 'turn it round: the hook first, the token as its fallback'],
            ['no-unsupported-hooks-slds2', NEXT, 'use a hook that SLDS 2 has'],
            [
                'no-slds-var-without-fallback',
                'where the hook is not defined, the property has no value at all',
                'give the value that the message names as the fallback'
            ],
            [
                'no-slds-namespace-for-custom-hooks',
                'a hook of ours with the name of theirs collides with the next release',
                'begin its name with a word of the package'
            ],
            ['enforce-component-hook-naming-convention', NEXT, 'use the name that the message gives'],
            ['no-slds-private-var', 'private hooks change without notice', 'use the public hook of the same meaning'],
            ['no-hardcoded-values-slds2', LOOK, 'use one of the styling hooks that the message names'],
            [
                'reduce-annotations',
                'an annotation that silences a rule hides what it silences',
                'mend what it silences'
            ],
            ['enforce-bem-usage', NEXT, 'write the modifier with one underscore: slds-button_brand'],
            [
                'modal-close-button-issue',
                'the button to close stands where nobody can see it in SLDS 2',
                'follow the blueprint of modals'
            ]
        ] as const
    ).map(([name, why, mend]) => [`${PREFIX}${name}`, { name: `slds-${name}`, why, mend }])
);

const UNSUPPORTED = 'slds-no-unsupported-hooks-slds2';
const CUSTOM = 'slds-no-slds-namespace-for-custom-hooks';

/** Sizes are the component's own affair; colours are the theme's. Only a colour is quoted like this. */
const COLOUR = /replacing the (#[0-9a-f]{3,8}|rgba?\(|hsla?\(|white|black|red|green|blue|grey|gray|orange|yellow)/i;

export const sldsCheck: Check = {
    name: 'slds',
    proves: "templates and style sheets keep the rules of Salesforce's design system",
    async run(root): Promise<CheckResult> {
        const configuration = recommended();
        const files = packageDirectories(root).map((directory) => `${directory}/**/lwc/**/*.{html,css}`);
        const { problems, examined } = await lintedProblems(root, files, configuration, (id, message) =>
            id.endsWith('no-hardcoded-values-slds2') && !COLOUR.test(message)
                ? undefined
                : (RULES.get(id) ?? unknownRule(id))
        );
        const unsupported = new Set(problems.filter(({ rule }) => rule.name === UNSUPPORTED).map(placeText));
        return {
            // A hook that SLDS 2 has not got looks like one of ours: once is enough.
            problems: problems.filter(
                (problem) => problem.rule.name !== CUSTOM || !unsupported.has(placeText(problem))
            ),
            examined: `${examined} templates and style sheets`
        };
    }
};

function placeText({ path, line, column }: Problem): string {
    return `${path}:${line}:${column}`;
}

function recommended(): readonly Linter.Config[] {
    try {
        const plugin = createRequire(import.meta.url)(PLUGIN) as {
            configs: { 'flat/recommended': readonly Linter.Config[] };
        };
        return plugin.configs['flat/recommended'];
    } catch {
        throw packageMissing(PLUGIN);
    }
}

/** A rule that a later version brings, or a file that cannot be parsed. */
function unknownRule(id: string): Rule {
    return { name: id === '' ? 'slds-unreadable' : id, why: LOOK, mend: 'follow the message' };
}
