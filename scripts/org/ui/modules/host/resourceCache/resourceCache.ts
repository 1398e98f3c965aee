/**
 * One cache for everything that wires read. Equal wires share one request; a change of a record re-fetches every
 * resource that holds it; moving the clock re-fetches all.
 */

export interface Snapshot {
    readonly data: unknown;
    readonly error: unknown;
}
export type Fetcher = () => Promise<unknown>;
/** Record ids (18 characters) that a value holds. */
export type Tagger = (data: unknown) => Iterable<string>;
type Listener = (snapshot: Snapshot) => void;

interface Resource {
    readonly key: string;
    fetch: Fetcher;
    tag: Tagger;
    snapshot: Snapshot | undefined;
    fetchedAt: number;
    tags: Set<string>;
    listeners: Set<Listener>;
    pending: Promise<void> | undefined;
    /** Answers of superseded requests are dropped. */
    generation: number;
}

/** A value nobody listens to is served again within this time, as on the platform. */
const KEEP_MS = 30_000;
const resources = new Map<string, Resource>();

/** Listens to a resource, fetching it when it is not there. Returns the way to stop. */
export function subscribe(key: string, fetch: Fetcher, tag: Tagger, listener: Listener): () => void {
    let resource = resources.get(key);
    if (!resource) {
        resource = {
            key,
            fetch,
            tag,
            snapshot: undefined,
            fetchedAt: 0,
            tags: new Set(),
            listeners: new Set(),
            pending: undefined,
            generation: 0
        };
        resources.set(key, resource);
    }
    const target = resource;
    const isStale = target.listeners.size === 0 && performance.now() - target.fetchedAt > KEEP_MS;
    target.listeners.add(listener);
    if (target.snapshot && !isStale) {
        const snapshot = target.snapshot;
        queueMicrotask(() => {
            if (target.listeners.has(listener)) listener(snapshot);
        });
    } else if (!target.pending) {
        void load(target);
    }
    return () => target.listeners.delete(listener);
}

/** Fetches again and tells every listener. Resolves when they were told. */
export function refresh(key: string): Promise<void> {
    const resource = resources.get(key);
    return resource ? load(resource) : Promise.resolve();
}

/** Fetches every resource again that holds one of these records. */
export async function refreshRecords(ids: Iterable<string>): Promise<void> {
    const wanted = new Set([...ids].map((id) => id.slice(0, 15)));
    await refreshWhere((resource) => [...resource.tags].some((tag) => wanted.has(tag.slice(0, 15))));
}

/** Fetches everything that is on screen again and forgets the rest. */
export async function refreshAll(): Promise<void> {
    await refreshWhere(() => true);
}

async function refreshWhere(isMeant: (resource: Resource) => boolean): Promise<void> {
    const loads: Promise<void>[] = [];
    for (const resource of [...resources.values()]) {
        if (!isMeant(resource)) continue;
        if (resource.listeners.size === 0) resources.delete(resource.key);
        else loads.push(load(resource));
    }
    await Promise.all(loads);
}

function load(resource: Resource): Promise<void> {
    const generation = ++resource.generation;
    const settle = (snapshot: Snapshot): void => {
        if (generation !== resource.generation) return;
        resource.pending = undefined;
        resource.snapshot = snapshot;
        resource.fetchedAt = performance.now();
        resource.tags = new Set(snapshot.data === undefined ? [] : resource.tag(snapshot.data));
        for (const listener of [...resource.listeners]) listener(snapshot);
    };
    const pending = resource.fetch().then(
        (data) => settle({ data: deepFreeze(data ?? null), error: undefined }),
        (error: unknown) => settle({ data: undefined, error })
    );
    resource.pending = pending;
    return pending;
}

/** Wired data is read-only: a component that changes it must find out here and not in an org. */
function deepFreeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const child of Object.values(value)) deepFreeze(child);
    }
    return value;
}
