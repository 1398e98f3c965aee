/** Platform cache in memory: `Cache.Org`, `Cache.Session`, partitions and builders. Values are copies, as on the platform. */
import {
    abstractMember,
    libraryClass,
    type LibraryModule,
    type Member,
    type RuntimeContext
} from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { ApexDouble } from '../values/double.ts';
import { apexException } from '../values/exceptions.ts';
import { typeToken } from '../values/typeToken.ts';
import { libraryEnum } from './libraryEnum.ts';
import { services } from './services.ts';
import { tokenOfTypeValue } from './typeValues.ts';

type Scope = 'Org' | 'Session';

const DEFAULT_PARTITION = 'local.default';
const LONGEST_KEY = 50;
/** Seconds; the platform's defaults and limits for both caches. */
const DEFAULT_SECONDS: Readonly<Record<Scope, number>> = { Org: 86_400, Session: 28_800 };
const SHORTEST_SECONDS = 300;
const LONGEST_SECONDS: Readonly<Record<Scope, number>> = { Org: 172_800, Session: 28_800 };
const SEPARATOR = '\u001f';

const visibility = libraryEnum('Cache.Visibility', 'Cache', ['ALL', 'NAMESPACE']);

/** `Cache.OrgPartition` and `Cache.SessionPartition`. */
class PartitionValue {
    readonly typeName: 'Cache.OrgPartition' | 'Cache.SessionPartition';
    readonly scope: Scope;
    readonly name: string;

    constructor(scope: Scope, name: string) {
        this.typeName = `Cache.${scope}Partition`;
        this.scope = scope;
        this.name = name;
    }
}

class PartitionCache {
    private readonly context: RuntimeContext;
    private readonly partition: PartitionValue;

    constructor(context: RuntimeContext, partition: PartitionValue) {
        this.context = context;
        this.partition = partition;
    }

    private get entries() {
        return services(this.context.tx()).cache;
    }

    private get prefix(): string {
        const owner = this.partition.scope === 'Session' ? this.context.tx().user.id : '';
        return [this.partition.scope, owner, this.partition.name.toLowerCase(), ''].join(SEPARATOR);
    }

    /** `key`, or `namespace.partition.key`. */
    private keyOf(key: string | null): string {
        const name = key?.split('.').at(-1) ?? '';
        if (!/^[A-Za-z0-9]+$/.test(name) || name.length > LONGEST_KEY) {
            throw apexException(
                'cache.InvalidParamException',
                `Key must be alphanumeric and of at most ${LONGEST_KEY} characters: ${String(key)}`
            );
        }
        return this.prefix + name;
    }

    get(key: string): Value {
        const entry = this.entries.get(this.keyOf(key));
        if (!entry || entry.expiresAt <= this.context.tx().clock.now()) {
            return null;
        }
        return services(this.context.tx()).copyOf(entry.value);
    }

    put(key: string, value: Value, seconds: number | null = null): void {
        const { scope } = this.partition;
        if (value === null) {
            throw apexException('cache.InvalidParamException', 'Value cannot be null');
        }
        if (seconds !== null && (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS[scope])) {
            throw apexException(
                'cache.InvalidParamException',
                `Time to live must be between ${SHORTEST_SECONDS} and ${LONGEST_SECONDS[scope]} seconds`
            );
        }
        const tx = this.context.tx();
        this.entries.set(this.keyOf(key), {
            value: services(tx).copyOf(value),
            expiresAt: tx.clock.now() + (seconds ?? DEFAULT_SECONDS[scope]) * 1000
        });
    }

    contains(key: string): boolean {
        return this.get(key) !== null;
    }

    remove(key: string): boolean {
        return this.entries.delete(this.keyOf(key));
    }

    keys(): string[] {
        const now = this.context.tx().clock.now();
        return [...this.entries]
            .filter(([key, entry]) => key.startsWith(this.prefix) && entry.expiresAt > now)
            .map(([key]) => key.slice(this.prefix.length));
    }

