/**
 * State of a job as JSON: a deep copy that keeps types, shared references and cycles. Transient fields are left out,
 * as the platform leaves them out. Values that have no state of their own (library objects) stay live: they survive
 * inside one process, not a restart.
 */
import type { ClassMeta, Value } from '../runtime/program.ts';
import type { Schema } from '../schema/model.ts';
import { Blob } from '../values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { EnumValue, enumConstant } from '../values/enums.ts';
import { ApexException, ApexObject, Unsupported } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { typeToken } from '../values/typeToken.ts';
import { metaChain } from '../values/userMethods.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Serialised state. `live` holds what could not be written down; null after a restart. */
export interface JobState {
    readonly json: string;
    readonly live: readonly unknown[];
}

/** What reading state needs of the program. */
export interface StateReader {
    readonly schema: Schema;
    /** An instance without running a constructor; undefined when there is no such class. */
    allocate(className: string): ApexObject | undefined;
}

interface Node {
    k: string;
    [key: string]: Json;
}

/** Writes a value down. */
export function writeState(root: Value): JobState {
    const nodes: Node[] = [];
    const live: unknown[] = [];
    const indexes = new Map<object, number>();

    const write = (value: Value): Json => {
        if (value === null || value === undefined) return null;
        if (typeof value === 'boolean' || typeof value === 'string') return value;
        if (typeof value === 'number') return value;
        if (typeof value === 'bigint') return { $: 'long', v: value.toString() };
        if (value instanceof Decimal) return { $: 'decimal', u: value.unscaled.toString(), s: value.scale };
        if (value instanceof ApexDouble) return { $: 'double', v: String(value.value) };
        if (value instanceof ApexDate) return { $: 'date', v: value.epochDay };
        if (value instanceof ApexDatetime) return { $: 'datetime', v: value.epochMs };
        if (value instanceof ApexTime) return { $: 'time', v: value.msOfDay };
        if (value instanceof Blob) return { $: 'blob', v: Buffer.from(value.bytes).toString('base64') };
        if (value instanceof EnumValue) return { $: 'enum', t: value.type.name, n: value.name };
        const known = indexes.get(value as object);
        if (known !== undefined) return { $: 'ref', i: known };
        const index = nodes.length;
        const node: Node = { k: '' };
        nodes.push(node);
        indexes.set(value as object, index);
        describe(value, node);
        return { $: 'ref', i: index };
    };

    const describe = (value: Value, node: Node): void => {
        if (value instanceof ApexList) {
            Object.assign(node, { k: 'list', t: value.type.name, v: value.items.map(write) });
        } else if (value instanceof ApexSet) {
            Object.assign(node, { k: 'set', t: value.type.name, v: [...value.values()].map(write) });
        } else if (value instanceof ApexMap) {
            const entries = [...value.entries()].map(([key, item]) => [write(key), write(item)]);
            Object.assign(node, { k: 'map', t: value.type.name, v: entries });
        } else if (value instanceof SObject) {
            const fields = [...value.fields].map(([name, item]) => [name, write(item)]);
            Object.assign(node, { k: 'record', t: value.def.name, v: fields, q: value.queried && [...value.queried] });
        } else if (value instanceof ApexObject && metaChain(value).length > 0) {
            Object.assign(node, { k: 'object', t: metaChain(value)[0]!.name, v: ownState(value, write) });
        } else {
            Object.assign(node, { k: 'live', i: live.length });
            live.push(value);
        }
    };

    const written = write(root);
    return { json: JSON.stringify({ root: written, nodes }), live };
}

/** Instance fields without the transient ones: the JavaScript properties that hold them. */
function ownState(value: ApexObject, write: (value: Value) => Json): Json {
    const transient = new Set(
        metaChain(value)
            .flatMap((meta: ClassMeta) => meta.fields)
            .filter((field) => field.isTransient && !field.isStatic)
            .map((field) => field.name.toLowerCase())
    );
    const state: [string, Json][] = [];
    for (const [name, item] of Object.entries(value as unknown as Record<string, Value>)) {
        const isOfException = value instanceof ApexException && ['stack', 'dmlErrors'].includes(name);
        if (!isOfException && typeof item !== 'function' && !transient.has(plainName(name))) {
            state.push([name, write(item)]);
        }
    }
    return state;
}

/** Property names of compiled fields may carry a prefix or suffix of the compiler's; the Apex name is inside. */
function plainName(property: string): string {
    return property.replace(/^[$_]+|[$_]+$/g, '').toLowerCase();
}

/**
 * Reads state back.
 * @throws Unsupported when the state holds library objects and the process was restarted since
 */
export function readState(state: JobState, reader: StateReader): Value {
    const { root, nodes } = JSON.parse(state.json) as { root: Json; nodes: Node[] };
    const made: Value[] = [];

    const read = (json: Json): Value => {
        if (json === null || typeof json !== 'object') return json;
        const tagged = json as Record<string, Value>;
        switch (tagged.$) {
            case 'long':
                return BigInt(tagged.v);
            case 'decimal':
                return Decimal.fromUnscaled(BigInt(tagged.u), tagged.s);
            case 'double':
                return new ApexDouble(Number(tagged.v));
            case 'date':
                return ApexDate.fromEpochDay(tagged.v);
            case 'datetime':
                return ApexDatetime.fromEpochMs(tagged.v);
            case 'time':
                return ApexTime.fromMsOfDay(tagged.v);
            case 'blob':
                return new Blob(new Uint8Array(Buffer.from(tagged.v, 'base64')));
            case 'enum':
                return enumConstant(tagged.t, tagged.n) ?? null;
            default:
                return instance(tagged.i);
        }
    };

    const instance = (index: number): Value => {
        if (made[index] !== undefined) return made[index];
        const node = nodes[index] as Node & Record<string, Value>;
        switch (node.k) {
            case 'list': {
                const list = new ApexList(typeToken(node.t));
                made[index] = list;
                list.items = node.v.map(read);
                break;
            }
            case 'set': {
                const set = new ApexSet(typeToken(node.t));
                made[index] = set;
                node.v.forEach((item: Json) => set.add(read(item)));
                break;
            }
            case 'map': {
                const map = new ApexMap(typeToken(node.t));
                made[index] = map;
                node.v.forEach(([key, item]: [Json, Json]) => map.set(read(key), read(item)));
                break;
            }
            case 'record':
                made[index] = readRecord(node, index);
                break;
            case 'object':
                readObject(node, index);
                break;
            default:
                if (!(node.i in state.live)) {
                    throw new Unsupported('state of a job that holds library objects, after a restart');
                }
                made[index] = state.live[node.i];
        }
        return made[index];
    };

    const readRecord = (node: Node & Record<string, Value>, index: number): SObject => {
        const def = reader.schema.object(node.t);
        if (!def) {
            throw new Error(`A job holds a ${String(node.t)} record, and there is no such object any more`);
        }
        const record = new SObject(def);
        made[index] = record;
        record.queried = node.q ? new Set(node.q as string[]) : null;
        node.v.forEach(([name, item]: [string, Json]) => record.load(name, read(item)));
        return record;
    };

    const readObject = (node: Node & Record<string, Value>, index: number): void => {
        const object = reader.allocate(node.t);
        if (!object) {
            throw new Error(`A job holds a ${String(node.t)}, and there is no such class any more`);
        }
        made[index] = object;
        for (const [name, item] of node.v as [string, Json][]) {
            (object as unknown as Record<string, Value>)[name] = read(item);
        }
    };

    return read(root);
}
