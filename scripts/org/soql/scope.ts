/** Resolves field paths of one FROM object to SQL, adding joins as it goes, and remembers every field it touched. */
import { Unsupported } from '../values/exceptions.ts';
import { formulaOfField } from '../formula/recordContext.ts';
import { isTextType } from '../schema/fieldDefaults.ts';
import { quoted } from '../store/ddl.ts';
import { unknownField, unknownObject, unknownRelationship } from './errors.ts';
import { formulaFunction } from './sqlFunctions.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';

/** A field as SQL. `object` is the one that the field belongs to. */
export interface Column {
    readonly sql: string;
    readonly field: FieldDef;
    readonly object: ObjectDef;
    /** Reached through a relationship: there may be no row. */
    readonly isJoined: boolean;
}

/** A record that paths go through: the FROM object, a joined parent, or the varying target of a polymorphic field. */
export interface Place {
    readonly object: ObjectDef;
    /** Table alias; null for polymorphic targets, which have no table. */
    readonly alias: string | null;
    /** SQL of the record's id. */
    readonly idSql: string;
    /** Objects that the id may belong to; more than one only for polymorphic targets. */
    readonly targets: readonly ObjectDef[];
    readonly key: string;
}

export interface TouchedField {
    readonly object: ObjectDef;
    readonly field: FieldDef;
    /** Selected fields count for `WITH SECURITY_ENFORCED`; others only for user mode. */
    readonly isSelected: boolean;
}

/** Gives out table aliases; shared by a query and its semi-joins. */
export class AliasCounter {
    private last = 0;

    next(): string {
        return `t${this.last++}`;
    }
}

/** A path may cross this many relationships. */
const MAX_DEPTH = 5;

export class Scope {
    readonly tx: Transaction;
    readonly root: Place;
    readonly joins: string[] = [];
    readonly touched: TouchedField[] = [];
    private readonly aliases: AliasCounter;
    private readonly fromAlias: string | null;
    private readonly places = new Map<string, Place>();

    /** @param fromAlias alias that the query gave to its FROM object */
    constructor(tx: Transaction, object: ObjectDef, fromAlias: string | null, aliases: AliasCounter) {
        this.tx = tx;
        this.aliases = aliases;
        this.fromAlias = fromAlias?.toLowerCase() ?? null;
        const alias = aliases.next();
        this.root = { object, alias, idSql: `${alias}."Id"`, targets: [object], key: '' };
    }

    /** Drops a leading alias or object name from a path. */
    private relative(path: readonly string[]): readonly string[] {
        const first = path[0]?.toLowerCase();
        if (path.length < 2 || first === undefined) return path;
        if (first === this.fromAlias) return path.slice(1);
        const { object } = this.root;
        const isOwnName = first === object.name.toLowerCase();
        return isOwnName && !this.tx.schema.parentRelationship(object, first) ? path.slice(1) : path;
    }

    /** The place that all but the last part of the path leads to, the parts in canonical spelling, and the last name. */
    walk(path: readonly string[]): { place: Place; relationships: string[]; name: string } {
        const parts = this.relative(path);
        if (parts.length > MAX_DEPTH + 1) throw unknownRelationship(parts[MAX_DEPTH] ?? '');
        let place = this.root;
        const relationships: string[] = [];
        for (const part of parts.slice(0, -1)) {
            const next = this.parent(place, part);
            place = next.place;
            relationships.push(next.relationship);
        }
        return { place, relationships, name: parts.at(-1) ?? '' };
    }

    /** Goes through one relationship. Throws QueryException when the object has none of that name. */
    parent(place: Place, name: string, only?: ObjectDef): { place: Place; relationship: string; field: FieldDef } {
        const { schema } = this.tx;
        const field = schema.parentRelationship(place.object, name);
        if (!field?.relationshipName) throw unknownRelationship(name);
        const relationship = field.relationshipName;
        const targets = only
            ? [only]
            : (field.referenceTo ?? []).map((each) => schema.object(each)).filter((each) => each !== undefined);
        const first = targets[0];
        if (!first) throw unknownRelationship(name);
        const key = `${place.key}.${relationship}${only ? `:${only.name}` : ''}`;
        let next = this.places.get(key);
        if (!next) {
            const reference = this.columnOf(place, field).sql;
            if (targets.length > 1) {
                const object = schema.object('Name') ?? first;
                next = { object, alias: null, idSql: reference, targets, key };
            } else {
                const alias = this.aliases.next();
                this.joins.push(`LEFT JOIN ${quoted(first.name)} ${alias} ON ${alias}."Id" = ${reference}`);
                next = { object: first, alias, idSql: `${alias}."Id"`, targets, key };
            }
            this.places.set(key, next);
        }
        return { place: next, relationship, field };
    }