    /** The value, made by the builder's `doLoad` when it is not there. */
    load(builder: Value, key: string): Value {
        const known = this.get(key);
        if (known !== null) {
            return known;
        }
        const meta = this.context.program().classNamed(tokenOfTypeValue(builder).name);
        if (!meta) {
            throw apexException(
                'cache.InvalidParamException',
                `Not a cache builder: ${tokenOfTypeValue(builder).name}`
            );
        }
        const value = this.context.invoke(meta.construct([]), 'doLoad', [key]);
        if (value !== null) {
            this.put(key, value);
        }
        return value;
    }
}

/** The methods that caches and partitions share: static on the former, of instances on the latter. */
function cacheMembers(prefix: 'static ' | '', cacheOf: (args: Value[]) => [PartitionCache, Value[]]) {
    const method =
        (work: (cache: PartitionCache, ...args: Value[]) => Value) =>
        (...given: Value[]): Value => {
            const [cache, args] = cacheOf(given);
            return work(cache, ...args) ?? null;
        };
    const strings = (items: readonly string[]): ApexSet => new ApexSet(typeToken('Set<String>'), items);
    const members: Record<string, Member> = {
        'Object get(String key)': method((cache, key) => cache.get(key)),
        'Object get(Type builder, String key)': method((cache, builder, key) => cache.load(builder, key)),
        'void put(String key, Object value)': method((cache, key, value) => cache.put(key, value)),
        'void put(String key, Object value, Integer seconds)': method((cache, key, value, seconds) =>
            cache.put(key, value, seconds)
        ),
        'void put(String key, Object value, Cache.Visibility visibility)': method((cache, key, value) =>
            cache.put(key, value)
        ),
        'void put(String key, Object value, Integer seconds, Cache.Visibility visibility, Boolean isImmutable)': method(
            (cache, key, value, seconds) => cache.put(key, value, seconds)
        ),
        'Boolean contains(String key)': method((cache, key) => cache.contains(key)),
        'List<Boolean> contains(List<String> keys)': method(
            (cache, keys: ApexList) =>
                new ApexList(
                    typeToken('List<Boolean>'),
                    keys.items.map((key: Value) => cache.contains(key))
                )
        ),
        'Boolean remove(String key)': method((cache, key) => cache.remove(key)),
        'Boolean remove(Type builder, String key)': method((cache, _builder, key) => cache.remove(key)),
        'Set<String> getKeys()': method((cache) => strings(cache.keys())),
        'Long getNumKeys()': method((cache) => BigInt(cache.keys().length)),
        // The share of the space that is used; there is no limit here.
        'Double getCapacity()': method(() => new ApexDouble(0)),
        'Boolean isAvailable()': method(() => true)
    };
    return Object.fromEntries(Object.entries(members).map(([signature, member]) => [prefix + signature, member]));
}

export const cacheLibrary: LibraryModule = (context) => {
    const inCache = { namespace: 'Cache' };
    const partition = (scope: Scope) => (name: string) => new PartitionValue(scope, name ?? DEFAULT_PARTITION);
    const scopes = ['Org', 'Session'] as const;
    return [
        visibility.libraryClass,
        libraryClass(
            'Cache.CacheBuilder',
            { 'abstract Object doLoad(String key)': abstractMember },
            { ...inCache, kind: 'interface' }
        ),
        libraryClass(
            'Cache.Partition',
            {
                ...cacheMembers('', ([self, ...args]) => [new PartitionCache(context, self as PartitionValue), args]),
                'String getName()': (self: PartitionValue) => self.name
            },
            inCache
        ),
        ...scopes.map((scope) =>
            libraryClass(
                `Cache.${scope}`,
                {
                    ...cacheMembers('static ', (args) => [
                        new PartitionCache(context, new PartitionValue(scope, DEFAULT_PARTITION)),
                        args
                    ]),
                    [`static Cache.${scope}Partition getPartition(String name)`]: partition(scope)
                } as Record<string, Member>,
                inCache
            )
        ),
        ...scopes.map((scope) =>
            libraryClass(`Cache.${scope}Partition`, {}, { ...inCache, superclass: 'Cache.Partition' })
        )
    ];
};
