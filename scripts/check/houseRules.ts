/** The rules of this house that no other tool knows. Each search is a function from the package to what breaks its rule. */
import { breaking, type Check, type CheckResult, type Finding, type Rule } from './check.ts';
import { methodsAreDocumented } from './houseRules/apexDoc.ts';
import { apexStyle } from './houseRules/apexStyle.ts';
import { bundleFolders, duplicateComponents, noMainFolder } from './houseRules/layout.ts';
import { limitsOfEveryEntryPoint } from './houseRules/limitsPage.ts';
import {
    bundlesAreDescribed,
    editableFieldsHaveHelp,
    everyLabelIsUsed,
    everythingIsDescribed,
    oneApiVersion,
    testsExist
} from './houseRules/metadata.ts';
import { readPackageSource, type PackageSource } from './houseRules/source.ts';

const RULES: readonly { readonly rule: Rule; readonly search: (source: PackageSource) => Finding[] }[] = [
    {
        rule: {
            name: 'house-duplicate',
            why: 'source format keeps one of two components of one name and says nothing',
            mend: 'rename one, or merge them'
        },
        search: duplicateComponents
    },
    {
        rule: {
            name: 'house-bundle-folder',
            why: 'the CLI packs the folder below lwc as the bundle, whatever lies deeper',
            mend: 'put the bundle directly under a folder called lwc, under its own name'
        },
        search: bundleFolders
    },
    {
        rule: {
            name: 'house-main-folder',
            why: 'force-app/main is where retrieved metadata lands; nobody looks for it there',
            mend: 'move the file into its domain'
        },
        search: noMainFolder
    },
    {
        rule: {
            name: 'house-description',
            why: 'an admin reads descriptions in Setup and in the App Builder, years after we are gone',
            mend: 'add a <description> that says what it is for'
        },
        search: everythingIsDescribed
    },
    {
        rule: {
            name: 'house-bundle-description',
            why: 'the App Builder lists components by label and description',
            mend: 'add the element to the js-meta.xml'
        },
        search: bundlesAreDescribed
    },
    {
        rule: {
            name: 'house-help-text',
            why: 'who fills in a field has nobody to ask',
            mend: 'add <inlineHelpText> written for that person'
        },
        search: editableFieldsHaveHelp
    },
    {
        rule: {
            name: 'house-api-version',
            why: 'two API versions in one package mean two behaviours of the platform',
            mend: 'set <apiVersion> to that of sfdx-project.json'
        },
        search: oneApiVersion
    },
    {
        rule: {
            name: 'house-idle-label',
            why: 'a translator translates it for nobody',
            mend: 'delete the label'
        },
        search: everyLabelIsUsed
    },
    {
        rule: {
            name: 'house-untested',
            why: 'a class that no test names is changed without anybody noticing',
            mend: 'write a test that names it'
        },
        search: testsExist
    },
    {
        rule: {
            name: 'house-apexdoc',
            why: 'who calls a method should not have to read it, or to guess a unit',
            mend: 'write /** purpose, @param with its unit, @return, @throws */ above it'
        },
        search: methodsAreDocumented
    },
    {
        rule: {
            name: 'house-limits',
            why: 'who plans a large load looks up there what each entry point uses of the governor limits',
            mend: 'write a test that calls it, then: npm run test:apex -- --entry-points docs/limits.md'
        },
        search: limitsOfEveryEntryPoint
    }
];

export const houseRulesCheck: Check = {
    name: 'house-rules',
    proves: 'layout, layers, explicit access, descriptions and tests are in order',
    run(root): CheckResult {
        const source = readPackageSource(root);
        return {
            problems: [...RULES.flatMap(({ rule, search }) => breaking(rule, search(source))), ...apexStyle(source)],
            examined: `${source.entries.length} files by ${RULES.length} rules and those for Apex`
        };
    }
};
