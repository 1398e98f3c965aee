/** ESLint with Salesforce's own rules for Lightning web components, over the code of a package that may not be ours. */
import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { filesBelow, packageDirectories } from '../shared/sourceFiles.ts';
import type { Check, CheckResult, Rule } from './check.ts';
import { lintedProblems } from './eslintRun.ts';

const DOCUMENTATION = 'https://github.com/salesforce/eslint-plugin-lwc/blob/master/docs/rules';
const PLATFORM = /^@lwc\/lwc\//;
const recommended = [
    createRequire(import.meta.url)('@salesforce/eslint-config-lwc/recommended.js') as unknown
].flat() as Linter.Config[];

export const componentLintCheck: Check = {
    name: 'component-lint',
    proves: "components keep Salesforce's rules for Lightning web components",
    async run(root): Promise<CheckResult> {
        const directories = packageDirectories(root);
        const files = directories.map((directory) => `${directory}/**/lwc/**/*.{js,ts}`);
        const built = directories
            .flatMap((directory) => filesBelow(root, directory))
            .filter((path) => path.endsWith('.ts'))
            .map((path) => path.replace(/\.ts$/, '.js'));
        const configuration: Linter.Config[] = [
            { ignores: ['**/__tests__/**', '**/__mocks__/**', ...built] },
            { files, linterOptions: { reportUnusedDisableDirectives: 'off' } },
            ...recommended.map((part) => ({ ...part, files })),
            { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }
        ];
        const { problems, examined } = await lintedProblems(root, files, configuration, ruleOf);
        return { problems, examined: `${examined} scripts of components` };
    }
};

/** Rules of the platform, and what cannot be read; the rest is the taste of whoever wrote the package. */
function ruleOf(id: string): Rule | undefined {
    const name = id.replace(PLATFORM, '');
    if (id === '') {
        return {
            name: 'component-unreadable',
            why: 'what cannot be read cannot be judged, nor deployed',
            mend: 'correct the syntax'
        };
    }
    return PLATFORM.test(id)
        ? {
              name: `component-${name}`,
              why: 'it compiles, and breaks on the platform or costs every user time',
              mend: `follow ${DOCUMENTATION}/${name}.md`
          }
        : undefined;
}
