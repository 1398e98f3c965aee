import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { openOrg } from '../org.ts';
import { tinyTree } from './tinyTree.ts';

const ORG = pathToFileURL(resolve(import.meta.dirname, '../org.ts')).href;
/** Transactions that the other process commits before it is killed. */
const COMMITTED = 25;

const WRITER = `
import { writeSync } from 'node:fs';
import { openOrg } from '${ORG}';
const [dir, dataFile] = process.argv.slice(2);
const org = openOrg({ sourceDirs: [dir], dataFile });
for (let i = 1; ; i++) {
    const done = org.executeAnonymous(org.administratorId, \`insert new List<Account>{ new Account(Name = 'a\${i}'), new Account(Name = 'b\${i}') };\`);
    writeSync(1, done.success ? i + '\\n' : 'failed ' + done.exceptionMessage + '\\n');
}
`;

test('kill -9 in the middle of writing loses nothing that was committed, and keeps nothing half', async () => {
    const tree = tinyTree({ 'A.cls': 'public class A {}' });
    try {
        const script = join(tree.dir, 'writer.mjs');
        const dataFile = join(tree.dir, 'data.sqlite');
        writeFileSync(script, WRITER);
        const writer = spawn(process.execPath, [script, join(tree.dir, 'classes'), dataFile]);
        let told = '';
        const last = (): number => Number(told.trim().split('\n').at(-1) ?? 0);
        await new Promise<void>((done, failed) => {
            writer.stdout.on('data', (chunk) => {
                told += String(chunk);
                if (last() >= COMMITTED) writer.kill('SIGKILL');
            });
            writer.stderr.on('data', (chunk) => failed(new Error(String(chunk))));
            writer.on('exit', (_code, signal) => (signal === 'SIGKILL' ? done() : failed(new Error(told))));
        });
        const org = openOrg({ sourceDirs: [join(tree.dir, 'classes')], dataFile });
        try {
            const rows = org.store.database.prepare('SELECT "Name" AS name FROM "Account" ORDER BY "Id"').all();
            const names = rows.map((row) => String(row.name));
            assert.ok(names.length >= 2 * last(), `${names.length} rows after ${last()} commits`);
            assert.deepEqual(
                names,
                Array.from({ length: names.length / 2 }, (_, at) => [`a${at + 1}`, `b${at + 1}`]).flat()
            );
        } finally {
            org.close();
        }
        rmSync(dataFile);
    } finally {
        tree.remove();
    }
});
