/**
 * Keeps between two starts what an org's source files become: its object model and its compiled Apex. Used again only
 * while no file of the sources and of the local org itself has changed since; see `fingerprint`.
 */
import { readFileSync } from 'node:fs';
import { url as inspectorUrl } from 'node:inspector';
import { join, resolve } from 'node:path';
import { fingerprint, stampsBelow } from '../../shared/fingerprint.ts';
import type { FileStamp } from '../../shared/fingerprint.ts';
import { KeptFile } from '../../shared/keptFile.ts';
import type { Diagnostic } from '../runtime/program.ts';
import type { SchemaParts } from '../schema/assemble.ts';
import type { SourceTree } from './sources.ts';

const ORG_CODE = [resolve(import.meta.dirname, '..'), resolve(import.meta.dirname, '..', '..', 'shared')];
/** Parts of the local org that neither compile Apex nor read metadata. */
const OTHER_CODE = /[\\/]org[\\/](ui|server|metadata)[\\/]/;
/** Files of components: no Apex and no part of the object model. */
const COMPONENT_FILE = /[\\/](lwc|aura)[\\/]/;

export interface KeptOrg {
    readonly schemaParts: SchemaParts;
    readonly tree: Omit<SourceTree, 'apex'>;
    readonly diagnostics: readonly Diagnostic[];
    /** See compile/kept.ts. */
    readonly program: Uint8Array;
}

/** What an org is opened from; see `OpenOrgOptions`. */
export interface OrgInputs {
    readonly sourceDirs: readonly string[];
    readonly worldFile?: string;
    readonly apiVersion?: number;
    readonly keepIn?: string;
}

/** What was found of an earlier start. */
export interface LookedUp {
    /** Changes when the org would come out differently. */
    readonly version: string;
    /** Has nothing to read when the org was never made, or something changed. */
    readonly file: KeptFile<KeptOrg>;
    /** Files of the sources as they were found. */
    readonly stamps: readonly FileStamp[];
}

/** Looks for what was kept of an org; undefined when nothing is to be kept. */
export function lookUpOrg({ sourceDirs, worldFile, apiVersion, keepIn }: OrgInputs): LookedUp | undefined {
    // A debugger wants maps to the sources, which are made only when compiling.
    if (keepIn === undefined || inspectorUrl()) return undefined;
    const world = worldFile === undefined ? '' : readFileSync(worldFile, 'utf8');
    const stamps = stampsBelow(sourceDirs);
    const sources = stamps.filter(({ path }) => !COMPONENT_FILE.test(path));
    const code = stampsBelow(ORG_CODE).filter(({ path }) => !OTHER_CODE.test(path));
    // Paths of sources are shown relative to the working directory.
    const others = [process.version, process.cwd(), world, String(apiVersion)];
    const version = fingerprint([...sources, ...code], others);
    const file = new KeptFile<KeptOrg>(join(keepIn, 'org'), version);
    return { version, file, stamps };
}
