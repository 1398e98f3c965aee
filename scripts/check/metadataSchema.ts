/** Holds every `-meta.xml` of the package against the Metadata API's own types. */
import { metadataProblems } from '../shared/metadataForm.ts';
import { readMetadataTypes } from '../shared/metadataTypes.ts';
import { filesBelow, packageDirectories, readText } from '../shared/sourceFiles.ts';
import type { Check, CheckResult } from './check.ts';

export const metadataSchemaCheck: Check = {
    name: 'metadata-schema',
    proves: 'every -meta.xml has only elements and values that the Metadata API knows',
    run(root): CheckResult {
        const types = readMetadataTypes();
        const paths = packageDirectories(root)
            .flatMap((directory) => filesBelow(root, directory))
            .filter((path) => path.endsWith('-meta.xml'));
        const problems = paths.flatMap((path) => metadataProblems(path, readText(root, path), types));
        return { problems, examined: `${paths.length} metadata files` };
    }
};
