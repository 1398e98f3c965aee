/**
 * Watches folders and calls back once for a burst of changes. Each folder is watched by itself: a recursive watch loses
 * files that an editor or git replaces.
 */
import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';

const WAIT_MS = 60;
/** Nothing of these changes what a page shows: tests, Apex (read when the org opens), what editors leave behind. */
const IGNORED = /^__(tests|mocks)__$|\.(cls|trigger|cls-meta\.xml|trigger-meta\.xml)$|~$|\.sw[px]$|\.tmp$/;

export class FolderWatcher {
    private readonly watchers = new Map<string, FSWatcher>();
    private readonly onChange: () => Promise<void>;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private running: Promise<void> = Promise.resolve();

    constructor(onChange: () => Promise<void>) {
        this.onChange = onChange;
    }

    /** Watches exactly these folders from now on. */
    use(folders: readonly string[]): void {
        const wanted = new Set(folders);
        for (const [folder, watcher] of this.watchers) {
            if (wanted.has(folder)) continue;
            watcher.close();
            this.watchers.delete(folder);
        }
        for (const folder of wanted) if (!this.watchers.has(folder)) this.add(folder);
    }

    close(): void {
        clearTimeout(this.timer);
        this.use([]);
    }

    private add(folder: string): void {
        try {
            const watcher = watch(folder, (_event, file) => {
                if (file !== null && IGNORED.test(file)) return;
                clearTimeout(this.timer);
                this.timer = setTimeout(() => {
                    this.running = this.running.then(this.onChange);
                }, WAIT_MS);
            });
            watcher.on('error', () => watcher.close());
            this.watchers.set(folder, watcher);
        } catch {
            // The folder went away between the walk and now: its parent's watcher tells.
        }
    }
}
