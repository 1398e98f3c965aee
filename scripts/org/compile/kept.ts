/**
 * A compiled program in plain bytes, to be run again without compiling. Whoever keeps it answers for its still being the
 * one of the same sources, schema and compiler. Scripts, line maps and source texts are read when they are needed: a
 * page that uses ten classes evaluates ten.
 */
import type { ClassMeta, Program, SourceFile } from '../runtime/program.ts';
import { classRecord } from '../runtime/record.ts';
import type { ClassRecord, LineOrigin } from '../runtime/record.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TriggerMoment } from '../runtime/transaction.ts';
import type { Schema } from '../schema/model.ts';
import { enumConstants } from '../values/enums.ts';
import { typeToken } from '../values/typeToken.ts';
import { describeClass } from './describeClass.ts';
import type { ClassDescription } from './describeClass.ts';
import { CannotKeep, ConstantReader, ConstantWriter } from './keptPool.ts';
import type { KeptConstant } from './keptPool.ts';
import { classMeta, type InstanceTest } from './meta.ts';
import { coverageUnit, declareProgram, makeProgram, partsOf, runScript, setScope, triggerUnit } from './program.ts';
import { StatementCounters } from './unit.ts';

/** Offset and length in the bytes behind the index. */
type Piece = readonly [number, number];

interface KeptSource {
    readonly path: string;
    readonly kind: SourceFile['kind'];
    readonly apiVersion: number;
    readonly text: Piece;
    /** Lines of its statement counters. */
    readonly places: Piece;
    /** Name of its outermost class and whether that is a test. */
    readonly top: readonly [string, boolean] | null;
}

interface KeptClass {
    readonly described: ClassDescription;
    readonly kind: ClassRecord['kind'];
    readonly source: number;
    readonly types: readonly string[];
    /** What the script sets on the record. */
    readonly sets: readonly string[];
    readonly script: Piece;
    readonly pool: Piece;
    readonly origins: Piece;
}

interface KeptTrigger {
    readonly name: string;
    readonly object: string;
    readonly moments: readonly TriggerMoment[];
    readonly record: number;
    readonly jsName: string;
}

interface KeptIndex {
    readonly sources: readonly KeptSource[];
    readonly classes: readonly KeptClass[];
    readonly triggers: readonly KeptTrigger[];
}

/** Line, column and method; 0 for lines that show in no stack. */
type KeptOrigin = readonly [number, number, string] | 0;

class PieceWriter {
    readonly chunks: Buffer[] = [];
    private length = 0;

    add(text: string): Piece {
        const bytes = Buffer.from(text);
        const piece: Piece = [this.length, bytes.length];
        this.chunks.push(bytes);
        this.length += bytes.length;
        return piece;
    }
}

/** What a script sets on its record: what was there before stands in every record. */
function setBy(record: ClassRecord): string[] {
    const plain = classRecord('', record.kind, 'none', record.apiVersion);
    const emitted = Object.keys(record).filter((name) => !(name in plain));
    if (record.J !== null) emitted.push('J');
    if (Object.getOwnPropertyDescriptor(record, 'init')?.value.toString() !== plain.init.toString()) {
        emitted.push('init');
    }
    return emitted;
}

/** @returns undefined when something of the program has no plain form, or when it was not compiled here */
export function keepProgram(program: Program, schema: Schema, runtime: Runtime): Buffer | undefined {
    const parts = partsOf(program);
    if (!parts) return undefined;
    const records = parts.classes.map((one) => one.record);
    const enums = new Map(
        parts.classes.filter((one) => one.kind === 'enum').map((one) => [one.type.token.name, one.enumValues])
    );
    const constants = new ConstantWriter(schema, runtime.libraryClasses, records, enums);
    const pieces = new PieceWriter();
    const sourceIndex = new Map(parts.sources.map((source, i) => [source, i]));
    try {
        const index: KeptIndex = {
            sources: parts.sources.map((source) => {
                const top = parts.classes.find((one) => one.source === source && !one.outer);
                return {
                    path: source.path,
                    kind: source.kind,
                    apiVersion: source.apiVersion,
                    text: pieces.add(source.text),
                    places: pieces.add(JSON.stringify(parts.counters.get(source)?.places ?? [])),
                    top: top ? [top.name, top.isTest] : null
                };
            }),
            classes: parts.classes.map((one, i) => {
                const unit = parts.units[i];
                if (!unit) throw new CannotKeep(`No script for ${one.name}`);
                const origins = one.record.origins.map((origin): KeptOrigin =>
                    origin ? [origin.line, origin.column, origin.method] : 0
                );
                return {
                    described: describeClass(one),
                    kind: one.record.kind,
                    source: sourceIndex.get(one.source) ?? 0,
                    types: [...one.record.types].map((type) => type.name),
                    sets: setBy(one.record),
                    script: pieces.add(unit.script()),
                    pool: pieces.add(JSON.stringify(unit.pool.map((value) => constants.write(value, unit.queryTexts)))),
                    origins: pieces.add(JSON.stringify(origins))
                };
            }),
            triggers: parts.triggers.map(({ node, one, type }) => ({
                name: node.name,
                object: type.name,
                moments: node.moments as TriggerMoment[],
                record: parts.classes.indexOf(one),
                jsName: one.methods.get('run$trigger')?.[0]?.jsName ?? ''
            }))
        };
        const head = Buffer.from(JSON.stringify(index));
        const size = Buffer.alloc(4);
        size.writeUInt32LE(head.length);
        return Buffer.concat([size, head, ...pieces.chunks]);
    } catch (error) {
        if (error instanceof CannotKeep) return undefined;
        throw error;
    }
}

