import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Project } from '../project.ts';
import { temporaryProject, type TemporaryProject } from './temporaryProject.ts';

describe('metadata of a project', () => {
    let folder: TemporaryProject;
    let project: Project;
    const candidate = (text: string): void => {
        mkdirSync(project.candidateFolder, { recursive: true });
        writeFileSync(join(project.candidateFolder, 'version'), text);
    };
    const version = (): string => readFileSync(join(project.orgDirs[0] ?? '', 'version'), 'utf8');

    beforeEach(() => {
        folder = temporaryProject();
        project = new Project(folder.root);
        project.prepareDataFolder();
    });
    afterEach(() => folder.remove());

    it('is the source until something was deployed', () => {
        assert.deepEqual(project.orgDirs, project.sourceDirs);

        candidate('one');
        project.activateCandidate();

        assert.equal(version(), 'one');
    });

    it('goes back when what was deployed cannot be opened', () => {
        candidate('one');
        project.activateCandidate();
        candidate('two');
        project.activateCandidate();

        project.restoreMetadata();

        assert.equal(version(), 'one');
        assert.equal(existsSync(project.candidateFolder), false);
    });

    it('goes back to the source when the first deploy cannot be opened', () => {
        candidate('one');
        project.activateCandidate();

        project.restoreMetadata();

        assert.deepEqual(project.orgDirs, project.sourceDirs);
    });

    it('is whole after a process that died between its two renames', () => {
        candidate('one');
        project.activateCandidate();
        renameSync(project.orgDirs[0] ?? '', join(project.dataFolder, 'metadata.former'));

        assert.equal(version(), 'one');
    });

    it('keeps one secret for programs, for its owner only', () => {
        const secret = project.accessSecret();

        assert.equal(project.accessSecret(), secret);
        assert.ok(secret.length > 20);
        assert.equal(statSync(join(project.dataFolder, 'access-secret')).mode & 0o077, 0);
    });
});