    /** SQL of a field of a place, without noting that it was touched. */
    columnOf(place: Place, field: FieldDef): Column {
        const isJoined = place !== this.root;
        if (place.alias === null || field.formula !== undefined) {
            const sql = place.alias === null ? this.polymorphic(place, field) : this.formula(place, field);
            return { sql: comparable(sql, field), field, object: place.object, isJoined };
        }
        if (field.type === 'address' || field.type === 'location') {
            throw new Unsupported(`SOQL of the compound field ${place.object.name}.${field.name}`);
        }
        return { sql: `${place.alias}.${quoted(field.name)}`, field, object: place.object, isJoined };
    }

    /** A formula field calls its function with the columns that it refers to. */
    private formula(place: Place, field: FieldDef): string {
        const formula = formulaOfField(this.tx, place.object, field);
        const inputs = formula.references.map((path) => {
            let at = place;
            for (const relationship of path.slice(0, -1)) {
                const lookup = this.tx.schema.parentRelationship(at.object, relationship);
                // `Owner:User.Email` picks one of the targets; the path tells only the relationship
                const last = path.at(-1) ?? '';
                const targets = (lookup?.referenceTo ?? []).map((name) => this.tx.schema.object(name));
                const only =
                    targets.length > 1
                        ? targets.find((each) => each?.fields.has(last.toLowerCase()) && each.name === 'User')
                        : undefined;
                at = this.parent(at, relationship, only).place;
            }
            const found = this.tx.schema.field(at.object, path.at(-1) ?? '');
            if (!found) throw unknownField(path.join('.'), at.object.name);
            return { path, field: found, sql: this.columnOf(at, found).sql };
        });
        const name = formulaFunction(this.tx, place.object, field, inputs);
        return `${name}(${inputs.map((input) => input.sql).join(', ')})`;
    }

    /** Field of a record whose object the id's prefix tells: one sub-select per possible object. */
    private polymorphic(place: Place, field: FieldDef): string {
        if (field.name === 'Id') return place.idSql;
        const cases = place.targets.map((target) => {
            const own = `WHEN '${target.keyPrefix}' THEN`;
            if (field.name === 'Type' && target.name !== 'Group') return `${own} '${target.name}'`;
            const name =
                field.name === 'Name' ? nameFieldOf(target)?.name : target.fields.get(field.name.toLowerCase())?.name;
            if (name === undefined) return '';
            return `${own} (SELECT ${quoted(name)} FROM ${quoted(target.name)} WHERE "Id" = ${place.idSql})`;
        });
        // None of the possible parents has the field.
        if (cases.every((each) => each === '')) return 'NULL';
        return `CASE substr(${place.idSql}, 1, 3) ${cases.join(' ')} END`;
    }

    /** Resolves a path to a column and notes the field, and the reference fields on the way, as touched. */
    column(path: readonly string[], isSelected: boolean): Column & { relationships: string[]; place: Place } {
        const { place, relationships, name } = this.walk(path);
        let at = this.root;
        for (const relationship of relationships) {
            const next = this.parent(at, relationship);
            this.touched.push({ object: at.object, field: next.field, isSelected });
            at = next.place;
        }
        const field = this.tx.schema.field(place.object, name);
        if (!field) throw unknownField(name, place.object.name);
        this.touched.push({ object: place.object, field, isSelected });
        return { ...this.columnOf(place, field), relationships, place };
    }
}

/** Computed text compares without regard to case as columns do. */
export function comparable(sql: string, field: FieldDef): string {
    return isTextType(field.type) ? `(${sql} COLLATE NOCASE)` : sql;
}

/** Field that stands for the record's name. */
export function nameFieldOf(object: ObjectDef): FieldDef | undefined {
    for (const field of object.fields.values()) if (field.isNameField) return field;
    return object.fields.get('name');
}

/** The object of a FROM clause. Throws QueryException when there is none or it cannot be queried. */
export function queriedObject(tx: Transaction, name: string): ObjectDef {
    const object = tx.schema.object(name);
    if (!object || !object.isQueryable) throw unknownObject(name);
    return object;
}
