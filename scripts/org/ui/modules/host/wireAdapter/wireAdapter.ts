/** Base of every wire adapter of the host, over the shared cache. */
import type { WireAdapterConstructor } from 'lwc';
import { refresh, subscribe } from 'host/resourceCache';
import type { Snapshot, Tagger } from 'host/resourceCache';

export type WireConfig = Readonly<Record<string, unknown>>;

export interface WireDefinition {
    /** False while the configuration is not complete: nothing is fetched. */
    readonly isReady: (config: WireConfig) => boolean;
    readonly key: (config: WireConfig) => string;
    readonly fetch: (config: WireConfig) => Promise<unknown>;
    readonly tag?: Tagger;
    /** What the component receives; the default is `{data, error}`. */
    readonly shape?: (snapshot: Snapshot) => object;
}

type DataCallback = (value: object) => void;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shapes of configuration and value differ by adapter
export type HostAdapter = WireAdapterConstructor<any, any>;

/** Provisioned value to the key of its resource, for `refreshApex`. */
const provisioned = new WeakMap<object, string>();

/** Builds the adapter class that `@wire(adapter, config)` needs. */
export function wireAdapter(definition: WireDefinition): HostAdapter {
    return class HostWireAdapter {
        private readonly callback: DataCallback;
        private key: string | undefined;
        private stop: (() => void) | undefined;

        constructor(callback: DataCallback) {
            this.callback = callback;
            callback({ data: undefined, error: undefined });
        }

        connect(): void {
            // The engine calls update() next; there is nothing to do before.
        }

        update(config: WireConfig): void {
            if (!definition.isReady(config)) {
                this.disconnect();
                return;
            }
            const key = definition.key(config);
            if (key === this.key && this.stop) return;
            this.disconnect();
            this.key = key;
            this.stop = subscribe(
                key,
                () => definition.fetch(config),
                definition.tag ?? (() => []),
                (snapshot) => this.emit(key, snapshot)
            );
        }

        disconnect(): void {
            this.stop?.();
            this.stop = undefined;
            this.key = undefined;
        }

        private emit(key: string, snapshot: Snapshot): void {
            const value = definition.shape ? definition.shape(snapshot) : { ...snapshot };
            provisioned.set(value, key);
            this.callback(value);
        }
    };
}

/** Fetches again what a wire provisioned. Resolves when the wire has the new value. */
export function refreshProvisioned(value: unknown): Promise<void> {
    const key = typeof value === 'object' && value !== null ? provisioned.get(value) : undefined;
    return key === undefined ? Promise.resolve() : refresh(key);
}

/** The same text for the same configuration, whatever the order of its keys. */
export function stableText(value: unknown): string {
    return JSON.stringify(value, (_key, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
            : part
    );
}

/** True when no value of the configuration is undefined: the rule for wired Apex. */
export function hasEveryValue(config: WireConfig): boolean {
    return Object.values(config ?? {}).every((value) => value !== undefined);
}

/** Ids of all UI API records within a value. */
export function recordIds(value: unknown, found: Set<string> = new Set()): Set<string> {
    if (Array.isArray(value)) for (const item of value) recordIds(item, found);
    else if (typeof value === 'object' && value !== null) {
        const record = value as { id?: unknown; apiName?: unknown };
        if (typeof record.id === 'string' && typeof record.apiName === 'string') found.add(record.id);
        for (const child of Object.values(value)) recordIds(child, found);
    }
    return found;
}
