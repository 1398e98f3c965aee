/** Lightning pages and the `js-meta.xml` of components, by the rules that an org applies to them. */
import type { Check, CheckResult } from './check.ts';
import { readPackageModel } from './packageModel.ts';
import { componentMetaProblems } from './pages/componentMeta.ts';
import { flexiPageProblems } from './pages/flexiPages.ts';

export const pagesCheck: Check = {
    name: 'pages',
    proves: 'pages have the regions of their template, and components stand where they may with what they take',
    async run(root): Promise<CheckResult> {
        const model = await readPackageModel(root);
        return {
            problems: [...flexiPageProblems(model), ...componentMetaProblems(model)],
            examined: `${model.ofKind('flexipage').length} pages and ${model.ofKind('js').length} components`
        };
    }
};
