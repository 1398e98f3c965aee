/** Retrieves: a zip of the members that a manifest names, in Metadata API form. */
import { API_VERSION } from '../runtime/apiVersion.ts';
import { readMembers } from './folder.ts';
import { idOfNumber } from './ids.ts';
import { chooseMembers, fileProperties, type Author } from './listing.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import { zipFilesOf, type Member } from './members.ts';
import { writeZip } from './zip.ts';

const KEPT = 20;
const ROOT = 'unpackaged/';

export class Retrievals {
    private readonly sourceDirs: () => readonly string[];
    private readonly results = new Map<string, Promise<Record<string, unknown>>>();
    private count = 0;

    constructor(sourceDirs: () => readonly string[]) {
        this.sourceDirs = sourceDirs;
    }

    /** Starts a retrieve; gives its id. */
    start(manifest: Manifest, isSinglePackage: boolean, author: Author): string {
        const id = idOfNumber('09S', ++this.count);
        this.results.set(id, this.retrieve(id, manifest, isSinglePackage, author));
        const [oldest] = this.results.keys();
        if (this.results.size > KEPT && oldest !== undefined) this.results.delete(oldest);
        return id;
    }

    /** RetrieveResult of the Metadata API; undefined when there is no such retrieve. */
    result(id: string): Promise<Record<string, unknown>> | undefined {
        return this.results.get(id);
    }

    private async retrieve(
        id: string,
        manifest: Manifest,
        isSinglePackage: boolean,
        author: Author
    ): Promise<Record<string, unknown>> {
        const { members, problems } = chooseMembers(readMembers(this.sourceDirs()), manifest);
        const root = isSinglePackage ? '' : ROOT;
        const files = new Map<string, Uint8Array>();
        for (const [path, bytes] of await withPackedResources(zipFilesOf(members), members)) {
            files.set(root + path, bytes);
        }
        const version = manifest.version ?? API_VERSION;
        files.set(`${root}package.xml`, new TextEncoder().encode(writeManifest(members, version)));
        const now = new Date().toISOString();
        return {
            done: true,
            fileProperties: members.map((member) => {
                const properties = fileProperties(member, author, now);
                return { ...properties, fileName: `${ROOT}${String(properties['fileName'])}` };
            }),
            id,
            messages: problems.map((problem) => ({ fileName: `${ROOT}package.xml`, problem })),
            status: 'Succeeded',
            success: true,
            zipFile: Buffer.from(await writeZip(files)).toString('base64')
        };
    }
}

/** Static resources of source folders become one `.resource` file each; those that are folders a zip. */
async function withPackedResources(
    files: ReadonlyMap<string, Uint8Array>,
    members: readonly Member[]
): Promise<Map<string, Uint8Array>> {
    const packed = new Map(files);
    for (const { fullName, files: own } of members.filter(({ type }) => type === 'StaticResource')) {
        const target = `staticresources/${fullName}.resource`;
        const contents = own.filter((file) => !file.path.endsWith('-meta.xml'));
        contents.forEach((file) => packed.delete(file.path));
        const folder = `staticresources/${fullName}/`;
        const inFolder = contents.filter((file) => file.path.startsWith(folder));
        if (inFolder.length > 0) {
            const inner = new Map(inFolder.map((file) => [file.path.slice(folder.length), file.bytes]));
            packed.set(target, await writeZip(inner));
        } else if (contents[0]) packed.set(target, contents[0].bytes);
    }
    return packed;
}
