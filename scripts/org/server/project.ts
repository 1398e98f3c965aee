/** Where the parts of one project lie that the local org runs. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ToolError } from '../../shared/toolError.ts';
import type { OrgInputs } from '../engine/keptOrg.ts';

export class Project {
    readonly root: string;
    /** Package directories of `sfdx-project.json`, absolute. */
    readonly sourceDirs: readonly string[];
    readonly dataFolder: string;
    readonly dataFile: string;
    /** Where a deploy prepares the metadata that the org is to have. */
    readonly candidateFolder: string;
    /** What changed in the org, in what order. */
    readonly trackingFile: string;
    /** What the last start made of the sources. */
    readonly keptFolder: string;
    private readonly metadataFolder: string;
    private readonly formerFolder: string;
    private readonly stateFile: string;
    private readonly lockFile: string;

    /** @throws ToolError when the folder is no Salesforce project */
    constructor(root: string) {
        this.root = root;
        this.sourceDirs = readSourceDirs(root);
        this.dataFolder = join(root, '.local-org');
        this.dataFile = join(this.dataFolder, 'org.sqlite');
        this.trackingFile = join(this.dataFolder, 'source-members.json');
        this.keptFolder = join(this.dataFolder, 'kept');
        this.stateFile = join(this.dataFolder, 'state.json');
        this.lockFile = join(this.dataFolder, 'lock');
        this.metadataFolder = join(this.dataFolder, 'metadata');
        this.candidateFolder = join(this.dataFolder, 'metadata.next');
        this.formerFolder = join(this.dataFolder, 'metadata.former');
    }

    /** The file that describes the people of the org; undefined: a default world. */
    get worldFile(): string | undefined {
        const path = join(this.root, 'config', 'local-org.json');
        return existsSync(path) ? path : undefined;
    }

    /** Module that loads demo data; undefined when the project has none. */
    get dataLoader(): string | undefined {
        const path = join(this.root, 'scripts', 'data', 'load.ts');
        return existsSync(path) ? path : undefined;
    }

    /** Folders of the org's metadata: what was deployed to it, or the project's own source as long as nothing was. */
    get orgDirs(): readonly string[] {
        // A deploy was interrupted between its two renames.
        if (!existsSync(this.metadataFolder) && existsSync(this.formerFolder)) this.restoreMetadata();
        return existsSync(this.metadataFolder) ? [this.metadataFolder] : this.sourceDirs;
    }

    /** The candidate becomes the org's metadata; the former one is kept until `dropFormerMetadata`. */
    activateCandidate(): void {
        rmSync(this.formerFolder, { recursive: true, force: true });
        if (existsSync(this.metadataFolder)) renameSync(this.metadataFolder, this.formerFolder);
        renameSync(this.candidateFolder, this.metadataFolder);
    }

    /** Undoes `activateCandidate`. */
    restoreMetadata(): void {
        rmSync(this.metadataFolder, { recursive: true, force: true });
        if (existsSync(this.formerFolder)) renameSync(this.formerFolder, this.metadataFolder);
    }

    dropFormerMetadata(): void {
        rmSync(this.formerFolder, { recursive: true, force: true });
    }

    /** Secret of the token that programs use; the same at every start, until the data is deleted. */
    accessSecret(): string {
        const path = join(this.dataFolder, 'access-secret');
        if (existsSync(path)) return readFileSync(path, 'utf8');
        const secret = randomBytes(24).toString('base64url');
        writeFileSync(path, secret, { mode: 0o600 });
        return secret;
    }

    /** True when an earlier run left a finished org. A load that was interrupted does not count. */
    get hasData(): boolean {
        return existsSync(this.dataFile) && existsSync(this.stateFile);
    }

    /** The org is complete from now on. */
    markComplete(state: Readonly<Record<string, unknown>>): void {
        writeFileSync(this.stateFile, JSON.stringify(state));
    }

    /** @throws ToolError when the folder cannot be written */
    prepareDataFolder(): void {
        try {
            mkdirSync(this.dataFolder, { recursive: true });
        } catch (error) {
            throw new ToolError('DataError', `${this.dataFolder} cannot be used: ${(error as Error).message}`, [
                'Delete it and start again'
            ]);
        }
    }

    deleteData(): void {
        rmSync(this.dataFolder, { recursive: true, force: true });
    }

    /**
     * Takes the data for this process until it ends.
     * @throws ToolError when another running process has it
     */
    lock(): void {
        this.prepareDataFolder();
        const owner = existsSync(this.lockFile) ? Number(readFileSync(this.lockFile, 'utf8')) : 0;
        if (owner > 0 && owner !== process.pid && isRunning(owner)) {
            throw new ToolError('DataError', `${this.dataFolder} is in use by another local org (process ${owner}).`, [
                'Stop it first (Ctrl+C in its terminal)'
            ]);
        }
        writeFileSync(this.lockFile, String(process.pid));
    }

    unlock(): void {
        rmSync(this.lockFile, { force: true });
    }
}

/** What the org of a project is opened from. */
export function orgInputs(project: Project): OrgInputs {
    const { orgDirs: sourceDirs, worldFile } = project;
    return { sourceDirs, keepIn: project.keptFolder, ...(worldFile === undefined ? {} : { worldFile }) };
}

function readSourceDirs(root: string): string[] {
    const path = join(root, 'sfdx-project.json');
    let parsed: { packageDirectories?: { path: string }[] };
    try {
        parsed = JSON.parse(readFileSync(path, 'utf8')) as typeof parsed;
    } catch (error) {
        throw new ToolError('ProjectError', `${path} cannot be read: ${(error as Error).message}`, [
            'Run this in a Salesforce project'
        ]);
    }
    const dirs = (parsed.packageDirectories ?? []).map((directory) => resolve(root, directory.path));
    const missing = dirs.find((dir) => !existsSync(dir));
    if (dirs.length === 0 || missing !== undefined) {
        throw new ToolError(
            'ProjectError',
            `${path} names ${missing ? `the folder ${missing}, which is not there` : 'no package directory'}.`,
            ['Correct "packageDirectories"']
        );
    }
    return dirs;
}

function isRunning(processId: number): boolean {
    try {
        process.kill(processId, 0);
        return true;
    } catch (error) {
        // It is there, and somebody else's.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
