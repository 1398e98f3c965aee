/**
 * The package as an admin without Node receives it: one zip in Metadata API form, with its `package.xml`, built components,
 * no TypeScript and no tests of components. `sf project deploy start --metadata-dir FILE.zip --single-package` takes it.
 */
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import JSZip from 'jszip';
import { ToolError } from '../shared/toolError.ts';

export interface ReleaseArtefact {
    readonly zip: Uint8Array;
    /** `package.xml` of the zip: all members by name. */
    readonly manifest: string;
    readonly files: readonly string[];
}

const MANIFEST = 'package.xml';
const BUNDLES = 'lwc/';

/**
 * @param sourceDirs package directories, absolute
 * @param apiVersion e.g. `66.0`
 * @throws ToolError when something is in it that an org must not receive, or a bundle was not built
 */
export async function buildRelease(sourceDirs: readonly string[], apiVersion: string): Promise<ReleaseArtefact> {
    const source = ComponentSet.fromSource([...sourceDirs]);
    source.apiVersion = apiVersion;
    source.sourceApiVersion = apiVersion;
    const { zipBuffer } = await new MetadataConverter().convert(source, 'metadata', { type: 'zip' });
    if (!zipBuffer) throw new ToolError('ReleaseFailed', 'The libraries of the sf CLI made no zip.');
    const zip = await JSZip.loadAsync(zipBuffer);
    const files = Object.values(zip.files)
        .filter((entry) => !entry.dir)
        .map(({ name }) => name)
        .sort();
    const problems = releaseProblems(files);
    if (problems.length > 0) {
        throw new ToolError('ReleaseFailed', problems.join('\n'), ['Build the components first: npm run build']);
    }
    return { zip: zipBuffer, manifest: (await zip.file(MANIFEST)?.async('string')) ?? '', files };
}

/** What is wrong with the files of a release, one sentence each. */
export function releaseProblems(files: readonly string[]): string[] {
    const all = new Set(files);
    const bundles = new Set(files.filter((path) => path.startsWith(BUNDLES)).map((path) => path.split('/')[1] ?? ''));
    return [
        ...(all.has(MANIFEST) ? [] : [`There is no ${MANIFEST}.`]),
        ...files
            .filter((path) => /\.ts$|__tests__|__mocks__/.test(path))
            .map((path) => `${path} is for developers, not for an org.`),
        ...[...bundles]
            .filter((name) => !all.has(`${BUNDLES}${name}/${name}.js`))
            .map((name) => `The component ${name} has no JavaScript.`)
    ];
}
