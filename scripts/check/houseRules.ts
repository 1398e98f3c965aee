/** The rules of this house that no other tool knows. Each rule is a function from the package to its problems. */
import type { Check, CheckResult } from './check.ts';
import { apexStyle } from './houseRules/apexStyle.ts';
import { bundleFolders, domainBorders, duplicateComponents, noMainFolder } from './houseRules/layout.ts';
import {
    editableFieldsHaveHelp,
    everythingIsDescribed,
    labelsMatchTheirUse,
    oneApiVersion,
    permissionSetsCoverFields,
    testsExist
} from './houseRules/metadata.ts';
import { readPackageSource } from './houseRules/source.ts';

const RULES = [
    duplicateComponents,
    bundleFolders,
    noMainFolder,
    domainBorders,
    apexStyle,
    everythingIsDescribed,
    editableFieldsHaveHelp,
    oneApiVersion,
    permissionSetsCoverFields,
    labelsMatchTheirUse,
    testsExist
] as const;

export const houseRulesCheck: Check = {
    name: 'house-rules',
    proves: 'layout, borders between domains, explicit access, descriptions, permission sets and labels are in order',
    run(root): CheckResult {
        const source = readPackageSource(root);
        return {
            problems: RULES.flatMap((rule) => rule(source)),
            examined: `${source.entries.length} files by ${RULES.length} rules`
        };
    }
};
