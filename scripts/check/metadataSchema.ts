/** Holds every `-meta.xml` of the package against the Metadata API's own types. */
import { metadataProblems } from '../shared/metadataForm.ts';
import { readMetadataTypes } from '../shared/metadataTypes.ts';
import { filesBelow, packageDirectories, readText } from '../shared/sourceFiles.ts';
import { breaking, type Check, type CheckResult, type Rule } from './check.ts';

const RULE: Rule = {
    name: 'metadata-schema',
    why: 'an org refuses a component whose elements or values the Metadata API does not know, and with it the whole deploy',
    mend: 'use the names and values of the Metadata API that the message lists'
};

export const metadataSchemaCheck: Check = {
    name: 'metadata-schema',
    proves: 'every -meta.xml has only elements and values that the Metadata API knows',
    run(root): CheckResult {
        const types = readMetadataTypes();
        const paths = packageDirectories(root)
            .flatMap((directory) => filesBelow(root, directory))
            .filter((path) => path.endsWith('-meta.xml'));
        const findings = paths.flatMap((path) => metadataProblems(path, readText(root, path), types));
        return { problems: breaking(RULE, findings), examined: `${paths.length} metadata files` };
    }
};
