/** Another team's component on the local org: its sources from a checkout, set up by us as an admin would. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openUnderTest, type OrgUnderTest } from '../../e2e/orgUnderTest.ts';

/** What runs; its own records of custom metadata, layouts and translations stay behind, ours take their place. */
const FOLDERS = ['classes', 'labels', 'lwc', 'objects', 'staticresources'];

/** One peer: where its checkout keeps the package, and which folder beside this file sets it up. */
export interface Peer {
    readonly checkout: string;
    readonly setUp: 'timeWarp' | 'easyMilestones';
}

/**
 * Opens an org with nothing but a peer in it.
 *
 * @throws Error when the checkout is not there or holds no package
 */
export async function withPeer<T>(peer: Peer, work: (app: OrgUnderTest) => Promise<T>): Promise<T> {
    const source = join(peer.checkout, 'force-app/main/default');
    if (!existsSync(source)) {
        throw new Error(`${peer.checkout} holds no force-app/main/default: name a checkout of the peer`);
    }
    const folder = mkdtempSync(join(tmpdir(), 'peer-'));
    try {
        for (const name of FOLDERS.filter((each) => existsSync(join(source, each)))) {
            cpSync(join(source, name), join(folder, name), {
                recursive: true,
                filter: (path) => !/_?Test\.cls|__tests__/i.test(path)
            });
        }
        cpSync(resolve(import.meta.dirname, peer.setUp), folder, { recursive: true });
        const app = await openUnderTest({
            sourceDirs: [folder],
            worldFile: resolve(import.meta.dirname, 'world.json')
        });
        try {
            return await work(app);
        } finally {
            await app.close();
        }
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