class PieceReader {
    private readonly bytes: Buffer;
    private readonly start: number;
    readonly index: KeptIndex;

    constructor(bytes: Uint8Array) {
        this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        this.start = 4 + this.bytes.readUInt32LE(0);
        this.index = JSON.parse(this.bytes.toString('utf8', 4, this.start)) as KeptIndex;
    }

    text([offset, length]: Piece): string {
        return this.bytes.toString('utf8', this.start + offset, this.start + offset + length);
    }

    json<T>(piece: Piece): T {
        return JSON.parse(this.text(piece)) as T;
    }
}

/** Sources as they were compiled; their texts are read when somebody asks. */
function sourcesOf(pieces: PieceReader): SourceFile[] {
    return pieces.index.sources.map(({ path, kind, apiVersion, text }) => {
        let known: string | undefined;
        return {
            path,
            kind,
            apiVersion,
            get text() {
                return (known ??= pieces.text(text));
            }
        };
    });
}

/** Counters of a source: the same array for all its classes, made when the first of them runs. */
class KeptCounters {
    private made: StatementCounters | undefined;
    private readonly places: () => readonly number[];

    constructor(places: () => readonly number[]) {
        this.places = places;
    }

    get counters(): StatementCounters {
        if (!this.made) {
            this.made = new StatementCounters();
            for (const line of this.places()) this.made.add(line);
        }
        return this.made;
    }

    lines(): Map<number, number> {
        return this.counters.lines();
    }

    reset(): void {
        this.made?.reset();
    }
}

/** Puts the script's members on the record as accessors that evaluate the script first. */
function runOnFirstUse(record: ClassRecord, names: readonly string[], run: () => void): void {
    const settle = (): void => {
        for (const name of names) {
            Object.defineProperty(record, name, { value: null, writable: true, configurable: true, enumerable: true });
        }
        run();
    };
    for (const name of names) {
        Object.defineProperty(record, name, {
            configurable: true,
            enumerable: true,
            get() {
                settle();
                return record[name];
            }
        });
    }
}

/** Makes a program of what `keepProgram` wrote, for the same schema and library. */
export function restoreProgram(
    bytes: Uint8Array,
    schema: Schema,
    runtime: Runtime
): { readonly program: Program; readonly sources: readonly SourceFile[] } {
    const pieces = new PieceReader(bytes);
    const { index } = pieces;
    const sources = sourcesOf(pieces);
    const counters = index.sources.map(({ places }) => new KeptCounters(() => pieces.json(places)));
    const records = index.classes.map(({ described, kind }) =>
        classRecord(described.name, kind, described.sharing, described.apiVersion)
    );
    const constants = new ConstantReader(schema, runtime.libraryClasses, records);
    const isInstance: InstanceTest = (value, type) => runtime.context.isInstance(value, type);
    const metas: ClassMeta[] = [];
    for (const one of runtime.libraryClasses) if (one.kind === 'enum') enumConstants(one.name, one.enumValues);
    for (const [i, kept] of index.classes.entries()) {
        const record = records[i] as ClassRecord;
        const { described } = kept;
        if (described.kind === 'enum') enumConstants(described.token, described.enumValues);
        for (const type of kept.types) record.types.add(typeToken(type));
        let origins: LineOrigin[] | undefined;
        Object.defineProperty(record, 'origins', {
            configurable: true,
            get: () =>
                (origins ??= pieces
                    .json<KeptOrigin[]>(kept.origins)
                    .map((origin) => (origin ? { line: origin[0], column: origin[1], method: origin[2] } : null)))
        });
        runOnFirstUse(record, kept.sets, () => {
            const pool = pieces.json<KeptConstant[]>(kept.pool).map((constant) => constants.read(constant));
            const { counts } = (counters[kept.source] as KeptCounters).counters;
            runScript(pieces.text(kept.script), record, pool, counts, runtime);
        });
        const meta = classMeta(described, record, sources[kept.source] as SourceFile, isInstance);
        if (record.kind === 'class') metas.push(meta);
    }
    const program = makeProgram(
        metas,
        index.triggers.map(({ name, object, moments, record, jsName }) =>
            triggerUnit(name, object, moments, records[record] as ClassRecord, jsName)
        ),
        records,
        index.sources.flatMap(({ top }, i) =>
            top ? [coverageUnit(top[0], sources[i] as SourceFile, top[1], counters[i] as KeptCounters)] : []
        )
    );
    // Anonymous Apex needs types: what was compiled is declared again, around the classes that run.
    setScope(
        program,
        memoized(() => declareAround(sources, schema, runtime, records))
    );
    return { program, sources };
}

function declareAround(
    sources: readonly SourceFile[],
    schema: Schema,
    runtime: Runtime,
    records: readonly ClassRecord[]
) {
    const byName = new Map(records.map((record) => [`${record.kind} ${record.name}`, record]));
    return declareProgram(sources, schema, runtime, (name, kind) => byName.get(`${kind} ${name}`));
}

function memoized<T>(make: () => T): () => T {
    let made: T | undefined;
    return () => (made ??= make());
}
