/** Zips of metadata, within bounds. */
import JSZip from 'jszip';

/** The platform's own limits for a deploy: files, and bytes of all of them together. */
const MOST_FILES = 10_000;
const MOST_BYTES = 400 * 1024 * 1024;

/** What is wrong with a zip, in one sentence. */
export class ZipProblem extends Error {}

/**
 * Files of a zip by path, folders left out.
 * @throws ZipProblem when the bytes are no zip, or the zip has too much in it or reaches out of itself
 */
export async function readZip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
    let zip: JSZip;
    try {
        zip = await JSZip.loadAsync(bytes);
    } catch {
        throw new ZipProblem('The file is no zip, or it is damaged.');
    }
    const entries = Object.values(zip.files).filter((entry) => !entry.dir);
    if (entries.length > MOST_FILES) throw new ZipProblem(`The zip has more than ${MOST_FILES} files.`);
    const files = new Map<string, Uint8Array>();
    let size = 0;
    for (const entry of entries) {
        const path = entry.unsafeOriginalName ?? entry.name;
        if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..')) {
            throw new ZipProblem(`The zip has a file outside of itself: ${path}`);
        }
        let content: Uint8Array;
        try {
            content = await entry.async('uint8array');
        } catch {
            throw new ZipProblem(`The zip is damaged: ${path} cannot be read.`);
        }
        size += content.length;
        if (size > MOST_BYTES) throw new ZipProblem(`The zip unpacks to more than ${MOST_BYTES} bytes.`);
        files.set(path, content);
    }
    return files;
}

export async function writeZip(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
    const zip = new JSZip();
    for (const [path, bytes] of files) zip.file(path, bytes);
    return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
