/** A small package in a temporary folder, for tests of what reads packages. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';

const REPOSITORY = resolve(import.meta.dirname, '../../..');

/** @param files content by path relative to the package's root */
export function temporaryPackage(context: TestContext, files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), 'package-'));
    context.after(() => rmSync(root, { recursive: true, force: true }));
    const project = JSON.stringify({ packageDirectories: [{ path: 'force-app' }], sourceApiVersion: '66.0' });
    for (const [path, text] of Object.entries({ 'sfdx-project.json': project, 'force-app/.keep': '', ...files })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
    return root;
}

export const META = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion>
    <description>For a test.</description>
    <isExposed>false</isExposed>
</LightningComponentBundle>`;
