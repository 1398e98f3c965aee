/**
 * The platform's own objects and their fields, as the type library that apex-ls carries knows them: a jar with one class
 * per object. Only names are read, straight from the class files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import JSZip from 'jszip';
import { javaLibraryOf } from './command.ts';

const FOLDER = 'com/nawforce/runforce/SObjects/';
/** Kinds of constants in a class file that take more than the usual four bytes behind their tag, or fewer. */
const UTF8 = 1;
const EIGHT_BYTES = new Set([5, 6]);
const TWO_BYTES = new Set([7, 8, 16, 19, 20]);
const THREE_BYTES = new Set([15]);
const STATIC = 0x0008;

export interface StandardObjects {
    has(object: string): boolean;
    /** Names of the fields in lower case; undefined when the platform has no such object. */
    fields(object: string): ReadonlySet<string> | undefined;
}

/** Reads the list of objects, and the fields of those asked for. */
export async function readStandardObjects(wanted: Iterable<string>): Promise<StandardObjects> {
    const library = javaLibraryOf('@salesforce/code-analyzer-pmd-engine');
    const jar = readdirSync(library).find((name) => name.startsWith('sobject-types-')) ?? '';
    const zip = await JSZip.loadAsync(readFileSync(join(library, jar)));
    const paths = new Map<string, string>();
    for (const path of Object.keys(zip.files)) {
        const name = /^([A-Za-z]\w*)\.class$/.exec(path.startsWith(FOLDER) ? path.slice(FOLDER.length) : '')?.[1];
        if (name) {
            paths.set(name.toLowerCase(), path);
        }
    }
    const fields = new Map<string, ReadonlySet<string>>();
    for (const object of new Set([...wanted].map((name) => name.toLowerCase()))) {
        const file = zip.file(paths.get(object) ?? '-');
        if (file) {
            fields.set(object, fieldNames(await file.async('nodebuffer')));
        }
    }
    return {
        has: (object) => paths.has(object.toLowerCase()),
        fields: (object) => fields.get(object.toLowerCase())
    };
}

/** Names of the instance fields of a Java class file, in lower case. */
function fieldNames(file: Buffer): Set<string> {
    const texts = new Map<number, string>();
    let at = 10;
    const constants = file.readUInt16BE(8);
    for (let index = 1; index < constants; index++) {
        const tag = file.readUInt8(at);
        if (tag === UTF8) {
            const length = file.readUInt16BE(at + 1);
            texts.set(index, file.toString('utf8', at + 3, at + 3 + length));
            at += 3 + length;
        } else if (EIGHT_BYTES.has(tag)) {
            at += 9;
            index++;
        } else {
            at += TWO_BYTES.has(tag) ? 3 : THREE_BYTES.has(tag) ? 4 : 5;
        }
    }
    // Access flags, this class, super class, then the interfaces.
    at += 6;
    at += 2 + 2 * file.readUInt16BE(at);
    const names = new Set<string>();
    const count = file.readUInt16BE(at);
    at += 2;
    for (let index = 0; index < count; index++) {
        if ((file.readUInt16BE(at) & STATIC) === 0) {
            names.add((texts.get(file.readUInt16BE(at + 2)) ?? '').toLowerCase());
        }
        const attributes = file.readUInt16BE(at + 6);
        at += 8;
        for (let attribute = 0; attribute < attributes; attribute++) {
            at += 6 + file.readUInt32BE(at + 2);
        }
    }
    return names;
}
